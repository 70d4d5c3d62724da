"""What Prefect's pages show of a run: its artifacts, and a line in its last state."""

from __future__ import annotations

import re
from typing import Any

from prefect.artifacts import create_link_artifact, create_table_artifact

from ingest.files import FOLDER
from ingest.places import Location, Url, location
from ingest.session import NOTHING_TO_DO, Summary
from ingest.store import Catalog


def sentence(summary: Summary) -> str:
    """What a run did, in a line."""
    names = ("new", "changed", "restamped", "unchanged", "retired", "quarantined", "newly-failing", "newly-fixed")
    parts = [f"{summary.counts[name]:,} {name}" for name in names if summary.counts.get(name)]
    return ", ".join(parts) or "nothing to do"


def publish(summary: Summary, clean: Location) -> None:
    """The artifacts, with keys that stay the same from run to run, so that each shows its history."""
    key = artifact_key(clean)
    create_table_artifact(_summary_rows(summary), key=f"{key}-summary", description=_summary_text(summary))
    if summary.report:
        create_link_artifact(
            _address(summary.report), "Report", key=f"{key}-report", description=_summary_text(summary)
        )
    if summary.state == NOTHING_TO_DO:
        return
    rules = [
        {"rule": name, "edits": number} for name, number in sorted(summary.rules.items(), key=lambda x: (-x[1], x[0]))
    ]
    create_table_artifact(rules, key=f"{key}-rules", description="Edits of this run by rule.")
    largest = [
        {"characters": one.characters, "rule": one.rule, "document": one.source, "begins with": one.text}
        for one in summary.largest
    ]
    create_table_artifact(largest, key=f"{key}-largest-removals", description="The largest removals of this run.")
    with Catalog(clean) as catalog:
        rows = [
            {"input": row["source"], "stage": row["stage"], "reason": row["reason"], "to do": row["hint"]}
            for _, row in zip(range(QUARANTINE_ROWS), catalog.documents("status = 'quarantined'"), strict=False)
        ]
    quarantined = summary.counts.get("quarantined", 0)
    shown = f" The first {QUARANTINE_ROWS} are shown." if quarantined > len(rows) else ""
    where = clean.resolve() / FOLDER / "quarantine"
    description = f"{quarantined:,} inputs are in quarantine, with their bytes and reasons in `{where}`.{shown}"
    create_table_artifact(rows, key=f"{key}-quarantine", description=description)


QUARANTINE_ROWS = 200
"""Rows of the quarantine list that Prefect is given; the catalog has all."""


def artifact_key(clean: Location) -> str:
    """The beginning of the artifacts' keys for a clean folder."""
    whole = clean.resolve()
    slug = re.sub(r"[^a-z0-9]+", "-", f"{whole.parent.name}-{whole.name}".lower()).strip("-")
    return f"ingest-{slug or 'root'}"


def _summary_rows(summary: Summary) -> list[dict[str, Any]]:
    names = [*summary.counts, *(name for name in summary.before if name not in summary.counts)]
    rows = []
    for name in names:
        now, before = summary.counts.get(name, 0), summary.before.get(name)
        change = "" if before is None else f"{now - before:+,}"
        rows.append({"what": name, "this run": now, "last run": "" if before is None else before, "change": change})
    return rows


def _summary_text(summary: Summary) -> str:
    lines = [f"Run `{summary.run}`: **{summary.state}** in {summary.seconds:.1f} s. {sentence(summary)}."]
    places = {"Report": summary.report, "Log": summary.log}
    # Browsers open no file from a page of a server, so the path stands there to be copied as well.
    lines += [f"[{name}]({_address(path)}): `{location(path).resolve()}`" for name, path in places.items() if path]
    return "\n\n".join(lines)


def _address(path: str) -> str:
    there = location(path)
    return str(there) if isinstance(there, Url) else there.resolve().as_uri()
