"""YAML with line numbers: so that a fault can say where in the file it stands."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from sxresearch.errors import BadPlan, Fault
from sxresearch.file_content import utf8_of

Place: TypeAlias = tuple[str | int, ...]

YAML_ENDINGS = (".yaml", ".yml")

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's where PyYAML was built with it, which is ten times as fast."""


@dataclass(frozen=True)
class Document:
    """The data of a YAML file and the line on which each part of it begins."""

    path: Path
    data: Any
    lines: dict[Place, int]

    def where(self, place: Place = ()) -> str:
        """``file:line, path inside the file`` of the deepest known part of ``place``."""
        known = place
        while known and known not in self.lines:
            known = known[:-1]
        inside = ".".join(str(step) for step in place)
        return f"{self.path}:{self.lines.get(known, 1)}" + (f", {inside}" if inside else "")


def yaml_files(folder: Path) -> list[Path]:
    """The YAML files of a folder, by name, whichever of the two endings they bear."""
    found = (path for path in folder.glob("*") if path.suffix.lower() in YAML_ENDINGS and path.is_file())
    return sorted(found, key=lambda path: path.name)


def read_yaml(path: Path) -> Document:
    """Read one YAML file safely.

    Raises
    ------
    BadPlan
        If the file is missing, empty, not UTF-8, not YAML, or names a key twice.
    """
    try:
        root, data = _parsed(utf8_of(path, BadPlan))
    except yaml.YAMLError as cause:
        mark = getattr(cause, "problem_mark", None)
        where = f"{path}:{mark.line + 1}" if mark else str(path)
        raise BadPlan.of("yaml-syntax", where, problem=str(getattr(cause, "problem", cause))) from cause
    if root is None:
        raise BadPlan.of("file-empty", str(path))
    lines: dict[Place, int] = {}
    faults = list(_walk(root, (), lines, path))
    if faults:
        raise BadPlan(faults)
    return Document(path, data, lines)


def _parsed(text: str) -> tuple[yaml.Node | None, Any]:
    """The node tree, which knows its lines, and the data built from it."""
    for token in yaml.scan(text, Loader=_Loader):
        if isinstance(token, yaml.AliasToken | yaml.AnchorToken):
            raise yaml.MarkedYAMLError(problem="anchors (&) and aliases (*) are refused", problem_mark=token.start_mark)
    loader = _Loader(text)
    try:
        root = loader.get_single_node()
        return root, None if root is None else loader.construct_document(root)
    finally:
        loader.dispose()


def _walk(node: yaml.Node, place: Place, lines: dict[Place, int], path: Path) -> list[Fault]:
    lines[place] = node.start_mark.line + 1
    faults: list[Fault] = []
    if isinstance(node, yaml.SequenceNode):
        for position, item in enumerate(node.value):
            faults += _walk(item, (*place, position), lines, path)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inside = (*place, key.value)
            if inside in lines:
                faults.append(Fault.of("yaml-key-twice", f"{path}:{key.start_mark.line + 1}", key=key.value))
            faults += _walk(value, inside, lines, path)
            lines[inside] = key.start_mark.line + 1
    return faults
