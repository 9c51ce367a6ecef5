"""Following every link of a folder of pages, as a reader's browser would from the disk."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote


class _Page(HTMLParser):
    def __init__(self, path: Path):
        super().__init__()
        self.links: list[str] = []
        self.places: set[str] = set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag == "a" and named.get("href"):
            self.links.append(str(named["href"]))
        if named.get("id"):
            self.places.add(str(named["id"]))


def followed(folder: Path) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """All links of the pages below ``folder`` as (page, link), and those that lead nowhere."""
    pages = {path.resolve(): _Page(path) for path in sorted(folder.rglob("*.html"))}
    every = [(path, link) for path, page in pages.items() for link in page.links]
    broken = [(path.name, link) for path, link in every if not _found(path, link, pages)]
    return [(path.name, link) for path, link in every], broken


def _found(path: Path, link: str, pages: dict[Path, _Page]) -> bool:
    file, _, place = link.partition("#")
    if "://" in file or file.startswith("/"):
        return False
    there = pages.get((path.parent / unquote(file)).resolve() if file else path)
    return there is not None and (not place or unquote(place) in there.places)
