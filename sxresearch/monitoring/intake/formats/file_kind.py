"""What a file really is, by its first bytes and parts, never by its name alone."""

import io
import re
import zipfile
import zlib
from enum import StrEnum
from struct import unpack_from


class FileKind(StrEnum):
    """The kinds told apart; those of :data:`READ` can be read, the others are refused by name."""

    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    PARQUET = "parquet"
    HTML = "html"
    TEXT = "text"
    PASSWORD = "password"
    ET = "et"
    XLSB = "xlsb"
    XML_2003 = "xml-2003"
    FODS = "fods"
    MHT = "mht"
    WORD = "word"
    SLIDES = "slides"
    ODF_OTHER = "odf-other"
    OLE_OTHER = "ole-other"
    PDF = "pdf"
    IMAGE = "image"
    ARCHIVE = "archive"
    BROKEN_ZIP = "broken-zip"
    BINARY = "binary"


READ = frozenset({FileKind.XLSX, FileKind.XLS, FileKind.ODS, FileKind.PARQUET, FileKind.HTML, FileKind.TEXT})
ET_ENDINGS = (".et", ".ett")
HEAD = 4096
"""How many bytes of a text are looked at to tell a web page or XML from a table."""

_OLE2 = bytes.fromhex("d0cf11e0a1b11ae1")
_BIFF_BARE = tuple(bytes.fromhex(start) for start in ("09080600", "09080800", "09041000", "09020600"))
_STARTS = {
    b"%PDF": FileKind.PDF,
    b"\x89PNG": FileKind.IMAGE,
    b"\xff\xd8\xff": FileKind.IMAGE,
    b"GIF8": FileKind.IMAGE,
    b"II*\0": FileKind.IMAGE,
    b"MM\0*": FileKind.IMAGE,
    b"Rar!": FileKind.ARCHIVE,
    b"7z\xbc\xaf\x27\x1c": FileKind.ARCHIVE,
    b"\x1f\x8b\x08": FileKind.ARCHIVE,
    b"{\\rtf": FileKind.WORD,
    b"PAR1": FileKind.PARQUET,
}
_OLE_STREAMS = {
    "EncryptedPackage": FileKind.PASSWORD,
    "Workbook": FileKind.XLS,
    "Book": FileKind.XLS,
    "WordDocument": FileKind.WORD,
    "PowerPoint Document": FileKind.SLIDES,
}
_ZIP_PARTS = {
    "xl/workbook.bin": FileKind.XLSB,
    "xl/workbook.xml": FileKind.XLSX,
    "word/document.xml": FileKind.WORD,
    "ppt/presentation.xml": FileKind.SLIDES,
}
_CONTENT_TYPES = {
    b"sheet.binary.macroEnabled.main": FileKind.XLSB,
    b"spreadsheetml.sheet.main+xml": FileKind.XLSX,
    b"spreadsheetml.template.main+xml": FileKind.XLSX,
    b"sheet.macroEnabled.main+xml": FileKind.XLSX,
    b"wordprocessingml": FileKind.WORD,
    b"presentationml": FileKind.SLIDES,
}
_ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|meta|body|table|div|style|frameset|tr|td)\b", re.IGNORECASE)
_SMALL_PART = 1 << 20


def kind_of(content: bytes, name: str = "") -> FileKind:
    """The kind of a file's bytes; its name decides only about WPS's own format, whose bytes look like ``.xls``."""
    for start, kind in _STARTS.items():
        if content.startswith(start):
            return kind
    if content.startswith(_OLE2):
        kind = _ole_kind(content)
        return FileKind.ET if name.lower().endswith(ET_ENDINGS) and kind is not FileKind.PASSWORD else kind
    if content.startswith(_BIFF_BARE):
        return FileKind.XLS
    if content.startswith(b"PK"):
        return _zip_kind(content)
    return _text_kind(content[:HEAD])


def _ole_kind(content: bytes) -> FileKind:
    """By the streams of the OLE2 directory: 128 bytes each, the name in UTF-16, its length at byte 64."""
    return next((kind for name, kind in _OLE_STREAMS.items() if _has_stream(content, name)), FileKind.OLE_OTHER)


def _has_stream(content: bytes, name: str) -> bool:
    raw = name.encode("utf-16-le")
    at = content.find(raw)
    while at >= 0:
        if at % 128 == 0 and content[at + 64 : at + 66] and unpack_from("<H", content, at + 64)[0] == len(raw) + 2:
            return True
        at = content.find(raw, at + 2)
    return False


def _zip_kind(content: bytes) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            return _package_kind(parts)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError, zlib.error):
        return FileKind.BROKEN_ZIP


def _package_kind(parts: zipfile.ZipFile) -> FileKind:
    names = set(parts.namelist())
    if "mimetype" in names:
        return _odf_kind(parts, names)
    for part, kind in _ZIP_PARTS.items():
        if part in names:
            return kind
    if "[Content_Types].xml" in names:
        types = _beginning(parts, "[Content_Types].xml")
        return next((kind for mark, kind in _CONTENT_TYPES.items() if mark in types), FileKind.ARCHIVE)
    return FileKind.ARCHIVE


def _odf_kind(parts: zipfile.ZipFile, names: set[str]) -> FileKind:
    if not _beginning(parts, "mimetype").startswith(_ODS_TYPE):
        return FileKind.ODF_OTHER
    manifest = _beginning(parts, "META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""
    return FileKind.PASSWORD if b"encryption-data" in manifest else FileKind.ODS


def _beginning(parts: zipfile.ZipFile, name: str) -> bytes:
    with parts.open(name) as part:
        return part.read(_SMALL_PART)


def _text_kind(head: bytes) -> FileKind:
    text = head.replace(b"\0", b"").decode("latin-1").lstrip("\xff\xfe\xef\xbb\xbf \t\r\n")
    if text.startswith("<?xml") or text.startswith("<"):
        if "schemas-microsoft-com:office:spreadsheet" in text and "<html" not in text.lower():
            return FileKind.XML_2003
        if "office:document" in text and "opendocument" in text:
            return FileKind.FODS
        if _HTML.search(text):
            return FileKind.HTML
    if text[:200].lower().startswith("mime-version:") or "content-type: multipart/related" in text.lower():
        return FileKind.MHT
    return FileKind.TEXT
