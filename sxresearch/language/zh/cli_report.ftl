### 评估报告命令的帮助和提示。

cli-help-report = 写出中期（midterm）或终期（final）评估报告：每个地区、每份规划一个 Word 文件，另附同名工作簿，列出每一句话的出处。
cli-help-report-kind = midterm 为中期评估，final 为终期评估（须有目标年数据）。
cli-help-report-regions = 6 位地区代码，或 all、province、cities、counties。
cli-help-report-template = 评估组自己的信头（.docx）：沿用其页面、页眉、页脚和字体，报告放在写有 {"{{"}报告{"}}"} 的段落处，没有这一段时放在末尾。
cli-help-midterm-year = 终期评估检验中期预警时，中期用到哪一年的数据（默认规划期过半的那一年）。
cli-reports = 正在写出评估报告
cli-help-batch-with = report：另为每个地区写出中期评估报告（Word 和工作簿），列入索引和 manifest.json。
