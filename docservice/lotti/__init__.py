"""Many documents from one table: rows with a state each, and the engine that makes them."""
