"""How data travel: JSON, XML and forms in; JSON Schema and XSD out."""
