### 中期评估报告和终期评估报告中的句子。数字由程序写好后填入。

report-midterm-title = { $region }《{ $plan }》中期评估报告
report-as-of = 数据截至 { $as_of } 年，目标年 { $target } 年
report-draft-note = 本稿由监测数据和规划文本生成，供评估组修改。样式为“自动生成”的段落，每句后的编号与同名工作簿“句子与出处”一表相对应；改定后请改用正文样式。样式为“待填写”的段落须由评估组撰写，清单见附件四。不需要编号时，把字符样式“句子编号”设为隐藏。
report-ordinals = 一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十
report-quoted = “{ $name }”
report-item-separator = ；
report-and-others = { $items }等
report-total = 合计
report-blank = 【待填写】{ $asked }
report-blank-cell = 【待填写】
report-place = {"{{"}报告{"}}"}
report-number = 〔{ $number }〕

## 样式的名称

report-style-generated = 自动生成
report-style-generated-cell = 自动生成（表内）
report-style-blank = 待填写
report-style-blank-cell = 待填写（表内）
report-style-number = 句子编号

## 一、基本情况

report-basics = 一、基本情况
report-basics-people = （一）人口与服务对象
report-people = 监测数据涉及的人群规模见下表，取自各项指标最近一年的分母，口径以指标解释为准，不等于常住人口。
report-people-caption = { $region }：监测指标所涉人群
report-blank-population = 最近年份的常住人口、女性人口、0—17 岁儿童人口、家庭户数，注明年份和来源（人口普查或 1% 抽样调查）。
report-basics-evaluated = （二）评估依据和对象
report-basics-plan = 本次评估依据《{ $plan }》（{ $document }），以 { $base } 年为基期，{ $target } 年为目标年。
report-basics-targets = 规划分 { $fields } 个领域，提出主要目标 { $goals } 项、策略措施 { $measures } 条；其中可用数值衡量的监测目标 { $measurable } 项，定性目标 { $qualitative } 项。定性目标凭佐证材料评定，不计入以下各项比例。
report-basics-data = 评估对象为{ $region }，数据截至 { $as_of } 年，共采用监测数值 { $figures } 个；{ $measurable } 项监测目标中，{ $assessable } 项有足够的数据可以评估，{ $not_assessable } 项因缺少数据或计算规则无法评估。
report-blank-organisation = 评估的组织领导、起止时间、参加单位、实地调研和座谈情况。
report-basics-method = （三）评估方法
report-method-how = 对每项监测目标，先比较基期值、最新值和目标值，再按本地区和同级地区过去各年的变化预测目标年的数值及其区间，得出达标概率。
report-method-words = 达标概率不低于 90% 的为“有望达标”，66%—90% 为“较有望”，33%—66% 为“难以判断”，10%—33% 为“达标困难”，低于 10% 为“达标很困难”；目标年数据已经公布的，直接写明达标或未达标。
report-method-cause = 以上预测说明指标的走向，不说明变化由哪项措施引起；措施的成效须由责任部门提供佐证材料，由评估组评定。

## 二、总体进展

report-overall = 二、总体进展
report-met-now = 按截至 { $as_of } 年的最新数据，{ $measurable } 项监测目标中有 { $met_now } 项已达到目标值，现已达标率 { $of_all }；只计有数据的 { $with_latest } 项，则为 { $of_data }。
report-nearly = 另有 { $count } 项基本达到（从基期到目标已完成 { $way } 以上），不计入已达标。
report-projected = 可评估的 { $assessable } 项中，预计到 { $target } 年能够达标（含有望达标、较有望和目标年已达标）的 { $good } 项，预计达标比例 { $projected }；难以判断的 { $uncertain } 项，达标困难或目标年未达标的 { $bad } 项；另有 { $not_assessable } 项无法评估，没有计入这一比例。
report-nothing-assessable = 现有数据尚不足以评估任何一项监测目标能否在目标年达标。
report-time = 从基期到目标可以计算完成进度的 { $count } 项中，{ $done } 项已完成，{ $ahead } 项不慢于时间进度，{ $behind } 项慢于时间进度，{ $back } 项比基期离目标更远（时间已过 { $time }）。
report-time-none = 没有一项监测目标可以计算从基期到目标的进度，因此不能与时间进度比较。
report-time-slowest = 落后于时间进度最多的是：{ $items }。
report-time-item = { $title }，已完成 { $way }，时间已过 { $time }
report-by-field = 各领域监测目标的进展（项）
report-blank-overall = 评估组对总体进展的评价。

report-count-measurable = 监测目标
report-count-met-now = 现已达标
report-count-likely = 有望达标或较有望
report-count-uncertain = 难以判断
report-count-unlikely = 达标困难
report-count-missed = 目标年未达标
report-count-not-assessable = 无法评估

## 三、分领域进展

