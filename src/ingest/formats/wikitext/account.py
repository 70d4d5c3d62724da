"""Checks that no visible word of a page's source is lost."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.formats.wikitext.names import CATEGORIES, namespace
from ingest.formats.wikitext.recognise import is_escaped
from ingest.formats.words import plain, stated, take_as_two, words
from ingest.model import Conversion

_JOINT = "\x00"
"""Where markup stands within what may be one word or two: `[[eagle]]s`, `a{{snd}}b`."""

_VERBATIM = frozenset(
    ("nowiki", "pre", "math", "chem", "ce", "syntaxhighlight", "source", "code", "score", "timeline", "hiero")
)
"""Tags in which brackets mean nothing."""

_TOKEN = re.compile(r"\{\{|\}\}|\[\[|\]\]|\||=|\n\n|<!--|</?[a-z][^<>]*>", re.IGNORECASE)
_NAME = re.compile(r"<([a-z]+)", re.IGNORECASE)
_ESCAPE = re.compile(r"&(?:lt|gt|quot|amp|#39|#0?34|apos);")
_SERVER = r"(?:https?|ftps?|ircs?|git|gopher|mms|nntp|redis|sftp|ssh|svn|telnet|worldwind)://"
_URL = re.compile(
    rf"(?<=\[)(?:{_SERVER}|//|(?:bitcoin|geo|ircs?|magnet|mailto|matrix|news|sips?|sms|tel|urn|xmpp):)"
    rf"(?:[^\s\[\]<>\"|{{}}]|\|(?!\|))++|\b{_SERVER}[^\s\[\]<>\"|{{}}]++",
    re.IGNORECASE,
)
"""Addresses. Source of the protocols: https://www.mediawiki.org/wiki/Manual:$wgUrlProtocols."""
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_CAPTION = re.compile(r"<gallery\s[^<>]*?\bcaption\s*=\s*[\"']?([^<>\"']*)", re.IGNORECASE)
_WITHIN = re.compile(r"''+|<!--|-->")
"""What may stand within a word: marks of emphasis, and those of a comment."""
_PIPES = {"!": "|", "!!": "||", "!-": "|-", "(!": "{|", "!)": "|}", "!+": "|+"}
"""Templates that stand for the marks of tables."""
_CASE = re.compile(r"\s*(?:lc|uc|lcfirst|ucfirst|formatnum)\s*:", re.IGNORECASE)
"""Functions that show what they are given."""


def _attributes(shut: str, bare: str = "(?!)") -> str:
    """A pattern of `name=value`, quoted or not, and of `bare` words that stand without a value.

    What is quoted ends at the latest in front of what is `shut` out.
    """
    quoted = rf"\"[^\"\n{shut}]{{0,300}}+(?:\"|(?=[\n{shut}]))|'[^'\n{shut}]{{0,300}}+(?:'|(?=[\n{shut}]))"
    value = rf"[\w:-]{{1,40}}+[ \t]{{0,9}}+=[ \t]{{0,9}}+(?:{quoted}|[^\s\"'|!]{{1,100}}+)"
    return rf"(?:[ \t{_JOINT}]{{0,9}}+(?:{value}|{bare})){{1,9}}+"


# Behind the mark of a table or row all of the line is attributes; in front of a cell they end at the first pipe.
_ROW = re.compile(rf"^[ \t:*]*+(?:\{{\|\|?|\|-+){_attributes('')}", re.MULTILINE)
_BARE = r"(?:(?:nowrap|left|right|center|top|middle|bottom)(?=[ \t|])|!(?=[ \t]))"
_CELL = re.compile(
    rf"(?:^[ \t:]*+[|!]\+?|\|\||!!){_attributes('|', _BARE)}[ \t]*\|(?!\|)", re.MULTILINE | re.IGNORECASE
)
_LINK = re.compile(r"\s*[\w-]{1,30}link\d?\s*")
"""Names of parameters that hold a link's target, such as `author-link`."""
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_TOKENS = re.compile(rf"[\w{_JOINT}]+")
_LONGEST = 60
"""Characters of a word that is tried as two, and of what may stand in front of a link's colon."""

_LONGEST_TITLE = 1000
"""Characters of a link's target in which underscores stand for blanks; a title of MediaWiki has 255 bytes at most."""

_LONGEST_CODE = 200
"""Characters of a code; paths into a directory of the web are the longest."""

_TOGETHER = 8
"""How many parts of a word, with markup between them, are tried as one: `Ire[[land]]{{x}}[[ant]]s`."""

_REPEATED = 300
"""Characters of a template's parameter that another one may repeat: what is given twice may be shown once."""

_CODE = re.compile(r"\s*(?:[^\W_]{1,4}|(?=\S*[\d:_#])[\w:.,#%/+–-]+|inline|title)\s*")
"""A parameter of a template that is no text but a code or number, which its text shows in another form: `5|km`, `NOR`."""


