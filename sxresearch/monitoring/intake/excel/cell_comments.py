"""Comments (批注) that stand at cells of an Excel sheet: an office may say there that a figure does not hold.

Elements: ECMA-376 part 1, 18.7 (comments).
"""

from sxresearch.errors import BadObservations
from sxresearch.monitoring.intake.excel.cell_references import place_of
from sxresearch.monitoring.intake.excel.workbook_parts import Attributes, local, parse, related_parts, relations_part
from sxresearch.monitoring.intake.formats.limits import Budget, Package
from sxresearch.monitoring.intake.formats.sheets import Place


def comments_of(package: Package, sheet_part: str, path: str, budget: Budget) -> dict[Place, str]:
    """The text of each comment of a sheet by its cell; none where the part that should hold them can't be read."""
    part = relations_part(sheet_part)
    if part not in package:
        return {}
    found: dict[Place, str] = {}
    try:
        for kind, target in related_parts(package, part, path).values():
            if kind == "comments" and target in package:
                _read(package, target, path, found)
    except BadObservations:
        return found  # a comment is no figure: the sheet is read without it
    for text in found.values():
        budget.marks()
        budget.text(len(text))
    return found


def _read(package: Package, part: str, path: str, found: dict[Place, str]) -> None:
    at: list[Place] = []
    inside: list[str] = []

    def start(name: str, attributes: Attributes) -> None:
        inside.append(local(name))
        if inside[-1] == "comment" and (place := place_of(attributes.get("ref", ""))):
            at.append(place)
            found[place] = ""

    def text(data: str) -> None:
        if inside[-1:] == ["t"] and at:
            found[at[-1]] += data

    with package.open(part) as stream:
        parse(stream, path, start, lambda _: inside.pop(), text)
