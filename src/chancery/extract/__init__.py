"""Extract: what one analysis mentions, one file a kind."""
