### 命令 template 的帮助和提示。

cli-help-template = 为各地区生成填报表（Excel），或写出名称表。
cli-help-template-regions = 地区代码或名称，或 all、province、cities、counties（默认 all：规划适用的全部地区）。
cli-help-template-year = 填报年份，可写多次（默认为该地区最近一个有数据的年份的下一年）。
cli-help-template-observations = 已有的监测数据，用来列出上年值，可写多次（默认 data/observations 和 data/demo）。
cli-help-template-out = 填报表写入的文件夹（默认 reports/templates）。
cli-help-template-names = 只写出名称表，写入此文件（.md）。
cli-writing-templates = 正在写出填报表
