"""The table of modules in docs/architecture.md, made from the modules' own first sentences.

``python -m tests.module_table`` writes it anew; a test holds the document to the tree.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from sxresearch.paths import PACKAGE, ROOT

DOCUMENT = ROOT / "docs" / "architecture.md"
BEGIN, END = "<!-- modules -->", "<!-- /modules -->"


def purpose(module: Path) -> str:
    """The first sentence of a module's docstring.

    Raises
    ------
    ValueError
        If it has none.
    """
    text = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    if not text:
        raise ValueError(f"{module}: no docstring")
    return " ".join(text.split("\n\n")[0].split())


def folders() -> Iterator[tuple[str, list[Path]]]:
    """Every folder of the package with its modules, ``__init__`` first; from left to right through the package."""
    for folder in sorted({path.parent for path in PACKAGE.rglob("*.py")}):
        yield folder.relative_to(ROOT).as_posix(), sorted(folder.glob("*.py"))


def table() -> str:
    """The modules, one row each, folder by folder."""
    lines = ["| module | purpose |", "|---|---|"]
    for folder, modules in folders():
        for module in modules:
            name = f"**{folder}/**" if module.name == "__init__.py" else f"`{folder}/{module.name}`"
            lines.append(f"| {name} | {purpose(module)} |")
    return "\n".join(lines)


def document(text: str) -> str:
    """The document with its table made anew."""
    head, _, rest = text.partition(BEGIN)
    _, _, tail = rest.partition(END)
    return f"{head}{BEGIN}\n{table()}\n{END}{tail}"


if __name__ == "__main__":
    DOCUMENT.write_text(document(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
