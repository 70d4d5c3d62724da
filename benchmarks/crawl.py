"""A crawl of made-up pages through `ingest run --direct`: documents a second, and what each process took.

usage: crawl.py MEBIBYTES [JOBS ...] [--output FORM] [--pack gz]

Memory and processor time are read from `/proc` (Linux): the peak of resident memory of the command and of every process below
it, and how long each was on a processor. On a machine with other work the seconds on a processor of the busiest process
say how long the run would take on an idle one.
"""

from __future__ import annotations

import argparse
import gzip
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from html_speed import page, sentence

KINDS = 40
"""Different pages; each record is one of them under a title of its own."""


def write(path: Path, size: int) -> int:
    """Write a WARC file of at least `size` bytes. Returns the number of its records, a response with a page each."""
    from fastwarc.warc import WarcRecord, WarcRecordType

    pages = [page(seed) for seed in range(KINDS)]
    rng = random.Random(size)  # noqa: S311 - the same crawl for the same size, nothing secret
    number = 0
    with path.open("wb") as file:
        while file.tell() < size:
            html = pages[number % KINDS].replace("</title>", f" {number}</title>", 1)
            html = html.replace("<p>", f"<p>{sentence(rng, 12)} ", 1)
            body = html.encode()
            head = (
                f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n"
                "Last-Modified: Tue, 02 Jan 2024 08:00:00 GMT\r\n\r\n"
            )
            record = WarcRecord()
            record.init_headers(
                record_type=WarcRecordType.response, record_urn=f"uuid:00000000-0000-4000-8000-{number:012}".encode()
            )
            record.headers.append("WARC-Target-URI", f"https://news.example/{number}.html")
            record.headers["WARC-Date"] = "2024-05-06T07:08:09Z"
            record.headers["Content-Type"] = "application/http; msgtype=response"
            record.set_bytes_content(head.encode() + body)
            record.write(file)
            number += 1
    return number


def peaks(root: int) -> Iterator[tuple[int, str, int, float]]:
    """Each process from `root` downwards: its number, command, most memory so far in KiB, seconds on a processor so far."""
    pending = [root]
    while pending:
        process = pending.pop()
        try:
            status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
            threads = Path(f"/proc/{process}/task").glob("*/children")
            children = " ".join(one.read_text(encoding="utf-8") for one in threads)
            command = Path(f"/proc/{process}/cmdline").read_bytes().replace(b"\0", b" ").decode()
            times = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[11:13]
        except OSError:
            continue
        pending += map(int, children.split())
        lines = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
        if "VmHWM" in lines:
            yield process, command, int(lines["VmHWM"].split()[0]), sum(map(int, times)) / os.sysconf("SC_CLK_TCK")


def measure(raw: Path, clean: Path, jobs: int, form: str) -> tuple[float, dict[str, int], dict[int, float]]:
    """Run the product.

    Returns seconds, the peak in KiB of the command (`main`) and of the largest worker, and the seconds that each process
    was on a processor, by its number; the command is 0.
    """
    command = [sys.executable, "-m", "ingest", "run", "--direct", "-q", f"--jobs={jobs}", f"--output={form}"]
    started = time.perf_counter()
    process = subprocess.Popen([*command, str(raw), str(clean)])
    most = {"main": 0, "worker": 0}
    busy: dict[int, float] = {}
    while process.poll() is None:
        for number, line, peak, seconds in peaks(process.pid):
            if "resource_tracker" not in line:
                who = "main" if number == process.pid else "worker"
                most[who] = max(most[who], peak)
                busy[0 if who == "main" else number] = seconds
        time.sleep(0.1)
    if process.returncode:
        raise SystemExit(process.returncode)
    return time.perf_counter() - started, most, busy


def main() -> None:
    """Make a crawl, run over it, print a row of a table for each number of processes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mebibytes", type=int)
    parser.add_argument("jobs", type=int, nargs="*", default=[1])
    parser.add_argument("--output", default="files")
    parser.add_argument("--pack", choices=("gz",), help="compress the crawl, record by record")
    arguments = parser.parse_args()
    print("| crawl | output | processes | documents | seconds | on a processor: main, workers | peak: main, worker |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder, "raw")
        raw.mkdir()
        count = write(raw / "crawl.warc", arguments.mebibytes << 20)
        if arguments.pack:
            pack(raw / "crawl.warc")
        for jobs in arguments.jobs:
            seconds, most, busy = measure(raw, Path(folder, f"clean-{jobs}"), jobs, arguments.output)
            workers = sorted((time for number, time in busy.items() if number), reverse=True)
            times = ", ".join(f"{one:.0f}" for one in (busy.get(0, 0.0), *workers[: max(1, jobs)]))
            print(
                f"| {arguments.mebibytes} MiB | {arguments.output} | {jobs} | {count:,} | {seconds:.0f} | {times} s"
                f" | {most['main'] >> 10}, {most['worker'] >> 10} MiB |"
            )


def pack(path: Path) -> None:
    """Compress each record of a crawl by itself, as crawlers do."""
    data = path.read_bytes()
    path.unlink()
    with path.with_name("crawl.warc.gz").open("wb") as file:
        at = 0
        while at >= 0:
            end = data.find(b"\nWARC/1.", at + 1)
            file.write(gzip.compress(data[at : end + 1 if end >= 0 else None]))
            at = end + 1 if end >= 0 else -1


if __name__ == "__main__":
    main()
