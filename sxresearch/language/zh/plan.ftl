### 目标目录（docs/catalogue.md）和与原文对照的报告。

catalogue-title = 目标总表
catalogue-note = 本文件由 sxresearch catalogue --out 生成，请勿手工修改；标题和说明为自拟，引号内是原文中写明数值或趋势的几个字。
catalogue-document = 文号
catalogue-years = 基期 { $base }，规划期 { $first }—{ $last }，目标年 { $target }
catalogue-by-field = 按领域统计
catalogue-by-rule = 按规则统计
catalogue-field = 领域
catalogue-rule = 规则
catalogue-goals = 主要目标
catalogue-measures = 策略措施
catalogue-targets = 监测目标
catalogue-from-measures = 其中出自措施
catalogue-checklist = 清单项
catalogue-sum = 合计
catalogue-served-by = 对应措施
catalogue-aspiration = 力争
catalogue-strict = 不含本数
catalogue-tolerance = 允许幅度 { $size }
catalogue-against = 对照
catalogue-figure-in-measure = 数值只见于措施
catalogue-source = 出处
catalogue-due = { $year } 年
catalogue-reading = 另一读法
catalogue-no-target = 不立项

text-map-title = 原文与目标总表对照
text-map-plan = 已对照的规划：{ $plans }
text-map-left-out = 文本中没有、未对照的规划：{ $plans }
text-map-none = 文本与任何一份规划的标题都不相符。请给出规划全文。
text-map-counts = 原文中的数值和趋势词 { $all } 处：对应监测目标 { $targets } 处，说明理由 { $reasons } 处，未作说明 { $unmapped } 处。监测目标与理由引用原文 { $phrases } 处。
text-map-agrees = 对照一致：没有遗漏，也没有增添。
text-map-findings = 需要改正
text-map-unmapped = { $spot }：“{ $words }”既没有对应的监测目标，也没有说明理由（……{ $around }……）。请列为监测目标，或在 not_targets 中说明。
text-map-doubled = { $spot }：“{ $words }”既列为监测目标，又说明不列。请只留一种。
text-map-misquoted = { $spot }：引文“{ $words }”在原文中出现 { $count } 次，应恰好 1 次。请改引文。
text-map-states-nothing = { $spot }：监测目标 { $target } 的引文“{ $words }”没有数值，也没有趋势词。请改引文，或核对监测目标是否有依据。
text-map-other-figure = { $spot }：监测目标 { $target } 的数值 { $value } 不在引文“{ $words }”中，也没有说明读法。请核对数值。
text-map-absent = 原文有而目标总表没有：{ $spot }。请补上。
text-map-invented = 目标总表有而原文没有：{ $spot }。请删去或核对编号。
text-map-aspiration = 监测目标 { $target } 标为力争，原文该条没有这样写。请核对。
text-map-table = 逐处对照
text-map-where = 位置
text-map-kind = 类别
text-map-words = 原文
text-map-span = 字位
text-map-answer = 监测目标或理由

said-figure = 数值
said-trend = 趋势词
said-aspiration = 力争
said-threshold = 门槛词

part-goal = 目标
part-measure = 措施
