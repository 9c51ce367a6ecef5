"""The form of the start page: opens or runs a notebook for what is chosen."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sxresearch.brief.content.wording import asked_language
from sxresearch.brief.page.markup import Fragment
from sxresearch.errors import BadParameter, SxError
from sxresearch.language import say
from sxresearch.monitoring.store.address import StoreAddress, is_address
from sxresearch.paths import DATA
from sxresearch.plan.regions import load_regions
from sxresearch.terms import Language
from sxresearch.workbench.made_notebooks import MadeNotebook, copy_executed, copy_to_open, titles
from sxresearch.workbench.start_page import PRINTED, notebook_list, page_part, shown_folder
from sxresearch.workbench.working_copies import FOLDER

_FIRST = "region_brief"  # what the form begins with
_CITY = "140100"
_TABLES = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".parquet"})
_MAKERS: dict[str, Callable[..., MadeNotebook]] = {"open": copy_to_open, "run": copy_executed}
"""What the buttons do, by the ending of their words ``brief-start-…``."""


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
        from sxresearch.monitoring.store.snapshot import take_snapshot  # half a second, and only stores need it

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


def start_form(lang: str = "zh") -> Any:
    """The form that opens or runs the notebooks, below a list of them; the list alone without ipywidgets.

    Raises
    ------
    BadParameter
        If the language is none of ours.
    """
    language = asked_language(lang)
    if find_spec("ipywidgets") is None:
        return notebook_list(language)
    from IPython.display import display

    display(notebook_list(language))
    return _form(language)


def _form(language: Language) -> Any:
    import ipywidgets

    fields, below = _fields(language), ipywidgets.Output()
    buttons = [_button(language, key, partial(_pressed, key, fields, below, language)) for key in _MAKERS]
    return ipywidgets.VBox([*fields.values(), ipywidgets.HBox(buttons), below])


def _fields(language: Language) -> dict[str, Any]:
    """What can be chosen, by name."""
    import ipywidgets

    def look(name: str) -> dict[str, Any]:
        layout = ipywidgets.Layout(width="26rem")
        return {"description": _say(language, name), "layout": layout, "style": {"description_width": "6rem"}}

    names = [(title, name) for name, title in titles(language).items()]
    regions = {region.code: f"{region.code} {region.title(language)}" for region in load_regions(DATA / "regions.csv")}
    tongues = [(_say(language, f"language-{item.value}"), item.value) for item in Language]
    places, newest = list(regions.values()), _say(language, "newest")
    supplied = _say(language, "data-default")
    return {
        "notebook": ipywidgets.Dropdown(options=names, value=_FIRST, **look("notebook")),
        "region": ipywidgets.Combobox(options=places, value=regions[_CITY], ensure_option=True, **look("region")),
        "year": ipywidgets.Text(placeholder=newest, **look("year")),
        "language": ipywidgets.Dropdown(options=tongues, value=language.value, **look("language")),
        "data": ipywidgets.Combobox(options=list(_tables()), placeholder=supplied, **look("data")),
    }


def _button(language: Language, key: str, pressed: Callable[[Any], None]) -> Any:
    import ipywidgets

    words = {"description": _say(language, key), "tooltip": _say(language, f"{key}-tip")}
    button = ipywidgets.Button(button_style="primary" if key == "run" else "", **words)
    button.on_click(pressed)
    return button


def _pressed(key: str, fields: dict[str, Any], below: Any, language: Language, _button: Any) -> None:
    """Say that it is being done, do it, and say what came of it."""
    wish = Wish(
        fields["region"].value.split(" ")[0], fields["year"].value, fields["data"].value,
        Language(fields["language"].value),
    )  # fmt: skip
    _show(below, _sentences(language, _say(language, f"{key}-busy")))
    _show(below, _answer(_MAKERS[key], fields["notebook"].value, wish, language))


def _show(below: Any, piece: Fragment) -> None:
    from IPython.display import display

    below.clear_output(wait=True)
    with below:
        display(piece)


def _answer(make: Callable[..., MadeNotebook], name: str, wish: Wish, language: Language) -> Fragment:
    """Links to what was made, or the faults in words."""
    try:
        made = make(name, wish.parameters(), shown_folder())
    except SxError as problem:
        return _sentences(language, *(fault.sentence(language) for fault in problem.faults))
    links = [(made.notebook.name, _say(language, "made-notebook"))]
    links += [(made.page.name, _say(language, "made-page"))] if made.page else []
    return page_part(language, "start_links", links=links, sentences=[])


def _tables() -> Iterator[str]:
    """Files with figures that lie in the user's folder, and the printed figures of the province."""
    mine = shown_folder() / FOLDER
    yield from sorted(f"{FOLDER}/{path.name}" for path in mine.glob("*.*") if path.suffix.lower() in _TABLES)
    yield str(PRINTED)


def _say(language: Language, key: str) -> str:
    return say(f"brief-start-{key}", language)


def _sentences(language: Language, *sentences: str) -> Fragment:
    return page_part(language, "start_links", links=[], sentences=list(sentences))
