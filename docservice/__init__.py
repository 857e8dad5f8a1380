"""Structured data of an Italian union agreement in; a cited verdict and a document ready to sign out."""

__version__ = "0.1.0"
