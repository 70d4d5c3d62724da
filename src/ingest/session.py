"""A run from its lock to its end: all that must happen once and in one process."""

from __future__ import annotations

import heapq
import os
import socket
import sqlite3
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Self

from ingest import __version__, suspicion
from ingest.compact_json import from_json
from ingest.config import Config
from ingest.errors import IngestError, UsageError
from ingest.files import files_of
from ingest.folding import Folding
from ingest.ledger import unpack
from ingest.lock import Lock
from ingest.pace import Pace
from ingest.parts import FILES
from ingest.places import Location, Url, location
from ingest.plan import Options, Plan, check_folders, make_plan
from ingest.runlog import RunLog
from ingest.stamp import stamp_all
from ingest.stopping import Stop
from ingest.store import TOTALS, Catalog, DocumentResult, InputResult, local_folder
from ingest.work import Note, ShardResult, cannot_write
from ingest.workers import Workers

if TYPE_CHECKING:
    from ingest.remote.run import Remote

COMPLETED = "Completed"
WITH_QUARANTINE = "CompletedWithQuarantine"
NOTHING_TO_DO = "NothingToDo"
INTERRUPTED = "Interrupted"
SUSPICIOUS = "Suspicious"
LOCK_HELD = "LockHeld"
FAILED = "Failed"

LARGEST = 20
"""How many of the largest removals a run remembers, to show them."""

REMOVING = ("encoding", "body")
"""Stages whose edits take text away; a conversion is accounted for block by block, and what is lifted is moved."""


class Removal(NamedTuple):
    """One edit that took much away."""

    characters: int
    source: str
    rule: str
    text: str


class SuspiciousError(IngestError):
    """What the run would do looks wrong; nothing was retired or overwritten."""


@dataclass(slots=True)
class Summary:
    """What a run did and what there is now; `counts` go into the catalog, the report and the flow's artifacts.

    `before` are the counts of the last run that came to its end, `why` the number of documents for each reason to clean them,
    `changes` what changed in version or settings and what that costs, in sentences.
    """

    run: str = ""
    state: str = ""
    raw: str = ""
    clean: str = ""
    seconds: float = 0.0
    counts: dict[str, int] = field(default_factory=dict)
    before: dict[str, int] = field(default_factory=dict)
    why: dict[str, int] = field(default_factory=dict)
    changes: list[str] = field(default_factory=list)
    rules: dict[str, int] = field(default_factory=dict)
    largest: list[Removal] = field(default_factory=list)
    crashed: list[str] = field(default_factory=list)
    log: str = ""
    report: str = ""


