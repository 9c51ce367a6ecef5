"""What a command writes never takes the place of what it reads."""

from collections.abc import Iterable
from pathlib import Path

from sxresearch.batch.parameters import Parameters
from sxresearch.errors import BadParameter, Fault
from sxresearch.paths import OBSERVATIONS, PLANS


def refuse_overwriting(outputs: Iterable[Path | None], inputs: Iterable[Path | str | None]) -> None:
    """Refuse an output that is an input: the same file or folder, or a file that lies in an input folder.

    Parameters
    ----------
    outputs
        Files or folders to be written; none where nothing was asked for.
    inputs
        Files and folders that are read; none where nothing was given.

    Raises
    ------
    BadParameter
        Naming each such file.
    """
    read = [Path(path) for path in inputs if path]
    given = {item.resolve() for path in read for item in _with_files(path)}
    faults = [Fault.of(_key(path), str(path)) for path in outputs if path and path.resolve() in given]
    if faults:
        raise BadParameter(faults)


def inputs_of(parameters: Parameters) -> list[Path | str]:
    """The plans and figures that a run reads."""
    figures = parameters.observations or OBSERVATIONS
    return [parameters.plans or PLANS, *([figures] if isinstance(figures, str | Path) else figures)]


def _key(path: Path) -> str:
    return "output-is-input-folder" if path.is_dir() else "output-is-input"


def _with_files(path: Path) -> Iterable[Path]:
    return [path, *(item for item in path.rglob("*") if item.is_file())] if path.is_dir() else [path]
