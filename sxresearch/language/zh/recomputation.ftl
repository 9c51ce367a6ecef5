### 由 statsmodels 复算预测：说明与结论。

recompute-title = 复算：地区 { $region }，目标 { $target }
recompute-series = 指标 { $indicator }（{ $group }），{ $first }—{ $last } 年：测算尺度上的中心、离散程度和自由度，两种算法最大相对差 { $difference }。
recompute-learned = 各模型权重和区间宽度系数重新估计，最大相差 { $difference }。
recompute-how-default = 算法：各模型逐年的状态和预测由 statsmodels 的卡尔曼滤波给出，对数得分、模型权重、合并方差和区间宽度据此重新计算。沿用本工具的是测算尺度、共同趋势与地区偏离的分解，以及公布的常数。
recompute-how-naive = 算法：该指标只在换届时变动，按现状外推；状态和预测由 statsmodels 的卡尔曼滤波给出，区间宽度据此重新计算。沿用本工具的是测算尺度和公布的常数。
recompute-how-counts = 算法：statsmodels 没有这种计数模型，只能复算一部分。给定各项标准差及其权重，各年实际水平由 statsmodels 的卡尔曼滤波重新计算，总水平由其广义线性模型重新估计。标准差的后验分布和计数的线性化沿用本工具的结果，未作复算。
recompute-holds = 结论：两种算法一致（相对差不超过一亿分之一）。
recompute-differs = 结论：两种算法不一致，请勿使用这一预测，并告知维护者。

fault-recompute-target = 适用于地区 { $region } 的规划中，没有标识为“{ $target }”的量化目标。请照抄评估结果表中的目标标识。
fault-recompute-nothing = 地区 { $region } 的目标 { $target } 没有预测可以复算：目标年已有数据，或数据不足以预测。请改查评估结果表中有概率的监测目标。
fault-member-unknown = 没有名为“{ $found }”的模型（已有：{ $known }）。请检查拼写。
fault-fit-without-counts = 指标 { $indicator } 没有成套的分母，或不是逐年发生的事件，不能按计数拟合。请改用 fit_trend。
fault-fit-without-figures = 地区 { $region } 的指标 { $indicator }（分组 { $group }）在现行口径下没有数据。请检查地区、指标和分组，或先补充数据。
fault-fit-refused = 地区 { $region } 的指标 { $indicator } 有 { $points } 个数据，拟合得不出有限的估计：至少要有三个数据，数据之间要有变化，发生数不能为零或等于全部。请补充数据，或换一种拟合。
