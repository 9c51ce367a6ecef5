### 打开各单位报送的文件时的问题。

fault-intake-missing = 找不到这个文件。请核对文件名和所在文件夹。
fault-intake-no-file = 这里应是一个文件，现为文件夹或其他对象。请写明文件名。
fault-intake-locked = 文件打不开：{ $problem }。可能正被其他程序占用，或没有读取权限。请关闭该程序或取得权限后重试。
fault-intake-empty = 文件是空的。请核对是否报送了正确的文件。
fault-intake-too-large = 文件过大：读入后会超过 { $most } MB。请只保留填报所需的行和列，或拆成几个文件。
fault-intake-unpacks-too-large = 文件解压后会超过 { $most } MB，不像填报表。请把数据复制到新的工作簿，另存后重报。
fault-intake-damaged = 文件已损坏，读不完整（{ $problem }）。请用原程序打开，另存后重报；若打不开，请向报送单位另要一份。
fault-intake-no-sheet = 工作簿中没有工作表（只有图表或宏）。请把数据放在工作表中再报。
fault-intake-no-table = 网页中没有表格。若是“框架网页”，请用 Excel 打开后另存为 .xlsx。
fault-intake-encoding = 文本的编码无法识别。请用 Excel 另存为 .xlsx，或另存为“CSV UTF-8”。
fault-intake-broken-utf8 = 文件是 UTF-8 文本，但从第 { $line } 行起有残缺的字符，可能传输时被截断。请重新导出。
fault-intake-open-quote = 第 { $line } 行有一个英文双引号，后面几行都落在这对引号之内，不能确定各行从哪里断开。请删去这个引号，或改成中文引号“”，再报一次。
fault-intake-kind-password = 文件设有打开密码，无法读取。请在原程序中取消密码，另存后重报。
fault-intake-kind-et = 这是 WPS 表格自有格式（.et），无法读取。请在 WPS 中“另存为”.xlsx 后重报。
fault-intake-kind-xlsb = 这是 Excel 二进制工作簿（.xlsb），无法读取。请用 Excel 另存为 .xlsx 后重报。
fault-intake-kind-xml-2003 = 这是“XML 表格 2003”，不是通常的工作簿。请用 Excel 或 WPS 打开，另存为 .xlsx 后重报。
fault-intake-kind-fods = 这是单文件的 OpenDocument 表格（.fods）。请用原程序另存为 .ods 或 .xlsx 后重报。
fault-intake-kind-mht = 这是单个文件网页（.mht）。请用 Excel 打开，另存为 .xlsx 后重报。
fault-intake-kind-word = 这是文字处理文档（Word 或 WPS 文字），不是表格。请把其中的表复制到 Excel，另存为 .xlsx 后重报。
fault-intake-kind-slides = 这是演示文稿，不是表格。请把数据放进 Excel，另存为 .xlsx 后重报。
fault-intake-kind-odf-other = 这是 OpenDocument 文档，但不是表格。请把数据放进表格，另存为 .ods 或 .xlsx 后重报。
fault-intake-kind-ole-other = 这是旧版 Office 文件，但其中没有工作簿。请用原程序打开，另存为 .xlsx 后重报。
fault-intake-kind-pdf = 这是 PDF 文件，不是表格。请向报送单位要原始表格（.xlsx、.xls、.ods 或 .csv）。
fault-intake-kind-image = 这是图片，不是表格。请向报送单位要原始表格（.xlsx、.xls、.ods 或 .csv）。
fault-intake-kind-archive = 这是压缩包，不是工作簿。请先解压，再读入其中的表格。
fault-intake-kind-broken-zip = 文件应是工作簿（.xlsx 或 .ods），但已损坏，可能没有下载完整。请重新下载，或向报送单位另要一份。
fault-intake-kind-binary = 文件不是表格，也不是文本，内容无法识别。请报送 .xlsx、.xls、.ods 或 .csv 文件。
fault-intake-folder-empty = 文件夹（连同下级文件夹）中没有可读的表格。应有 { $expected } 文件；现有的其他文件：{ $others }。

intake-skipped-lock = 跳过程序的临时文件（锁定文件）：{ $name }
intake-skipped-other = 不是表格，未读：{ $name }
fault-intake-process-lost = 一个读取数据的进程被系统中止，多半是内存不足。请关闭其他程序后重试，或分几次读入。
