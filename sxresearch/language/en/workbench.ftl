### The workbench: what notebooks show and say in JupyterLab.

## parameters that can't be used

fault-given-region = { $name } should be a region code of 6 digits, such as "140100", found { $found }. Look it up in data/regions.csv.
fault-given-year = { $name } should be a year as a whole number, such as 2024, found { $found }. Change it.
fault-given-flag = { $name } should be True or False, found { $found }. Change it.
fault-given-word = { $name } should be one of { $expected }, found { $found }. Change it.
fault-given-text = { $name } should be text, such as "data/plans", found { $found }. Put it in quotation marks.
fault-given-texts = { $name } should be one text or several, such as ["my_figures.xlsx"], found { $found }. Change it.
fault-given-levels = { $name } should be one number or several between 0 and 1, such as [0.1, 0.33], found { $found }. Change it.
fault-given-indicator = There is no indicator "{ $found }" in the register. Near to it: { $near }. Change it; all names are in docs/names.md.

## the head of every notebook

brief-notebook-plan = { $title }: { $count } targets and checklist items
brief-notebook-data = Data: { $files }; { $figures } figures of { $first }–{ $last }, of which { $held } are held.

## heads of tables

brief-table-rows = { $count } rows
brief-table-yes = yes
brief-table-no = no
brief-table-region = region
brief-table-indicator = indicator
brief-table-group = group
brief-table-year = year
brief-table-value = value
brief-table-unit = unit
brief-table-numerator = numerator
brief-table-denominator = denominator
brief-table-status = status
brief-table-held = held because
brief-table-basis = basis
brief-table-source = source
brief-table-reported-at = reported
brief-table-file = file
brief-table-line = line
brief-table-plan = plan
brief-table-target = target
brief-table-rule = rule
brief-table-target-value = target value
brief-table-target-year = target year
brief-table-latest-year = latest year
brief-table-latest-value = latest value
brief-table-projected = projected
brief-table-lower80 = 80% lower limit
brief-table-upper80 = 80% upper limit
brief-table-lower95 = 95% lower limit
brief-table-upper95 = 95% upper limit
brief-table-median = median
brief-table-naive = as it stands
brief-table-p-attain = probability
brief-table-flag = flag
brief-table-warnings = warnings
brief-table-evidence-grade = evidence
brief-table-figures = figures
brief-table-targets = targets

reported-final = final
reported-preliminary = preliminary
reported-revised = revised

## one indicator

brief-indicator-parts = Numerator: { $numerator }; denominator: { $denominator }.
brief-indicator-break = The definition changed in { $year }: { $reason }
brief-indicator-asked = { $plan }, main goal { $goal }: { $aim }.
brief-indicator-not-asked = No plan that binds this region sets a target for this indicator and group.
brief-indicator-rows = { $region }: every figure with its source
brief-indicator-regions = The { $count } regions that are projected together, by group and year
brief-indicator-scale = Working scale
brief-indicator-working = on the working scale
brief-indicator-scale-logit = A share between bounds, worked on the logit scale: ln((y − { $lower } + d) / ({ $upper } − y + d)), d = { $offset }, which keeps figures on a bound finite.
brief-indicator-scale-log = A rate or an unbounded ratio, worked on the log scale: ln(y − { $lower } + d), d = { $offset }, above 0 only where there are zeros.
brief-indicator-scale-identity = Worked as printed, in units of { $unit }, so that a usual yearly change is of the same size as on the other scales.
brief-indicator-models = Every model's projection beside the combination
brief-indicator-models-chart = { $year }: median and 80% interval
brief-indicator-models-finding = In { $year } the medians go from { $low } ({ $lowest }) to { $high } ({ $highest }).
brief-indicator-models-note = The combination borrows from the regions of the same level and calibrates its intervals on past errors; the other models see this region's own figures only, with statsmodels' intervals, which are often too narrow or too wide. Count regressions give an interval for the underlying level, without the chance of single cases. The upright line is the target.
brief-indicator-model = model
brief-indicator-refused = { $model }: { $points } usable figures are too few to fit it.
brief-indicator-summaries = What statsmodels estimated
brief-indicator-summaries-note = Unfold a model to see its coefficients, standard errors and tests. All are on the working scale (count regressions on the log or logit scale).
brief-indicator-recomputed = The combination recomputed by statsmodels
brief-indicator-residuals = Residuals, in standard deviations
brief-indicator-residuals-note = Of the line and the count regressions what the fit leaves over, of the others the errors one step ahead. Red: beyond two standard deviations; several of one sign in a row mean that the model can't follow a turn.
brief-indicator-residuals-finding = The largest residual is that of { $year }, { $model }, { $size } standard deviations.
brief-indicator-verdicts = Will it be met?
brief-indicator-peers = Beside the regions of the same level
brief-indicator-peers-note = In the order of the region list, not ranked; lines are 80% intervals, upright marks each region's target.
brief-indicator-nothing = { $region } ({ $group }) has no figures to fit.
brief-indicator-hidden = The figures of { $region } ({ $group }) rest on 1–4 cases and are not published, nor are their models shown. For internal use set internal = True.

