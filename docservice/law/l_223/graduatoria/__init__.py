"""The statutory criteria of choice (L. 223/1991, art. 5): points, the ranking of each profile, the two quotas."""
