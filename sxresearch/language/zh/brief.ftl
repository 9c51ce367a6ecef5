### 趋势简报中的句子。数字由程序写好后填入。

brief-list-separator = 、
number-range = { $low }—{ $high }
brief-series = { $name }（{ $group }）
brief-series-pair = { $name }：{ $first }与{ $second }
brief-value-year = { $value }（{ $year } 年）
brief-value-pair = { $first } 对 { $second }

## 目标要求

brief-aim-at-least = 不低于 { $value }
brief-aim-at-most = 不高于 { $value }
brief-aim-below = 低于 { $value }
brief-aim-above = 高于 { $value }
brief-aim-around = { $value } 左右（幅度 { $tolerance }）
brief-aim-keep-at-least = 保持在 { $value } 以上（以目标年为准）
brief-aim-keep-around = 保持在 { $value } 左右（幅度 { $tolerance }，以目标年为准）
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
brief-aim-qualitative = 定性目标，凭佐证材料评定

## 页面与标题

brief-title = { $region }妇女儿童发展规划趋势简报
brief-subtitle = { $plans } · 数据截至 { $as_of } 年 · 目标年 { $years }
brief-identity = 简报标识 { $identity }（由数据、规划与参数算出，输入相同则标识相同）
brief-synthetic-mark = 演示数据，并非真实统计
brief-synthetic-note = 本简报含演示数据：由程序生成，只为展示工具用法，不得引用，不得据以评价任何地区。
brief-skip = 跳到正文
brief-foreign = 下列字符不在本页所附字库中，由读者电脑上的字体显示；如显示为方框，请安装相应字体：{ $characters }
brief-contents = 目录

## 一、结论

brief-answer-heading = 结论
brief-bar-title = 监测目标按研判等级的项数
brief-bar-met = 目标年已达标
brief-bar-missed = 目标年未达标
brief-bar-likely = 有望达标或较有望（≥66%）
brief-bar-uncertain = 难以判断（33%—66%）
brief-bar-unlikely = 达标困难（<33%）
brief-bar-not-assessable = 无法评估

brief-question-misses = 预计有多少项难以如期实现？
brief-question-worst = 哪些最困难？
brief-question-sure = 研判有多可靠？
brief-question-do = 当前应优先推进哪些工作？
brief-do-none = 保持现有措施，按年监测。
brief-no-measures = 规划未列对应措施

## 二、预警清单

brief-warnings-heading = 预警清单
brief-warnings-caption = 预计难以如期实现的监测目标（按紧迫程度）。紧急：达标概率低于 20% 或已成定局；关注：低于 50%，或底线已破，或不能给出概率而现值偏离目标
brief-warnings-none = 没有需要预警的监测目标。
brief-col-rank = 序
brief-col-target = 监测目标与要求
brief-col-probability = 达标概率
brief-col-outlook = 基期 → 现值 → 预计
brief-col-needed = 需要怎样的变化
brief-place = { $field } · 主要目标 { $goal }
brief-outlook-latest = 最新 { $latest }
brief-outlook-projected = { $year } 年预计 { $projected }（80%预测区间 { $interval }）
brief-every-year = 每年都保持的概率 { $probability }
brief-aspiration = 力争
brief-underlying = 实际水平达标 { $probability }
brief-progress = 从基期到目标已完成 { $way }，时间已过 { $time }。
brief-progress-relation = 与基期差距或另一指标比较，不计完成进度。
brief-progress-no-base = 缺基期值，无法计算完成进度。
brief-progress-no-way = 基期已在目标一侧，或只要求方向、区间，不计完成进度。
brief-other-reading = 规划原文的另一读法：{ $text }
brief-few-cases = { $year } 年只有 { $cases } 例（人），公布值的升降多属偶然。
brief-department = 责任部门：{ $department }
brief-department-unknown = 未列责任部门的，是指标目录（indicators.yaml）中尚未填写。
brief-need-up = 上升 { $value }
brief-need-down = 下降 { $value }
brief-need-none = 保持不变
brief-moved-up = 上升 { $value }
brief-moved-down = 下降 { $value }
brief-moved-none = 没有变化
brief-needed-faster = 今后每年须{ $required }，近年平均每年{ $observed }，须提速到 { $times } 倍。
brief-needed-keep = 今后每年须{ $required }；近年平均每年{ $observed }，速度已够，但预测表明这一速度难以延续。
brief-needed-start = 今后每年须{ $required }；近年基本没有变化，须明显提速。
brief-needed-touch = 现值与基期持平，须有所改善（近年平均每年{ $observed }）。
brief-needed-hold = 目前在达标一侧，近年平均每年{ $observed }，须保持现有水平。
brief-needed-only = 今后每年须{ $required }。
brief-needed-decided = 已成定局，与目标相差 { $shortfall }。
brief-needed-decided-tie = 已成定局：恰在目标值上，按原文不含本数。
brief-needed-decided-only = 已成定局。
brief-needed-gap = 两组差距须缩小到小于 { $base } 年的差距；现有差距见“城乡差距与性别差距”。
brief-needed-relation = 须不低于对照指标。
brief-episodes = 同级地区过去 { $episodes } 个{ $years ->
    [1] 一
    [2] 两
    [3] 三
    [4] 四
    [5] 五
   *[other] { $years }
  }年期中，有 { $reached } 个达到所需速度。
