### 往绩：过去同样的判断对了多少。

brief-track-too-short = 往绩太短：同级地区过去只有 { $judged } 次可以核对的判断（{ $blocks } 个年份），至少要有 { $cases } 次、{ $years } 个年份，才能说这些概率准不准。请把概率当作有依据的估计。
brief-track-short-note = 往绩太短（{ $judged } 次判断），还说不上准不准。
brief-track-withheld = 往绩不佳：同级地区过去 { $judged } 次判断中，概率的误差比只看以往达标率还大 { $against }（95% 区间 { $low } 至 { $high }），因此本简报不给概率。
brief-track-judged = 用同样的方法重走过去：同级地区在 { $blocks } 个年份作过 { $judged } 次判断，每次只用当时已有的数据，再与后来的实际数值核对。
brief-track-brier = 概率的误差（Brier 分，0 为全对，越小越好）：本方法 { $ours }，维持现状法 { $naive }，只看以往达标率 { $base }；与只看以往达标率之差 { $against }（95% 区间 { $low } 至 { $high }，低于 0 为更好）。
brief-track-coverage = 80% 区间实际覆盖了后来数值的 { $covered }（{ $figures } 个数值）。
brief-track-first-screen = 往绩（{ $judged } 次判断）：说“有望或较有望”的，实际达标 { $likely }；80% 区间实际覆盖 { $covered }；概率误差 { $ours }（维持现状法 { $naive }，只看以往达标率 { $base }，越小越好）。
brief-track-synthetic = 以上往绩出自演示数据，不能证明方法有效。
brief-track-bands-caption = 校准：说过的概率与后来的实际
brief-track-col-band = 当时说
brief-track-col-cases = 判断次数
brief-track-col-said = 平均概率
brief-track-col-happened = 实际达标
brief-track-band-likely = 有望或较有望（≥ 66%）
brief-track-band-uncertain = 难以判断（33%–66%）
brief-track-band-unlikely = 达标困难（< 33%）

brief-track-figure-reliability = 校准：说过的概率与实际达标的份额
brief-track-figure-coverage = 区间覆盖：按预测年数
brief-track-figure-brier = 概率误差（Brier）：各种方法
brief-track-figure-alarms = 预警门槛：命中、误报与漏报
brief-track-axis-said = 说过的概率
brief-track-axis-happened = 实际达标的份额
brief-track-axis-horizon = 预测几年以后
brief-track-axis-covered = 落在区间内的份额
brief-track-axis-brier = Brier 分（越小越好）
brief-track-axis-level = 概率低于多少就预警
brief-track-axis-count = 次数
brief-track-interval = { $level } 区间
brief-track-method-ours = 本方法
brief-track-method-naive-walk = 维持现状
brief-track-method-growth-rate = 增长率法
brief-track-method-weighted-line = 近期加权直线（亚太经社会）
brief-track-method-grey-model = 灰色模型 GM(1,1)
brief-track-method-base-rate = 只看以往达标率
brief-track-alarm-hits = 命中
brief-track-alarm-false-alarms = 误报
brief-track-alarm-missed = 漏报
brief-track-alarm-below = < { $level }
brief-track-none = 没有可以核对的判断。

brief-track-side-cautious = 往绩偏保守：平均给出 { $said } 的达标概率，后来实际达标 { $met }。同一指标、相近年份的判断会一同变动，按指标和年份成组检验（双侧，{ $size }；t = { $t }，自由度 { $df }），这一差别不能归于偶然。
brief-track-side-optimistic = 往绩偏乐观：平均给出 { $said } 的达标概率，后来实际只达标 { $met }。同一指标、相近年份的判断会一同变动，按指标和年份成组检验（双侧，{ $size }；t = { $t }，自由度 { $df }），这一差别不能归于偶然。
brief-track-side-none = 往绩没有明显偏向一边：平均给出 { $said } 的达标概率，后来实际达标 { $met }；按指标和年份成组检验（双侧，{ $size }；t = { $t }，自由度 { $df }），这一差别可能出于偶然。
brief-track-side-untested = 指标或年份太少，检验不了往绩是否偏向一边。
brief-track-corrected = 预计未达标的项数：照现在的概率约 { $misses } 项；如果往绩的偏差照旧，约 { $corrected } 项（各项概率的对数优势都加 { $shift }）。除此一处外，本简报的概率和项数都未作这一修正。
brief-track-first-screen-cautious = 往绩偏保守（{ $judged } 次判断，不是偶然）：平均说 { $said } 能达标，后来达标 { $met }。预计约 { $misses } 项达不到，照往绩修正约 { $corrected } 项。
brief-track-first-screen-optimistic = 往绩偏乐观（{ $judged } 次判断，不是偶然）：平均说 { $said } 能达标，后来只达标 { $met }。预计约 { $misses } 项达不到，照往绩修正约 { $corrected } 项。
