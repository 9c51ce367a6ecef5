"""The verdicts of a run as a file beside its briefs, so that the next run can say what has changed."""

import io
from pathlib import Path

import pandas as pd
from pandas.api.types import is_numeric_dtype
from pyarrow import ArrowException  # type: ignore[import-untyped]

from sxresearch.errors import BadParameter
from sxresearch.file_content import bytes_of
from sxresearch.terms import Status

VERDICTS_FILE = "verdicts.parquet"
COMPARED_COLUMNS = ("region", "target", "as_of", "status", "p_attain")
"""What of an earlier verdict a comparison looks at; nothing else is read back."""


def save_verdicts(verdicts: pd.DataFrame, path: Path) -> Path:
    """Write a verdict table as Parquet; the same table gives the same bytes."""
    verdicts.reset_index(drop=True).to_parquet(path, index=False)
    return path


def load_verdicts(path: Path) -> pd.DataFrame:
    """The verdicts of an earlier run, as far as they can be compared: the columns COMPARED_COLUMNS.

    Raises
    ------
    BadParameter
        If the file is missing, holds no verdict table, or one that can't be compared: of an older version, say.
    """
    try:
        table = pd.read_parquet(io.BytesIO(bytes_of(path, BadParameter)))
    except (ValueError, OSError, ArrowException) as problem:
        raise BadParameter.of("verdicts-unreadable", str(path), problem=type(problem).__name__) from problem
    missing = [name for name in COMPARED_COLUMNS if name not in table.columns]
    if missing:
        raise BadParameter.of("verdicts-columns", str(path), columns=", ".join(missing))
    wrong = _unusable(table)
    if wrong:
        raise BadParameter.of("verdicts-cells", str(path), columns=", ".join(wrong))
    return table[list(COMPARED_COLUMNS)]


def _unusable(table: pd.DataFrame) -> list[str]:
    """The columns with a cell that no verdict table of ours holds."""
    usable = {
        "region": table["region"].map(lambda cell: isinstance(cell, str)).all(),
        "target": table["target"].map(lambda cell: isinstance(cell, str)).all(),
        "as_of": is_numeric_dtype(table["as_of"]) and table["as_of"].notna().all(),
        "status": table["status"].isin([status.value for status in Status]).all(),
        "p_attain": is_numeric_dtype(table["p_attain"]) and _probabilities(table["p_attain"]),
    }
    return [name for name, fine in usable.items() if not fine]


def _probabilities(column: pd.Series) -> bool:
    return bool((column.isna() | column.between(0, 1)).all())