brief-fit-combination = combination
brief-fit-combination-underlying = combination (underlying)
brief-fit-naive-walk = as it stands
brief-fit-straight-line = straight line (least squares)
brief-fit-fitted-drift = random walk with drift
brief-fit-walk = random walk
brief-fit-weak-drift = weak drift
brief-fit-drift = drift
brief-fit-drift-noise-0-5 = drift with measurement noise
brief-fit-slow-damped-trend = slow damped trend
brief-fit-fast-damped-trend = fast damped trend
brief-fit-momentum = momentum
brief-fit-poisson = Poisson regression (underlying)
brief-fit-negative-binomial = negative binomial regression (underlying)
brief-fit-binomial = logistic regression (underlying)

## forms

brief-form-missing = ipywidgets is not installed, so there is no form. Change the parameters in the first cell and run all.
brief-form-show = Show

## the start page

brief-start-list = Open one, or use the form below to open or run it for a region:
brief-start-about-region-brief = the brief of one region: will targets be met, warnings, charts, sources
brief-start-about-overview = all regions and targets: matrix, summary, peers
brief-start-about-indicator = one indicator: figures, models, residuals, other paces, peers
brief-start-about-data-quality = are the figures complete, plausible, consistent, on time
brief-start-about-track-record = how right the probabilities were in the past
brief-start-notebook = Notebook
brief-start-region = Region
brief-start-year = Data until
brief-start-newest = newest year
brief-start-language = Language
brief-start-data = Data
brief-start-data-default = those supplied; or a file, a folder, the address of a store
brief-start-open = Open
brief-start-open-tip = make a copy with these parameters, to open, change and run
brief-start-open-busy = Getting it ready …
brief-start-run = Run
brief-start-run-tip = run it with these parameters, then look at the result
brief-start-run-busy = Running; about a minute …
brief-start-made-notebook = Open the notebook
brief-start-made-page = Open the page
brief-start-reports = Reports so far
brief-start-all-reports = Index of all briefs
brief-start-run-reports = Run { $name }
brief-start-no-reports = None yet. Choose a region and press "Run" to make the first.
brief-start-folder = Your notebooks are in { $folder }; change and save them as you like. The templates lie elsewhere and stay as they are.
brief-start-data-heading = Data supplied
brief-start-help = Help
brief-start-language-zh = Chinese
brief-start-language-en = English
brief-start-about-midterm-evaluation = mid-term evaluation: progress by field, warnings, proposals, and the report
brief-start-about-final-evaluation = final evaluation: met and missed, how the warnings fared, the next plan
brief-indicator-what-if-none = No target can be worked out along other paces: it is decided, or there is no latest figure or no probability.
brief-indicator-what-if-caption = { $plan }: { $aim }, latest { $latest }
brief-indicator-what-if-path = Path
brief-indicator-what-if-pace = Yearly change
brief-indicator-what-if-peer = Taken from
brief-indicator-what-if-chance = Chance of attainment
brief-indicator-what-if-expected = What the model expects
brief-indicator-what-if-finding = { $title }: { $items }.
brief-indicator-what-if-goal = Target { $value }
