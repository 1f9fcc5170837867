"""Resolve: who, when, where, which status, and what is the same deed."""
