"""Migrations: numbered steps that bring an archive's schema to this version's.

In: a connection. Out: its schema is `LATEST`; each step is one transaction.
What it does not know: how to go back; an archive of a later version is refused (`archive`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from chancery.store import m001_first, m002_review

STEPS: tuple[str, ...] = (m001_first.SCRIPT, m002_review.SCRIPT)
"""The scripts in order; the schema's version is how many of them have run."""
LATEST = len(STEPS)


def migrate(connection: sqlite3.Connection, application: int) -> None:
    """Run the steps that are missing.

    Args:
        connection: opened for writing, in autocommit mode.
        application: SQLite's application id, set with the first step.
    """
    while _version(connection) < LATEST:
        connection.execute("BEGIN IMMEDIATE")
        try:
            number = _version(connection)  # another process may have been first
            for statement in statements(STEPS[number]) if number < LATEST else ():
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {application}")
            connection.execute(f"PRAGMA user_version = {min(number + 1, LATEST)}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise


def statements(script: str) -> Iterator[str]:
    r"""Yield the statements of a script; a statement ends with its line.

    Example:
        >>> list(statements("SELECT 1;\nSELECT 2;"))
        ['SELECT 1;', 'SELECT 2;']
    """
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement.strip()
            statement = ""


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version
