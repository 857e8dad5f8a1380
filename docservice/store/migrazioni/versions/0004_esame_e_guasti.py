"""The batch that examines a table, who has a batch in hand; why a table was refused, when the work stood still."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the columns."""
    with op.batch_alter_table("lotto") as table:
        table.add_column(sa.Column("trascorso", sa.Float))
        table.add_column(sa.Column("misurato", sa.Float))
        table.add_column(sa.Column("errori", sa.Text))
        table.add_column(sa.Column("fermate", sa.Text))
    with op.batch_alter_table("blocco") as table:
        table.add_column(sa.Column("esamina", sa.Boolean))
        table.add_column(sa.Column("tenuto", sa.String(32)))