def unaccounted(text: str, conversion: Conversion) -> list[str]:
    """The visible words of a page's source that are in neither the body, the fields nor the blocks, in their order.

    Words are compared without case and marks, each as often as it occurs.
    """
    body = Counter(words(_URL.sub(" ", conversion.body)))
    known = body.copy()
    known.update(_behind_addresses(text, conversion.body))
    for block in conversion.blocks:
        for token in _tokens(visible_text(block.text)):
            known.update(token.split(_JOINT))
            known[token.replace(_JOINT, "")] += _JOINT in token
    for one in stated(conversion.fields):
        known.update(words(_URL.sub(" ", one)))
    missing: list[tuple[str, str]] = []
    for token in _tokens(visible_text(text)):
        whole = token.replace(_JOINT, "")
        if known[whole] > 0:
            known[whole] -= 1
            continue
        missing += [(word, token) for word in _apart(token, known) if not take_as_two(word, known)]
    return _not_spelled(_not_joined(missing, body, known), known)


def _apart(token: str, known: Counter[str]) -> Iterator[str]:
    """The parts of a token that are not known; those that the page shows as one word are taken together."""
    parts = [part for part in token.split(_JOINT) if part]
    at = 0
    while at < len(parts):
        for end in range(min(len(parts), at + _TOGETHER), at, -1):
            word = "".join(parts[at:end])
            if known[word] > 0:
                known[word] -= 1
                at = end
                break
        else:
            yield parts[at]
            at += 1


def _behind_addresses(text: str, body: str) -> Iterator[str]:
    """The words that stand right behind an address of the body, which a pattern cannot tell from it."""
    given = None
    for match in _URL.finditer(body):
        given = set(_URL.findall(text)) if given is None else given
        address = match[0]
        if address in given:
            continue
        for cut in range(len(address) - 1, max(0, len(address) - _LONGEST), -1):
            if address[:cut] in given:
                yield from words(address[cut:])
                break


def _not_joined(missing: list[tuple[str, str]], body: Counter[str], known: Counter[str]) -> list[str]:
    """Of the missing words those that are not run together with what a template beside them shows: `{{pi}}r`.

    Each comes with the token that it stands in. It is looked for at both ends of the body's words that nothing else
    explains, as far as these are not longer than `_LONGEST`.
    """
    beside = {word for word, token in missing if _JOINT in token}
    if not beside:
        return [word for word, _ in missing]
    ends: Counter[str] = Counter()
    for word, count in body.items():
        if (left := min(known[word], count)) > 0 and len(word) <= _LONGEST:
            for cut in range(1, len(word)):
                ends.update(dict.fromkeys({word[:cut], word[cut:]} & beside, left))
    rest: list[str] = []
    for word, token in missing:
        if _JOINT in token and ends[word] > 0:
            ends[word] -= 1
        else:
            rest.append(word)
    return rest


def _not_spelled(missing: list[str], known: Counter[str]) -> list[str]:
    """Of the missing words those that what is left of the known ones does not spell.

    Without blanks between words, markup parts what is one run of characters on the page: `早稲田{{x|大学}}卒業`.
    """
    if not any(_WIDE.search(word) for word in missing):
        return missing
    left = Counter("".join(word * count for word, count in known.items() if count > 0 and _WIDE.search(word)))
    rest: list[str] = []
    for word in missing:
        need = Counter(word)
        if _WIDE.search(word) and all(left[sign] >= count for sign, count in need.items()):
            left -= need
        else:
            rest.append(word)
    return rest


def _tokens(text: str) -> list[str]:
    """Words in which joints may stand."""
    return [token for token in _TOKENS.findall(plain(text)) if token.strip(_JOINT)]


@dataclass(slots=True)
class _Open:
    """A bracket that waits for its end, and what it hides once it is closed; `since` is where its last part begins."""

    mark: str
    start: int
    since: int
    named: bool = False
    linked: bool = False
    pipes: int = 0
    values: set[str] = field(default_factory=set)
    hidden: list[tuple[int, int, str]] = field(default_factory=list)


def visible_text(text: str) -> str:
    """All of a page's source that a reader may see, with joints in the place of markup within lines.

    Left out are names of templates and of their parameters, targets of links that have a label, addresses, tags with
    their attributes, and attributes of tables. What is in comments and notes counts as visible: it has to be recorded.
    This reads the source itself and shares nothing with the conversion but how an escaped page is known.
    """
    if is_escaped(text):
        text = _ESCAPE.sub(lambda match: html.unescape(match[0]), text)
    parts: list[str] = []
    done = 0
    for start, end, instead in sorted(_Reading(text).read()):
        if end <= done:
            continue
        parts += (text[done:start], instead) if start >= done else ()
        done = end
    parts.append(text[done:])
    shown = _CELL.sub(" ", _ROW.sub(" ", "".join(parts).replace("\r", "")))
    shown = _WITHIN.sub(_JOINT, _TAG.sub(_captioned, _URL.sub(" ", shown)))
    return html.unescape(shown)


