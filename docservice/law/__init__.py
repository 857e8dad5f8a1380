"""The law: rules, dated figures, citations. Pure: no I/O but reading its own figures."""
