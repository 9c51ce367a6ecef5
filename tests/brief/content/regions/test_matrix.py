"""The matrix: one cell per verdict, each with shape, word and probability; nothing where no plan binds."""

from sxresearch.brief.content.regions.matrix import choices, matrix
from sxresearch.brief.content.regions.region_verdicts import members
from sxresearch.terms import Language, Status
from tests.brief.several import CODES, DEPARTMENT, make_several


def cells():
    return matrix(members(*make_several(), Language.ZH))


def row_of(title: str):
    return next(row for row in cells().rows if row.title == title)


def test_every_measurable_target_has_a_cell_per_region():
    made = cells()
    assert [region.code for region in made.regions] == list(CODES)
    assert len(made.rows) == 12
    assert all(len(row.cells) == len(CODES) for row in made.rows)


def test_a_cell_says_the_answer_in_shape_word_and_number():
    cell = row_of("孕产妇死亡率（农村）").cells[1]
    assert (cell.symbol, cell.words, cell.status) == ("▼", "达标很困难 3%", Status.VERY_UNLIKELY)


def test_expected_misses_count_what_is_decided_as_one_and_what_is_unknown_as_nothing():
    assert row_of("伤害死亡率").misses == len(CODES)  # missed everywhere
    assert row_of("村委会成员中女性比例").misses == 0.0  # no data anywhere
    assert row_of("村委会成员中女性比例").judged == 0
    chances = [cell.p for cell in row_of("妇女常见病筛查率").cells]
    assert row_of("妇女常见病筛查率").misses == sum(1 - p for p in chances)


def test_what_is_decided_sorts_at_the_ends_and_what_is_unknown_nowhere():
    assert row_of("伤害死亡率").cells[0].rank == "0.0000"
    assert row_of("健康素养水平").cells[0].rank == "1.0000"
    assert row_of("村委会成员中女性比例").cells[0].rank == ""


def test_a_region_that_no_plan_binds_has_no_cell():
    inputs, assessment = make_several()
    kept = assessment.verdicts[~assessment.verdicts["target"].str.contains("screening")]
    less = type(assessment)(kept.reset_index(drop=True), assessment.fans)
    shown = (*members(inputs, assessment, Language.ZH)[:1], *members(inputs, less, Language.ZH)[1:])
    row = next(row for row in matrix(shown).rows if row.title == "妇女常见病筛查率")
    assert [cell is None for cell in row.cells] == [False] + [True] * 5


def test_the_filters_offer_what_occurs():
    offered = choices(cells())
    assert [name for _, name in offered["field"]] == ["妇女与健康", "妇女与生活"]
    assert [code for code, _ in offered["region"]] == list(CODES)
    assert offered["department"] == [(DEPARTMENT, DEPARTMENT)]
