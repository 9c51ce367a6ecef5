### 会议材料命令的帮助和提示。

cli-help-pack = 为会议准备材料：Word 评估材料、Excel 数据表和 PDF（地区、省及所辖地区，或一个责任部门）。
cli-help-pack-regions = 6 位地区代码，或 province、cities 等；有下级数据的地区连同下级一起写出。
cli-help-pack-department = 责任部门名称：写出它在各地区的全部监测目标；同时写地区代码时，只写它在该地区的监测目标。
cli-help-pack-pdf = 另外打印 PDF（需要 Edge、Chrome 或 Chromium）。
cli-packing = 正在写出会议材料
