"""A crawl of made-up pages through `ingest run --direct`: documents a second, and the most memory each process took.

usage: crawl.py MEBIBYTES [JOBS]

Memory is read from `/proc` (Linux): the peak of resident memory of the command and of every process below it.
"""

from __future__ import annotations

import argparse
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


def peaks(root: int) -> Iterator[tuple[int, str, int]]:
    """Each process from `root` downwards: its number, its command, the most memory it took so far, in KiB."""
    pending = [root]
    while pending:
        process = pending.pop()
        try:
            status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
            threads = Path(f"/proc/{process}/task").glob("*/children")
            children = " ".join(one.read_text(encoding="utf-8") for one in threads)
            command = Path(f"/proc/{process}/cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:
            continue
        pending += map(int, children.split())
        lines = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
        if "VmHWM" in lines:
            yield process, command, int(lines["VmHWM"].split()[0])


def measure(raw: Path, clean: Path, jobs: int) -> tuple[float, dict[str, int]]:
    """Run the product. Returns seconds, and the peak in KiB of the command (`main`) and of the largest worker."""
    command = [sys.executable, "-m", "ingest", "run", "--direct", "-q", f"--jobs={jobs}", str(raw), str(clean)]
    started = time.perf_counter()
    process = subprocess.Popen(command)
    most = {"main": 0, "worker": 0}
    while process.poll() is None:
        for number, line, peak in peaks(process.pid):
            if "resource_tracker" not in line:
                who = "main" if number == process.pid else "worker"
                most[who] = max(most[who], peak)
        time.sleep(0.1)
    if process.returncode:
        raise SystemExit(process.returncode)
    return time.perf_counter() - started, most


def main() -> None:
    """Make a crawl, run over it, print a row of a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mebibytes", type=int)
    parser.add_argument("jobs", type=int, nargs="?", default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        raw, clean = Path(folder, "raw"), Path(folder, "clean")
        raw.mkdir()
        count = write(raw / "crawl.warc", arguments.mebibytes << 20)
        seconds, most = measure(raw, clean, arguments.jobs)
    print("| crawl | documents | seconds | documents/s | worker's peak | main process's peak |")
    print("| --- | --- | --- | --- | --- | --- |")
    print(
        f"| {arguments.mebibytes} MiB | {count:,} | {seconds:.0f} | {count / seconds:.0f}"
        f" | {most['worker'] >> 10} MiB | {most['main'] >> 10} MiB |"
    )


if __name__ == "__main__":
    main()
