"""The one source of the words: template + data -> blocks."""
