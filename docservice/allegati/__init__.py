"""Files of others that go with a document, and their examination."""
