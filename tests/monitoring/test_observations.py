from datetime import date

import pandas as pd
import pytest

from sxresearch.errors import EXIT_BAD_INPUT, BadObservations
from sxresearch.monitoring.loading import load_observations
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
    assert "Enrolment must lie between 0 and 100" in sentence
    assert "data.csv, line 2: Taiyuan Enrolment total 2020 104.2" in sentence


def test_rate_without_ceiling_may_be_large_but_not_negative(csv_file, register):
    load_observations(csv_file(RATE.replace("12.5", "312.5")), register)
    assert "between 0 and ∞" in only_fault(csv_file(RATE.replace("12.5", "-1")), register)


def test_two_rows_with_the_same_key_and_different_values(csv_file, register):
    sentence = only_fault(csv_file(GOOD, GOOD.replace("99.2", "99.3")), register)
    assert "Different figures were reported" in sentence
    assert "line 2: Taiyuan Enrolment total 2020 99.2, line 3: Taiyuan Enrolment total 2020 99.3" in sentence


def test_equal_rows_of_two_files_count_once(csv_file, register):
    paths = [csv_file(GOOD, name="a.csv"), csv_file(GOOD, name="b.csv")]
    assert load_observations(paths, register).table["value"].tolist() == [99.2]


def test_different_rows_of_two_files_are_both_named(csv_file, register):
    paths = [csv_file(GOOD, name="a.csv"), csv_file(GOOD.replace("99.2", "92.9"), name="b.csv")]
    sentence = only_fault(paths, register)
    assert "a.csv, line 2: Taiyuan Enrolment total 2020 99.2" in sentence
    assert "b.csv, line 2: Taiyuan Enrolment total 2020 92.9" in sentence


def test_a_final_figure_beats_a_preliminary_one_whenever_reported(csv_file, register):
    preliminary = GOOD.replace("99.2", "90.1").replace("final", "preliminary") + "2022-03-01"
    observations = load_observations(csv_file(GOOD, preliminary), register)
    assert observations.table["value"].tolist() == [99.2]
    assert observations.superseded["value"].tolist() == [90.1]


def test_a_preliminary_figure_stands_where_the_final_one_is_not_in(csv_file, register):
    preliminary = GOOD.replace("99.2", "90.1").replace("final", "preliminary") + "2022-03-01"
    observations = load_observations(csv_file(GOOD.replace("99.2", ""), preliminary), register)
    assert observations.table["value"].tolist() == [90.1]


def test_later_report_replaces_the_earlier(csv_file, register):
    path = csv_file(GOOD + "2022-03-01", GOOD.replace("99.2", "99.4") + "2021-03-01")
    observations = load_observations(path, register)
    assert observations.table["value"].tolist() == [99.2]
    assert observations.superseded["value"].tolist() == [99.4]


@pytest.mark.parametrize("day", ["2021/3/1", "2021年3月1日", "20210301", "2021-03-01"])
def test_report_dates_are_turned_into_ones_that_sort(csv_file, register, day):
    assert load_observations(csv_file(GOOD + day), register).table["reported_at"].tolist() == ["2021-03-01"]


@pytest.mark.parametrize("day", ["三月一日", "2021-13-01", "1.3.21"])
def test_report_date_that_cannot_be_read(csv_file, register, day):
    assert f'The reporting date "{day}" cannot be read' in only_fault(csv_file(GOOD + day), register)


def test_unknown_region(csv_file, register):
    assert 'The region "149900" is not in the list' in only_fault(csv_file(GOOD.replace("140100", "149900")), register)


def test_unknown_indicator(csv_file, register):
    sentence = only_fault(csv_file(GOOD.replace("enrolment", "enrollment")), register)
    assert 'The indicator "enrollment" is not in the register' in sentence
    assert "The nearest are Enrolment, Mortality" in sentence


def test_group_outside_the_vocabulary(csv_file, register):
    assert 'The group "girls" is not recognised' in only_fault(csv_file(GOOD.replace("total", "girls")), register)


