"""What is taken to a meeting: Word, Excel and, where a browser can print it, PDF."""

import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sxresearch.assessment.inputs import Inputs, load_inputs
from sxresearch.assessment.year_before import YearBefore, assess_year_before
from sxresearch.batch.parameters import ALL, Parameters, settle
from sxresearch.brief.content.brief_content import beside_year_before
from sxresearch.brief.content.pack import Pack, PackKind, department_pack, family_pack
from sxresearch.brief.content.panel_record import AssessedRegions, assessed_regions
from sxresearch.brief.content.regions.overview import overview_of
from sxresearch.brief.office.excel import write_excel
from sxresearch.brief.office.word import write_word
from sxresearch.brief.page.brief_page import write_brief, write_one_page
from sxresearch.brief.page.overview_sections import SECTIONS
from sxresearch.brief.page.pdf import NoPdf, find_browser, write_pdf
from sxresearch.brief.page.section_page import write_sections
from sxresearch.commands.console import tell, working
from sxresearch.errors import EXIT_DONE_WITH_FAILURES, BadParameter, Fault, SxError
from sxresearch.files import NotWritable, publish, refuse_overwriting, writable
from sxresearch.paths import OBSERVATIONS, PLANS

FOLDER = "packs"
_UNSAFE = re.compile(r"[^\w-]+")
_LONGEST_NAME = 40  # characters of a file's name, so that its bytes stay below what file systems allow


@dataclass(frozen=True)
class PackRequest:
    """What is to be packed: regions, one department over all regions, or one department in each of some regions."""

    regions: tuple[str, ...] = ()
    department: str = ""
    pdf: bool = False


class NotAllPacked(SxError):
    """Some files of the packs could not be written; ``written`` are those that were."""

    exit_code = EXIT_DONE_WITH_FAILURES

    def __init__(self, faults: Iterable[Fault], written: Sequence[Path] = ()):
        super().__init__(faults)
        self.written = tuple(written)


def make_packs(asked: PackRequest, parameters: Parameters, out: Path) -> list[Path]:
    """Write the packs into ``out/packs``: a region alone, or with those below it that have data.

    Raises
    ------
    BadParameter
        If neither regions nor a department are given, or one of them is unknown.
    NoPdf
        If a PDF is asked for and there is no browser to print it; nothing is written then.
    NotAllPacked
        If a file could not be written, because it is open in Word, say; the others are.
    """
    if not (asked.regions or asked.department):
        raise BadParameter.of("pack-nothing-asked")
    if asked.pdf:
        find_browser()
    refuse_overwriting([out, out / FOLDER], parameters.read_paths)
    with working("cli-reading"):
        plans, paths = parameters.plans or PLANS, parameters.observations or OBSERVATIONS
        inputs = load_inputs(plans, paths, plan_ids=parameters.plan_ids, as_of=parameters.as_of)
    codes = settle(asked.regions or [ALL], parameters, inputs)
    with working("cli-assessing"):
        judged = assessed_regions(inputs, _with_children(codes, inputs), parameters.as_of, parameters.target_year)
        printed = codes if asked.pdf and not asked.department else ()
        before = assess_year_before(inputs, printed, parameters.as_of, parameters.target_year) if printed else None
    folder = out / FOLDER
    written: list[Path] = []
    faults: list[Fault] = []
    with working("cli-packing"), writable(folder):
        for name, pack in _packs(judged, before, asked, codes, parameters):
            for write in _writers(pack, folder / name, asked.pdf):
                try:
                    written.append(write())
                except (NotWritable, NoPdf) as problem:  # open in Word, say: the other files are none the worse
                    faults += problem.faults
    if judged.assessment.verdicts["synthetic"].eq(True).any():
        tell("cli-synthetic")
    if faults:
        raise NotAllPacked(faults, written)
    return written


def _with_children(codes: Sequence[str], inputs: Inputs) -> tuple[str, ...]:
    """The regions and those directly below them, as far as they have data."""
    return tuple(code for code in inputs.regions_with_data() if code in codes or inputs.regions[code].parent in codes)


def _packs(
    known: AssessedRegions,
    before: YearBefore | None,
    asked: PackRequest,
    codes: Sequence[str],
    parameters: Parameters,
) -> Iterator[tuple[str, Pack]]:
    """File name and content of each pack; a department's bears the region's code where regions are chosen.

    With ``before`` the briefs, which are printed, say what has changed since.
    """
    department, lang, internal = asked.department, parameters.lang, parameters.internal
    if not department:
        for code in codes:
            pack = family_pack(known.inputs, known.assessment, code, lang, known.records[code], internal)
            main = beside_year_before(pack.main, before.of_region(code), known.inputs) if before else pack.main
            yield code, replace(pack, main=main)
        return
    name = f"department-{file_name(department)}"
    if not asked.regions:
        yield name, department_pack(known.inputs, known.assessment, department, lang, internal=internal)
        return
    for code in codes:
        yield f"{name}-{code}", department_pack(known.inputs, known.assessment, department, lang, code, internal)


def file_name(text: str) -> str:
    """A department's name as a file's name: letters and digits of any script, nothing else."""
    return _UNSAFE.sub("-", text).strip("-")[:_LONGEST_NAME] or "unnamed"


def _writers(pack: Pack, stem: Path, pdf: bool) -> Iterator[Callable[[], Path]]:
    """One for each file of a pack; it gives the file's path."""
    word, excel, printed = (stem.with_name(f"{stem.name}{ending}") for ending in (".docx", ".xlsx", ".pdf"))
    yield lambda: publish(word, lambda part: write_word(pack, part))
    yield lambda: publish(excel, lambda part: write_excel(pack, part))
    if pdf:
        yield lambda: _print(pack, printed)
    if pdf and pack.kind is not PackKind.DEPARTMENT:
        yield lambda: _print_sheet(pack, stem.with_name(f"{stem.name}.one-page.pdf"))


def _print(pack: Pack, out: Path) -> Path:
    """A region's pack prints its brief; a department's the overview of its targets."""
    with tempfile.TemporaryDirectory() as room:
        page = Path(room) / "page.html"
        if pack.kind is PackKind.DEPARTMENT:
            write_sections(
                overview_of(
                    pack.members,
                    title=pack.title,
                    lead=pack.lead,
                    region=pack.main.subject.region.code,
                    internal=pack.internal,
                ),
                SECTIONS,
                page,
                movable=True,
            )
        else:
            write_brief(pack.main, page)
        return write_pdf(page, out)


def _print_sheet(pack: Pack, out: Path) -> Path:
    """The one-page version for leaders."""
    with tempfile.TemporaryDirectory() as room:
        return write_pdf(write_one_page(pack.main, Path(room) / "page.html"), out)