class Session:
    """A run from its lock to its end. Use it in a `with` block: whatever happens, the run's end is entered."""

    def __init__(
        self,
        raw: Location,
        clean: Location,
        config: Config,
        options: Options | None = None,
        *,
        holder: Mapping[str, str] | None = None,
    ) -> None:
        """Check the folders, take the lock, open catalog and log.

        `holder` says more about the run to whoever finds the lock held, or left behind. Raises UsageError for folders that
        cannot work together or be written, lock.LockedError while another run is at work.
        """
        check_folders(raw, clean)
        if isinstance(clean, Url) and config.output != FILES:
            todo = "write files there, and `ingest export` makes records of them"
            raise UsageError(f"{clean}: --output {config.output} needs a clean folder of this machine; {todo}")
        self.raw, self.clean, self.config = raw, clean, config
        self.options = options or Options()
        self.started = datetime.now(UTC)
        self.id = f"{self.started:%Y%m%dT%H%M%S-%f}"
        self.remote: Remote | None = None
        try:
            self.lock = Lock(clean, {"run": self.id, **(holder or {})})
        except OSError as error:
            raise _unwritable(clean, error) from error
        try:
            self.remote = _remote(clean, self.id, holder, self.lock)
            self.files = files_of(clean)
            self.files.sweep()
            self.catalog = Catalog(clean, write=True)
            self._log = RunLog(local_folder(clean) / "logs" / f"{self.id}.jsonl")
        except OSError as error:
            self._release()
            raise _unwritable(clean, error) from error
        except BaseException:
            self._release()
            raise
        self.summary = Summary(self.id, raw=str(raw), clean=str(clean), log=str(self._log.path))
        self.counts: Counter[str] = Counter()
        self.rules: Counter[str] = Counter()
        self.plan: Plan | None = None
        self.pace = Pace()
        self._shares: dict[str, list[str]] = {}
        self._folding = None if isinstance(clean, Url) else Folding(self.catalog, config.output)
        self._largest: list[Removal] = []
        self._ended = False
        self._recipes = {config.recipe}

    def __enter__(self) -> Self:
        """Enter the run into the catalog."""
        run = {
            "id": self.id,
            "started": self.started.isoformat(timespec="seconds"),
            "raw": str(self.raw),
            "recipe": self.config.recipe,
            "host": socket.gethostname(),
            "pid": os.getpid(),
        }
        try:
            self.summary.before = self.catalog.last_counts()
            self.summary.crashed = self.catalog.start_run(run)
            self.catalog.remember(self.config.recipe, self.config.settings)
            self._log.write(
                "start", raw=str(self.raw), clean=str(self.clean), version=__version__, config=self.config.digest
            )
            for dead in self.summary.crashed:
                self._log.write("crashed", other=dead)
        except (OSError, sqlite3.Error) as error:
            self._close()
            raise cannot_write(str(self.clean), error) from error
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        """Enter the run's end, also when it was stopped, and let go of everything."""
        try:
            if not self._ended:
                # On a full disk the end cannot be entered: then the next run enters this one as crashed.
                with suppress(OSError, sqlite3.Error, IngestError):
                    self._end(_state_of(kind), str(error or ""))
                    if self.remote is not None and self.remote.unsaved:
                        self.remote.publish(self.catalog, self._log.path)
        finally:
            self._close()

    def _close(self) -> None:
        if self.plan is not None:
            self.plan.close()
        with suppress(OSError):
            self._log.close()
        with suppress(sqlite3.Error):
            self.catalog.close()
        self._release()

    def _release(self) -> None:
        try:
            if self.remote is not None:
                self.remote.release()
        finally:
            self.lock.release()

    def make_plan(self) -> Plan:
        """Find out what there is to do."""
        try:
            if self._folding is not None:
                self._folding.begin(rehash=self.options.rehash or bool(self.catalog.unsure_runs()))
        except (OSError, sqlite3.Error) as error:
            raise cannot_write(str(self.clean), error) from error
        self.plan = make_plan(self.raw, self.clean, self.config, self.options)
        for path in self.plan.settled:
            self.catalog.remember_folder(path)
        self.counts["unchanged"] = self.plan.unchanged
        self.summary.why = dict(self.plan.why)
        self.summary.changes = self.plan.reasons
        self._log.write(
            "plan",
            items=self.plan.total,
            bytes=self.plan.bytes,
            gone=self.plan.retired,
            why=dict(self.plan.why),
            changes=self.plan.reasons,
        )
        return self.plan

    def check(self, workers: Workers) -> None:
        """Stop a run whose result would look wrong, before anything is retired or overwritten.

        Raises SuspiciousError with the reason.
        """
        if self.plan is None or self.options.accept:
            return
        doubt = suspicion.doubt_of(self.plan, self.catalog, self.config, workers)
        if doubt:
            raise SuspiciousError(f"{doubt}; nothing was changed. If this is right, run again with --accept")

    def clear(self) -> None:
        """Retire the documents of raw files that are gone, and those whose documents are to stand elsewhere.

        This comes before any document is written, since a document may be written where a retired one stood.
        """
        if self.plan is None:
            return
        gone = Counter[str]()
        try:
            for path, _ in self.plan.gone():
                for source, clean in self.catalog.outputs(path):
                    if clean:
                        self.files.retire(clean)
                    self.files.release(source)
                    self._log.write("document", source=source, what="retired")
                    gone["retired"] += 1
            self.files.flush()
            if gone:
                if self.remote is not None:
                    self.remote.committed(self.catalog)
                self.catalog.retire(self.id, (path for path, _ in self.plan.gone()))
            for clean in self.plan.left() if self.config.output == FILES else ():
                self.files.retire(clean)
        except (OSError, sqlite3.Error) as error:
            raise cannot_write(str(self.clean), error) from error
        self.counts.update(gone)

    def stamp(self, stop: Stop) -> None:
        """Renew the digest in documents that a change of the settings cannot affect.

        Raises work.OutputError when clean folder or catalog cannot be written, StoppedError.
        """
        if self.plan is None or not self.plan.stamps:
            return

        def seen(source: str) -> None:
            self.counts["restamped"] += 1
            self._remember_recipe(self.config.recipe_at(source), source)
            self._log.write("document", source=source, what="restamped")

        try:
            stamp_all(self.plan, self.catalog, self.files, self.config, self.id, seen, stop)
            if self.remote is not None:
                self.remote.committed(self.catalog)
        except (OSError, sqlite3.Error) as error:
            raise cannot_write(str(self.clean), error) from error

    def _remember_recipe(self, recipe: str, source: str) -> None:
        """Have the catalog hold the settings behind a document, for the next run that finds them changed."""
        if recipe not in self._recipes:
            self._recipes.add(recipe)
            self.catalog.remember(recipe, self.config.settings_at(source))

    def commit(self, result: ShardResult) -> tuple[Note, ...]:
        """Enter a shard's result into catalog and log. Returns its notes, for whoever shows them.

        Raises work.OutputError when the catalog cannot be written.
        """
        self.pace.learn(result)
        try:
            inputs = [self._joined(one) for one in result.inputs]
            for clean in self.catalog.commit(self.id, inputs, self._seen):
                if clean:
                    self.files.retire(clean)
                self.counts["retired"] += 1
            self._log.flush()
            for one in inputs:
                if one.spool:
                    location(one.spool).unlink()
                    if one.last and self._folding is not None and self.config.output == FILES:
                        self.catalog.remember_folder(one.row.path)
            self.counts["displaced"] += result.displaced
            for note in result.notes:
                self._log.write("note", level=note.level, source=note.source, text=note.text)
            waited = None if result.waited is None else round(result.waited, 4)
            self._log.write("shard", inputs=len(inputs), seconds=round(result.seconds, 4), waited=waited)
        except (OSError, sqlite3.Error) as error:
            raise cannot_write(str(self.clean), error) from error
        if self.remote is not None:
            self.remote.committed(self.catalog)
        return result.notes

    def _joined(self, one: InputResult) -> InputResult:
        """What became of a container of which this is the last share to come; other shares are marked as not the last."""
        if one.share[1] == 1:
            return one
        statuses = self._shares.setdefault(one.row.path, [])
        statuses.append(one.row.status)
        last = len(statuses) == one.share[1]
        status = "quarantined" if "quarantined" in statuses else one.row.status
        return one._replace(row=one.row._replace(status=status), last=last)

    def _seen(self, document: DocumentResult, what: str) -> None:
        """Count and log what became of a document."""
        columns = document.columns
        self.counts[what] += 1
        self._remember_recipe(columns["recipe"], columns["source"])
        rules = from_json(columns["rules"])
        for rule, number in rules.items():
            self.rules[rule] += number
        self._remember(document)
        self._log.document(what, columns, rules)

    def _remember(self, document: DocumentResult) -> None:
        """Keep the edits that took most away."""
        smallest = self._largest[0].characters if len(self._largest) >= LARGEST else 0
        if (document.columns.get("removed_chars") or 0) <= smallest:
            return  # as nearly all are
        for _, _, stage, rule, _, before, after, _, _, _, repeat, _ in document.edits:
            took = (len(before) - len(after)) * repeat
            if took > smallest and stage in REMOVING:
                removal = Removal(took, str(document.columns["source"]), rule, _excerpt(before))
                heapq.heappush(self._largest, removal)
                if len(self._largest) > LARGEST:
                    heapq.heappop(self._largest)

    def fold(self, workers: Workers, stop: Stop) -> None:
        """Bring records into the files that readers see.

        Raises work.OutputError when those cannot be written, StoppedError.
        """
        try:
            if self._folding is not None:
                self._folding.fold(workers, stop)
        except (OSError, sqlite3.Error) as error:
            raise cannot_write(str(self.clean), error) from error

    def finish(self) -> Summary:
        """Sum up, write the report, enter the end."""
        if self.plan is None:
            raise UsageError("a run is finished after it was planned")
        touched = bool(self.plan.total or self.plan.stamps or self.counts["retired"])
        same = not touched and not self.catalog.unsure_runs()
        totals = self._totals(same=same)
        state = WITH_QUARANTINE if totals["quarantined"] else COMPLETED if touched else NOTHING_TO_DO
        self.counts["skipped_hidden"] = self.plan.skipped.hidden
        self.counts["skipped_excluded"] = self.plan.skipped.excluded
        self.summary.counts = {**{name: number for name, number in self.counts.items() if number}, **totals}
        self.summary.rules = dict(sorted(self.rules.items()))
        self.summary.largest = sorted(self._largest, reverse=True)
        if touched:
            # A run that is entered as completed has its documents on the disk, also after a power cut.
            self.files.sync()
        try:
            self._end(state, "")
        except (OSError, sqlite3.Error) as error:
            raise cannot_write(str(self.clean), error) from error
        if self.remote is None:
            self.summary.report = self._report_of(same=same)
        elif self.remote.unsaved:
            self._publish(self.remote)
        return self.summary

    def _totals(self, *, same: bool) -> dict[str, int]:
        """What there is now; where nothing was touched since the last run, that one has counted it."""
        before = self.summary.before
        if same and all(name in before for name in TOTALS):
            return {name: before[name] for name in TOTALS}
        return self.catalog.totals()

    def _publish(self, remote: Remote) -> None:
        """Bring catalog, log and report to where the clean folder is."""
        report = self._report()
        try:
            self.summary.log, self.summary.report = remote.publish(self.catalog, self._log.path, report)
        except (OSError, sqlite3.Error) as error:
            raise cannot_write(str(self.clean), error) from error

    def _report_of(self, *, same: bool) -> str:
        """The report. That of the same documents stays: it shows what the last run did that did anything."""
        there = local_folder(self.clean) / "report.html"
        return str(there) if same and there.is_file() else self._report()

    def _report(self) -> str:
        """Write the report. The documents are there without it: when it cannot be written the run is still done."""
        from ingest import report

        try:
            return str(report.write(self.catalog))
        except OSError as error:
            text = f"the report cannot be written: {error.strerror}; `ingest report` writes it again"
            self._log.write("note", level="WARNING", source=str(error.filename or ""), text=text)
            return ""

    def _end(self, state: str, message: str) -> None:
        ended = datetime.now(UTC)
        self.summary.state = state
        self.summary.seconds = (ended - self.started).total_seconds()
        counts = self.summary.counts or dict(self.counts)
        self.catalog.end_run(self.id, ended.isoformat(timespec="seconds"), state, counts, message)
        work = {"shards": self.pace.shards, "cleaning_seconds": round(self.pace.spent, 3), "workers": self.pace.width}
        self._log.write("end", state=state, message=message, counts=counts, **work)
        self._ended = True


def _remote(clean: Location, run: str, holder: Mapping[str, str] | None, lock: Lock) -> Remote | None:
    """What a run does more where the clean folder is in a store."""
    if not isinstance(clean, Url):
        return None
    from ingest.remote.run import Remote

    return Remote(clean, run, holder, lock)


def _state_of(kind: type[BaseException] | None) -> str:
    if kind is not None and issubclass(kind, SuspiciousError):
        return SUSPICIOUS
    return INTERRUPTED if kind is not None and not issubclass(kind, Exception) else FAILED


def _excerpt(text: str | bytes, length: int = 200) -> str:
    return unpack(text)[:length]


def _unwritable(clean: Location, error: OSError) -> UsageError:
    todo = "choose a folder that you may write to"
    return UsageError(f"{error.filename or clean}: cannot be written: {error.strerror}; {todo}")
