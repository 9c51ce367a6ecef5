### Sentences of the mid-term and final evaluation reports. Numbers are written by the program and filled in.

report-midterm-title = { $region }: mid-term evaluation of { $plan }
report-as-of = Data up to { $as_of }, target year { $target }
report-draft-note = This draft was made from monitoring data and the text of the plan, for the panel to edit. In paragraphs of the style "Generated" the number behind each sentence is its line in the sheet "Sentences and sources" of the workbook of the same name; once edited, give the paragraph the body style. Paragraphs of the style "To be written" need people; annex 4 lists them. To do without the numbers, set the character style "Sentence number" to hidden.
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

report-basics = 1. What was evaluated
report-basics-people = 1.1 Population and beneficiaries
report-people = The table shows the populations that the monitoring data count over: the latest denominator of each indicator, as the annex defines it. They are not the resident population.
report-people-caption = { $region }: populations behind the indicators
report-blank-population = Resident population, women, children aged 0–17 and households of a recent year, with year and source (census or 1 % sample survey).
report-basics-evaluated = 1.2 Basis and scope
report-basics-plan = This evaluation is of { $plan } ({ $document }); the base year is { $base }, the target year { $target }.
report-basics-targets = Over { $fields } fields the plan sets { $goals } main goals and { $measures } measures. They hold { $measurable } targets that a number can judge and { $qualitative } qualitative ones, which are judged by evidence and counted in none of the rates below.
report-basics-data = The evaluation is of { $region }, on data up to { $as_of } and { $figures } monitoring figures. Of { $measurable } targets { $assessable } can be judged; { $not_assessable } can't, for want of data or of a rule.
report-blank-organisation = Who led the evaluation, when, who took part; field visits and hearings.
report-basics-method = 1.3 Method
report-method-how = For each target the base figure, the latest figure and the target are compared; then the figure of the target year is projected with its interval from how the region and its peers have changed, which gives the probability that the target is met.
report-method-words = A probability of at least 90 % is called likely, 66–90 % rather likely, 33–66 % hard to say, 10–33 % unlikely, below 10 % very unlikely; where the figure of the target year is out, the report says met or missed.
report-method-cause = Projections say where an indicator is going, not which measure moved it. What the measures achieved is for the departments to show with evidence and for the panel to judge.

## 2. Progress as a whole

report-overall = 2. Progress as a whole
report-met-now = By the latest figures, up to { $as_of }, { $met_now } of { $measurable } targets are met: { $of_all }; of the { $with_latest } with a figure it is { $of_data }.
report-nearly = Another { $count } are nearly met (more than { $way } of the way from base to target is done) and not counted as met.
report-projected = Of the { $assessable } that can be judged { $good } are expected to be met by { $target } (likely, rather likely, or met already in the target year), a share of { $projected }; { $uncertain } can go either way, { $bad } are unlikely or missed. Another { $not_assessable } can't be judged and are not in this share.
report-nothing-assessable = The data do not yet allow to judge whether any target will be met in its target year.
report-time = Of the { $count } targets with a way from base to target, { $done } have gone all of it, { $ahead } are at least as far along as the time, { $behind } are behind it, and { $back } are further from the target than in the base year (time gone by: { $time }).
report-time-none = No target has a way from base to target that can be measured, so progress can't be held against the time gone by.
report-time-slowest = Furthest behind the time are: { $items }.
report-time-item = { $title }, { $way } of the way with { $time } of the time gone by
report-by-field = Targets by field
report-blank-overall = The panel's assessment of progress as a whole.

report-count-measurable = Targets
report-count-met-now = Met now
report-count-likely = Likely or rather likely
report-count-uncertain = Hard to say
report-count-unlikely = Unlikely
report-count-missed = Missed
report-count-not-assessable = Can't be judged

## 3. Field by field

