"""A PostgreSQL server for tests: a real one, in a folder of its own, started once a session where it is installed."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg

_BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
_SETTINGS = "-c listen_addresses='' -c fsync=off -c max_connections=50"


class Server:
    """A PostgreSQL server that listens on a socket in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._numbers = count(1)

    def url(self, database: str) -> str:
        return f"postgresql://postgres@/{database}?host={self.folder}"

    def fresh(self) -> str:
        """Return the URL of a new, empty database."""
        name = f"ledger{next(self._numbers)}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self.url(name)


def installed() -> bool:
    return shutil.which("initdb", path=_path()) is not None


@contextmanager
def running() -> Iterator[Server]:
    """Start a server and stop it at the end. As root it runs as the user postgres: it refuses to run as root."""
    folder = Path(tempfile.mkdtemp(prefix="reportedly-pg-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        data = folder / "data"
        _run("initdb", "-D", str(data), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale", "C", "-N", "-k")
        options = f"{_SETTINGS} -c unix_socket_directories={folder}"
        _run("pg_ctl", "-D", str(data), "-l", str(folder / "log"), "-w", "-o", options, "start")
        try:
            yield Server(folder)
        finally:
            _run("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _path() -> str:
    return os.pathsep.join([*(str(path) for path in reversed(_BINARIES)), os.environ.get("PATH", os.defpath)])


def _run(*command: str) -> None:
    user = pwd.getpwnam("postgres").pw_uid if os.geteuid() == 0 else None
    environment = {**os.environ, "PATH": _path()}
    subprocess.run(command, check=True, user=user, env=environment, cwd="/", stdout=subprocess.DEVNULL)
