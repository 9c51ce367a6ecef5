### 年度监测统计资料：表题、标记、说明。

yearbook-title = { $plan }监测统计资料（{ $year } 年）
yearbook-notes = 说明
yearbook-plan = 规划
yearbook-years = 年份
yearbook-legend = 标记的含义
yearbook-explanations = 指标解释
yearbook-unreported = 尚无数据的指标
yearbook-indicator = { $name }（{ $unit }）
yearbook-ratio = 计算方法：{ $numerator }÷{ $denominator }。
yearbook-department = 责任部门：{ $department }。
yearbook-sentence-gap = {""}
yearbook-sources = 资料来源：{ $sources }
yearbook-synthetic-note = 本书含演示数据：由程序生成，只为展示工具用法，不得引用。
yearbook-empty = …
yearbook-col-indicator = 指标
yearbook-col-code = 地区代码
yearbook-col-region = 地区
yearbook-col-group = 分组
yearbook-col-unit = 单位
yearbook-col-source = 资料来源
yearbook-col-explanation = 指标解释
yearbook-col-sign = 标记
yearbook-col-meaning = 含义

yearbook-mark-preliminary = 〔初〕
yearbook-mark-revised = 〔修〕
yearbook-mark-held = 〔核〕
yearbook-mark-derived = 〔推〕
yearbook-mark-secondary = 〔转〕
yearbook-mark-synthetic = 〔演〕
yearbook-legend-preliminary = 初步数，以后可能修订。
yearbook-legend-revised = 修订数。
yearbook-legend-held = 待核数：有疑点，确认前不用于评估。
yearbook-legend-derived = 推算数，不是原始刊载。
yearbook-legend-secondary = 转引自其他资料。
yearbook-legend-synthetic = 演示数据，并非真实统计。
yearbook-legend-suppressed = 县（市、区）的 1—4 例（人），或可由此推出 1—4 例的数值，按保密规定不公布。
yearbook-legend-none = 没有数据。

cli-help-yearbook = 编制年度监测统计资料：各规划各一本，Excel 和 Word。
cli-help-yearbook-year = 资料的年份；表中列出基期年（或此前四年）到该年。
cli-yearbook = 正在编制年度监测统计资料
