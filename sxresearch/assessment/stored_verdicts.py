"""The verdicts of a run as a file beside its briefs, so that the next run can say what has changed."""

from pathlib import Path

import pandas as pd

from sxresearch.assessment.verdict import VERDICT_COLUMNS
from sxresearch.errors import BadParameter

VERDICTS_FILE = "verdicts.parquet"


def save_verdicts(verdicts: pd.DataFrame, path: Path) -> Path:
    """Write a verdict table as Parquet; the same table gives the same bytes."""
    verdicts.reset_index(drop=True).to_parquet(path, index=False)
    return path


def load_verdicts(path: Path) -> pd.DataFrame:
    """The verdict table of an earlier run.

    Raises
    ------
    BadParameter
        If the file is missing or holds no verdict table.
    """
    try:
        table = pd.read_parquet(path)
    except FileNotFoundError as problem:
        raise BadParameter.of("file-missing", str(path)) from problem
    except (ValueError, OSError) as problem:
        raise BadParameter.of("verdicts-unreadable", str(path), problem=type(problem).__name__) from problem
    missing = [name for name in VERDICT_COLUMNS[:20] if name not in table.columns]
    if missing:
        raise BadParameter.of("verdicts-columns", str(path), columns=", ".join(missing))
    return table
