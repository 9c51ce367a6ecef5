### Why an evaluation report cannot be made: what was expected, what was found, what to do.

fault-report-template = A letterhead should be a Word document (.docx); this file cannot be opened as one. Save it as .docx in Word (not .doc or .dotx) and give it with --template.
fault-report-no-plan = No plan applies to { $code } { $name }. Name one that does with --plan.
fault-report-final-too-early = A final evaluation needs figures for the target year: the target year of { $plan } in { $code } is { $year }, the data go to { $last }, and no target has a figure for its target year. Wait until they are published, or make the mid-term evaluation (report midterm).
fault-report-chapter = The report has { $last } chapters, annexes included; there is no chapter { $found }. Give a number from 1 to { $last }.
