### Sentences of the mid-term and final evaluation reports. Numbers are written by the program and filled in.

report-midterm-title = { $region }: mid-term evaluation of { $plan }
report-as-of = Data up to { $as_of }, target year { $target }
report-draft-note = This draft was generated from monitoring data and the text of the plan, for the panel to edit. In paragraphs of the style "Generated" the number after each sentence refers to the sheet "Sentences and sources" of the workbook of the same name; once edited, give the paragraph the body style. Paragraphs of the style "To be written" are to be written by the panel; annex 4 lists them. To hide the numbers, set the character style "Sentence number" to hidden.
report-ordinals = 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20
report-quoted = "{ $name }"
report-item-separator = {"; "}
report-and-others = { $items } and others
report-total = Total
report-blank = [To be written] { $asked }
report-blank-cell = [to be written]
report-place = {"{{"}report{"}}"}
report-number = [{ $number }]

## Names of the styles

report-style-generated = Generated
report-style-generated-cell = Generated (table)
report-style-blank = To be written
report-style-blank-cell = To be written (table)
report-style-number = Sentence number

## 1. Basics

report-basics = 1. Background
report-basics-people = 1.1 Population and beneficiaries
report-people = The table shows the populations covered by the monitoring data, taken from the latest denominator of each indicator, as defined in the annex. They are not the resident population.
report-people-caption = { $region }: populations covered by the indicators
report-blank-population = Resident population, women, children aged 0–17 and households of a recent year, with year and source (census or 1% sample survey).
report-basics-evaluated = 1.2 Basis and scope
report-basics-plan = This evaluation covers { $plan } ({ $document }); the base year is { $base }, the target year { $target }.
report-basics-targets = In { $fields } fields the plan sets { $goals } main goals and { $measures } measures. They hold { $measurable } targets that can be measured by a number and { $qualitative } qualitative goals; the latter are assessed on supporting evidence and are not included in the rates below.
report-basics-data = The evaluation covers { $region }, with data up to { $as_of } and { $figures } monitoring figures. Of { $measurable } targets { $assessable } have enough data to be assessed; { $not_assessable } cannot be assessed for lack of data or of a rule.
report-blank-organisation = Who led the evaluation, when, who took part; field visits and consultations.
report-basics-method = 1.3 Method
report-method-how = For each target the base value, the latest value and the target value are compared; then the value in the target year and its interval are projected from past yearly changes in the region and its peers, which gives the probability that the target is met.
report-method-words = A probability of at least 90% is called likely, 66–90% rather likely, 33–66% uncertain, 10–33% unlikely, below 10% very unlikely; where the figure for the target year has been published, the report states met or missed.
report-method-cause = Projections show where an indicator is heading, not which measure caused the change. The effect of the measures is for the departments to document and for the panel to assess.

## 2. Progress as a whole

report-overall = 2. Overall progress
report-met-now = By the latest figures, up to { $as_of }, { $met_now } of { $measurable } targets are met: { $of_all }; of the { $with_latest } with data it is { $of_data }.
report-nearly = Another { $count } are nearly met (at least { $way } of the way from base to target is done) and not counted as met.
report-projected = Of the { $assessable } targets that can be assessed, { $good } are expected to be met by { $target } (likely, rather likely, or met in the target year), a share of { $projected }; { $uncertain } are uncertain, { $bad } are unlikely or missed. Another { $not_assessable } cannot be assessed and are not included in this share.
report-nothing-assessable = The data do not yet allow any target to be assessed.
report-time = Of the { $count } targets for which progress from base to target can be calculated, { $done } are complete, { $ahead } are level with or ahead of the time elapsed, { $behind } are behind it, and { $back } are further from the target than in the base year (time elapsed: { $time }).
report-time-none = Progress from base to target cannot be calculated for any target, so it cannot be compared with the time elapsed.
report-time-slowest = Furthest behind the time elapsed are: { $items }.
report-time-item = { $title }, { $way } of the way with { $time } of the time elapsed
report-by-field = Progress of targets by field
report-blank-overall = The panel's assessment of overall progress.

report-count-measurable = Targets
report-count-met-now = Met now
report-count-likely = Likely or rather likely
report-count-uncertain = Uncertain
report-count-unlikely = Unlikely
report-count-missed = Missed in the target year
report-count-not-assessable = Not assessable

## 3. Field by field

