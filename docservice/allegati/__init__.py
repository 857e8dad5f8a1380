"""Files of others that go with a document, and what they are checked for before they are kept."""
