"""Words that offices write, beside the contract's own: headings, groups, units, states, and what is no figure."""

import re

from sxresearch.monitoring.contract import CHINESE_COLUMNS, CHINESE_WORDS, COLUMNS
from sxresearch.terms import Basis, Group, ObservationStatus, Unit

CITY, COUNTY = "city", "county"
"""Headings of a region that stands in two columns, its city and its county."""

_HEADINGS = {
    "region": "地区 地区名称 地区代码 区划代码 行政区划 行政区划代码 行政区划名称 区划名称 区域 地域 region_name",
    CITY: "市 地市 设区市 所属市 市名 市别 地市名称",
    COUNTY: "县 县区 区县 县市区 县(市、区) 县(市,区) 县(区、市) 市县 县名 县区名称",
    "indicator": "指标 指标名称 监测指标 统计指标 指标项目 项目 主要指标 监测统计指标",
    "group": "分组 组别 人群 城乡 性别 城乡分组 人群分组 分类",
    "year": "年份 年度 年 统计年度 统计年份 数据年份 数据年度 报告期 时间",
    "value": "数值 指标值 实际值 监测值 完成值 统计值 值 数据 实际数 现状值 数据值 实际完成值 率 比率"
    " 实绩 实绩值 实际 实现值 完成数 实际完成 实际完成数 监测结果 监测数 监测数据 监测数值 统计数 统计数据 达到值",
    "unit": "单位 计量单位 数据单位",
    "numerator": "分子 分子数 分子值",
    "denominator": "分母 分母数 分母值",
    "status": "数据状态 状态",
    "basis": "数据性质 性质",
    "source": "来源 数据来源 资料来源 数据出处",
    "reported_at": "报送日期 报送时间 上报日期 上报时间 填报日期 报告日期 报出日期",
}
HEADINGS: dict[str, str] = {
    **{name: name for name in COLUMNS},
    **CHINESE_COLUMNS,
    **{word: name for name, words in _HEADINGS.items() for word in words.split()},
}
"""Folded heading of a column to the contract's column (or ``city``, ``county``)."""

YEARLY_VALUES = frozenset(
    {"完成情况", "完成", "实际完成情况", "实现情况", "完成结果", "执行情况", "监测情况", "现状", "情况"}
)
"""Beside a year they head its figures (2023年完成情况), or words about them; by themselves they say nothing."""

PASSED = frozenset(
    [
        "序号",
        "编号",
        "序",
        "no",
        "no.",
        "备注",
        "备注说明",
        "说明",
        "附注",
        "注",
        "注释",
        "填报人",
        "填表人",
        "审核人",
        "联系人",
        "联系电话",
        "电话",
        "责任部门",
        "责任单位",
        "填报单位",
        "填报部门",
        "来源文件",
        "工作表",
        "单元格",
        "行号",
        "数据提供单位",
        "数据提供部门",
        "提供部门",
        "部门",
        "牵头单位",
        "指标解释",
        "指标定义",
        "领域",
        "指标编号",
        "remark",
        "remarks",
        "note",
        "notes",
    ]
)
"""Columns that hold no figures and are passed over."""

REMARKS = frozenset({"备注", "备注说明", "说明", "附注", "注", "注释", "remark", "remarks", "note", "notes"})
"""Those of them in which an office writes what it has to say about a row."""

REFERENCE_SHEETS = frozenset({"填表说明", "指标解释", "名称表"})
"""Sheets of the reporting form that are there to be read: instructions, definitions, names."""

SET_BY_INTAKE = frozenset({"held", "待核", "待核实"})

NEVER: dict[str, str] = {
    **dict.fromkeys(
        ["目标", "规划", "计划", "预计", "预测", "预期", "任务数", "任务值", "指标要求", "target", "plan", "forecast"],
        "target",
    ),
    **dict.fromkeys(
        [
            "同比",
            "环比",
            "增减",
            "增长",
            "增幅",
            "增速",
            "变化",
            "变动",
            "比上年",
            "较上年",
            "比去年",
            "较去年",
            "升降",
            "涨跌",
            "change",
        ],
        "change",
    ),
    **dict.fromkeys(["位次", "排名", "名次", "排序", "位居", "rank"], "rank"),
    **dict.fromkeys(["上年", "去年", "上期", "同期", "前年"], "last-year"),
    **dict.fromkeys(["完成比例", "完成进度", "完成程度", "目标完成率", "进度"], "progress"),
    **dict.fromkeys(["平均值", "平均数", "年均", "均值", "五年平均", "三年平均", "average"], "average"),
    **dict.fromkeys(["1-6月", "上半年", "下半年", "季度", "1季度", "一季度", "前三季度", "半年"], "part-of-year"),
}
"""Words inside a heading or a year that make its numbers no figures of a year, to what they are."""

BASE_WORDS = frozenset({"基期", "基期值", "基数", "基线", "基线值", "基准值", "基期数"})
"""A base year's figure: taken only where its year is written."""

TOTALS = frozenset(
    [
        "合计",
        "总计",
        "小计",
        "共计",
        "累计",
        "平均",
        "平均值",
        "均值",
        "平均数",
        "全市",
        "全省",
        "全县",
        "全区",
        "全市合计",
        "全省合计",
        "全市平均",
        "全省平均",
        "各市平均",
        "各县平均",
        "各市合计",
        "总数",
        "total",
        "average",
    ]
)
"""Rows that sum up others, where a region's name should stand."""

