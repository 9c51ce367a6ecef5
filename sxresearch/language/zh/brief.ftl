### 趋势简报中的句子。数字由程序写好后填入。

brief-list-separator = 、
brief-series = { $name }（{ $group }）
brief-series-pair = { $name }：{ $first }与{ $second }
brief-value-year = { $value }（{ $year }年）
brief-value-pair = { $first } 对 { $second }

## 目标要求

brief-aim-at-least = 不低于 { $value }
brief-aim-at-most = 不高于 { $value }
brief-aim-below = 低于 { $value }
brief-aim-above = 高于 { $value }
brief-aim-around = { $value } 左右（幅度 { $tolerance }）
brief-aim-keep-at-least = 保持在 { $value } 以上（以目标年判断）
brief-aim-keep-around = 保持在 { $value } 左右（幅度 { $tolerance }，以目标年判断）
brief-aim-every-unit-at-least = 每个单位不低于 { $value }
brief-aim-reduce-from-base-open = 比 { $base } 年下降 { $share }%（缺基期值）
brief-aim-reduce-from-base = 比 { $base } 年下降 { $share }%（即不高于 { $value }）
brief-aim-increase = 高于 { $base } 年水平
brief-aim-decrease = 低于 { $base } 年水平
brief-aim-slow-down = 上升势头比 { $base } 年以前减缓
brief-aim-narrow-gap = 差距小于 { $base } 年
brief-aim-not-below = 不低于“{ $other }”
brief-aim-assigned = 上级下达：{ $value }
brief-aim-assigned-open = 上级下达（数值尚未提供）
brief-aim-qualitative = 定性目标，凭佐证材料判断

## 页面与标题

brief-title = { $region }妇女儿童发展规划趋势简报
brief-subtitle = { $plans } · 数据截至 { $as_of } 年 · 目标年 { $years }
brief-identity = 简报标识 { $identity }（由数据、规划与参数算出，同样的输入得到同样的标识）
brief-synthetic-mark = 演示数据，并非真实统计
brief-synthetic-note = 本简报含演示数据：由程序生成，只为展示工具用法，不得引用，不得据以评价任何地区。
brief-skip = 跳到正文
brief-foreign = 下列字符不在本页所附字库中，由读者电脑上的字体显示；如显示为方框，请安装相应字体：{ $characters }
brief-contents = 目录

## 一、结论

brief-answer-heading = 结论
brief-answer-sentence = 可评估的 { $assessable } 项指标任务中，预计约有 { $misses } 项到 { $years } 年达不到目标{ $range }。
brief-answer-range = （有 80% 的可能在 { $low } 到 { $high } 项之间）
brief-answer-range-one = （正好 { $count } 项的可能超过 80%）
brief-answer-sentence-none = 现有数据还不足以评估任何一项指标任务。
brief-bar-title = { $measurable } 项可监测任务的判断
brief-bar-met = 期末已达标
brief-bar-missed = 期末未达标
brief-bar-likely = 有望或较有望（概率 ≥ 66%）
brief-bar-uncertain = 难以判断（33%–66%）
brief-bar-unlikely = 达标困难（概率 < 33%）
brief-bar-not-assessable = 无法评估
brief-bar-share = { $count } 项，占 { $of } 项的 { $percent }
brief-bar-note = 以上合计 { $measurable } 项。另有定性目标 { $qualitative } 项，列为核对清单，不计入。
brief-rates = 现已达标率 { $of_all }（按最新数据达到目标的 { $met_now } 项 ÷ 可监测任务 { $measurable } 项）；只计有数据的 { $with_latest } 项则为 { $of_data }。另有 { $nearly } 项基本达到（从基期到目标的路程已走完 { $way } 以上，不计入达标）。预计达标比例 { $projected }（已达标、有望和较有望的 { $good } 项 ÷ 可评估的 { $assessable } 项）。

