"""Whole or not, and free of what changes from run to run: on notebooks made by hand."""

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from sxresearch.batch.kernels.executed_notebook import (
    PRINTED_LIMIT,
    NotebookFailed,
    refuse_unfinished,
    without_run_traces,
)


def notebook(*outputs: NotebookNode, count: int | None = 1, source: str = "1") -> NotebookNode:
    cell = new_code_cell(source, execution_count=count, outputs=list(outputs))
    return new_notebook(cells=[new_markdown_cell("# Title"), cell])


def printed(text: str, name: str = "stdout") -> NotebookNode:
    return new_output("stream", name=name, text=text)


def test_a_whole_notebook_passes():
    refuse_unfinished(notebook(printed("x" * PRINTED_LIMIT)))


def test_an_empty_cell_need_not_have_run():
    refuse_unfinished(notebook(count=None, source=" \n"))


@pytest.mark.parametrize(
    "unfinished",
    [notebook(count=None), notebook(new_output("error", ename="SystemExit", evalue="0", traceback=[]))],
    ids=["not run", "left"],
)
def test_a_cell_that_did_not_finish_is_refused_by_number(unfinished: NotebookNode):
    with pytest.raises(NotebookFailed, match="ended early in cell 2"):
        refuse_unfinished(unfinished)


def test_one_character_too_many_is_refused():
    with pytest.raises(NotebookFailed, match="1000001 characters"):
        refuse_unfinished(notebook(printed("x" * PRINTED_LIMIT), printed("y", "stderr")))


def test_streams_are_joined_and_other_outputs_keep_their_order():
    shown = [new_output("display_data", data={"text/plain": text}) for text in "ab"]
    made = notebook(printed("1"), shown[0], printed("e", "stderr"), printed("2"), shown[1])
    outputs = without_run_traces(made).cells[1].outputs
    assert [output.get("text") or output.data["text/plain"] for output in outputs] == ["12", "e", "a", "b"]


def test_a_notebook_that_papermill_never_saw_has_no_parameters():
    assert without_run_traces(notebook()).metadata["papermill"] == {"parameters": {}}
