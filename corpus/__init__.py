"""The corpus: reports with their events, statements, figures and roles, written down by people's rules."""
