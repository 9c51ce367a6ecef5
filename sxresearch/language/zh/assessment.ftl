### 评估结论用语：目标怎么说、现状、结论、还需怎样。

reason-now = { $year } 年为 { $value }。
reason-now-pair = { $year } 年为 { $value }，对照值为 { $second }。
reason-decided = { $year } 年数据已公布，结论：{ $status }。
reason-projected = 按现有变化外推，{ $year } 年预计为 { $value }（80%预测区间 { $low } 至 { $high }），达标概率 { $p }，{ $status }。
reason-chance = 按现有变化外推，到 { $year } 年达标概率 { $p }，{ $status }。
reason-pace = 达标须每年变化 { $required }，近年平均每年变化 { $observed }。
reason-pace-met = 目前已在达标一侧，近年平均每年变化 { $observed }。
reason-pace-once = 达标须每年变化 { $required }。
reason-pace-met-once = 目前已在达标一侧。
reason-episodes = 同级地区过去 { $total } 个同样长的时期中，有 { $count } 个达到这一速度。
reason-every-year = 规划期内每年都保持的概率 { $p }。
reason-floor-broken = 规划期内已有年份的终值低于底线，列为关注；是否达标仍以目标年为准。
reason-progress = 从基期到目标已完成 { $way }，时间已过 { $time }。
reason-off-course = 虽不能给出概率，但最新值未达目标，且正在远离目标，或按近年速度到期不能达标，列为关注。
reason-units = 没有乡镇数据，这里只按全域水平研判；各乡镇都达标的概率只会更低。
reason-aspiration = 规划用语为“力争”。
reason-own-value = 本地规划另定了目标值；上级规划的目标值为 { $value }。

obstacle-no-data = 没有数据，无法评估。请补报该指标。
obstacle-one-point = 只有 1 年数据，只能作为基线，不能预测趋势。
obstacle-two-points = 只有 2 年数据，只能看出方向，不能给出概率。
obstacle-thin-without-peers = 只有 3 至 4 年数据，且同级地区不足 8 个，不能给出概率。
obstacle-uncounted-events = 该率有四分之一以上的年份为零，说明每年只有少数几例；没有分母（如活产数），无法区分偶然起伏与真实变化，因此不给出概率。请补报分子、分母；其他年份的分母或人口数也可以。
obstacle-before-break = 现有数据均为旧口径，口径变化前后不可比，无法评估。
obstacle-zero-base = 基期值为 0，无法计算比基期下降的比例。
obstacle-missing-base = 缺少基期数据，无法与基期比较。
obstacle-target-year-missing = 已有 { $year } 年以后的数据，却缺 { $year } 年的数据，请补报。
obstacle-few-before = 规划实施前的数据不足 4 年，无法判断上升势头是否减缓。
obstacle-few-after = 规划期内的数据不足 3 年，无法判断上升势头是否减缓。
obstacle-one-sided-pair = 相互比较的两个序列只有一个有数据，无法比较。
obstacle-not-assigned = 上级下达的指标值尚未填报，无法评估。请在 data/plans/overrides 中填写。
obstacle-upper-bound-only = 没有乡镇数据，全域水平达标不等于每个乡镇都达标，无法评估。请补报乡镇最低值。
obstacle-checklist = 定性目标，不作概率研判，请按清单核查并附佐证材料。
obstacle-withheld = 回溯检验表明，本方法在同类数据上给出的概率不如对照模型（以往达标率）准确，因此不给出概率。

reason-few-events = 该地平均每年只有 { $events } 例，单年数值主要反映偶然起伏；近 { $years } 年合并为 { $rate }（95%区间 { $low } 至 { $high }），以此为准。
obstacle-few-events = 历年合计不足 10 例，只能给出多年合并的率，不能给出概率。

## 结论取决于什么：幅度、是否含本数、基期已是最好水平、另一种读法

note-best-base = 基期值 { $value } 已是最好水平，保持住即为达标。
note-best-gap = 基期已没有差距，保持没有差距即为达标。
note-tolerance = “左右”的幅度按 { $size }掌握。
note-allowance = 允许相差 { $size }。
note-latest-tie = 最新值恰为目标值，是否已达到取决于是否含本数。
note-half = 幅度减半，达标概率为 { $p }。
note-double = 幅度加倍，达标概率为 { $p }。
note-ratio = 按两组之比衡量，差距缩小的概率为 { $p }。
note-excluded = 若不含本数，达标概率为 { $p }，{ $status }。
note-included = 若含本数，达标概率为 { $p }，{ $status }。
note-base = 若与基期持平也算达标，达标概率为 { $p }，{ $status }。
note-decided-half = 幅度减半则为{ $status }。
note-decided-double = 幅度加倍则为{ $status }。
note-decided-ratio = 按两组之比衡量则为{ $status }。
note-decided-excluded = 数值恰为目标值，达标与否取决于是否含本数：这里按含本数研判，不含本数则为{ $status }。
note-decided-included = 数值恰为目标值，达标与否取决于是否含本数：这里按不含本数研判，含本数则为{ $status }。
note-decided-base = 数值与基期持平，若持平也算达标，则为{ $status }。
note-underlying = 以上概率针对目标年公布值；实际水平（扣除偶然起伏）达标的概率为 { $p }。
