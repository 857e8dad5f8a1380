"""What the service costs: measured beside what one would write without it, in the same run, and printed as a table.

Machines differ and are shared, so the ratios are worth more than the times, which are of processor and not of clock.
"""
