"""Fixtures for all tests, and the guard: a test that reaches for the network fails."""

from __future__ import annotations

import socket
from typing import Any, NoReturn

import pytest
from hypothesis import settings


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: Any, **_: Any) -> NoReturn:
        raise AssertionError(f"a test reached for the network: {args[1:]}")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
