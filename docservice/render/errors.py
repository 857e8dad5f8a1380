"""What a writer raises when it cannot print what it was given."""


class RenderError(Exception):
    """A document that must not be issued: a missing font, glyph or asset, or any warning of the layout engine.

    The data have passed their schema by now, so this is a fault of ours and not of who asked.
    """
