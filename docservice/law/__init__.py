"""The law: rules, dated figures, citations. Pure: it reads its own figures, and nothing else."""
