"""Chancery reads news reports into a dated, sourced record."""
