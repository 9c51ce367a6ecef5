### Sentences of the final evaluation report. Numbers are written by the program and filled in.

report-final-title = { $region }: final evaluation of { $plan }

## Words for outcomes

report-outcome-met = met
report-outcome-nearly = nearly met
report-outcome-missed = missed
report-outcome-not-measured = not assessable

## 2. Conclusion

report-final-conclusion = 2. Conclusion
report-final-counts = Of { $measurable } targets { $known } have a figure for the target year ({ $target }) and can be judged: { $met } met, { $nearly } nearly met (short of the target, but at least { $way } of the way from base to target is done), { $missed } missed. Another { $unknown } cannot be assessed.
report-final-rates = The rate of attainment depends on its denominator: { $met } of { $known } that can be judged, { $of_known }; including the { $nearly } nearly met, { $with_nearly }; of all { $measurable }, counting those that cannot be assessed as not met, { $of_all }. Quote it with its denominator.
report-final-unknown = { $count } cannot be assessed, for lack of a figure for the target year, of a base value, or because the rule cannot be applied to the data: { $items }.
report-final-by-field = Outcome of the targets by field

## 3. Field by field

report-final-fields = 3. Outcome by field
report-final-field = Of { $measurable } targets in { $field } { $met } are met, { $nearly } nearly met, { $missed } missed; { $not_measured } cannot be assessed.
report-final-missed = { $count } did not reach the target: { $items }.
report-final-missed-item = { $title }, target { $aim }, final value { $latest }, short by { $shortfall }
report-final-worse = Worse than in the base year: { $count }, namely { $items }.
report-final-silent = Cannot be assessed: { $count }, namely { $items }.
report-final-targets = { $field }: from base to final value
report-col-final = Final value
report-col-outcome = Outcome
report-col-missed-by = Short by

## 4. How the mid-term warnings fared

report-fared = 4. How the mid-term warnings fared
report-fared-nothing = No target has both a mid-term assessment and a figure for its target year, so the mid-term warnings cannot be checked.
report-fared-counts = The targets were assessed again from the figures of the years up to mid-term ({ $years }) and compared with the final results. Of { $decided } with an outcome: warned and missed (hits) { $hit }, warned and met (false alarms) { $false_alarm }, not warned and missed (misses) { $miss }, not warned and met { $right_calm }; { $not_judged } could not be assessed at mid-term.
report-fared-met-then = By the mid-term figures { $met } of { $with_figure } targets with data were met; of these { $kept } were met in the target year and { $lost } missed; the rest have no figure for the target year.
report-fared-hit = Hits, { $count }: { $items }.
report-fared-false-alarm = False alarms, { $count }: { $items }.
report-fared-miss = Misses, { $count }: { $items }.
report-fared-caption = Mid-term assessment and final outcome
report-fared-few = Only { $count } targets had a probability at mid-term and an outcome, fewer than { $fewest }: too few to test whether the probabilities were accurate, so no error and no calibration chart are given.
report-fared-brier = { $count } targets had a probability at mid-term and an outcome. Their Brier score (0 is perfect, smaller is better) is { $brier }; { $rate } were met, and always giving that share as the probability would have scored { $always }.
report-reliability = Calibration: mid-term probabilities and share actually met
report-blank-fared = What was done after the mid-term warnings; whether false alarms reflect measures that worked; why misses were not foreseen.
report-col-midterm-year = Mid-term
report-col-midterm = Mid-term assessment
report-col-fate = Check
report-fate-hit = hit
report-fate-false-alarm = false alarm
report-fate-miss = miss
report-fate-right-calm = correct
report-fate-not-judged = not assessed
report-fate-open = no outcome yet

## 5. Lessons

report-lessons = 5. Lessons
report-lesson-not-measured = { $count } have a required value that cannot be assessed ({ $items }): the next plan should specify source, base value and reporting department when it is issued.
report-lesson-unforeseen = { $count } had no warning at mid-term and were missed ({ $items }): find out what happened in the second half of the plan, and warn at shorter intervals in annual monitoring.
report-lesson-warned-in-vain = { $count } had a warning at mid-term and were still missed ({ $items }): review whether measures followed the warning, or whether the target was unrealistic.
report-lesson-recovered = { $count } had a warning at mid-term and were met ({ $items }): the data do not show whether measures worked or the warning was too strict; what was done should be documented.
report-lesson-easy = { $count } were already met in the base year ({ $items }): such targets only require the level to be held; consider raising them in the next plan.
report-lesson-nearly = { $count } were nearly met ({ $items }): state whether a rate of attainment includes them.
report-blank-lessons = Lessons from implementing the plan: organisation, funding, monitoring, accountability.

## 6. The next plan

report-next = 6. Reference values for the next plan
report-next-how = If changes go on as they have, the same method projected to { $year } reaches the values below with a probability of 50%, 80% and 90%. A target set in the 50% column is as likely to be missed as met; one in the 90% column is roughly what happens without further effort. The level is for those who write the plan to decide; the table only shows how demanding each choice is.
report-next-none = No series has enough data to be projected to the target year of the next plan.
report-next-caption = Values reached in { $year } if changes go on as they have, by probability (50%, 80%, 90%)
report-col-reached = Reached with { $chance }
report-blank-next = Proposals for indicators and target values of the next plan.
