### 与上一年相比、表格与图的取用、指标解释、没有显示出来的部分。

fault-sections-missing = 简报缺少 { $count } 个部分：{ $names }。每个部分都须由笔记本中一个带 brief 标签的单元格显示，多半是有单元格被删除或修改。请用版本库中的 notebooks/region_brief.ipynb 恢复。

brief-since-heading = 与上一年相比
brief-since-answer = 用截至 { $before } 年的数据，可评估的 { $assessable_before } 项监测目标中预计有 { $misses_before } 项难以如期实现（括号内为80%预测区间），当时已达标 { $met_before } 项；用截至 { $now } 年的数据，可评估 { $assessable } 项，预计 { $misses } 项难以如期实现，已达标 { $met } 项。
brief-since-moves = 逐项比较：
brief-full-stop = 。
brief-since-method = 两次都用现在的方法和参数预测，差别只来自数据：新增一年的数据、以前年份的修订，以及一并预测的其他地区的新数据。“变好”“变差”指研判改变，或达标概率变动不小于 10 个百分点。
brief-since-caption = 研判改变或概率变动不小于 10 个百分点的监测目标（列出 { $shown } 项，共 { $of } 项；变差的在前，两个规划都有的只列一次）
brief-since-caption-more = 其余有变化的监测目标（{ $count } 项）
brief-since-more = 其余 { $count } 项
brief-since-none = 没有更早年份的数据，无法与上一年相比。
brief-since-col-before = 上一年的研判
brief-since-col-now = 当前的研判
brief-since-col-why = 变化的原因
brief-since-no-cause = 数据没有变化。
brief-since-figure = { $year } 年新数据 { $value }。
brief-since-figure-inside = { $year } 年新数据 { $value }，上一年预计 { $median }（80%预测区间 { $interval }），在区间之内。
brief-since-figure-better = { $year } 年新数据 { $value }，好于上一年的预计 { $median }（80%预测区间 { $interval }）。
brief-since-figure-worse = { $year } 年新数据 { $value }，差于上一年的预计 { $median }（80%预测区间 { $interval }）。
brief-since-figure-outside = { $year } 年新数据 { $value }，在上一年预计的 { $median }（80%预测区间 { $interval }）之外。
brief-since-revised = { $series }{ $year } 年的数据由 { $before } 修订为 { $now }。
brief-since-revised-unpublished = 以前年份的数据有修订（例数少，不公布）。
brief-since-revision-effect = 仅这一修订使概率变动 { $points } 个百分点。
brief-since-others = 本地区没有新数据，变化来自一并预测的其他地区。

brief-take-csv = 下载 CSV
brief-take-picture = 存为图片

brief-indicators-heading = 指标解释
brief-indicators-summary = { $count } 项指标的定义、分子、分母与本地数据来源
brief-indicators-caption = 各项指标的含义与本地数据来源
brief-indicators-col-name = 指标
brief-indicators-col-definition = 定义
brief-indicators-col-numerator = 分子
brief-indicators-col-denominator = 分母
brief-indicators-col-unit = 计量单位
brief-indicators-col-sources = 本地数据来源
brief-indicators-no-source = 没有数据
brief-better-higher = 越高越好
brief-better-lower = 越低越好
brief-better-band = 适中为好

brief-overview-peer-group = { $parent }{ $level }级地区（{ $count } 个）
brief-overview-since-text = 各地区最新一年的数据与其上一年（{ $years }）相比，逐项比较：
brief-overview-changes-run = 与上次运行相比
brief-overview-year-to-year = { $before } 年 → { $now } 年
brief-index-corrected = 按回溯检验修正为 { $number }
brief-overview-corrected-note = 有的地区回溯检验偏于乐观或悲观（见各地区简报），另列修正后的项数；研判和概率不变。

brief-department-of = { $region }·{ $department }

## 历次运行

brief-index-runs-note = 运行的名称由数据、规划、程序和参数算出：内容相同，名称就相同。时间为北京时间。
brief-index-col-made = 时间
brief-index-col-data = 数据文件
brief-index-col-parameters = 参数
brief-index-col-differs = 与前一次运行的不同之处
brief-run-by-default = 均为默认
brief-run-first = （最早的一次）
brief-run-same = 相同
run-store = 数据库 { $store }
run-parameter-as-of = 数据截至 { $value } 年
run-parameter-target-year = 目标年 { $value }
run-parameter-plan-ids = 规划 { $value }
run-parameter-lang = 语言 { $value }
run-parameter-internal = 内部使用（不隐去小数目）
run-and-more = { $names }等
run-differs-data = 数据文件 { $count } 个有变动：{ $names }
run-differs-register = 规划或登记表 { $count } 个文件有变动：{ $names }
run-differs-program = 程序有改动（{ $count } 个文件：{ $names }）
run-differs-libraries = 软件库版本有变动：{ $names }
run-differs-as-of = 数据截止年份不同
run-differs-target-year = 目标年不同
run-differs-plan-ids = 所选规划不同
run-differs-lang = 语言不同
run-differs-internal = 是否内部使用不同
run-differs-regions = 地区不同

pack-department-lead = { $department }在 { $regions } 个地区负责 { $targets } 项监测目标，合计 { $total } 项次：按最新数据已达标 { $met_now } 项次；可评估 { $assessable } 项次，预计 { $misses } 项次难以如期实现（括号内为80%预测区间）；预警紧急 { $urgent } 项次、关注 { $watch } 项次。

## 责任部门

brief-departments-title = 各责任部门负责的监测目标
brief-departments-heading = 责任部门
brief-departments-many = 共 { $regions } 个地区，一页列不下：本页只列县级以外的 { $named } 个地区，项数和预计数也只就这些地区计算。各县的情况见其简报，可从索引页查找。
brief-departments-note = 同名的市、县部门分别单列，名称前写明地区。各表先列紧急的，再列关注的，其余按达标概率由低到高。点击地区名打开简报。
brief-departments-caption = { $department }负责的监测目标（每个地区的每项监测目标一行）
brief-departments-col-flag = 预警
brief-departments-open = 各责任部门负责的监测目标