report-fields = 3. Progress by field
report-field = 3.{ $number } { $field }
report-field-nothing = No main goal in this field has a target that can be measured by a number; achievement is to be assessed on supporting evidence, and this section contains no quantitative analysis.
report-field-standing = { $field } has { $measurable } targets. Of { $with_latest } with data { $met_now } are met now; of { $assessable } that can be assessed { $good } are expected to be met, { $uncertain } are uncertain, { $bad } are unlikely or missed.
report-field-standing-none = { $field } has { $measurable } targets. Of { $with_latest } with data { $met_now } are met now; the data do not allow any of them to be assessed for the target year.
report-field-standing-no-figure = { $field } has { $measurable } targets, none of them with data; none can be assessed.
report-field-best = Compared with the base year { $better } of { $of } comparable targets have improved; the most improved is { $title }, from { $base } to { $latest }, a change of { $change }{ $way }.
report-field-way = , { $way } of the way from base to target
report-field-whole-way = , and has reached the target
report-gap-of = { $gap } apart
report-field-none-better = None of the comparable targets has improved since the base year.
report-field-worse = Worse than in the base year: { $count }, namely { $items }.
report-field-worse-item = { $title } (from { $base } to { $latest })
report-series = "{ $title }"
report-difference = the difference in "{ $title }"
report-field-few = For { $count } ({ $items }) the latest figure is based on fewer than { $cases } cases; changes are mostly chance and do not show improvement or decline.
report-elsewhere = "{ $title }" elsewhere in the same period: { $items }.
report-elsewhere-above = { $region } { $value }
report-elsewhere-peers = median of { $count } peers { $value }
report-field-lags = { $count } targets have a warning; the hardest is "{ $title }": target { $aim }, latest { $latest }, probability of attainment { $probability }, { $status }.
report-field-lags-no-chance = { $count } targets have a warning, such as "{ $title }": target { $aim }, latest { $latest }, too few data for a probability.
report-field-behind = Compared with its peers the region lags behind on { $count } ({ $items }): for "{ $first }", { $good } of { $peers } assessable peers have met the target or are expected to.
report-field-ahead = Compared with its peers the region is ahead on { $count } ({ $items }): for "{ $first }", { $bad } of { $peers } assessable peers are unlikely to meet the target or have missed it.
report-field-above = Of { $both } targets that can be assessed both here and in { $region }, { $here } are met or expected to be met here and { $there } in { $region }.
report-field-silent = { $count } cannot be assessed for lack of data or of a rule: { $items }.
report-targets-caption = { $field }: from base to target (latest figures without a year are for { $year })
report-checklist-caption = { $field }: qualitative goals
report-measures-caption = { $field }: implementation and effect of the measures
report-judgements-caption = { $field }: model's assessment, department's own judgement and panel's view
report-blank-experience = Experience in { $field } worth disseminating (what was done, its effect, name of or link to the evidence).

report-col-goal = Goal
report-col-target = Target
report-col-base = Base
report-col-latest = Latest
report-col-change = Change
report-col-aim = Target value
report-col-judgement = Assessment
report-col-progress = Progress / time
report-col-goal-title = Main goal
report-col-realised = Achievement
report-col-evidence = Evidence
report-col-measure-number = No.
report-col-measure = Measure
report-col-effect = Effect
report-col-department = Department
report-col-own-judgement = Department's own judgement
report-col-panel = Panel's view
report-col-field = Field
report-col-crowd = Population
report-col-year = Year
report-col-number = Persons
report-col-indicator = Indicator
report-col-target-year = Target year
report-col-projected = Projected
report-col-interval = 80% prediction interval
report-col-chance = Probability
report-col-grade = Evidence
report-col-rank = No.
report-col-flag = Warning
report-col-warnings = Other warnings
report-col-needed = Change needed
report-col-measures = The plan's measures
report-col-explanation = Explanation
report-col-figures = Figures
report-col-source = Source
report-col-document = Document
report-col-about = Number or rows
report-col-hash = SHA-256
report-col-place = Place
report-col-to-write = What to write

## 4. Outlook

report-outlook = 4. Outlook
report-expected = Adding up the probabilities of missing, about { $expected } of { $assessable } targets that can be assessed are not likely to be met on time in { $target } (80% prediction interval { $low }–{ $high }).
report-sure = Of { $open } assessments by probability { $full } rest on sufficient evidence, { $medium } on moderate and { $low } on insufficient evidence; { $decided } are decided by the figure for the target year.
report-outlook-caption = Projected value, 80% prediction interval and probability of each target in its target year
report-record = The track record of the method is as follows.