def test_group_that_the_indicator_does_not_have(csv_file, register):
    sentence = only_fault(csv_file(GOOD.replace("total", "urban")), register)
    assert 'Enrolment has no group "urban" (it has total)' in sentence


def test_a_stated_unit_is_converted_and_said(csv_file, register):
    observations = load_observations(csv_file(GOOD.replace("99.2,percent", "992,per_mille")), register)
    assert observations.table[["value", "unit"]].to_numpy().tolist() == [[99.2, "percent"]]
    assert [finding.rule for finding in observations.findings] == ["unit-converted"]


def test_unit_that_cannot_be_converted(csv_file, register):
    sentence = only_fault(csv_file(GOOD.replace("percent", "years")), register)
    assert 'Enrolment is measured in "%", got "years", which cannot be converted' in sentence


@pytest.mark.parametrize("content", ["", "\n\n"])
def test_empty_file(tmp_path, register, content):
    path = tmp_path / "data.csv"
    path.write_text(content, encoding="utf-8")
    (fault,) = faults(path, register)
    assert fault.where == str(path)


def test_header_alone_holds_no_table(csv_file, register):
    assert "No table was found" in only_fault(csv_file(), register)


def test_rows_without_any_value(csv_file, register):
    assert "no value at all" in only_fault(csv_file(GOOD.replace("99.2", "")), register)


def test_what_is_not_said_is_asked_for_together(csv_file, register):
    found = " ".join(fault.en for fault in faults(csv_file("99.2,percent", header="value,unit"), register))
    assert all(f"The {name} of the figures is not stated" in found for name in ("region", "indicator", "year"))


def test_a_table_without_figures(csv_file, register):
    sentence = only_fault(csv_file("140100,enrolment,2020", header="region,indicator,year"), register)
    assert "No column of figures was found" in sentence


@pytest.mark.parametrize("extra", ["class", "line", "file"])
def test_unknown_column_with_numbers(csv_file, register, extra):
    path = csv_file(
        GOOD + ",17",
        header=f"region,indicator,group,year,value,unit,numerator,denominator,status,basis,source,reported_at,{extra}",
    )
    assert f'The heading "{extra}" is not recognised, and the column holds numbers' in only_fault(path, register)


def test_unknown_column_of_words_is_passed_over_and_named(csv_file, register):
    path = csv_file(
        GOOD + ",x",
        header="region,indicator,group,year,value,unit,numerator,denominator,status,basis,source,reported_at,class",
    )
    assert [finding.rule for finding in load_observations(path, register).findings] == ["column-passed"]


def test_column_that_stands_twice(csv_file, register):
    path = csv_file(
        GOOD + ",99.3",
        header="region,indicator,group,year,value,unit,numerator,denominator,status,basis,source,reported_at,数值",
    )
    assert '"数值" appears twice' in only_fault(path, register)


@pytest.mark.parametrize("text", ["约99", "99,2%", "nan", "inf", "无"])
def test_text_in_the_value_column(csv_file, register, text):
    path = csv_file(GOOD.replace("99.2", f'"{text}"'))
    sentence = only_fault(path, register)
    assert "A cell that should hold a number holds something else" in sentence
    assert f"line 2: {text}" in sentence


@pytest.mark.parametrize("year", ["20222", "1948", "2020.5", "两千"])
def test_impossible_year(csv_file, register, year):
    assert f'The year "{year}" cannot be read' in only_fault(csv_file(GOOD.replace("2020", year)), register)


def test_a_year_that_has_not_ended_is_refused_by_the_day_of_the_report(csv_file, register):
    row = GOOD.replace("2020", "2032")
    assert "There cannot be a figure for 2032 yet (reported in 2030)" in only_fault(
        csv_file(row + "2030-05-01"), register
    )
    assert load_observations(csv_file(row + "2033-05-01"), register).judged_on is None


def test_a_year_is_judged_by_today_where_no_report_is_dated(csv_file, register):
    path = csv_file(GOOD)
    assert load_observations(path, register, today=date(2020, 1, 1)).judged_on == date(2020, 1, 1)
    with pytest.raises(BadObservations, match=r"reported in 2019"):
        load_observations(path, register, today=date(2019, 12, 31))


