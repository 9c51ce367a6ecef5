### 终期评估报告中的句子。数字由程序写好后填入。

report-final-title = { $region }《{ $plan }》终期评估报告

## 结论的用词

report-outcome-met = 达标
report-outcome-nearly = 基本达到
report-outcome-missed = 未达标
report-outcome-not-measured = 无法评估

## 二、总体结论

report-final-conclusion = 二、总体结论
report-final-counts = { $measurable } 项监测目标中，有目标年（{ $target } 年）数据可以评定的 { $known } 项：达标 { $met } 项，基本达到 { $nearly } 项（未达到目标值，但从基期到目标已完成 { $way } 以上），未达标 { $missed } 项；另有 { $unknown } 项无法评估。
report-final-rates = 达标率按不同口径分别为：达标 { $met } 项占可评定 { $known } 项的 { $of_known }；连同基本达到的 { $nearly } 项为 { $with_nearly }；无法评估的都不算达标时，占全部 { $measurable } 项的 { $of_all }。引用时请写明口径。
report-final-unknown = 无法评估的 { $count } 项，或没有目标年数据，或缺基期值，或按现有数据无法套用规则：{ $items }。
report-final-by-field = 各领域监测目标的结论（项）

## 三、分领域完成情况

report-final-fields = 三、分领域完成情况
report-final-field = { $field }领域的 { $measurable } 项监测目标中，达标 { $met } 项，基本达到 { $nearly } 项，未达标 { $missed } 项，无法评估 { $not_measured } 项。
report-final-missed = 没有达到目标值的 { $count } 项是：{ $items }。
report-final-missed-item = { $title }，目标{ $aim }，终期值 { $latest }，相差 { $shortfall }
report-final-worse = 比基期变差的有 { $count } 项：{ $items }。
report-final-silent = 无法评估的有 { $count } 项：{ $items }。
report-final-targets = { $field }：从基期到终期
report-col-final = 终期值
report-col-outcome = 结论
report-col-missed-by = 与目标相差

## 四、中期预警的检验

report-fared = 四、中期预警的检验
report-fared-nothing = 没有一项监测目标既有中期研判又有目标年数据，无法检验中期预警。
report-fared-counts = 用中期（{ $years } 年）时已有年份的数据重新研判，再与终期结果核对：有结果的 { $decided } 项中，预警而未达标（命中）{ $hit } 项，预警而达标（误报）{ $false_alarm } 项，未预警而未达标（漏报）{ $miss } 项，未预警且达标 { $right_calm } 项，中期数据不足、没有研判的 { $not_judged } 项。
report-fared-met-then = 按中期数据，有数值可比的 { $with_figure } 项中已达到目标值的 { $met } 项；这 { $met } 项到终期达标 { $kept } 项，未达标 { $lost } 项，其余没有目标年数据。
report-fared-hit = 命中的 { $count } 项：{ $items }。
report-fared-false-alarm = 误报的 { $count } 项：{ $items }。
report-fared-miss = 漏报的 { $count } 项：{ $items }。
report-fared-caption = 中期研判与终期结果
report-fared-few = 中期给出达标概率、终期有结果的只有 { $count } 项，少于 { $fewest } 项，不足以检验概率是否准确，因此不给出误差和校准图。
report-fared-brier = 中期给出达标概率、终期有结果的 { $count } 项，概率误差（Brier 分，0 为完全准确，越小越好）为 { $brier }；实际达标 { $rate }，如果每一项都取这一比例，误差为 { $always }。
report-reliability = 校准：中期预测概率与终期实际达标比例
report-blank-fared = 中期预警以后采取了哪些措施，误报是否因为措施见效，漏报是什么原因。
report-col-midterm-year = 中期
report-col-midterm = 中期研判
report-col-fate = 检验
report-fate-hit = 命中
report-fate-false-alarm = 误报
report-fate-miss = 漏报
report-fate-right-calm = 研判正确
report-fate-not-judged = 没有研判
report-fate-open = 尚无结果

## 五、经验与教训

report-lessons = 五、经验与教训
report-lesson-not-measured = 已定指标而无法评估的有 { $count } 项（{ $items }）：下一规划期应在规划印发时就明确数据来源、基期值和报送部门。
report-lesson-unforeseen = 中期没有预警、终期却未达标的有 { $count } 项（{ $items }）：应查明规划后半期发生了什么，并在年度监测中缩短预警间隔。
report-lesson-warned-in-vain = 中期已预警、终期仍未达标的有 { $count } 项（{ $items }）：应评估预警之后的措施是否到位，或目标是否脱离实际。
report-lesson-recovered = 中期预警、终期达标的有 { $count } 项（{ $items }）：数据不能说明是措施见效还是预警过严，有关做法值得总结。
report-lesson-easy = 基期就已达到目标值的有 { $count } 项（{ $items }）：这类目标只要求保持，下一规划期应研究是否提高要求。
report-lesson-nearly = 基本达到的有 { $count } 项（{ $items }）：引用达标率时应说明是否计入。
report-blank-lessons = 规划实施的经验、教训，对组织、投入、监测和责任落实的意见。

## 六、下一规划期

report-next = 六、下一规划期的目标参考
report-next-how = 假定今后按过去的走势变化，用同一方法预测到 { $year } 年：达到表中数值的可能性分别为 50%、80%、90%。目标值定在 50% 一栏，有一半可能达不到；定在 90% 一栏，大体是不另作努力的结果。目标值由规划编制部门决定，表中数值只说明各种定法的难度。
report-next-none = 没有一个序列的数据足以预测到下一规划期的目标年。
report-next-caption = 按过去的走势，{ $year } 年以各种可能性达到的数值（50%、80%、90%）
report-col-reached = { $chance } 可达到
report-blank-next = 对下一规划期指标和目标值的建议。
