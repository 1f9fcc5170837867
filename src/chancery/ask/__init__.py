"""Ask: questions to an archive, answered in rows."""
