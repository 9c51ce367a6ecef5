"""The Chinese font that the brief brings along: for measuring, drawing and embedding."""

import base64
import io
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from matplotlib import font_manager, ft2font

from sxresearch.paths import DATA, OBSERVATIONS, PACKAGE, PLANS
from sxresearch.text_encoding import decoded

FAMILY = "Noto Sans SC"
_FILE = "NotoSansSC-Regular.ttf"
_MEASURED_AT = 100  # points; unhinted widths scale linearly
_ONE_AT_A_TIME = threading.Lock()


@lru_cache(maxsize=1)
def font_path() -> Path:
    """The font file that the package ``zhplot`` ships (SIL Open Font License).

    The package itself is not imported: doing so would change matplotlib's settings for everybody.

    Raises
    ------
    FileNotFoundError
        If the package or its font is not installed.
    """
    package = find_spec("zhplot")
    for folder in (package.submodule_search_locations or ()) if package else ():
        path = Path(folder) / "fonts" / _FILE
        if path.is_file():
            return path
    raise FileNotFoundError(f"{_FILE} of package zhplot is not installed; run the set-up again")


@lru_cache(maxsize=1)
def register() -> None:
    """Make the font known to matplotlib under FAMILY."""
    font_manager.fontManager.addfont(font_path())


@lru_cache(maxsize=1)
def _face() -> ft2font.FT2Font:
    face = ft2font.FT2Font(str(font_path()))
    face.set_size(_MEASURED_AT, 72)
    return face


@contextmanager
def quiet_on_missing_glyphs() -> Iterator[None]:
    """Without matplotlib's warning on each character that the font lacks: the page names them all in one sentence."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", r"Glyph \d+ .*missing from font")
        yield


@lru_cache(maxsize=4096)
def width(text: str, size: float) -> float:
    """Width in points of one line of ``text`` set in ``size`` points."""
    face = _face()
    with quiet_on_missing_glyphs():
        face.set_text(text, 0.0, flags=ft2font.LoadFlags.NO_HINTING)
    return float(face.get_width_height()[0]) / 64 * size / _MEASURED_AT


@lru_cache(maxsize=1)
def shared_characters() -> frozenset[str]:
    """Characters that pages made from the data of this checkout can say: pages that embed them all share one font."""
    files = [path for ending in ("ftl", "j2", "py") for path in PACKAGE.rglob(f"*.{ending}")]
    files += [*PLANS.glob("*.yaml"), DATA / "indicators.yaml", DATA / "regions.csv"]
    files += [file for place in OBSERVATIONS for file in (place, *place.glob("*.csv")) if file.is_file()]
    texts = (decoded(path.read_bytes()) or "" for path in files)
    return frozenset(item for item in frozenset().union(*texts) if item.isprintable())


def embedded(characters: frozenset[str]) -> str:
    """A WOFF2 font with the glyphs of ``characters`` only, in base64; the same bytes for the same characters.

    Characters that the font lacks are left out: the reader's machine shows them with a font of its own. Who needs a
    font that is just being made waits for it.
    """
    with _ONE_AT_A_TIME:
        return _made(frozenset(item for item in characters if ord(item) in _character_map()))


@lru_cache(maxsize=8)
def _made(characters: frozenset[str]) -> str:
    """The font of characters that it has; its bounds stay those of the whole font, which no page asks for."""
    options = subset.Options(flavor="woff2", hinting=False, layout_features=[], name_IDs=[], bidi_closure=False)
    target = io.BytesIO()
    with TTFont(font_path(), recalcTimestamp=False, recalcBBoxes=False, lazy=True) as font:
        subsetter = subset.Subsetter(options)
        subsetter.populate(text="".join(sorted(characters)))
        subsetter.subset(font)
        font.flavor = "woff2"
        font.save(target)
    return base64.b64encode(target.getvalue()).decode("ascii")


def lacking(characters: frozenset[str]) -> frozenset[str]:
    """Printable characters for which the font has no glyph."""
    known = _character_map()
    return frozenset(item for item in characters if ord(item) not in known and item.isprintable())


@lru_cache(maxsize=1)
def _character_map() -> frozenset[int]:
    with TTFont(font_path(), lazy=True) as font:
        return frozenset(font.getBestCmap())
