"""The brief's look for the outputs of a notebook: the page's own style sheet, held to the notebook that asks for it.

In JupyterLab all open notebooks share one page, so every rule is given the scope of notebooks that hold this style; a
research notebook beside them keeps its looks. Rules of paper are left out.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from jinja2 import Template

from sxresearch.brief.charts.fonts import FAMILY, font_path
from sxresearch.brief.charts.palette import COLOURS, css_variables

MARK = "sx-notebook"
"""Class of the element that tells a notebook in the brief's look from others."""

_FONT = (
    f'@font-face {{ font-family: "{FAMILY}"; src: local("{FAMILY}"), local("{FAMILY} Regular"), '
    f'url("/static/{font_path().name}"); }}'
)
"""The machine's own font, else the one that our JupyterLab serves; elsewhere the reader's."""
_SCOPE = f".jp-Notebook:has(.{MARK}) .jp-RenderedHTML"
_OF_PAPER = ("@page", "@media print", "@font-face")
_ROOTS = ("body", "html", ":root")
_BETWEEN_SELECTORS = re.compile(r",(?![^(]*\))")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@lru_cache(maxsize=1)
def notebook_style() -> str:
    """The rules of the brief's page, then those that JupyterLab needs beside them."""
    page = files("sxresearch.brief.page") / "export_template" / "page.css"
    own = files("sxresearch.workbench") / "assets" / "notebook.css"
    sheets = [css_variables(), *(sheet.read_text(encoding="utf-8") for sheet in (page, own))]
    look = {"colours": COLOURS}
    return "\n".join([_FONT, *(scoped(Template(sheet).render(page=look)) for sheet in sheets)])


def scoped(sheet: str) -> str:
    """The style sheet for outputs only: ``body`` and ``html`` become the output, rules of paper are gone."""
    return "\n".join(_rules(_COMMENT.sub("", sheet)))


def _rules(sheet: str) -> Iterator[str]:
    for head, body in _blocks(sheet):
        if head.startswith(_OF_PAPER):
            continue
        if head.startswith("@"):
            yield f"{head} {{ {' '.join(_rules(body))} }}"
        else:
            yield f"{', '.join(map(_in_output, _BETWEEN_SELECTORS.split(head)))} {{{body}}}"


def _in_output(selector: str) -> str:
    name = selector.strip()
    root = next((item for item in _ROOTS if re.match(rf"{item}(?![\w-])", name)), "")
    return f"{_SCOPE}{name.removeprefix(root)}" if root else f"{_SCOPE} {name}"


def _blocks(sheet: str) -> Iterator[tuple[str, str]]:
    """What stands before and between each outermost pair of braces."""
    start, open_, depth = 0, 0, 0
    for place, sign in enumerate(sheet):
        if sign == "{":
            if depth == 0:
                open_ = place
            depth += 1
        elif sign == "}":
            depth -= 1
            if depth == 0:
                yield sheet[start:open_].strip(), sheet[open_ + 1 : place]
                start = place + 1
