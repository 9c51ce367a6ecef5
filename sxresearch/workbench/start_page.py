"""The start page: what there is to open or to run, with a form where ipywidgets is installed; reports, data, help."""

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

from markupsafe import Markup

from sxresearch.brief.content.wording import asked_language
from sxresearch.brief.page.markup import Fragment, render
from sxresearch.errors import BadParameter, SxError
from sxresearch.language import say
from sxresearch.monitoring.store.address import StoreAddress, is_address
from sxresearch.monitoring.store.snapshot import take_snapshot
from sxresearch.paths import DATA, INDEX, OBSERVATIONS, REPORTS, ROOT
from sxresearch.plan.regions import load_regions
from sxresearch.terms import Language
from sxresearch.workbench.jupyter_session import ROOT_VARIABLE
from sxresearch.workbench.made_notebooks import MadeNotebook, copy_executed, copy_to_open, titles
from sxresearch.workbench.notebook_style import MARK, notebook_style
from sxresearch.workbench.working_copies import FOLDER

_CITY = "140100"  # what the form begins with: the capital
_LINES = 6  # of a file with figures that are shown at a glance
_PRINTED = DATA / "observations" / "shanxi-printed.csv"
_HELP = (
    "first_half_hour", "workbench", "own_figures", "midterm_evaluation", "final_evaluation",
    "brief_guide", "own_indicators", "responsibility", "glossary",
)  # fmt: skip
"""Pages of docs/ that the start page offers, first things first."""


_PICTURE = re.compile(r"<img[^>]*>")  # its file does not lie in the folder shown


@dataclass(frozen=True)
class Wish:
    """What a form holds, as text; :meth:`parameters` says what it means."""

    region: str
    year: str
    data: str
    language: Language

    def parameters(self) -> dict[str, Any]:
        """What notebooks are given.

        Raises
        ------
        BadParameter
            If the year is no number, or the address of a store can't be used.
        StoreFailed
            If the store can't be read.
        """
        if self.year.strip() and not self.year.strip().isdigit():
            raise BadParameter.of("given-year", "", name=say("brief-start-year", self.language), found=repr(self.year))
        words = [word.strip() for word in self.data.split(";") if word.strip()]
        paths = [str(take_snapshot(StoreAddress.of(word))) if is_address(word) else _absolute(word) for word in words]
        return {
            "region": self.region,
            "as_of": int(self.year) if self.year.strip() else None,
            "observations": paths or None,
            "lang": self.language.value,
        }


def _absolute(word: str) -> str:
    """A path as the user sees it, from the folder that JupyterLab shows."""
    path = Path(word).expanduser()
    return str(path if path.is_absolute() else shown_folder() / path)


def shown_folder() -> Path:
    """The folder that JupyterLab shows; elsewhere the reports."""
    return Path(os.environ.get(ROOT_VARIABLE) or REPORTS)


def start_form(lang: str = "zh") -> Any:
    """The form that opens or runs the notebooks; a list of them where ipywidgets is not installed.

    Raises
    ------
    BadParameter
        If the language is none of ours.
    """
    language = asked_language(lang)
    if find_spec("ipywidgets") is None:
        return _page(language, "start_list", notebooks=titles(language))
    import ipywidgets
    from IPython.display import display

    display(_page(language, "start_list", notebooks=titles(language)))
    wide = ipywidgets.Layout(width="26rem")
    says = {"style": {"description_width": "6rem"}, "layout": wide}
    choices = [(title, name) for name, title in titles(language).items()]
    notebook = ipywidgets.Dropdown(
        options=choices, value="region_brief", description=_say(language, "notebook"), **says
    )
    region = ipywidgets.Combobox(
        options=list(_regions(language)), value=_named(_CITY, language), ensure_option=True,
        description=_say(language, "region"), **says,
    )  # fmt: skip
    year = ipywidgets.Text(placeholder=_say(language, "newest"), description=_say(language, "year"), **says)
    tongue = ipywidgets.Dropdown(
        options=[(_say(language, f"language-{item.value}"), item.value) for item in Language], value=language.value,
        description=_say(language, "language"), **says,
    )  # fmt: skip
    data = ipywidgets.Combobox(options=list(_data(language)), description=_say(language, "data"), **says)
    data.placeholder = _say(language, "data-default")
    below = ipywidgets.Output()

    def answer(make: Callable[..., MadeNotebook], key: str) -> Callable[[Any], None]:
        def pressed(_: Any) -> None:
            below.clear_output(wait=True)
            with below:
                display(_sentence(language, _say(language, f"{key}-busy")))
            wish = Wish(region.value.split(" ")[0], year.value, data.value, Language(tongue.value))
            found = _answer(make, notebook.value, wish, language)
            below.clear_output(wait=True)
            with below:
                display(found)

        return pressed

    buttons = []
    for key, make, look in (("open", copy_to_open, ""), ("run", copy_executed, "primary")):
        button = ipywidgets.Button(
            description=_say(language, key), button_style=look, tooltip=_say(language, f"{key}-tip")
        )
        button.on_click(answer(make, key))
        buttons.append(button)
    return ipywidgets.VBox([notebook, region, year, tongue, data, ipywidgets.HBox(buttons), below])


def _answer(make: Callable[..., MadeNotebook], name: str, wish: Wish, language: Language) -> Fragment:
    """Links to what was made, or the faults in words."""
    try:
        made = make(name, wish.parameters(), shown_folder())
    except SxError as problem:
        return _sentence(language, *(fault.sentence(language) for fault in problem.faults))
    links = [(made.notebook.name, _say(language, "made-notebook"))]
    links += [(made.page.name, _say(language, "made-page"))] if made.page else []
    return _page(language, "start_links", links=links, sentences=[])


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
    data = [(path.relative_to(ROOT).as_posix(), _glance(path)) for path in (*OBSERVATIONS, _PRINTED, DATA / "plans")]
    return _page(
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


def _regions(language: Language) -> Iterator[str]:
    return (f"{region.code} {region.title(language)}" for region in load_regions(DATA / "regions.csv"))


def _named(code: str, language: Language) -> str:
    return f"{code} {load_regions(DATA / 'regions.csv')[code].title(language)}"


def _data(language: Language) -> Iterator[str]:
    """Files with figures that lie in the folder shown, and the printed figures of the province."""
    endings = {".xlsx", ".xls", ".csv", ".ods", ".parquet"}
    mine = shown_folder() / FOLDER
    yield from sorted(f"{FOLDER}/{path.name}" for path in mine.glob("*.*") if path.suffix.lower() in endings)
    yield str(_PRINTED)


def _say(language: Language, key: str, **values: str) -> str:
    return say(f"brief-start-{key}", language, **values)


def _sentence(language: Language, *sentences: str) -> Fragment:
    return _page(language, "start_links", links=[], sentences=list(sentences))


def _page(language: Language, template: str, **values: Any) -> Fragment:
    look = {"mark": MARK, "style": Markup(notebook_style())}  # our own style sheets
    return Fragment(render(template, language, **look, **values))
