### Sentences of the meeting pack (Word and Excel). Numbers arrive as finished text.

pack-title = { $region }: monitoring and evaluation report on the women's and children's plans
pack-title-family = { $region } and the regions below it: monitoring and evaluation report on the women's and children's plans
pack-title-department = { $department }: monitoring and evaluation report on its targets
pack-title-department-of = { $region }, { $department }: monitoring and evaluation report on its targets
pack-page = Page { $page } of { $pages }

## Chapters of the Word file

pack-summary = 1 Summary
pack-process = 2 Process and data
pack-profile = 3 Profile of the targets
pack-completion = 4 Completion by field, with measures
pack-problems = 5 Problems and warnings
pack-doubts = 6 Missing and doubtful data
pack-proposals = 7 Proposals
pack-appendix = Appendix

pack-summary-of = What follows first is about { $region } itself; the table counts the targets of every region.
pack-counts-caption = Targets by answer (expected misses: the sum of the chances of missing)
pack-count-region = Region
pack-count-field = Field
pack-count-measurable = Measurable
pack-count-met = Met
pack-count-missed = Missed or out of reach
pack-count-likely = Likely or rather likely
pack-count-uncertain = Hard to say
pack-count-unlikely = Unlikely
pack-count-not-assessable = Not assessable
pack-count-qualitative = Qualitative
pack-count-misses = Expected misses
pack-process-text = This evaluation rests on: { $plans }. Data to { $as_of }; regions: { $regions }; figures: { $figures }. Of { $measurable } measurable targets, { $assessable } have the data and the rule that an assessment needs.
pack-profile-caption = { $region }: targets by field
pack-matrix = Matrix of targets and regions
pack-matrix-note = ● met   ▲ likely   △ rather likely   ◇ hard to say   ▽ unlikely   ▼ very unlikely   ■ out of reach   × missed   ○ not assessable; blank: the plan does not bind the region.
pack-field-caption = { $field }: measurable targets (latest values are of { $year } unless another year is named; the 80% interval follows the projected value)
pack-charts-of = The charts below are of { $region }.
pack-measures = Measures named by the plan
pack-shared-caption = Targets that several regions will probably miss
pack-shared-target = Target
pack-shared-aim = Asks for
pack-shared-number = Regions warned
pack-shared-where = Where
pack-shared-count = { $count } (of { $of } assessable)
pack-proposals-note = This table follows from the data and the plan's text: the third column says what change would be needed, the fourth lists the plan's own measures. Whether to act, and who does, is for the panel to judge.
pack-proposals-caption = What the warned targets would need
pack-proposal-target = Target
pack-proposal-needed = Change needed
pack-proposal-measures = The plan's measures
pack-proposal-who = Department
pack-do-data = Another { $count } targets can't be assessed for want of data or a rule; see “Missing and doubtful data”.
pack-intervals = Projected values and intervals
pack-intervals-caption = Projected value (median) of every target in its target year, with 50, 80 and 95% prediction intervals
pack-interval-target = Target
pack-interval-projected = Projected
pack-interval-50 = 50% interval
pack-interval-80 = 80% interval
pack-interval-95 = 95% interval
pack-interval-chance = P attain

## Sheets of the Excel file

pack-sheet-notes = Notes and sources
pack-sheet-verdicts = Verdicts
pack-sheet-warnings = Warnings
pack-sheet-observations = Observations
pack-sheet-matrix = Matrix
pack-sheet-regions = Regions

## Columns of the Excel file

pack-col-region = Region
pack-col-code = Region code
pack-col-plan = Plan
pack-col-field = Field
pack-col-goal = Goal
pack-col-target = Target
pack-col-id = Target id
pack-col-aim = Asks for
pack-col-target-value = Target value
pack-col-target-year = Target year
pack-col-unit = Unit
pack-col-latest-year = Latest year
pack-col-latest = Latest
pack-col-met-now = Met now
pack-col-projected = Projected
pack-col-lower50 = 50% lower
pack-col-upper50 = 50% upper
pack-col-lower80 = 80% lower
pack-col-upper80 = 80% upper
pack-col-lower95 = 95% lower
pack-col-upper95 = 95% upper
pack-col-chance = P attain
pack-col-p = P (not rounded)
pack-col-every-year = P every year
pack-col-status = Answer
pack-col-flag = Warning level
pack-col-warnings = Other warnings
pack-col-required = Required change a year
pack-col-observed = Observed change a year
pack-col-shortfall = Distance from target
pack-col-grade = Evidence
pack-col-points = Figures
pack-col-department = Department
pack-col-needed = Change needed
pack-col-measures = The plan's measures
pack-col-synthetic = Synthetic
pack-col-reason = Reason
pack-col-indicator = Indicator
pack-col-indicator-id = Indicator id
pack-col-group = Group
pack-col-year = Year
pack-col-value = Value
pack-col-numerator = Numerator
pack-col-denominator = Denominator
pack-col-data-status = Data status
pack-col-basis = Basis
pack-col-source = Source
pack-col-reported = Reported
pack-col-file = File
pack-col-line = Line
pack-col-misses = Regions expected to miss
pack-yes = yes
pack-no = no
pack-note-item = Item
pack-note-value = Content
pack-note-identity = Brief
pack-note-plan = Plan
pack-note-file = Data file
pack-note-source = Source
pack-note-versions = Software
pack-note-how = How to use
pack-note-how-text = The column P attain is written as in the brief and never crosses the edge of a band; the column beside it is for calculations. Values of percentages are percents (95 means 95%). Texts that begin with = + - @ have an apostrophe before them, so that no spreadsheet takes them for formulas.
pack-data-status-final = final
pack-data-status-preliminary = preliminary
pack-data-status-revised = revised
