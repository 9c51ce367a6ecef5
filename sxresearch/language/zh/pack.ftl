### 会议材料（Word 与 Excel）中的句子。数字由程序写好后填入。

pack-title = { $region }妇女儿童发展规划实施情况监测评估材料
pack-title-family = { $region }及所辖地区妇女儿童发展规划实施情况监测评估材料
pack-title-department = { $department }：责任任务监测评估材料
pack-title-department-of = { $region } { $department }：责任任务监测评估材料
pack-page = 第 { $page } 页，共 { $pages } 页

## Word 的各章

pack-summary = 一、摘要
pack-process = 二、评估过程与数据
pack-profile = 三、任务概况
pack-completion = 四、各领域完成情况与措施
pack-problems = 五、主要问题与预警
pack-doubts = 六、数据缺失与存疑
pack-proposals = 七、对策建议
pack-appendix = 附录

pack-summary-of = 以下先说{ $region }本级，各地区的项数见表。
pack-counts-caption = 各类任务项数（“预计达不到”为各项达不到的概率之和）
pack-count-region = 地区
pack-count-field = 领域
pack-count-measurable = 可监测任务
pack-count-met = 期末已达标
pack-count-missed = 未达标或无法达标
pack-count-likely = 有望或较有望
pack-count-uncertain = 难以判断
pack-count-unlikely = 达标困难
pack-count-not-assessable = 无法评估
pack-count-qualitative = 定性目标
pack-count-misses = 预计达不到
pack-process-text = 本次评估依据{ $plans }，数据截至 { $as_of } 年，涉及 { $regions } 个地区、{ $figures } 个监测数值。{ $measurable } 项可监测任务中，{ $assessable } 项有足够的数据和规则可以评估。
pack-profile-caption = { $region }：各领域任务项数
pack-matrix = 各地区任务判断矩阵
pack-matrix-note = ● 期末已达标　▲ 有望达标　△ 较有望　◇ 难以判断　▽ 达标困难　▼ 达标很困难　■ 已无法达标　× 期末未达标　○ 无法评估；空白：规划不涉及该地区。
pack-field-caption = { $field }：可监测任务（最新值未注明年份的为 { $year } 年；预计值后为 80% 区间）
pack-charts-of = 下列各图为{ $region }。
pack-measures = 规划列出的措施
pack-shared-caption = 多个地区预计达不到的任务
pack-shared-target = 任务
pack-shared-aim = 要求
pack-shared-number = 预警地区数
pack-shared-where = 地区
pack-shared-count = { $count }（共 { $of } 个可评估）
pack-proposals-note = 下表由数据和规划文本得出：第三列是达标所需的变化，第四列是规划自己列出的措施。是否采取、由谁落实，须由评估组判断。
pack-proposals-caption = 预警任务达标所需的变化
pack-proposal-target = 任务
pack-proposal-needed = 需要怎样的变化
pack-proposal-measures = 规划中的措施
pack-proposal-who = 责任部门
pack-do-data = 另有 { $count } 项任务因缺少数据或规则无法评估，须先补数据，见“数据缺失与存疑”。
pack-intervals = 预计值与区间
pack-intervals-caption = 各项任务在目标年的预计值（中位数）与 50%、80%、95% 预测区间
pack-interval-target = 任务
pack-interval-projected = 预计值
pack-interval-50 = 50% 区间
pack-interval-80 = 80% 区间
pack-interval-95 = 95% 区间
pack-interval-chance = 达标概率

## Excel 的工作表

pack-sheet-notes = 说明与出处
pack-sheet-verdicts = 评估结果
pack-sheet-warnings = 预警清单
pack-sheet-observations = 监测数据
pack-sheet-matrix = 判断矩阵
pack-sheet-regions = 各地区

## Excel 的列

pack-col-region = 地区
pack-col-code = 地区代码
pack-col-plan = 规划
pack-col-field = 领域
pack-col-goal = 主要目标
pack-col-target = 任务
pack-col-id = 任务编号
pack-col-aim = 要求
pack-col-target-value = 目标值
pack-col-target-year = 目标年
pack-col-unit = 单位
pack-col-latest-year = 最新年份
pack-col-latest = 最新值
pack-col-met-now = 现已达到
pack-col-projected = 预计值
pack-col-lower50 = 50% 下限
pack-col-upper50 = 50% 上限
pack-col-lower80 = 80% 下限
pack-col-upper80 = 80% 上限
pack-col-lower95 = 95% 下限
pack-col-upper95 = 95% 上限
pack-col-chance = 达标概率
pack-col-p = 概率（未取整）
pack-col-every-year = 每年保持的概率
pack-col-status = 判断
pack-col-flag = 预警级别
pack-col-warnings = 其他预警
pack-col-required = 所需每年变化
pack-col-observed = 近年每年变化
pack-col-shortfall = 距目标
pack-col-grade = 证据
pack-col-points = 数据个数
pack-col-department = 责任部门
pack-col-needed = 需要怎样的变化
pack-col-measures = 规划中的措施
pack-col-synthetic = 演示数据
pack-col-reason = 理由
pack-col-indicator = 指标
pack-col-indicator-id = 指标编号
pack-col-group = 分组
pack-col-year = 年份
pack-col-value = 数值
pack-col-numerator = 分子
pack-col-denominator = 分母
pack-col-data-status = 数据状态
pack-col-basis = 数据性质
pack-col-source = 来源
pack-col-reported = 报送日期
pack-col-file = 文件
pack-col-line = 行号
pack-col-misses = 预计达不到的地区数
pack-yes = 是
pack-no = 否
pack-note-item = 项目
pack-note-value = 内容
pack-note-identity = 简报标识
pack-note-plan = 规划
pack-note-file = 数据文件
pack-note-source = 来源
pack-note-versions = 软件版本
pack-note-how = 用法
pack-note-how-text = 概率一列按网页简报的写法取整，不跨越判断的界线；“未取整”一列供计算。百分比指标的数值就是百分数（95 即 95%）。以 = + - @ 开头的文字前加了撇号，以免被当作公式。
pack-data-status-final = 终值
pack-data-status-preliminary = 初步
pack-data-status-revised = 修订
