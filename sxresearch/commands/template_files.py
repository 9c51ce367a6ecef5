"""Reporting forms as workbooks, one per region; and the list of names that they and every data file may use."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sxresearch.assessment.inputs import Inputs, load_inputs, load_register
from sxresearch.batch.parameters import LEVEL_WORDS, REGION_WORDS
from sxresearch.commands.console import tell, working
from sxresearch.errors import BadParameter, Fault
from sxresearch.files import publish_bytes, publish_text, refuse_overwriting, writable
from sxresearch.monitoring.contract import FIRST_YEAR, LAST_YEAR
from sxresearch.monitoring.template.form import Form, form_of
from sxresearch.monitoring.template.form_workbook import template_bytes
from sxresearch.monitoring.template.names_document import names_markdown
from sxresearch.paths import OBSERVATIONS, PLANS
from sxresearch.plan.regions import Region

_CODE = re.compile(r"\d{6}")
_UNSAFE = re.compile(r"[^\w-]+")


@dataclass(frozen=True)
class TemplateRequest:
    """Which forms: regions by code, name or ``all province cities counties``; years to report, none for the next."""

    regions: tuple[str, ...]
    years: tuple[int, ...] = ()
    plans: Path | None = None
    observations: tuple[Path, ...] = ()


def make_templates(asked: TemplateRequest, out: Path) -> list[Path]:
    """Write a workbook per region into ``out``.

    Raises
    ------
    SxError
        With every region and year that can't be used, every fault of plans and figures, and every form that is there
        already and was changed since: an office may have filled it. Nothing is written then.
    """
    with working("cli-reading"):
        inputs = load_inputs(asked.plans or PLANS, asked.observations or OBSERVATIONS)
    forms = list(forms_of(asked, inputs))
    given = [*(asked.observations or OBSERVATIONS), asked.plans]
    refuse_overwriting([out, *(out / file_name(form) for form in forms)], given)
    with working("cli-writing-templates"), writable(out):
        books = {out / file_name(form): template_bytes(form, inputs.register) for form in forms}
        if filled := [path for path, content in books.items() if path.exists() and path.read_bytes() != content]:
            raise BadParameter(Fault.of("template-filled", str(path)) for path in filled)
        paths = [publish_bytes(path, content) for path, content in books.items()]
    if any(form.synthetic for form in forms):
        tell("cli-synthetic")
    return paths


def forms_of(asked: TemplateRequest, inputs: Inputs) -> Iterator[Form]:
    """The forms of the regions that are meant, in the order of the region list."""
    faults = [fault for fault in map(_year_fault, asked.years) if fault]
    regions, unknown = _meant(asked.regions, inputs)
    if faults or unknown:
        raise BadParameter([*unknown, *faults])
    figures = inputs.observations.table
    for region in regions:
        yield form_of(region.code, asked.years, inputs.plans, inputs.indicators, inputs.regions, figures)


def _year_fault(year: int) -> Fault | None:
    if FIRST_YEAR <= year <= LAST_YEAR:
        return None
    span = {"first": str(FIRST_YEAR), "last": str(LAST_YEAR)}
    return Fault.of("template-year", "", found=str(year), **span)


def _meant(words: Sequence[str], inputs: Inputs) -> tuple[list[Region], list[Fault]]:
    """The regions behind the words, and a fault for each word that means none."""
    bound = {code for plan in inputs.plans for code in plan.binds(inputs.regions)}
    names, chosen, faults = inputs.regions.by_name(), set[str](), list[Fault]()
    for word in words or REGION_WORDS[:1]:
        if word in REGION_WORDS:
            level = LEVEL_WORDS.get(word)
            chosen |= {code for code in bound if level in (None, inputs.regions[code].level)}
            continue
        code = names.get(word, word)
        if _CODE.fullmatch(code) and code not in inputs.regions:
            faults.append(Fault.of("region-unknown", "", code=code))
        elif code not in inputs.regions:
            faults.append(Fault.of("region-word", "", word=word, expected=" ".join(REGION_WORDS)))
        elif code not in bound:
            faults.append(Fault.of("region-without-plan", "", code=code, name=inputs.regions[code].name))
        chosen.add(code)
    return [region for region in inputs.regions if region.code in chosen], faults


def file_name(form: Form) -> str:
    """Code, name and years of the form; nothing of a name can lead out of the folder."""
    years = "-".join(map(str, dict.fromkeys((form.years[0], form.years[-1]))))
    return f"{form.region.code}-{_UNSAFE.sub('', form.region.name)[:40]}-{years}.xlsx"


def write_names(out: Path, plans: Path | None = None) -> Path:
    """Write the list of allowed names to ``out`` (Markdown)."""
    refuse_overwriting([out], [plans or PLANS])
    register = load_register(plans or PLANS)
    return publish_text(out, names_markdown(register.indicators, register.regions))
