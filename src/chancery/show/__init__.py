"""Show: the only way out: the command line now, pages and exports later."""
