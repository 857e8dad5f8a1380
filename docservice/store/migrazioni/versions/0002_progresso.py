"""What was noted reading a table; when a lotto was last set going, and from where."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the columns."""
    with op.batch_alter_table("lotto") as table:
        table.add_column(sa.Column("note", sa.Text))
        table.add_column(sa.Column("avviato", sa.Float))
        table.add_column(sa.Column("gia_fatte", sa.Integer))
