"""The clock: the time that archives and releases are written with.

In: the environment. Out: a moment; SOURCE_DATE_EPOCH stops it where it is set (reproducible-builds.org).
"""

from __future__ import annotations

import os
from datetime import UTC, datetime


def now() -> datetime:
    """Return the time in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)
