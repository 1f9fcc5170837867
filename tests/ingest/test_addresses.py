"""URLs lead to the public internet only, however an address is written."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable

import pytest

from chancery.errors import AddressRefused, FetchError
from chancery.ingest.addresses import Target, addresses_of, is_public, target_of

PRIVATE = [
    "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
    "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1", "fc00::1",
    "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1",
    "2002:7f00:1::", "2002:a00:1::1", "2001:db8::1",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_private_and_special_addresses_are_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/feed", "http://2130706433/", "http://0x7f.1/", "http://0x7f000001/", "http://017700000001/",
        "http://127.1/", "http://localhost/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://0/",
        "http://169.254.169.254/latest/meta-data/",
    ],
)  # fmt: skip
def test_this_machine_and_its_network_are_refused_however_they_are_written(url: str) -> None:
    with pytest.raises((AddressRefused, FetchError)):  # some systems do not know the odd ways, and find no such host
        addresses_of(target_of(url), allow_private=False)


def test_a_private_address_is_let_pass_where_it_is_allowed() -> None:
    assert addresses_of(target_of("http://127.0.0.1/"), allow_private=True) == ["127.0.0.1"]


def answering(*addresses: str) -> Callable[..., list[tuple[object, ...]]]:
    return lambda _host, port, **_: [(0, 0, 0, "", (address, port)) for address in addresses]


def test_one_private_address_among_public_ones_is_enough_to_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", answering("93.184.216.34", "10.0.0.1"))
    with pytest.raises(AddressRefused, match=r"feed\.example leads to 10\.0\.0\.1.*--allow-private"):
        addresses_of(target_of("http://feed.example/"), allow_private=False)


def test_a_link_local_address_with_a_zone_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", answering("fe80::1%eth0"))
    with pytest.raises(AddressRefused):
        addresses_of(target_of("http://feed.example/"), allow_private=False)


def test_a_host_that_is_not_found_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror("Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(FetchError, match=r"none\.example is not found"):
        addresses_of(target_of("http://none.example/"), allow_private=False)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://x.example/", "file:///etc/passwd", "gopher://x.example/", "x.example/feed", "http://", "http:///path",
        "http://user:secret@x.example/", "http://x.example:99999/", "http://x.example:abc/", "http://a b/",
        "javascript:x", "http://x.example/a\r\nHost: y", "http://[::1", "http://" + "a" * 300 + ".example/",
        "http://x.example/" + "a" * 3000, "",
    ],
)  # fmt: skip
def test_what_is_no_address_of_the_web_is_refused(url: str) -> None:
    with pytest.raises(AddressRefused):
        target_of(url)


def test_a_url_is_taken_apart_and_quoted() -> None:
    assert target_of("https://bücher.example:8443/straße?q=é#top") == Target(
        "https", "xn--bcher-kva.example", 8443, "/stra%C3%9Fe?q=%C3%A9"
    )


@pytest.mark.parametrize(
    ("url", "origin"),
    [("http://x.example/a", "http://x.example"), ("https://[2606::1]:8443/a", "https://[2606::1]:8443")],
)
def test_an_origin_is_scheme_host_and_port(url: str, origin: str) -> None:
    assert target_of(url).origin == origin
