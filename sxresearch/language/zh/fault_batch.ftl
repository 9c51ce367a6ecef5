### 批量运行、命令参数与简报产出中的问题：应当怎样、现在怎样、怎么办。

fault-notebook-form = 这不是一份可读的笔记本（.ipynb）：{ $problem }。请检查文件，或从版本库恢复它。
fault-notebook-without-parameters = 笔记本没有标签为 parameters 的参数单元。请加上这一单元，否则每个地区都会得到同一份简报。
fault-parameter-unknown = 笔记本没有名为“{ $name }”的参数（已有：{ $known }）。请检查拼写。
fault-region-without-plan = 没有哪份规划适用于地区 { $code }（{ $name }）。请换地区，或用 --plans 给出适用的规划。
fault-region-without-data = 地区 { $code }（{ $name }）没有任何监测数据。请先录入数据，或用 --observations 给出数据文件。
fault-region-none-of-level = “{ $word }”中没有一个地区既有规划又有数据。请先录入数据，或改选其他地区。
fault-region-word = “{ $word }”不是地区代码（6 位数字），也不是 { $expected } 之一。请改正。
fault-target-year-outside-plans = { $name } 应在 { $first }—{ $last } 之内（从数据首年到规划末年），现为 { $found }。请改年份。

fault-batch-busy = 另一次运行正在写入这个文件夹（{ $who }）。请等它结束，或用 --out 另选文件夹。
fault-not-writable = 无法写入：{ $problem }。请检查磁盘空间和文件夹权限，或另选位置。
fault-table-kind = 输出文件的类型应为 { $expected } 之一，现为“{ $found }”。请改文件名的后缀。
fault-nothing-to-check = 不认识这个文件：既不是规划文件（.yaml），也不是数据文件（{ $expected }）。请检查路径。
fault-lab-without-notebooks = 没有找到笔记本文件夹。请在完整的项目文件夹中运行，或重新下载项目。
fault-lab-missing = 没有安装 JupyterLab。请先安装全部依赖（make setup 或 pip install -r requirements.lock）。

fault-cell-raised = 第 { $number } 个单元出错：{ $kind }：{ $message }
fault-notebook-ended-early = 笔记本在第 { $number } 个单元提前结束，没有运行到底，不发布不完整的简报；请去掉该单元中的退出语句。
fault-notebook-prints-too-much = 笔记本打印了 { $found } 个字符（上限 { $limit }）。请去掉多余的 print。
fault-notebook-too-slow = 笔记本超过 { $seconds } 秒仍未运行完，已停止。请检查数据量或死循环。
fault-kernel-died = 内核进程意外终止，没有得到结果：{ $words }
fault-interrupted = 运行被中断，这份简报没有做完。用 --resume 可以接着做。
fault-unexpected = 未预料的错误 { $kind }：{ $message }。详情见 manifest.json。
fault-fork-server-lost = 派生内核的进程意外终止：{ $words }。请用 --resume 再运行一次，补做缺少的简报。

fault-cluster-missing = 没有安装集群所需的库。请安装：pip install 'sxresearch[cluster]'
fault-cluster-silent = 地址 { $address } 上没有 dask 调度器应答。请检查地址，并确认调度器已启动。
fault-cluster-empty = 位于 { $address } 的调度器没有工作进程。请先启动工作进程。
fault-chunk-lost = 评估进程没有完成就结束了（{ $problem }），多半是内存不足。请关闭其他程序，或用 --regions 分批评估。
fault-plan-not-known = 没有 id 为“{ $id }”的规划文件。可用的有：{ $expected }。请改写 --plan，或不写（取规划期包含数据末年的规划）。
fault-lab-root-templates = 这个文件夹里放着笔记本的模板，不能当工作文件夹。请用 --root 另选一个，例如 --root ~/评估。
fault-lab-port = 端口 { $port } 已被占用。请换一个端口，或关闭占用它的程序。
fault-cluster-version = 这些工作进程的 sxresearch、Python 或程序库与本机版本不同：{ $workers }。版本不同，简报就可能不同。请把各机器装成同一版本，再启动工作进程。
fault-cluster-lost = 集群的调度程序 { $address } 中断了。做完的已保留；请重新启动调度程序和工作进程，再加 --resume 运行，只做没有做完的。
fault-cluster-deserted = 位于 { $address } 的集群已有两分钟没有版本相同的工作进程。做完的已保留；请启动工作进程，再加 --resume 运行，只做没有做完的。
