### What is wrong in plan files, register, regional values and departments (the rest is in fault.ftl).

fault-form-text = "{ $key }" must be text that is not empty, got "{ $found }". Write words; put what looks like a number in quotes.
fault-form-pattern = "{ $key }" is not written as required (pattern { $pattern }), got "{ $found }". Correct it.
fault-form-whole = "{ $key }" must be a whole number, got "{ $found }". Write a whole number.
fault-form-number = "{ $key }" must be a number, got "{ $found }". Write it without quotes or unit.
fault-form-yes-no = "{ $key }" must be true or false, got "{ $found }". Write one of the two.
fault-form-list = "{ $key }" must be a list, got "{ $found }". Write [ … ] or items that begin with "- ".
fault-form-longer-list = "{ $key }" has too few items. Add what is missing, or follow the sample file.
fault-form-shorter-list = "{ $key }" has too many items. Remove some, or follow the sample file.
fault-form-mapping = "{ $key }" must hold "key: value" pairs, got "{ $found }". Follow the sample file and leave no empty item.
fault-form-gt = "{ $key }" must be above { $limit }, got "{ $found }". Correct it.
fault-form-ge = "{ $key }" must be at least { $limit }, got "{ $found }". Correct it.
fault-form-lt = "{ $key }" must be below { $limit }, got "{ $found }". Correct it.
fault-form-le = "{ $key }" must be at most { $limit }, got "{ $found }". Correct it.

fault-rule-needs = Rule { $rule } needs "{ $key }". Add it, or use another rule.
fault-rule-takes-no = Rule { $rule } has no use for "{ $key }". Remove it, or use another rule.
fault-second-series-same = The second series is the same as the first. Name another one with second_indicator or second_group.
fault-plan-years = Years must be ordered baseline < first plan year <= target year <= last plan year, got { $found }. Check baseline_year, period and target_year.
fault-bounds-order = The lower bound { $low } must be below the upper bound { $high }. Correct "lower" or "upper".
fault-plausible-order = The lowest plausible figure { $low } must be below the highest { $high }, and both inside the bounds. Correct "plausible".
fault-half-ratio = Numerator and denominator go together, only one is given. Add the other or remove both.
fault-groups-once = "groups" must name at least one group, each once. Correct it.
fault-goal-kind-number = The goal's kind is "{ $kind }" but { $count } of its targets have a number. A quantitative goal has at least one, a directional one has none; correct the kind or the targets.

fault-override-plan-unknown = There is no plan with the id "{ $id }" (known: { $known }). Check the spelling of "plan".
fault-override-target-unknown = Plan { $plan } has no target "{ $id }". Copy the target's id from the plan file.
fault-override-region-unbound = Plan { $plan } does not apply to region { $code }. Correct the code, or name a plan that does.
fault-override-rule = Target "{ $id }" has the rule { $rule }, which has no value to replace. Remove this item.
fault-override-strict = Target "{ $id }" has the rule { $rule }, for which "below" and "at most" are not told apart. Remove "strict".
fault-override-twice = Region { $code } already has a value for target "{ $id }" at { $other }. Keep one of them.

fault-department-target-unknown = There is no target with the id "{ $id }". Copy the target's id from the plan file.
fault-department-indicator-unknown = There is no indicator "{ $id }", or no target uses it. Use an id or a name from indicators.yaml.
fault-department-twice = The department of "{ $id }" already stands in line { $line }. Keep one row.
fault-department-empty = No department is given. Write its name, or remove the row.
fault-department-region-unknown = No region has the code or name "{ $found }", or several share the name. Write the six-digit code, or leave it empty for all regions.
fault-department-columns = The first row must name the column "department" and one or both of "target" and "indicator", got { $found }. Add the names.
fault-department-one-of = Each row names one target or one indicator, this one names { $count }. Keep one of them.

fault-plan-text-empty = No list of main goals (主要目标) was found. Give the whole text of the plans (plain text, UTF-8, one item per paragraph).
fault-plan-text-number = The number must be { $expected }, got { $found }. Check the text for missing paragraphs or broken lines.
fault-target-year-outside-plan = target_year (of a target) must lie between { $first } and { $last }, got { $found }. Give a year of the plan, or leave it out where it is the plan's own.
