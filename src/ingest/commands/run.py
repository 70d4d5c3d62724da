"""`ingest run`: clean a folder, through the Prefect flow or directly."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from ingest.commands.common import (
    DONE,
    INTERRUPTED,
    NEEDS_A_PERSON,
    WRONG,
    Group,
    add_jobs_option,
    add_output_option,
    add_rule_options,
    config_of,
    counted,
    folder,
)
from ingest.commands.progress import Progress
from ingest.config import Config
from ingest.errors import ClusterLostError, UsageError
from ingest.plan import Options, Plan, check_folders
from ingest.run import run_folder
from ingest.session import NOTHING_TO_DO, Summary, SuspiciousError
from ingest.stopping import StoppedError
from ingest.work import ShardResult
from ingest.workers import collect_seldom

UNHARMED = "what was done stays done, run again to complete the folder"


def add(commands: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Declare the command."""
    parser = commands.add_parser(
        "run",
        description="Clean what is new or changed in RAW into CLEAN, as a Prefect flow, or with --direct without Prefect.",
    )
    parser.add_argument(
        "raw",
        nargs="?",
        type=folder,
        default=Path("raw"),
        metavar="RAW",
        help="folder of raw files, or its URL (default: raw)",
    )
    parser.add_argument(
        "clean",
        nargs="?",
        type=folder,
        default=Path("clean"),
        metavar="CLEAN",
        help="folder to write, or its URL (default: clean)",
    )
    _add_place_options(parser.add_argument_group("where it runs"))
    _add_amount_options(parser.add_argument_group("what is done again"))
    _add_result_options(parser.add_argument_group("what comes out"))
    add_rule_options(parser)
    parser.set_defaults(run=run)


def _add_place_options(group: Group) -> None:
    group.add_argument("--direct", action="store_true", help="without Prefect: the same bytes, at work within a second")
    add_jobs_option(group)
    group.add_argument(
        "--runner",
        choices=("local", "dask", "ray"),
        default="local",
        help="where documents are cleaned: in worker processes here (local, the default), or on a Dask or Ray cluster"
        " (extra ingest[dask], [ray])",
    )
    group.add_argument(
        "--address",
        metavar="URL",
        help="the cluster, as in tcp://host:8786 (Dask) or ray://host:10001 (default: a local one is started)",
    )


def _add_amount_options(group: Group) -> None:
    group.add_argument("--force", action="store_true", help="clean everything again, changed or not")
    group.add_argument("--rehash", action="store_true", help="trust no time stamp: compare the bytes of every raw file")
    group.add_argument("--retry-quarantine", action="store_true", help="try quarantined inputs again")
    group.add_argument(
        "--accept",
        action="store_true",
        help="go on although the result looks wrong: many raw files gone, far more refused or removed than before",
    )


def _add_result_options(group: Group) -> None:
    add_output_option(group)
    group.add_argument(
        "--fail-on",
        choices=("error", "finding", "never"),
        default="error",
        help="exit with 1 when an input is in quarantine (error, the default), also when there is a finding, or never",
    )
    loudness = group.add_mutually_exclusive_group()
    loudness.add_argument("-q", "--quiet", action="store_true", help="only problems")
    loudness.add_argument("-v", "--verbose", action="store_true", help="a line for every document that is touched")


def run(arguments: argparse.Namespace) -> int:
    """Run, print the summary, and give the exit code."""
    config = config_of(arguments)
    options = Options(arguments.force, arguments.rehash, arguments.retry_quarantine, arguments.accept)
    check_folders(arguments.raw, arguments.clean)
    _check_runner(arguments)
    collect_seldom()
    try:
        with Progress(quiet=arguments.quiet, verbose=arguments.verbose) as progress:
            if arguments.direct:
                summary = run_folder(
                    arguments.raw, arguments.clean, config, options=options, jobs=arguments.jobs, progress=progress
                )
            else:
                summary = _through_prefect(arguments, config, options, progress)
    except SuspiciousError as error:
        print(f"ingest: stopped: {error}", file=sys.stderr)
        return NEEDS_A_PERSON
    except StoppedError as error:
        print(f"ingest: {error}; {UNHARMED}", file=sys.stderr)
        return 128 + error.signal
    except KeyboardInterrupt:  # before the run listens, or after
        print(f"ingest: interrupted; {UNHARMED}", file=sys.stderr)
        return INTERRUPTED
    except ClusterLostError as error:
        print(f"ingest: {error}", file=sys.stderr, flush=True)
        sys.stdout.flush()
        # A cluster's library that lost its cluster has threads left that would not stand the end of the interpreter.
        os._exit(WRONG)
    if not arguments.quiet:
        print(describe(summary))
    return exit_code(summary, arguments.fail_on)


