"""The script and the styles that a page carries in itself: tables and charts to take away; matrices that move."""

import base64
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True)
class Script:
    """What a page carries in itself: plain code, and the styles of what the code adds."""

    code: str
    styles: str

    @property
    def allowed(self) -> str:
        """What the page's content-security policy allows: this code and no other."""
        digest = hashlib.sha256(self.code.encode()).digest()
        return f"sha256-{base64.b64encode(digest).decode('ascii')}"


@lru_cache(maxsize=2)
def page_script(*, movable: bool) -> Script:
    """The one script of a page: every table as CSV and every chart as a picture; sorting and filters if ``movable``."""
    folder = files("sxresearch.brief.page") / "assets"
    names = ("matrix", "takeaway") if movable else ("takeaway",)
    code, styles = (
        "".join((folder / f"{name}.{ending}").read_text(encoding="utf-8") for name in names) for ending in ("js", "css")
    )
    return Script(code, styles)
