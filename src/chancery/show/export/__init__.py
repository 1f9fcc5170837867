"""Export: an archive's events in the files of other datasets, dyad-month panels, and frozen releases."""
