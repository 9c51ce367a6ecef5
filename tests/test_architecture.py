"""docs/architecture.md names every module, with the purpose that the module itself states."""

import re

from sxresearch.paths import ROOT
from tests.module_table import DOCUMENT, document

RENEW = "run: python -m tests.module_table"


def test_the_table_of_modules_is_that_of_the_tree():
    text = DOCUMENT.read_text(encoding="utf-8")
    assert document(text) == text, RENEW


def test_every_file_that_the_documents_name_exists():
    missing = []
    for page in (ROOT / "docs").glob("*.md"):
        text = page.read_text(encoding="utf-8")
        cited = re.findall(r"\(`?([\w/]+\.(?:py|md|yaml|csv|ipynb))`?[,)]", text)
        for name in (*cited, *re.findall(r"`((?:sxresearch|tests|benchmarks|docs|tools)/[\w/]+\.\w+)`", text)):
            if not any((folder / name).exists() for folder in (ROOT, ROOT / "docs", ROOT / "sxresearch")):
                missing.append(f"{page.name}: {name}")
    assert missing == []


def test_nothing_cites_a_document_that_is_not_here():
    cited = re.compile(r"\b(?:METHODS part|DESIGN section|HOUSE section|STYLE section)")
    pages = [
        path for ending in ("py", "md", "yaml", "ftl") for path in ROOT.rglob(f"*.{ending}") if ".venv" not in str(path)
    ]
    this = ROOT / "tests" / "test_architecture.py"
    assert [str(path) for path in pages if path != this and cited.search(path.read_text(encoding="utf-8"))] == []
