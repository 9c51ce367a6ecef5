### Findings on reading data: how places and lines are written. Their sentences stand in intake.ftl and quality.ftl.

finding-line = { $sentence } ({ $places }). { $action }
finding-comma = {", "}
finding-semicolon = {"; "}
finding-at-line = line { $line }
finding-place-detail = { $place }: { $detail }
finding-sheet = { $file }, sheet "{ $sheet }"
finding-place = { $where }, { $inside }
finding-and-more = { $places } and more, { $count } places in all

severity-refuse = refused
severity-hold = held
severity-note = note

finding-rows = { $count } rows
