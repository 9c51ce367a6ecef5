### 工作台：JupyterLab 中的笔记本显示和说的话。

## 参数不能用

fault-given-region = { $name } 应为 6 位地区代码，如 "140100"，现为 { $found }。请对照 data/regions.csv 改写。
fault-given-year = { $name } 应为整数年份，如 2024，现为 { $found }。请改写。
fault-given-flag = { $name } 应为 True 或 False，现为 { $found }。请改写。
fault-given-word = { $name } 应为 { $expected } 之一，现为 { $found }。请改写。
fault-given-text = { $name } 应为文字，如 "data/plans"，现为 { $found }。请加上引号。
fault-given-texts = { $name } 应为一个或几个文字，如 ["我的数据.xlsx"]，现为 { $found }。请改写。
fault-given-levels = { $name } 应为 0 与 1 之间的一个或几个数，如 [0.1, 0.33]，现为 { $found }。请改写。
fault-given-indicator = 指标目录中没有“{ $found }”。相近的有：{ $near }。请改写，全部名称见 docs/names.md。

## 每个笔记本的开头

brief-notebook-plan = { $title }：{ $count } 项监测目标和清单事项
brief-notebook-data = 数据：{ $files }，{ $first }—{ $last } 年共 { $figures } 个数值，其中待核 { $held } 个。

## 表头

brief-table-rows = 共 { $count } 行
brief-table-yes = 是
brief-table-no = 否
brief-table-region = 地区
brief-table-indicator = 指标
brief-table-group = 分组
brief-table-year = 年份
brief-table-value = 数值
brief-table-unit = 单位
brief-table-numerator = 分子
brief-table-denominator = 分母
brief-table-status = 状态
brief-table-held = 待核原因
brief-table-basis = 数据性质
brief-table-source = 来源
brief-table-reported-at = 报送日期
brief-table-file = 文件
brief-table-line = 行
brief-table-plan = 规划
brief-table-target = 监测目标
brief-table-rule = 规则
brief-table-target-value = 目标值
brief-table-target-year = 目标年
brief-table-latest-year = 最新年份
brief-table-latest-value = 最新值
brief-table-projected = 预计值
brief-table-lower80 = 80%区间下限
brief-table-upper80 = 80%区间上限
brief-table-lower95 = 95%区间下限
brief-table-upper95 = 95%区间上限
brief-table-median = 中位数
brief-table-naive = 维持现状
brief-table-p-attain = 达标概率
brief-table-flag = 预警级别
brief-table-warnings = 其他预警
brief-table-evidence-grade = 数据支撑
brief-table-figures = 数据个数
brief-table-targets = 监测目标项数

reported-final = 终值
reported-preliminary = 初步数
reported-revised = 修订数

## 一个指标

brief-indicator-parts = 分子：{ $numerator }；分母：{ $denominator }。
brief-indicator-break = { $year } 年起口径变化：{ $reason }
brief-indicator-asked = 《{ $plan }》主要目标 { $goal }：{ $aim }。
brief-indicator-not-asked = 适用于本地区的规划没有对这个指标和分组提出监测目标。
brief-indicator-rows = { $region }：逐条数据及出处
brief-indicator-regions = 一并预测的 { $count } 个地区，各组各年
brief-indicator-scale = 测算尺度
brief-indicator-working = 测算尺度上的值
brief-indicator-scale-logit = 有上下限的比例，在 logit 尺度上测算：ln((y − { $lower } + d) / ({ $upper } − y + d))，d = { $offset }，使触及上下限的值仍为有限数。
brief-indicator-scale-log = 率和无上限的比，在对数尺度上测算：ln(y − { $lower } + d)，d = { $offset }，只在有零值时大于 0。
brief-indicator-scale-identity = 按原值测算，以 { $unit } 为一个单位，使常见的年度变化与其他尺度相当。
brief-indicator-models = 各模型的预测与综合预测
brief-indicator-models-chart = { $year } 年：中位数与80%预测区间
brief-indicator-models-finding = { $year } 年的中位数从 { $low }（{ $lowest }）到 { $high }（{ $highest }）。
brief-indicator-models-note = 综合预测参考同级地区的数据，并按过去的误差校准区间；其余各模型只用本地区自己的数据，区间取自 statsmodels，常常过窄或过宽。计数回归给出的是实际水平的区间，不含计数的偶然起伏。竖线为目标值。
brief-indicator-model = 模型
brief-indicator-refused = { $model }：只有 { $points } 个可用的数据，不足以估计。
brief-indicator-summaries = statsmodels 的估计结果
brief-indicator-summaries-note = 点击展开各模型的系数、标准误和检验。都在测算尺度上（计数回归在对数或 logit 尺度上）。
brief-indicator-recomputed = 用 statsmodels 复算综合预测
brief-indicator-residuals = 残差（以标准差计）
brief-indicator-residuals-note = 直线和计数回归为拟合残差，其余为向前一步的预测误差。红色为超过两个标准差；连续几个同号，说明模型没有跟上转折。
brief-indicator-residuals-finding = 残差最大的是 { $year } 年，{ $model }，{ $size } 个标准差。
brief-indicator-verdicts = 能否达标
brief-indicator-peers = 与同级地区比较
brief-indicator-peers-note = 按地区名录的顺序排列，不排名次；横线为80%预测区间，竖线为各地的目标值。
brief-indicator-nothing = { $region }（{ $group }）没有可供估计的数据。
brief-indicator-hidden = { $region }（{ $group }）的数据涉及 1—4 例，不公布，其模型也不显示。内部使用时设 internal = True。

