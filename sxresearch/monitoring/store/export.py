"""The observation table of a store as a file: every office can read it, and every command takes it."""

from datetime import date
from pathlib import Path

import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from sxresearch.errors import BadParameter
from sxresearch.files import publish
from sxresearch.monitoring.contract import COLUMNS
from sxresearch.monitoring.store.address import StoreAddress
from sxresearch.monitoring.store.connection import reading
from sxresearch.monitoring.store.view import view_of
from sxresearch.office_files import neutralised

ENDINGS = (".csv", ".parquet")
_NUMBERS = {"year": pa.int64(), **dict.fromkeys(("value", "numerator", "denominator"), pa.float64())}
_SCHEMA = pa.schema([(name, _NUMBERS.get(name, pa.string())) for name in COLUMNS])


def export_observations(address: StoreAddress, out: Path, known_on: date | None = None) -> int:
    """Write the figures known on a day (all if none) in the contract's columns; gives their number.

    Equal figures give equal bytes, whatever database they stood in.

    Raises
    ------
    BadParameter
        If the ending of ``out`` is neither .csv nor .parquet.
    StoreFailed
        If the store can't be read.
    """
    if out.suffix.lower() not in ENDINGS:
        raise BadParameter.of("table-kind", str(out), found=out.suffix or "?", expected=" ".join(ENDINGS))
    with reading(address) as connection:
        table = view_of(connection, known_on).table[list(COLUMNS)]
    publish(out, lambda part: _write(table, part))
    return len(table)


def _write(table: pd.DataFrame, part: Path) -> None:
    if part.suffix.lower() == ".csv":
        safe = table.assign(source=table["source"].map(neutralised))
        safe.to_csv(part, index=False, encoding="utf-8", lineterminator="\n")
    else:
        pq.write_table(pa.Table.from_pandas(table, schema=_SCHEMA, preserve_index=False), part)
