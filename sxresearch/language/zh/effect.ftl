### 规划实施前后的走势、较早起步地区的比较：写给读者的话。

effect-interval = { $value }（95%区间 { $low } 至 { $high }）
effect-too-few = 规划实施以来有 { $since } 个数据，此前同一口径的有 { $before } 个，不足以说明走势有没有变化（至少要此前 { $least_before } 个、以来 { $least_since } 个）。
effect-still = 该指标历年没有起伏，或只在换届时变动，无从判断走势有没有变化。
effect-numbers = { $year }年实际为 { $latest }；照 { $began }年以前的走势推算为 { $former }，相差 { $distance }。
effect-parts = 其中：规划第一年的水平变化 { $level }，此后每年变化的快慢相差 { $slope }。
effect-common = 借鉴同级 { $regions } 个地区：各地平均相差 { $common }。
effect-not-shown = 区间包含 0，现有数据看不出走势有变化；看不出不等于没有。
effect-better = 走势比以前好，超出偶然。
effect-worse = 走势比以前差，超出偶然。
effect-changed = 走势与以前不同，超出偶然。
effect-power = 真实差距要达到 { $size }，这样的数据才有八成把握看出来。
effect-power-none = 即使达到可能的最好值，这样的数据也没有八成把握看出变化。
effect-few = 数据少（此前 { $before } 个、以来 { $since } 个），尤其要谨慎。
effect-description = 以上描述走势的前后不同，不能证明由规划带来：同一时期的其他变化也在其中。

effect-start-no-comparison = 已起步的有 { $starters } 个地区，可作对照的有 { $others } 个，年份或地区不足，不能比较。
effect-start-numbers = 到 { $year }年，已起步的 { $starters } 个地区比尚未起步的（{ $others } 个）多变化 { $value }。
effect-start-not-shown = 把起步年份随意换给其他地区，也常有这么大的差别（p = { $p }）：看不出成效。
effect-start-differed-before = 把起步年份提前 { $lead } 年，两类地区就已经走得不同：差别不能归于这项措施（p = { $p }）。
effect-start-better = 起步的地区改善更多，随意换起步年份很少有这么大的差别（p = { $p }）。
effect-start-worse = 起步的地区反而更差，随意换起步年份很少有这么大的差别（p = { $p }）。
effect-start-changed = 起步的地区变化不同，随意换起步年份很少有这么大的差别（p = { $p }）。
effect-start-no-interval = 地区太少，能得到的最小 p 值为 { $least }，给不出 95% 区间。
effect-start-description = 前提是哪些地区先起步与指标本身无关；若先起步的本来就条件好或问题多，这一比较会偏。
