"""Passwords and tokens: made at random, kept as hashes."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from secrets import token_urlsafe

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST, LONGEST = 12, 256  # characters of a password
TOKEN = "rpt_"  # begins every API token, so that one is known where it leaked


def password_hash(password: str) -> str:
    """Return the argon2 hash of a password. Raises ValueError where it is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise ValueError(f"a password has {SHORTEST} to {LONGEST} characters")
    return _hasher().hash(password)


def fits(password: str, kept: str) -> bool:
    """Tell whether a password is the one whose hash was kept; "" is nobody's, and takes as long to find out."""
    try:
        return _hasher().verify(kept or _nobody(), password[:LONGEST]) and bool(kept)
    except (VerificationError, InvalidHashError):
        return False


def fresh(prefix: str = "") -> str:
    """Return a new token of 256 random bits."""
    return prefix + token_urlsafe(32)


def digest(token: str) -> str:
    """Return what a token is known by."""
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def csrf(session: str) -> str:
    """Return what a form must carry to be of this session: not to be guessed without the session's own token."""
    return sha256(f"form of {session}".encode()).hexdigest()


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()


@cache
def _nobody() -> str:
    return _hasher().hash(fresh())
