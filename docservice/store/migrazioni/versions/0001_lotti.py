"""Lotti, rows, batches."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "lotto",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("modello", sa.String(60), nullable=False),
        sa.Column("formato", sa.String(10), nullable=False),
        sa.Column("unione", sa.String(10), nullable=False),
        sa.Column("stato", sa.String(20), nullable=False),
        sa.Column("righe", sa.Integer, nullable=False),
        sa.Column("creato", sa.Float, nullable=False),
        sa.Column("finito", sa.Float),
        sa.Column("scade", sa.Float, nullable=False, index=True),
        sa.Column("chiave", sa.String(64), unique=True),
        sa.Column("impronta", sa.String(64), nullable=False),
    )
    op.create_table(
        "riga",
        sa.Column("lotto", sa.String(32), sa.ForeignKey("lotto.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("numero", sa.Integer, primary_key=True),
        sa.Column("stato", sa.String(20), nullable=False),
        sa.Column("nome", sa.String(200), nullable=False),
        sa.Column("dati", sa.Text),
        sa.Column("difetti", sa.Text),
        sa.Column("impronta", sa.String(64), index=True),
        sa.Column("pacco", sa.String(80), index=True),
        sa.Column("inizio", sa.Integer),
        sa.Column("lunghezza", sa.Integer),
        sa.Column("sha256", sa.String(64)),
    )
    op.create_table(
        "blocco",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("lotto", sa.String(32), sa.ForeignKey("lotto.id", ondelete="CASCADE"), nullable=False),
        sa.Column("dal", sa.Integer, nullable=False),
        sa.Column("al", sa.Integer, nullable=False),
        sa.Column("unisce", sa.Boolean, nullable=False),
        sa.Column("stato", sa.String(20), nullable=False),
        sa.Column("tentativi", sa.Integer, nullable=False),
        sa.Column("scade", sa.Float, nullable=False),
        sa.Column("gettone", sa.String(32)),
    )
    op.create_index("blocco_lotto_stato", "blocco", ["lotto", "stato"])
