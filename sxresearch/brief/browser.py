"""The script and the styles that make a matrix sortable and filterable in the browser, offline."""

import base64
import hashlib
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def script() -> str:
    """The plain script that the page carries in itself."""
    return (files("sxresearch.brief") / "assets" / "matrix.js").read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def script_hash() -> str:
    """What the page's content-security policy allows: this script and no other."""
    digest = hashlib.sha256(script().encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


@lru_cache(maxsize=1)
def styles() -> str:
    """Styles of matrix, filters and plots."""
    return (files("sxresearch.brief") / "assets" / "matrix.css").read_text(encoding="utf-8")


def with_script(page: str) -> str:
    """The page with styles and script of the matrix; its content-security policy allows this one script by its hash."""
    for before, insertion in (
        ("base-uri 'none'", f"script-src '{script_hash()}'; "),
        ("</head>", f"<style>\n{styles()}</style>\n"),
        ("</body>", f"<script>{script()}</script>\n"),
    ):
        head, found, tail = page.partition(before)
        assert found, before  # the template of the page lost something that every page has
        page = head + insertion + found + tail
    return page
