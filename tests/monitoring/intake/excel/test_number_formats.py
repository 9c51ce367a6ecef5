"""What number formats show, format by format; the meaning is Excel's (ECMA-376 part 1, 18.8.31)."""

import pytest

from sxresearch.monitoring.intake.excel.number_formats import number_format


@pytest.mark.parametrize(
    ("code", "percent", "date"),
    [
        ("0%", True, False),
        ("0.0%;[Red]-0.0%", True, False),
        ("#,##0.00 %", True, False),
        ('0.0"%"', False, False),
        (r"0.0\%", False, False),
        ("0.0％", False, False),
        ("_%0.0", False, False),
        ("*%0.0", False, False),
        ("0.0", False, False),
        ("General", False, False),
        ("G/通用格式", False, False),
        ("@", False, False),
        ("0.00E+00", False, False),
        ('0"人年"', False, False),
        ("[Red]0.0", False, False),
        ("[$¥-804]#,##0.00", False, False),
        ("yyyy-mm-dd", False, True),
        ('yyyy"年"m"月"', False, True),
        ('[DBNum1][$-804]yyyy"年"', False, True),
        ("[h]:mm", False, True),
        ("aaaa", False, True),
    ],
)
def test_a_code_shows_per_cent_or_a_date(code, percent, date):
    shown = number_format(code)
    assert (shown.percent(0.5), shown.date) == (percent, date)
    assert shown.plain == (not percent and not date and not any(shown.words(0.5)))


@pytest.mark.parametrize(("value", "percent"), [(0.5, True), (1.0, True), (1.01, False), (95.0, False), (-0.1, True)])
def test_a_condition_decides_number_by_number(value, percent):
    assert number_format("[<=1]0.0%;0.0").percent(value) is percent


@pytest.mark.parametrize(("value", "percent"), [(0.5, True), (-0.5, False), (0.0, True)])
def test_sections_for_positive_and_negative_numbers(value, percent):
    assert number_format("0%;-0.0").percent(value) is percent


@pytest.mark.parametrize(
    ("identifier", "percent", "date"),
    [
        (9, True, False),
        (10, True, False),
        (2, False, False),
        (14, False, True),
        (31, False, True),
        (57, False, True),
        (49, False, False),
    ],
)
def test_formats_known_by_number(identifier, percent, date):
    shown = number_format("", identifier)
    assert (shown.percent(0.5), shown.date) == (percent, date)


@pytest.mark.parametrize(
    ("code", "scaled"),
    [("#,##0", False), ("#,##0.0", False), ("_ * #,##0_ ;_ * -#,##0_ ", False), ('0.0"‰"', False),
     ('0.0"/10万"', False),
     ("0,", True), ("#,##0.0,", True), ("0!.0,", True), ('0.0,"K"', True), ('0!.0,"万"', True), ('0.0"万"', True),
     ('0.0" 亿人"', True), ("#,##0,;-#,##0,", True), ("0.0%", False), ("yyyy-mm-dd", False)],
)  # fmt: skip
def test_numbers_shown_in_thousands_are_not_what_is_stored(code, scaled):
    assert number_format(code).scaled is scaled


@pytest.mark.parametrize(
    ("code", "value", "words"),
    [
        ('0.0"‰"', 2.9, ("", "‰")), ("0.0\\‰", 2.9, ("", "‰")), ("0.0‰", 2.9, ("", "‰")), ('0.0"%"', 2.9, ("", "%")),
        ('0.0"1/10万"', 2.9, ("", "1/10万")), ('General"‰"', 2.9, ("", "‰")), ('"约"0.0', 2.9, ("约", "")),
        ('[>1]0.0%;0.0"‰"', 0.5, ("", "‰")), ('[>1]0.0%;0.0"‰"', 2.0, ("", "")), ('0.0"人"', 3.0, ("", "")),
        ('0"年"', 2023.0, ("", "")), ("0.00_);(0.00)", -2.9, ("", "")), ('yyyy"年/"', 45000.0, ("", "")),
        ('_ * #,##0.0_ ;_ * -#,##0.0_ ;_ * "-"??_ ', 0.0, ("", "")), ("¥#,##0.00", 2.9, ("", "")),
    ],
)  # fmt: skip
def test_words_around_a_number_that_say_what_it_is(code, value, words):
    assert number_format(code).words(value) == words
    assert number_format(code).plain is (words == ("", "") and code[0] not in "[y" and "??" not in code)


@pytest.mark.parametrize(
    ("code", "value", "misleads"),
    [
        (";;;", 2.9, True), ("0;;;", 2.9, False), ("0;;;", 0.0, True), ("0;-0;;@", 0.0, True), ('"12.5"', 2.9, True),
        ('"1"0.0', 2.9, True), ('0.0"0"', 2.9, True), ('0"."0', 2.9, True), ('0.0"/10万"', 2.9, False),
        ('0.0";"', 2.9, False), ("G/通用格式", 2.9, False), ("0.00E+00", 2.9, False), ("# ?/?", 2.9, False),
        ("[DBNum1]0.0", 2.9, False), ("0.0;-0.0;缺", 0.0, True), ("#", 0.4, True), ("#", 0.6, False),
        ("#.#", 0.04, True),
        ("#.#", 0.06, False), ("#%", 0.004, True), ("#%", 0.006, False), ("# ?/?", 0.0, False), ("0", 0.4, False),
    ],
)  # fmt: skip
def test_formats_that_hide_a_number_or_add_digits(code, value, misleads):
    assert number_format(code).misleads(value) is misleads


@pytest.mark.parametrize(
    ("code", "unseen"),
    [
        ('_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', True), ("_-* #,##0_-;-* #,##0_-;_-* -??_-;_-@_-", True),
        ('0.0;-0.0;"缺"', True), ("0.0;-0.0;缺", True), ("0.0;-0.0;", True), ("0.0;-0.0;;@", True), ("#", True),
        ("#,###", True), ("#.##", True), ("??", True), (";;;", True), ('0.0%;-0.0%;"-"', True),
        ("0", False), ("#,##0", False), ("#,##0.0", False), ("0.0;-0.0", False), ("0.0;-0.0;0", False), ("0%", False),
        ("General", False), ("G/通用格式", False), ("@", False), ("# ?/?", False), ("0.00E+00", False),
        ("_ * #,##0.00_ ;_ * -#,##0.00_ ", False), ("yyyy-mm-dd", False),
    ],
)  # fmt: skip
def test_a_zero_of_which_one_sees_no_digit(code, unseen):
    shown = number_format(code)
    assert shown.omits_zero(0.0) is unseen
    assert not shown.omits_zero(2.9)
    assert not (unseen and shown.plain)
