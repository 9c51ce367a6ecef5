"""Form, filled, imported, stored, exported: the figures are the ones that were typed, in the same bytes everywhere."""

from pathlib import Path

import pandas as pd
import pytest

from sxresearch.assessment.inputs import Inputs, load_inputs
from sxresearch.monitoring.intake.figures import read_figures
from sxresearch.monitoring.store.connection import reading
from sxresearch.monitoring.store.export import export_observations
from sxresearch.monitoring.store.report_import import ReportLabel, import_figures
from sxresearch.monitoring.store.verification import verify
from tests.monitoring.store.conftest import new_store
from tests.monitoring.template.filling import in_order
from tests.monitoring.template.test_round_trip import TODAY, every_region, typed

SAMPLE = ("140000", "140302")


@pytest.fixture(scope="module")
def inputs() -> Inputs:
    return load_inputs()


def through_both_databases(codes, inputs: Inputs, request, folder: Path) -> None:
    filled = [typed(code, inputs, folder) for code in codes]
    wanted = pd.concat([table for _, table in filled], ignore_index=True)
    figures = read_figures([path for path, _ in filled], inputs.register, today=TODAY)
    contents = set()
    for kind in ("sqlite", "postgresql"):
        store = new_store(kind, request, folder)
        import_figures(figures, store, ReportLabel("x", "2025-02-01"))
        export_observations(store, out := folder / f"{kind}.parquet")
        contents.add(out.read_bytes())
        with reading(store) as connection:
            found = verify(connection, inputs.register, TODAY)
        assert (found.originals, found.figures, found.deviating) == (len(codes), len(wanted), ())
    assert len(contents) == 1
    stored = in_order(pd.read_parquet(out))
    pd.testing.assert_frame_equal(stored, in_order(wanted), check_dtype=False)


@pytest.mark.usefixtures("monkeypatch")
def test_what_is_typed_is_exported(inputs, request, tmp_path):
    through_both_databases(SAMPLE, inputs, request, tmp_path)


@pytest.mark.long
@pytest.mark.usefixtures("monkeypatch")
def test_all_129_regions(inputs, request, tmp_path):
    codes = every_region(inputs)
    assert len(codes) == 129
    through_both_databases(codes, inputs, request, tmp_path)
