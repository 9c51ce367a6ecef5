### What is wrong in judgements and action lists.

fault-ledger-columns = no head was found: these columns are missing: { $columns }. Use the sheet that "sxresearch judgements template" or "actions export" wrote, and leave the names of its columns alone
fault-ledger-unbound = the plan of target { $target } does not bind region { $region }: check both
fault-ledger-judgement-twice = the same source has judged this target on the same day already ({ $first }): keep one of the two, or correct the day
fault-ledger-actions-none = nothing was agreed in this list: fill action, office, due date and progress of at least one row
fault-ledger-number-twice = number { $number } was used before ({ $first }): every number has one row; leave it blank for a new action
fault-ledger-number-unknown = the action list has no number { $number }: leave it blank for a new action, and it will be given one
fault-ledger-number-moved = number { $number } belongs to region { $region } and target { $target }: put these back, or enter a new action with a blank number
fault-effect-group-unknown = there is no group { $found }; expected one of { $expected }
fault-effect-no-plan = no plan binds region { $region }, so there is no year to begin with: give one as "began"
fault-effect-levels = regions to compare must be of one level, found: { $found }. Name cities only, or counties only
fault-disparity-level = there is no level { $found } below region { $region }; expected one of { $expected }
fault-ledger-beside-store = Judgements and actions are kept in one place: where a monitoring store is used, take this file into it with store ledger-import, then move the file away.
fault-ledger-two-places = Use --ledger or --store, not both: records are kept in a file or in a store.
fault-ledger-file-missing = There is no such file. Check the path; judgements are in data/judgements.csv by default, actions in data/actions.csv.
