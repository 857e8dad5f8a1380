"""Tables as files: which kind one is, how its rows and cells are read, what comes through the fence."""
