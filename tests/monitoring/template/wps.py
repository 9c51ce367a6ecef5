"""A workbook with the features of files that WPS Spreadsheets writes, as its users' reports describe them.

Its own document properties (``KSOProductBuildVer``), core properties with a refinement that the packaging rules do not
know, folders as entries of the archive, an extension part of its own beside the sheets, shared strings with phonetic
runs and rich text, cells with inline strings, numbers written out to seventeen digits. WPS itself was not tried.
"""

import re
import zipfile
from pathlib import Path

PHONETIC = '<rPh sb="0" eb="1"><t>píng yīn</t></rPh><phoneticPr fontId="1" type="noConversion"/>'
CUSTOM = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
 xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">
<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="ICV">
<vt:lpwstr>0123456789ABCDEF</vt:lpwstr></property>
<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name="KSOProductBuildVer">
<vt:lpwstr>2052-12.1.0.16120</vt:lpwstr></property></Properties>"""
EXTENSION = '<?xml version="1.0" encoding="UTF-8"?><etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"/>'
REFINED = '<x:extent xmlns:x="http://purl.org/dc/terms/">1</x:extent>'
SHEETS = "xl/worksheets/sheet"
_SST = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRINGS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
_INLINE = re.compile(r'<c r="([A-Z]+\d+)"((?: s="\d+")?) t="inlineStr"><is><t(?: [^>]*)?>([^<]*)</t></is></c>')
_NUMBER = re.compile(r"<v>(\d+\.\d+)</v>")


def as_wps(source: Path, out: Path) -> Path:
    """The workbook that openpyxl saved at ``source``, rewritten to ``out``."""
    texts: list[str] = []
    with zipfile.ZipFile(source) as book, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        for folder in ("docProps/", "xl/", SHEETS.rpartition("/")[0] + "/", "xl/_rels/"):
            copy.writestr(folder, b"")
        for name in book.namelist():
            copy.writestr(name, _changed(name, book.read(name).decode("utf-8"), texts))
        assert len(texts) > 1000, "the texts of the form were not found: openpyxl writes them in another way"
        copy.writestr("xl/sharedStrings.xml", f'<sst xmlns="{_SST}">{"".join(map(_item, texts))}</sst>')
        copy.writestr("docProps/custom.xml", CUSTOM)
        copy.writestr("xl/cellimages.xml", EXTENSION)
    return out


def _changed(name: str, text: str, texts: list[str]) -> str:
    if name == "docProps/app.xml":
        return re.sub("<Application>[^<]*</Application>", "<Application>WPS Office WWO_wpscloud</Application>", text)
    if name == "docProps/core.xml":
        return text.replace("</cp:coreProperties>", f"{REFINED}</cp:coreProperties>")
    if name == "[Content_Types].xml":
        image = _override("/xl/cellimages.xml", "application/vnd.wps-officedocument.cellimage+xml")
        return text.replace("</Types>", f"{_override('/xl/sharedStrings.xml', _STRINGS)}{image}</Types>")
    if name == "xl/_rels/workbook.xml.rels":
        shared = f'<Relationship Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml" Id="rId99"/>'
        return text.replace("</Relationships>", f"{shared}</Relationships>")
    if name.startswith(SHEETS):
        return _NUMBER.sub(lambda found: f"<v>{float(found[1]):.17g}</v>", _shared(text, texts))
    return text


def _override(part: str, kind: str) -> str:
    return f'<Override PartName="{part}" ContentType="{kind}"/>'


def _shared(sheet: str, texts: list[str]) -> str:
    """Two of three texts moved to the shared strings; every third stays inside its cell."""

    def moved(found: re.Match) -> str:
        texts.append(found[3])
        if len(texts) % 3 == 0:
            return found[0]
        return f'<c r="{found[1]}"{found[2]} t="s"><v>{len(texts) - 1}</v></c>'

    return _INLINE.sub(moved, sheet)


def _item(text: str) -> str:
    """A shared string in two runs, the second with a font of its own, and a reading above it."""
    cut = text.index(";") + 1 if text.startswith("&") else 1
    first, rest = text[:cut], text[cut:]
    second = f'<r><rPr><sz val="10"/><rFont val="宋体"/></rPr><t xml:space="preserve">{rest}</t></r>' if rest else ""
    return f'<si><r><t xml:space="preserve">{first}</t></r>{second}{PHONETIC}</si>'
