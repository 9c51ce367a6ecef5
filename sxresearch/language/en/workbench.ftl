### The workbench: what notebooks show and say in JupyterLab.

## parameters that cannot be used

fault-given-region = { $name } should be a region code of 6 digits, such as "140100", found { $found }. Look it up in data/regions.csv.
fault-given-year = { $name } should be a year as a whole number, such as 2024, found { $found }. Change it.
fault-given-flag = { $name } should be True or False, found { $found }. Change it.
fault-given-word = { $name } should be one of { $expected }, found { $found }. Change it.
fault-given-text = { $name } should be text, such as "data/plans", found { $found }. Put it in quotation marks.
fault-given-texts = { $name } should be one text or several, such as ["my_figures.xlsx"], found { $found }. Change it.
fault-given-levels = { $name } should be one number or several between 0 and 1, such as [0.1, 0.33], found { $found }. Change it.
fault-given-indicator = There is no indicator "{ $found }" in the register. Similar names: { $near }. Change it; all names are in docs/names.md.

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
brief-table-naive = no change
brief-table-p-attain = probability
brief-table-flag = warning level
brief-table-warnings = other warnings
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
brief-indicator-not-asked = No plan that applies to this region sets a target for this indicator and group.
brief-indicator-rows = { $region }: every figure with its source
brief-indicator-regions = The { $count } regions that are projected together, by group and year
brief-indicator-scale = Working scale
brief-indicator-working = on the working scale
brief-indicator-scale-logit = A share between bounds, on the logit scale: ln((y − { $lower } + d) / ({ $upper } − y + d)), d = { $offset }, which keeps figures on a bound finite.
brief-indicator-scale-log = A rate or an unbounded ratio, on the log scale: ln(y − { $lower } + d), d = { $offset }, above 0 only where there are zeros.
brief-indicator-scale-identity = In its original unit, scaled by { $unit }, so that a usual yearly change is of the same size as on the other scales.
brief-indicator-models = Projections of each model and of the combination
brief-indicator-models-chart = { $year }: median and 80% prediction interval
brief-indicator-models-finding = In { $year } the medians range from { $low } ({ $lowest }) to { $high } ({ $highest }).
brief-indicator-models-note = The combination draws on regions of the same level and calibrates its intervals on past errors; the other models use this region's own figures only, with statsmodels' intervals, which are often too narrow or too wide. Count regressions give an interval for the underlying level, without chance in counting. The vertical line is the target.
brief-indicator-model = model
brief-indicator-refused = { $model }: { $points } usable figures are too few for an estimate.
brief-indicator-summaries = Estimates from statsmodels
brief-indicator-summaries-note = Click a model to see its coefficients, standard errors and tests. All are on the working scale (count regressions on the log or logit scale).
brief-indicator-recomputed = The combination recomputed by statsmodels
brief-indicator-residuals = Residuals, in standard deviations
brief-indicator-residuals-note = For the line and the count regressions residuals of the fit, for the others one-step-ahead errors. Red: beyond two standard deviations; several of one sign in a row mean that the model has not followed a turn.
brief-indicator-residuals-finding = The largest residual is in { $year }, { $model }, { $size } standard deviations.
brief-indicator-verdicts = Will it be met?
brief-indicator-peers = Compared with regions of the same level
brief-indicator-peers-note = In the order of the region list, not ranked; lines are 80% prediction intervals, vertical marks each region's target.
brief-indicator-nothing = { $region } ({ $group }) has no figures to estimate from.
brief-indicator-hidden = The figures of { $region } ({ $group }) rest on 1–4 cases and are not published, nor are their models shown. For internal use set internal = True.

brief-fit-combination = combination
brief-fit-combination-underlying = combination (underlying)
brief-fit-naive-walk = no change
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

brief-form-missing = ipywidgets is not installed, so the form is not available. Change the parameters in the first code cell and run all cells.
brief-form-show = Show

## the start page

brief-start-list = Open one, or use the form below to open or run it for a region:
brief-start-about-region-brief = Brief of one region: whether targets will be met, warnings, charts, sources
brief-start-about-overview = All regions and targets: matrix, summary, peers
brief-start-about-indicator = One indicator: figures, models, residuals, what-if, peers
brief-start-about-data-quality = Are the data complete, plausible, consistent and on time?
brief-start-about-track-record = Track record: were past probabilities accurate?
brief-start-notebook = Notebook
brief-start-region = Region
brief-start-year = Data to
brief-start-newest = latest year
brief-start-language = Language
brief-start-data = Data
brief-start-data-default = supplied data; or a file, a folder, the address of a store
brief-start-open = Open
brief-start-open-tip = make a copy with these parameters, to open, change and run
brief-start-open-busy = Getting it ready …
brief-start-run = Run
brief-start-run-tip = run it with these parameters, then look at the result
brief-start-run-busy = Running; about a minute …
brief-start-made-notebook = Open the notebook
brief-start-made-page = Open the page
brief-start-reports = Existing reports
brief-start-all-reports = Index of all briefs
brief-start-run-reports = Run { $name }
brief-start-no-reports = No reports yet. Choose a region and press "Run" to make the first.
brief-start-folder = Your notebooks are in { $folder }; change and save them as you like. The templates are kept elsewhere and are not changed.
brief-start-data-heading = Supplied data
brief-start-help = Help
brief-start-language-zh = Chinese
brief-start-language-en = English
brief-start-about-midterm-evaluation = Mid-term evaluation: progress by field, warnings, proposals, and the report
brief-start-about-final-evaluation = Final evaluation: met and missed, how the mid-term warnings fared, the next plan
brief-indicator-what-if-none = No target can be worked out along other paces: it is decided, or there is no latest figure or no probability.
brief-indicator-what-if-caption = { $plan }: { $aim }, latest { $latest }
brief-indicator-what-if-path = Path
brief-indicator-what-if-pace = Yearly change
brief-indicator-what-if-peer = Taken from
brief-indicator-what-if-chance = Chance of attainment
brief-indicator-what-if-expected = What the model expects
brief-indicator-what-if-finding = { $title }: { $items }.
brief-indicator-what-if-goal = Target { $value }
