"""Whether what a run is about to do looks wrong: half of the inputs gone, or results far worse than those there are.

The result is judged on a sample that is cleaned without being written, so that nothing is overwritten before the verdict.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.config import Config
from ingest.plan import Plan
from ingest.store import Catalog
from ingest.work import Item, Measure, measure
from ingest.workers import Workers

FEWEST = 20
"""Known documents, and sampled ones, below which shares say nothing."""

SAMPLE = 120
"""Documents in the sample: a share of one half is seen as 41 % or more in 98 of 100 samples."""

SAMPLE_BYTES = 4 << 20
"""Bytes in the sample at the most: about a second of work."""


@dataclass(frozen=True, slots=True)
class _Share:
    part: int
    whole: int

    @property
    def value(self) -> float:
        return self.part / self.whole if self.whole else 0.0


def doubt_of(plan: Plan, catalog: Catalog, config: Config, workers: Workers) -> str:
    """What looks wrong about a plan, in words, or an empty string. The thresholds are settings of the configuration."""
    if plan.known < FEWEST:
        return ""
    gone = _Share(plan.retired, plan.known)
    if gone.value >= config.stop_gone:
        return (
            f"{gone.part:,} of {gone.whole:,} raw files that were there are gone"
            f" ({gone.value:.0%}; stop_gone is {config.stop_gone:.0%})"
        )
    return _doubt_of_sample(list(_sample(plan)), catalog, config, workers)


def _doubt_of_sample(items: list[Item], catalog: Catalog, config: Config, workers: Workers) -> str:
    if len(items) < FEWEST:
        return ""
    measures: list[Measure] = workers.map(measure, items)
    totals = catalog.totals()
    failed = _Share(sum(not one.ok for one in measures), len(measures))
    before = _Share(totals["quarantined"], totals["documents"] + totals["quarantined"])
    if failed.value > before.value + config.stop_quarantined:
        return (
            f"{failed.value:.0%} of a sample of {failed.whole:,} documents would go to quarantine, {before.value:.0%} of all"
            f" are there now (stop_quarantined is {config.stop_quarantined:.0%} more)"
        )
    known = [(one, catalog.document(one.path)) for one in measures if one.ok]
    pairs = [(one, row) for one, row in known if row is not None and row["status"] == "clean" and row["raw_chars"]]
    if len(pairs) < FEWEST:
        return ""
    now = _Share(sum(one.removed for one, _ in pairs), sum(one.raw for one, _ in pairs))
    then = _Share(sum(row["removed_chars"] for _, row in pairs), sum(row["raw_chars"] for _, row in pairs))
    if now.value > then.value + config.stop_removed:
        return (
            f"{now.value:.0%} of the characters in a sample of {len(pairs):,} documents would be removed, {then.value:.0%}"
            f" were before (stop_removed is {config.stop_removed:.0%} more)"
        )
    return ""


def _sample(plan: Plan) -> Iterator[Item]:
    """Items spread evenly over the plan."""
    size = 0
    for item in plan.spread(SAMPLE):
        size += item.size
        if size <= SAMPLE_BYTES:
            yield item
        else:
            size -= item.size
