"""Clean every set of a corpora folder and hold the promises against it.

    python benchmarks/corpora.py FOLDER [--samples] [--jobs N] [--scorer] [--counts FILE]

A set is a folder below FOLDER with a `raw` folder in it. Each is cleaned without Prefect into a scratch folder, verified
(`proven`: the documents for which both apply and undo were proven to the byte), and what came out is cleaned once more
(`fixed`: the documents that came out with the same body and the same fields). The sub-folders of a set's `raw` have rows
of their own. Exits with 1 when a document is not proven or not fixed; what it is stands below the table.

--samples   also clean the hand-written samples of `tests/gate`, a set of their own
--scorer    also run the `score.py` that stands beside a `raw`, with the clean folder, and show what it says
--counts    write how often each rule did something: what `docs/rule-counts.json` holds; --about says of what collection
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ingest.config import Config
from ingest.run import run_folder
from ingest.store import Catalog
from ingest.verify import verify

COLUMNS = (
    "set",
    "documents",
    "quarantined",
    "seconds",
    "per second",
    "edits",
    "findings",
    "removed",
    "fixed",
    "proven",
)


@dataclass
class Row:
    """What one set, or a sub-folder of one, came to. `seconds` is 0 for a sub-folder, which has no time of its own."""

    name: str
    seconds: float = 0.0
    documents: int = 0
    quarantined: int = 0
    edits: int = 0
    findings: int = 0
    raw_chars: int = 0
    removed_chars: int = 0
    fixed: int = 0
    proven: int = 0

    def cells(self) -> tuple[str, ...]:
        """The row as it is printed."""
        speed = f"{self.documents / self.seconds:,.0f}" if self.seconds else ""
        return (
            self.name,
            f"{self.documents:,}",
            f"{self.quarantined:,}",
            f"{self.seconds:.1f}" if self.seconds else "",
            speed,
            f"{self.edits:,}",
            f"{self.findings:,}",
            f"{self.removed_chars / max(1, self.raw_chars):.1%}",
            f"{self.fixed:,}",
            f"{self.proven:,}",
        )

    def add(self, other: Row) -> None:
        """Count another row in."""
        for name in vars(self):
            if name != "name":
                setattr(self, name, getattr(self, name) + getattr(other, name))


@dataclass
class Counts:
    """How often each rule did something, over all sets: documents, and how often in them."""

    total: Row = field(default_factory=lambda: Row("all"))
    documents: Counter[str] = field(default_factory=Counter)
    times: dict[str, Counter[str]] = field(
        default_factory=lambda: {"edits": Counter(), "findings": Counter(), "blocks": Counter()}
    )

    def take(self, catalog: Catalog) -> None:
        """Count in what a catalog holds of clean documents."""
        touched: Counter[str] = Counter()
        seen: dict[str, set[int]] = {}
        for row in catalog.documents("status = 'clean'"):
            number = int(row["id"])
            found = {
                "edits": Counter({code: int(times) for code, times in json.loads(row["rules"]).items()}),
                "findings": Counter(str(one["rule"]) for one in catalog.findings(number)),
                "blocks": Counter(str(one["rule"]) for one in catalog.blocks(number)),
            }
            for kind, counter in found.items():
                self.times[kind].update(counter)
                for code in counter:
                    seen.setdefault(code, set()).add(number)
        touched.update({code: len(numbers) for code, numbers in seen.items()})
        self.documents.update(touched)

    def as_json(self, about: str) -> str:
        """The counts for `docs/rule-counts.json`: no path and no time, so that only what the rules do changes it."""
        rules = {
            code: {"documents": self.documents[code]}
            | {kind: counter[code] for kind, counter in self.times.items() if counter[code]}
            for code in sorted(self.documents)
        }
        lines = ",\n".join(f"    {json.dumps(code)}: {json.dumps(counts)}" for code, counts in rules.items())
        names = ("documents", "quarantined", "edits", "findings")
        totals = {"about": about} | {name: getattr(self.total, name) for name in names}
        return f'{{\n  "collection": {json.dumps(totals)},\n  "rules": {{\n{lines}\n  }}\n}}\n'


def sets(folder: Path) -> list[Path]:
    """The sets below a folder, the folder itself included, by name."""
    if (folder / "raw").is_dir():
        return [folder]
    return sorted(one for one in folder.iterdir() if (one / "raw").is_dir())


def write_samples(folder: Path) -> Path:
    """Write the gate's samples as raw files of a set below a folder, a folder for each kind."""
    sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
    from gate_samples import read_samples

    made = folder / "samples"
    for kind, samples in read_samples().items():
        (made / "raw" / kind).mkdir(parents=True)
        for number, sample in enumerate(samples):
            (made / "raw" / kind / f"{number:02d}-{sample.file}").write_bytes(sample.source.data)
    return made


def fields_and_body(catalog: Catalog) -> Iterator[tuple[str, tuple[str, str]]]:
    """For each clean document its clean path, and what must be the same when it is cleaned again."""
    for row in catalog.documents("status = 'clean'"):
        fields = json.loads(row["front_matter"])
        fields.pop("provenance")
        yield row["clean"], (json.dumps(fields), row["body_sha256"])


