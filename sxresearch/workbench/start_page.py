"""The start page beside its form: which notebooks there are; reports, data, help."""

import os
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from markupsafe import Markup

from sxresearch.brief.content.wording import asked_language
from sxresearch.brief.page.markup import Fragment, render
from sxresearch.language import say
from sxresearch.paths import DATA, INDEX, OBSERVATIONS, REPORTS, ROOT
from sxresearch.terms import Language
from sxresearch.workbench.jupyter_session import ROOT_VARIABLE
from sxresearch.workbench.made_notebooks import titles
from sxresearch.workbench.notebook_style import MARK, notebook_style
from sxresearch.workbench.working_copies import FOLDER

_LINES = 6  # of a file with figures that are shown at a glance
PRINTED = DATA / "observations" / "shanxi-printed.csv"
_HELP = (
    "first_half_hour", "workbench", "own_figures", "midterm_evaluation", "final_evaluation",
    "brief_guide", "own_indicators", "responsibility", "glossary",
)  # fmt: skip
"""Pages of docs/ that the start page offers, first things first."""


_PICTURE = re.compile(r"<img[^>]*>")  # its file does not lie in the folder shown


def shown_folder() -> Path:
    """The folder that JupyterLab shows; elsewhere the reports."""
    return Path(os.environ.get(ROOT_VARIABLE) or REPORTS)


def notebook_list(language: Language) -> Fragment:
    """The notebooks with a link and a few words on each."""
    return page_part(language, "start_list", notebooks=titles(language))


def start_places(lang: str = "zh") -> Fragment:
    """Where reports, data and help stand: links to what lies in the folder shown, and the pages of help themselves.

    Raises
    ------
    BadParameter
        If the language is none of ours.
    """
    language = asked_language(lang)
    folder = shown_folder()
    reports = sorted(folder.glob(f"*/{INDEX}"), key=lambda path: path.stat().st_mtime, reverse=True)
    front = [(f"../{INDEX}", _say(language, "all-reports"))] if (folder / INDEX).is_file() else []
    runs = [
        (f"../{path.parent.name}/{INDEX}", _say(language, "run-reports", name=path.parent.name)) for path in reports
    ]
    data = [(path.relative_to(ROOT).as_posix(), _glance(path)) for path in (*OBSERVATIONS, PRINTED, DATA / "plans")]
    return page_part(
        language, "start_places", reports=[*front, *runs], data=data, folder=str(folder / FOLDER),
        help=[(title, Markup(text)) for title, text in _help(language)],
    )  # fmt: skip


def _glance(path: Path) -> str:
    """The first lines of a file, or the names in a folder."""
    if path.is_dir():
        return "\n".join(sorted(item.name for item in path.iterdir()))
    with path.open(encoding="utf-8-sig") as lines:
        return "".join(islice(lines, _LINES))


def _help(language: Language) -> Iterator[tuple[str, str]]:
    """Title and text, as HTML, of every page of help."""
    from nbconvert.filters.markdown_mistune import markdown2html_mistune

    for name in _HELP:
        path = ROOT / "docs" / f"{name}{'.zh' if language is Language.ZH else ''}.md"
        path = path if path.is_file() else ROOT / "docs" / f"{name}.md"
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            html = markdown2html_mistune(text.partition("\n")[2])
            yield text.partition("\n")[0].removeprefix("# "), _PICTURE.sub("", html)


def _say(language: Language, key: str, **values: str) -> str:
    return say(f"brief-start-{key}", language, **values)


def page_part(language: Language, template: str, **values: Any) -> Fragment:
    """A template of the start page, in the look of the brief."""
    look = {"mark": MARK, "style": Markup(notebook_style())}  # our own style sheets
    return Fragment(render(template, language, **look, **values))
