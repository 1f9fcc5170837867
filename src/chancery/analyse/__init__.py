"""Analyse: text to tokens, sentences, trees, names and attributions, by one small model."""
