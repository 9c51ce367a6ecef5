### Sentences of the final evaluation report. Numbers are written by the program and filled in.

report-final-title = { $region }: final evaluation of { $plan }

## Words for outcomes

report-outcome-met = met
report-outcome-nearly = nearly met
report-outcome-missed = missed
report-outcome-not-measured = not measurable

## 2. Conclusion

report-final-conclusion = 2. Conclusion
report-final-counts = Of { $measurable } targets { $known } have a figure of the target year ({ $target }) to be judged by: { $met } met, { $nearly } nearly met (short of the target, but more than { $way } of the way from the base was gone), { $missed } missed. Another { $unknown } can't be judged.
report-final-rates = The rate of attainment depends on what it is a share of: { $met } of { $known } that can be judged, { $of_known }; with the { $nearly } nearly met, { $with_nearly }; of all { $measurable }, counting as missed what can't be judged, { $of_all }. Quote it with its denominator.
report-final-unknown = { $count } can't be judged, for want of a figure of the target year, of a base, or of a rule that the data answer: { $items }.
report-final-by-field = Outcome of the targets by field

## 3. Field by field

report-final-fields = 3. Outcome by field
report-final-field = Of { $measurable } targets in { $field } { $met } are met, { $nearly } nearly met, { $missed } missed; { $not_measured } can't be judged.
report-final-missed = { $count } did not reach the target: { $items }.
report-final-missed-item = { $title }, target { $aim }, in the end { $latest }, missed by { $shortfall }
report-final-worse = Worse than in the base year: { $count }, namely { $items }.
report-final-silent = Can't be judged: { $count }, namely { $items }.
report-final-targets = { $field }: from base to end
report-col-final = In the end
report-col-outcome = Outcome
report-col-missed-by = Missed by

## 4. How the mid-term warnings fared

report-fared = 4. How the mid-term warnings fared
report-fared-nothing = No target has both a mid-term judgement and a figure of its target year, so the warnings can't be checked.
report-fared-counts = The targets were judged again from the figures of the years up to mid-term ({ $years }) and held against what came. Of { $decided } with an outcome: warned and missed (hits) { $hit }, warned and met (false alarms) { $false_alarm }, not warned and missed (misses) { $miss }, not warned and met { $right_calm }; { $not_judged } could not be judged at mid-term.
report-fared-met-then = By the figures of mid-term { $met } of { $with_figure } targets with a figure were met; of these { $kept } were met in the end and { $lost } missed, the rest have no figure of the target year.
report-fared-hit = Hits, { $count }: { $items }.
report-fared-false-alarm = False alarms, { $count }: { $items }.
report-fared-miss = Misses, { $count }: { $items }.
report-fared-caption = Mid-term judgement and outcome
report-fared-few = Only { $count } targets had a probability at mid-term and an outcome, fewer than { $fewest }: too few to say whether the probabilities were right, so neither an error nor a calibration is given.
report-fared-brier = { $count } targets had a probability at mid-term and an outcome. Their Brier score (0 is perfect, less is better) is { $brier }; { $rate } were met, and always saying so would have scored { $always }.
report-reliability = Calibration: probabilities at mid-term and the share met
report-blank-fared = What was done after the mid-term warnings; whether false alarms were measures that worked; why misses were not foreseen.
report-col-midterm-year = Mid-term
report-col-midterm = Judgement then
report-col-fate = Check
report-fate-hit = hit
report-fate-false-alarm = false alarm
report-fate-miss = miss
report-fate-right-calm = right
report-fate-not-judged = not judged
report-fate-open = no outcome yet

## 5. Lessons

report-lessons = 5. Lessons
report-lesson-not-measured = { $count } had a figure to reach that can't be judged ({ $items }): the next plan should name source, base and reporting department when it is issued.
report-lesson-unforeseen = { $count } were not warned of at mid-term and missed ({ $items }): find out what happened in the second half, and warn more often in annual monitoring.
report-lesson-warned-in-vain = { $count } were warned of at mid-term and missed all the same ({ $items }): ask whether measures followed the warning, or the target was out of reach.
report-lesson-recovered = { $count } were warned of at mid-term and met ({ $items }): the figures don't tell whether measures worked or the warning was too strict; what was done deserves a description.
report-lesson-easy = { $count } were met in the base year already ({ $items }): such a target only asks to hold; the next plan could ask for more.
report-lesson-nearly = { $count } were nearly met ({ $items }): say whether a rate of attainment counts them.
report-blank-lessons = Lessons of carrying out the plan: organisation, funding, monitoring, responsibility.

## 6. The next plan

report-next = 6. Values for the next plan
report-next-how = If things go on as they have, the same projections carried to { $year } reach the values below with a probability of 50, 80 and 90 %. A target in the column of 50 % is missed as likely as not; one in the column of 90 % asks for little more than what comes by itself. How much to ask is for those who write the plan; the table only says how hard each choice is.
report-next-none = No series has data enough to be carried to the target year of the next plan.
report-next-caption = Values reached in { $year } if things go on as they have, by probability (50, 80, 90 %)
report-col-reached = Reached with { $chance }
report-blank-next = Proposals for indicators and targets of the next plan.