report-fields = 三、分领域进展
report-field = （{ $number }）{ $field }
report-field-nothing = 本领域的主要目标都没有可用数值衡量的监测目标，完成情况须凭佐证材料评定，本节不作数量分析。
report-field-standing = { $field }领域共有监测目标 { $measurable } 项，有最新数据的 { $with_latest } 项中 { $met_now } 项已达到目标值；可评估的 { $assessable } 项中，预计达标 { $good } 项，难以判断 { $uncertain } 项，达标困难或未达标 { $bad } 项。
report-field-standing-none = { $field }领域共有监测目标 { $measurable } 项，有最新数据的 { $with_latest } 项中 { $met_now } 项已达到目标值；现有数据不足以评估其中任何一项能否在目标年达标。
report-field-standing-no-figure = { $field }领域共有监测目标 { $measurable } 项，均尚无数据，无法评估。
report-field-best = 与基期相比，可比的 { $of } 项中 { $better } 项有改善，改善最多的是{ $title }，由 { $base } 变为 { $latest }，变化 { $change }{ $way }。
report-field-way = ，从基期到目标已完成 { $way }
report-field-whole-way = ，已达到目标值
report-gap-of = 相差 { $gap }
report-field-none-better = 与基期可比的各项都没有改善。
report-field-worse = 比基期变差的有 { $count } 项：{ $items }。
report-field-worse-item = { $title }（由 { $base } 变为 { $latest }）
report-series = “{ $title }”
report-difference = “{ $title }”之差
report-field-few = 有 { $count } 项（{ $items }）最近一年不足 { $cases } 例，升降多属偶然，不足以说明变好或变差。
report-elsewhere = “{ $title }”的同期水平：{ $items }。
report-elsewhere-above = { $region } { $value }
report-elsewhere-peers = { $count } 个同级地区的中位数 { $value }
report-field-lags = 需要预警的有 { $count } 项，其中最难达标的是“{ $title }”：目标{ $aim }，最新 { $latest }，达标概率 { $probability }，研判为{ $status }。
report-field-lags-no-chance = 需要预警的有 { $count } 项，如“{ $title }”：目标{ $aim }，最新 { $latest }，没有足够的数据给出达标概率。
report-field-behind = 与同级地区相比，落后的有 { $count } 项：{ $items }；以“{ $first }”为例，可评估的 { $peers } 个同级地区中有 { $good } 个预计达标或已达标。
report-field-ahead = 与同级地区相比，领先的有 { $count } 项：{ $items }；以“{ $first }”为例，可评估的 { $peers } 个同级地区中有 { $bad } 个达标困难或未达标。
report-field-above = 本地区与{ $region }都可评估的 { $both } 项中，本地区预计达标或已达标 { $here } 项，{ $region } { $there } 项。
report-field-silent = 因缺少数据或计算规则无法评估的有 { $count } 项：{ $items }。
report-targets-caption = { $field }：从基期到目标（现值未注明年份的为 { $year } 年）
report-checklist-caption = { $field }：定性目标
report-measures-caption = { $field }：策略措施的落实情况和成效
report-judgements-caption = { $field }：模型研判、部门自评和评估组意见
report-blank-experience = { $field }领域可以推广的经验和做法（做法、成效、佐证材料的名称或链接）。

report-col-goal = 主要目标
report-col-target = 监测目标
report-col-base = 基期值
report-col-latest = 现值
report-col-change = 变化
report-col-aim = 目标值
report-col-judgement = 研判
report-col-progress = 完成/时间
report-col-goal-title = 主要目标
report-col-realised = 完成情况
report-col-evidence = 佐证材料
report-col-measure-number = 序号
report-col-measure = 策略措施
report-col-effect = 措施成效
report-col-department = 责任部门
report-col-own-judgement = 部门自评
report-col-panel = 评估组意见
report-col-field = 领域
report-col-crowd = 人群
report-col-year = 年份
report-col-number = 人数
report-col-indicator = 指标
report-col-target-year = 目标年
report-col-projected = 预计值
report-col-interval = 80%预测区间
report-col-chance = 达标概率
report-col-grade = 数据支撑
report-col-rank = 序
report-col-flag = 预警
report-col-warnings = 其他预警
report-col-needed = 需要怎样的变化
report-col-measures = 规划中的措施
report-col-explanation = 解释
report-col-figures = 数值
report-col-source = 来源
report-col-document = 文件
report-col-about = 文号或行数
report-col-hash = SHA-256
report-col-place = 位置
report-col-to-write = 须填写的内容

## 四、趋势预测

report-outlook = 四、趋势预测
report-expected = 把各项不达标的概率相加，可评估的 { $assessable } 项中预计约有 { $expected } 项到 { $target } 年难以如期实现（80%预测区间 { $low }—{ $high } 项）。
report-sure = 按概率作出的 { $open } 项研判中，数据支撑充分的 { $full } 项，一般的 { $medium } 项，不足的 { $low } 项；目标年数据已公布、已成定局的 { $decided } 项。
report-outlook-caption = 各项监测目标在目标年的预计值、80%预测区间和达标概率
report-record = 本方法的回溯检验结果如下。

