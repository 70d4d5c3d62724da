"""A small S3 server on this machine (moto), in a process of its own, which tells what was asked of it.

As a script it prints its port and serves until it is killed; its argument is the time that it waits before each answer.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Any
from urllib.request import urlopen

BUCKET = "shelf"


@dataclass(frozen=True)
class Server:
    """A server that runs, with one bucket."""

    port: int

    @property
    def environment(self) -> dict[str, str]:
        """What a process needs to find it: the common variables of S3 clients."""
        return {
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{self.port}",
            "AWS_ACCESS_KEY_ID": "anyone",
            "AWS_SECRET_ACCESS_KEY": "anything",
            "AWS_DEFAULT_REGION": "us-east-1",
        }

    def requests(self) -> list[tuple[str, str]]:
        """Method and key of each request since the last question, locks left out: every run puts one and removes it."""
        with urlopen(f"http://127.0.0.1:{self.port}/_requests") as answer:
            asked: list[tuple[str, str]] = json.load(answer)
        return [(method, key) for method, key in asked if "/.ingest/locks/" not in key]

    def puts(self) -> list[str]:
        """The keys that were put since the last question."""
        return sorted(key for method, key in self.requests() if method == "PUT")


@contextmanager
def s3_server(latency: float = 0.0) -> Iterator[Server]:
    """A server with an empty bucket, that waits `latency` seconds before it answers."""
    process = subprocess.Popen([sys.executable, __file__, str(latency)], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield Server(int(process.stdout.readline()))
    finally:
        process.kill()
        process.communicate()


class Recording:
    """A WSGI application that remembers requests before it hands them on."""

    def __init__(self, application: Callable[..., Iterable[bytes]], latency: float) -> None:
        self.application, self.latency = application, latency
        self.requests: list[tuple[str, str]] = []

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
        if path == "/_requests":
            told, self.requests = self.requests, []
            start_response("200 OK", [("Content-Type", "application/json")])
            return [json.dumps(told).encode()]
        time.sleep(self.latency)
        self.requests.append((method, path.removeprefix(f"/{BUCKET}/")))
        return self.application(environ, start_response)


def serve(latency: float) -> None:
    """Serve until killed."""
    from moto import server as moto
    from werkzeug.serving import WSGIRequestHandler, make_server

    class Quiet(WSGIRequestHandler):
        protocol_version = "HTTP/1.1"  # a connection serves many requests

        def log_request(self, *_: object) -> None:
            pass

    application: Any = moto
    recording = Recording(application.DomainDispatcherApplication(application.create_backend_app), latency)
    server = make_server("127.0.0.1", 0, recording, threaded=True, request_handler=Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    found = {"endpoint_url": f"http://127.0.0.1:{server.port}", "region_name": "us-east-1"}
    client = import_module("boto3").client("s3", aws_access_key_id="anyone", aws_secret_access_key="anything", **found)  # noqa: S106 - of no one
    client.create_bucket(Bucket=BUCKET)
    sys.stdout.write(f"{server.port}\n")
    sys.stdout.flush()
    threading.Event().wait()


if __name__ == "__main__":
    serve(float(sys.argv[1]))
