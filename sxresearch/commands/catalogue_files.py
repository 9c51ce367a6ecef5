"""The catalogue as a document, and read back against the text of the plans."""

from pathlib import Path

from sxresearch.assessment.inputs import load_register
from sxresearch.files import publish_text
from sxresearch.paths import PLANS
from sxresearch.plan.catalogue_document import catalogue_markdown
from sxresearch.plan.loading import load_plans
from sxresearch.plan.text.comparison import TextMap, map_text
from sxresearch.plan.text.printed_plan import read_plan_text
from sxresearch.plan.text.report import catalogue_report
from sxresearch.terms import Language


def write_catalogue(out: Path, folder: Path | None = None) -> Path:
    """Write the table of goals, targets and rule kinds to ``out`` (Markdown)."""
    register = load_register(folder or PLANS)
    plans = load_plans(folder or PLANS, register.indicators, register.regions)
    return publish_text(out, catalogue_markdown(plans, register.indicators))


def compare_with_text(text: Path, language: Language, folder: Path | None = None) -> tuple[str, TextMap]:
    """Map every figure and trend phrase of the plans' text to a target or a reason; the report, and what it found."""
    register = load_register(folder or PLANS)
    plans = load_plans(folder or PLANS, register.indicators, register.regions)
    found = map_text(plans, read_plan_text(text))
    return catalogue_report(plans, found, language), found
