"""What an evaluation report is made of: sentences with their rows, places to be filled in, tables, charts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import count

from sxresearch.brief.content.chart_panels import ChartPanel
from sxresearch.brief.content.target_row import TargetRow
from sxresearch.brief.content.wording import mark
from sxresearch.brief.report.sentence_sources import SentenceSource, sources_of
from sxresearch.terms import Language, Status


@dataclass(frozen=True)
class ReportSentence:
    """One generated sentence and the rows that it was written from."""

    text: str
    sources: tuple[SentenceSource, ...] = ()

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("a sentence of a report has words")


def written(text: str, *rows: TargetRow, beside: Iterable[TargetRow] = ()) -> ReportSentence:
    """A sentence written from verdicts; of those ``beside``, on other regions, only figures and status are listed."""
    own = [source for row in rows for source in sources_of(row)]
    return ReportSentence(text, (*own, *(source for row in beside for source in sources_of(row, outlook=False))))


@dataclass(frozen=True)
class ReportHeading:
    """A heading; level 1 is a chapter."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class GeneratedText:
    """A paragraph of generated sentences."""

    sentences: tuple[ReportSentence, ...]


@dataclass(frozen=True)
class Blank:
    """What only people can write: ``asked`` says what is expected here."""

    asked: str


@dataclass(frozen=True)
class ReportCell:
    """A cell of a table: ``status`` colours it, ``by_hand`` leaves it to people (``text`` may be empty then)."""

    text: str
    status: Status | None = None
    by_hand: bool = False


@dataclass(frozen=True)
class ReportTable:
    """A table below its caption; ``widths`` are shares of the text width, one for each head."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[ReportCell, ...], ...]
    widths: tuple[float, ...]

    def __post_init__(self) -> None:
        sizes = {len(self.heads), len(self.widths), *map(len, self.rows)}
        if len(sizes) != 1:
            raise ValueError(f"heads, widths and rows of {self.caption!r} have different lengths: {sorted(sizes)}")


@dataclass(frozen=True)
class ReportCharts:
    """Charts two beside one another."""

    panels: tuple[ChartPanel, ...]


Block = ReportHeading | GeneratedText | Blank | ReportTable | ReportCharts


@dataclass(frozen=True)
class NumberedSentence:
    """A sentence as it stands in the report: its number from 1, and the headings above it."""

    number: int
    place: str
    sentence: ReportSentence


@dataclass(frozen=True)
class ReportContent:
    """One evaluation report: everything that Word and Excel show.

    ``name`` is the stem of its files; ``rows`` are the verdicts that it is about; ``about`` are the lines below the
    title, ``note`` tells how the draft is used.
    """

    name: str
    title: str
    about: tuple[str, ...]
    note: str
    language: Language
    blocks: tuple[Block, ...]
    rows: tuple[TargetRow, ...]
    internal: bool = False
    synthetic: bool = False

    @property
    def mark(self) -> str:
        """The marks of internal use and of synthetic figures in both languages, empty where neither applies."""
        return mark(internal=self.internal, synthetic=self.synthetic)

    @cached_property
    def sentences(self) -> tuple[NumberedSentence, ...]:
        """Every generated sentence in its order."""
        return tuple(self._numbered())

    def _numbered(self) -> Iterator[NumberedSentence]:
        numbers = count(1)
        for place, block in self._placed():
            if isinstance(block, GeneratedText):
                yield from (NumberedSentence(next(numbers), place, item) for item in block.sentences)

    @property
    def blanks(self) -> tuple[tuple[str, str], ...]:
        """Where something is to be written by hand, and what; cells of a table are named once for each table."""
        found = []
        for place, block in self._placed():
            if isinstance(block, Blank):
                found.append((place, block.asked))
            elif isinstance(block, ReportTable):
                heads = {
                    position: head
                    for row in block.rows
                    for position, (head, cell) in enumerate(zip(block.heads, row, strict=True))
                    if cell.by_hand
                }
                found += [(place, f"{block.caption}: {heads[position]}") for position in sorted(heads)]
        return tuple(found)

    def _placed(self) -> Iterator[tuple[str, Block]]:
        """Every block with the headings above it."""
        above: dict[int, str] = {}
        for block in self.blocks:
            if isinstance(block, ReportHeading):
                above = {level: text for level, text in above.items() if level < block.level}
                above[block.level] = block.text
            yield " / ".join(above.values()), block
