# 图上的其他地区、坐标年份、差距
brief-panel-target-year = 目标 { $year }
brief-panel-base-year = 基期 { $year }
brief-panel-other = { $region } { $value }
brief-panel-peers-province = 同级 { $low }—{ $high }
brief-panel-peers-city = 同级 { $low }—{ $high }
brief-panel-peers-county = 同级 { $low }—{ $high }
brief-panel-gap-unit = 差距（{ $unit }）
brief-panel-gap-latest = 现差距 { $value }
brief-panel-gap-base = { $year } 年差距 { $value }

# 与其他地区比较（简报附录、总览）
brief-others-heading = 与同级地区、全省、全国比较
brief-others-parts = 本省 { $count } 个市（括号内为已达标、有望达标和较有望的监测目标数，占可评估监测目标数）：
brief-others-part-counts = （{ $good }/{ $of }）
brief-others-below = 所辖地区：
brief-others-peers = 同级地区 { $count } 个：
brief-others-note = 同级地区与本地区比较同一年的数值，不排名次。“优于”指数值差于本地区的同级地区个数，相差不到一个末位单位的不计；上级地区没有该年数值的，用最近一年的数值并注明年份。差异的原因各地不同，规模小的地区年度数值起伏大，一年的差别不足以说明工作优劣。
brief-others-caption = { $region }最新数值与同级地区、上级地区同年数值
brief-others-col-series = 指标
brief-others-col-middle = 同级中位数
brief-others-col-span = 同级最低—最高
brief-others-col-worse = 优于
brief-others-none = 没有可以比较的地区数据。
brief-tiles-note = 每格一个市，位置只表示大致方位，大小相同。列出 { $shown } 项有的市尚未达标、且达标没有把握的监测目标；格中为研判符号和达标概率。
brief-tiles-none = 没有各市的研判结果，或各市各项监测目标都已达标、有望达标。
brief-tiles-finding = { $of } 个市中，已达标、有望达标或较有望的 { $good } 个，难以判断的 { $open } 个，达标困难或未达标的：{ $bad }。
brief-tiles-finding-all = { $of } 个市都达标困难或未达标。
brief-tiles-finding-none = { $of } 个市中，已达标、有望达标或较有望的 { $good } 个，难以判断的 { $open } 个。
brief-pull = 全省与目标的差距主要来自{ $parts }。
brief-pull-part = { $region }（{ $value }，折合全省 { $pull }）
brief-overview-map-heading = 各市方位图

# 假设情形
brief-what-if-heading = 假设情形：按不同速度推进的达标概率
brief-what-if-note = 假设从现值起，按所给的年均变化直线推进到目标年，预测的不确定程度不变，计算目标年公布值达标的概率；按例数统计的指标，从扣除偶然起伏的实际水平起算。假设情形不说明这样的速度有多大可能出现；模型的预测列在最后。按所需速度推进，恰好到达目标值，达标概率因此在 50% 上下；要更有把握，须快于这一速度。
brief-what-if-caption = 尚无把握的监测目标（{ $count } 项）：如果今后每年这样变化，达标概率是多少（小字为年均变化）
brief-what-if-stays = 维持现状
brief-what-if-own = 本地区近年速度
brief-what-if-best-peer = 同级最快速度
brief-what-if-required = 所需速度
brief-what-if-none = 没有尚无把握、又能按速度测算的监测目标。

# 本次运行的其他页
brief-way-index = 索引
brief-way-overview = 总览

# 漏斗图与区间图的坐标
brief-overview-funnel-targets = 可评估监测目标数
brief-overview-funnel-size = 规模（分母）
brief-overview-funnel-y = 纵轴：{ $unit }
brief-overview-interval-axis = { $year } 年预计值（{ $unit }）；{ $mark }
brief-overview-interval-axis-bare = { $year } 年预计值（{ $unit }）
brief-overview-interval-mark-target = 竖线：目标
brief-overview-interval-mark-base = 竖线：{ $year } 年水平
brief-unit-none = 无单位