brief-question-misses = 多少项可能达不到？
brief-misses-number = 约 { $misses } 项
brief-misses-detail = 各项“达不到”的概率相加为 { $expected }，80% 范围 { $low }–{ $high } 项（可评估 { $assessable } 项）。达标概率低于 33% 的 { $unlikely } 项，难以判断的 { $uncertain } 项，已成定局未达标的 { $missed } 项。
brief-question-worst = 哪一项最难？
brief-worst-detail = 目标：{ $aim }；最新 { $latest }；预计 { $projected }（80% 区间 { $interval }）。
brief-worst-decided = 目标：{ $aim }；最新 { $latest }；{ $needed }
brief-worst-gap = 目标：{ $aim }；最新 { $latest }。
brief-worst-probability = 达标概率 { $probability }
brief-worst-none = 没有达标概率低于 50% 的任务
brief-worst-lowest = 概率最低的一项：{ $title }，{ $probability }。
brief-question-sure = 把握有多大？
brief-sure-short = { $share } 项中 { $strong } 项证据充分
brief-sure-detail = 按概率作出的 { $open } 项判断中，证据充分 { $full } 项、中等 { $medium } 项、较低 { $low } 项；{ $decided } 项已成定局；{ $not_assessable } 项缺少数据或规则，无法评估，没有计入。
brief-question-do = 先做什么？
brief-do-count = 紧急 { $urgent } 项、关注 { $watch } 项
brief-do-none = 保持现有措施，按年监测。
brief-do-data = 先补数据：{ $count } 项任务因缺少数据或规则无法评估，见“数据缺失与存疑之处”。
brief-do-item = { $title }：{ $needed }
brief-do-measures = 规划中的措施：{ $measures }
brief-no-measures = 规划未列对应措施

## 二、预警清单

brief-warnings-heading = 预警清单
brief-warnings-caption = 预计达不到目标的任务，按紧迫程度排列（达标概率低于 20% 或已成定局为“紧急”；低于 50%，或底线已破，或虽无概率但现值偏离目标的，为“关注”）
brief-warnings-none = 没有需要预警的任务。
brief-col-rank = 序
brief-col-target = 任务与目标
brief-col-probability = 达标概率
brief-col-outlook = 现状与走势
brief-col-needed = 需要怎样的变化
brief-col-measures = 规划措施与责任部门
brief-place = { $field } · 主要目标 { $goal }
brief-outlook-latest = 最新 { $latest }
brief-outlook-projected = { $year } 年预计 { $projected }，80% 区间 { $interval }
brief-every-year = 每年都保持的概率 { $probability }
brief-aspiration = 力争
brief-underlying = 实际水平达标 { $probability }
brief-progress = 从基期到目标已走完 { $way }，时间已过 { $time }。
brief-progress-relation = 与基期差距或另一指标相比的任务，没有“路程”可算。
brief-progress-no-base = 缺基期值，算不出已走完的路程。
brief-progress-no-way = 基期已在目标上（或要求的只是方向、区间），没有“路程”可算。
brief-other-reading = 规划原文的另一读法：{ $text }
brief-few-cases = { $year } 年只有 { $cases } 例，公布值的起落多半是偶然。
brief-department = 责任部门：{ $department }
brief-department-unknown = 没有列出责任部门的，是指标登记表（indicators.yaml）尚未填写。
brief-need-up = 上升 { $value }
brief-need-down = 下降 { $value }
brief-need-none = 保持不变
brief-moved-up = 上升 { $value }
brief-moved-down = 下降 { $value }
brief-moved-none = 没有变化
brief-needed-faster = 今后每年须{ $required }，是近年速度（平均每年{ $observed }）的 { $times } 倍。
brief-needed-keep = 今后每年须{ $required }；近年平均每年{ $observed }，速度够，但预测认为难以照此延续。
brief-needed-turn = 今后每年须{ $required }，而近年平均每年{ $observed }，须扭转方向。
brief-needed-start = 今后每年须{ $required }，而近年没有变化，须迈出步子。
brief-needed-touch = 现值正与基期持平，须有所改善（近年平均每年{ $observed }）。
brief-needed-hold = 目前在达标一侧，近年平均每年{ $observed }，须守住现有水平。
brief-needed-only = 今后每年须{ $required }。
brief-needed-decided = 已成定局，距目标差 { $shortfall }。
brief-needed-decided-tie = 已成定局：恰在目标值上，按原文不含本数。
brief-needed-decided-only = 已成定局。
brief-needed-gap = 须把两组差距缩小到 { $base } 年以下，现有差距见“城乡差距与性别差距”。
brief-needed-relation = 须追上并不低于对照指标。
brief-episodes = 在 { $episodes } 个可比的 { $years } 年时段中，有 { $reached } 个变化得这样快。
brief-unsettled-caption = 其他需要留意的任务：达标概率不低于 50% 或没有概率，但指标本身不平稳
brief-col-warning = 预警
brief-col-latest = 最新值
brief-col-projected = 预计值（80% 区间）
brief-col-pace = 近年每年变化
brief-col-status = 判断

