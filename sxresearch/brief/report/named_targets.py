"""How sentences of a report name several targets: a few of them, each once, in quotation marks."""

from collections.abc import Sequence

from sxresearch.brief.content.target_row import TargetRow
from sxresearch.language import say
from sxresearch.terms import Language


def named(rows: Sequence[TargetRow], language: Language, most: int) -> str:
    """The titles of at most ``most`` targets; where there are more, it says that these are examples."""
    titles = dict.fromkeys(row.title for row in rows[:most])
    quoted = (say("report-quoted", language, name=title) for title in titles)
    joined = say("brief-list-separator", language).join(quoted)
    return joined if len(rows) <= most else say("report-and-others", language, items=joined)
