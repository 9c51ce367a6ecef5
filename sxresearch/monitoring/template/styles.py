"""How the cells of the workbook look: what is fixed is grey, what is to be filled is pale yellow."""

import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sxresearch.monitoring.template.sheet_words import zh

FONT = {"font_name": "宋体", "font_size": 10}
"""What Chinese offices use; at ``PRINT_SCALE`` it prints at 9 points, the least in official tables."""
PRINT_SCALE = 90  # per cent
A4 = 9  # XlsxWriter's number of the paper
MARGIN = 0.25  # inches, left and right
_GRID = {"border": 1, "border_color": "#a6a6a6", "valign": "vcenter"}
_GREY, _YELLOW, _DARKER = "#ededed", "#fffbe6", "#d9e2ec"


@dataclass(frozen=True)
class Styles:
    """The formats of one workbook in the making; each is made once."""

    book: Any

    def _made(self, **properties: Any) -> Any:
        return self.book.add_format({**FONT, **properties})

    @cached_property
    def head(self) -> Any:
        """The first row of a table."""
        return self._made(**_GRID, bold=True, text_wrap=True, align="center", bg_color=_DARKER)

    @cached_property
    def fixed(self) -> Any:
        """A cell that is filled in already; locked."""
        return self._made(**_GRID, bg_color=_GREY, text_wrap=True)

    @cached_property
    def shown(self) -> Any:
        """A figure for orientation: text, grey and slanted."""
        return self._made(**_GRID, bg_color=_GREY, italic=True, font_color="#595959", align="right")

    @cached_property
    def entry(self) -> Any:
        """A cell to be filled; its number format stays "General", so that a typed 95.2% is kept as per cent."""
        return self._made(**_GRID, bg_color=_YELLOW, locked=False)

    @cached_property
    def alarm(self) -> Any:
        """What a cell looks like that has to be filled or looked at again."""
        return self._made(bg_color="#f8cbad", font_color="#9c2a00")

    @cached_property
    def title(self) -> Any:
        """The first line of the instructions."""
        return self._made(bold=True, font_size=16, align="center", valign="vcenter")

    @cached_property
    def text(self) -> Any:
        """A paragraph."""
        return self._made(text_wrap=True, valign="top", font_size=11)

    @cached_property
    def heading(self) -> Any:
        """A heading between paragraphs."""
        return self._made(bold=True, font_size=12, valign="vcenter")

    @cached_property
    def warning(self) -> Any:
        """A paragraph that must not be overlooked."""
        return self._made(text_wrap=True, valign="top", font_size=11, bold=True, font_color="#9b1c31")


def for_print(sheet: Any, header: str) -> None:
    """A4 across, at a scale that keeps every character at 9 points or more, with page numbers."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=MARGIN, right=MARGIN, top=0.7, bottom=0.6)
    sheet.set_print_scale(PRINT_SCALE)
    sheet.set_header(f"&L&10{header.replace('&', '&&')}&R&10&A")
    sheet.set_footer(f"&C&10{zh('page')}")


def lines_of(text: str, width: float) -> int:
    """Lines that a text takes in a column of ``width`` characters; a Chinese one is as wide as two digits."""
    taken = sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in text)
    return max(1, -(-taken // max(int(width) - 1, 1)))
