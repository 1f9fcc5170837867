"""Intake: from what lies in files and feeds to an archive, by worker processes."""