def _captioned(tag: re.Match[str]) -> str:
    """What a reader sees of a tag: nothing, or the caption of a gallery."""
    found = _CAPTION.match(tag[0])
    return f" {found[1]} " if found else _JOINT


class _Reading:
    """One way through a source with a stack of open brackets, as linear as MediaWiki's own."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.hidden: list[tuple[int, int, str]] = []
        self.stack: list[_Open] = []
        self.calls = 0  # open templates on the stack
        self.endless: set[str] = set()

    def read(self) -> list[tuple[int, int, str]]:
        """The stretches that no reader sees, each with what takes its place."""
        position = 0
        while match := _TOKEN.search(self.text, position):
            position = self._behind(match) if match[0][0] == "<" else match.end()
            self._token(match)
        return self.hidden

    def _token(self, match: re.Match[str]) -> None:
        token = match[0]
        if token in ("{{", "[["):
            self.stack.append(_Open(token, match.start(), match.end()))
            self.calls += token == "{{"
        elif token == "\n\n":
            self._drop_links()
        elif token == "}}" and self.calls:
            self._drop_links()
            self.calls -= 1
            self._close(match)
        elif token == "]]" and self.stack and self.stack[-1].mark == "[[":
            self._close(match)
        elif token in ("|", "=") and self.stack:
            self._divide(match)

    def _drop_links(self) -> None:
        """Links do not go on in the next paragraph, nor behind the template that they stand in: they are text."""
        while self.stack and self.stack[-1].mark == "[[":
            self.stack.pop()

    def _behind(self, match: re.Match[str]) -> int:
        """Where a tag ends, or what is taken as it is between two; what never ends is not looked for twice."""
        name = _NAME.match(match[0])
        closer = f"</{name[1]}" if name else "-->"
        verbatim = match[0] == "<!--" or (name is not None and name[1].lower() in _VERBATIM)
        if not verbatim or closer in self.endless or match[0].endswith("/>"):
            return match.end()
        end = self.text.find(closer, match.end())
        if end < 0:
            self.endless.add(closer)
            return match.end()
        return end + len(closer)

    def _divide(self, match: re.Match[str]) -> None:
        """Hide a pipe with what it shows to be a name, a target or a code, or the name in front of an equals sign."""
        top = self.stack[-1]
        start, end = match.span()
        if match[0] == "|":
            self._end_part(top, start)
            top.hidden.append((start, end, " " if top.pipes else _JOINT))
            top.pipes, top.since, top.named, top.linked = top.pipes + 1, end, False, False
        elif top.mark == "{{" and top.pipes and not top.named:
            top.hidden.append((top.since, end, " "))
            top.linked = _LINK.fullmatch(self.text, top.since, start) is not None
            top.named, top.since = True, end

    def _end_part(self, top: _Open, end: int) -> None:
        if not top.pipes:
            case = _CASE.match(self.text, top.since, end) if top.mark == "{{" else None
            hidden = case.end() if case else end if top.mark == "{{" else self._target(top, end, end)
            name = self.text[top.since : end].strip() if end - top.since < len(" (! ") else ""
            top.hidden.append((top.start, hidden, _PIPES.get(name, _JOINT) if top.mark == "{{" else _JOINT))
        elif top.mark == "{{":
            value = self.text[top.since : end].strip() if end - top.since < _REPEATED else ""
            if top.linked or value in top.values or self._is_code(top.since, end):
                top.hidden.append((top.since, end, " "))
            elif value:
                top.values.add(value)

    def _is_code(self, start: int, end: int) -> bool:
        return end - start < _LONGEST_CODE and _CODE.fullmatch(self.text, start, end) is not None

    def _target(self, top: _Open, end: int, instead: int) -> int:
        """Where the word `Category` in front of a link's target ends, or `instead`."""
        prefix, colon, _ = self.text[top.since : min(end, top.since + _LONGEST)].partition(":")
        return top.since + len(prefix) + 1 if colon and namespace(prefix) in CATEGORIES else instead

    def _close(self, match: re.Match[str]) -> None:
        top = self.stack.pop()
        if top.mark == "{{" or top.pipes:
            self._end_part(top, match.start())
        else:  # without a label the target is the text, with blanks for underscores
            top.hidden.append((top.start, self._target(top, match.start(), top.since), _JOINT))
            if match.start() - top.since <= _LONGEST_TITLE:
                blanks = re.finditer("_", self.text[top.since : match.start()])
                top.hidden += ((top.since + one.start(), top.since + one.end(), " ") for one in blanks)
        self.hidden += top.hidden
        self.hidden.append((*match.span(), _JOINT))
