### 会议材料的错误。

fault-pack-department-unknown = 没有责任部门为“{ $department }”的监测目标。已登记的部门：{ $known }。责任部门写在 responsibility.csv 或指标目录中。
fault-pack-nothing-asked = 请写明地区代码，或用 --department 写明一个部门，也可以两样都写。
fault-pack-department-several = “{ $department }”在几个地区各有一个：{ $regions }。请同时写明地区代码，例如 pack 地区代码 --department 部门名称。
fault-pdf-no-browser = 没有找到可以打印 PDF 的浏览器（找过 { $names }）。请安装其中一个，或在浏览器中打开 HTML 后自行打印。
fault-pdf-failed = 浏览器没有生成 PDF：{ $problem }
fault-verdicts-unreadable = 不是可读的评估结果文件：{ $problem }。请用 verdicts.parquet。
fault-verdicts-columns = 缺少列 { $columns }，不是评估结果表，或由旧版本生成，无法比较。请用本版本 assess 或 batch 生成的 verdicts.parquet。
fault-verdicts-cells = 列 { $columns } 中有无法识别的内容，不能与本次结果比较。请用本版本 assess 或 batch 生成的 verdicts.parquet。
