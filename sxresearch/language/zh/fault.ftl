### 用户能够自行改正的问题：应当怎样、现在怎样、怎么办。位置由程序附在句末。

fault-file-missing = 找不到文件。请检查路径和文件名。
fault-file-empty = 文件是空的。请填写内容后重试，或从命令中去掉它。
fault-columns-missing = 缺少必需的列：{ $columns }。请补上列名（第一行）后重试。

fault-yaml-encoding = 文件应为 UTF-8 编码。请用“UTF-8”另存后重试。
fault-yaml-syntax = 文件不是合法的 YAML：{ $problem }。请检查这一行的缩进、冒号和引号。
fault-yaml-key-twice = 键“{ $key }”在同一层出现了两次。请只保留一个。
fault-yaml-list-expected = 这里应为列表（以“- ”开头的条目）。请参照样例文件改写。
fault-yaml-mapping-expected = 这里应为“键: 值”。请按样例文件改写。
fault-key-missing = 缺少必填项“{ $key }”。请补上。
fault-key-unknown = 未知的键“{ $key }”。请检查拼写，或删去它。
fault-value-vocabulary = “{ $key }”的取值应为 { $expected }，现为“{ $found }”。请改成其中之一。
fault-value-form = “{ $key }”不合要求：{ $expected }；现为“{ $found }”。请改正。

fault-region-code-form = 地区代码应为 6 位数字，现为“{ $found }”。请按 GB/T 2260 填写。
fault-region-twice = 地区代码 { $code } 出现了两次。请只保留一行。
fault-region-level = 地区级别应为 { $expected } 之一，现为“{ $found }”。请改正。
fault-region-parent = 地区 { $code } 的上级 { $parent } 没有列在它之前。请先列上级。
fault-region-unknown = 地区代码 { $code } 不在 regions.csv 中。请检查代码，或先在 regions.csv 中加上该地区。

fault-no-plans = 文件夹里没有规划文件（*.yaml）。请检查路径。
fault-plan-id-twice = 标识“{ $id }”用了两次。每个规划、领域和监测目标须有唯一标识，请改名。
fault-numbers-not-in-order = 编号应从 1 起连续，现为 { $found }。请按规划原文的顺序编号。
fault-measure-unnamed = 策略措施 { $number } 没有任何主要目标引用。请在所服务目标的 served_by 中写上它。
fault-measure-unknown = 本领域没有策略措施 { $number }。请改成已有的编号。
fault-goal-kind = 目标类型为“{ $kind }”，但含监测目标 { $count } 项。定性目标应为 0 项，其余类型至少 1 项，请改正类型或监测目标。
fault-goal-without-target = 目标 { $number } 一个监测目标也没有。定性目标请加一条 rule: qualitative，使它仍然可见。
fault-indicator-twice = 名称“{ $name }”已被指标 { $other } 使用。请为其中一个改名，以免数据对不上号。
fault-indicator-unknown = 指标“{ $id }”不在 indicators.yaml 中。请检查拼写，或先登记该指标。
fault-group-unknown = 指标 { $id } 没有分组“{ $group }”（已登记：{ $expected }）。请改分组，或在指标中登记它。
fault-rule-does-not-fit = 规则 { $rule } 不适用于指标 { $id }（该指标的改善方向为 { $better }）。请检查规则或指标的 better。
fault-target-out-of-bounds = 目标值 { $value } 超出指标范围 [{ $low }, { $high }]。请核对原文。
fault-target-finer-than-indicator = 目标值 { $value } 比指标的发布精度（小数 { $decimals } 位）更细。请提高指标的 decimals 或核对原文。

fault-file-kind = 文件类型应为 { $expected } 之一，现为“{ $found }”。请另存为其中一种。
fault-csv-encoding = 文件既不是 UTF-8 也不是 GB18030 编码。请用“CSV UTF-8”另存后重试。
fault-folder-without-tables = 文件夹里没有数据文件（{ $expected }）。请检查路径。
fault-columns-unknown = 不认识的列：{ $columns }。请改成填报表中的列名，或删去这些列。
fault-columns-twice = 列名重复：{ $columns }。请只保留一列。
fault-observation-number = 列“{ $column }”应为数字，现为“{ $found }”。请改为数字；没有数据请留空（年份不能空）。
fault-observation-region = 地区代码 { $region } 不在 regions.csv 中。请检查代码，或先在 regions.csv 中加上该地区。
fault-observation-indicator = 指标“{ $indicator }”未登记。请用 indicators.yaml 中的标识或名称。
fault-observation-group = 分组“{ $group }”未知。应为 total urban rural female male（合计 城市 农村 女 男）之一。
fault-observation-group-of-indicator = 指标 { $indicator } 没有分组“{ $group }”（已登记：{ $expected_groups }）。请改分组，或在 indicators.yaml 中登记它。
fault-observation-year = 年份应为 1949 至 2100 之间的整数，现为 { $year }。请改正。
fault-observation-unit = 单位“{ $unit }”未知。指标 { $indicator } 的单位应为 { $expected_unit }。
fault-observation-unit-of-indicator = 指标 { $indicator } 的单位应为 { $expected_unit }，现为 { $unit }。请换算后填写，或改正单位。
fault-observation-bounds = 指标 { $indicator } 的数值应在 { $low } 与 { $high } 之间，现为 { $value }（地区 { $region }，{ $group }，{ $year } 年）。请核对原始数据。
fault-observation-count = 分子和分母不能为负（地区 { $region }，指标 { $indicator }，{ $year } 年）。请核对。
fault-observation-denominator = 有分子时分母应大于 0（地区 { $region }，指标 { $indicator }，{ $year } 年）。请补上分母。
fault-observation-status = 数据状态“{ $status }”未知。应为 final preliminary revised（终值 初步 修订）之一。
fault-observation-basis = 数据性质“{ $basis }”未知。应为 printed derived secondary synthetic（刊载 推算 转引 演示）之一。
fault-observation-source = 没有写来源。每个数值都要能追溯，请写明出处（报告、文件或部门）。
fault-observation-key-twice = 同一地区、指标、分组、年份出现了两行（{ $region }，{ $indicator }，{ $group }，{ $year } 年）。请删去一行，或用“报送日期”区分先后版本。

fault-year-outside-data = { $name } 应在数据年份 { $first }—{ $last } 之内，现为 { $found }。请改年份，或先补充数据。

fault-region-without-parts = 地区 { $code } 没有下级地区，无法与下级合计比较。请换一个地区。
