"""The tables of the store.

What is recorded is never changed: reports, figures and decisions are only added, and known by a hash of their content.
Merging two stores is therefore the union of their rows. Whole numbers (``id``) count within one store only.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    Double,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
)

NAMES = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
}
metadata = MetaData(naming_convention=NAMES)
_HASH = String(64)
_WHOLE = BigInteger().with_variant(Integer, "sqlite")


def _text(name: str) -> Column:
    return Column(name, Text, nullable=False)


origin = Table(
    "origin",
    metadata,
    Column("uid", _HASH, primary_key=True),
    _text("name"),
    Column("own", SmallInteger, nullable=False),
)
"""The stores whose reports are here; ``own`` is 1 for this one."""

original = Table(
    "original",
    metadata,
    Column("sha256", _HASH, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
"""Files as they were received, compressed by zlib; the hash is that of the file."""

report = Table(
    "report",
    metadata,
    Column("id", _WHOLE, primary_key=True, autoincrement=False),
    Column("uid", _HASH, nullable=False, unique=True),
    Column("sha256", _HASH, ForeignKey("original.sha256"), nullable=False),
    _text("reporter"),
    _text("reported_at"),
    Column("rows", Integer, nullable=False),
)
"""One reading of a file: by whom and for which day it was reported (empty where that was not said)."""

receipt = Table(
    "receipt",
    metadata,
    Column("report", _HASH, ForeignKey("report.uid"), primary_key=True),
    Column("origin", _HASH, ForeignKey("origin.uid"), primary_key=True),
    _text("imported_at"),
    _text("file"),
)
"""Which store imported a report, when (ISO 8601, UTC), and under which file name."""

series = Table(
    "series",
    metadata,
    Column("id", _WHOLE, primary_key=True, autoincrement=False),
    _text("region"),
    _text("indicator"),
    Column("group", Text, nullable=False),
    UniqueConstraint("region", "indicator", "group"),
)

context = Table(
    "context",
    metadata,
    Column("id", _WHOLE, primary_key=True, autoincrement=False),
    Column("report_id", _WHOLE, ForeignKey("report.id"), nullable=False),
    _text("sheet"),
    _text("unit"),
    _text("status"),
    _text("held"),
    _text("basis"),
    _text("source"),
    _text("reported_at"),
)
"""What many figures of one report share; ``held`` is the rule by which the reader held them."""

figure = Table(
    "figure",
    metadata,
    Column("context_id", _WHOLE, ForeignKey("context.id"), primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("series_id", _WHOLE, nullable=False),
    Column("year", SmallInteger, nullable=False),
    Column("value", Double),
    Column("numerator", Double),
    Column("denominator", Double),
    _text("cell"),
    Column("line", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Every figure of every report; ``place`` is its row in the table that the intake made of the report."""

decision = Table(
    "decision",
    metadata,
    Column("uid", _HASH, primary_key=True),
    Column("origin", _HASH, ForeignKey("origin.uid"), nullable=False),
    _text("kind"),
    _text("region"),
    _text("indicator"),
    Column("group", Text, nullable=False),
    Column("year", SmallInteger, nullable=False),
    Column("value", Double),
    _text("role"),
    _text("reason"),
    _text("date"),
    _text("about"),
    _text("recorded_at"),
)
"""Confirmations, corrections, withdrawals, questions, answers and closed years; ``about`` is the question's ``uid``."""

judgement = Table(
    "judgement",
    metadata,
    Column("uid", _HASH, primary_key=True),
    Column("origin", _HASH, ForeignKey("origin.uid"), nullable=False),
    *map(_text, ("region", "target", "source", "judgement", "chance", "role", "date", "reason", "evidence", "as_of")),
    _text("recorded_at"),
    Column("place", Integer, nullable=False),
)
"""The ledger of judgements: its columns as the file ``data/judgements.csv`` has them, as texts; ``place`` is the row's
among those that were recorded at one time."""

action = Table(
    "action",
    metadata,
    Column("uid", _HASH, primary_key=True),
    Column("origin", _HASH, ForeignKey("origin.uid"), nullable=False),
    *map(_text, ("number", "region", "target", "action", "who", "due", "state", "note", "recorded")),
    *map(_text, ("status_then", "chance_then", "as_of_then", "recorded_at")),
    Column("place", Integer, nullable=False),
)
"""The list of actions, in the same way: the columns of ``data/actions.csv``."""
