"""Which addresses may be asked for: judged as they are written first, and again as the IP address that they lead to.

This is the one place that decides it, for reading, watching and sending alike.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self, TypeAlias

import httpx

Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address
Network: TypeAlias = ipaddress.IPv4Network | ipaddress.IPv6Network

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_COMPATIBLE = ipaddress.ip_network("::/96")
_UNICAST = ipaddress.ip_network("2000::/3")  # all of IPv6 that is given out for use on the internet
_ISATAP = frozenset({0x00005EFE, 0x02005EFE})  # third quarter of an address whose last quarter is an IPv4 address
_CLOSED = tuple(
    ipaddress.ip_network(text)
    for text in (
        "192.88.99.0/24",  # 6to4 relays, withdrawn (RFC 7526)
        "2001::/23",  # protocols of their own (RFC 2928), hashes that are no places (RFC 7343)
        "3fff::/20",  # documentation (RFC 9637)
    )
)
_METADATA = frozenset(  # where clouds tell a machine its own keys; some of them are public addresses
    ipaddress.ip_address(text)
    for text in (
        "169.254.169.254", "169.254.170.2", "169.254.170.23", "100.100.100.200", "168.63.129.16", "192.0.0.192",
        "fd00:ec2::254", "fd00:ec2::23", "fd20:ce::254",
    )
)  # fmt: skip
_INNER = frozenset({"localhost", "local", "internal", "intranet", "lan", "home", "corp", "arpa", "localdomain"})
_ODD = re.compile(r"[\x00-\x20\x7f\\]")
_AUTHORITY = re.compile(r"(?i:https?)://([^/?#]*)")
_NUMBER = re.compile(r"0[xX][0-9a-fA-F]*|[0-9]+")


class Refused(Exception):  # noqa: N818 - a reason, not a fault
    """A page was not fetched, and why, in words for people."""

    def __init__(self, reason: str, *, status: int = 0, again: bool = False, retry_after: str = "") -> None:
        """Say why; `again` where a later try may succeed, `retry_after` as the server's header has it."""
        super().__init__(reason)
        self.status = status  # of the server's answer, 0 where there was none
        self.again = again
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Door:
    """What is let through: the open internet, and the networks that are allowed besides."""

    allowed: tuple[Network, ...] = ()

    @classmethod
    def to(cls, networks: Iterable[str]) -> Self:
        """Let networks such as "10.1.0.0/16" through besides. Raises ValueError where one is none."""
        return cls(tuple(ipaddress.ip_network(text) for text in networks))

    def objection(self, text: str) -> str:
        """Return why an IP address must not be connected to, "" where it may be."""
        address = ipaddress.ip_address(text.partition("%")[0])
        meant = (address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None) or address
        if any(meant in network for network in self.allowed if network.version == meant.version):
            return ""
        return next((why for one in _carried(address) if (why := _why_not(one))), "")

    def checked(self, url: str) -> httpx.URL:
        """Return an address as httpx reads it. Raises Refused where how it is written is reason enough."""
        scheme = url.partition(":")[0].lower()
        if scheme not in {"http", "https"}:
            raise Refused("only http and https addresses are fetched")
        authority = _AUTHORITY.match(url)
        if authority is None or not authority[1]:
            raise Refused("the address names no host")
        if _ODD.search(authority[1]):
            raise Refused(
                "the host has a blank, a control character or a backslash in it: it could be read in two ways"
            )
        try:
            found = httpx.URL(url)
        except (httpx.InvalidURL, UnicodeError) as error:
            raise Refused(f"the address cannot be fetched ({error})") from error
        if found.userinfo or "@" in authority[1]:
            raise Refused("the address carries a user name or password; they are not sent")
        self._check_host(found.raw_host.decode("ascii", "replace").lower())
        return found

    def _check_host(self, host: str) -> None:
        if "%" in host:
            raise Refused("the host has a zone or an escaped character in it")
        labels = host.removesuffix(".").split(".")
        if ":" in host:
            if why := self.objection(host):
                raise Refused(f"{host} is not a public address but {why}; private ones have to be allowed")
        elif _NUMBER.fullmatch(labels[-1]):
            self._check_quad(host)
        elif not self.allowed and labels[-1] in _INNER:
            raise Refused(f"{host} is a name inside a network, not a public address; private ones have to be allowed")

    def _check_quad(self, host: str) -> None:
        """A host whose last label is a number is an IPv4 address to browsers and resolvers, however it is written."""
        try:
            ipaddress.IPv4Address(host)
        except ValueError:
            raise Refused(f"{host} is an address in disguise, not a public address: write it as four numbers") from None
        if why := self.objection(host):
            raise Refused(f"{host} is not a public address but {why}; private ones have to be allowed")


ANYWHERE = Door.to(["0.0.0.0/0", "::/0"])


def _why_not(address: Address) -> str:
    if address in _METADATA:
        return "where a cloud tells a machine its keys"
    kinds = (
        ("this machine itself", address.is_loopback or address.is_unspecified),
        ("a link-local one", address.is_link_local),
        ("a multicast one", address.is_multicast),
        ("one of a private network", address.is_private),
        ("a reserved one", address.is_reserved or not address.is_global),
    )
    if found := next((name for name, so in kinds if so), ""):
        return found
    if any(address in network for network in _CLOSED if network.version == address.version):
        return "a reserved one"
    return "a reserved one" if address.version == 6 and address not in _UNICAST else ""


def _carried(address: Address) -> list[Address]:
    """Return the addresses a packet to `address` may end at: itself, and the IPv4 address inside it."""
    if isinstance(address, ipaddress.IPv4Address):
        return [address]
    last = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    if address.ipv4_mapped is not None:
        return [address.ipv4_mapped]
    if address in _NAT64:
        return [last]
    if address in _COMPATIBLE and int(address) > 1:
        return [last, address]
    inner: list[Address] = [one for one in (address.sixtofour, *(address.teredo or ())) if one is not None]
    if (int(address) >> 32) & 0xFFFFFFFF in _ISATAP:
        inner.append(last)
    # A 6to4 packet ends at the IPv4 address; of the other one Python 3.11.2 thinks otherwise than 3.11.7.
    return inner if address.sixtofour is not None else [address, *inner]
