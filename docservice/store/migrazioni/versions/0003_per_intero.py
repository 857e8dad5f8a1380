"""Whether the document of a row was laid out in full, where the others are copies."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the column."""
    with op.batch_alter_table("riga") as table:
        table.add_column(sa.Column("per_intero", sa.Boolean))