brief-unsettled-caption = 其他需要关注的监测目标：达标概率不低于 50% 或不能给出概率，但指标本身不平稳
brief-col-warning = 预警
brief-col-latest = 最新值
brief-col-projected = 预计值（80%预测区间）
brief-col-pace = 近五年平均每年变化
brief-col-status = 研判

## 三、分领域图表

brief-fields-heading = 分领域：仍可争取和偏离目标的监测目标
brief-legend-title = 图例
brief-legend-points = 实心点：实际数据；空心点：初步数据；相邻两年相连，缺年与口径变化处断开，只有两个数据时不连线；大空心圈：待核数值，未采用，原因见“缺项数据与疑点”
brief-panel-held = { $year } 年 { $value } 待核（{ $reason }），未采用。
brief-legend-fan = 扇面由深到浅：50%、80%、95%预测区间，中线为中位数
brief-legend-naive = 点线：维持现有水平
brief-legend-path = 横线与菱形：目标值；写作“某年水平”“某年差距”的，目标是好于该年；短划线：达到目标所需的路径
brief-legend-allowed = 浅底与点划线：“左右”允许的数值
brief-legend-beyond = 箭头与数字：95%预测区间超出图框，延伸到该值；灰色细线与灰带：上级地区与同级地区，名称和最新数值见右侧
brief-legend-break = 竖实线：基期年与目标年；竖虚线：口径变化
brief-legend-underlying = 达标概率、预计值和扇面均指目标年公布值；括号内为实际水平（扣除偶然起伏）达标的概率，与前者相同的不列
brief-legend-progress = “完成/时间”：从基期到目标已完成的份额，以及规划期已过的份额。
brief-legend-status = 研判
brief-panel-target = 目标 { $value }
brief-panel-base = { $year } 年水平 { $value }
brief-panel-projected = 预计 { $value }
brief-panel-allowed = 允许 { $value }
brief-panel-published = { $status } { $probability }（公布值）
brief-panel-latest = 现值 { $value }
brief-panel-second = 不低于此 { $value }
brief-panel-above = ↑ 至 { $value }
brief-panel-below = ↓ 至 { $value }
brief-panel-finding = { $title }，目标{ $aim }。最新 { $latest }，预计 { $year } 年为 { $projected }（80%预测区间 { $interval }），达标概率 { $probability }，研判：{ $status }。
brief-panel-finding-short = { $title }，目标{ $aim }。最新 { $latest }。研判：{ $status }。
brief-panel-finding-chance = { $title }，目标{ $aim }。最新 { $latest }，达标概率 { $probability }，研判：{ $status }。
brief-field-caption = { $field }：全部监测目标
brief-col-goal = 目标
brief-col-indicator = 监测目标
brief-col-aim = 要求
brief-col-chance = 达标概率
brief-col-progress = 完成/时间
brief-col-grade = 数据支撑
brief-col-warnings = 其他预警

