### 首屏与一页摘要：四个问题的回答。数字由程序写好后填入。

answer-lead = 可评估的 { $assessable } 项监测目标中，预计约有 { $misses } 项{ $range }到 { $years } 年难以如期实现，预计达标比例（含较有望）{ $projected }。
answer-lead-decided = 可评估的 { $assessable } 项监测目标到 { $years } 年结果均已确定，{ $misses } 项未达标。
answer-lead-none = 现有数据尚不足以评估任何一项监测目标。
answer-range = （80%预测区间 { $low }—{ $high } 项）
answer-range-one = （可能性超过 80%）
answer-unassessed-third = 超过三分之一的监测目标缺少数据或规则，尚不能评估。
answer-unassessed-half = 超过一半的监测目标缺少数据或规则，尚不能评估。
answer-unassessed-two-thirds = 超过三分之二的监测目标缺少数据或规则，尚不能评估。
answer-rates = 按最新数据，现已达标率 { $of_all }（已达标 { $met_now } 项 ÷ 监测目标 { $measurable } 项；只计有数据的 { $with_latest } 项为 { $of_data }）。
answer-rates-nearly = 另有 { $nearly } 项基本达到（从基期到目标已完成 { $way } 以上），未计入。

answer-hardest-chance = 达标概率 { $probability }；目标{ $aim }，最新 { $latest }
answer-hardest-decided = { $status }；目标{ $aim }，最新 { $latest }
answer-hardest-silent = 不能给出概率，但现值偏离目标；目标{ $aim }，最新 { $latest }
answer-where = 预警最多的领域：{ $fields }。
answer-field = { $field }（{ $count } 项）
answer-where-lowest = 没有达标概率低于 50% 的监测目标；概率最低的是{ $title }（{ $probability }）。

answer-record-both = 同级地区过去 { $judged } 次研判中，研判为“达标困难”的，后来有 { $missed } 确实没有达标；研判为“有望达标”或“较有望”的，后来有 { $met } 达标。
answer-record-likely = 同级地区过去 { $judged } 次研判中，研判为“有望达标”或“较有望”的，后来有 { $met } 达标；没有研判为“达标困难”的。
answer-record-unlikely = 同级地区过去 { $judged } 次研判中，研判为“达标困难”的，后来有 { $missed } 确实没有达标；没有研判为“有望达标”或“较有望”的。
answer-record-none = 同级地区过去 { $judged } 次研判均为“难以判断”。
answer-record-cautious = 总体偏悲观，且非偶然：平均达标概率 { $said }，实际达标 { $met }；照此修正，难以如期实现的约为 { $corrected } 项。
answer-record-optimistic = 总体偏乐观，且非偶然：平均达标概率 { $said }，实际只达标 { $met }；照此修正，难以如期实现的约为 { $corrected } 项。
answer-record-even = 总体没有明显偏于乐观或悲观。
answer-record-unsided = 指标或年份较少，尚不能检验是否偏于乐观或悲观。
answer-evidence = 以概率作出的研判中，数据支撑充分的 { $full } 项，一般的 { $medium } 项，不足的 { $low } 项。

answer-open = 仍可争取的 { $count } 项（达标概率 20%—66%）宜优先推进，如：
answer-open-none = 没有达标概率在 20%—66% 之间、仍可争取的监测目标。
answer-open-item = 达标概率 { $probability }；目标{ $aim }。
answer-open-persons = 与目标相差：{ $persons }。
answer-persons = 约 { $count }（{ $name }）
answer-measure = { $field }策略措施 { $number }“{ $title }”（{ $count } 项）
answer-out-of-reach = 达标概率低于 10% 或已成定局的 { $count } 项，仅靠现有措施难以扭转，宜单列研究、另行说明。
answer-data = 同时补齐缺项数据（见“缺项数据与疑点”）。
brief-measures-shared = 一项措施关系多个预警目标的：
brief-one-page-list = 最紧迫的 { $shown } 项（共预警 { $of } 项）
brief-one-page-caption = 按紧迫程度；预计值后为80%预测区间
brief-one-page-more = 全部监测目标、图表、方法和出处见简报全文（{ $region }.html）。
brief-warnings-counts = 紧急 { $urgent } 项，关注 { $watch } 项。
brief-outlook-base = 基期 { $base }
brief-note-mark = 注{ $number }
brief-readings-in-annex = 有 { $count } 项监测目标的研判还取决于对规划原文的理解等，标有“注”字；编号的说明见附件“全部监测目标”各领域表下。
brief-col-persons = 与目标相差的人数（例数）
brief-field-counts = 监测目标 { $measurable } 项：已达标、有望或较有望 { $good } 项，难以判断 { $uncertain } 项，困难或未达标 { $bad } 项，无法评估 { $none } 项。
brief-field-without-numbers = 本领域没有可用数值衡量的目标，凭佐证材料评定。
brief-field-goals = 定性目标（须附佐证材料，不由模型研判）：
brief-field-measures = 策略措施：
brief-targets-heading = 全部监测目标
brief-targets-note = 列入预警清单的监测目标，内容见清单；最新值未注明年份的为 { $year } 年。
brief-see-warning = 见预警清单第 { $rank } 项
brief-col-worse = 较差一方
brief-gap-even = 无明显差别
brief-annexes = 附件
brief-annexes-note = 其余图表、各项监测目标明细、方法与出处。点击标题展开；默认不打印。
brief-annexes-print = 打印时包括附件
brief-top = 回到页首
brief-episodes-none = 同级地区过去 { $episodes } 个{ $years ->
    [1] 一
    [2] 两
    [3] 三
    [4] 四
    [5] 五
   *[other] { $years }
  }年期中，没有一个达到所需速度。
brief-needed-turn-up = 今后每年须{ $required }，而近年平均每年{ $observed }，须扭转上升势头。
brief-needed-turn-down = 今后每年须{ $required }，而近年平均每年{ $observed }，须扭转下降势头。
pack-sheet-answer = 一页摘要
pack-answer-question = 问题
pack-answer-subject = 监测目标或措施
pack-answer-answer = 回答
pack-col-persons = 与目标相差的人数（例数）
pack-col-range = 80%预测区间
cli-help-one-page = 另写一份供领导阅读的一页摘要（A4，地区代码.one-page.html）。
answer-myriads = { $count } 万
answer-silent = 不能给出概率而偏离目标的监测目标，同样须加快推进（见预警清单）。
brief-every-year-broken = 规划期内已有年份未能保持
answer-nothing = 没有一项监测目标的数据足以研判，所列数值只说明现状。
answer-data-first = 首先补报缺项数据（见“缺项数据与疑点”）：至少有五个年份的数值，方可给出概率。
brief-progress-brief = 完成进度 { $way }（时间已过 { $time }）
brief-col-gap-change = 差距：{ $year } 年 → 最新
