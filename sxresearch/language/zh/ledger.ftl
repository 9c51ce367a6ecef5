### 研判记录与行动清单：列名、取值、读错时的话。

ledger-col-region = 地区
ledger-col-target = 任务
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
ledger-cell = “{ $column }”一栏应为{ $expected }；现为：{ $found }。
ledger-expected-text = 一段文字，不能空着。请补上
ledger-expected-short = 不超过 2000 字的文字。请缩短，详情写在佐证材料里
ledger-expected-choice = 下列之一：{ $known }。请从中选一个
ledger-expected-day = 一个日期，如 2024-03-05（2024/3/5、2024年3月5日也可）。请写全年、月、日
ledger-expected-year = 四位数的年份，如 2023；不知道时留空
ledger-expected-chance = 0 到 1 的小数（如 0.85）或百分数（如 85%）。请加上百分号，或改成小数；没有估计时留空
ledger-expected-region = regions.csv 中的 6 位地区代码或名称（相近的有：{ $known }）。请改正
ledger-expected-target = 规划文件中任务的 id（相近的有：{ $known }）。请照抄
