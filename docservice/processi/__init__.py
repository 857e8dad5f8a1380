"""What every process is made with: the one that renders, the fence for hostile files, faults, the log."""
