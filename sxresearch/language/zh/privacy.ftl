### 县级小数的处理：不公布什么，怎样说。

reason-suppressed = 背后有1—4例（人）的小数，数值按保密规定不公布；结论由完整数据得出。

brief-suppressed = 不公布
brief-suppressed-count = 有{ $count }项背后有1—4例（人）的小数，数值按保密规定不公布，只给结论；现已达标率未计入其中最新值不公布的各项。
brief-finding-suppressed = 按保密规定不公布（1—4例或可由此推出）
brief-internal-mark = 内部资料，不得公布
brief-index-internal = 内部资料

cli-help-internal = 供内部使用：不隐去县（市、区）1—4例的小数；每页标“内部资料”，不得公布。
