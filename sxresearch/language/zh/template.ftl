### 填报表（sxresearch template）和名称表（docs/names.md）。

template-title = { $region }（{ $code }）妇女儿童发展规划监测指标填报表
template-subtitle = 填报年份：{ $years }。本文件有四张表：填表说明、填报表（只填这一张）、指标解释、名称表。
template-synthetic = “上年值”中标有“演示”的是演示数据，均为虚构，不能用于核对。
template-page = 第 &P 页，共 &N 页

template-sheet-how = 填表说明
template-sheet-entry = 填报表
template-sheet-definitions = 指标解释
template-sheet-names = 名称表

template-column-region-name = 地区
template-column-remark = 备注
template-column-known = 上年值（仅供参考）
template-known = { $value } ({ $year })
template-known-synthetic = { $value } ({ $year }演示)

template-how-title = 填表说明
template-how-fill = 每行填报一个指标、一个分组、一个年份的数据。灰色单元格已经填好，请勿改动；浅黄色单元格由填报单位填写。
template-how-unit = “数值”按“单位”栏的单位填写，只填数字，不带单位：95.2% 填 95.2，3.2‰ 填 3.2，12.5/10万 填 12.5。小数位数以掌握的数据为准，不再取整。
template-how-blank = 没有数据的，数值、分子、分母都留空，不要填 0；数值确实是 0 的才填 0。
template-how-counts = 率和比重类指标请同时填报分子和分母，填实际人数、例数或个数，不要用“万”作单位。分子、分母各指什么，见“指标解释”。分子、分母为灰色的，不需要填。
template-how-status = 数据状态从下拉列表中选：已经审定的年度数为“终值”，快报或尚未审定的为“初步”，更正以前报过的数为“修订”。
template-how-basis = 数据性质从下拉列表中选：取自刊印或正式印发的统计资料的为“刊载”，由填报单位根据有关资料计算的为“推算”，从其他资料转引的为“转引”。
template-how-source = 来源写明资料名称和年份，如“2024年卫生健康统计年报”。
template-how-known = “上年值（仅供参考）”是系统中已有的、早于填报年份的最近一个数值，供填报时对照，读取时不作为数据。与它相差较大的，请核实，并在“备注”中说明原因。
template-how-orange = 单元格变成橙色，表示这一行有数据而该项未填，或者数值与“分子÷分母”对不上，请核对。
template-how-spare = 表末的空行用来补报其他年份、其他分组或其他指标：地区代码、指标、分组、单位从下拉列表中选。不需要的空行不必删除。
template-how-protection = 为避免误改，工作表加了保护，没有密码（“审阅”→“撤销工作表保护”）。请不要改列名，不要合并单元格，不要增删列。
template-how-save = 填好后直接保存为 .xlsx 文件（Excel、WPS 表格、LibreOffice 都可以），再用“python -m sxresearch check 文件名”检查一遍，没有问题后报送。

template-definition-indicator = 指标名称
template-definition-aliases = 其他名称
template-definition-unit = 计量单位
template-definition-groups = 统计分组
template-definition-definition = 指标定义
template-definition-numerator = 分子的含义
template-definition-denominator = 分母的含义
template-definition-department = 责任部门
template-break = （口径变化：{ $reason }）

template-names-indicator = 可填的指标
template-names-aliases = 指标的其他名称
template-names-group = 可填的分组
template-names-unit = 可填的单位
template-names-status = 可填的状态
template-names-basis = 可填的性质
template-names-region = 可填的代码
template-names-region-name = 代码所指地区

template-prompt-value = 单位：{ $unit }；{ $span }。{ $definition }
template-prompt-count = { $what }。填实际数，不用“万”作单位。
template-span-between = 取值 { $low }—{ $high }
template-span-from = 取值不小于 { $low }
template-span-to = 取值不大于 { $high }
template-span-any = 取值不限
template-error-title = 请核对
template-error-list = 请从下拉列表中选一项。可填的内容见“名称表”。
template-error-year = 年份应为 { $first } 至 { $last } 之间的整数，如 { $last }。
template-error-value = 这里应填数字，不带单位。单位是 { $unit }，{ $span }。
template-error-count = 这里应填不小于 0 的数字，不带单位，不用“万”作单位。

names-title = 名称表
names-note = 监测数据文件中可以使用的名称。本文件由 sxresearch template --names docs/names.md 生成，请勿手工修改。每行第一个名称是填报表所用的，其他名称同样可以识别。
names-section-columns = 列名
names-section-group = 分组
names-section-unit = 单位
names-section-status = 数据状态
names-section-basis = 数据性质
names-section-indicator = 指标
names-section-region = 地区
names-head-name = 名称
names-head-others = 也可写作
names-head-english = 英文
names-head-needed = 必填
names-head-aliases = 其他名称
names-head-unit = 单位
names-head-groups = 分组
names-head-department = 责任部门
names-head-code = 代码
names-head-note = 备注
names-yes = 是
names-code-only = 有重名，须写代码
