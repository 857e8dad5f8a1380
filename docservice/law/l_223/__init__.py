"""L. 223/1991: collective dismissals. So far its terms."""
