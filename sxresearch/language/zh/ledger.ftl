### 研判记录与行动清单：列名、取值、读错时的话。

ledger-col-region = 地区
ledger-col-target = 监测目标
ledger-col-source = 研判主体
ledger-col-judgement = 研判意见
ledger-col-chance = 达标概率
ledger-col-role = 研判人
ledger-col-date = 日期
ledger-col-reason = 理由
ledger-col-evidence = 佐证
ledger-col-as-of = 数据截至年份
ledger-col-number = 编号
ledger-col-action = 商定事项
ledger-col-who = 责任单位
ledger-col-due = 完成时限
ledger-col-state = 状态
ledger-col-note = 备注
ledger-col-recorded = 登记日期
ledger-col-status-then = 商定时模型研判
ledger-col-chance-then = 商定时达标概率
ledger-col-as-of-then = 商定时数据年份

ledger-source-department = 部门自评
ledger-source-panel = 专家组

ledger-state-planned = 未开始
ledger-state-running = 进行中
ledger-state-done = 已完成
ledger-state-dropped = 不再进行

ledger-blank = 空白
ledger-cell = “{ $column }”一栏应为{ $expected }，现为“{ $found }”。{ $do }。
ledger-expected-text = 一段文字，不能空缺
ledger-do-text = 请补上
ledger-expected-short = 不超过 2000 字的文字
ledger-do-short = 请缩短，详情写在佐证材料里
ledger-expected-choice = 下列之一：{ $known }
ledger-do-choice = 请从中选一个
ledger-expected-day = 一个日期，如 2024-03-05（2024/3/5、2024年3月5日也可）
ledger-do-day = 请写全年、月、日
ledger-expected-year = 四位数的年份，如 2023
ledger-do-year = 请改正；不知道时留空
ledger-expected-chance = 0 到 1 的小数（如 0.85）或百分数（如 85%）
ledger-do-chance = 请加上百分号，或改成小数；没有估计时留空
ledger-expected-region = regions.csv 中的 6 位地区代码或名称（相近的有：{ $known }）
ledger-do-region = 请改正
ledger-expected-target = 规划文件中监测目标的 id（相近的有：{ $known }）
ledger-do-target = 请照抄 id

ledger-line = { $source }：{ $answer }（{ $signed }）。理由：{ $reason }；佐证：{ $evidence }
ledger-line-differs = 与模型研判不同。

brief-col-judged-by = 研判主体
brief-col-judged-answer = 研判意见
brief-col-judged-aim = 目标
brief-col-judged-signed = 研判人、日期
brief-col-judged-reason = 理由
brief-col-judged-evidence = 佐证
brief-col-judged-differs = 与模型不同
brief-judged-caption = 部门自评与专家组研判，与模型研判对照
brief-judged-differs = 与模型研判不同
brief-judged-note = 模型研判不因部门自评或专家组意见而改动；两者不同的，请在评估报告中说明依据。
brief-col-agreed-action = 商定事项
brief-col-agreed-who = 责任单位
brief-col-agreed-due = 完成时限
brief-col-agreed-state = 状态
brief-col-agreed-then = 商定时研判
brief-col-agreed-now = 当前研判
brief-col-agreed-note = 备注
brief-agreed-caption = 已商定的行动及商定以来的变化
pack-judgements = 部门自评、专家组研判与商定行动
pack-sheet-judgements = 研判对照
pack-sheet-actions = 行动清单
