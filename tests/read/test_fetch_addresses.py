"""The attack list of addresses: each way to write or reach a place that must not be asked, refused with its reason."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.read import Fetcher, Refused
from reportedly.read.addresses import ANYWHERE, Door

ITSELF, PRIVATE, LINK, CLOUD = (
    "this machine itself",
    "a private network",
    "a link-local one",
    "a machine its keys",
)
RESERVED, MULTICAST, DISGUISE, NAME = "a reserved one", "a multicast one", "in disguise", "a name inside a network"
USER, BLANK, ZONE, NONE = "a user name or password", "a blank, a control character", "a zone or an escaped", "no host"
SCHEME, UNREADABLE, NOWHERE = "only http and https", "cannot be fetched", "cannot be found"

WRITTEN = [
    # IPv4, as everybody writes it
    ("http://127.0.0.1/", ITSELF),
    ("http://127.8.8.8:8080/admin", ITSELF),
    ("http://0.0.0.0/", ITSELF),
    ("http://0.1.2.3/", PRIVATE),
    ("http://10.0.0.1/", PRIVATE),
    ("http://172.16.0.1/", PRIVATE),
    ("http://192.168.1.1/", PRIVATE),
    ("http://100.64.0.1/", RESERVED),
    ("http://169.254.1.1/", LINK),
    ("http://198.18.0.1/", PRIVATE),
    ("http://192.0.2.1/", PRIVATE),
    ("http://192.88.99.1/", RESERVED),
    ("http://224.0.0.1/", MULTICAST),
    ("http://240.0.0.1/", PRIVATE),
    ("http://255.255.255.255/", PRIVATE),
    # where clouds keep a machine's keys
    ("http://169.254.169.254/latest/meta-data/", CLOUD),
    ("http://169.254.170.2/v2/credentials", CLOUD),
    ("http://100.100.100.200/latest/", CLOUD),
    ("http://168.63.129.16/machine", CLOUD),
    ("http://[fd00:ec2::254]/latest/", CLOUD),
    ("http://[::ffff:169.254.169.254]/", CLOUD),
    ("http://metadata.google.internal/computeMetadata/v1/", NAME),
    # IPv4 in disguise: decimal, octal, hexadecimal, short, mixed, with a dot at its end
    ("http://2130706433/", DISGUISE),
    ("http://017700000001/", DISGUISE),
    ("http://0x7f000001/", DISGUISE),
    ("http://0X7F.0.0.1/", DISGUISE),
    ("http://0177.0.0.1/", UNREADABLE),
    ("http://127.1/", DISGUISE),
    ("http://127.0.1/", DISGUISE),
    ("http://0x7f.1/", DISGUISE),
    ("http://0/", DISGUISE),
    ("http://127.0.0.1./", DISGUISE),
    ("http://127.000.000.001/", UNREADABLE),
    ("http://4294967297/", DISGUISE),
    ("http://1.2.3.4.5/", DISGUISE),
    ("http://example.0x7f/", DISGUISE),
    ("http://127。0。0。1/", ITSELF),  # ideographic full stops
    ("http://１２７.0.0.1/", UNREADABLE),  # full-width digits
    ("http://①②⑦.⓪.⓪.①/", UNREADABLE),
    ("http://١٢٧.٠.٠.١/", UNREADABLE),  # Arabic digits
    ("http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/", UNREADABLE),
    ("http://%31%32%37.0.0.1/", ZONE),
    # IPv6, and IPv4 inside it
    ("http://[::1]/", ITSELF),
    ("http://[::]/", ITSELF),
    ("http://[0:0:0:0:0:0:0:1]/", ITSELF),
    ("http://[::ffff:127.0.0.1]/", ITSELF),
    ("http://[::ffff:7f00:1]/", ITSELF),
    ("http://[0:0:0:0:0:ffff:10.0.0.1]/", PRIVATE),
    ("http://[::127.0.0.1]/", ITSELF),  # compatible, given up in 2006
    ("http://[2002:7f00:1::]/", ITSELF),  # 6to4
    ("http://[2002:a9fe:a9fe::1]/", CLOUD),
    ("http://[64:ff9b::7f00:1]/", ITSELF),  # NAT64
    ("http://[64:ff9b::a00:1]/", PRIVATE),
    ("http://[64:ff9b:1::a00:1]/", "not a public address"),  # NAT64 for a site's own use
    ("http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/", "not a public address"),  # Teredo
    ("http://[2600::5efe:a00:1]/", PRIVATE),  # ISATAP
    ("http://[fe80::1]/", LINK),
    ("http://[fe80::1%25eth0]/", ZONE),
    ("http://[fe80::1%eth0]/", ZONE),
    ("http://[fc00::1]/", PRIVATE),
    ("http://[fd12:3456::1]/", PRIVATE),
    ("http://[fec0::1]/", "not a public address"),
    ("http://[ff02::1]/", MULTICAST),
    ("http://[2001:db8::1]/", PRIVATE),
    ("http://[3fff::1]/", RESERVED),
    ("http://[100::1]/", PRIVATE),
    ("http://[5f00::1]/", RESERVED),
    ("http://[::1/", UNREADABLE),
    # names of this machine and of what is beside it
    ("http://localhost/", NAME),
    ("http://LOCALHOST./", NAME),
    ("http://printer.local/", NAME),
    ("http://a.b.localhost:9200/", NAME),
    # userinfo and other ways to make one reader see another host than the next
    ("http://example.org@127.0.0.1/", USER),
    ("http://ann:secret@example.org/", USER),
    ("http://@example.org/", USER),
    ("http://example.org:80@10.0.0.1/", USER),
    ("http://127.0.0.1\\@example.org/", BLANK),
    ("http://example.org\\.evil.example/", BLANK),
    ("http://exam ple.org/", BLANK),
    ("http://127.0.0.1\t/", BLANK),
    ("http://127.0.0.1\r\nHost: x/", BLANK),
    ("http://example.org\0.evil.example/", BLANK),
    ("http:\\\\127.0.0.1\\", NONE),
    ("http:///etc/passwd", NONE),
    ("http:127.0.0.1/", NONE),
    # what is no web address
    ("file:///etc/passwd", SCHEME),
    ("gopher://127.0.0.1:6379/_INFO", SCHEME),
    ("ftp://example.org/", SCHEME),
    ("javascript:alert(1)", SCHEME),
    ("data:text/html,<p>x", SCHEME),
    ("//127.0.0.1/", SCHEME),
    ("", SCHEME),
]


def refusal(fetch: Fetcher, url: str) -> str:
    with pytest.raises(Refused) as caught:
        fetch.get(url)
    return str(caught.value)


def nobody(host: str, _port: int) -> Sequence[str]:
    raise AssertionError(f"{host} was looked up, though its address is reason enough to refuse it")


@pytest.mark.parametrize(("url", "reason"), WRITTEN, ids=[ascii(url) for url, _ in WRITTEN])
def test_an_address_is_refused_for_how_it_is_written(url: str, reason: str) -> None:
    assert reason in refusal(Fetcher(resolve=nobody), url)


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        (["127.0.0.1"], ITSELF),
        (["8.8.8.8", "10.0.0.1"], PRIVATE),  # one of several is enough
        (["::1"], ITSELF),
        (["::ffff:192.168.0.1"], PRIVATE),
        (["fe80::1%2"], LINK),
        (["169.254.169.254"], CLOUD),
        (["64:ff9b::a9fe:a9fe"], CLOUD),
    ],
)
def test_a_name_is_refused_for_where_it_leads(answers: list[str], reason: str) -> None:
    said = refusal(Fetcher(resolve=lambda _host, _port: answers), "https://news.example/")
    assert "news.example is at" in said
    assert reason in said


def test_a_name_that_leads_nowhere() -> None:
    def unknown(_host: str, _port: int) -> Sequence[str]:
        raise OSError

    assert NOWHERE in refusal(Fetcher(resolve=unknown), "http://news.example/")


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "2001:4860:4860::8888", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1", "1.1.1.1"]
)
def test_the_open_internet_is_let_through(address: str) -> None:
    assert Door().objection(address) == ""


@pytest.mark.parametrize(
    ("address", "let"),
    [("10.1.2.3", True), ("10.2.2.3", False), ("::ffff:10.1.2.3", True), ("64:ff9b::a01:203", False), ("::1", False)],
)
def test_a_network_that_is_allowed_opens_nothing_else(address: str, let: bool) -> None:
    assert (Door.to(["10.1.0.0/16"]).objection(address) == "") is let


def test_a_network_that_is_none() -> None:
    with pytest.raises(ValueError, match="does not appear to be"):
        Fetcher(allowed=["10.1"])


@given(st.ip_addresses(v=4))
def test_ipv6_around_an_address_is_no_way_around_the_guard(address: object) -> None:
    inner = Door().objection(str(address))
    for form in (f"::ffff:{address}", f"64:ff9b::{address}"):
        assert Door().objection(form) == inner


@given(st.ip_addresses())
def test_every_address_is_judged_and_anywhere_is_anywhere(address: object) -> None:
    Door().objection(str(address))
    assert ANYWHERE.objection(str(address)) == ""
