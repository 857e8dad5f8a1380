"""The application for a treatment: the procedure it closes, by when it is filed, and where."""
