"""`ingest serve`: run the flow on a schedule until stopped, with the configured Prefect server or a local one."""

from __future__ import annotations

import argparse
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

from ingest.commands.common import (
    DONE,
    RULE_OPTIONS,
    add_jobs_option,
    add_output_option,
    add_rule_options,
    config_of,
    folder,
)
from ingest.config import DEFAULT_NAME
from ingest.errors import UsageError
from ingest.plan import check_folders

UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


def add(commands: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Declare the command."""
    parser = commands.add_parser(
        "serve",
        description=(
            "Clean RAW into CLEAN on a schedule, until stopped. Uses the Prefect server that is configured, or starts a local"
            " one with its pages."
        ),
    )
    parser.add_argument("raw", type=folder, metavar="RAW", help="folder of raw files, or its URL")
    parser.add_argument("clean", type=folder, metavar="CLEAN", help="folder to write, or its URL")
    when = parser.add_mutually_exclusive_group(required=True)
    when.add_argument("--cron", metavar="CRON", help="when, as in '0 * * * *' (every full hour)")
    when.add_argument("--interval", type=interval, metavar="TIME", help="how often, as in 90s, 15m, 2h, 1d")
    parser.add_argument("--name", metavar="NAME", help="the deployment's name (default: made from the clean folder's)")
    add_jobs_option(parser)
    add_output_option(parser)
    add_rule_options(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Check what can be checked now, then serve until stopped."""
    config_of(arguments)
    check_folders(arguments.raw, arguments.clean)
    if arguments.cron is not None:
        check_cron(arguments.cron)
    from ingest_prefect.artifacts import artifact_key
    from ingest_prefect.command_line import serve_from_command_line

    config = arguments.config or (Path(DEFAULT_NAME) if Path(DEFAULT_NAME).is_file() else None)
    settings = {name: value for name in RULE_OPTIONS if (value := getattr(arguments, name, None)) is not None}
    parameters = {
        "raw": str(arguments.raw.resolve()),
        "clean": str(arguments.clean.resolve()),
        "config": str(config.resolve()) if config else None,
        "settings": settings or None,
        "jobs": arguments.jobs,
    }
    serve_from_command_line(
        parameters,
        name=arguments.name or artifact_key(arguments.clean).removeprefix("ingest-"),
        cron=arguments.cron,
        interval=arguments.interval,
    )
    return DONE


def interval(text: str) -> timedelta:
    """`90s`, `15m`, `2h` or `1d` as a time span. Raises argparse.ArgumentTypeError."""
    found = re.fullmatch(r"([1-9][0-9]{0,5})([smhd])", text)
    if found is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no time span, such as 90s, 15m, 2h or 1d")
    return timedelta(**{UNITS[found[2]]: int(found[1])})


def check_cron(cron: str) -> None:
    """Raises UsageError for what is no cron line."""
    from ingest_prefect.command_line import wrong_cron

    if (wrong := wrong_cron(cron)) is not None:
        raise UsageError(f"--cron: {wrong}; five fields are expected, as in '0 * * * *' for every full hour")
