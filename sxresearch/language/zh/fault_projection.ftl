### 重演往年判断时的问题（其余在 fault.ftl）。

fault-replay-number = “{ $column }”一列应为数字（年份为整数），现为“{ $found }”。请改正；历史数据中没有数值的请留空。
fault-replay-twice = 两行的键相同（{ $key }）。请只保留一行。
fault-replay-rule = 规则应为 { $expected } 之一，现为“{ $found }”。请改正。
fault-replay-folder-missing = 输出文件所在的文件夹不存在。请先建立，或另选位置。
