import pandas as pd
import pytest

from sxresearch.errors import EXIT_BAD_INPUT, BadObservations
from sxresearch.monitoring.observations import load_observations
from sxresearch.terms import Language

GOOD = "140100,enrolment,total,2020,99.2,percent,,,final,printed,年鉴,"
RATE = "140100,mortality,urban,2020,12.5,per_100k,5,40000,final,printed,年鉴,"


def faults(paths, register):
    with pytest.raises(BadObservations) as refused:
        load_observations(paths, register)
    assert refused.value.exit_code == EXIT_BAD_INPUT
    assert all(fault.zh and fault.en for fault in refused.value.faults)
    return refused.value.faults


def only_fault(paths, register) -> str:
    (fault,) = faults(paths, register)
    return fault.sentence(Language.EN)


def test_valid_rows_arrive_typed_and_sorted(csv_file, register):
    path = csv_file(RATE, GOOD)
    table = load_observations(path, register).table
    assert table["indicator"].tolist() == ["enrolment", "mortality"]
    assert table.loc[1, ["year", "value", "numerator", "denominator"]].tolist() == [2020, 12.5, 5, 40000]
    assert table["line"].tolist() == [3, 2]
    assert table["year"].dtype.kind == "i"


def test_value_above_the_bound(csv_file, register):
    sentence = only_fault(csv_file(GOOD.replace("99.2", "104.2")), register)
    assert "must lie between 0 and 100, got 104.2 (region 140100, total, 2020)" in sentence
    assert "data.csv:2" in sentence


def test_rate_without_ceiling_may_be_large_but_not_negative(csv_file, register):
    load_observations(csv_file(RATE.replace("12.5", "312.5")), register)
    assert "between 0 and ∞, got -1" in only_fault(csv_file(RATE.replace("12.5", "-1")), register)


def test_two_rows_with_the_same_key(csv_file, register):
    sentence = only_fault(csv_file(GOOD, GOOD.replace("99.2", "99.3")), register)
    assert "stand in two rows (140100, enrolment, total, 2020)" in sentence
    assert "data.csv:3" in sentence


def test_same_key_in_two_files(csv_file, register):
    paths = [csv_file(GOOD, name="a.csv"), csv_file(GOOD, name="b.csv")]
    assert "b.csv:2" in only_fault(paths, register)


def test_later_report_replaces_the_earlier(csv_file, register):
    path = csv_file(GOOD + "2022-03-01", GOOD.replace("99.2", "99.4") + "2021-03-01")
    assert load_observations(path, register).table["value"].tolist() == [99.2]


def test_report_date_that_would_not_sort(csv_file, register):
    assert 'got "2021/3/1"' in only_fault(csv_file(GOOD + "2021/3/1"), register)


def test_unknown_region(csv_file, register):
    assert "149900 is not in regions.csv" in only_fault(csv_file(GOOD.replace("140100", "149900")), register)


def test_unknown_indicator(csv_file, register):
    assert '"enrollment" is not registered' in only_fault(csv_file(GOOD.replace("enrolment", "enrollment")), register)


def test_group_outside_the_vocabulary(csv_file, register):
    assert 'Group "girls" is unknown' in only_fault(csv_file(GOOD.replace("total", "girls")), register)


def test_group_that_the_indicator_does_not_have(csv_file, register):
    sentence = only_fault(csv_file(GOOD.replace("total", "urban")), register)
    assert 'enrolment has no group "urban" (registered: total)' in sentence


def test_unit_of_another_indicator(csv_file, register):
    sentence = only_fault(csv_file(GOOD.replace("percent", "per_mille")), register)
    assert "measured in percent, got per_mille" in sentence


@pytest.mark.parametrize("content", ["", "\n\n"])
def test_empty_file(tmp_path, register, content):
    path = tmp_path / "data.csv"
    path.write_text(content, encoding="utf-8")
    assert "The file is empty" in only_fault(path, register)


def test_header_alone_is_an_empty_file(csv_file, register):
    assert "The file is empty" in only_fault(csv_file(), register)


def test_rows_without_any_value(csv_file, register):
    assert "no value at all" in only_fault(csv_file(GOOD.replace("99.2", "")), register)


def test_missing_columns_are_named_together(csv_file, register):
    sentence = only_fault(csv_file("140100,enrolment,2020", header="region,indicator,year"), register)
    assert "missing: group、value、unit、status、basis、source" in sentence
    assert "data.csv:1" in sentence


@pytest.mark.parametrize("extra", ["note", "line", "file"])
def test_unknown_column(csv_file, register, extra):
    path = csv_file(
        GOOD + ",x",
        header=f"region,indicator,group,year,value,unit,numerator,denominator,status,basis,source,reported_at,{extra}",
    )
    assert f"Unknown columns: {extra}." in only_fault(path, register)


def test_column_that_stands_twice(csv_file, register):
    path = csv_file(
        GOOD.removesuffix(",").replace(",,,", ",") + ",太原市",
        header="region,indicator,group,year,value,unit,status,basis,source,地区",
    )
    assert "stand twice: region" in only_fault(path, register)


