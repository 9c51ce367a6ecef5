"""What a notebook shows first: which plans, region, years and files it speaks of, in the look of the brief."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from markupsafe import Markup

from sxresearch.assessment.inputs import Inputs
from sxresearch.batch.parameters import unusable_region, year_faults
from sxresearch.brief.content.wording import asked_language
from sxresearch.brief.page.markup import Fragment, render
from sxresearch.errors import BadParameter, Fault
from sxresearch.language import say
from sxresearch.plan.catalogue import Plan
from sxresearch.workbench.notebook_style import MARK, notebook_style


def notebook_head(
    inputs: Inputs,
    region: str | Iterable[str] | None = None,
    lang: str = "zh",
    *,
    as_of: int | None = None,
    target_year: int | None = None,
) -> Fragment:
    """What the notebook is about; its style holds for all outputs of the notebook.

    Parameters
    ----------
    inputs
        What was read.
    region
        Code of the region that the notebook is about, or several, or none for all.
    lang
        ``zh`` or ``en``.
    as_of, target_year
        The notebook's parameters of that name.

    Raises
    ------
    BadParameter
        If a region has neither plan nor data, or a year lies outside of data or plans: nothing could be shown.
    """
    language = asked_language(lang)
    codes = [region] if isinstance(region, str) else list(region or ())
    faults = [*_region_faults(codes, inputs), *year_faults(as_of, target_year, inputs, ("as_of", "target_year"))]
    if faults:
        raise BadParameter(faults)
    synthetic = inputs.synthetic_regions
    return Fragment(
        render(
            "notebook_head",
            language,
            mark=MARK,
            style=Markup(notebook_style()),  # our own style sheets
            regions=[inputs.regions[code].title(language) for code in codes],
            plans=[
                (plan.title.in_language(language), sum(1 for _ in plan.places())) for plan in _binding(inputs, codes)
            ],
            first=str(inputs.extent.years()[0]),
            last=str(as_of or inputs.extent.years()[1]),
            files=sorted({Path(source.name).name for source in inputs.observations.sources}),
            figures=inputs.extent.rows,
            held=inputs.extent.held,
            synthetic=bool(set(codes) & set(synthetic)) if codes else bool(synthetic),
            separator=say("brief-list-separator", language),
        )
    )


def _binding(inputs: Inputs, codes: list[str]) -> list[Plan]:
    """The plans that bind any of the regions, or all where there is none."""
    return [plan for plan in inputs.plans if not codes or set(codes) & set(plan.binds(inputs.regions))]


def _region_faults(codes: Iterable[str], inputs: Inputs) -> Iterator[Fault]:
    ready = set(inputs.regions_with_data())
    bound = {code for plan in inputs.plans for code in plan.binds(inputs.regions)}
    yield from (unusable_region(code, bound, inputs) for code in codes if code not in ready)
