### Judgements and the action list: names of columns, values, and what is said of cells that cannot be read.

ledger-col-region = region code
ledger-col-target = target id
ledger-col-source = judged by
ledger-col-judgement = answer
ledger-col-chance = probability
ledger-col-role = name and role
ledger-col-date = day
ledger-col-reason = grounds
ledger-col-evidence = evidence link
ledger-col-as-of = data up to
ledger-col-number = no.
ledger-col-action = agreed action
ledger-col-who = who does it
ledger-col-due = due date
ledger-col-state = progress
ledger-col-note = remarks
ledger-col-recorded = recorded on
ledger-col-status-then = model's answer when agreed
ledger-col-chance-then = probability when agreed
ledger-col-as-of-then = data year when agreed

ledger-source-department = the department's own
ledger-source-panel = the panel's

ledger-state-planned = not begun
ledger-state-running = under way
ledger-state-done = completed
ledger-state-dropped = given up

ledger-blank = nothing
ledger-cell = column "{ $column }": expected { $expected }, found "{ $found }"; { $do }
ledger-expected-text = some words
ledger-do-text = fill in the blank
ledger-expected-short = at most 2,000 characters
ledger-do-short = shorten it and put the details into the evidence
ledger-expected-choice = one of { $known }
ledger-do-choice = choose one
ledger-expected-day = a day such as 2024-03-05 or 2024/3/5
ledger-do-day = write year, month and day
ledger-expected-year = a year of four digits, such as 2023
ledger-do-year = correct it, or leave it blank where it is not known
ledger-expected-chance = a number from 0 to 1 (0.85) or a percentage (85%)
ledger-do-chance = add the per cent sign, write a decimal, or leave it blank without an estimate
ledger-expected-region = a region's six-digit code or name of regions.csv (near: { $known })
ledger-do-region = correct it
ledger-expected-target = the id of a target in the plan files (near: { $known })
ledger-do-target = copy the id

ledger-line = { $source } judgement: { $answer } ({ $signed }). Grounds: { $reason }; evidence: { $evidence }
ledger-line-differs = {" "}It differs from the model's answer.

brief-col-judged-by = Judged by
brief-col-judged-answer = Judgement
brief-col-judged-aim = Aim
brief-col-judged-signed = Name and day
brief-col-judged-reason = Grounds
brief-col-judged-evidence = Evidence
brief-col-judged-differs = Differs
brief-judged-caption = Judgements of departments and the panel beside the model's answers
brief-judged-differs = differs from the model's answer
brief-judged-note = No judgement changes the model's answer; where the two differ, give the grounds in the evaluation report.
brief-col-agreed-action = Agreed action
brief-col-agreed-who = Who does it
brief-col-agreed-due = Due
brief-col-agreed-state = Progress
brief-col-agreed-then = Answer when agreed
brief-col-agreed-now = Answer now
brief-col-agreed-note = Remarks
brief-agreed-caption = Agreed actions, and what has moved since
pack-judgements = Judgements of departments and the panel, and agreed actions
pack-sheet-judgements = Judgements
pack-sheet-actions = Actions
