### Commands on judgements and action lists.

cli-help-judgements = Judgements of departments and the panel: forms, taking them in, comparing with the model
cli-help-judgements-template = Write a form for judgements (without the model's answers, so that nobody leans on them)
cli-help-judgements-department = List the targets of one department only
cli-help-judgements-import = Take filled forms in: all of them or none
cli-help-judgements-compare = List judgements that differ from the model, and score both where the outcome is known
cli-help-actions = The action list: out of the warning list, back in after the meeting, and what has moved
cli-help-actions-export = Write the action list made from the warning list
cli-help-actions-import = Take edited action lists in: all of them or none
cli-help-actions-list = List how each action stands and what has moved since it was agreed
cli-help-ledger-regions = Codes or names of regions
cli-help-ledger-files = Filled tables (Excel, WPS or CSV)
cli-help-ledger-out = The Excel file to write
cli-help-ledger = The CSV file that keeps the records; judgements.csv or actions.csv in the data folder by default

cli-actions-taken = Taken in: { $new } new, { $moved } that moved, { $unchanged } as they were.
cli-actions-none = Nothing has been agreed for these regions yet.
cli-actions-line = { $number } { $region }, { $target }: { $action } ({ $who }, by { $due }, { $state }); when agreed { $then }, now { $now }
cli-actions-moved = from { $before } to { $now }
cli-actions-overdue = { $state }, overdue
cli-judgements-taken = { $count } judgements were taken in.
cli-judgements-counts = { $count } judgements, of which { $differing } differ from the model.
cli-judgements-line = { $region }, { $target }: the model says { $model }; { $judgement }
cli-judgements-few = { $source }: { $cases } with a known outcome, { $hits } right; Brier { $brier }; of { $beside } comparable ones Brier { $theirs }, the model { $model }. Below 30 cases nothing is claimed.
cli-judgements-score = { $source }: { $cases } with a known outcome, { $hits } right; Brier { $brier }; of { $beside } comparable ones Brier { $theirs }, the model { $model } (0 is perfect, 0.25 is fifty-fifty).

ledger-col-region-name = name of the region
ledger-col-title = what it is about
ledger-col-aim = what the plan asks
ledger-col-answer = the model's answer now
ledger-sheet-actions = Actions
ledger-sheet-actions-note = The grey columns were filled in: leave them as they are. Fill the yellow ones with what was agreed: what, who, by when (2025-06-30), progress. Leave rows blank where nothing was agreed. Further actions on a target go into the blank rows below: copy region and target, leave the number blank.
ledger-sheet-judgements = Judgements
ledger-sheet-judgements-note = The grey columns were filled in: leave them as they are. Choose whose judgement it is and the answer from the lists; a probability may be given as 85%; give year, month and day; grounds and evidence (a link or the number of a document) are needed. Leave rows blank where nothing is judged.
ledger-sheet-choose = Choose one of the list
fault-ledger-judgements-none = nothing was judged in this form: fill at least one row
fault-ledger-department-unknown = no measurable target has the department "{ $department }": check its name (data/responsibility.csv)
cli-checked-judgements = { $path }: judgements, no faults ({ $count })
cli-checked-actions = { $path }: action list, no faults ({ $count } actions)
cli-help-ledger-store = Keep the records in this monitoring store instead of a CSV file: sqlite:///file, or postgresql+psycopg://user@host/database
