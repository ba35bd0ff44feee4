"""What stands before every request: known hosts only, small bodies only, not too often; and headers on every answer.

A page of another site can make a browser on this machine send requests to us. Its name can even be made to point here
(DNS rebinding), but then the Host header still says that name, so a request for a host that we are not is refused.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Iterable, MutableMapping
from typing import Any, TypeAlias

from reportedly.show.http.limits import Limit

Scope: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send: TypeAlias = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]

LARGEST = 64 * 1024  # bytes of a body: forms and decisions are small
LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),  # with "no-referrer" our own forms would come from nowhere (Origin: null)
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)


class Guard:
    """An ASGI application around another one."""

    def __init__(self, app: App, hosts: Collection[str], pace: Limit) -> None:
        """Let requests for these hosts through, from each address as often as `pace` allows."""
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)
        self._pace = pace

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it with a reason."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        if host_of(headers.get(b"host", b"").decode("latin-1")) not in self._hosts:
            await refuse(send, 421, "this server does not answer for that host")
        elif not self._pace.allows(asker(scope)):
            await refuse(send, 429, "too many requests", [(b"retry-after", str(self._pace.wait()).encode())])
        elif too_large(headers):
            await refuse(send, 413, f"a request may have {LARGEST} bytes")
        else:
            await self._app(scope, _counted(receive), _dressed(send))


def host_of(header: str) -> str:
    """Return the name in a Host header, without its port, in lower case; "" for what is no name."""
    name = header.strip().lower()
    if name.startswith("["):
        return name.partition("]")[0] + "]"
    return name.partition(":")[0].rstrip(".")


def asker(scope: Scope) -> str:
    """Return the address a request comes from."""
    client = scope.get("client")
    return client[0] if client else "unknown"


def too_large(headers: dict[bytes, bytes]) -> bool:
    """Tell whether a request says itself that its body is too large, or says it unreadably."""
    length = headers.get(b"content-length", b"0")
    return not length.isdigit() or int(length) > LARGEST


async def refuse(send: Send, status: int, reason: str, more: Iterable[tuple[bytes, bytes]] = ()) -> None:
    """Answer with a reason in plain text."""
    headers = [(b"content-type", b"text/plain; charset=utf-8"), *HEADERS, *more]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": f"{reason}\n".encode()})


def _counted(receive: Receive) -> Receive:
    """End a body that grows beyond the limit without having said so."""
    taken = 0

    async def counted() -> MutableMapping[str, Any]:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        return {"type": "http.disconnect"} if taken > LARGEST else message

    return counted


def _dressed(send: Send) -> Send:
    """Put the headers of safety on every answer."""

    async def dressed(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message.get("headers", ()), *HEADERS]
        await send(message)

    return dressed
