"""The agreements of Allegato B, one schema each, and the free one."""
