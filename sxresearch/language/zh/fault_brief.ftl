### 简报参数中用户能够自行改正的问题。

fault-brief-language = 语言应为 { $expected } 之一，现为“{ $found }”。请改成其中之一。
fault-brief-no-verdicts = 评估结果中没有地区 { $region }。请检查地区代码，并确认有规划适用于该地区、且有该地区的数据。
