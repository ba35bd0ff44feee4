"""Running the application: a socket bound first, so that a port in use is told at once; then uvicorn on it."""

from __future__ import annotations

import gc
import socket
from collections.abc import Callable, Collection
from pathlib import Path

import uvicorn

from reportedly.desk import Desk
from reportedly.show.http.app import application

BACKLOG = 1_024
GRACE = 2  # seconds that open streams are given at the end


def run(
    desk: Desk,
    host: str,
    port: int,
    hosts: Collection[str],
    tls: tuple[Path, Path] | None,
    started: Callable[[str], None],
) -> None:
    """Serve until a signal ends it. Raises OSError where the address cannot be listened on."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(BACKLOG)  # before the address is told: who comes at once waits, and is not turned away
        shown = f"[{host}]" if ":" in host else host
        started(f"{'https' if tls else 'http'}://{shown}:{listening.getsockname()[1]}/")
        config = uvicorn.Config(
            application(desk, hosts),
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,  # nobody in front of us is trusted to say who asks
            timeout_graceful_shutdown=GRACE,
            limit_concurrency=1_000,
            ssl_certfile=tls[0] if tls else None,
            ssl_keyfile=tls[1] if tls else None,
        )
        gc.freeze()  # all of this stays as long as the server does: no request waits while it is searched for garbage
        gc.enable()
        uvicorn.Server(config).run(sockets=[listening])
