### What a user can mend: what was expected, what was found, what to do. The place is added by the program.

fault-file-missing = The file was not found. Check the path and the file name.
fault-file-empty = The file is empty. Fill it in and try again, or leave it out of the command.
fault-columns-missing = Required columns are missing: { $columns }. Add them to the first row and try again.

fault-yaml-encoding = The file must be UTF-8 text. Save it as "UTF-8" and try again.
fault-yaml-syntax = This is not valid YAML: { $problem }. Check indentation, colons and quotes on this line.
fault-yaml-key-twice = Key "{ $key }" appears twice in the same place. Keep one of them.
fault-yaml-list-expected = A list was expected here (items that begin with "- "). Follow the sample file.
fault-yaml-mapping-expected = "key: value" pairs were expected here. Follow the sample file.
fault-key-missing = Required key "{ $key }" is missing. Add it.
fault-key-unknown = Unknown key "{ $key }". Check its spelling, or remove it.
fault-value-vocabulary = "{ $key }" must be { $expected }, got "{ $found }". Use one of these.
fault-value-form = "{ $key }" is not as required: { $expected }; got "{ $found }". Correct it.

fault-region-code-form = A region code has six digits, got "{ $found }". Use the GB/T 2260 code.
fault-region-twice = Region code { $code } appears twice. Keep one row.
fault-region-level = A region's level must be one of { $expected }, got "{ $found }". Correct it.
fault-region-parent = Parent { $parent } of region { $code } is not listed above it. List the parent first.
fault-region-unknown = Region code { $code } is not in regions.csv. Check the code, or add the region there first.

fault-no-plans = The folder holds no plan file (*.yaml). Check the path.
fault-plan-id-twice = Id "{ $id }" is used twice. Every plan, field and target needs its own id; rename one.
fault-numbers-not-in-order = Numbers must run from 1 without gaps, got { $found }. Number them as the plan does.
fault-measure-unnamed = No goal names measure { $number }. Add it to served_by of the goal that it serves.
fault-measure-unknown = This field has no measure { $number }. Use an existing number.
fault-goal-kind = The goal's kind is "{ $kind }" but it holds { $count } targets. A qualitative goal holds none, the other kinds at least one; correct the kind or the targets.
fault-goal-without-target = Goal { $number } holds no target at all. Give a qualitative goal one target with rule: qualitative, so that it stays visible.
fault-indicator-twice = The name "{ $name }" is already used by indicator { $other }. Rename one, or data could go to the wrong series.
fault-indicator-unknown = Indicator "{ $id }" is not in indicators.yaml. Check its spelling, or register it first.
fault-group-unknown = Indicator { $id } has no group "{ $group }" (registered: { $expected }). Change the group, or register it with the indicator.
fault-rule-does-not-fit = Rule { $rule } does not fit indicator { $id }, whose better direction is { $better }. Check the rule or the indicator's "better".
fault-target-out-of-bounds = Target value { $value } lies outside the indicator's bounds [{ $low }, { $high }]. Check it against the text.
fault-target-finer-than-indicator = Target value { $value } is finer than the indicator is published ({ $decimals } decimals). Raise the indicator's decimals or check the text.

fault-file-kind = The file must be one of { $expected }, got "{ $found }". Save it as one of these.
fault-csv-encoding = The file is neither UTF-8 nor GB18030 text. Save it as "CSV UTF-8" and try again.
fault-folder-without-tables = The folder holds no data file ({ $expected }). Check the path.
fault-columns-unknown = Unknown columns: { $columns }. Rename them as in the reporting form, or remove them.
fault-columns-twice = Columns that appear twice: { $columns }. Keep one of each.
fault-observation-number = Column "{ $column }" must hold a number, got "{ $found }". Write a number; leave it empty when there is none (a year cannot be empty).
fault-observation-region = Region code { $region } is not in regions.csv. Check the code, or add the region there first.
fault-observation-indicator = Indicator "{ $indicator }" is not registered. Use an id or a name from indicators.yaml.
fault-observation-group = Group "{ $group }" is unknown. It must be one of total urban rural female male.
fault-observation-group-of-indicator = Indicator { $indicator } has no group "{ $group }" (registered: { $expected_groups }). Change the group, or register it in indicators.yaml.
fault-observation-year = A year must be a whole number from 1949 to 2100, got { $year }. Correct it.
fault-observation-unit = Unit "{ $unit }" is unknown. Indicator { $indicator } is measured in { $expected_unit }.
fault-observation-unit-of-indicator = Indicator { $indicator } is measured in { $expected_unit }, got { $unit }. Convert the figure or correct the unit.
fault-observation-bounds = Values of { $indicator } must lie between { $low } and { $high }, got { $value } (region { $region }, { $group }, { $year }). Check it against the original.
fault-observation-count = Numerator and denominator cannot be negative (region { $region }, indicator { $indicator }, { $year }). Check them.
fault-observation-denominator = With a numerator the denominator must be above 0 (region { $region }, indicator { $indicator }, { $year }). Add it.
fault-observation-status = Status "{ $status }" is unknown. It must be final, preliminary or revised.
fault-observation-basis = Basis "{ $basis }" is unknown. It must be printed, derived, secondary or synthetic.
fault-observation-source = No source is given. Every figure must be traceable; name the report, document or department.
fault-observation-key-twice = The same region, indicator, group and year appear in two rows ({ $region }, { $indicator }, { $group }, { $year }). Remove one, or tell the versions apart with reported_at.

fault-year-outside-data = { $name } must lie in the years of the data, { $first }–{ $last }, got { $found }. Change the year, or add data first.

fault-region-without-parts = Region { $code } has no regions below it to compare with. Choose another region.
