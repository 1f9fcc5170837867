"""Fixtures for all tests, and the guard: a test that reaches beyond this machine fails."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import settings


def is_here(host: object) -> bool:
    """Tell whether a host is this machine, or an address that needs no name server to be looked at."""
    if host in (None, "localhost", b"localhost"):
        return True
    try:
        return ipaddress.ip_address(host.decode() if isinstance(host, bytes) else str(host)).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let sockets reach this machine only."""

    def guarded(name: str) -> Callable[..., Any]:
        original = getattr(socket.socket, name)

        def call(self: socket.socket, *args: Any) -> Any:
            address = args[-1]
            if isinstance(address, tuple) and not is_here(address[0]):
                raise AssertionError(f"a test reached for the network: {address}")
            return original(self, *args)

        return call

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, guarded(name))
    resolve = socket.getaddrinfo

    def resolved(host: Any, *args: Any, **options: Any) -> Any:
        numeric = options.get("flags", 0) & socket.AI_NUMERICHOST or (len(args) > 4 and args[4] & socket.AI_NUMERICHOST)
        if not (is_here(host) or numeric or _is_number(host)):
            raise AssertionError(f"a test reached for a name server: {host}")
        return resolve(host, *args, **options)

    monkeypatch.setattr(socket, "getaddrinfo", resolved)


def _is_number(host: object) -> bool:
    """Tell whether a host is an address in one of its forms, so that nobody is asked for it."""
    return all(character in "0123456789abcdefABCDEFxX.:[]" for character in str(host)) and any(
        character.isdigit() for character in str(host)
    )


settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
