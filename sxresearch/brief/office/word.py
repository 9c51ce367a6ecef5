"""A pack as an editable Word document, in the order of an evaluation report."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sxresearch.brief.content.pack import Pack
from sxresearch.brief.office.word_appendix import appendix, data_doubts
from sxresearch.brief.office.word_blocks import paragraph
from sxresearch.brief.office.word_fields import completion
from sxresearch.brief.office.word_judgements import judgements
from sxresearch.brief.office.word_style import new_document
from sxresearch.brief.office.word_summary import process, profile, summary
from sxresearch.brief.office.word_warnings import problems, proposals
from sxresearch.files import publish_bytes
from sxresearch.language import say
from sxresearch.office_files import sealed
from sxresearch.safe_text import visible

CHAPTERS: tuple[Callable[[Any, Pack], None], ...] = (
    summary, process, profile, completion, problems, data_doubts, proposals, judgements, appendix,
)  # fmt: skip


def write_word(pack: Pack, out: Path) -> Path:
    """Write the pack to ``out`` (.docx); the same pack gives the same bytes."""
    document = new_document(pack.title, pack.language, pack.mark)
    _masthead(document, pack)
    for chapter in CHAPTERS:
        chapter(document, pack)
    buffer = io.BytesIO()
    document.save(buffer)
    return publish_bytes(out, sealed(buffer.getvalue()))


def _masthead(document: Any, pack: Pack) -> None:
    document.add_paragraph(visible(pack.title), style="Title")
    document.add_paragraph(visible(pack.main.subtitle), style="Subtitle")
    paragraph(document, say("brief-identity", pack.language, identity=pack.main.provenance.identity), size=9)
    if pack.synthetic:
        note = say("brief-synthetic-note", pack.language)
        paragraph(document, f"{say('brief-synthetic-mark', pack.language)}: {note}", bold=True)