## 四、差距

brief-gaps-heading = 城乡差距与性别差距
brief-gaps-caption = 两组都有数据的最近一年，与基期相比；差距或其变化在数值进位误差之内的，不判断大小，也不判断扩大或缩小
brief-gaps-same = 另有 { $count } 项差距与基期相比基本不变，且规划没有提出差距目标，列在附件中。
brief-gaps-caption-same = 与基期相比基本不变、且没有差距目标的（{ $count } 项）
brief-gaps-none = 没有两组数据齐全的年份。
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

brief-findings-heading = 缺项数据与疑点
brief-findings-caption = 影响研判的数据问题，按轻重排列
brief-findings-none = 没有发现数据问题。
brief-col-problem = 问题
brief-col-where = 涉及
brief-col-detail = 具体情况
brief-finding-no-data = 没有数据
brief-finding-not-assessable = 有数据但无法评估
brief-finding-held = 待核数值（暂不采用）
brief-finding-held-figure = { $year } 年 { $value }（{ $reason }）
brief-finding-stale = 数据陈旧
brief-finding-break = 口径变化
brief-finding-blank = 空白单元格
brief-finding-missing-years = 缺少年份
brief-finding-preliminary = 初步数据
brief-finding-second-hand = 转引，未见原始资料
brief-finding-see-fields = 原因见各领域的表
brief-finding-since = { $year } 年起：{ $reason }
brief-finding-basis = { $basis }：{ $years }

## 六、方法

brief-method-heading = 方法、回溯检验与局限
brief-method-question = 回答的问题
brief-method-question-text = 如果今后仍按过去的规律变化，指标在目标年达到目标的可能性有多大。它不评价规划的成效，也不预见新的政策。
brief-method-projection = 怎样预测
brief-method-projection-text = 先把各地走势分解为共同趋势和地区偏离，再分别用几个简单模型（维持现状、平均变化、逐渐放缓的趋势、指数平滑）外推；以往预测误差小的模型权重大，各模型分歧越大区间越宽，区间宽度再按这类数据的历史误差校准。逐年波动会累积，预测期越长，区间越宽。有上下限的比例不会越界；口径变化前后的数据不衔接；缺失的年份不填补；只在换届时变动的指标按现状外推。
brief-method-evidence = 数据支撑程度
brief-method-evidence-text = 没有数据或只有一两个数据时不给出概率；有三四个数据时，须有至少八个同级地区可供参考，数据支撑程度记为“不足”；五至七个为“一般”；八个以上为“充分”。
brief-method-counts = 人数（例数）很少的地区
brief-method-counts-text = 有分子、分母的指标按人数（例数）建模，给出两个概率：“达标概率”针对目标年公布值，终期评估以它为准；“实际水平达标”是扣除偶然起伏以后的水平达标的概率，列在旁边。一年只有几例的地区，公布值的升降多属偶然，两者可能相差很大：预估评估结果看前者，衡量工作成效看后者。图上的预计值和扇面也是将要公布的数值：一年只有一两例的地区，它只能是由 0 例、1 例、2 例算出的率，不会是其间的数值。
brief-method-status = 研判等级
brief-method-status-text = 达标概率不低于 90% 为有望达标，66%—90% 较有望，33%—66% 难以判断，10%—33% 达标困难，低于 10% 达标很困难；结果已定的直接写明事实。引用时请连同概率一起写，不要只写等级。
brief-method-misses = 预计难以如期实现的项数
brief-method-misses-text = 把各项不达标的概率相加，再加上已成定局的项数。各项指标会一同变好或变差，实际项数可能明显多于或少于这个数，80%预测区间已考虑这一点：同一指标在各地的误差，按模型估计的共同部分相关；不同指标之间的相关系数取 0.3，这一假定有意偏宽（真实面板平均约 0.1）。在真实面板上，实际项数有九成落在这个区间里。
brief-method-record = 回溯检验
brief-method-record-text = 尚未用本地区过去的目标检验过这套方法；概率是有依据的估计，不是保证。
brief-method-limits = 局限
brief-method-limits-text = 数据报送差错、统计口径变化而未说明、突发事件都可能使结果偏离；罕见事件（如一市一年的孕产妇死亡）主要是偶然起伏，不宜对单年数值过度解读。
brief-method-used = 本简报采用的方法
brief-model-naive = 对照模型（维持现状）
brief-model-pooled = 共同趋势与地区偏离
brief-model-ols = 本地区趋势（最小二乘）
brief-model-drift = 本地区平均变化
brief-model-damped = 逐渐放缓的趋势
brief-model-pooled-poisson = 按人数（例数）建模（泊松模型），参考同级地区趋势
brief-model-pooled-binomial = 按人数建模（二项模型），参考同级地区趋势

