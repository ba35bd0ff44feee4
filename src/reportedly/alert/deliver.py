"""Handing an alert over. Whatever can go wrong is Undelivered, with the reason and whether a later try makes sense."""

from __future__ import annotations

import base64
import hashlib
import hmac
import html
import shutil
import smtplib
import ssl
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from email.message import EmailMessage
from typing import Any

from reportedly.alert.targets import Desktop, Email, Security, Stdout, Target, Webhook, secret
from reportedly.read import Fetcher, Limits, Refused
from reportedly.settings import SettingsError

SECONDS = 10.0  # that a target may take
GONE = 410  # by which a webhook says that it wants no more (Standard Webhooks)


class Undelivered(Exception):  # noqa: N818 - a reason, not a fault
    """An alert was not taken, and why."""

    def __init__(self, reason: str, *, again: bool = True, retry_after: str = "") -> None:
        """Say why, and whether to try again."""
        super().__init__(reason)
        self.again = again
        self.retry_after = retry_after


def line(told: dict[str, Any]) -> str:
    """Return an alert as one line for people, with its pin."""
    return clean(f"{told['headline']} | {told['who']}: “{told['words']}” | {told['outlet']} {told['link']}")


def deliver(
    target: Target,
    body: str,
    told: dict[str, Any],
    now: datetime,
    write: Callable[[str], object] = sys.stdout.write,
    as_line: Callable[[dict[str, Any]], str] = line,
) -> None:
    """Hand an alert over: `told` is what its JSON `body` says. Raises Undelivered where the target did not take it."""
    try:
        match target:
            case Webhook():
                _post(target, body, told["key"], now)
            case Email():
                _mail(target, told, now)
            case Desktop():
                _notify(told)
            case Stdout():
                write(f"{as_line(told)}\n")
    except SettingsError as error:
        raise Undelivered(str(error)) from error


def clean(text: str) -> str:
    """Return a text of strangers without what would steer a terminal or begin another line."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def signature(key: str, timestamp: int, body: str, secret: str) -> str:
    """Return the signature of a webhook: HMAC-SHA256 of "key.timestamp.body" (Standard Webhooks 1.0, scheme v1).

    A secret that begins with "whsec_" is base64 after it; any other is taken as it is.
    """
    raw = base64.b64decode(secret[6:], validate=True) if secret.startswith("whsec_") else secret.encode()
    mac = hmac.new(raw, f"{key}.{timestamp}.{body}".encode(), hashlib.sha256)
    return f"v1,{base64.b64encode(mac.digest()).decode()}"


def _post(target: Webhook, body: str, key: str, now: datetime) -> None:
    timestamp = int(now.timestamp())
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "Idempotency-Key": key,
        "webhook-id": key,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": signature(key, timestamp, body, secret(target.secret_env)),
    }
    try:
        answer = Fetcher(allowed=target.allowed, limits=Limits(seconds=SECONDS)).post(
            target.url, body.encode("utf-8", "replace"), headers
        )
    except Refused as refused:
        raise Undelivered(str(refused)) from refused
    if not 200 <= answer.status < 300:
        reason = f"the server answered {answer.status}"
        raise Undelivered(reason, again=answer.status != GONE, retry_after=answer.retry_after)


def _mail(target: Email, told: dict[str, Any], now: datetime) -> None:
    message = EmailMessage()
    message["Subject"] = clean(f"[reportedly] {told['headline']}")[:200]
    message["From"] = target.sender
    message["To"] = ", ".join(target.to)
    message["Date"] = now
    message["Message-ID"] = f"<{told['key']}@reportedly>"  # the same each time, so that a second copy can be seen
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(_letter(told))
    try:
        with _server(target) as server:
            server.send_message(message)
    except smtplib.SMTPAuthenticationError as error:
        raise Undelivered("the mail server does not take the user's name and password") from error
    except smtplib.SMTPResponseException as error:
        words = error.smtp_error.decode("utf-8", "replace") if isinstance(error.smtp_error, bytes) else error.smtp_error
        raise Undelivered(f"the mail server answered {error.smtp_code} {words}", again=error.smtp_code < 500) from error
    except smtplib.SMTPRecipientsRefused as error:
        raise Undelivered(f"the mail server does not take mail for {', '.join(error.recipients)}") from error
    except ssl.SSLCertVerificationError as error:
        reason = f"the mail server may not be {target.host}, so nothing was sent: {error.verify_message.rstrip('.')}"
        raise Undelivered(reason) from error
    except smtplib.SMTPNotSupportedError as error:
        raise Undelivered(f"the mail server does not do what was asked for: {error}") from error
    except (OSError, smtplib.SMTPException) as error:
        raise Undelivered(f"the mail server cannot be used ({error or type(error).__name__})") from error


@contextmanager
def _server(target: Email) -> Iterator[smtplib.SMTP]:
    """Connect, make sure of who it is, log in: a name and a password are told to nobody else."""
    context = ssl.create_default_context()
    if target.security is Security.TLS:
        server: smtplib.SMTP = smtplib.SMTP_SSL(target.host, target.port, timeout=SECONDS, context=context)
    else:
        server = smtplib.SMTP(target.host, target.port, timeout=SECONDS)
    with server:
        if target.security is Security.STARTTLS:
            server.starttls(context=context)
        if target.user:
            server.login(target.user, secret(target.password_env))
        yield server


def _letter(told: dict[str, Any]) -> str:
    rows = [
        told["headline"],
        "",
        f"  {told['who']}:",
        f"  “{told['words']}”",
        f"  {told['outlet']}, {told['published'] or 'date unknown'}: {told['title']}",
        f"  {told['link']}",
        "",
        f"Rule: {told['rule']}. Claim: {told['claim']}. Statement: {told['statement']}.",
    ]
    return "\n".join(clean(row) for row in rows) + "\n"


def _notify(told: dict[str, Any]) -> None:
    program = shutil.which("notify-send")
    if program is None:
        raise Undelivered("notify-send is not installed here", again=False)
    text = clean(f"{told['who']}: “{told['words']}” {told['outlet']}")
    command = [program, "--app-name=reportedly", "--", clean(told["headline"]), html.escape(text)]  # the body is markup
    try:
        done = subprocess.run(command, timeout=SECONDS, capture_output=True, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Undelivered(f"notify-send failed ({error})") from error
    if done.returncode:
        raise Undelivered(f"notify-send failed: {done.stderr.decode('utf-8', 'replace').strip()[:200]}")
