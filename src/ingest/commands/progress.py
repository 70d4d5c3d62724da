"""How far a run is: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any

from ingest.commands.common import counted
from ingest.commands.terminal import printable
from ingest.plan import Plan
from ingest.work import ShardResult

SECONDS_BETWEEN_LINES = 5
"""How often a run that shows no bar says how far it is."""


class Progress:
    """Shows the progress of one run; use it in a `with` block."""

    def __init__(self, *, quiet: bool, verbose: bool) -> None:
        """With `quiet` only problems are shown, with `verbose` every document."""
        self._quiet, self._verbose = quiet, verbose
        self._done = 0
        self._began = self._said = 0.0
        self._bar: Any = None
        self._task: Any = None

    def __enter__(self) -> Callable[[Plan, ShardResult | None], None]:
        """Gives the function that shows."""
        return self._show

    def __exit__(self, *_: object) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()

    def _show(self, plan: Plan, result: ShardResult | None) -> None:
        if result is None:
            self._begin(plan)
            return
        self._done += sum(one.share[0] == 0 for one in result.inputs)  # a container that is shared counts once
        for note in result.notes:
            if note.level != "DEBUG":
                self._say(f"{note.level.lower()}: {printable(note.source)}: {note.text}")
        if self._verbose:
            for one in result.inputs:
                for document in one.documents:
                    columns = document.columns
                    self._say(f"{printable(columns['source'])}: {columns['status']}, {columns['edits']} edits")
        if self._bar is not None:
            self._bar.update(self._task, completed=self._done, rate=self._rate())
        elif not self._quiet and (self._done == plan.total or time.monotonic() - self._said >= SECONDS_BETWEEN_LINES):
            self._said = time.monotonic()
            self._say(f"{self._done:,} of {counted(plan.total, 'document')}, {self._rate()}")

    def _rate(self) -> str:
        return f"{self._done / max(1e-3, time.monotonic() - self._began):,.0f}/s"

    def _begin(self, plan: Plan) -> None:
        self._began = self._said = time.monotonic()
        if self._quiet or not plan.total or not sys.stderr.isatty():
            return
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        self._bar = Progress(
            TextColumn("cleaning"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("documents"),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._bar.add_task("cleaning", total=plan.total, rate="")
        self._bar.start()

    def _say(self, text: str) -> None:
        if self._bar is not None:
            self._bar.console.print(text, markup=False, highlight=False)
        else:
            print(text, file=sys.stderr)