def test_year_left_empty(csv_file, register):
    assert "There is a figure but no year" in only_fault(csv_file(GOOD.replace("2020", "")), register)


def test_numerator_needs_a_denominator(csv_file, register):
    assert "the denominator must be above 0" in only_fault(csv_file(RATE.replace("40000", "")), register)
    assert "the denominator must be above 0" in only_fault(csv_file(RATE.replace("40000", "0")), register)


def test_unknown_status_and_basis_are_refused_and_a_blank_source_is_the_files_name(csv_file, register):
    found = " ".join(
        fault.en for fault in faults(csv_file(GOOD.replace("final", "done").replace("printed", "guess")), register)
    )
    assert 'The status "done"' in found
    assert 'The basis "guess"' in found
    table = load_observations(csv_file(GOOD.replace("年鉴", " ")), register).table
    assert table["source"].tolist() == ["data.csv"]


def test_every_cause_of_every_file_is_listed_once(csv_file, register):
    one = csv_file(
        GOOD.replace("99.2", "104.2"),
        GOOD.replace("2020", "20222"),
        GOOD.replace("140100", "149900").replace("2020", "两千"),
        RATE,
        RATE.replace("12.5", "12.6"),
        RATE.replace("12.5", "十二").replace("2020", "2021"),
        name="one.csv",
    )
    two = csv_file("140100", header="region", name="two.csv")
    three = csv_file(name="three.csv")
    found = " | ".join(fault.en for fault in faults([one, two, three], register))
    for part in (
        "must lie between",
        '"20222"',
        '"149900"',
        '"两千"',
        "line 5: Shanxi",
        "line 6: Shanxi",
        "line 7: 十二",
    ):
        assert part in found or part.replace("Shanxi", "Taiyuan") in found
    assert found.count("No table was found") == 1
    assert "two.csv" in found
    assert "three.csv" in found


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
    assert "holds no table that can be read" in only_fault(tmp_path, register)


def test_empty_value_is_kept_as_missing(csv_file, register):
    observations = load_observations(csv_file(GOOD, GOOD.replace("99.2", "").replace("2020", "2021")), register)
    assert observations.table["value"].isna().tolist() == [False, True]
    assert observations.years() == (2020, 2020)


def test_synthetic_is_known(csv_file, register):
    assert not load_observations(csv_file(GOOD), register).synthetic
    assert load_observations(csv_file(GOOD.replace("printed", "synthetic")), register).synthetic


def test_the_fast_way_and_the_way_through_sheets_give_the_same(csv_file, register, monkeypatch):
    rows = [GOOD.replace("2020", str(year)).replace("99.2", f"{year / 100}") for year in range(1990, 2020)]
    path = csv_file(*rows, RATE, "", RATE.replace("2020", "2021").replace("12.5", ""))
    slow = load_observations(path, register).table
    monkeypatch.setattr("sxresearch.monitoring.intake.plain_tables._WORTH_WHILE", 1)
    fast = load_observations(path, register).table
    pd.testing.assert_frame_equal(slow, fast)
    path.with_suffix(".parquet").unlink(missing_ok=True)
    typed = pd.read_csv(path, dtype={"region": str})
    typed.to_parquet(path.with_suffix(".parquet"), index=False)
    third = load_observations(path.with_suffix(".parquet"), register).table
    same = ["region", "indicator", "group", "year", "value", "unit", "numerator", "denominator", "status", "basis"]
    pd.testing.assert_frame_equal(slow[same], third[same])


def test_only_the_indicators_asked_for_are_read_and_lines_stay_right(csv_file, register, tmp_path):
    typed = pd.read_csv(csv_file(GOOD, RATE, RATE.replace("2020", "2021")), dtype={"region": str})
    path = tmp_path / "data.parquet"
    typed.to_parquet(path, index=False)
    assert load_observations(path, register, ["mortality"]).table["line"].tolist() == [3, 4]
    assert load_observations(path, register, []).table.empty
