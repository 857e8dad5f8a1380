"""The causes of the CIGS: what each asks of the agreement, and of the record of the examination."""
