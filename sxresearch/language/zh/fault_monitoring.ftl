### 监测数据读入时的问题（其余在 fault.ftl）。

fault-file-unreadable = 文件已损坏、设有密码，或不是所写的格式：{ $problem }。请用原程序打开，另存后再试。
fault-title-above-header = 第一行应为表头（地区、指标、分组、年份、数值……），现在只有一格“{ $found }”，像是标题。请删去表头以上的行，再重新报送。
fault-row-too-long = 这一行比表头（{ $columns } 列）长。请检查是否多了逗号；含逗号的内容请加引号。
fault-observation-none = 文件中没有任何数值。请填写“数值”列后重试。
fault-observation-reported-at = 报送日期应写成 2024-05-31 的样子，现为“{ $reported_at }”。请改正，或留空。
fault-observation-held = held 一列由读入程序填写，文件中应为空，现为“{ $found }”。请清空该列再重新报送。
fault-accepted-cell = 确认文件的“{ $column }”一格应填写有效内容，现为“{ $found }”。请改正（日期写成 2024-05-31 的样子）。
fault-accepted-twice = 同一数值在确认文件中出现两次（另一处在第 { $first } 行）。请删去一行。

fault-template-year-unknown = 没有写填报年份，地区 { $code }（{ $name }）和它的上级都没有数据可供推断。请用 --year 写明，例如 --year 2024。
fault-template-year = 填报年份应在 { $first } 至 { $last } 之间，现为 { $found }。请改正 --year。
fault-template-filled = 此处已有同名填报表，内容与将要写出的不同，可能已经填过数，没有覆盖。请用 --out 换一个文件夹，或先把这份表移走或改名，再重新生成。
