"""Mail over TLS with a login: a real server, with certificates that hold and ones that do not."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from ipaddress import ip_address
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from reportedly.alert.deliver import Undelivered, deliver
from reportedly.alert.targets import Email, Security

HERE = "127.0.0.1"
USER, PASSWORD = "reportedly", "correct horse"
NOW = datetime.now(UTC)
TOLD = {
    "key": "k1",
    "headline": "disputed (was claimed): the bridge is open",
    "who": "Ukraine",
    "words": "the bridge at Kerch was open",
    "outlet": "Evening Herald",
    "published": "2031-05-02",
    "title": "Ukraine denies",
    "link": "https://evening-herald.example/2031-05-02",
    "rule": "any",
    "claim": "c1",
    "statement": "a1:s1",
}


class Postmaster:
    """Takes mail from those who log in, and notes how it came and which passwords were tried."""

    def __init__(self) -> None:
        self.mails: list[bytes] = []
        self.encrypted: list[bool] = []
        self.passwords: list[bytes] = []

    def log_in(
        self, _server: SMTP, _session: Session, _envelope: Envelope, _how: str, data: LoginPassword
    ) -> AuthResult:
        self.passwords.append(data.password)
        right = (data.login, data.password) == (USER.encode(), PASSWORD.encode())
        return AuthResult(success=right, handled=False)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802, ARG002
        assert server.transport is not None
        self.encrypted.append(server.transport.get_extra_info("sslcontext") is not None)
        self.mails.append(envelope.original_content or b"")
        return "250 OK"


class Authority:
    """Signs certificates, and writes them where a server and its clients look."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Tests")])
        self.file = folder / "authority.pem"
        self.file.write_bytes(self._signed(self._name, self._key.public_key(), None))

    def context(self, host: str, *, days: int = 1) -> ssl.SSLContext:
        """Return what a server needs to be `host`, by a certificate that ends in so many days."""
        key = ec.generate_private_key(ec.SECP256R1())
        chain = self.folder / f"{host}.pem"
        plain = serialization.NoEncryption()
        chain.write_bytes(
            key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
            + self._signed(x509.Name([]), key.public_key(), host, days)
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(chain)
        return context

    def _signed(self, subject: x509.Name, key: ec.EllipticCurvePublicKey, host: str | None, days: int = 1) -> bytes:
        usage = x509.KeyUsage(True, False, False, False, False, host is None, host is None, False, False)
        identifier = x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key())
        made = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self._name)
            .public_key(key)
            .serial_number(x509.random_serial_number())
            .not_valid_before(NOW - timedelta(days=9))
            .not_valid_after(NOW + timedelta(days=days))
            .add_extension(x509.BasicConstraints(ca=host is None, path_length=None), critical=True)
            .add_extension(usage, critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
            .add_extension(identifier, critical=False)
        )
        if host is not None:
            name = x509.IPAddress(ip_address(host)) if host[0].isdigit() else x509.DNSName(host)
            made = made.add_extension(x509.SubjectAlternativeName([name]), critical=not list(subject))
        return made.sign(self._key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Authority:
    """One that this machine trusts."""
    made = Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(made.file))
    monkeypatch.setenv("MAIL", PASSWORD)
    return made


@contextmanager
def serving(security: Security, context: ssl.SSLContext) -> Iterator[tuple[Postmaster, Email]]:
    """Run a mail server, and yield it with the target that leads to it."""
    master = Postmaster()
    with socket.socket() as unused:
        unused.bind((HERE, 0))
        port = unused.getsockname()[1]
    server = Controller(
        master,
        hostname=HERE,
        port=port,
        ssl_context=context if security is Security.TLS else None,
        authenticator=master.log_in,
        auth_required=security is not Security.NONE,
        auth_require_tls=security is Security.STARTTLS,  # else it is encrypted before anything is said
        tls_context=context if security is Security.STARTTLS else None,
        require_starttls=security is Security.STARTTLS,
    )
    server.start()
    try:
        yield master, Email(("a@b.example",), "r@b.example", HERE, port, security, USER, "MAIL")
    finally:
        server.stop()


def refused(target: Email) -> Undelivered:
    with pytest.raises(Undelivered) as caught:
        deliver(target, "", TOLD, NOW)
    return caught.value


BOTH = pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])


@BOTH
def test_a_mail_goes_encrypted_after_a_login(authority: Authority, security: Security) -> None:
    with serving(security, authority.context(HERE)) as (master, target):
        deliver(target, "", TOLD, NOW)
    assert (master.encrypted, master.passwords) == ([True], [PASSWORD.encode()])
    mail = message_from_bytes(master.mails[0])
    assert (mail["Message-ID"], mail["To"]) == ("<k1@reportedly>", "a@b.example")
    assert "https://evening-herald.example/2031-05-02" in mail.get_payload()


@BOTH
@pytest.mark.parametrize(
    ("host", "days", "trusted", "why"),
    [
        ("mail.example", 1, True, "IP address mismatch, certificate is not valid for '127.0.0.1'"),
        (HERE, -1, True, "certificate has expired"),
        (HERE, 1, False, "unable to get local issuer certificate"),
    ],
)
def test_a_server_whose_certificate_does_not_hold_hears_nothing(
    authority: Authority,
    security: Security,
    host: str,
    days: int,
    trusted: bool,
    why: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    signer = authority if trusted else Authority(tmp_path_factory.mktemp("strangers"))
    with serving(security, signer.context(host, days=days)) as (master, target):
        reason = refused(target)
    assert str(reason) == f"the mail server may not be 127.0.0.1, so nothing was sent: {why}"
    assert reason.again, "it may have been put right by the next try"
    assert (master.mails, master.passwords) == ([], [])


@BOTH
def test_a_wrong_password(authority: Authority, security: Security, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAIL", "wrong")
    with serving(security, authority.context(HERE)) as (master, target):
        assert str(refused(target)) == "the mail server does not take the user's name and password"
    assert master.mails == []


def test_a_server_without_starttls_is_told_no_password(authority: Authority) -> None:
    with serving(Security.NONE, authority.context(HERE)) as (master, target):
        target = Email(target.to, target.sender, HERE, target.port, Security.STARTTLS, USER, "MAIL")
        assert "STARTTLS extension not supported by server" in str(refused(target))
    assert (master.mails, master.passwords) == ([], [])


@pytest.mark.parametrize(
    ("spoken", "asked"), [(Security.TLS, Security.STARTTLS), (Security.NONE, Security.TLS), (None, Security.TLS)]
)
def test_the_wrong_way_of_securing_ends_in_a_reason(
    authority: Authority, spoken: Security | None, asked: Security, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "reportedly.alert.deliver.SECONDS", 1.0
    )  # who speaks TLS waits for a greeting, and we for theirs
    with serving(spoken or Security.NONE, authority.context(HERE)) as (master, target):
        port = target.port if spoken else 1
        reason = refused(Email(target.to, target.sender, HERE, port, asked, USER, "MAIL"))
    assert str(reason).startswith("the mail server cannot be used (")
    assert master.passwords == []