## 三、分领域图表

brief-fields-heading = 各领域趋势与判断
brief-legend-title = 图例
brief-legend-points = 实心点：实际数据；空心点：初步数据；相邻两年相连，缺年与口径变化处断开，只有两个数时不连线；大空心圈为待核数值，未采用，原因见“数据缺失与存疑之处”
brief-panel-held = { $year }年{ $value }待核（{ $reason }），未采用。
brief-legend-fan = 扇面由深到浅：50%、80%、95% 预测区间，中线为中位数
brief-legend-naive = 点线：维持现有水平
brief-legend-path = 横线与菱形：目标值；写作“某年水平”“某年差距”的，目标是好于该年；短划线：达到目标所需的路径
brief-legend-allowed = 浅底与点划线：“左右”允许到的数值
brief-legend-beyond = 箭头与数字：95% 区间超出图框，延伸到该值；灰色细线与灰带：上级地区与同级地区，名称和最近的数见右侧
brief-legend-break = 竖实线：基期年与目标年；竖虚线：口径变化
brief-legend-underlying = 达标概率、预计值和扇面都指目标年公布的数；括号内为实际水平（扣除偶然起落）达标的概率，与前者相同的不列
brief-legend-latest = 表中最新值未注明年份的为 { $year } 年
brief-legend-progress = “路程/时间”：从基期到目标已走完的份额，以及规划期已过去的份额
brief-legend-status = 判断
brief-panel-target = 目标 { $value }
brief-panel-base = { $year }年水平 { $value }
brief-panel-projected = 预计 { $value }
brief-panel-allowed = 可算 { $value }
brief-panel-published = { $status } { $probability }（公布值）
brief-panel-latest = 现值 { $value }
brief-panel-second = 不低于此 { $value }
brief-panel-above = ↑ 至 { $value }
brief-panel-below = ↓ 至 { $value }
brief-panel-finding = { $title }，目标{ $aim }。最新 { $latest }，预计 { $year } 年为 { $projected }（80% 区间 { $interval }），达标概率 { $probability }，判断：{ $status }。
brief-panel-finding-short = { $title }，目标{ $aim }。最新 { $latest }。判断：{ $status }。
brief-panel-finding-chance = { $title }，目标{ $aim }。最新 { $latest }，达标概率 { $probability }，判断：{ $status }。
brief-charts-none = 本领域没有可以作图的数据。
brief-field-caption = { $field }：全部可监测任务
brief-col-goal = 目标
brief-col-indicator = 任务
brief-col-aim = 要求
brief-col-chance = 达标概率
brief-col-progress = 路程/时间
brief-col-grade = 证据
brief-col-warnings = 其他预警
brief-checklist-caption = 定性目标核对清单（须附佐证材料，不由模型判断）
brief-col-field = 领域
brief-col-goal-title = 目标内容

