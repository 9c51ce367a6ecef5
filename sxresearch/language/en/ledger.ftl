### Judgements and the action list: names of columns, values, and what is said of cells that can't be read.

ledger-col-region = region name
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
ledger-cell = column "{ $column }": expected { $expected }; found: { $found }.
ledger-expected-text = some words, not a blank (fill it in)
ledger-expected-short = at most 2,000 characters (shorten it and put the details into the evidence)
ledger-expected-choice = one of: { $known } (choose one)
ledger-expected-day = a day such as 2024-03-05 (2024/3/5 will do): write year, month and day
ledger-expected-year = a year of four digits, such as 2023, or a blank where it is not known
ledger-expected-chance = a number from 0 to 1 (0.85) or a percentage (85%): add the per cent sign, or leave it blank without an estimate
ledger-expected-region = a region's six-digit code or name of regions.csv (near: { $known }): correct it
ledger-expected-target = the id of a target in the plan files (near: { $known }): copy it
