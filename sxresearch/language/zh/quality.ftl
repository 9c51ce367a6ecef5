### 对单个数值的疑点（规则见 docs/data_quality.md）：每条有一句话和该怎么办。

finding-quality-figure = { $region }{ $indicator }（{ $group }）{ $year }年为{ $value }
finding-quality-expected = { $figure }，估计应在{ $value }左右

finding-quality-impossible = 数值远远超出该指标在任何地区可能达到的范围，{ $hypothesis }。
finding-quality-impossible-do = 请核对小数点和计量单位，改正后再交。
finding-quality-later-year = 数值所属年份晚于报送年份，该年度尚未结束。
finding-quality-later-year-do = 请核对年份，改正后再交。
finding-quality-implausible = 数值超出该指标的合理范围，{ $hypothesis }。
finding-quality-implausible-do = 请与原始报表核对：有误的改正后再交，无误的写入 data/accepted.csv 予以确认；确认之前不用于评估。
finding-quality-slip = 数值与本地区历年及同级地区的走势相差悬殊，{ $hypothesis }。
finding-quality-slip-do = 请与原始报表核对：有误的改正后再交，无误的写入 data/accepted.csv 予以确认；确认之前不用于评估。
finding-quality-year-slip = 多数地区同一年的数值一起偏离历年水平，{ $hypothesis }。
finding-quality-year-slip-do = 请核对这一年整列的计量单位：有误的改正后再交，无误的写入 data/accepted.csv 予以确认；确认之前不用于评估。
finding-quality-other-unit = 整个系列（或自某年起）与同级地区或以前年份的水平不在一个数量级，{ $hypothesis }。
finding-quality-other-unit-do = 请核对计量单位（比例、百分比、千分比）：有误的改正后再交，无误的写入 data/accepted.csv 予以确认；确认之前不用于评估。
finding-quality-counts = 数值与分子除以分母的结果不符，{ $hypothesis }。
finding-quality-counts-do = 请核对数值、分子和分母及其单位：有误的改正后再交，无误的写入 data/accepted.csv 予以确认；确认之前不用于评估。
finding-quality-zero = 历年从未为零，这一年却报为0，可能是缺报。
finding-quality-zero-do = 没有数据的请留空；确实为零的写入 data/accepted.csv 予以确认；确认之前不用于评估。
finding-quality-copied-year = 这一年的数值与上一年几乎全部相同，可能是照抄了上年报表。
finding-quality-copied-year-do = 请报送当年的数值；确实未变的写入 data/accepted.csv 予以确认；确认之前不用于评估。
finding-quality-mortality-order = 新生儿、婴儿和5岁以下儿童死亡率应依次不减，这里前者明显大于后者。
finding-quality-mortality-order-do = 请核对这两个数值：有误的改正后再交，无误的写入 data/accepted.csv 予以确认；确认之前不用于评估。
finding-quality-groups = 合计数应介于两个分组之间（女与男、城与乡），这里在两者之外。
finding-quality-groups-do = 请核对合计数和分组数：有误的改正后再交，无误的写入 data/accepted.csv 予以确认；确认之前合计数不用于评估。
finding-quality-parts = 全地区的数值与所辖地区按分母加权的平均数不符（没有分母的，超出所辖各地区的范围）。
finding-quality-parts-do = 请核对上下级的口径和数值；数值照常使用。
finding-quality-mortality-near = 新生儿、婴儿和5岁以下儿童死亡率应依次不减，这里前者略大于后者。
finding-quality-mortality-near-do = 请核对两者的来源和口径；数值照常使用。
finding-quality-far-off = 数值偏离本地区历年及同级地区的走势较远，未找到笔误的迹象。
finding-quality-far-off-do = 请核对；数值照常使用。
finding-quality-counts-rounding = 数值与分子除以分母的结果略有出入。
finding-quality-counts-rounding-do = 请核对三者是否为同一口径；数值照常使用。
finding-quality-repeated = 数值与上一年完全相同，而同级地区都有变化，可能是沿用了上年数。
finding-quality-repeated-do = 请核对；数值照常使用。
finding-quality-preliminary-beside-final = 同一数值既有正式数也有初步数。
finding-quality-preliminary-beside-final-do = 采用正式数，初步数保留备查。
finding-quality-accepted = 已由{ $who }于{ $date }确认（{ $reason }），照常使用。
finding-quality-accepted-do = 无须处理。
finding-quality-accepted-other = data/accepted.csv 中{ $who }于{ $date }确认的是{ $value }（{ $reason }），与现在的数值不同，仍然待核。
finding-quality-accepted-other-do = 请核对哪一个数值正确，再改文件或改确认。

hypothesis-unknown = 原因不明
hypothesis-times-10 = 看来扩大了10倍（小数点右移了一位，或单位写成了千分比）
hypothesis-times-100 = 看来扩大了100倍（小数点右移了两位）
hypothesis-times-1000 = 看来扩大了1000倍
hypothesis-times-10000 = 分子看来以“万”为单位
hypothesis-over-10 = 看来缩小到了十分之一（小数点左移了一位）
hypothesis-over-100 = 看来缩小到了百分之一（百分比写成了小数）
hypothesis-over-1000 = 看来缩小到了千分之一
hypothesis-over-10000 = 分母看来以“万”为单位
hypothesis-digits-swapped = 看来有两位数字写颠倒了
hypothesis-counts-swapped = 分子与分母看来写反了
hypothesis-numerator-above = 分子大于分母

### 疑点的简称，用于图表和简报。

doubt-impossible = 超出可能范围
doubt-later-year = 年份未到
doubt-implausible = 超出合理范围
doubt-slip = 疑为笔误
doubt-year-slip = 疑为整年单位有误
doubt-other-unit = 疑为单位有误
doubt-counts = 与分子、分母不符
doubt-zero = 疑为缺报写成0
doubt-copied-year = 疑为照抄上年
doubt-mortality-order = 三个死亡率次序颠倒
doubt-groups = 合计不在分组之间
doubt-parts = 与所辖地区不符
doubt-mortality-near = 三个死亡率次序略有颠倒
doubt-far-off = 偏离走势
doubt-counts-rounding = 与分子、分母略有出入
doubt-repeated = 与上年完全相同
doubt-preliminary-beside-final = 初步数与正式数并存