def _check_runner(arguments: argparse.Namespace) -> None:
    if arguments.runner != "local":
        from ingest.clusters import check

        if arguments.direct:
            raise UsageError(f"--runner {arguments.runner} goes through Prefect; leave --direct out")
        check(arguments.runner, arguments.address)
    elif arguments.address:
        raise UsageError("--address is that of a cluster; add --runner dask or --runner ray")


def _through_prefect(
    arguments: argparse.Namespace,
    config: Config,
    options: Options,
    progress: Callable[[Plan, ShardResult | None], None],
) -> Summary:
    if not arguments.quiet:
        print("Starting Prefect, which takes some seconds (--direct goes without it) ...", file=sys.stderr, flush=True)
    # The terminal shows our own progress and summary; Prefect's log has the rest.
    os.environ.setdefault("PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL", "CRITICAL")
    os.environ.setdefault("PREFECT_INTERNAL_LOGGING_LEVEL", "CRITICAL")
    from ingest_prefect.command_line import run_from_command_line

    def say(text: str) -> None:
        if not arguments.quiet:
            print(text, file=sys.stderr, flush=True)

    result: Summary = run_from_command_line(
        arguments.raw,
        arguments.clean,
        config,
        options,
        jobs=arguments.jobs,
        runner=arguments.runner,
        address=arguments.address,
        progress=progress,
        say=say,
    )
    return result


def exit_code(summary: Summary, fail_on: str) -> int:
    """The exit code for a run that came to its end."""
    if fail_on == "never":
        return DONE
    bad = summary.counts.get("quarantined", 0) or (fail_on == "finding" and summary.counts.get("findings", 0))
    return NEEDS_A_PERSON if bad else DONE


HAPPENED = ("new", "changed", "restamped", "unchanged", "retired", "newly-fixed", "newly-failing")
"""Counts of what became of the inputs, in the order in which they are told."""


def describe(summary: Summary) -> str:
    """The summary that ends a run, in a few lines for a person."""
    lines = [*_what_was_done(summary), *_what_is_there(summary), *_what_else(summary)]
    lines += [f"report  {summary.report}"] if summary.report else []
    return "\n".join([*lines, f"log     {summary.log}", f"{summary.state} in {summary.seconds:.1f} s"])


def _what_was_done(summary: Summary) -> Iterator[str]:
    counts = summary.counts
    if summary.state == NOTHING_TO_DO and not counts.get("documents") and not counts.get("quarantined"):
        yield f"Warning: {summary.raw} holds no files: nothing to do."
    yield from (f"Changed since: {one}" for one in summary.changes)
    if [name for name in HAPPENED if counts.get(name)] == ["unchanged"]:
        if again := sum(summary.why.values()):
            yield f"Cleaned again, with the same result: {counted(again, 'file')}."
        else:
            yield "Nothing changed: no document was touched."


def _what_is_there(summary: Summary) -> Iterator[str]:
    counts = summary.counts
    happened = ", ".join(f"{counts[name]:,} {name.replace('-', ' ')}" for name in HAPPENED if counts.get(name))
    if not counts.get("documents") and not happened:
        return
    bad = f" and {counts['quarantined']:,} in quarantine" if counts.get("quarantined") else ""
    there = f"{counted(counts.get('documents', 0), 'document')} in {summary.clean}{bad}"
    yield f"{there}: {happened}" if happened else there
    yield (
        f"{counted(counts.get('edits', 0), 'edit')}, {counted(counts.get('removed_chars', 0), 'character')} removed,"
        f" {counted(counts.get('findings', 0), 'finding')} for a person to look at"
    )


def _what_else(summary: Summary) -> Iterator[str]:
    """What a person may want to look at, with where it is."""
    counts, own = summary.counts, f"{summary.clean}/.ingest"
    left = [
        counted(counts[f"skipped_{name}"], f"{name} name")
        for name in ("hidden", "excluded")
        if counts.get(f"skipped_{name}")
    ]
    if left:
        yield f"Left out: {', '.join(left)}"
    if counts.get("displaced"):
        yield f"{counted(counts['displaced'], 'file')} that ingest did not write, moved to {own}/displaced"
    if summary.crashed:
        yield f"An earlier run had not ended ({', '.join(summary.crashed)}); what it left was completed"
    if counts.get("quarantined"):
        yield f"{counted(counts['quarantined'], 'input')} in quarantine, each with its reason, in {own}/quarantine"
