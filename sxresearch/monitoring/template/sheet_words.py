"""The workbook speaks Chinese: its sentences out of the catalogue."""

from sxresearch.language import say
from sxresearch.terms import Language


def zh(key: str, **values: str) -> str:
    """The Chinese sentence ``template-<key>``."""
    return say(f"template-{key}", Language.ZH, **values)
