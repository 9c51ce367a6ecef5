### 规划文件、指标目录、分地区数值和责任部门中的问题（其余在 fault.ftl）。

fault-form-text = “{ $key }”应为非空的文字，现为“{ $found }”。请填写文字；形似数字的内容请加引号。
fault-form-pattern = “{ $key }”的写法不合规定（应符合 { $pattern }），现为“{ $found }”。请改正。
fault-form-whole = “{ $key }”应为整数，现为“{ $found }”。请改成整数。
fault-form-number = “{ $key }”应为数字，现为“{ $found }”。请改成不带引号和单位的数字。
fault-form-yes-no = “{ $key }”应为 true 或 false，现为“{ $found }”。请改成其中之一。
fault-form-list = “{ $key }”应为列表，现为“{ $found }”。请写成 [ … ] 或以“- ”开头的条目。
fault-form-longer-list = “{ $key }”的条目太少。请补上，或按样例文件改写。
fault-form-shorter-list = “{ $key }”的条目太多。请删去多余的，或按样例文件改写。
fault-form-mapping = “{ $key }”应为“键: 值”，现为“{ $found }”。请按样例文件改写，不要写空条目。
fault-form-gt = “{ $key }”应大于 { $limit }，现为“{ $found }”。请改正。
fault-form-ge = “{ $key }”应不小于 { $limit }，现为“{ $found }”。请改正。
fault-form-lt = “{ $key }”应小于 { $limit }，现为“{ $found }”。请改正。
fault-form-le = “{ $key }”应不大于 { $limit }，现为“{ $found }”。请改正。

fault-rule-needs = 规则 { $rule } 必须写明“{ $key }”。请补上，或改用别的规则。
fault-rule-takes-no = 规则 { $rule } 用不到“{ $key }”。请删去它，或改用别的规则。
fault-second-series-same = 第二个序列与第一个完全相同。请用 second_indicator 或 second_group 指明另一个序列。
fault-plan-years = 年份应依次为：基期 < 规划首年 ≤ 目标年 ≤ 规划末年，现为 { $found }。请核对 baseline_year、period 和 target_year。
fault-bounds-order = 下限 { $low } 应小于上限 { $high }。请改正 lower 或 upper。
fault-plausible-order = 合理范围的下端 { $low } 应小于上端 { $high }，且都在上下限之内。请改正 plausible。
fault-half-ratio = 分子和分母应同时给出，现只有一个。请补上另一个，或两个都删去。
fault-groups-once = groups 至少写一个分组，且各写一次。请改正。
fault-goal-kind-number = 目标类型为“{ $kind }”，但有数值的目标为 { $count } 项。定量目标至少 1 项，方向性目标应为 0 项，请改正类型或监测目标。

fault-override-plan-unknown = 没有标识为“{ $id }”的规划（已有：{ $known }）。请检查 plan 的拼写。
fault-override-target-unknown = 规划 { $plan } 没有监测目标“{ $id }”。请照抄规划文件中目标的 id。
fault-override-region-unbound = 规划 { $plan } 不适用于地区 { $code }。请改地区代码，或改用适用的规划。
fault-override-rule = 监测目标“{ $id }”的规则是 { $rule }，没有数值可改。请删去这一条。
fault-override-strict = 监测目标“{ $id }”的规则是 { $rule }，不分“以下”与“及以下”。请删去 strict。
fault-override-twice = 地区 { $code } 的监测目标“{ $id }”已在 { $other } 给出数值。请只保留一处。

fault-department-target-unknown = 没有标识为“{ $id }”的监测目标。请照抄规划文件中目标的 id。
fault-department-indicator-unknown = 没有名为“{ $id }”的指标，或没有监测目标用到它。请用 indicators.yaml 中的标识或名称。
fault-department-twice = “{ $id }”的责任部门已在第 { $line } 行写过。请只保留一行。
fault-department-empty = 没有写责任部门。请填写部门名称，或删去这一行。
fault-department-region-unknown = 没有代码或名称为“{ $found }”的地区，或有几个地区同名。请写 6 位地区代码，或留空表示所有地区。
fault-department-columns = 第一行应有“责任部门”（department）一列，并有“监测目标”（target）或“指标”（indicator）中的至少一列，现为 { $found }。请补上列名。
fault-department-one-of = 每行应写监测目标或指标中的一个，现在写了 { $count } 个。请只留一个。

fault-plan-text-empty = 文本中没有找到“主要目标”。请给出规划全文（UTF-8 纯文本，每条一段）。
fault-plan-text-number = 编号应为 { $expected }，现为 { $found }。请检查文本是否缺段或断行。
fault-target-year-outside-plan = target_year（监测目标自己的目标年）应在 { $first }—{ $last } 年之间，现为 { $found } 年。请改为规划期内的年份；与规划目标年相同的可以不写。
