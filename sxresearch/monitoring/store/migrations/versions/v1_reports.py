"""Version 1: origins, originals, reports, receipts and figures."""

import sqlalchemy as sa
from alembic import op

revision = "1"
down_revision = None

_HASH = sa.String(64)
_WHOLE = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the tables."""
    _sources()
    _figures()


def _texts(*names: str) -> list[sa.Column]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _id(name: str = "id") -> sa.Column:
    return sa.Column(name, _WHOLE, autoincrement=False, nullable=False)


def _sources() -> None:
    op.create_table(
        "origin",
        sa.Column("uid", _HASH, nullable=False),
        *_texts("name"),
        sa.Column("own", sa.SmallInteger, nullable=False),
        sa.PrimaryKeyConstraint("uid", name="pk_origin"),
    )
    op.create_table(
        "original",
        sa.Column("sha256", _HASH, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_original"),
    )
    op.create_table(
        "report",
        _id(),
        sa.Column("uid", _HASH, nullable=False),
        sa.Column("sha256", _HASH, nullable=False),
        *_texts("reporter", "reported_at"),
        sa.Column("rows", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_report"),
        sa.UniqueConstraint("uid", name="uq_report_uid"),
        sa.ForeignKeyConstraint(["sha256"], ["original.sha256"], name="fk_report_sha256"),
    )
    op.create_table(
        "receipt",
        sa.Column("report", _HASH, nullable=False),
        sa.Column("origin", _HASH, nullable=False),
        *_texts("imported_at", "file"),
        sa.PrimaryKeyConstraint("report", "origin", name="pk_receipt"),
        sa.ForeignKeyConstraint(["report"], ["report.uid"], name="fk_receipt_report"),
        sa.ForeignKeyConstraint(["origin"], ["origin.uid"], name="fk_receipt_origin"),
    )


def _figures() -> None:
    op.create_table(
        "series",
        _id(),
        *_texts("region", "indicator", "group"),
        sa.PrimaryKeyConstraint("id", name="pk_series"),
        sa.UniqueConstraint("region", "indicator", "group", name="uq_series_region"),
    )
    op.create_table(
        "context",
        _id(),
        _id("report_id"),
        *_texts("sheet", "unit", "status", "held", "basis", "source", "reported_at"),
        sa.PrimaryKeyConstraint("id", name="pk_context"),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name="fk_context_report_id"),
    )
    op.create_table(
        "figure",
        _id("context_id"),
        sa.Column("place", sa.Integer, autoincrement=False, nullable=False),
        _id("series_id"),
        sa.Column("year", sa.SmallInteger, nullable=False),
        *(sa.Column(name, sa.Double) for name in ("value", "numerator", "denominator")),
        *_texts("cell"),
        sa.Column("line", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("context_id", "place", name="pk_figure"),
        sa.ForeignKeyConstraint(["context_id"], ["context.id"], name="fk_figure_context_id"),
        sqlite_with_rowid=False,
    )
