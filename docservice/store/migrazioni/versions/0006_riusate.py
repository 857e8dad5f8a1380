"""How many documents of a lotto are those of an earlier one."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the column."""
    with op.batch_alter_table("lotto") as table:
        table.add_column(sa.Column("riusate", sa.Integer))
