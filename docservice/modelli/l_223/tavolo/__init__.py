"""The records that the parties of a collective dismissal sign at the table: meeting, agreement, disagreement."""