## 四、差距

brief-gaps-heading = 城乡差距与性别差距
brief-gaps-caption = 两组都有数据的最新一年，与基期相比
brief-gaps-none = 没有同一年份两组俱全的数据。
brief-gap-pair = { $first }与{ $second }
brief-gap-values = { $first }，{ $second }
brief-gap-narrower = 缩小
brief-gap-wider = 扩大
brief-gap-same = 基本不变
brief-gap-not-comparable = 无法比较
brief-col-pair = 分组
brief-col-values = 数值
brief-col-gap = 差距
brief-col-ratio = 比值
brief-col-base-gap = { $year } 年差距
brief-col-direction = 方向
brief-col-gap-target = 差距目标达标概率
brief-col-year = 年份

## 五、数据缺失与存疑

brief-findings-heading = 数据缺失与存疑之处
brief-findings-caption = 影响判断的数据问题，按轻重排列
brief-findings-none = 没有发现数据问题。
brief-col-problem = 问题
brief-col-where = 涉及
brief-col-detail = 具体情况
brief-finding-no-data = 没有数据
brief-finding-not-assessable = 有数据但无法评估
brief-finding-held = 待核数值（暂不采用）
brief-finding-held-figure = { $year }年{ $value }（{ $reason }）
brief-finding-stale = 数据陈旧
brief-finding-break = 口径变化
brief-finding-blank = 空白单元格
brief-finding-missing-years = 缺少年份
brief-finding-preliminary = 初步数据
brief-finding-second-hand = 非原始刊载
brief-finding-see-fields = 原因见各领域的表
brief-finding-since = { $year } 年起：{ $reason }
brief-finding-basis = { $basis }：{ $years }

## 六、方法

brief-method-heading = 方法、往绩与局限
brief-method-question = 回答的问题
brief-method-question-text = 如果今后像过去一样变化，指标到目标年落在目标以内的可能性有多大。它不是对规划成效的评价，也不预见新的政策。
brief-method-projection = 怎样预测
brief-method-projection-text = 先把各地的走势拆成共同的走势和本地对它的偏离，再分别用几个简单模型（维持现状、平均变化、逐渐放缓的趋势、平滑）往前推；过去几年推得准的模型分量大，各模型分歧越大区间越宽，区间宽窄再按这类数据过去的误差校准。逐年的波动会累积，所以越远越没有把握。有上下限的比例不会越界；口径变化前后不连在一起；缺失的年份不填补；只在换届时变动的指标按现状推。
brief-method-evidence = 数据多少说多少话
brief-method-evidence-text = 没有数据、只有一两个数据时不给概率；三四个数据时须有至少八个地区可以借鉴，证据记为“低”；五至七个为“中”；八个以上为“充分”。
brief-method-counts = 发生数很少的地方
brief-method-counts-text = 有发生数的指标按发生数计算，给出两个概率：“达标概率”针对目标年公布的那个数，期末评估看的就是它；“实际水平达标”是扣除偶然起落以后的水平落在目标以内的概率，列在旁边。一年只有几例的地方，公布值的起落多半是偶然，两者可能相差很大：预估评估结果看前者，衡量工作成效看后者。图上的预计值和扇面也是将要公布的那个数：一年只有一两例的地方，它只能是 0 例、1 例、2 例算出的率，不会落在其间。
brief-method-status = 判断的含义
brief-method-status-text = 达标概率不低于 90% 为有望达标，66%–90% 较有望，33%–66% 难以判断，10%–33% 达标困难，低于 10% 达标很困难；结果已定的直接写明事实。引用时请连同概率一起写，不要只写词。
brief-method-misses = 预计达不到的项数
brief-method-misses-text = 把每一项达不到的概率相加，再加上已成定局的项数。各项指标会一同变好或变差，实际项数可能明显多于或少于这个数，80% 范围已把这一点算在内：同一指标在各地的误差，按模型估计的共同部分相关；不同指标之间按相关系数 0.3 计，这是有意放宽的假定（真实面板平均约 0.1）。在真实面板上，实际项数有九成落在这个范围里。
brief-method-record = 往绩
brief-method-record-text = 尚未用本地区过去的目标检验过这套方法，因此请把概率当作有依据的估计，而不是保证。
brief-method-limits = 局限
brief-method-limits-text = 数据上报的差错、统计口径的暗中变化、突发事件都可能使结果偏离；罕见事件（如一市一年的孕产妇死亡）主要是偶然波动，单年数值不宜过度解读。
brief-method-used = 本简报用到的方法
brief-model-naive = 维持现状
brief-model-pooled = 各地共同的走势与本地的偏离
brief-model-ols = 本地自身的趋势（最小二乘）
brief-model-drift = 本地的平均变化
brief-model-damped = 逐渐放缓的趋势
brief-model-pooled-poisson = 按发生数计算（泊松模型），借鉴各地走势
brief-model-pooled-binomial = 按人数计算（二项模型），借鉴各地走势

