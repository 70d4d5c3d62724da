"""The gate: samples of every kind of document, measured against floors that may only rise, and proof that it can fail."""

from __future__ import annotations

from dataclasses import replace

import pytest
import yaml
from gate_samples import (
    FOLDER,
    INNOCENT,
    KNOWN_FAILURES,
    Cleaner,
    Sample,
    body_of,
    measure,
    measure_one,
    read_samples,
)

from ingest.config import Config
from ingest.decode import decode, encode
from ingest.edits import apply, undo
from ingest.model import Metadata, Outcome, Source
from ingest.pipeline import clean_document

SAMPLES = read_samples()
KNOWN = SAMPLES.pop(KNOWN_FAILURES)
FLOORS: dict[str, dict[str, float]] = yaml.safe_load((FOLDER / "floors.yaml").read_text(encoding="utf-8"))

each_kind = pytest.mark.parametrize("kind", SAMPLES)
each_sample = pytest.mark.parametrize(
    "sample", [one for kind in SAMPLES.values() for one in kind], ids=lambda one: f"{one.kind}: {one.name}"
)


def fallen(kind: str, clean: Cleaner) -> set[str]:
    """What of a kind lies below its floor."""
    measured = measure(SAMPLES[kind], clean)
    assert measured.keys() == FLOORS[kind].keys(), "every value that is measured has its floor"
    return {name for name, value in measured.items() if value < FLOORS[kind][name]}


def without(*codes: str) -> Cleaner:
    return lambda source: clean_document(source, Config(ignore=codes))


def test_every_kind_has_samples_and_floors() -> None:
    assert SAMPLES.keys() == FLOORS.keys()
    assert all(len(samples) >= 3 for samples in SAMPLES.values())


@each_kind
def test_nothing_lies_below_its_floor(kind: str) -> None:
    shares = {sample.name: measure_one(sample, clean_document(sample.source)) for sample in SAMPLES[kind]}
    wrong = [
        f"{name}: {good} of {count} {what}"
        for name, share in shares.items()
        for what, (good, count) in share.items()
        if good < count
    ]
    assert not fallen(kind, clean_document), "\n".join(wrong)


@pytest.mark.parametrize(
    "sample",
    [
        pytest.param(one, id=one.name, marks=pytest.mark.xfail(reason=one.reason, raises=AssertionError))
        for one in KNOWN
    ],
)
def test_known_failure(sample: Sample) -> None:
    assert sample.reason
    shares = measure_one(sample, clean_document(sample.source))
    assert all(good == count for good, count in shares.values())


@each_sample
def test_samples_can_be_undone_and_are_fixed_points(sample: Sample) -> None:
    source = sample.source
    first = clean_document(source)
    raw, decoding = decode(source)
    assert apply(raw, first.passes) == first.text
    assert encode(undo(first.text, first.passes), decoding) == source.data
    second = clean_document(Source(source.path, first.text.encode()))
    assert body_of(second) == body_of(first)
    assert second.metadata.fields == first.metadata.fields


# The gate can fail: each of these breaks the product in one way.


@pytest.mark.parametrize(
    ("kind", "codes", "expected"),
    [
        ("wiki", ("REF",), {"artefacts", "nothing-else"}),
        ("wiki", ("IMG",), {"artefacts", "nothing-else"}),
        ("wiki", ("DMG",), {"findings"}),
        ("mojibake", ("ENC",), {"prose", "fields", "artefacts"}),
        ("plain", ("TXT",), {"headings"}),
        ("plain", ("REF",), {"nothing-else"}),
        ("news", ("WEB",), {"artefacts", "nothing-else"}),
    ],
)
def test_gate_falls_without_a_family_of_rules(kind: str, codes: tuple[str, ...], expected: set[str]) -> None:
    assert expected <= fallen(kind, without(*codes))


@pytest.mark.parametrize("kind", [kind for kind in SAMPLES if kind != INNOCENT])
def test_gate_falls_where_a_sentence_is_lost(kind: str) -> None:
    def careless(source: Source) -> Outcome:
        outcome = clean_document(source)
        longest = max(body_of(outcome).split("\n"), key=len)
        return replace(outcome, text=outcome.text.replace(longest, ""))

    assert "prose" in fallen(kind, careless)


@pytest.mark.parametrize("kind", [kind for kind, floors in FLOORS.items() if "headings" in floors])
def test_gate_falls_where_headings_are_flattened(kind: str) -> None:
    def flat(source: Source) -> Outcome:
        outcome = clean_document(source)
        return replace(outcome, text=outcome.text.replace("\n#", "\n\\#"))

    assert "headings" in fallen(kind, flat)


@pytest.mark.parametrize("kind", [kind for kind, floors in FLOORS.items() if "fields" in floors])
def test_gate_falls_where_the_header_is_not_read(kind: str) -> None:
    assert "fields" in fallen(kind, lambda source: replace(clean_document(source), metadata=Metadata()))


def test_gate_falls_where_sound_text_is_restyled() -> None:
    def tidy(source: Source) -> Outcome:
        outcome = clean_document(source)
        return replace(outcome, text=outcome.text.replace("“", '"').replace("”", '"'))

    assert fallen(INNOCENT, tidy) == {"untouched"}
    assert fallen(INNOCENT, lambda source: clean_document(source, Config(unsafe_rules=True))) == {"untouched"}


def test_gate_falls_where_bytes_are_read_as_the_wrong_encoding() -> None:
    def hasty(source: Source) -> Outcome:
        return clean_document(Source(source.path, source.data.decode("latin-1").encode()))

    assert "prose" in fallen("encodings", hasty)