report-fields = 3. Progress by field
report-field = 3.{ $number } { $field }
report-field-nothing = No main goal of this field has a target that a number can judge; how far they were realised is to be judged by evidence, and nothing is said here in numbers.
report-field-standing = { $field } has { $measurable } targets. Of { $with_latest } with a figure { $met_now } are met now; of { $assessable } that can be judged { $good } are expected to be met, { $uncertain } can go either way, { $bad } are unlikely or missed.
report-field-standing-none = { $field } has { $measurable } targets. Of { $with_latest } with a figure { $met_now } are met now; the data do not allow to judge whether any of them will be met in the target year.
report-field-standing-no-figure = { $field } has { $measurable } targets, none of them with a figure; nothing can be judged.
report-field-best = Compared with the base year { $better } of { $of } comparable targets are better; most improved is { $title }, from { $base } to { $latest }, a change of { $change }{ $way }.
report-field-way = , { $way } of the way from base to target
report-field-whole-way = , all of the way to the target
report-gap-of = { $gap } apart
report-field-none-better = None of the comparable targets is better than in the base year.
report-field-worse = Worse than in the base year: { $count }, namely { $items }.
report-field-worse-item = { $title } (from { $base } to { $latest })
report-series = "{ $title }"
report-difference = the difference in "{ $title }"
report-field-few = In { $count }, such as { $items }, the latest figure stands on fewer than { $cases } cases; its ups and downs are mostly chance and say neither better nor worse.
report-elsewhere = Elsewhere "{ $title }" stands at: { $items }.
report-elsewhere-above = { $region } { $value }
report-elsewhere-peers = median of { $count } peers { $value }
report-field-lags = { $count } targets are warned of; hardest is "{ $title }": target { $aim }, latest { $latest }, probability of attainment { $probability }, { $status }.
report-field-lags-no-chance = { $count } targets are warned of, such as "{ $title }": target { $aim }, latest { $latest }, too little data for a probability.
report-field-behind = Beside its peers the region lags on { $count } ({ $items }): on "{ $first }" { $good } of { $peers } peers that can be judged are met or expected to be.
report-field-ahead = Beside its peers the region leads on { $count } ({ $items }): on "{ $first }" { $bad } of { $peers } peers that can be judged are unlikely or missed.
report-field-above = Of { $both } targets that can be judged here and in { $region }, { $here } are met or expected to be met here and { $there } in { $region }.
report-field-silent = Nothing can be said of { $count } for want of data or of a rule: { $items }.
report-targets-caption = { $field }: from base to target (latest figures without a year are of { $year })
report-checklist-caption = { $field }: qualitative goals
report-measures-caption = { $field }: measures and what came of them
report-judgements-caption = { $field }: the model, the department, the panel
report-blank-experience = Experience in { $field } worth passing on (what was done, what it brought, name of or link to the evidence).

report-col-goal = Goal
report-col-target = Target
report-col-base = Base
report-col-latest = Latest
report-col-change = Change
report-col-aim = Asked for
report-col-judgement = Judgement
report-col-progress = Way/time
report-col-goal-title = Main goal
report-col-realised = How far realised
report-col-evidence = Evidence
report-col-measure-number = No.
report-col-measure = Measure
report-col-effect = What it achieved
report-col-department = Department
report-col-own-judgement = Department's own judgement
report-col-panel = Panel
report-col-field = Field
report-col-crowd = Population
report-col-year = Year
report-col-number = Persons
report-col-indicator = Indicator
report-col-target-year = Target year
report-col-projected = Projected
report-col-interval = 80 % interval
report-col-chance = Probability
report-col-grade = Evidence
report-col-rank = No.
report-col-flag = Flag
report-col-warnings = Other warnings
report-col-needed = What would have to change
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
report-expected = Adding up the probabilities of a miss, about { $expected } of { $assessable } targets that can be judged will be missed by { $target }; with 80 % probability between { $low } and { $high }.
report-sure = Of { $open } judgements by probability { $full } rest on full evidence, { $medium } on medium and { $low } on little; { $decided } are decided by the figure of the target year.
report-outlook-caption = Projected figure, 80 % prediction interval and probability of each target in its target year
report-record = How the method has done in the past:

## 5. Warnings