@pytest.mark.parametrize("text", ["约99", "99,2%", "nan", "inf", "-"])
def test_text_in_the_value_column(csv_file, register, text):
    path = csv_file(GOOD.replace("99.2", f'"{text}"'))
    assert f'Column "value" must hold a number, got "{text}"' in only_fault(path, register)


@pytest.mark.parametrize("year", ["20222", "1948", "2020.5"])
def test_impossible_year(csv_file, register, year):
    sentence = only_fault(csv_file(GOOD.replace("2020", year)), register)
    assert f"whole number from 1949 to 2100, got {year}" in sentence


def test_year_left_empty(csv_file, register):
    assert 'Column "year" must hold a number, got ""' in only_fault(csv_file(GOOD.replace("2020", "")), register)


def test_numerator_needs_a_denominator(csv_file, register):
    assert "the denominator must be above 0" in only_fault(csv_file(RATE.replace("40000", "")), register)
    assert "the denominator must be above 0" in only_fault(csv_file(RATE.replace("40000", "0")), register)


def test_source_status_and_basis_are_required(csv_file, register):
    path = csv_file(GOOD.replace("年鉴", " ").replace("final", "done").replace("printed", "guess"))
    found = " ".join(fault.en for fault in faults(path, register))
    assert "No source is given" in found
    assert 'Status "done"' in found
    assert 'Basis "guess"' in found


def test_every_fault_of_every_file_is_listed(csv_file, register):
    one = csv_file(
        GOOD.replace("99.2", "104.2"),
        GOOD.replace("2020", "20222"),
        GOOD.replace("140100", "149900").replace("2020", "两千"),
        RATE,
        RATE,
        RATE.replace("12.5", "十二").replace("2020", "2021"),
        name="one.csv",
    )
    two = csv_file("140100", header="region", name="two.csv")
    three = csv_file(name="three.csv")
    found = [(fault.where.split("/")[-1], fault.en.split(",")[0][:40]) for fault in faults([one, two, three], register)]
    assert [where for where, _ in found] == [
        "two.csv:1",
        "three.csv",
        "one.csv:4",
        "one.csv:7",
        "one.csv:2",
        "one.csv:3",
        "one.csv:4",
        "one.csv:6",
    ]


def test_gb18030_csv_with_chinese_columns_and_words(csv_file, register):
    path = csv_file(
        "太原市,净入学率,合计,2020,99.2,％,终值,刊载,统计年鉴",
        "140000,死亡率,城市,2020,12.5,1/10万,初步,转引,统计年鉴",
        header="地区,指标,分组,年份,数值,单位,数据状态,数据性质,来源",
        encoding="gb18030",
    )
    table = load_observations(path, register).table
    assert table[["region", "indicator", "group", "unit", "status", "basis"]].to_numpy().tolist() == [
        ["140000", "mortality", "urban", "per_100k", "preliminary", "secondary"],
        ["140100", "enrolment", "total", "percent", "final", "printed"],
    ]


def test_workbook_with_chinese_columns(tmp_path, register):
    path = tmp_path / "监测数据.xlsx"
    pd.DataFrame(
        {
            "地区代码": [140100, 140000],
            "指标名称": ["入学率", "死亡率"],
            "分组": ["合计", "农村"],
            "年份": [2020, 2021],
            "数值": [99, 12.5],
            "单位": ["%", "1/10万"],
            "分子": [None, 5],
            "分母": [None, 40000],
            "数据状态": ["终值", "修订"],
            "数据性质": ["刊载", "推算"],
            "来源": ["年鉴", "年鉴"],
            "报送日期": pd.to_datetime(["2022-03-01", "2022-04-01"]),
        }
    ).to_excel(path, index=False)
    table = load_observations(path, register).table
    assert table[["region", "value", "denominator", "reported_at"]].to_numpy().tolist()[0] == [
        "140000",
        12.5,
        40000.0,
        "2022-04-01",
    ]
    assert table.loc[1, "value"] == 99.0


def test_folder_reads_tables_only(csv_file, tmp_path, register):
    csv_file(GOOD)
    (tmp_path / "profiles.yaml").write_text("a: 1", encoding="utf-8")
    assert len(load_observations(tmp_path, register).table) == 1


def test_folder_without_tables(tmp_path, register):
    assert "holds no data file" in only_fault(tmp_path, register)


def test_empty_value_is_kept_as_missing(csv_file, register):
    observations = load_observations(csv_file(GOOD, GOOD.replace("99.2", "").replace("2020", "2021")), register)
    assert observations.table["value"].isna().tolist() == [False, True]
    assert observations.years() == (2020, 2020)


def test_synthetic_is_known(csv_file, register):
    assert not load_observations(csv_file(GOOD), register).synthetic
    assert load_observations(csv_file(GOOD.replace("printed", "synthetic")), register).synthetic