## 七、出处

brief-sources-heading = 数据出处
brief-plans-caption = 规划文件
brief-plan-counts-caption = 各份规划分别计数
brief-plan-counted-apart = 另计，不计入首页合计
brief-plan-note = { $plan }：{ $note }
brief-statements-caption = 监测目标数值的出处（规划原文中没有或未见原文的）
brief-files-caption = 数据文件
brief-origins-caption = 每个数值的出处
brief-origins-source = { $file } · { $basis } · { $source }
brief-origins-note = 年份 → 行号，一一对应：第一个年份对应第一个行号，依此类推。
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
brief-index-intro = 每一行是一个地区的简报。项数的分母是监测目标数；“难以如期实现”是各项不达标的概率之和。
brief-index-caption = 各地区简报与结论
brief-index-col-region = 地区
brief-index-col-level = 级别
brief-index-col-as-of = 数据截至
brief-index-col-measurable = 监测目标
brief-index-col-met = 目标年已达标
brief-index-col-missed = 目标年未达标
brief-index-col-likely = 有望达标或较有望
brief-index-col-uncertain = 难以判断
brief-index-col-unlikely = 达标困难
brief-index-col-not-assessable = 无法评估
brief-index-col-met-now = 现已达标率
brief-index-col-share = 预计达标比例
brief-index-col-misses = 难以如期实现（80%预测区间）
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
brief-apart-caption = 另计的国家文件中需要预警的监测目标，共 { $count } 项（不计入首页合计，也不列入上表）
brief-overview-plan-apart = { $plan }（另计，不入合计）
brief-col-of-document = 文件
brief-second-hand = { $years } 年的数据为转引，未见原件，在此与刊载数据同样使用，请核对。
brief-question-known = 目前已知什么？
brief-known-count = { $count } 项监测目标有数据
brief-known-item = { $title }：{ $latest }，目标{ $aim }
brief-known-met = （已在达标一侧）
brief-known-not-met = （未在达标一侧）
brief-checklist-caption = 定性目标核对清单（须附佐证材料，不由模型研判）
brief-col-field = 领域
brief-col-goal-title = 目标内容
brief-finding-revised = 修订过的数值（采用修订后的）
brief-finding-revised-figure = { $year } 年：{ $before } → { $after }（{ $about }）
brief-finding-revised-unseen = { $year } 年：{ $after }（{ $about }；修订前的数值未见）
brief-finding-revised-from-preliminary = 原为初步数
brief-finding-revised-marked = 列为修订数
brief-finding-revised-more = 另有 { $count } 处变动较小的修订
brief-finding-revised-others = 其余各项
brief-index-title-of = 趋势简报索引：{ $region }
brief-index-back = 返回全部索引
brief-index-parts = 分省索引
brief-index-part-briefs = （{ $count } 份，未完成 { $failed } 份）
brief-index-search = 按名称查找简报
brief-index-search-caption = 各省所辖地区的简报
brief-index-within = 所在地区
brief-index-no-script = 浏览器没有启用脚本，以下列出全部简报，不能筛选和排序。
