### First screen and one-page version: the four answers. Numbers arrive as finished text.

answer-lead = Of { $assessable } targets that can be assessed, about { $misses }{ $range } are not likely to be met on time in { $years }; share expected to be met (met, likely or rather likely): { $projected }.
answer-lead-decided = All { $assessable } targets that can be assessed are decided for { $years }: { $misses } were missed.
answer-lead-none = The data at hand do not allow any target to be assessed yet.
answer-range = {" "}(80% prediction interval { $low }–{ $high })
answer-range-one = {" "}(with more than 80% probability)
answer-unassessed-third = More than a third of the targets lack data or a rule and cannot be assessed yet.
answer-unassessed-half = More than half of the targets lack data or a rule and cannot be assessed yet.
answer-unassessed-two-thirds = More than two thirds of the targets lack data or a rule and cannot be assessed yet.
answer-rates = Met by the latest figures: { $of_all } ({ $met_now } of { $measurable } monitored targets; { $of_data } of the { $with_latest } with data).
answer-rates-nearly = Another { $nearly } are nearly met (at least { $way } of the way from base to target done) and not counted.

answer-hardest-chance = probability { $probability }; target { $aim }, latest { $latest }
answer-hardest-decided = { $status }; target { $aim }, latest { $latest }
answer-hardest-silent = no probability can be given, but the latest figure is off course; target { $aim }, latest { $latest }
answer-where = Fields with the most warnings: { $fields }.
answer-field = { $field } ({ $count })
answer-where-lowest = No target has a probability below 50%; the lowest is { $title } ({ $probability }).

answer-record-both = In { $judged } past assessments of regions of this level, { $missed } of the targets assessed as unlikely were indeed missed, and { $met } of those assessed as likely or rather likely were met.
answer-record-likely = In { $judged } past assessments of regions of this level, { $met } of the targets assessed as likely or rather likely were met; none was assessed as unlikely.
answer-record-unlikely = In { $judged } past assessments of regions of this level, { $missed } of the targets assessed as unlikely were indeed missed; none was assessed as likely or rather likely.
answer-record-none = All { $judged } past assessments of regions of this level were uncertain.
answer-record-cautious = Overall too pessimistic, beyond chance: mean probability { $said }, share met { $met }. Corrected for this, about { $corrected } targets would not be met on time.
answer-record-optimistic = Overall too optimistic, beyond chance: mean probability { $said }, share met only { $met }. Corrected for this, about { $corrected } targets would not be met on time.
answer-record-even = Overall they did not clearly err on either side.
answer-record-unsided = There are too few indicators or years to test whether they erred on one side.
answer-evidence = Evidence behind the probabilities: sufficient for { $full }, moderate for { $medium }, insufficient for { $low }.

answer-open = { $count } can still go either way (probability 20–66%) and should come first, among them:
answer-open-none = No target lies between 20% and 66%, where it could still go either way.
answer-open-item = Probability { $probability }; target { $aim }.
answer-open-persons = Distance from the target: { $persons }.
answer-persons = about { $count } ({ $name })
answer-measure = { $field }, measure { $number } “{ $title }” ({ $count } targets)
answer-out-of-reach = { $count } with a probability below 10%, or decided against, cannot be turned round by present measures alone: consider and report them separately.
answer-data = Complete the missing data at the same time (see “Missing and doubtful data”).
brief-measures-shared = Measures that serve several targets with a warning:
brief-one-page-list = The { $shown } most urgent of { $of } targets with a warning
brief-one-page-caption = Most urgent first; 80% prediction interval after the projected value
brief-one-page-more = All targets, charts, method and sources: see the full brief ({ $region }.html).
brief-warnings-counts = { $urgent } urgent, { $watch } to watch.
brief-outlook-base = base { $base }
brief-note-mark = n{ $number }
brief-readings-in-annex = The assessment of { $count } targets also depends on how the plan is read, among other things: see the numbered notes in the annex “All targets”, below each field's table.
brief-col-persons = Persons or cases away from the target
brief-field-counts = { $measurable } targets: { $good } met, likely or rather likely; { $uncertain } uncertain; { $bad } unlikely or missed; { $none } not assessable.
brief-field-without-numbers = No target of this field is measured by a number; it is assessed on supporting evidence.
brief-field-goals = Qualitative goals (on supporting evidence, not assessed by a model):
brief-field-measures = Measures:
brief-targets-heading = All targets
brief-targets-note = Targets on the warning list are described there; latest figures without a year are for { $year }.
brief-see-warning = see warning { $rank }
brief-col-worse = Worse off
brief-gap-even = no clear difference
brief-annexes = Annexes
brief-annexes-note = All other charts, every target in detail, method and sources. Click a heading to open it; not printed by default.
brief-annexes-print = Print the annexes too
brief-top = Back to the top
brief-episodes-none = Of { $episodes } comparable { $years ->
    [one] one-year periods
   *[other] { $years }-year periods
  } of peers, none moved that fast.
brief-needed-turn-up = It has to { $required } a year, but recently it { $observed } a year: the rise has to be reversed.
brief-needed-turn-down = It has to { $required } a year, but recently it { $observed } a year: the fall has to be reversed.
pack-sheet-answer = On one page
pack-answer-question = Question
pack-answer-subject = Target or measure
pack-answer-answer = Answer
pack-col-persons = Persons or cases away from the target
pack-col-range = 80% interval
cli-help-one-page = Also write the one-page version for leaders (A4, REGION.one-page.html).
answer-myriads = { $count } ×10 000
answer-silent = Targets that are off course and have no probability also need faster progress (see the warning list).
brief-every-year-broken = not held in every year of the plan so far
answer-nothing = No target has enough data for an assessment; the figures listed describe the present only.
answer-data-first = Report the missing data first (see “Missing and doubtful data”): a probability requires figures for five years or more.
brief-progress-brief = progress { $way } (time { $time })
brief-col-gap-change = Gap: { $year } → latest
