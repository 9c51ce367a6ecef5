### 评估报告不能生成时的说明：应是什么，实际是什么，怎么办。

fault-report-template = 信头模板应是 Word 文档（.docx），这个文件打不开。请在 Word 中另存为 .docx（不是 .doc、.dotx）再用 --template 给出。
fault-report-no-plan = 没有规划适用于 { $code } { $name }。请用 --plan 给出适用于这一地区的规划的 id。
fault-report-final-too-early = 终期评估需要目标年的数据：{ $code } 的规划 { $plan } 目标年为 { $year } 年，现有数据到 { $last } 年，没有一项监测目标有目标年数据。请等数据公布后再做，或先做中期评估（report midterm）。
fault-report-chapter = 报告共有 { $last } 章（含附件），没有第 { $found } 章。请写 1 到 { $last } 之间的数。
