"""A real server over an archive, for tests with a browser or another client."""

from __future__ import annotations

import socket
import threading
import time
from pathlib import Path

import uvicorn
from starlette.testclient import TestClient

from chancery.show.web.app import create_app
from chancery.show.web.guard import Door

HOST = "127.0.0.1:8000"
"""The name under which `client` asks."""


def client(db: Path, reviewer: str = "") -> TestClient:
    """Return a client of the page over an archive, without a server."""
    return TestClient(create_app(db, Door(frozenset({HOST})), reviewer), base_url=f"http://{HOST}")


class Served:
    """The page over an archive, and every address that the browser asked for."""

    def __init__(self, db: Path) -> None:
        listening = socket.socket()
        listening.bind(("127.0.0.1", 0))
        self.host = f"127.0.0.1:{listening.getsockname()[1]}"
        self.db = db
        config = uvicorn.Config(create_app(db, Door(frozenset({self.host})), "ada"), log_level="warning")
        self.server = uvicorn.Server(config)
        threading.Thread(target=self.server.run, kwargs={"sockets": [listening]}, daemon=True).start()
        while not self.server.started:
            time.sleep(0.02)
        self.asked: list[str] = []
        self.complaints: list[str] = []

    def at(self, path: str) -> str:
        """Return the address of a path."""
        return f"http://{self.host}{path}"