## 五、预警

report-warnings = 五、预警
report-warned = 需要预警的监测目标 { $count } 项，其中紧急 { $urgent } 项（达标概率低于 { $urgent_below } 或已成定局），关注 { $watch } 项（达标概率低于 { $watch_below }，或底线已破，或虽无概率但现值偏离目标）。
report-warned-none = 没有需要预警的监测目标。
report-warnings-caption = 预警清单，按紧迫程度排列
report-unsteady = 另有 { $count } 项达标概率不低，但指标本身不平稳，也应留意：{ $items }。
report-unsteady-item = { $title }（{ $warnings }）

## 六、突出问题

report-problems = 六、突出问题
report-problems-none = 数据中没有需要单独列出的问题。
report-problem-floor-broken = 规划要求保持的水平已被突破的有 { $count } 项：{ $items }。
report-problem-worsening = 近两年连续变差的有 { $count } 项：{ $items }。
report-problem-stalled = 基本停滞的有 { $count } 项：{ $items }。
report-problem-gap-widening = 要求缩小差距而差距扩大的有 { $count } 项：{ $items }。
report-problem-volatile = 年际波动明显大于同级地区的有 { $count } 项，单年数值不宜作为评价依据：{ $items }。
report-problem-behind = 多数同级地区预计达标而本地区达标困难或未达标的有 { $count } 项：{ $items }。
report-problem-gaps = 城乡或男女差距比基期扩大的指标有 { $count } 项：{ $items }。
report-gap-item = { $name }（{ $pair }），由 { $base } 扩大到 { $gap }（{ $year } 年）
report-problem-data = 统计监测存在空白：{ $measurable } 项监测目标中有 { $count } 项无法评估。
report-problem-held = 有疑点的数值尚待报送单位核实，核实前没有采用：{ $items }。
report-blank-problems = 调研和座谈中反映的突出问题及其原因（体制机制、投入、人员、服务能力等）。

## 七、对策建议

report-proposals = 七、对策建议
report-proposals-none = 没有需要预警的监测目标，建议保持现有措施，按年监测。
report-proposals-note = 下列各表把需要预警的监测目标按改变的余地排列，列出达标所需的变化和规划提出的措施；是否采取、由谁落实、何时完成，由评估组提出意见。
report-room-open = 仍可争取、宜优先推进的 { $count } 项
report-room-hard = 差距较大、须加大力度的 { $count } 项
report-room-hardly = 按现有走势很难达标、须查明原因并调整预期的 { $count } 项
report-room-decided = 目标年数据已公布、已成定局的 { $count } 项
report-no-measures = 规划未列对应措施
report-measures-shared = 同时服务于几项预警目标的措施有 { $count } 条，落实一条可以带动多项。
report-measure-serves = { $field }领域的措施{ $measure }对应 { $count } 项：{ $items }。
report-proposals-data = 另有 { $count } 项监测目标无法评估，建议责任部门在下一年度监测前补报数据，清单见附件二。
report-blank-proposals = 评估组的对策建议：事项、责任单位、完成时限。

## 附件

report-annex-indicators = 附件一　指标解释
report-indicators-caption = 指标的定义、分子与分母、口径变化和责任部门
report-annex-data = 附件二　数据
report-figures-caption = 评估所用数值（每个序列最近 { $years } 个数值）
report-no-figure = 没有数据
report-doubts-caption = 缺项数据与疑点
report-annex-method = 附件三　方法
report-made-from = 数据与软件
report-made-from-caption = 规划文件与数据文件
report-rows = { $rows } 行
report-annex-blanks = 附件四　待填写的内容
report-blanks-caption = 共 { $count } 处，定稿前逐项填写或删去

## 工作簿

report-quantity-base = 基期值
report-quantity-latest = 最新值
report-quantity-second = 对照值
report-quantity-target = 目标值
report-quantity-projected = 预计值
report-quantity-probability = 达标概率
report-quantity-status = 研判
report-quantity-denominator = 分母（人数）

## 演示数据

report-synthetic-note = 本稿含演示数据：由程序生成，只为展示工具用法，不得引用，不得据以评价任何地区。

## 工作簿的工作表

report-sheet-sentences = 句子与出处
report-sheet-verdicts = 评估结果
report-sheet-blanks = 待填写
report-col-sentence-number = 编号
report-col-sentence = 句子
report-col-region = 地区
report-col-target-title = 监测目标或指标
report-col-quantity = 项目
report-col-value = 数值
report-col-file = 数据文件
report-col-line = 行号
report-col-target-id = 监测目标编号

## 索引页

brief-index-reports = 评估报告（Word 和工作簿）
