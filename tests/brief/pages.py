"""A brief as a page, without starting a kernel: the parts as the outputs of an executed notebook."""

from pathlib import Path

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook, new_output

from sxresearch.brief.content.brief_content import BriefContent
from sxresearch.brief.page import sections
from sxresearch.brief.page.export import export_html

PARTS = tuple(section.make for section in sections.SECTIONS)


def executed(content: BriefContent) -> NotebookNode:
    """What region_brief.ipynb holds after its run, as far as the page is concerned."""
    outputs = [new_output("execute_result", data=part(content)._repr_mimebundle_()) for part in PARTS]
    return new_notebook(
        cells=[new_code_cell("shown", outputs=[output], metadata={"tags": ["brief"]}) for output in outputs]
    )


def write_brief(content: BriefContent, out: Path) -> Path:
    """The page of a brief."""
    return export_html(executed(content), out)
