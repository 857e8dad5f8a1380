"""The documents of D.Lgs. 148/2015."""