def moving(clean: Path, again: Path, jobs: int) -> list[str]:
    """The clean documents that cleaning changes once more."""
    run_folder(clean, again, Config(), jobs=jobs)
    with Catalog(clean) as first, Catalog(again) as second:
        after = dict(fields_and_body(second))
        # by what stands in them: a document named `a.md` may have got another name the second time
        sources = {row["source"]: row["clean"] for row in second.documents("status = 'clean'")}
        return [name for name, facts in fields_and_body(first) if after.get(sources.get(name, "")) != facts]


def rows(catalog: Catalog, name: str, bad: Iterable[str], unproven: Iterable[str]) -> list[Row]:
    """A row for the set, and one for each first-level folder of its raw files when there are several."""
    bad, unproven = set(bad), set(unproven)
    whole, parts = Row(name), dict[str, Row]()
    for one in catalog.documents("status IN ('clean', 'quarantined')"):
        part = one["source"].split("/")[0] if "/" in one["source"] else "."
        for row in (whole, parts.setdefault(part, Row(f"  {part}"))):
            if one["status"] == "quarantined":
                row.quarantined += 1
                continue
            row.documents += 1
            row.edits += one["edits"]
            row.findings += one["findings"]
            row.raw_chars += one["raw_chars"]
            row.removed_chars += one["removed_chars"]
            row.fixed += one["clean"] not in bad
            row.proven += one["source"] not in unproven
    return [whole, *(parts[part] for part in sorted(parts))] if len(parts) > 1 else [whole]


def measure(folder: Path, scratch: Path, jobs: int, counts: Counts) -> tuple[list[Row], list[str]]:
    """Clean one set and check it. Returns its rows, and a line for each document with a broken promise."""
    clean = scratch / "clean"
    summary = run_folder(folder / "raw", clean, Config(), jobs=jobs)
    checked = {one.source: one for one in verify(clean)}
    bad = moving(clean, scratch / "again", jobs)
    # a record of a container has no raw file of its own that could be cleaned again: its undo is the proof
    unproven = {
        source: one for source, one in checked.items() if one.status == "clean" and (one.problems or not one.undone)
    }
    with Catalog(clean) as catalog:
        counts.take(catalog)
        out = rows(catalog, folder.name, bad, unproven)
    out[0].seconds = summary.seconds
    counts.total.add(out[0])
    broken = [f"not fixed:  {folder.name}: {name}" for name in bad]
    broken += [f"not proven: {folder.name}: {name}: {'; '.join(one.problems)}" for name, one in unproven.items()]
    return out, broken


def table(lines: Iterable[tuple[str, ...]]) -> str:
    """Cells in columns, numbers to the right."""
    lines = [COLUMNS, *lines]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if index else cell.ljust(width)
            for index, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in lines
    )


def score(folder: Path, clean: Path) -> str:
    """What the set's own scorer says of the clean folder; empty when it has none."""
    script = folder / "score.py"
    if not script.is_file():
        return ""
    done = subprocess.run(
        [sys.executable, str(script), "--clean", str(clean)], capture_output=True, text=True, check=False
    )
    return f"{folder.name}: {script.name}\n{done.stdout}{done.stderr}"


def about_of(path: Path) -> str:
    """What a file of counts says of its collection; nothing when there is no file."""
    return (
        str(json.loads(path.read_text(encoding="utf-8"))["collection"]["about"]) if path.exists() else "not described"
    )


def main(arguments: argparse.Namespace) -> int:
    """Measure all sets. Returns the exit code."""
    found = sets(arguments.folder)
    if not found:
        print(f"{arguments.folder}: no folder below it has a `raw` folder")
        return 2
    counts, lines, broken, scores = Counts(), list[Row](), list[str](), list[str]()
    with tempfile.TemporaryDirectory() as made:
        found += [write_samples(Path(made))] if arguments.samples else []
        for folder in found:
            with tempfile.TemporaryDirectory() as scratch:
                own, failed = measure(folder, Path(scratch), arguments.jobs, counts)
                scores += [score(folder, Path(scratch) / "clean")] if arguments.scorer else []
            lines += own
            broken += failed
    print(table(row.cells() for row in (*lines, counts.total)))
    print("".join(f"\n{one}" for one in (*broken, *filter(None, scores))))
    if arguments.counts:
        about = arguments.about or about_of(arguments.counts)
        arguments.counts.write_text(counts.as_json(about), encoding="utf-8")
    return 1 if broken else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--samples", action="store_true", help="also clean the samples of tests/gate")
    parser.add_argument("--jobs", type=int, default=0, metavar="N", help="worker processes (0: one a processor)")
    parser.add_argument("--scorer", action="store_true", help="also run each set's own score.py")
    parser.add_argument("--counts", type=Path, metavar="FILE", help="write the counts of each rule")
    parser.add_argument("--about", metavar="TEXT", help="what the collection is (default: what FILE says)")
    sys.exit(main(parser.parse_args()))
