### 地区之间、人群之间的差距：写给读者的话。

disparity-trend-closing = 缩小
disparity-trend-widening = 扩大
disparity-trend-not-shown = 没有明显变化
disparity-trend-not-comparable = 不可比
disparity-now = { $year } 年有数据的 { $places } 个{ $level }中，最好与最差相差 { $difference }（高者是低者的 { $ratio } 倍）；各地平均与最好者相差 { $best }，差异指数 { $index }。
disparity-chance-alone = 这样大的差别，仅由计数的偶然起伏也可能产生；扣除偶然起伏后，最大差距约 { $median }（95%区间 { $low } 至 { $high }）。
disparity-chance-beyond = 差别超出计数的偶然起伏；扣除偶然起伏后，最大差距约 { $median }（95%区间 { $low } 至 { $high }）。
disparity-no-counts = 分子、分母不全，只比较刊载的数值，不给出区间。
disparity-since = 与 { $year } 年相比，按差值衡量{ $difference }，按比值衡量{ $ratio }。
disparity-disagrees = 按差值与按比值方向相反，两者都应说明。
disparity-no-base = 基期没有同一口径、同样地区的数据，不能判断差距是否缩小。
disparity-left-out = 另有 { $suppressed } 个按保密规定不公布、{ $without } 个没有数据，未计入。
disparity-unweighted = 人口（分母）不全，各地按相同权数计算。
disparity-share = { $year } 年，{ $regions } 个{ $level }中有数据的 { $judged } 个，达到目标值的 { $met } 个。
disparity-share-suppressed = { $year } 年，{ $regions } 个{ $level }中可公布数据的 { $judged } 个，达到目标值的 { $met } 个；另有 { $suppressed } 个按保密规定不公布，未计入。
disparity-gaps = 有分子、分母的 { $counted } 项差距中，{ $beyond } 项超出计数的偶然起伏；与基期相比，缩小且超出偶然起伏的 { $closing } 项，扩大且超出偶然起伏的 { $widening } 项。
