"""`ingest report`: write the report that a person opens in a browser."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from ingest.commands.common import DONE
from ingest.commands.locate import add_clean_argument
from ingest.errors import UsageError
from ingest.store import Catalog


def add(commands: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Declare the command."""
    parser = commands.add_parser(
        "report",
        description="Write the report of a clean folder, with the details of every document. It opens from disk, without a "
        "server and without a network. Of a large folder the details lie in files beside the page.",
    )
    add_clean_argument(parser)
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="where to, ends in .html (default: CLEAN/.ingest/report.html)"
    )
    parser.add_argument("--open", action="store_true", help="open it in the browser")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write it and say where. Raises UsageError when it cannot be written."""
    from ingest import report

    out = arguments.output
    if out is not None and out.suffix.lower() not in {".html", ".htm"}:
        raise UsageError(f"{out}: a report is a page: give a name that ends in .html")
    with Catalog(arguments.clean) as catalog:
        try:
            path = report.write(catalog, out, everything=True)
        except OSError as error:
            raise UsageError(f"{error.filename or out}: cannot be written: {error.strerror}") from error
    print(path)
    if arguments.open:
        import webbrowser

        webbrowser.open(path.resolve().as_uri())
    return DONE
