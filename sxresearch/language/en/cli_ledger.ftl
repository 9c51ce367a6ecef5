### Commands on judgements and action lists.

cli-help-judgements = Judgements of departments and the panel: forms, taking them in, comparing with the model
cli-help-judgements-template = Write a form for judgements (without the model's assessments, so that nobody is influenced by them)
cli-help-judgements-department = List the targets of one department only
cli-help-judgements-import = Read in completed forms: all of them or none
cli-help-judgements-compare = List judgements that differ from the model's assessment, and score both where the outcome is known
cli-help-actions = Action list: export it from the warning list, read it in after the meeting, see what has changed
cli-help-actions-export = Write the action list from the warning list
cli-help-actions-import = Read in edited action lists: all of them or none
cli-help-actions-list = List the status of each action and what has changed since it was agreed
cli-help-ledger-regions = Codes or names of regions
cli-help-ledger-files = Completed tables (Excel, WPS or CSV)
cli-help-ledger-out = The Excel file to write
cli-help-ledger = The CSV file that keeps the records; judgements.csv or actions.csv in the data folder by default

cli-actions-taken = Read in: { $new } new, { $moved } changed, { $unchanged } unchanged.
cli-actions-none = Nothing has been agreed for these regions yet.
cli-actions-line = { $number } { $region }, { $target }: { $action } ({ $who }, by { $due }, { $state }); when agreed { $then }, now { $now }
cli-actions-moved = from { $before } to { $now }
cli-actions-overdue = { $state }, overdue
cli-judgements-taken = { $count } judgements were read in.
cli-judgements-counts = { $count } judgements, of which { $differing } differ from the model.
cli-judgements-line = { $region }, { $target }: the model says { $model }; { $judgement }
cli-judgements-few = { $source }: { $cases } with a known outcome, { $hits } in line with it; Brier score { $brier }; { $beside } comparable with the model: Brier score { $theirs }, the model { $model }. With fewer than 30 cases no conclusion is drawn.
cli-judgements-score = { $source }: { $cases } with a known outcome, { $hits } in line with it; Brier score { $brier }; { $beside } comparable with the model: Brier score { $theirs }, the model { $model } (0 is perfect; always saying 50% gives 0.25).

ledger-col-region-name = name of the region
ledger-col-title = target in words
ledger-col-aim = requirement
ledger-col-answer = present assessment
ledger-sheet-actions = Actions
ledger-sheet-actions-note = Grey columns are filled in by the system: please do not change them. Fill in the yellow ones with what was agreed: what, who, by when (2025-06-30), progress. Leave rows blank where nothing was agreed. Further actions on a target go into the blank rows below: copy region and target, leave the number blank.
ledger-sheet-judgements = Judgements
ledger-sheet-judgements-note = Grey columns are filled in by the system: please do not change them. Choose whose judgement it is, and the assessment, from the lists; a probability may be given as 85%, or left blank; give year, month and day; reasons and evidence (a link or document number) are required. Leave rows blank for targets that are not assessed.
ledger-sheet-choose = Choose one from the list
fault-ledger-judgements-none = No judgement was entered. Fill in at least one row.
fault-ledger-department-unknown = No target has the department "{ $department }". Check its name (data/responsibility.csv).
cli-checked-judgements = { $path }: judgements, no faults ({ $count })
cli-checked-actions = { $path }: action list, no faults ({ $count } actions)
cli-help-ledger-store = Keep the records in this monitoring store instead of a CSV file: sqlite:///file, or postgresql+psycopg://user@host/database
