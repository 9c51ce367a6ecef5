"""Sections that fold: open or closed on screen, all of them open on paper, annexes there on request only."""

import re

_HEAD = re.compile(r'<section(?P<attributes>[^>]*)>\s*(?P<heading><h2 id="(?P<anchor>[^"]+)">.*?</h2>)', re.DOTALL)
_END = "</section>"


def folded(html: str, *, annex: bool) -> str:
    """The section with its heading as the handle that folds it; what is no section with a heading stays as it is.

    A main section is open, an ``annex`` closed, and of the class that the style sheet leaves out on paper.
    """
    head = _HEAD.match(html.lstrip())
    end = html.rstrip().rfind(_END)
    if head is None or end != len(html.rstrip()) - len(_END):
        return html
    attributes = _with_class(head["attributes"]) if annex else head["attributes"]
    opening = "" if annex else " open"
    body = html.lstrip()[head.end() : html.lstrip().rstrip().rfind(_END)]
    return f"<section{attributes}>\n<details{opening}>\n<summary>{head['heading']}</summary>{body}</details>\n{_END}\n"


def _with_class(attributes: str) -> str:
    if 'class="' in attributes:
        return attributes.replace('class="', 'class="annex ', 1)
    return f' class="annex"{attributes}'
