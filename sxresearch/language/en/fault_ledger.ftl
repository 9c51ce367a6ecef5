### What is wrong in judgements and action lists.

fault-ledger-columns = No header was found; these columns are missing: { $columns }. Use the sheet written by "sxresearch judgements template" or "actions export", and do not rename its columns.
fault-ledger-unbound = The plan of target { $target } does not apply to region { $region }. Check both.
fault-ledger-judgement-twice = The same source has already judged this target on the same day ({ $first }). Keep one of the two, or correct the date.
fault-ledger-actions-none = Nothing was agreed in this list. Fill in action, office, due date and progress of at least one row.
fault-ledger-number-twice = Number { $number } was used before ({ $first }). Every number has one row; leave it blank for a new action.
fault-ledger-number-unknown = The action list has no number { $number }. Leave it blank for a new action; a number will be assigned.
fault-ledger-number-moved = Number { $number } belongs to region { $region } and target { $target }. Restore these, or enter a new action with a blank number.
fault-effect-group-unknown = There is no group { $found }; expected one of { $expected }.
fault-effect-no-plan = No plan applies to region { $region }, so the first year is unknown. Give a year as "began".
fault-effect-levels = Regions to compare must be of one level, found: { $found }. Name cities only, or counties only.
fault-disparity-level = There is no level { $found } below region { $region }; expected one of { $expected }.
fault-ledger-beside-store = Judgements and actions are kept in one place: where a monitoring store is used, take this file into it with store ledger-import, then move the file away.
fault-ledger-two-places = Use --ledger or --store, not both: records are kept in a file or in a store.
fault-ledger-file-missing = There is no such file. Check the path; judgements are in data/judgements.csv by default, actions in data/actions.csv.
