"""Benchmarks: speed, measured in one run as ratios."""
