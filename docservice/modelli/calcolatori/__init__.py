"""The calculators as they are asked and as they answer: one module each, found by walking (`catalogo`)."""
