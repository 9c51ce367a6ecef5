### 读入数据时的发现：怎样写地点、怎样写成一行。各条发现的句子在 intake.ftl 和 quality.ftl。

finding-line = { $sentence }（{ $places }）。{ $action }
finding-comma = 、
finding-semicolon = ；
finding-at-line = 第 { $line } 行
finding-place-detail = { $place }：{ $detail }
finding-sheet = { $file }，工作表“{ $sheet }”
finding-place = { $where }，{ $inside }
finding-and-more = { $places } 等共 { $count } 处

severity-refuse = 拒收
severity-hold = 待核
severity-note = 提示

finding-rows = { $count } 行
