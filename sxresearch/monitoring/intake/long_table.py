"""The table that would be used, in the words of the Chinese data files: an office can read it and send it again."""

import pandas as pd

from sxresearch.language import word
from sxresearch.monitoring.contract import CHINESE_WORDS, Register
from sxresearch.terms import Language

_HEADINGS = {
    "region": "地区代码",
    "region_name": "地区名称",
    "indicator": "指标",
    "group": "分组",
    "year": "年份",
    "value": "数值",
    "unit": "单位",
    "numerator": "分子",
    "denominator": "分母",
    "status": "数据状态",
    "held": "待核",
    "basis": "数据性质",
    "source": "来源",
    "reported_at": "报送日期",
    "file": "来源文件",
    "sheet": "工作表",
    "cell": "单元格",
    "line": "行号",
}


def long_table(table: pd.DataFrame, register: Register) -> pd.DataFrame:
    """One row for each figure under Chinese headings, names and words in place of ids."""
    named = table.assign(
        region_name=table["region"].map({region.code: region.name for region in register.regions}),
        indicator=table["indicator"].map({key: item.name.zh for key, item in register.indicators.by_id.items()}),
        group=table["group"].map(lambda item: word("group", item, Language.ZH)),
    )
    for name in ("unit", "status", "basis"):
        chinese = {str(ours): theirs for theirs, ours in reversed(CHINESE_WORDS[name].items())}
        named[name] = named[name].map(lambda item, known=chinese: known.get(item, item))
    return named[list(_HEADINGS)].rename(columns=_HEADINGS)
