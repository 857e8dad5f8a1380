"""The documents of the extraordinary treatment (CIGS) other than the solidarity contract: notice, record, agreement."""
