"""The documents of the CIG in deroga, Lombardia 2009-2010."""
