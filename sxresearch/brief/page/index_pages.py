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
from sxresearch.terms import Language, Level


@dataclass(frozen=True)
class Entry:
    """One region of a run: its brief and headline, or the cause why there is none.

    ``file`` and ``reports`` (the evaluation reports) are relative to the index; ``headline`` is what
    :func:`sxresearch.brief.content.headline.read_headline` gives.
    """

    region: str
    name: str
    level: Level
    file: str = ""
    headline: dict[str, Any] | None = None
    cause: str = ""
    reports: tuple[str, ...] = ()
    report_cause: str = ""

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
) -> Path:
    """Write the index of one run: a link and the headline counts per region, failures with their cause.

    With ``cells`` it also shows every target against every region, to be sorted and filtered in the browser;
    ``overview``, ``quality``, ``departments`` and ``runs`` are the addresses, relative to the index, of the run's
    overview, its pages on data quality and on the departments, and the list of all runs.
    """
    failed = sum(bool(entry.cause) for entry in entries)
    values = {"entries": entries, "run": run, "failed": failed, "overview": overview, "quality": quality, "runs": runs}
    values["departments"] = departments
    html = render("index", language, counts=COUNTED, figure=figure, ranged=ranged, share=share, **values)
    if cells is not None and cells.rows:
        html += matrix_part(cells, {entry.region: entry.file for entry in entries})
    title = say("brief-index-title", language)
    values = page_values(
        title,
        language,
        [without_addresses(html)],
        any(e.synthetic for e in entries),
        internal=any(e.internal for e in entries),
    )
    write_page(values, out, movable=cells is not None)
    return out


def render_runs(runs: Sequence[Run], out: Path, *, language: Language = Language.ZH) -> Path:
    """Write the page over all runs, in the given order."""
    html = render("runs", language, runs=runs)
    title = say("brief-index-runs-title", language)
    write_page(page_values(title, language, [without_addresses(html)], any(run.synthetic for run in runs)), out)
    return out
