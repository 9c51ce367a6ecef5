### 研判记录与行动清单的命令。

cli-help-judgements = 部门自评与专家组研判：生成表格，读入，与模型对照
cli-help-judgements-template = 生成研判表（不显示模型研判，以免先入为主）
cli-help-judgements-department = 只列某一责任部门的监测目标
cli-help-judgements-import = 读入填好的研判表：几个文件要么全部读入，要么都不读入
cli-help-judgements-compare = 列出与模型研判不同的意见；结果已知的，给双方计分
cli-help-actions = 行动清单：从预警清单导出，会后读入，看进展
cli-help-actions-export = 由预警清单导出行动清单
cli-help-actions-import = 读入改好的行动清单：几个文件要么全部读入，要么都不读入
cli-help-actions-list = 列出各项行动的状态和商定以来的变化
cli-help-ledger-regions = 地区代码或名称
cli-help-ledger-files = 填好的表格（Excel、WPS 或 CSV）
cli-help-ledger-out = 写入的 Excel 文件
cli-help-ledger = 存放记录的 CSV 文件，默认 data 目录下的 judgements.csv 或 actions.csv

cli-actions-taken = 已读入：新增 { $new } 项，有变化 { $moved } 项，未变 { $unchanged } 项。
cli-actions-none = 这些地区还没有商定的行动。
cli-actions-line = { $number } { $region }·{ $target }：{ $action }（{ $who }，{ $due } 前，{ $state }）；商定时 { $then }，当前 { $now }
cli-actions-moved = 由{ $before }变为{ $now }
cli-actions-overdue = { $state }，已过期
cli-judgements-taken = 已读入 { $count } 条研判。
cli-judgements-counts = 共 { $count } 条研判，其中 { $differing } 条与模型不同。
cli-judgements-line = { $region }·{ $target }：模型 { $model }；{ $judgement }
cli-judgements-few = { $source }：结果已知的 { $cases } 条，与结果相符 { $hits } 条；Brier 分 { $brier }；可与模型比较的 { $beside } 条，Brier 分 { $theirs }，模型 { $model }。不足 30 条，不作结论。
cli-judgements-score = { $source }：结果已知的 { $cases } 条，与结果相符 { $hits } 条；Brier 分 { $brier }；可与模型比较的 { $beside } 条，Brier 分 { $theirs }，模型 { $model }（0 为完全准确，0.25 相当于总说 50%）。

ledger-col-region-name = 地区名称
ledger-col-title = 监测目标内容
ledger-col-aim = 目标
ledger-col-answer = 当前研判
ledger-sheet-actions = 行动清单
ledger-sheet-actions-note = 灰色各栏由系统填写，请勿改动。黄色各栏填写会上商定的事项：做什么、谁负责、何时完成（如 2025-06-30）、状态。没有商定事项的行留空。一项监测目标有几项行动的，写在表下空行，照抄地区和监测目标，编号留空。
ledger-sheet-judgements = 研判表
ledger-sheet-judgements-note = 灰色各栏由系统填写，请勿改动。研判主体选部门自评或专家组；研判意见从列表中选；达标概率可写 85%，没有估计的留空；日期写年月日；理由和佐证（链接或文号）均须填写。不研判的监测目标整行留空。
ledger-sheet-choose = 请从列表中选择一项
fault-ledger-judgements-none = 没有填写任何研判。请至少填一行。
fault-ledger-department-unknown = 没有责任部门为“{ $department }”的监测目标。请检查部门名称（见 data/responsibility.csv）。
cli-checked-judgements = { $path }：研判记录，无问题（{ $count } 条）
cli-checked-actions = { $path }：行动清单，无问题（{ $count } 项）
cli-help-ledger-store = 把记录放在这个监测数据库里，不用 CSV 文件：sqlite:///文件，或 postgresql+psycopg://用户@主机/库