report-warnings = 5. Warnings
report-warned = { $count } targets are warned of: { $urgent } urgent (probability below { $urgent_below }, or decided) and { $watch } to watch (probability below { $watch_below }, or a floor broken, or off the target without a probability).
report-warned-none = No target has to be warned of.
report-warnings-caption = Warning list, most urgent first
report-unsteady = Another { $count } are likely enough, but their indicator is unsteady: { $items }.
report-unsteady-item = { $title } ({ $warnings })

## 6. Problems

report-problems = 6. Problems that stand out
report-problems-none = The figures show no problem that needs a paragraph of its own.
report-problem-floor-broken = A level that the plan wants kept has been broken in { $count }: { $items }.
report-problem-worsening = Getting worse over the last two years: { $count }, namely { $items }.
report-problem-stalled = At a standstill: { $count }, namely { $items }.
report-problem-gap-widening = Gaps that should narrow and widen: { $count }, namely { $items }.
report-problem-volatile = More volatile from year to year than among the peers, so that a single year should not be judged by: { $count }, namely { $items }.
report-problem-behind = Met or expected in most of the peers, unlikely or missed here: { $count }, namely { $items }.
report-problem-gaps = Gaps between urban and rural areas or between women and men wider than in the base year: { $count }, namely { $items }.
report-gap-item = { $name } ({ $pair }), from { $base } to { $gap } ({ $year })
report-problem-data = Monitoring has gaps: { $count } of { $measurable } targets can't be judged, and their goals can't be evaluated.
report-problem-held = Doubtful figures await confirmation by the office that sent them and are not used until then: { $items }.
report-blank-problems = Problems met in field visits and hearings, and their causes (institutions, funding, staff, capacity of services).

## 7. Proposals

report-proposals = 7. Proposals
report-proposals-none = No target has to be warned of; the measures should go on and be monitored yearly.
report-proposals-note = The tables order the warned targets by how much can still be changed, with the change needed and the measures that the plan itself names. Whether they are taken, by whom and by when is for the panel to propose.
report-room-open = { $count } that can still go either way and come first
report-room-hard = { $count } far from the target that need a stronger effort
report-room-hardly = { $count } hardly to be met at the present course: find the cause and adjust what is expected
report-room-decided = { $count } decided by the figure of the target year
report-no-measures = the plan names no measure
report-measures-shared = { $count } measures serve several warned targets at once; carrying out one of them helps more than one.
report-measure-serves = In { $field }, { $measure } serve { $count }: { $items }.
report-proposals-data = Another { $count } can't be judged; the departments should report the missing figures before the next monitoring year (annex 2).
report-blank-proposals = The panel's proposals: what, by whom, by when.

## Annexes

report-annex-indicators = Annex 1. Indicators explained
report-indicators-caption = Definition, numerator and denominator, redefinitions and department
report-annex-data = Annex 2. Data
report-figures-caption = Figures used (the last { $years } of each series)
report-no-figure = no figure
report-doubts-caption = Missing and doubtful data
report-annex-method = Annex 3. Method
report-made-from = Data and software
report-made-from-caption = Plan files and data files
report-rows = { $rows } rows
report-annex-blanks = Annex 4. To be written by hand
report-blanks-caption = { $count } places; fill in or delete each before the report is final

## Workbook

report-quantity-base = base
report-quantity-latest = latest
report-quantity-second = compared with
report-quantity-target = target
report-quantity-projected = projected
report-quantity-probability = probability
report-quantity-status = judgement
report-quantity-denominator = denominator (persons)

## Synthetic figures

report-synthetic-note = This draft holds synthetic figures, made by a program to show how the toolkit works; do not quote them or judge any region by them.

## Sheets of the workbook

report-sheet-sentences = Sentences and sources
report-sheet-verdicts = Verdicts
report-sheet-blanks = To be written
report-col-sentence-number = No.
report-col-sentence = Sentence
report-col-region = Region
report-col-target-title = Target or indicator
report-col-quantity = Quantity
report-col-value = Value
report-col-file = Data file
report-col-line = Line
report-col-target-id = Target id

## Index page

brief-index-reports = Evaluation reports (Word and workbook)
