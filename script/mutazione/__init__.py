"""Mutation testing of the law: small faults put in it one at a time, and how many of them the tests see."""
