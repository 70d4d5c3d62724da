"""The text that a rule looks at, with the views of it that rules share: lines, paragraphs, code.

Each view is made once, on first use, in time linear in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate, count, repeat
from operator import add
from typing import Any, Generic, NamedTuple, TypeVar, overload

from ingest.late import late
from ingest.model import NOTHING, Value

T = TypeVar("T")


class once(Generic[T]):  # noqa: N801 - used as cached_property is
    """A property that is computed on first use. `cached_property` takes a lock for that before Python 3.12."""

    def __init__(self, compute: Callable[[Any], T]) -> None:
        """Take the method that computes the value."""
        self._compute = compute
        self._name = compute.__name__
        self.__doc__ = compute.__doc__

    def __get__(self, instance: Any, owner: type[Any]) -> T:  # noqa: ANN401 - an instance of any class
        """Compute the value and keep it on the instance, where it is found from now on."""
        value = self._compute(instance)
        instance.__dict__[self._name] = value
        return value


class Line(NamedTuple):
    """One line: `text[start:end]` is its text without the line feed, `bare` without blanks around it; `number` from 0."""

    number: int
    start: int
    end: int
    text: str
    bare: str


LINE_MARKS = frozenset("#*=_-:;")
"""What lines of headings and lists begin with."""

_new = tuple.__new__
_OF_TEXT = ("written", "beyond_ascii", "foreign_runs", "lines")
_FENCE = late(r"^[ \t>]{0,12}(`{3,}(?=[^`\n]*$)|~{3,})")
_PRE = late(r"<(pre|script|style|textarea)\b[^>\n]*>", re.IGNORECASE)
_TICKS = late(r"`+")
_INDENT = late(r"(?: {4}|\t)\s*\S")
_FOREIGN = re.compile(r"[^\x00-\x7f][^\x00-\x7f]+")
_ITEM = late(r"\s*(?:[*+-]|\d{1,9}[.)])\s")


class Lines(Sequence[Line]):
    """The lines of a text: `texts` without line feeds, `bares` without blanks around them, and `starts`, their places.

    A line is made when it is asked for: most rules look at few of them.
    """

    def __init__(self, text: str, start: int = 0) -> None:
        """Take a text apart that starts at a place."""
        self.texts = text.split("\n")
        self.bares = list(map(str.strip, self.texts))
        self.starts = list(accumulate(map(add, map(len, self.texts), repeat(1)), initial=start))
        self.starts.pop()  # where another line would start

    def __len__(self) -> int:
        """How many lines there are."""
        return len(self.texts)

    @overload
    def __getitem__(self, index: int) -> Line: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Line, ...]: ...

    def __getitem__(self, index: int | slice) -> Line | tuple[Line, ...]:
        """A line, or some. Raises IndexError for one that is not there."""
        if isinstance(index, slice):
            return tuple([self[number] for number in range(*index.indices(len(self.texts)))])
        text, start = self.texts[index], self.starts[index]
        number = index if index >= 0 else index + len(self.texts)
        return _new(Line, (number, start, start + len(text), text, self.bares[index]))

    def __iter__(self) -> Iterator[Line]:
        """All lines, in order."""
        ends = map(add, self.starts, map(len, self.texts))
        # As Line(…) does, without a step in Python for each of many lines.
        return map(_new, repeat(Line), zip(count(), self.starts, ends, self.texts, self.bares, strict=False))

    def with_end(self, number: int, text: str) -> Lines:
        """The lines of a text that differs from the line with that number on."""
        start = self.starts[number]
        lines = Lines(text[start:], start)
        lines.texts[:0], lines.bares[:0] = self.texts[:number], self.bares[:number]
        lines.starts[:0] = self.starts[:number]
        return lines


class Body:
    """A text and what is known of the document it belongs to.

    `format` is the recognised format (`markdown`, `plain`, `mediawiki`, …), `producer` the tool that is known to have
    written it or an empty string, `language` an ISO 639-1 code or an empty string, `fields` the header as read.
    """

    def __init__(
        self,
        text: str,
        format: str = "markdown",  # noqa: A002 - the field's own word for it
        producer: str = "",
        language: str = "",
        fields: Mapping[str, Value] = NOTHING,
    ) -> None:
        """Look at `text`; nothing is computed yet."""
        self.text = text
        self.format = format
        self.producer = producer
        self.language = language
        self.fields = fields
        self.before_end: Body | None = None

    def take_over(self, other: Body) -> None:
        """Keep what another body with the same text knows of it, but for what its format decides."""
        known = other.__dict__
        self.__dict__.update({view: known[view] for view in _OF_TEXT if view in known})

    @once
    def written(self) -> bytes:
        """The text in UTF-8."""
        return self.text.encode("utf-8", "surrogatepass")

    @once
    def beyond_ascii(self) -> tuple[tuple[int, str], ...]:
        """The lines that are not ASCII alone, without their line feeds: where each starts, and its text."""
        found = []
        start = 0
        for line in self.text.split("\n"):
            if not line.isascii():
                found.append((start, line))
            start += len(line) + 1
        return tuple(found)

    @once
    def foreign_runs(self) -> frozenset[str]:
        """The different runs of two or more characters beyond ASCII."""
        return frozenset(_FOREIGN.findall("\n".join([line for _, line in self.beyond_ascii])))

    @once
    def lines(self) -> Lines:
        """All lines; a text that ends in a line feed has an empty last line."""
        return Lines(self.text)

    def with_end(self, text: str) -> Body:
        """The same body with another end, of blanks and line feeds alone. It takes the lines over.

        It knows this one as `before_end`: what is not told by the end is the same of both.
        """
        other = Body(text, self.format, self.producer, self.language, self.fields)
        other.before_end = self
        bares = self.lines.bares
        number = len(bares) - 1
        while number and not bares[number]:
            number -= 1
        other.__dict__["lines"] = self.lines.with_end(number, text)
        return other

    @once
    def marked(self) -> tuple[Line, ...]:
        """The lines that begin with a sign of a heading or a list, blanks aside."""
        lines = self.lines
        return tuple([lines[number] for number, bare in enumerate(lines.bares) if bare[:1] in LINE_MARKS])

    def line_at(self, position: int) -> Line:
        """The line that holds the character at `position`."""
        return self.lines[bisect_right(self.lines.starts, position) - 1]

    @once
    def paragraphs(self) -> tuple[tuple[Line, ...], ...]:
        """Runs of lines that are not blank, in order."""
        runs: list[tuple[Line, ...]] = []
        run: list[Line] = []
        for line in self.lines:
            if line.bare:
                run.append(line)
            elif run:
                runs.append(tuple(run))
                run = []
        if run:
            runs.append(tuple(run))
        return tuple(runs)

    def removal(self, first: Line, last: Line) -> tuple[int, int]:
        """The span that takes out the lines from `first` to `last` and leaves the blank lines around them tidy.

        The line feed goes too. Where blank lines stood on both sides, those after go with the lines, so that one blank
        stretch is left.
        """
        start, end = first.start, last.end
        lines, bares = self.lines, self.lines.bares
        after = last.number + 1
        blank_before = first.number == 0 or not bares[first.number - 1]
        if blank_before:
            while after < len(bares) and not bares[after]:
                after += 1
        if after < len(bares):
            return start, lines.starts[after]
        end = lines[-1].end
        return (lines[first.number - 1].end if first.number else 0), end

    @once
    def code_blocks(self) -> tuple[tuple[int, int], ...]:
        """Spans of fenced code, indented code (in Markdown) and HTML elements whose content is verbatim, sorted."""
        spans: list[tuple[int, int]] = []
        # A single character is looked for much faster than several.
        if ("`" in self.text and "```" in self.text) or ("~" in self.text and "~~~" in self.text):
            spans += self._fenced()
        if self.format == "markdown" and ("\n    " in self.text or "\t" in self.text):
            spans += self._indented(_merge(spans))
        if "<" in self.text:
            spans += self._elements()
        return _merge(spans)

    def _fenced(self) -> list[tuple[int, int]]:
        spans = []
        fence = ""
        start = 0
        for line in self.lines:
            match = _FENCE.match(line.text)
            if not match:
                continue
            mark = match[1]
            if not fence:
                fence, start = mark, line.start
            elif mark[0] == fence[0] and len(mark) >= len(fence) and not line.text[match.end() :].strip():
                spans.append((start, line.end))
                fence = ""
        if fence:
            spans.append((start, len(self.text)))
        return spans

    def _indented(self, taken: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
        spans = []
        open_at = -1
        end = 0
        in_list = False
        blank = True
        for line in self.lines:
            if not line.bare:
                blank = True
                continue
            if _INDENT.match(line.text) and (open_at >= 0 or (blank and not in_list)):
                if not _inside(taken, line.start):
                    open_at = line.start if open_at < 0 else open_at
                    end = line.end
            else:
                if open_at >= 0:
                    spans.append((open_at, end))
                    open_at = -1
                in_list = bool(_ITEM.match(line.text)) or (in_list and line.text[:1].isspace())
            blank = False
        if open_at >= 0:
            spans.append((open_at, end))
        return spans

    def _elements(self) -> list[tuple[int, int]]:
        spans = []
        position = 0
        lowered = ""
        while match := _PRE.search(self.text, position):
            lowered = lowered or self.text.lower()
            close = lowered.find(f"</{match[1].lower()}", match.end())
            if close < 0 or len(lowered) != len(self.text):
                position = match.end()
                continue
            spans.append((match.start(), close))
            position = close
        return spans

    @once
    def code(self) -> tuple[tuple[int, int], ...]:
        """Spans of all code: `code_blocks` and code spans between backticks within a paragraph, sorted."""
        if "`" not in self.text:
            return self.code_blocks
        blocks = self.code_blocks
        spans = list(blocks)
        for paragraph in self.paragraphs:
            start, end = paragraph[0].start, paragraph[-1].end
            if self.text.find("`", start, end) >= 0 and not _inside(blocks, start):
                spans += _ticked(self.text, start, end)
        return _merge(spans)

    def in_code(self, start: int, end: int | None = None) -> bool:
        """Whether any of `start:end` (or the character at `start`) is code."""
        return _overlaps(self.code, start, start + 1 if end is None else end)

    def in_code_block(self, start: int, end: int | None = None) -> bool:
        """Whether any of `start:end` (or the character at `start`) is in a code block."""
        return _overlaps(self.code_blocks, start, start + 1 if end is None else end)


def _ticked(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Code spans between runs of backticks of the same length, within `start:end`."""
    runs = [match.span() for match in _TICKS.finditer(text, start, end)]
    after: dict[int, list[int]] = {}
    for index in range(len(runs) - 1, -1, -1):
        after.setdefault(runs[index][1] - runs[index][0], []).append(index)
    spans = []
    index = 0
    while index < len(runs):
        same = after[runs[index][1] - runs[index][0]]
        while same and same[-1] <= index:
            same.pop()
        if same:
            spans.append((runs[index][0], runs[same[-1]][1]))
            index = same[-1] + 1
        else:
            index += 1
    return spans


def _merge(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif end > start:
            merged.append((start, end))
    return tuple(merged)


def _inside(spans: tuple[tuple[int, int], ...], position: int) -> bool:
    return _overlaps(spans, position, position + 1)


def _overlaps(spans: tuple[tuple[int, int], ...], start: int, end: int) -> bool:
    if not spans:
        return False
    index = bisect_right(spans, (start, 1 << 62)) - 1
    if index >= 0 and spans[index][1] > start:
        return True
    return index + 1 < len(spans) and spans[index + 1][0] < end
