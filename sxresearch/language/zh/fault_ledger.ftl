### 研判记录与行动清单里的错误。

fault-ledger-columns = 没有找到表头：还缺 { $columns }。请用 sxresearch judgements template 或 actions export 生成的表，不要改列名。
fault-ledger-unbound = 监测目标 { $target } 所在的规划不适用于地区 { $region }。请检查地区和监测目标。
fault-ledger-judgement-twice = 同一主体同一天对同一监测目标已有一条研判（{ $first }）。请只留一条，或改日期。
fault-ledger-actions-none = 没有填写任何商定事项。请至少填一行的商定事项、责任单位、完成时限和状态。
fault-ledger-number-twice = 编号 { $number } 已在 { $first } 用过。每个编号只能有一行；新增事项的编号请留空。
fault-ledger-number-unknown = 行动清单里没有编号 { $number }。新增事项的编号请留空，由系统编号。
fault-ledger-number-moved = 编号 { $number } 原是地区 { $region }、监测目标 { $target } 的事项，不能改到别处。请恢复原来的地区和监测目标，或作为新事项（编号留空）填写。
fault-effect-group-unknown = 没有分组 { $found }。可用的有：{ $expected }。
fault-effect-no-plan = 没有规划适用于地区 { $region }，无法确定从哪一年算起。请用 began 给出年份。
fault-effect-levels = 比较的地区应属于同一级，现为：{ $found }。请只列市，或只列县。
fault-disparity-level = 地区 { $region } 以下没有“{ $found }”这一级。可用的有：{ $expected }。
fault-ledger-beside-store = 研判记录和行动清单只能放在一处：用监测数据库时，请用 store ledger-import 把这个文件转入数据库，再移走文件。
fault-ledger-two-places = --ledger 和 --store 只能用一个：记录放在文件里，或放在数据库里。
fault-ledger-file-missing = 没有这个文件。请检查路径；研判记录默认在 data/judgements.csv，行动清单默认在 data/actions.csv。
