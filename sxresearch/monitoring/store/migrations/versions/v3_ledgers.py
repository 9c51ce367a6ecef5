"""Version 3: the ledgers of judgements and of actions."""

import sqlalchemy as sa
from alembic import op

revision = "3"
down_revision = "2"

_HASH = sa.String(64)


def upgrade() -> None:
    """Add both tables; what is there stays as it is."""
    _table(
        "judgement",
        ("region", "target", "source", "judgement", "chance", "role", "date", "reason", "evidence", "as_of"),
    )
    _table(
        "action",
        (
            "number", "region", "target", "action", "who", "due", "state", "note", "recorded", "status_then",
            "chance_then", "as_of_then",
        ),
    )  # fmt: skip


def _table(name: str, texts: tuple[str, ...]) -> None:
    op.create_table(
        name,
        sa.Column("uid", _HASH, nullable=False),
        sa.Column("origin", _HASH, nullable=False),
        *(sa.Column(text, sa.Text, nullable=False) for text in (*texts, "recorded_at")),
        sa.Column("place", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("uid", name=f"pk_{name}"),
        sa.ForeignKeyConstraint(["origin"], ["origin.uid"], name=f"fk_{name}_origin"),
    )
