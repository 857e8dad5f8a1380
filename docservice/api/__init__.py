"""The HTTP edge: one Flask application under the conventional base path."""

from docservice.api.app import BASE, create_app

__all__ = ["BASE", "create_app"]
