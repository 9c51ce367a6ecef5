"""Links between the pages of one run: they are set when it is known which pages there are, and lead to these only.

A brief is made without knowing its neighbours: where it speaks of another page, it only marks the words
(``<a data-page="140000#chart">``). When the run is over the marks become links, or stay words. Doing so again, after
more pages have come or some have gone, changes nothing but the links.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

_MARK = re.compile(r'<a data-page="(?P<page>[^"#]*)(?P<hash>#[^"]*)?"(?: href="[^"]*")?>')
_LIST = re.compile(r"(<nav [^>]*>\s*<ul>.*?)(</ul>\s*</nav>)", re.DOTALL)
_OURS = re.compile(r'<li class="elsewhere">.*?</li>\n?', re.DOTALL)
_ID = re.compile(r' id="([^"]+)"')


@dataclass(frozen=True)
class Page:
    """A page of a run: its address beside the others, and the places in it that a link can lead to."""

    file: str
    places: frozenset[str] = frozenset()


def places_in(html: str) -> frozenset[str]:
    """The ids of a page."""
    return frozenset(_ID.findall(html))


def linked(html: str, pages: Mapping[str, Page], ways_out: Sequence[tuple[str, str]] = ()) -> str:
    """The page with its marks as links to ``pages``, and ``ways_out`` (file and text) at the end of its navigation.

    A mark of a place that the page does not have leads to the page; a mark of a page that there is not stays words.
    """
    text = _MARK.sub(lambda found: _link(found, pages), html)
    items = "".join(
        f'<li class="elsewhere"><a href="{quote(file)}">{escape(words, quote=False)}</a></li>\n'
        for file, words in ways_out
    )
    return _LIST.sub(lambda found: f"{found[1]}{items}{found[2]}", _OURS.sub("", text), count=1)


def _link(found: re.Match[str], pages: Mapping[str, Page]) -> str:
    name, place = found["page"], found["hash"] or ""
    page = pages.get(name)
    if page is None:
        return f'<a data-page="{name}{place}">'
    there = place if place.removeprefix("#") in page.places else ""
    return f'<a data-page="{name}{place}" href="{quote(page.file)}{there}">'
