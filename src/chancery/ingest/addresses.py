"""Addresses: which URLs may be fetched, and from which address of the internet.

In: a URL. Out: its parts, and addresses to connect to, or `AddressRefused`.
What it does not know: connections. A name is looked up once, and what was looked up is what is connected to: a name
whose answer changes between the check and the connection gains nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from chancery.errors import AddressRefused, FetchError
from chancery.ingest.dates import LONGEST_URL

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
PORTS = {"http": 80, "https": 443}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: IPv4 addresses behind a translator
_SAFE = "%/:=&?~#+!$,;'@()*[]"  # what may stand in a path as it is (RFC 3986)


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> str:
        """Scheme, host and port, as a URL."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == PORTS[self.scheme] else f":{self.port}")


def target_of(url: str) -> Target:
    """Take a URL apart.

    Raises:
        AddressRefused: it is none of the web, or has a user's name in it.

    Example:
        >>> target_of("https://example.org/feed?a=1").path
        '/feed?a=1'
    """
    try:
        parts = urlsplit(url[: LONGEST_URL + 1])
        port = parts.port or PORTS[parts.scheme]
        host = (parts.hostname or "").encode("idna").decode()
    except (ValueError, KeyError, UnicodeError):
        raise AddressRefused(f"{url[:100]!r} is no address of the web: it begins with http:// or https://.") from None
    if not host or len(url) > LONGEST_URL or any(ord(character) <= 32 for character in url):
        raise AddressRefused(f"{url[:100]!r} is no address of the web: check it.")
    if "@" in parts.netloc:
        raise AddressRefused(f"{host} is asked for with a user's name or password: leave them out.")
    path = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")
    return Target(parts.scheme, host, port, path)


def addresses_of(target: Target, *, allow_private: bool) -> list[str]:
    """Look a host up.

    Args:
        target: where a request goes; its host may be an address itself, in any of the ways in which one can be written.
        allow_private: let every address pass.

    Returns:
        Its addresses, in the order of the answer.

    Raises:
        AddressRefused: one of them is not public: who answers so is not to be trusted with the others.
        FetchError: there is no such host.
    """
    try:
        answers = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"{target.host} is not found ({error}): check the address and the network.") from None
    found = list(dict.fromkeys(str(answer[4][0]).partition("%")[0] for answer in answers))
    for one in found:
        if not allow_private and not is_public(ipaddress.ip_address(one)):
            raise AddressRefused(
                f"{target.host} leads to {one}, which is not on the public internet: "
                "if you mean it, allow private addresses (--allow-private)."
            )
    return found


def is_public(address: Address) -> bool:
    """Tell whether an address, and the IPv4 address that it may wrap, is one of the public internet."""
    if isinstance(address, ipaddress.IPv6Address):
        wrapped = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if address in _NAT64:
            wrapped.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if any(one is not None and not is_public(one) for one in wrapped):
            return False
        if address.ipv4_mapped or address in _NAT64:
            return True  # the inner address decides
    return address.is_global and not address.is_multicast and not address.is_reserved
