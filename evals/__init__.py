"""Evals: how well the reader reads, against gold, with floors that do not sink unseen."""
