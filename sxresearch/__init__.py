"""sxresearch: will the targets of the Shanxi women and children plans be met?

``import sxresearch as sx`` gives the names that notebooks use. They are loaded on first use,
so that a command that only prints help need not load the libraries for drawing.
"""

from importlib import import_module
from typing import Any

_PLACES = {
    "PLANS": "house",
    "OBSERVATIONS": "house",
    "load_plans": "plan.loading",
    "load_observations": "monitoring.observations",
    "load_inputs": "assessment.inputs",
    "assess": "assessment.assess",
    "panel_record": "brief.track",
    "record_summary": "brief.track_figures",
    "reliability_diagram": "brief.track_figures",
    "coverage_chart": "brief.track_figures",
    "brier_chart": "brief.track_figures",
    "alarm_chart": "brief.track_figures",
    "brief_content": "brief.content",
    "headline": "brief.parts",
    "warning_table": "brief.parts",
    "fan_charts": "brief.parts",
    "gap_table": "brief.parts",
    "data_findings": "brief.parts",
    "method_notes": "brief.parts",
    "source_notes": "brief.parts",
    "as_published": "brief.published",
    "overview_content": "brief.overview",
    "overview_answer": "brief.overview_parts",
    "overview_matrix": "brief.overview_parts",
    "overview_summary": "brief.overview_parts",
    "overview_spread": "brief.overview_parts",
    "overview_peers": "brief.overview_parts",
    "overview_changes": "brief.overview_parts",
}

__all__ = list(_PLACES)


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_PLACES])
