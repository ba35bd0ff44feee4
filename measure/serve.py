"""What readers wait for while articles come in: python -m measure.serve [--statements N] [--seconds N] [--rate N]

A ledger is grown (measure.multiplied), `reportedly serve` is started on it as a process of its own, and requests are
sent at a fixed rate, whether or not earlier ones were answered; each is timed from when it was due, so a server that
stalls is charged for everybody who waits. Meanwhile another process does what a watch does: every half second it reads
an article (finding, naming and the vectors of linking included) and appends one. Four in ten requests are story pages,
four the API's brief, one the first page and one a search; stories are chosen as editors do, the newest most often
(weights 1/rank over the newest ones). With --soak the rate stays and memory is watched for longer.

Printed: milliseconds a request, the server's own CPU milliseconds a request (which other work on the machine does not
stretch), its memory at the beginning and after each tenth of the time, and seconds from the command to the first page.
Answers are kept up to a bound (show/http/answers.py), so memory grows until that is full and must then be flat.

With --demo only the start is measured: seconds from the command to the first page on a ledger of the example stories,
as `make demo` makes one. It is started five times, and the middle one must be below two seconds.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import os
import random
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from measure.multiplied import BATCH, Copied, adopt, multiplied
from reportedly.desk import open as open_desk
from reportedly.find import find_in, finder
from reportedly.ledger import open_ledger
from reportedly.link.profile import profile
from reportedly.name import Memory, voices
from reportedly.read import read_text
from reportedly.show.http.indexing import catch_up

EVERY = 0.5  # seconds between two articles that are appended
NEWEST = 40  # stories that are looked at
TENTHS = 10
WARM = 3.0  # seconds of requests before those that count
TICKS = os.sysconf("SC_CLK_TCK")
COMMAND = "from reportedly.show.cli import main; main()"  # what `reportedly` is
STARTS = 5
PROMPT = 2.0  # seconds from the command to the first page of the demo's ledger
EXAMPLES = Path(__file__).parents[1] / "examples"


@dataclass(frozen=True, slots=True)
class Took:
    """One request: its kind, its status (0: none came), and milliseconds from when it was due."""

    kind: str
    status: int
    wall: float


@dataclass(frozen=True, slots=True)
class Load:
    """What is asked of a server."""

    rate: float  # requests a second
    seconds: float


def grow(where: str, statements: int, stories: int) -> Iterator[Copied]:
    """Fill a ledger and its index of words; return where its growth goes on."""
    endless, held = multiplied(stories), 0
    with open_ledger(where) as ledger:
        while held < statements:
            batch = list(islice(endless, BATCH))
            adopt(ledger, batch)
            held += sum(each.statements for each in batch)
    with open_desk(where) as desk:
        while catch_up(desk):
            pass
    return endless


@contextmanager
def serving(where: str) -> Iterator[tuple[int, str, float]]:
    """Run the server; yield its process, its address and the seconds to its first page."""
    began = time.perf_counter()
    command = [sys.executable, "-c", COMMAND, "serve", "--ledger", where, "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        match = re.search(r"http://\S+", process.stderr.readline())
        if match is None:
            raise RuntimeError(process.stderr.read())
        try:
            status, _ = asyncio.run(ask(match[0], "/"))
            if status != 200:
                raise RuntimeError(f"the first page is answered with {status}")
            yield process.pid, match[0], time.perf_counter() - began
        finally:
            process.terminate()


async def ask(address: str, path: str) -> tuple[int, bytes]:
    """Ask for a page on a connection of its own; return status and answer."""
    split = urlsplit(address)
    reader, writer = await asyncio.open_connection(split.hostname, split.port)
    try:
        writer.write(f"GET {path} HTTP/1.1\r\nHost: {split.netloc}\r\nConnection: close\r\n\r\n".encode())
        await writer.drain()
        answer = await reader.read()
        return int(answer[9:12] or b"0"), answer
    finally:
        writer.close()


def newest(address: str) -> list[str]:
    """Return the newest stories; this is the first time the server folds them."""
    _, answer = asyncio.run(ask(address, f"/api/v1/stories?limit={NEWEST}"))
    return [name.decode() for name in re.findall(rb'"id":"(t[0-9a-f]{12})"', answer)]


def paths(names: Sequence[str], rng: random.Random) -> Iterator[tuple[str, str]]:
    """Yield what is asked for next, with its kind, without end."""
    weights = [1 / rank for rank in range(1, len(names) + 1)]
    while True:
        (name,) = rng.choices(names, weights)
        kind = rng.choices(("story", "brief", "first", "search"), (4, 4, 1, 1))[0]
        yield (
            kind,
            {
                "story": f"/stories/{name}",
                "brief": f"/api/v1/stories/{name}/brief",
                "first": "/",
                "search": f"/search?q={rng.choice(('troops', 'border', 'killed', 'minister', 'denied'))}",
            }[kind],
        )


async def send(address: str, asked: Iterator[tuple[str, str]], load: Load) -> list[Took]:
    """Send requests at their times, and return how each went."""
    found: list[Took] = []

    async def one(kind: str, path: str, due: float) -> None:
        try:
            status, _ = await asyncio.wait_for(ask(address, path), 60)
        except (OSError, TimeoutError, ValueError):
            status = 0
        found.append(Took(kind, status, (time.perf_counter() - due) * 1000))

    began, tasks = time.perf_counter(), []
    for number in range(int(load.rate * load.seconds)):
        due = began + number / load.rate
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        tasks.append(asyncio.create_task(one(*next(asked), due)))
    await asyncio.gather(*tasks)
    return found


def appending(where: str, articles: Sequence[Copied]) -> None:
    """Read and append articles one by one, as a watch does, until there are none left or the process is ended."""
    due = time.monotonic()
    with open_ledger(where) as ledger:
        for article in articles:
            text = read_text(article.raw.decode())
            (found,) = find_in(finder(), [text])
            profile(text, list(voices(text, found.statements, Memory())))
            ledger.append(article.drafts(), {article.capture: article.raw})
            due += EVERY
            time.sleep(max(0.0, due - time.monotonic()))


def memory(process: int) -> float:
    """Return the memory a process holds, in MiB."""
    status = Path(f"/proc/{process}/status").read_text("ascii")
    match = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(match[1]) / 1024 if match else 0.0


def cpu(process: int) -> float:
    """Return the CPU time a process has used, in milliseconds."""
    fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / TICKS


def run(where: str, endless: Iterator[Copied], load: Load) -> dict[str, float]:
    """Start a server, send the load while articles come in, and return the figures."""
    articles = list(islice(endless, int((load.seconds + WARM + 30) / EVERY)))
    writer = multiprocessing.Process(target=appending, args=(where, articles), daemon=True)
    with serving(where) as (process, address, first):
        asked = paths(newest(address), random.Random(7))
        asyncio.run(send(address, asked, Load(load.rate, WARM)))
        writer.start()
        held, used = memory(process), cpu(process)
        took, grown = list[Took](), list[float]()
        for _ in range(TENTHS):
            took += asyncio.run(send(address, asked, Load(load.rate, load.seconds / TENTHS)))
            grown.append(memory(process))
        used = (cpu(process) - used) / len(took)
        writer.terminate()
    figures = {"seconds to the first page": first, "CPU ms a request": used, "MiB at first": held}
    figures |= {f"MiB after {tenth} tenths": mib for tenth, mib in enumerate(grown, 1)}
    figures["failed"] = sum(t.status != 200 for t in took)
    for kind in ("story", "brief", "first", "search"):
        wall = sorted(t.wall for t in took if t.kind == kind)
        figures[f"ms {kind}, median"] = statistics.median(wall)
        figures[f"ms {kind}, p99"] = wall[min(len(wall) - 1, int(len(wall) * 0.99))]
    return figures


def demo() -> int:
    """Print how long the start takes on the example stories; return 1 where that is too long."""
    with TemporaryDirectory() as folder:
        where = f"{folder}/ledger.db"
        with open_desk(where) as desk:
            desk.read(str(EXAMPLES))
        took, used = list[float](), list[float]()
        for _ in range(STARTS):
            with serving(where) as (process, _, first):
                took.append(first)
                used.append(cpu(process) / 1000)
    print(f"load of the machine {os.getloadavg()[0]:.1f}")
    print(f"seconds to the first page {statistics.median(took):.2f}, of {' '.join(f'{each:.2f}' for each in took)}")
    print(f"CPU seconds until then    {statistics.median(used):.2f}, of {' '.join(f'{each:.2f}' for each in used)}")
    return int(statistics.median(took) > PROMPT)


def main(arguments: list[str] | None = None) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--stories", type=int, default=12, help="stories of the corpus that growth is made of")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--rate", type=float, default=50, help="requests a second")
    parser.add_argument("--soak", action="store_true", help="five minutes")
    parser.add_argument("--demo", action="store_true", help="only the start, on the example stories")
    options = parser.parse_args(arguments)
    if options.demo:
        return demo()
    with TemporaryDirectory() as folder:
        where = f"{folder}/ledger.db"
        endless = grow(where, options.statements, options.stories)
        load = Load(options.rate, 300 if options.soak else options.seconds)
        print(f"{options.statements:,} statements, {load.rate:g} requests a second for {load.seconds:g} s")
        print(f"load of the machine {os.getloadavg()[0]:.1f}", flush=True)
        for name, figure in run(where, endless, load).items():
            print(f"{name:28} {figure:10.1f}")
        print(f"load of the machine {os.getloadavg()[0]:.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
