### 命令行的帮助和提示。

cli-help-app = 山西省妇女儿童发展规划监测评估：预测指标走势，研判目标能否实现，生成各地区简报。
cli-help-check = 检查监测数据和规划文件，列出全部问题。
cli-help-check-paths = 数据文件、规划文件或它们所在的文件夹。
cli-help-assess = 评估全部目标，写出评估结果表。
cli-help-assess-out = 结果文件（.csv、.parquet 或 .xlsx）。
cli-help-brief = 为指定地区生成简报。
cli-help-brief-regions = 6 位地区代码。
cli-help-batch = 为多个地区批量生成简报和索引页。
cli-help-demo = 写出演示数据（虚构，非真实数据）。
cli-help-demo-out = 写入的文件夹。
cli-help-counties = 同时写出 117 个县（市、区）。
cli-help-lab = 打开 JupyterLab：中文界面、起始页和笔记本的副本。
cli-help-lab-port = 端口，默认自动选择。
cli-help-lab-no-browser = 不自动打开浏览器。
cli-help-lab-root = 工作文件夹：笔记本的副本和生成的简报都放在里面（默认 reports）。
cli-help-plans = 规划文件所在的文件夹（默认 data/plans）。
cli-help-plan-ids = 规划的 id，可写多次；只用所写的规划（默认用规划期包含数据末年的各份规划）。
cli-help-observations = 数据文件、文件夹或监测数据库地址，可写多次（默认 data/observations/china-national.csv 和 data/demo）。
cli-help-regions = all、province、cities、counties 或地区代码，可写多个（默认 all：有规划又有数据的全部地区）。
cli-help-more-regions = --regions 之后的其他地区代码。
cli-help-as-of = 使用到哪一年的数据（默认最近一年）。
cli-help-target-year = 研判哪一年的结果（默认各规划的目标年）。
cli-help-lang = 简报语言。
cli-help-out = 简报写入的文件夹（默认 reports）。
cli-help-jobs = 同时生成几份（默认为处理器核数）。
cli-help-resume = 继续上次运行：数据、程序和参数都相同、已经完成的简报不再重做。

cli-reading = 正在读取规划和数据
cli-checking = 正在检查
cli-assessing = 正在评估
cli-writing-demo = 正在写出演示数据
cli-making-briefs = 正在生成简报

cli-checked-plan = { $path }：规划文件，无问题（{ $count } 项监测目标）
cli-checked-indicators = { $path }：指标目录，无问题（{ $count } 个指标）
cli-checked-regions = { $path }：地区名录，无问题（{ $count } 个地区）
cli-checked-overrides = { $path }：市县自定目标值，无问题（{ $count } 项）
cli-checked-responsibility = { $path }：责任部门表，无问题（{ $count } 项监测目标）
cli-assessed = 已评估 { $regions } 个地区，共 { $rows } 行结果。
cli-briefs-made = 已生成简报 { $done } 份，共 { $total } 份，用时 { $seconds } 秒。
cli-passed-over = 另有 { $count } 个规划适用的地区没有监测数据，未列入。
cli-unchanged = 数据、规划、程序和参数都没有变化：{ $total } 份简报（批次 { $run }）保持不动，未重新生成。
cli-synthetic = 注意：结果中含演示数据，均为虚构，不反映任何地区的真实情况。
cli-interrupted = 运行被中断，没有留下不完整的结果。
cli-go-on = 已完成的简报保留不动。继续运行：{ $command }
cli-regions-without-option = 多出的参数“{ $first }”。地区代码请写在 --regions 之后

cli-help-catalogue = 写出目标总表，或与规划原文逐句核对。
cli-help-catalogue-out = 目标总表写入的文件（.md）。
cli-help-catalogue-against = 规划原文的文本文件：每个数字、每个趋势词都应对应一项监测目标或一条理由。
cli-catalogue-nothing = 请给出 --out（写出总表）或 --against（与原文核对）

cli-help-replay = 重演过去的目标：只用当时已有的数据，给出当时会得出的概率。
cli-help-replay-history = 历史数据（CSV：indicator, unit, better, region, year, value）。
cli-help-replay-targets = 过去的目标（CSV：case, indicator, region, rule, target_value, target_year, as_of …）。
cli-help-replay-out = 结果文件（CSV）。
cli-replaying = 正在重演

cli-help-scheduler = dask 调度器的地址，由它的工作进程来做（需安装附加依赖 cluster）。
cli-fresh-kernels = 内核逐个启动：此处不能派生内核，或派生失败。结果相同，只是较慢。
cli-lab-kept = 您修改过的笔记本保持原样：{ $names }（模板已更新；要使用新模板，请删去 { $folder } 中的该文件后再运行）。
