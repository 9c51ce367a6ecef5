"""An executed notebook: is it whole, and does it hold nothing that changes from run to run?"""

from collections.abc import Iterator
from dataclasses import dataclass

from nbformat import NotebookNode
from nbformat.v4 import new_output

from sxresearch.errors import SxError

INJECTED = "injected-parameters"  # papermill's tag of the cell that it adds
PRINTED_LIMIT = 1_000_000
"""Characters that a notebook may print; a brief shows tables and figures, not print-outs."""


class NotebookFailed(SxError):
    """A notebook could not be executed to its end."""


@dataclass(frozen=True)
class Executed:
    """An executed notebook without run traces, and how many seconds each of its code cells took, in their order."""

    notebook: NotebookNode
    cell_seconds: tuple[float, ...]


def executed_of(notebook: NotebookNode) -> Executed:
    """What papermill gave back, once it is found whole; the notebook itself is changed.

    Raises
    ------
    NotebookFailed
        If a code cell did not run to its end, or the notebook printed without measure.
    """
    refuse_unfinished(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    durations = [cell.metadata.get("papermill", {}).get("duration") or 0.0 for cell in code]
    return Executed(without_run_traces(notebook), tuple(round(seconds, 3) for seconds in durations))


def refuse_unfinished(notebook: NotebookNode) -> None:
    """Make sure that every cell ran: papermill takes ``sys.exit(0)`` for success.

    Raises
    ------
    NotebookFailed
        If a code cell did not run to its end, or the notebook printed without measure.
    """
    cells = [cell for cell in notebook.cells if INJECTED not in cell.metadata.get("tags", [])]
    for number, cell in enumerate(cells, start=1):
        if cell.cell_type != "code" or not cell.source.strip():
            continue
        if cell.execution_count is None or any(output.output_type == "error" for output in cell.outputs):
            raise NotebookFailed.of("notebook-ended-early", number=str(number))
    printed = sum(len(output.text) for output in _outputs(notebook) if output.output_type == "stream")
    if printed > PRINTED_LIMIT:
        raise NotebookFailed.of("notebook-prints-too-much", found=str(printed), limit=str(PRINTED_LIMIT))


def without_run_traces(notebook: NotebookNode) -> NotebookNode:
    """The notebook without times, host paths and random cell ids; parameters and outputs stay."""
    trace = notebook.metadata.pop("papermill", {})
    notebook.metadata["papermill"] = {"parameters": trace.get("parameters", {})}
    for number, cell in enumerate(notebook.cells, start=1):
        cell.metadata.pop("papermill", None)
        cell.metadata.pop("execution", None)
        if INJECTED in cell.metadata.get("tags", []):
            cell["id"] = f"injected-{number}"
        if cell.cell_type == "code":
            cell["outputs"] = _with_joined_streams(cell.outputs)
    return notebook


def _with_joined_streams(outputs: list[NotebookNode]) -> list[NotebookNode]:
    """Each stream as one output, first of all: in which pieces and order they arrived is chance."""
    streams = {}
    for name in ("stdout", "stderr"):
        pieces = [output.text for output in outputs if output.output_type == "stream" and output.name == name]
        if pieces:
            streams[name] = new_output("stream", name=name, text="".join(pieces))
    return [*streams.values(), *(output for output in outputs if output.output_type != "stream")]


def _outputs(notebook: NotebookNode) -> Iterator[NotebookNode]:
    for cell in notebook.cells:
        yield from cell.get("outputs", [])
