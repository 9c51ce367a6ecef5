"""Choosing another indicator, group and region with a form; without ipywidgets a sentence says what to do instead."""

from importlib.util import find_spec
from typing import Any

from sxresearch.assessment.inputs import Inputs
from sxresearch.brief.page.markup import Fragment
from sxresearch.errors import SxError
from sxresearch.language import say, word
from sxresearch.terms import Group
from sxresearch.workbench.indicator_content import IndicatorContent, indicator_content
from sxresearch.workbench.indicator_sections import (
    indicator_models,
    indicator_peers,
    indicator_residuals,
    indicator_rows,
    indicator_targets,
    indicator_verdicts,
)
from sxresearch.workbench.indicator_what_if import indicator_what_if
from sxresearch.workbench.notebook_part import notebook_part

_SHOWN = (
    indicator_targets, indicator_verdicts, indicator_rows, indicator_models, indicator_residuals, indicator_what_if,
    indicator_peers,
)  # fmt: skip


def indicator_form(inputs: Inputs, content: IndicatorContent) -> Any:
    """A form that shows another indicator below itself; a fragment with a sentence where ipywidgets is not installed.

    ``inputs`` are those of the notebook, ``content`` what it shows: the form begins with its choices.
    """
    if find_spec("ipywidgets") is None:
        return notebook_part(content.language, sentences=[say("brief-form-missing", content.language)])
    import ipywidgets

    indicator = ipywidgets.Dropdown(options=_indicators(inputs, content), value=content.indicator.id)
    group = ipywidgets.Dropdown(options=_groups(content), value=content.group.value)
    region = ipywidgets.Dropdown(options=_regions(inputs, content), value=content.region)
    button = ipywidgets.Button(description=say("brief-form-show", content.language), button_style="primary")
    below = ipywidgets.Output()

    def show(_: Any) -> None:
        below.clear_output(wait=True)
        with below:
            _display(_chosen(inputs, content, indicator.value, group.value, region.value))

    button.on_click(show)
    return ipywidgets.VBox([ipywidgets.HBox([indicator, group, region, button]), below])


def _chosen(inputs: Inputs, content: IndicatorContent, indicator: str, group: str, region: str) -> list[Fragment]:
    """The pieces on what was chosen; the fault in words where that can't be shown."""
    try:
        found = indicator_content(
            inputs, indicator, group, region, content.as_of, content.language,
            target_year=content.target_year, internal=content.internal,
        )  # fmt: skip
        return [section(found) for section in _SHOWN]
    except SxError as problem:
        return [notebook_part(content.language, sentences=[item.sentence(content.language) for item in problem.faults])]


def _display(pieces: list[Fragment]) -> None:
    from IPython.display import display

    for piece in pieces:
        display(piece)


def _indicators(inputs: Inputs, content: IndicatorContent) -> list[tuple[str, str]]:
    """The indicators that have a figure, by name."""
    known = {*inputs.observations.table["indicator"].unique(), content.indicator.id}
    items = (item for item in inputs.indicators.by_id.values() if item.id in known)
    return [(item.name.in_language(content.language), item.id) for item in items]


def _groups(content: IndicatorContent) -> list[tuple[str, str]]:
    return [(word("group", group, content.language), group.value) for group in Group]


def _regions(inputs: Inputs, content: IndicatorContent) -> list[tuple[str, str]]:
    codes = dict.fromkeys((*inputs.regions_with_data(), content.region))
    return [(f"{code} {inputs.regions[code].title(content.language)}", code) for code in codes]
