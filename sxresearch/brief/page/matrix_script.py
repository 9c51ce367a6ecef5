"""The script and the styles that make a matrix sortable and filterable in the browser, offline."""

import base64
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True)
class Script:
    """What a page carries in itself: plain code, and the styles of matrix, filters and plots."""

    code: str
    styles: str

    @property
    def allowed(self) -> str:
        """What the page's content-security policy allows: this code and no other."""
        digest = hashlib.sha256(self.code.encode()).digest()
        return f"sha256-{base64.b64encode(digest).decode('ascii')}"


@lru_cache(maxsize=1)
def matrix_script() -> Script:
    """The one script that there is."""
    folder = files("sxresearch.brief.page") / "assets"
    return Script(*((folder / name).read_text(encoding="utf-8") for name in ("matrix.js", "matrix.css")))
