"""Parameters as a notebook got them: the notebook compares its own, so that whoever executes it gets a sentence.

papermill's own command only warns of a name that the notebook does not know, and guesses types: ``-p region 140100``
arrives as a number. :func:`check_parameters` is called by the first cell after the parameters, with ``globals()``.
"""

import ast
from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from pathlib import Path
from typing import Any

from sxresearch.errors import BadParameter, Fault
from sxresearch.paths import DATA
from sxresearch.plan.regions import Regions, load_regions
from sxresearch.terms import Group, Language

_INJECTED = "# Parameters\n"  # the first line of the cell that papermill adds
_CELLS = "In"  # IPython keeps here what was executed, in its order
_FIRST_YEAR, _LAST_YEAR = 1949, 2100


def check_parameters(namespace: MutableMapping[str, Any]) -> None:
    """Check the notebook's parameters, and put them into the form that the other cells expect.

    A region written as a number becomes its six digits, a single code or id a list where a list is meant. What a
    notebook of the user's own adds under other names is left alone.

    Parameters
    ----------
    namespace
        ``globals()`` of the notebook, after its cell of parameters (and papermill's) ran.

    Raises
    ------
    BadParameter
        With every unknown name, and every value that can't be meant.
    """
    own, given = _own_and_given(namespace.get(_CELLS, ()))
    known = [name for name in own if not name.startswith("_")]
    faults = [Fault.of("parameter-unknown", "", name=name, known=", ".join(known)) for name in given if name not in own]
    regions = load_regions(DATA / "regions.csv")
    for name, settle in _KINDS.items():
        if name not in namespace:
            continue
        value = namespace[name]
        if value is None and own.get(name) is None:
            continue
        try:
            namespace[name] = settle(name, value, regions)
        except BadParameter as problem:
            faults += problem.faults
    if faults:
        raise BadParameter(faults)


def _own_and_given(cells: Sequence[str]) -> tuple[dict[str, Any], list[str]]:
    """Names that the notebook's own cells gave values to before papermill's cell, and those that papermill gave."""
    places = [place for place, source in enumerate(cells) if source.startswith(_INJECTED)]
    last = places[-1] if places else len(cells)
    own = {name: value for source in cells[:last] for name, value in _assigned(source)}
    return own, [name for name, _ in _assigned(cells[last])] if places else []


def _assigned(source: str) -> Iterator[tuple[str, Any]]:
    """Names that a cell gives plain values to; a cell with magics or faults of syntax gives none."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from ((item.id, _literal(node.value)) for item in targets if isinstance(item, ast.Name))


def _literal(node: ast.expr) -> Any:
    """A plain value; for anything else something that is not None."""
    try:
        return ast.literal_eval(node)
    except ValueError:
        return ...


def _refused(kind: str, name: str, value: Any) -> BadParameter:
    return BadParameter.of(f"given-{kind}", "", name=name, found=repr(value))


def _region(name: str, value: Any, regions: Regions) -> str:
    code = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(code, str) or len(code) != 6 or not code.isascii() or not code.isdigit():
        raise _refused("region", name, value)
    if code not in regions:
        raise BadParameter.of("region-unknown", "", code=code)
    return code


def _region_list(name: str, value: Any, regions: Regions) -> list[str]:
    several = list(value) if isinstance(value, list | tuple) else [value]
    return [_region(name, item, regions) for item in several]


def _year(name: str, value: Any, _regions: Regions) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not _FIRST_YEAR <= value <= _LAST_YEAR:
        raise _refused("year", name, value)
    return value


def _flag(name: str, value: Any, _regions: Regions) -> bool:
    if not isinstance(value, bool):
        raise _refused("flag", name, value)
    return value


def _one_of(words: Sequence[str]) -> Callable[[str, Any, Regions], str]:
    def settle(name: str, value: Any, _regions: Regions) -> str:
        if not isinstance(value, str) or value not in words:
            raise BadParameter.of("given-word", "", name=name, found=repr(value), expected=", ".join(words))
        return value

    return settle


def _text(name: str, value: Any, _regions: Regions) -> str:
    if not isinstance(value, str | Path):
        raise _refused("text", name, value)
    return str(value)


def _texts(name: str, value: Any, regions: Regions) -> list[str]:
    several = list(value) if isinstance(value, list | tuple) else [value]
    if not several:
        raise _refused("texts", name, value)
    return [_text(name, item, regions) for item in several]


def _levels(name: str, value: Any, _regions: Regions) -> list[float]:
    several = list(value) if isinstance(value, list | tuple) else [value]
    good = [isinstance(item, float | int) and not isinstance(item, bool) and 0 < item < 1 for item in several]
    if not several or not all(good):
        raise _refused("levels", name, value)
    return [float(item) for item in several]


_KINDS: Mapping[str, Callable[[str, Any, Regions], Any]] = {
    "region": _region,
    "regions": _region_list,
    "as_of": _year,
    "target_year": _year,
    "midterm_year": _year,
    "plans": _text,
    "plan_ids": _texts,
    "observations": _texts,
    "lang": _one_of([item.value for item in Language]),
    "group": _one_of([item.value for item in Group]),
    "indicator": _text,
    "internal": _flag,
    "levels": _levels,
    "previous": _text,
    "briefs": _text,
    "template": _text,
    "out": _text,
}
"""What the notebooks' parameters may be, by name: the same name means the same thing in every notebook."""
