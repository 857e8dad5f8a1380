"""The doubts about a table and its rows, what its columns became, how far its examination has come."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the columns, and the indexes by which some rows are found among many."""
    with op.batch_alter_table("lotto") as table:
        table.add_column(sa.Column("avvisi", sa.Text))
        table.add_column(sa.Column("colonne", sa.Text))
        table.add_column(sa.Column("con_avvisi", sa.Integer))
        table.add_column(sa.Column("esaminate", sa.Integer))
        table.add_column(sa.Column("da_esaminare", sa.Integer))
        table.add_column(sa.Column("esame_secondi", sa.Float))
    with op.batch_alter_table("riga") as table:
        table.add_column(sa.Column("avvisi", sa.Text))
    op.create_index("riga_lotto_stato", "riga", ["lotto", "stato", "numero"])
    op.create_index("riga_avvisi", "riga", ["lotto", "numero"], sqlite_where=sa.text("avvisi IS NOT NULL"))
