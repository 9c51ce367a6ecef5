"""One piece of a notebook: heading, sentences, drawings, tables, and what unfolds on a click."""

from collections.abc import Sequence

from markupsafe import Markup

from sxresearch.brief.page.markup import Fragment, render
from sxresearch.terms import Language


def notebook_part(
    language: Language,
    title: str = "",
    sentences: Sequence[str] = (),
    *,
    panels: Sequence[str] = (),
    drawings: Sequence[str] = (),
    tables: Sequence[Fragment] = (),
    details: Sequence[tuple[str, str]] = (),
) -> Fragment:
    """The piece as a fragment; ``panels`` are fan charts, ``drawings`` wider ones, both our own SVG."""
    # our own drawings and tables may pass unescaped: what they were made from was escaped when they were made
    return Fragment(
        render(
            "notebook_part",
            language,
            title=title,
            sentences=[text for text in sentences if text],
            panels=[Markup(svg) for svg in panels],
            drawings=[Markup(svg) for svg in drawings if svg],
            tables=[Markup(table.html) for table in tables],
            details=details,
        )
    )