NOTE_STARTS = (
    "注", "备注", "说明", "附注", "填表", "填报", "制表", "审核", "复核", "联系", "数据来源", "资料来源",
    "单位负责人", "负责人",
    "统计负责人", "报出日期", "报送日期", "单位盖章", "(盖章)", "表号", "制定机关", "批准", "有效期", "note", "source",
)  # fmt: skip
MISSING = frozenset(
    [
        "-",
        "--",
        "---",
        "/",
        "//",
        "\\",
        "缺",
        "缺失",
        "缺数据",
        "缺报",
        "不详",
        "未知",
        "无数据",
        "暂无",
        "暂无数据",
        "未统计",
        "未调查",
        "未报",
        "未开展",
        "未监测",
        "空",
        "空白",
        "n/a",
        "#n/a",
        "不适用",
    ]
)
"""What offices write where there is no figure."""

BELOW_UNIT = frozenset({"...", "......", "…", "……", "⋯", "⋯⋯", "·····", "···"})
"""Chinese yearbooks: smaller than the unit shown; neither missing nor 0."""

_UNITS = {
    Unit.PERCENT: "% 百分比 百分率 百分之 百分数 per_cent pct",
    Unit.PER_MILLE: "‰ 千分比 千分率 千分之 千分数 1/千 /千 每千 /1000 1/1000",
    Unit.PER_10K: "1/万 /万 万分之 每万 每万人 /万人 人/万人 例/万 1/10000 ‱ 万分比 1/1万 /1万",
    Unit.PER_100K: "1/10万 /10万 10万分之 十万分之 每10万 每十万 /十万 1/十万 /10万人 人/10万 例/10万 1/100000"
    " 人/10万人 /100000 10万分比 每10万人 例/10万人 人/十万",
    Unit.YEARS_OF_AGE: "岁",
    Unit.YEARS: "年",
    Unit.MINUTES_PER_DAY: "分钟/日 分钟/天 分钟 分/日",
    Unit.PERSONS: "人 名 例",
    Unit.TEN_THOUSAND_PERSONS: "万人 万名",
    Unit.HUNDRED_MILLION_PERSONS: "亿人",
    Unit.PER_1000_POPULATION: "个/千人 个/千人口 个/每千人",
    Unit.PER_1000_CHILDREN: "名/千名儿童 张/千名儿童 名/千儿童 张/千儿童 名/每千名儿童 张/每千名儿童",
    Unit.RATIO: "比值 倍",
}
UNITS: dict[str, Unit] = {
    **{unit.value: unit for unit in Unit},
    **{word: Unit(unit) for word, unit in CHINESE_WORDS["unit"].items()},
    **{word: unit for unit, words in _UNITS.items() for word in words.split()},
}
GROUPS: dict[str, Group] = {
    **{group.value: group for group in Group},
    **{word: Group(group) for word, group in CHINESE_WORDS["group"].items()},
    **dict.fromkeys(
        ["合计", "总计", "总体", "全体", "全部", "总", "城乡合计", "男女合计", "计", "全人群"], Group.TOTAL
    ),
    **dict.fromkeys(["城市", "城镇", "市区", "城"], Group.URBAN),
    **dict.fromkeys(["农村", "乡村", "乡"], Group.RURAL),
    **dict.fromkeys(["女", "女性", "女童", "女孩", "女生", "妇女"], Group.FEMALE),
    **dict.fromkeys(["男", "男性", "男童", "男孩", "男生"], Group.MALE),
}
UNDER = re.compile(r"^其中[:]?|^[-·#]")
"""What stands before the name of a group that belongs to the indicator above it."""
GROUPS_IN_NAMES = {
    "城市": Group.URBAN, "农村": Group.RURAL, "女性": Group.FEMALE, "男性": Group.MALE, "女童": Group.FEMALE,
    "男童": Group.MALE,
}  # fmt: skip
STATUSES: dict[str, ObservationStatus] = {
    **{status.value: status for status in ObservationStatus},
    **{word: ObservationStatus(status) for word, status in CHINESE_WORDS["status"].items()},
    **dict.fromkeys(
        ["终值", "正式", "正式数", "正式数据", "最终", "最终数", "定案", "定案数", "年报", "年报数", "最终核实数"],
        ObservationStatus.FINAL,
    ),
    **dict.fromkeys(
        ["初步", "初步数", "初步数据", "初步统计", "快报", "快报数", "快报数据", "预报数", "初步核算数"],
        ObservationStatus.PRELIMINARY,
    ),
    **dict.fromkeys(["修订", "修订数", "修订值", "调整", "调整数"], ObservationStatus.REVISED),
}
BASES: dict[str, Basis] = {
    **{basis.value: basis for basis in Basis},
    **{word: Basis(basis) for word, basis in CHINESE_WORDS["basis"].items()},
    **dict.fromkeys(["公布", "公开发布", "统计年报", "报表", "年鉴"], Basis.PRINTED),
    **dict.fromkeys(["计算", "测算"], Basis.DERIVED),
}
