"""The heart: one raw document in, one clean document and the whole account of it out.

No files, no Prefect, no clock: bytes and a configuration give a value, always the same one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache, partial
from typing import Any, NamedTuple, TypeVar

from ingest import formats, frontmatter, metadata
from ingest.body import Body
from ingest.codes import CONVERTED, EMPTIED, FRONT_MATTER, name_of
from ingest.config import Config
from ingest.decode import decode
from ingest.edits import Mapper, accept, apply_pass
from ingest.formats import joplin, news, producer
from ingest.headers.values import is_own_provenance
from ingest.model import (
    Block,
    Conversion,
    Decoding,
    Edit,
    Finding,
    Header,
    Lift,
    Metadata,
    Outcome,
    Pass,
    Proposal,
    Remark,
    Source,
)
from ingest.positions import Lines, in_raw
from ingest.provenance import format_told_by, provenance, sha256
from ingest.rules import BODY_RULES, ENCODING_RULES, user
from ingest.rules.kept import mark, without
from ingest.rules.registry import Rule
from ingest.rules.runner import Stage, run_rules

_DEFAULT = Config()

EXCERPT = 80
"""Characters of the line around a finding that go with it."""


def clean_document(source: Source, config: Config | None = None) -> Outcome:
    """Clean one document.

    Raises errors.Refused, with the stage and the reason, when it cannot become a document.
    """
    return begin(source, config).read().clean().gather().tell_language().finish()


def clean_documents(sources: Iterable[Source], config: Config | None = None) -> list[Outcome | Exception]:
    """Clean some documents, each as `clean_document` does, and give what it returns or raises, in their order.

    Each step is taken for all of them before the next. So they take less time than one by one: the code and the data of a
    step stay at hand, above all those that languages are told by. All of them are held in memory at once, several times
    over.
    """
    begun: list[Any] = [_tried(partial(begin, source, config)) for source in sources]
    for step in (Begun.read, Begun.clean, Begun.gather, Gathered.tell_language, Gathered.finish):
        begun = [one if isinstance(one, Exception) else _tried(partial(step, one)) for one in begun]
    return begun


T = TypeVar("T")


def _tried(step: Callable[[], T]) -> T | Exception:
    """What a step returns or raises: what one document provokes must not stop the others."""
    try:
        return step()
    except Exception as error:  # noqa: BLE001 - its caller judges it
        return error


def begin(source: Source, config: Config | None = None) -> Begun:
    """The first step: decode a document and repair its text. Raises errors.Refused."""
    config = config or _DEFAULT
    rules = _rules(config, source.path)
    raw, decoding = decode(source)
    draft = _Draft(raw)
    draft.repair(rules.encoding)
    return Begun(source, config, rules, decoding, draft)


class Begun(NamedTuple):
    """A document on its way through the steps of which each gives what the next one is a method of."""

    source: Source
    config: Config
    rules: _Rules
    decoding: Decoding
    draft: _Draft

    def read(self) -> Begun:
        """Tell the format, and read the header or convert the page."""
        draft = self.draft
        draft.read(formats.recognise(draft.text, self.source), self.source)
        if draft.format in formats.CONVERTERS:
            # what was written as an entity shows only now
            draft.repair(self.rules.encoding)
        return self

    def clean(self) -> Begun:
        """Clean the body."""
        self.draft.clean(self.rules.body)
        return self

    def gather(self) -> Gathered:
        """Gather the metadata."""
        source, config, rules, decoding, draft = self
        found = draft.lift(config.keep.get(source.path, ()))
        if found.exposes:
            draft.settle(rules.body, found)
        facts = metadata.gather(
            draft.header,
            draft.body,
            source,
            lifted=found.fields,
            converted=draft.converted,
            aliases=config.aliases_of(source.path),
        )
        return Gathered(source, config, decoding, draft, facts)


class Gathered(NamedTuple):
    """A document of which all is done but what its language is needed for."""

    source: Source
    config: Config
    decoding: Decoding
    draft: _Draft
    facts: metadata.Gathered

    def tell_language(self) -> Gathered:
        """Tell the language by the text, if nothing says it."""
        self.facts.tell_language()
        return self

    def finish(self) -> Outcome:
        """Put the document together."""
        source, config, decoding, draft, gathered = self
        body = gathered.body
        fields = gathered.finish()
        draft.remark(fields.remarks, draft.read_passes, 0)
        facts = provenance(source, config, decoding, draft.account(), sha256(body))
        text = draft.assemble({**fields.fields, "provenance": facts}, body)
        return draft.outcome(source, text, decoding, fields, facts)


class _Rules:
    """The rules that are switched on, by the stage that they run in."""

    def __init__(self, encoding: Iterable[Rule], body: Iterable[Rule]) -> None:
        self.encoding = Stage("encoding", encoding)
        self.body = Stage("body", body)


def _rules(config: Config, path: str) -> _Rules:
    exempt, own = config.rules_at(path)
    rules = _active(config.select, config.extend_select, config.ignore, config.unsafe_rules, exempt, own)
    kept = config.keep.get(path)
    return _Rules(without(rules.encoding.rules, kept), without(rules.body.rules, kept)) if kept else rules


@lru_cache(maxsize=64)
def _active(
    select: tuple[str, ...],
    extend_select: tuple[str, ...],
    ignore: tuple[str, ...],
    unsafe: bool,
    exempt: tuple[str, ...] = (),
    own: tuple[user.UserRule, ...] = (),
) -> _Rules:
    config = Config(select=select, extend_select=extend_select, ignore=ignore, unsafe_rules=unsafe)

    def active(rules: Iterable[Rule]) -> tuple[Rule, ...]:
        return tuple(one for one in rules if config.runs(one) and not one.code.startswith(exempt))

    return _Rules(active(ENCODING_RULES), active((*BODY_RULES, *map(user.as_rule, own))))


class _Draft:
    """A document on its way: the text as it is now, and the passes and remarks that led to it."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.text = raw
        self.passes: list[Pass] = []
        self.remarks: list[tuple[str, int, Remark]] = []  # code, number of passes before its text, remark
        self.header = Header()
        self.read_passes = 0
        self.cleaned = self.repaired = Body("")  # the body, and the whole text before, as the rules left them
        self.format = self.kind = formats.PLAIN  # what it was, and what the rules are told it is by now
        self.producer = ""
        self.converted: Mapping[str, Any] = {}
        self.blocks: tuple[Block, ...] = ()

    @property
    def body(self) -> str:
        return self.text[self.header.end :] if self.header.end else self.text

    def view(self, text: str) -> Body:
        body = Body(text, self.kind, self.producer, fields=self.header.fields)
        if text is self.repaired.text:
            body.take_over(self.repaired)
        return body

    def repair(self, stage: Stage) -> None:
        """Run the encoding rules on the whole text."""
        self.repaired, passes, remarks = run_rules(self.text, stage, self.view)
        self.text = self.repaired.text
        self.passes += passes
        self.remark(remarks, len(self.passes), 0)
        self.read_passes = len(self.passes)

    def read(self, kind: str, source: Source) -> None:
        """Read the header, or convert a format that is not Markdown."""
        self.format = self.kind = kind
        read = formats.read(kind, self.text, source)
        if isinstance(read, Conversion):
            self._convert(read)
            return
        self.header = read
        own = read.fields.get("provenance")
        self.format = self.kind = format_told_by(own) if is_own_provenance(own) else formats.after_header(kind, read)
        self.producer = producer.recognise(self.text, read.fields)

    def _convert(self, conversion: Conversion) -> None:
        page, repairs = self.text, tuple(self.passes)
        self.remark([(CONVERTED, remark) for remark in conversion.remarks], len(self.passes), 0)
        self._record("convert", [(CONVERTED, Proposal(0, len(self.text), conversion.body))], 0)
        self.read_passes = len(self.passes)
        self.producer = producer.recognise(self.raw, conversion.fields)
        self.converted = conversion.fields
        self.blocks = tuple(in_raw(conversion.blocks, page, self.raw, repairs)) if repairs else conversion.blocks
        self.header = Header(layout=conversion.layout)
        self.kind = formats.MARKDOWN

    def clean(self, stage: Stage) -> None:
        """Run the body rules on the body."""
        offset = self.header.end
        body, passes, remarks = run_rules(self.body, stage, self.view)
        self.passes += [_shifted(one, offset) for one in passes]
        self.text = self.text[:offset] + body.text
        self.cleaned = body
        self.remark(remarks, len(self.passes), offset)
        if not body.text.strip() and self.raw[offset:].strip() and passes:
            self.remark([(EMPTIED, Remark(0, 0, "nothing is left of the body"))], len(self.passes), offset)

    def lift(self, kept: Collection[str] = ()) -> Lift:
        """Take headline, dek and byline out of the body of a news text, and find a title for a text without one.

        From a note as Joplin stores it, take what stands below it. What a person put back (`kept`) stays in the body, and
        is metadata all the same.
        """
        body = self.cleaned
        text = body.text
        found = joplin.lift(body)
        if found is not None:
            self._take(found, text, kept)
            return found
        if self.header.layout == "none" and (
            self.kind == formats.PLAIN
            or (self.kind == formats.MARKDOWN and not formats.is_marked_up(text))  # all marks were in furniture
        ):
            found = news.lift(body)
            self._take(found, text, kept)
            return found
        if self.kind == formats.PLAIN:
            return Lift()  # it has our own header: the title, if there was one, was lifted
        title = news.first_heading(body)
        return Lift({"title": title} if title else {})

    def _take(self, found: Lift, text: str, kept: Collection[str]) -> None:
        """Take what was found out of the body, but for what a person put back."""
        taken = [(code, p) for code, p in found.proposals if mark(code, text[p.start : p.end]) not in kept]
        self._record("lift", taken, self.header.end)

    def settle(self, stage: Stage, found: Lift) -> None:
        """Clean what a lift left, in which a page's furniture shows now, with the fields that were lifted."""
        offset = self.header.end
        fields = {**self.header.fields, **found.fields}
        view = partial(Body, format=self.kind, producer=self.producer, fields=fields)
        settled, passes, remarks = run_rules(self.body, stage, view)
        self.passes += [_shifted(one, offset) for one in passes]
        self.text = self.text[:offset] + settled.text
        # What was remarked on the page as it was holds no more.
        known = {one.code for one in stage.rules if one.gate}
        self.remarks = [one for one in self.remarks if one[0] not in known]
        self.remark([one for one in remarks if one[0] in known], len(self.passes), offset)

    def _record(self, stage: str, proposals: Iterable[tuple[str, Proposal]], offset: int) -> None:
        moved = ((code, Proposal(p.start + offset, p.end + offset, p.after, p.note)) for code, p in proposals)
        edits = accept(self.text, moved)
        if edits:
            self.passes.append(Pass(stage, edits))
            self.text = apply_pass(self.text, edits)

    def remark(self, remarks: Iterable[tuple[str, Remark]], depth: int, offset: int) -> None:
        """Keep remarks on the text after `depth` passes, with positions counted from `offset`."""
        self.remarks += [
            (code, depth, Remark(one.start + offset, one.end + offset, one.message)) for code, one in remarks
        ]

    def assemble(self, fields: Mapping[str, Any], body: str) -> str:
        """Put the front matter in the place of the header, above the body as it is now."""
        front = frontmatter.dump(fields) + ("\n" if body else "")
        edit = Edit(FRONT_MATTER, 0, self.text[: self.header.end], front)
        self.passes.append(Pass("front matter", (edit,)))
        self.text = front + body
        return self.text

    def account(self) -> dict[str, Any]:
        """What goes into the provenance block of what was done."""
        rules: dict[str, int] = {}
        removed = 0
        for stage, edits in self.passes:
            kept = stage in ("convert", "lift")  # accounted for block by block; moved, not removed
            for rule, _, before, after, _ in edits:
                if rule != CONVERTED:
                    rules[rule] = rules.get(rule, 0) + 1
                if not kept and len(before) > len(after):
                    removed += len(before) - len(after)
        findings: dict[str, int] = {}
        for code, _, _ in self.remarks:
            finding = f"{code} {name_of(code)}".strip()
            findings[finding] = findings.get(finding, 0) + 1
        return {
            "format": self.format,
            "layout": self.header.layout,
            "producer": self.producer,
            "rules": rules,
            "removed_chars": removed,
            "findings": findings,
            "dropped_blocks": len(self.blocks),
        }

    def outcome(self, source: Source, text: str, decoding: Any, fields: Metadata, facts: Mapping[str, Any]) -> Outcome:  # noqa: ANN401 - handed through
        """The frozen result."""
        return Outcome(
            source=source.path,
            text=text,
            sha256=facts["sha256"],
            decoding=decoding,
            format=self.format,
            layout=self.header.layout,
            producer=self.producer,
            metadata=fields,
            front_matter={**fields.fields, "provenance": facts},
            passes=tuple(self.passes),
            findings=self._findings(),
            blocks=self.blocks,
            raw_chars=len(self.raw),
        )

    def _findings(self) -> tuple[Finding, ...]:
        if not self.remarks:
            return ()
        lines = Lines(self.raw)
        mappers = {depth: Mapper(self.passes[:depth]) for depth in {depth for _, depth, _ in self.remarks}}
        found = [
            _finding(code, remark, mappers[depth].span(remark.start, remark.end), self.raw, lines)
            for code, depth, remark in self.remarks
        ]
        return tuple(sorted(found, key=lambda one: (one.start, one.end, one.rule)))


def _finding(code: str, remark: Remark, span: tuple[int, int], raw: str, lines: Lines) -> Finding:
    start, end = span
    line, column = lines.at(start)
    left = max(start - column + 1, start - EXCERPT // 2)
    right = min(lines.end(line), max(start + EXCERPT // 2, left + EXCERPT))
    return Finding(code, line, column, start, end, remark.message, raw[left:right].strip())


def _shifted(one: Pass, offset: int) -> Pass:
    if not offset:
        return one
    moved = [Edit(rule, start + offset, before, after, note) for rule, start, before, after, note in one.edits]
    return Pass(one.stage, tuple(moved))
