"""One hash of everything that a value holds: where it is the same, a computation on the value gives the same.

Every field of every record enters, so that none can be forgotten when one is added; what is not known here is refused.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from pydantic import BaseModel

_PLAIN = (type(None), bool, int, float, str, bytes, date)


def value_digest(value: object) -> bytes:
    """SHA-256 of a record (dataclass or pydantic model) and all that it holds, whatever the process and its hash seed.

    Mappings and sequences count in their order, sets in none. What a record has worked out of its fields and
    keeps (a cached property) does not count.

    Raises
    ------
    TypeError
        If it holds a kind of value that is not known here.
    """
    return joined_digest((f"{type(value).__module__}.{type(value).__qualname__}".encode(), *_parts(value)))


def joined_digest(parts: Iterable[bytes]) -> bytes:
    """SHA-256 of several pieces; where one ends and the next begins counts."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "big") + part)
    return whole.digest()


def row_hashes(table: pd.DataFrame, *, labels: bool) -> np.ndarray:
    """A 64-bit hash of each row, with its label or without; shape (rows,)."""
    return pd.util.hash_pandas_object(table, index=labels).to_numpy(dtype=np.uint64)


def _parts(value: Any) -> Iterator[bytes]:
    if isinstance(value, _PLAIN):
        yield repr(value).encode()
    elif isinstance(value, pd.DataFrame):
        yield from _of_table(value)
    elif isinstance(value, np.ndarray) and value.dtype != object:
        yield from (str(value.dtype).encode(), repr(value.shape).encode(), value.tobytes())
    elif isinstance(value, Mapping):
        yield from (value_digest(item) for pair in value.items() for item in pair)
    elif isinstance(value, Set):
        yield from sorted(value_digest(item) for item in value)
    elif isinstance(value, Sequence):
        yield from (value_digest(item) for item in value)
    elif isinstance(value, BaseModel) or is_dataclass(value):
        yield from (value_digest(item) for name in _fields(value) for item in (name, getattr(value, name)))
    else:
        raise TypeError(f"no digest is defined for {type(value).__qualname__}")


def _fields(record: Any) -> Iterator[str]:
    yield from type(record).model_fields if isinstance(record, BaseModel) else (one.name for one in fields(record))


def _of_table(table: pd.DataFrame) -> Iterator[bytes]:
    """Names, types, and the rows with their labels."""
    yield repr([(str(name), str(kind)) for name, kind in table.dtypes.items()]).encode()
    yield row_hashes(table, labels=True).tobytes()
