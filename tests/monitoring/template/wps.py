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
_ITEM = re.compile(r"<si>(?:<t(?: [^>]*)?>)([^<]+)</t></si>")
_SHARED = re.compile(r'<c r="([A-Z]+\d+)"((?: s="\d+")?) t="s"><v>(\d+)</v></c>')
_NUMBER = re.compile(r"<v>(\d+\.\d+)</v>")


def as_wps(source: Path, out: Path) -> Path:
    """The workbook at ``source`` rewritten to ``out``."""
    with zipfile.ZipFile(source) as book, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        parts = {name: book.read(name).decode("utf-8") for name in book.namelist()}
        texts = _ITEM.findall(parts["xl/sharedStrings.xml"])
        for folder in ("docProps/", "xl/", "xl/worksheets/", "xl/_rels/"):
            copy.writestr(folder, b"")
        for name, text in parts.items():
            copy.writestr(name, _changed(name, text, texts))
        copy.writestr("docProps/custom.xml", CUSTOM)
        copy.writestr("xl/cellimages.xml", EXTENSION)
    return out


def _changed(name: str, text: str, texts: list[str]) -> str:
    if name == "docProps/app.xml":
        return re.sub("<Application>[^<]*</Application>", "<Application>WPS Office WWO_wpscloud</Application>", text)
    if name == "docProps/core.xml":
        return text.replace("</cp:coreProperties>", "<dcterms:extent>1</dcterms:extent></cp:coreProperties>")
    if name == "[Content_Types].xml":
        return text.replace(
            "</Types>",
            '<Override PartName="/xl/cellimages.xml"'
            ' ContentType="application/vnd.wps-officedocument.cellimage+xml"/></Types>',
        )
    if name == "xl/sharedStrings.xml":
        return _ITEM.sub(_rich, text)
    if name.startswith("xl/worksheets/sheet"):
        return _NUMBER.sub(lambda found: f"<v>{float(found[1]):.17g}</v>", _inline_sources(text, texts))
    return text


def _rich(found: re.Match) -> str:
    """Every text in two runs, the second with a font of its own, and a reading above it."""
    first, rest = found[1][:1], found[1][1:]
    second = f'<r><rPr><sz val="10"/><rFont val="宋体"/></rPr><t xml:space="preserve">{rest}</t></r>' if rest else ""
    return f'<si><r><t xml:space="preserve">{first}</t></r>{second}{PHONETIC}</si>'


def _inline_sources(text: str, texts: list[str]) -> str:
    """Every third text as an inline string."""

    def inline(found: re.Match) -> str:
        number = int(found[3])
        if number % 3 or number >= len(texts):
            return found[0]
        return f'<c r="{found[1]}"{found[2]} t="inlineStr"><is><t>{texts[number]}</t></is></c>'

    return _SHARED.sub(inline, text)