## 5. Warnings

report-warnings = 5. Warnings
report-warned = { $count } targets have a warning: { $urgent } urgent (probability below { $urgent_below }, or decided against) and { $watch } to watch (probability below { $watch_below }, a floor broken, or off target without a probability).
report-warned-none = No target needs a warning.
report-warnings-caption = Warning list, most urgent first
report-unsteady = Another { $count } have a fair probability but an unsteady indicator and should also be watched: { $items }.
report-unsteady-item = { $title } ({ $warnings })

## 6. Problems

report-problems = 6. Main problems
report-problems-none = The data show no problem that needs to be listed separately.
report-problem-floor-broken = A level that the plan requires to be kept has been broken for { $count }: { $items }.
report-problem-worsening = Worsening over the last two years: { $count }, namely { $items }.
report-problem-stalled = Stalled: { $count }, namely { $items }.
report-problem-gap-widening = Gaps that should narrow but widened: { $count }, namely { $items }.
report-problem-volatile = Clearly more volatile from year to year than among peers, so that a single year should not be used for evaluation: { $count }, namely { $items }.
report-problem-behind = Met or expected to be met by most peers, but unlikely or missed here: { $count }, namely { $items }.
report-problem-gaps = Gaps between urban and rural areas or between women and men that are wider than in the base year: { $count }, namely { $items }.
report-gap-item = { $name } ({ $pair }), from { $base } to { $gap } ({ $year })
report-problem-data = Monitoring has gaps: { $count } of { $measurable } targets cannot be assessed.
report-problem-held = Doubtful figures await verification by the reporting office and are not used until then: { $items }.
report-blank-problems = Main problems reported in field visits and consultations, and their causes (institutions, funding, staff, service capacity).

## 7. Proposals

report-proposals = 7. Proposals
report-proposals-none = No target needs a warning; it is proposed to keep the present measures and monitor yearly.
report-proposals-note = The tables order the targets with a warning by how much can still be changed, with the change needed and the measures that the plan itself names. Whether to act, who does and by when is for the panel to propose.
report-room-open = { $count } that can still go either way and should come first
report-room-hard = { $count } far from the target that need stronger efforts
report-room-hardly = { $count } hardly to be met on the present trend: find the cause and adjust expectations
report-room-decided = { $count } decided by the figure for the target year
report-no-measures = the plan names no measure
report-measures-shared = { $count } measures serve several targets with a warning; implementing one of them helps more than one target.
report-measure-serves = In { $field }, { $measure } serves { $count }: { $items }.
report-proposals-data = Another { $count } cannot be assessed; it is proposed that the departments report the missing data before the next monitoring year (annex 2).
report-blank-proposals = The panel's proposals: what, by whom, by when.

## Annexes

report-annex-indicators = Annex 1. Indicators explained
report-indicators-caption = Definition, numerator and denominator, changes of definition and department
report-annex-data = Annex 2. Data
report-figures-caption = Figures used (the last { $years } of each series)
report-no-figure = no data
report-doubts-caption = Missing and doubtful data
report-annex-method = Annex 3. Method
report-made-from = Data and software
report-made-from-caption = Plan files and data files
report-rows = { $rows } rows
report-annex-blanks = Annex 4. To be written
report-blanks-caption = { $count } places; fill in or delete each before the report is final

## Workbook

report-quantity-base = base
report-quantity-latest = latest
report-quantity-second = compared with
report-quantity-target = target
report-quantity-projected = projected
report-quantity-probability = probability
report-quantity-status = assessment
report-quantity-denominator = denominator (persons)

## Synthetic figures

report-synthetic-note = This draft contains synthetic figures, generated by a program to show how the toolkit works. Do not quote them or use them to assess any region.

## Sheets of the workbook

report-sheet-sentences = Sentences and sources
report-sheet-verdicts = Assessments
report-sheet-blanks = To be written
report-col-sentence-number = No.
report-col-sentence = Sentence
report-col-region = Region
report-col-target-title = Target or indicator
report-col-quantity = Quantity
report-col-value = Value
report-col-file = Data file
report-col-line = Line
report-col-target-id = Target ID

## Index page

brief-index-reports = Evaluation reports (Word and workbook)
