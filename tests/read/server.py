"""A real HTTP server on this machine, whose answers a test writes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Answer:
    """What the server says to one path."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    etag: str = ""  # answers 304 where the visitor already has it
    chunks: Callable[[threading.Event], Iterator[bytes]] | None = (
        None  # a body sent bit by bit, until the server closes
    )


@dataclass(frozen=True)
class Sent:
    """What was sent to the server."""

    path: str
    body: bytes
    headers: Mapping[str, str]


class Site(ThreadingHTTPServer):
    """The server with its answers by path, and what was asked of it and sent to it."""

    daemon_threads = True

    def __init__(self, answers: dict[str, Answer]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers = answers
        self.asked: list[str] = []
        self.sent: list[Sent] = []
        self.closing = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Site

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        answer = self.server.answers.get(self.path, Answer(b"nothing here", 404))
        if answer.etag and self.headers.get("If-None-Match") == answer.etag:
            answer = Answer(status=304, headers={"ETag": answer.etag})
        self.send_response(answer.status)
        headers = {"Content-Type": "text/html; charset=utf-8", "ETag": answer.etag} | answer.headers
        for name, value in headers.items():
            if value:
                self.send_header(name, value)
        if answer.chunks is None and "Content-Length" not in headers:
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        try:
            for chunk in answer.chunks(self.server.closing) if answer.chunks else [answer.body]:
                self.wfile.write(chunk)
        except OSError:  # the visitor left
            self.close_connection = True

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.sent.append(Sent(self.path, body, dict(self.headers.items())))
        answer = self.server.answers.get(self.path, Answer(status=204))
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def serving(answers: dict[str, Answer]) -> Iterator[Site]:
    """Serve the answers while the block runs."""
    with Site(answers) as site:
        thread = threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield site
        finally:
            site.closing.set()
            site.shutdown()
            thread.join()