## 七、出处

brief-sources-heading = 数据出处
brief-plans-caption = 规划文件
brief-plan-counts-caption = 各份规划分别计数
brief-plan-counted-apart = 另计，不入首页合计
brief-plan-note = { $plan }：{ $note }
brief-statements-caption = 任务数值的出处（不在规划原文或未见原文的）
brief-files-caption = 数据文件
brief-origins-caption = 每个数值的出处
brief-origins-source = { $file } · { $basis } · { $source }
brief-origins-note = 年份 → 行号，一一对应：第一个年份在第一个行号所指的那一行，依此类推。
brief-origins-line = { $years } → { $lines }
brief-versions = 软件版本：{ $versions }
brief-col-plan = 规划
brief-col-document = 文号
brief-col-period = 期限
brief-col-hash = SHA-256
brief-col-file = 文件
brief-col-rows = 行数
brief-col-basis = 性质
brief-col-source = 来源

## 索引页

brief-index-title = 趋势简报索引
brief-index-run = 本次运行 { $run }
brief-index-intro = 每一行是一个地区的简报。项数的分母是可监测任务数；“预计达不到”是各项达不到的概率之和。
brief-index-caption = 各地区简报与结论
brief-index-col-region = 地区
brief-index-col-level = 级别
brief-index-col-as-of = 数据截至
brief-index-col-measurable = 可监测任务
brief-index-col-met = 已达标
brief-index-col-missed = 期末未达标
brief-index-col-likely = 有望或较有望
brief-index-col-uncertain = 难以判断
brief-index-col-unlikely = 达标困难
brief-index-col-not-assessable = 无法评估
brief-index-col-met-now = 现已达标率
brief-index-col-share = 预计达标比例
brief-index-col-misses = 预计达不到（80% 范围）
brief-index-col-note = 说明
brief-index-synthetic = 演示数据
brief-index-failed = 未完成：{ $cause }
brief-index-failures = 有 { $count } 个地区没有完成，原因见“说明”。
brief-index-runs-open = 历次运行
brief-index-runs-title = 历次运行
brief-index-runs-caption = 历次运行，最近的在前
brief-index-col-run = 运行
brief-index-col-briefs = 简报
brief-index-col-failed = 未完成
brief-apart-caption = 另计的国家文件中需要预警的任务，共{ $count }项（不入首页合计，也不入上表）
brief-overview-plan-apart = { $plan }（另计，不入合计）
brief-col-of-document = 文件
brief-second-hand = { $years }年的数为转引，未见原件，在此与刊载的数同样使用，请核对。
brief-question-known = 已经知道什么？
brief-known-count = { $count } 项指标有数据（任务共 { $measurable } 项）
brief-known-item = { $title }：{ $latest }，目标{ $aim }
brief-known-met = （已在达标一侧）
brief-known-not-met = （未在达标一侧）
