"""Texts that repeat are kept once while nobody looks at the rows, and are plain texts again where someone does."""

import pandas as pd

from sxresearch.monitoring.repeated_texts import REPEATED, in_full, kept_once


def a_table(source: str, rows: int) -> pd.DataFrame:
    texts = {"unit": "percent", "status": "final", "basis": "printed", "source": source, "file": "a.csv"}
    return pd.DataFrame({"region": ["140100"] * rows, "value": range(rows), **texts}).astype(
        dict.fromkeys(texts, "str")
    )


def test_in_full_it_is_the_table_of_before():
    table = a_table("年鉴", 3)
    kept = kept_once(table)
    assert [kept[name].dtype.name for name in REPEATED] == ["category"] * len(REPEATED)
    assert kept["region"].dtype == table["region"].dtype
    pd.testing.assert_frame_equal(in_full(kept), table, check_exact=True)


def test_a_thousand_rows_take_a_fifth_of_the_room():
    table = a_table("某市统计局2024年妇女儿童发展规划统计监测年报表", 1000)
    kept = kept_once(table)
    sizes = [frame[list(REPEATED)].memory_usage(deep=True, index=False).sum() for frame in (kept, table)]
    assert sizes[0] < sizes[1] / 5
