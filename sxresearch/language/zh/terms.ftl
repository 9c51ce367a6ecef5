### 词汇表：程序中的固定取值在中文里的叫法。

status-met = 目标年已达标
status-missed = 目标年未达标
status-likely = 有望达标
status-rather-likely = 较有望
status-uncertain = 难以判断
status-unlikely = 达标困难
status-very-unlikely = 达标很困难
status-not-assessable = 无法评估

flag-none = 无
flag-watch = 关注
flag-urgent = 紧急

grade-none = 无
grade-low = 不足
grade-medium = 一般
grade-full = 充分

warning-hard-to-reach = 预计达标困难
warning-floor-broken = 底线已破（规划期内终值）
warning-off-course = 偏离目标（现值与近年速度）
warning-volatile = 波动较大（与同级地区比）
warning-worsening = 连续变差（最近两次变化）
warning-stalled = 停滞（近五年平均）
warning-gap-widening = 差距未缩小（与基期比）
warning-stale = 数据陈旧（两年以上）
warning-definition-break = 口径变化（此前数据未用）
warning-thin-evidence = 数据支撑不足（年份）
warning-data-quality = 数据有疑点（最新值）

group-total = 合计
group-urban = 城市
group-rural = 农村
group-female = 女性
group-male = 男性

level-nation = 全国
level-province = 省
level-city = 市
level-county = 县

basis-printed = 刊载
basis-derived = 推算
basis-secondary = 转引
basis-synthetic = 演示

goal-kind-quantitative = 定量
goal-kind-directional = 方向性
goal-kind-qualitative = 定性

rule-at-least = 不低于
rule-at-most = 不高于
rule-around = 左右
rule-keep-at-least = 保持在…以上（以目标年为准）
rule-keep-around = 保持在…左右（以目标年为准）
rule-every-unit-at-least = 每个单位不低于
rule-reduce-from-base = 比基期下降
rule-increase = 比基期提高
rule-decrease = 比基期下降（不限幅度）
rule-slow-down = 上升减缓
rule-narrow-gap = 差距缩小
rule-not-below = 不低于另一指标
rule-assigned = 上级下达
rule-qualitative = 定性（清单）

unit-percent = %
unit-points = 个百分点
unit-per-mille = ‰
unit-per-10k = /万
unit-per-100k = /10万
unit-years-of-age = 岁
unit-years = 年
unit-minutes-per-day = 分钟/日
unit-persons = 人
unit-ten-thousand-persons = 万人
unit-hundred-million-persons = 亿人
unit-per-1000-population = 个/千人
unit-per-1000-children = /千名儿童
unit-ratio = {""}
unit-number = 个
unit-ten-thousand = 万个
unit-cases = 起
unit-ten-thousand-cases = 万件
unit-ten-thousand-person-times = 万人次