brief-fit-combination = 综合预测
brief-fit-combination-underlying = 综合预测（实际水平）
brief-fit-naive-walk = 维持现状
brief-fit-straight-line = 直线（最小二乘）
brief-fit-fitted-drift = 随机游走加漂移
brief-fit-walk = 随机游走
brief-fit-weak-drift = 弱漂移
brief-fit-drift = 漂移
brief-fit-drift-noise-0-5 = 漂移，含测量误差
brief-fit-slow-damped-trend = 缓变阻尼趋势
brief-fit-fast-damped-trend = 速变阻尼趋势
brief-fit-momentum = 惯性
brief-fit-poisson = 泊松回归（实际水平）
brief-fit-negative-binomial = 负二项回归（实际水平）
brief-fit-binomial = logistic 回归（实际水平）

## 选择框

brief-form-missing = 没有安装 ipywidgets，不能使用选择框。请修改第一个代码单元格中的参数，再运行全部单元格。
brief-form-show = 显示

## 起始页

brief-start-list = 点击打开，或用下面的选择框按所选地区打开、运行：
brief-start-about-region-brief = 一个地区的简报：能否达标、预警、图表、出处
brief-start-about-overview = 各地区、各监测目标的矩阵、汇总和同级比较
brief-start-about-indicator = 一个指标：数据、模型、残差、假设情形、同级地区
brief-start-about-data-quality = 数据是否完整、合理、一致、及时
brief-start-about-track-record = 回溯检验：过去给出的概率是否准确
brief-start-notebook = 笔记本
brief-start-region = 地区
brief-start-year = 数据截至
brief-start-newest = 最新一年
brief-start-language = 语言
brief-start-data = 数据
brief-start-data-default = 随附数据；或文件、文件夹、数据库地址
brief-start-open = 打开
brief-start-open-tip = 按所选参数做一个副本，供您打开、修改、运行
brief-start-open-busy = 正在准备……
brief-start-run = 运行
brief-start-run-tip = 按所选参数运行一遍，再看结果
brief-start-run-busy = 正在运行，约需一分钟……
brief-start-made-notebook = 打开笔记本
brief-start-made-page = 打开网页
brief-start-reports = 已有的报告
brief-start-all-reports = 全部简报的索引
brief-start-run-reports = 运行 { $name }
brief-start-no-reports = 尚无报告。选择一个地区，按“运行”即可生成第一份。
brief-start-folder = 您的笔记本都在 { $folder }，可以随意修改、保存；模板另存一处，不会被改动。
brief-start-data-heading = 随附数据
brief-start-help = 帮助
brief-start-language-zh = 中文
brief-start-language-en = 英文
brief-start-about-midterm-evaluation = 中期评估：各领域进展、预警、建议及评估报告
brief-start-about-final-evaluation = 终期评估：达标与未达标、中期预警的检验、下一规划期
brief-indicator-what-if-none = 没有能按速度测算的监测目标：结果已定，或缺现值、缺概率。
brief-indicator-what-if-caption = 《{ $plan }》：{ $aim }，现值 { $latest }
brief-indicator-what-if-path = 假设情形
brief-indicator-what-if-pace = 年均变化
brief-indicator-what-if-peer = 取自
brief-indicator-what-if-chance = 达标概率
brief-indicator-what-if-expected = 模型预测（不作假设）
brief-indicator-what-if-finding = { $title }：{ $items }。
brief-indicator-what-if-goal = 目标值 { $value }
