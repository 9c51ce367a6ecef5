"""OpenDocument spreadsheets (.ods): the cells' own types from ``content.xml``, streamed.

Repeated rows and columns are expanded only where they hold something. Elements: OpenDocument 1.3 part 3, 9 and 19.385.
"""

from sxresearch.errors import BadObservations
from sxresearch.monitoring.intake.excel.blank_inputs import with_blank_inputs
from sxresearch.monitoring.intake.excel.workbook_parts import parse
from sxresearch.monitoring.intake.formats.limits import Budget, Package
from sxresearch.monitoring.intake.formats.ods_stream import SpreadsheetStream
from sxresearch.monitoring.intake.formats.sheets import Sheet

CONTENT = "content.xml"


def ods_sheets(content: bytes, path: str) -> tuple[list[Sheet], bool]:
    """All sheets, hidden ones without their cells, and whether days are counted from 1904.

    Raises
    ------
    BadObservations
        If the file is damaged or holds more than is allowed.
    """
    package = Package(content, path)
    reading = SpreadsheetStream(Budget(path))
    with package.open(CONTENT) as stream:
        parse(stream, path, reading.start, reading.end, reading.text)
    if not reading.sheets:
        raise BadObservations.of("intake-no-sheet", path)
    return with_blank_inputs(reading.sheets), reading.date1904
