"""Parquet files as one sheet: the names of the columns in the first row, then the values."""

import io

import pyarrow.parquet as pq  # type: ignore[import-untyped]
from pyarrow import ArrowException

from sxresearch.errors import BadObservations
from sxresearch.monitoring.intake.formats.cell_grid import CellGrid
from sxresearch.monitoring.intake.formats.limits import CELL_COST, Budget
from sxresearch.monitoring.intake.formats.sheets import Sheet, Value


def parquet_sheet(content: bytes, path: str, name: str) -> Sheet:
    """The table of a Parquet file.

    Raises
    ------
    BadObservations
        If it is damaged, or holds more cells than fit.
    """
    grid = CellGrid(Budget(path))
    try:
        file = pq.ParquetFile(io.BytesIO(content))
        Budget(path).spend(CELL_COST * file.metadata.num_rows * max(1, file.metadata.num_columns))
        grid.put_row(0, [grid.text(str(column)) for column in file.schema_arrow.names])
        row = 1
        for batch in file.iter_batches(batch_size=10_000):
            for cells in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                grid.put_row(row, [_value(grid, cell) for cell in cells])
                row += 1
    except (ArrowException, OSError, ValueError, OverflowError, MemoryError) as problem:
        raise BadObservations.of("intake-damaged", path, problem=str(problem).partition("\n")[0]) from problem
    return grid.sheet(name)


def _value(grid: CellGrid, cell: object) -> Value:
    if isinstance(cell, str):
        return grid.text(cell)
    if isinstance(cell, bool) or cell is None:
        return cell
    if isinstance(cell, int | float):
        return float(cell) if cell == cell else None
    return cell if hasattr(cell, "isoformat") else grid.text(str(cell))  # type: ignore[return-value]
