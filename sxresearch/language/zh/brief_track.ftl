### 回溯检验：过去同样的判断对了多少。

brief-track-too-short = 样本太少，尚不能检验：同级地区过去可以核对的研判只有 { $judged } 次（{ $blocks } 个年份），至少要有 { $cases } 次、{ $years } 个年份。概率是有依据的估计，不是保证。
brief-track-short-note = 样本太少（过去只有 { $judged } 次研判可以核对），尚不能检验。
brief-track-withheld = 回溯检验不合格：同级地区过去 { $judged } 次研判中，概率误差（Brier 分）比对照模型（以往达标率）还大 { $against }（95%区间 { $low } 至 { $high }），因此本简报不给出概率。
brief-track-judged = 用当时的数据重新研判：同级地区在 { $blocks } 个年份作过 { $judged } 次研判，每次只用当时已有的数据，再与后来的实际数值核对。
brief-track-brier = 概率误差（Brier 分，0 为完全准确，越小越好）：本方法 { $ours }，对照模型（维持现状）{ $naive }，对照模型（以往达标率）{ $base }；与以往达标率之差 { $against }（95%区间 { $low } 至 { $high }，低于 0 表示优于对照）。
brief-track-coverage = 80%预测区间实际包含了后来数值的 { $covered }（共 { $figures } 个数值）。
brief-track-synthetic = 以上回溯检验出自演示数据，不能证明方法有效。
brief-track-bands-caption = 预测概率与实际结果对照
brief-track-col-band = 当时的研判
brief-track-col-cases = 研判次数
brief-track-col-said = 平均概率
brief-track-col-happened = 实际达标
brief-track-band-likely = 有望达标或较有望（≥66%）
brief-track-band-uncertain = 难以判断（33%—66%）
brief-track-band-unlikely = 达标困难（<33%）

brief-track-figure-reliability = 预测概率与实际结果对照
brief-track-figure-coverage = 区间覆盖率（按预测年数）
brief-track-figure-brier = 各种方法的概率误差（Brier 分）
brief-track-figure-alarms = 预警门槛：命中、误报与漏报
brief-track-axis-said = 预测概率
brief-track-axis-happened = 实际达标比例
brief-track-axis-horizon = 预测年数
brief-track-axis-covered = 落在区间内的比例
brief-track-axis-brier = Brier 分（越小越好）
brief-track-axis-level = 预警门槛（概率低于）
brief-track-axis-count = 次数
brief-track-interval = { $level }区间
brief-track-method-ours = 本方法
brief-track-method-naive-walk = 对照模型（维持现状）
brief-track-method-growth-rate = 增长率法
brief-track-method-weighted-line = 近期加权直线（亚太经社会）
brief-track-method-grey-model = 灰色模型 GM(1,1)
brief-track-method-base-rate = 对照模型（以往达标率）
brief-track-alarm-hits = 命中
brief-track-alarm-false-alarms = 误报
brief-track-alarm-missed = 漏报
brief-track-alarm-below = < { $level }
brief-track-none = 没有可以核对的研判。

brief-track-side-cautious = 回溯检验偏悲观：平均达标概率为 { $said }，后来实际达标 { $met }。同一指标、相近年份的研判会一同变动，按指标和年份成组检验（双侧，{ $size }；t = { $t }，自由度 { $df }），这一差别不能归于偶然。
brief-track-side-optimistic = 回溯检验偏乐观：平均达标概率为 { $said }，后来实际只达标 { $met }。同一指标、相近年份的研判会一同变动，按指标和年份成组检验（双侧，{ $size }；t = { $t }，自由度 { $df }），这一差别不能归于偶然。
brief-track-side-none = 回溯检验没有明显偏向：平均达标概率为 { $said }，后来实际达标 { $met }；按指标和年份成组检验（双侧，{ $size }；t = { $t }，自由度 { $df }），这一差别可能出于偶然。
brief-track-side-untested = 指标或年份太少，尚不能检验是否偏于乐观或悲观。
brief-track-corrected = 难以如期实现的项数：按现在的概率约 { $misses } 项；如果以往的偏差照旧，约 { $corrected } 项（各项概率的对数优势都加 { $shift }）。除此处和首页相应一句以外，本简报的概率和项数均未作这一修正。
