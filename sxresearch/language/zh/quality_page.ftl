### 数据质量页：一年一行，分地区、部门、指标；待核数值的影响；修订。

quality-page-title = 数据质量一览

brief-quality-years-heading = 分年度
brief-quality-years-note = 应报：规划各项监测目标所用的指标和分组，每个地区每年各应有一个数值。已报率是应报数值中已报的比例；合理率、一致率是已报数值中没有因自身可疑、没有因与其他数值矛盾而待核的比例；及时率是在次年 9 月底前报送的比例，报送日期不明的不计。
brief-quality-by-year = 各年数据质量
brief-quality-breakdown-heading = 分地区、部门和指标
brief-quality-by-region = 各地区数据质量
brief-quality-by-department = 各责任部门数据质量
brief-quality-by-indicator = 各指标数据质量
brief-quality-col-year = 年份
brief-quality-col-region = 地区
brief-quality-col-department = 责任部门
brief-quality-col-indicator = 指标
brief-quality-col-expected = 应报
brief-quality-col-reported = 已报
brief-quality-col-complete = 已报率
brief-quality-col-plausible = 合理率
brief-quality-col-consistent = 一致率
brief-quality-col-on-time = 及时率
brief-quality-col-years = 年份
brief-quality-col-doubt = 疑点
brief-quality-col-target = 监测目标
brief-quality-col-without = 不采用时（现行研判）
brief-quality-col-with = 若采用
brief-quality-col-before = 修订前
brief-quality-col-after = 修订后
brief-quality-col-relative = 变动
brief-quality-col-when = 报送日期

brief-quality-effects-heading = 影响最大的疑点
brief-quality-effects-note = 待核数值在确认前不用于评估。下表列出影响最大的疑点，最多 10 条：不采用这些数值时的研判，以及采用时的研判；研判会改变的用粗体。
brief-quality-effects-caption = 待核数值对研判的影响
brief-quality-effects-none = 没有待核数值，研判不受影响。

brief-quality-revisions-heading = 修订
brief-quality-revisions-count = 共有 { $count } 处修订，其中 { $late } 处在数据年份的两年以后才作出。下表列出变动最大的 { $shown } 处。
brief-quality-revisions-caption = 变动最大的修订
brief-quality-revisions-none = 没有发现修订：每个数值只报送过一次，或各次报送相同。
brief-quality-late = （迟）
brief-index-quality = 数据质量一览
brief-quality-marked = （列为修订数）
