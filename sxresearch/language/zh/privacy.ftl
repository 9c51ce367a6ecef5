### 县级小数的处理：不公布什么，怎样说。

reason-suppressed = 相关人数（例数）为 1—4，数值按保密规定不公布；研判由完整数据得出。

brief-suppressed = 不公布
brief-suppressed-count = 有 { $count } 项的相关人数（例数）为 1—4，数值按保密规定不公布，只给出研判；现已达标率未计入其中最新值不公布的各项。
brief-finding-suppressed = 按保密规定不公布（1—4 例，或可由此推出）
brief-internal-mark = 内部资料，不得公布
brief-index-internal = 内部资料

cli-help-internal = 供内部使用：不隐去县（市、区）1—4 例的小数目；每页标“内部资料”，不得公布。
