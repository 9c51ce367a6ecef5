### 规划实施前后的走势、较早起步地区的比较：写给读者的话。

effect-interval = { $value }（95%区间 { $low } 至 { $high }）
effect-too-few = 规划实施以来有 { $since } 个数据，此前同一口径的有 { $before } 个，不足以说明走势是否变化（至少须有此前 { $least_before } 个、以来 { $least_since } 个）。
effect-still = 该指标历年没有变动，或只在换届时变动，不能判断走势是否变化。
effect-numbers = { $year } 年实际为 { $latest }；按 { $began } 年以前的走势外推为 { $former }，相差 { $distance }。
effect-parts = 其中：规划第一年的水平变化为 { $level }，此后年均变化相差 { $slope }。
effect-common = 参考同级 { $regions } 个地区：各地平均相差 { $common }。
effect-not-shown = 区间包含 0，现有数据不足以说明走势有变化，但也不能说明没有变化。
effect-better = 走势好于以前，超出偶然起伏。
effect-worse = 走势差于以前，超出偶然起伏。
effect-changed = 走势不同于以前，超出偶然起伏。
effect-power = 真实差距达到 { $size } 时，这样的数据才有 80% 的把握发现它。
effect-power-none = 即使达到可能的最好值，这样的数据也没有 80% 的把握发现变化。
effect-few = 数据较少（此前 { $before } 个、以来 { $since } 个），解释时尤须谨慎。
effect-description = 以上描述规划实施前后走势的不同，不能证明由规划带来：同一时期的其他变化也包含在内。

effect-start-no-comparison = 已起步的有 { $starters } 个地区，可作对照的有 { $others } 个，年份或地区不足，不能比较。
effect-start-numbers = 到 { $year } 年，已起步的 { $starters } 个地区比尚未起步的（{ $others } 个）多变化 { $value }。
effect-start-not-shown = 把起步年份随机换给其他地区，也常出现这么大的差别（p = { $p }）：不能说明有成效。
effect-start-differed-before = 假定起步提前 { $lead } 年，两类地区的走势就已不同：差别不能归于这项措施（p = { $p }）。
effect-start-better = 起步的地区改善更多；随机换起步年份，很少出现这么大的差别（p = { $p }）。
effect-start-worse = 起步的地区走势反而较差；随机换起步年份，很少出现这么大的差别（p = { $p }）。
effect-start-changed = 起步的地区变化不同；随机换起步年份，很少出现这么大的差别（p = { $p }）。
effect-start-no-interval = 地区太少，能得到的最小 p 值为 { $least }，不能给出95%区间。
effect-start-description = 前提是哪些地区先起步与指标本身无关；如果先起步的地区原本条件较好或问题较多，这一比较会有偏差。
