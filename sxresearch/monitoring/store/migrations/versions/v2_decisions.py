"""Version 2: confirmations, corrections, withdrawals, questions, answers and closed years."""

import sqlalchemy as sa
from alembic import op

revision = "2"
down_revision = "1"

_HASH = sa.String(64)


def upgrade() -> None:
    """Add the table of decisions; what is there stays as it is."""
    op.create_table(
        "decision",
        sa.Column("uid", _HASH, nullable=False),
        sa.Column("origin", _HASH, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("kind", "region", "indicator", "group")),
        sa.Column("year", sa.SmallInteger, nullable=False),
        sa.Column("value", sa.Double),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("role", "reason", "date", "about", "recorded_at")),
        sa.PrimaryKeyConstraint("uid", name="pk_decision"),
        sa.ForeignKeyConstraint(["origin"], ["origin.uid"], name="fk_decision_origin"),
    )
