### 命令 check 的话，以及发现清单的列名。

cli-help-check-table = 把将要使用的数据写成长表（.csv、.xlsx 或 .parquet）
cli-help-check-findings = 把全部检查结果逐处写入 Excel 文件（.xlsx）
cli-checked-observations = { $path }：监测数据（{ $count } 行）
cli-understood = {"  "}{ $where }：{ $shape }，{ $figures }；{ $regions }；{ $indicators }；{ $years }；单位：{ $units }
cli-understood-nothing = {"  "}{ $where }：没有读出数据
cli-several-figures = { $count } 个数值
cli-several-regions = { $count } 个地区（{ $names }）
cli-several-indicators = { $count } 个指标（{ $names }）
cli-and-others = { $names } 等
cli-years = { $first }—{ $last } 年
cli-one-year = { $year } 年
cli-shape-long = 长表（一行一个数值）
cli-shape-year = 各年份横排
cli-shape-region = 各地区横排
cli-shape-indicator = 各指标横排
cli-shape-group = 各分组横排
cli-finding = { $number }.【{ $severity }】{ $line }
cli-refused = 标为“拒收”的问题改正之前，这些数据不能使用。
cli-table-refused = 有拒收的问题，未写出长表：{ $path }
fault-output-is-input = 输出文件就是输入文件，写入会覆盖原数据。请另取文件名。
fault-output-is-input-folder = 输出文件夹就是输入文件夹，写入的文件下次会被当作数据读取。请另选文件夹。

findings-sheet = 检查结果
findings-column-severity = 处理结果
findings-column-rule = 问题
findings-column-file = 文件
findings-column-sheet = 工作表
findings-column-cell = 单元格
findings-column-line = 行
findings-column-found = 现内容
findings-column-region = 地区
findings-column-indicator = 指标
findings-column-group = 分组
findings-column-year = 年份
findings-column-action = 处理办法
