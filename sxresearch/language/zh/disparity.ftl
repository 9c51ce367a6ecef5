### 地区之间、人群之间的差距：写给读者的话。

disparity-trend-closing = 缩小
disparity-trend-widening = 扩大
disparity-trend-not-shown = 看不出变化
disparity-trend-not-comparable = 不可比
disparity-now = { $year }年有数据的 { $places } 个{ $level }中，最好与最差相差 { $difference }（高的是低的 { $ratio } 倍）；各地平均比最好的差 { $best }，差异指数 { $index }。
disparity-chance-alone = 这样大的差别，计数的偶然也能造成；扣除偶然后最大差距约 { $median }（95%区间 { $low } 至 { $high }）。
disparity-chance-beyond = 差别超出计数的偶然；扣除偶然后最大差距约 { $median }（95%区间 { $low } 至 { $high }）。
disparity-no-counts = 没有成套的分子分母，只比较刊载的数，不给区间。
disparity-since = 与 { $year }年相比，按差看{ $difference }，按比值看{ $ratio }。
disparity-disagrees = 差与比值方向相反，两者都应说明。
disparity-no-base = 基期没有同一口径、同样地区的数据，不能说差距是否缩小。
disparity-left-out = 另有 { $suppressed } 个按保密规定不公布、{ $without } 个没有数据，未计入。
disparity-unweighted = 人口（分母）不全，各地按同等权数计算。
disparity-share = { $year }年，{ $regions } 个{ $level }中有数据的 { $judged } 个，达到目标值的 { $met } 个。
disparity-share-suppressed = { $year }年，{ $regions } 个{ $level }中可公布数据的 { $judged } 个，达到目标值的 { $met } 个；另有 { $suppressed } 个按保密规定不公布，未计入。
disparity-gaps = 有分子分母的 { $counted } 项差距中，{ $beyond } 项超出计数的偶然；与基期相比，超出偶然地缩小的 { $closing } 项、扩大的 { $widening } 项。
