### 读写文件时操作系统的拒绝：是哪个文件、多半为什么、怎么办。

fault-file-held = 文件打不开：{ $problem }。多半正被其他程序独占（Excel、WPS、网盘同步），也可能没有读取权限。请关闭占用它的程序，等同步结束后重试。
fault-file-is-folder = 这里应为文件，现为文件夹。请写明其中的文件名。
fault-result-held = 结果无法写入：{ $problem }。它是否正在 Excel、WPS 或 Word 中打开？请关闭后重试，旧文件保持原样。
fault-system-refused = 操作系统拒绝了：{ $problem }。请检查文件是否被占用、磁盘（U 盘）是否还在、有无权限，然后重试。
fault-brief-gone = 简报生成之后，文件又不见了：{ $names }。运行期间结果文件夹可能被清空或移走。请恢复文件夹，再用 --resume 补做。
fault-machine-slept = 电脑在运行期间休眠过，这份简报没有按时做完。请用 --resume 补做。
