"""The index pages: one row per brief with its headline counts, and one row per run."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sxresearch.brief.content.headline import COUNTED, ranged
from sxresearch.brief.content.regions.matrix import Matrix
from sxresearch.brief.page.export import page_values, without_addresses, write_page
from sxresearch.brief.page.markup import render
from sxresearch.brief.page.overview_sections import matrix_part, share
from sxresearch.language import say
from sxresearch.language.numbers import figure
from sxresearch.plan.regions import Region
from sxresearch.terms import Language, Level

FEW = 20
"""So many briefs are seen at a glance: no search is offered among them."""
ADDRESSES = ("overview", "quality", "departments", "runs", "back")
"""Pages that an index may lead to, relative to it; empty where there is none."""


@dataclass(frozen=True)
class Entry:
    """One region of a run: its brief and headline, or the cause why there is none.

    ``file`` and ``reports`` (the evaluation reports) are relative to the index; ``headline`` is what
    :func:`sxresearch.brief.content.headline.read_headline` gives; ``within`` are the regions above it, the nearest
    first and without the nation.
    """

    region: str
    name: str
    level: Level
    file: str = ""
    headline: dict[str, Any] | None = None
    cause: str = ""
    reports: tuple[str, ...] = ()
    report_cause: str = ""
    within: tuple[Region, ...] = ()

    @property
    def synthetic(self) -> bool:
        """Whether the brief holds synthetic figures."""
        return bool(self.headline and self.headline["synthetic"])

    @property
    def internal(self) -> bool:
        """Whether the brief shows small counts."""
        return bool(self.headline and self.headline.get("internal"))

    @property
    def numbers(self) -> list[int | None]:
        """Headline counts, none for a region that was not finished."""
        counts = self.headline["counts"] if self.headline else {}
        return [counts.get(name) for name in COUNTED]

    @property
    def rates(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """Part and whole: met by the latest figures (of all), expected to be met (of the assessable)."""
        counts = self.headline["counts"] if self.headline else dict.fromkeys(("met_now", *COUNTED), 0)
        assessable = counts["measurable"] - counts["not_assessable"]
        return (counts["met_now"], counts["measurable"]), (counts["met"] + counts["likely"], assessable)

    @property
    def miss_range(self) -> tuple[int | None, int | None]:
        """The 80 % range of the number of misses; none in a run of an earlier version."""
        counts = self.headline["counts"] if self.headline else {}
        return counts.get("misses_low"), counts.get("misses_high")

    @property
    def corrected(self) -> float | None:
        """The same as a record that errs on one side would correct it; none where it doesn't."""
        return self.headline.get("corrected_misses") if self.headline else None

    @property
    def misses(self) -> float | None:
        """Expected number of misses."""
        return self.headline["counts"]["expected_misses"] if self.headline else None


@dataclass(frozen=True)
class ProvinceIndex:
    """The page of one province in the index of a large run: its address, and the briefs that it lists."""

    name: str
    file: str
    entries: tuple[Entry, ...]

    @property
    def failed(self) -> int:
        """Briefs that were not finished."""
        return sum(bool(entry.cause) for entry in self.entries)


@dataclass(frozen=True)
class Run:
    """One run of a batch: its name, the index of its briefs, and how it ended.

    ``made`` is the moment it was begun, ``as_of`` the last data years of its briefs; ``data`` the files of figures,
    ``parameters`` what was asked for and ``differs`` what is other than in the run before, in words.
    """

    name: str
    file: str
    briefs: int
    failed: int
    synthetic: bool
    internal: bool = False
    made: str = ""
    as_of: str = ""
    data: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()
    first: bool = False


def render_index(
    entries: Sequence[Entry],
    out: Path,
    *,
    run: str,
    language: Language = Language.ZH,
    cells: Matrix | None = None,
    overview: str = "",
    quality: str = "",
    departments: str = "",
    runs: str = "",
    parts: Sequence[ProvinceIndex] = (),
) -> Path:
    """Write the index of one run: a link and the headline counts per region, failures with their cause.

    With ``cells`` it also shows every target against every region, to be sorted and filtered in the browser;
    ``overview``, ``quality``, ``departments`` and ``runs`` are the addresses, relative to the index, of the run's
    overview, its pages on data quality and on the departments, and the list of all runs. With ``parts`` the headline
    counts of the regions below a province are left to that province's page, and every brief is found by its name.
    """
    title = say("brief-index-title", language)
    addresses = {"overview": overview, "quality": quality, "departments": departments, "runs": runs}
    return _write(entries, out, language, title, cells, parts, run=run, **addresses)


def render_province(part: ProvinceIndex, out: Path, *, run: str, language: Language, back: str) -> Path:
    """Write the page of one province in a large run's index, which lies at ``back``."""
    title = say("brief-index-title-of", language, region=part.name)
    return _write(part.entries, out, language, title, run=run, back=back)


def _write(
    entries: Sequence[Entry],
    out: Path,
    language: Language,
    title: str,
    cells: Matrix | None = None,
    parts: Sequence[ProvinceIndex] = (),
    *,
    run: str,
    **addresses: str,
) -> Path:
    found = [entry for part in parts for entry in part.entries] or entries
    below = {entry.region for entry in found if parts and entry.level is not Level.PROVINCE}
    values: dict[str, Any] = {
        "entries": [entry for entry in entries if entry.region not in below],
        "all": entries,
        "failed": sum(bool(entry.cause) for entry in entries),
        "found": found,
        "above": _above(found),
        "many": len(found) > FEW,
        "parts": parts,
        "title": title,
        "lang": language,
        "run": run,
        **dict.fromkeys(ADDRESSES, ""),
        **addresses,
    }
    html = render("index", language, counts=COUNTED, figure=figure, ranged=ranged, share=share, **values)
    if cells is not None and cells.rows:
        html += matrix_part(cells, {entry.region: entry.file for entry in entries})
    synthetic, internal = (any(getattr(entry, name) for entry in entries) for name in ("synthetic", "internal"))
    write_page(
        page_values(title, language, [without_addresses(html)], synthetic, internal=internal),
        out,
        movable=len(entries) > 1,
    )
    return out


def _above(entries: Sequence[Entry]) -> list[Region]:
    """The regions that some of the entries lie in, to choose from."""
    return list(dict.fromkeys(region for entry in entries for region in reversed(entry.within)))


def render_runs(runs: Sequence[Run], out: Path, *, language: Language = Language.ZH) -> Path:
    """Write the page over all runs, in the given order."""
    html = render("runs", language, runs=runs)
    title = say("brief-index-runs-title", language)
    write_page(page_values(title, language, [without_addresses(html)], any(run.synthetic for run in runs)), out)
    return out
