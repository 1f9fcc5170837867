"""The command line's command that opens the page: serve.

In: an archive, or a folder that is added first. Out: a server on this machine, until Ctrl-C.
What it does not know: pages.
"""

from __future__ import annotations

import getpass
import ipaddress
import os
import secrets
import socket
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chancery.show.complaints import complaining, refuse

if TYPE_CHECKING:
    from chancery.show.web.guard import Door

PORT = 8642


def register(app: typer.Typer) -> None:
    """Add the command to an application."""
    app.command()(serve)
    app.command()(demo)


def serve(
    path: Annotated[Path, typer.Argument(metavar="ARCHIVE", help="An archive, or a folder of reports: added first.")],
    host: Annotated[str, typer.Option(help="Address to serve at; another than this machine's asks for a token.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any that is free.")] = PORT,
    token: Annotated[str | None, typer.Option(help="The token to ask for; made up where one is needed.")] = None,
    browser: Annotated[bool, typer.Option("--open/--no-open", help="Open the page in a browser.")] = True,
    reviewer: Annotated[str | None, typer.Option(metavar="NAME", help="Who decides; without it your login.")] = None,
) -> None:
    """Open the page that shows an archive, on this machine."""
    with complaining():
        _serve(_archive(path), _Place(host, port, token), browser, reviewer)


def demo(
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any that is free.")] = PORT,
    browser: Annotated[bool, typer.Option("--open/--no-open", help="Open the page in a browser.")] = True,
    jobs: Annotated[int, typer.Option(min=1, help="Worker processes for the first time.")] = 2,
) -> None:
    """Open the page on a sample: 48 reports of an invented year, read on this machine the first time."""
    with complaining():
        _serve(_demo(jobs), _Place("127.0.0.1", port), browser)


def _demo(jobs: int) -> Path:
    """Return the demo's archive, made where this version and model have not made it yet."""
    from importlib.resources import as_file, files

    from chancery.compose import reader
    from chancery.show import cli_add

    today = reader()
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "chancery"
    cache.mkdir(parents=True, exist_ok=True)
    db = cache / f"demo-{today.version}-{today.sha256[:12]}.db"
    with as_file(files("chancery") / "data" / "demo.jsonl") as table:  # adding again reads only what is missing
        cli_add.add_folder(table, db, jobs)
    return db


def _archive(path: Path) -> Path:
    """Return the archive to be shown; a folder is added to one beside it."""
    from chancery.store.archive import open_archive

    if not path.is_dir():
        open_archive(path).close()
        return path
    from chancery.show import cli_add

    db = path.with_name(f"{path.resolve().name}.db")
    typer.echo(f"Adding {path} to {db}.", err=True)
    cli_add.add_folder(path, db)
    return db


@dataclass(frozen=True, slots=True)
class _Place:
    """Where to serve, and the token to ask for."""

    host: str
    port: int
    token: str | None = None


def _serve(db: Path, place: _Place, browser: bool, reviewer: str | None = None) -> None:
    """Bind, say where, and serve."""
    import uvicorn

    from chancery.show.web.app import create_app, warm

    host, port, token = place.host, place.port, place.token
    local = _is_local(host)
    if not local and token is None:
        token = secrets.token_urlsafe(24)
    listening = _bind(host, port)
    taken = listening.getsockname()[1]
    door = _door(host, taken, token)
    address = f"http://{_bracketed(host)}:{taken}/" + (f"?token={token}" if token else "")
    typer.echo(f"{db} is shown at {address} until Ctrl-C.")
    if not local:
        typer.echo("Whoever has this address can read the archive; the connection is not encrypted.", err=True)
    if browser:
        import webbrowser

        webbrowser.open(address)
    app = create_app(db, door, reviewer or _login())
    threading.Thread(target=warm, args=(app,), daemon=True).start()
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, proxy_headers=False)
    uvicorn.Server(config).run(sockets=[listening])


def _login() -> str:
    """Return the name under which this machine knows the person, "reviewer" where it knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no such user, in a container
        return "reviewer"


def _is_local(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _bind(host: str, port: int) -> socket.socket:
    """Return a listening socket."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        refuse(f"{host}:{port} cannot be served at ({error.strerror}): choose another --port, or 0 for any.")
    return listening


def _door(host: str, port: int, token: str | None) -> Door:
    """Return the names under which the page may be asked for."""
    from chancery.show.web.guard import Door

    names = {_bracketed(host)}
    if _is_local(host):
        names |= {"127.0.0.1", "localhost", "[::1]"}
    elif host in ("0.0.0.0", "::"):  # all addresses of this machine, as was asked for
        names |= {socket.gethostname().lower(), *_addresses()}
    return Door(frozenset(f"{name}:{port}" for name in names), token)


def _addresses() -> set[str]:
    """Return this machine's addresses, by its own name."""
    try:
        found = socket.getaddrinfo(socket.gethostname(), None)
    except OSError:
        return set()
    return {_bracketed(str(one[4][0])) for one in found}


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host.lower()
