"""From matplotlib's SVG file to an inline drawing: no namespaces, no leftover ids, short numbers."""

import re
from xml.etree import ElementTree

_SVG = "{http://www.w3.org/2000/svg}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_LONG_NUMBER = re.compile(r"(\d\.\d\d)\d+")
_GEOMETRY = ("d", "x", "y", "transform", "width", "height", "viewBox")


def inline(drawing: bytes, *, identifier: str, title: str, description: str, crop: float = 0.0) -> str:
    """The drawing as an element of an HTML page, named for screen readers.

    ``identifier`` must be unique in the page; ids inside the drawing are derived from it. ``crop`` points at the
    upper edge are left out.
    """
    root = ElementTree.fromstring(drawing)
    names = _references(root, identifier)
    for element in root.iter():
        _clean(element, names)
    for defs in root.findall("defs"):
        for style in defs.findall("style"):
            defs.remove(style)
    _name(root, identifier, title=title, description=description)
    if crop:
        _crop(root, crop)
    return ElementTree.tostring(root, encoding="unicode", short_empty_elements=True)


def _references(root: ElementTree.Element, identifier: str) -> dict[str, str]:
    """Every id that something in the drawing points to, and its new name."""
    pointed = (_pointed(element) for element in root.iter())
    order = dict.fromkeys(name for name in pointed if name)
    return {name: f"{identifier}-{position}" for position, name in enumerate(order)}


def _pointed(element: ElementTree.Element) -> str:
    link = element.get(_LINK) or element.get("clip-path", "").removeprefix("url(").removesuffix(")")
    return link.removeprefix("#")


def _clean(element: ElementTree.Element, names: dict[str, str]) -> None:
    pointed = _pointed(element)
    element.tag = element.tag.removeprefix(_SVG)
    if _LINK in element.attrib:
        del element.attrib[_LINK]
        element.set("href", f"#{names[pointed]}")
    elif pointed:
        element.set("clip-path", f"url(#{names[pointed]})")
    own = element.attrib.pop("id", None)
    if own in names:
        element.set("id", names[own])
    for key in _GEOMETRY:
        if key in element.attrib:
            element.set(key, _short(element.attrib[key]))
    element.tail = None
    if element.tag not in ("text", "tspan", "style"):
        element.text = None


def _short(geometry: str) -> str:
    """Coordinates cut to 1/100 point; every stroke is at least thirty times wider."""
    return " ".join(_LONG_NUMBER.sub(r"\1", geometry).split())


def _name(root: ElementTree.Element, identifier: str, *, title: str, description: str) -> None:
    for key in ("width", "height", "version"):
        root.attrib.pop(key, None)
    root.set("role", "img")
    root.set("aria-labelledby", f"{identifier}-title {identifier}-desc")
    for position, (tag, text) in enumerate((("title", title), ("desc", description))):
        element = ElementTree.Element(tag, {"id": f"{identifier}-{tag}"})
        element.text = text
        root.insert(position, element)


def _crop(root: ElementTree.Element, points: float) -> None:
    left, top, width, height = map(float, root.attrib["viewBox"].split())
    root.set("viewBox", f"{left:g} {top + points:g} {width:g} {height - points:g}")
