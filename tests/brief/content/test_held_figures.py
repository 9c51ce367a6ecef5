"""A held figure is shown with its reason, apart from the line, and listed with what is doubtful."""

from dataclasses import replace

import pytest

from sxresearch.brief.charts.fan_charts import draw
from sxresearch.brief.content.brief_content import brief_content
from sxresearch.brief.content.data_findings import FindingKind
from sxresearch.brief.content.subject import SeriesKey
from sxresearch.brief.content.wording import as_reported
from sxresearch.monitoring.observations import Observations
from sxresearch.terms import Group
from tests.brief.conftest import REGION, make_assessment, make_inputs


@pytest.fixture(scope="module")
def held_content():
    inputs = make_inputs()
    table = inputs.observations.table
    here = (table["indicator"] == "maternal_mortality") & (table["group"] == "rural") & (table["year"] == 2021)
    assert here.sum() == 1
    table = table.assign(held=here.map({True: "slip", False: ""}), value=table["value"].mask(here, 200.0))
    seen = replace(inputs, observations=Observations(table, inputs.observations.sources))
    return brief_content(seen, make_assessment(), REGION, "zh")


def panel(content):
    panels = (panel for part in content.fields for panel in part.panels)
    return next(panel for panel in panels if panel.identifier.endswith("maternal"))


def test_it_is_listed_with_its_reason_and_not_as_missing(held_content):
    held = [item for item in held_content.findings if item.kind is FindingKind.HELD]
    assert [item.detail for item in held] == ["2021 年 200.0（疑为笔误）"]
    assert not [
        i for i in held_content.findings if i.kind is FindingKind.MISSING_YEARS and i.concerns == held[0].concerns
    ]


@pytest.mark.parametrize(("value", "said"), [(6.95, "6.95"), (200.0, "200.0"), (0.1234, "0.1234")])
def test_every_digit_that_was_sent_is_shown(value, said):
    series = SeriesKey(make_inputs().indicators["maternal_mortality"], Group.RURAL)
    assert as_reported(series, value) == said


def test_it_stands_apart_from_the_line(held_content):
    line = panel(held_content).line
    assert line.held == {2021: 200.0}
    assert 2021 not in line.values
    assert "2021 年 200.0 待核（疑为笔误），未采用。" in panel(held_content).finding


def test_it_is_drawn_as_a_ring(held_content):
    shown = panel(held_content)
    with_ring, without = draw([shown])[0], draw([replace(shown, line=replace(shown.line, held={}))])[0]
    assert with_ring != without
