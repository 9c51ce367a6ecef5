"""sxresearch: will the targets of the Shanxi women and children plans be met?

``import sxresearch as sx`` gives the names that notebooks use. They are loaded on first use,
so that a command that only prints help need not load the libraries for drawing.
"""

from importlib import import_module
from typing import Any

_PLACES = {
    "PLANS": "paths",
    "OBSERVATIONS": "paths",
    "load_plans": "plan.loading",
    "load_observations": "monitoring.observations",
    "load_inputs": "notebook",
    "assess": "notebook",
    "with_parts": "notebook",
    "check_parameters": "workbench.given_parameters",
    "notebook_head": "workbench.notebook_head",
    "word_table": "workbench.word_tables",
    "indicator_content": "workbench.indicator_content",
    "indicator_targets": "workbench.indicator_sections",
    "indicator_rows": "workbench.indicator_sections",
    "indicator_regions": "workbench.indicator_sections",
    "indicator_scale": "workbench.indicator_sections",
    "indicator_models": "workbench.indicator_sections",
    "indicator_summaries": "workbench.indicator_sections",
    "indicator_residuals": "workbench.indicator_sections",
    "indicator_verdicts": "workbench.indicator_sections",
    "indicator_peers": "workbench.indicator_sections",
    "indicator_form": "workbench.indicator_form",
    "start_form": "workbench.start_form",
    "start_places": "workbench.start_page",
    "published_verdicts": "assessment.publication.published_verdicts",
    "recompute": "assessment.recomputation",
    "recompute_all": "assessment.recomputation",
    "fit_trend": "assessment.expert_fits",
    "fit_drift": "assessment.expert_fits",
    "fit_member": "assessment.expert_fits",
    "fit_counts": "assessment.expert_fits",
    "fit_segments": "assessment.expert_fits",
    "member_names": "assessment.expert_fits",
    "effect": "assessment.effect.plan_effect",
    "effects": "assessment.effect.plan_effect",
    "expected_by_chance": "assessment.effect.plan_effect",
    "start_effect": "assessment.effect.earlier_start",
    "effect_sentences": "assessment.effect.effect_words",
    "start_sentences": "assessment.effect.effect_words",
    "disparity_sentences": "assessment.disparity.disparity_words",
    "share_sentence": "assessment.disparity.disparity_words",
    "disparity": "assessment.disparity.disparity",
    "disparities": "assessment.disparity.disparity",
    "group_gaps": "assessment.disparity.group_gaps",
    "group_attainment": "assessment.disparity.attainment_shares",
    "attainment_shares": "assessment.disparity.attainment_shares",
    "judgement_pairs": "assessment.ledger.judgement_differences",
    "judgement_differences": "assessment.ledger.judgement_differences",
    "judgement_scores": "assessment.ledger.judgement_scores",
    "judgement_lines": "brief.content.judged_targets",
    "action_progress": "assessment.ledger.action_progress",
    "panel_record": "notebook",
    "record_summary": "brief.page.record_sections",
    "reliability_diagram": "brief.page.record_sections",
    "coverage_chart": "brief.page.record_sections",
    "brier_chart": "brief.page.record_sections",
    "alarm_chart": "brief.page.record_sections",
    "brief_content": "brief.content.brief_content",
    "headline": "brief.page.sections",
    "warning_table": "brief.page.sections",
    "fan_charts": "brief.page.sections",
    "target_tables": "brief.page.sections",
    "gap_table": "brief.page.sections",
    "year_before": "notebook",
    "beside_year_before": "brief.content.brief_content",
    "since_last_year": "brief.page.sections",
    "data_findings": "brief.page.sections",
    "beside_others": "brief.page.sections",
    "what_if_table": "brief.page.sections",
    "method_notes": "brief.page.sections",
    "indicators_explained": "brief.page.sections",
    "source_notes": "brief.page.sections",
    "quality_content": "brief.quality.contents",
    "quality_years": "brief.quality.sections",
    "quality_breakdown": "brief.quality.sections",
    "quality_effects": "brief.quality.sections",
    "quality_revisions": "brief.quality.sections",
    "assessed_regions": "brief.content.panel_record",
    "judged_with": "brief.report.evaluated_plan",
    "evaluation_reports": "brief.report.notebook_view",
    "report_chapter": "brief.report.notebook_view",
    "save_reports": "brief.report.notebook_view",
    "overview_content": "brief.content.regions.overview",
    "judged_regions": "notebook",
    "beside_history": "brief.content.regions.overview",
    "overview_answer": "brief.page.overview_sections",
    "overview_matrix": "brief.page.overview_sections",
    "overview_map": "brief.page.overview_sections",
    "overview_summary": "brief.page.overview_sections",
    "overview_spread": "brief.page.overview_sections",
    "overview_peers": "brief.page.overview_sections",
    "overview_changes": "brief.page.overview_sections",
}

__all__ = list(_PLACES)


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_PLACES])
