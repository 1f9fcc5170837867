"""Store: the archive, one SQLite file that holds every report and what was read in it."""
