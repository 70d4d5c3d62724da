"""How large shards are: by what a document was measured to cost, and by what it costs to hand a shard out.

The first shards are small. What they took decides how much goes into the following ones: enough that orchestration is a small
share of the work, and no more than is good for memory, for progress and for what the death of a worker costs. At the end
they get smaller again, so that all workers finish together. No document's bytes depend on any of it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from ingest.work import ShardResult

SHARE = 0.025
"""The share of a worker's time that orchestration takes in a long run. The aim is less than 5 % of any but a short one: the
small shards at the beginning and the end cost the rest."""

TASK_SECONDS = {"direct": 0.005, "local": 0.03, "dask": 0.3, "ray": 0.3}
"""What a shard costs besides its documents, for each runner: a first guess, and the least that is reckoned with, since not
all of it is seen as the waiting of a worker. Measured by `benchmarks/runners.py` (docs/scale.md)."""

LEAST_SECONDS, MOST_SECONDS = 0.5, 20.0
"""How long a shard may take; the most is what the death of a worker may cost."""

LAST_TASKS = 8
"""How many times what a task costs the first and the last shards take at the least."""

LAST_SHARDS = 1.5
"""How many more shards for each worker what is left should give, so that workers finish together."""

FIRST_ITEMS, FIRST_BYTES = 16, 256 << 10
"""The size of shards before any is measured, where a task costs little."""

DOCUMENT_SECONDS = 0.005
"""What a document is taken to cost before any is measured."""

REMEMBERED = 16
"""Shards whose measures count."""


class Room(NamedTuple):
    """What a shard may hold."""

    items: int
    size: int


class _Measured(NamedTuple):
    items: int
    size: int
    seconds: float


@dataclass(slots=True)
class Pace:
    """Learns what shards take. `width` workers are at work, on shards that cost `task` seconds besides their documents.

    `shards` counts them, `spent` adds up the seconds that they took.
    """

    width: int = 1
    task: float = TASK_SECONDS["direct"]
    shards: int = 0
    spent: float = 0.0
    _measured: deque[_Measured] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    _waits: deque[float] = field(default_factory=lambda: deque(maxlen=REMEMBERED))

    def learn(self, result: ShardResult) -> None:
        """Take in what a shard took, and how long its worker had waited for it.

        A worker's first shard is slower than others, since what the worker needs is loaded with it: it counts until there are
        others. How many documents a container holds is not known before it is read, so those count by bytes alone.
        """
        self.shards += 1
        self.spent += result.seconds
        if not result.seconds or (result.waited is None and self._waits):
            return
        if result.waited is not None:
            if not self._waits:
                self._measured.clear()
            self._waits.append(result.waited)
        size = sum(one.row.size for one in result.inputs)
        items = 0 if any(one.spool for one in result.inputs) else len(result.inputs)
        self._measured.append(_Measured(items, size, result.seconds))

    @property
    def seconds(self) -> float:
        """How long a shard should take."""
        return min(MOST_SECONDS, max(LEAST_SECONDS, self.cost / SHARE))

    @property
    def cost(self) -> float:
        """Seconds that a task costs besides its documents."""
        return max(self.task, _median(self._waits))

    def room(self, items: int, size: int) -> Room:
        """What the next shard may hold, where so many items and bytes are left to do."""
        if not self._measured:
            return self._first(items)
        each = _rate((one.seconds, one.items) for one in self._measured if one.items)
        byte = _rate((one.seconds, one.size) for one in self._measured)
        # Of the two estimates of what is left neither is sure.
        left = max(items * each, size * byte)
        least = max(LEAST_SECONDS / 4, LAST_TASKS * self.cost)
        seconds = min(self.seconds, max(least, left / (LAST_SHARDS * self.width)))
        if left < seconds + min(least, left / self.width) / 2:
            return Room(max(1, items), max(1, size))
        return Room(max(1, round(seconds / each)) if each else items, max(1, round(seconds / byte)) if byte else size)

    def _first(self, items: int) -> Room:
        """What a shard may hold before any is measured: more where a task costs more, and a part for each worker."""
        worth = round(LAST_TASKS * self.task / DOCUMENT_SECONDS)
        most = max(FIRST_ITEMS, min(worth, round(items / (2 * LAST_SHARDS * self.width))))
        return Room(most, FIRST_BYTES * most // FIRST_ITEMS)


def _median(values: Collection[float]) -> float:
    """The middle one, of two the larger; 0 where there is none. Python's own would take 10 ms to load."""
    return sorted(values)[len(values) // 2] if values else 0.0


def _rate(measures: Iterable[tuple[float, int]]) -> float:
    """Seconds for each one of a number, 0 where there was none."""
    seconds, number = 0.0, 0
    for one_seconds, one_number in measures:
        seconds += one_seconds
        number += one_number
    return seconds / number if number else 0.0
