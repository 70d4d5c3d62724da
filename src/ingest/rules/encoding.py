"""Rules of the family encoding: text that was decoded wrongly, and characters that nobody wrote.

They run over the whole text, header and code included, before the header is read. Correct text of any script passes
with one regular expression scan; only lines with suspicious characters are looked at more closely.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property, lru_cache
from itertools import islice
from typing import Any

from ingest.body import Body
from ingest.late import late
from ingest.model import Proposal, Remark, Safety
from ingest.rules import miscyrillic, misletter
from ingest.rules.confusables import OTHER_LETTERS, Words
from ingest.rules.inchinese import read_in_gbk
from ingest.rules.misread import misread
from ingest.rules.mistable import HIGH, Misread, mistaken
from ingest.rules.registry import Rule, rule

_SLICE = 4000
"""Longer lines are repaired slice by slice, so that one odd character spoils only its own slice."""

_SUSPECTS = (
    "\x80-\x9f\xa1-\xac\xae-\xb6\xb8-\xd1\xd7\xd8\xdc\xdd\xdf\xf7\u0100\u0102-\u0104\u0106\u010c\u010e\u0110\u0112"
    "\u0116\u0118\u011a\u011e\u0122\u012a\u0130\u0136\u0139\u013b\u013d\u0141\u0143\u0145\u0147\u0152\u0153\u0158\u015a\u015e\u0160"
    "\u0162\u0164\u016e\u0170\u0178\u0179\u017b\u017d\u0192\u02c6\u02c7\u02d8"
    "\u02db-\u02dd\u2018\u201a\u201c-\u201e\u2020-\u2022\u2030\u2039\u203a\u2044\u20a7\u20ac\u2116\u2122\u2202-\u2265"
    "\u2310\u2500-\u25ca\uf8ff\ufffd\u0402\u0403\u0409-\u040f\u0452\u0453\u0459-\u045f\u0490\u0491\u0384\u0385"
)
"""What mojibake is made of, apart from common letters: every sequence that ftfy takes for mojibake has one of these."""
_SUSPECT = late(f"[{_SUSPECTS}]")
_SUSPICIOUS = re.compile(
    f"[{_SUSPECTS}]"
    f"(?:(?=[^\x00-\x7f])|(?<=[^\x00-\x7f][{_SUSPECTS}])|(?<=[\x80-\x9f\u0152\u0153])|(?<=[\u00c2\u00c3])(?= |$)"
    "|(?<=[\u00c2-\u00f4])(?=&))",
    re.MULTILINE,
)
"""The same in a place where ftfy could take it for mojibake: beside another character beyond ASCII, mostly."""


_ASCII_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


@cache
def _ftfy() -> tuple[Any, Any, Any]:
    """Ftfy's pattern for mojibake, its repair, and the configuration that leaves nothing on but the repair."""
    import ftfy
    from ftfy.badness import BADNESS_RE

    config = ftfy.TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        fix_c1_controls=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
    )
    return BADNESS_RE, ftfy.fix_encoding_and_explain, config


_BEYOND_ASCII = re.compile("[^\x00-\x7f][^\x00-\x7f]*")
_CONTEXT = 8
"""Characters beside a run beyond ASCII that ftfy's pattern can look at: two, and some to spare."""


def has_mojibake(text: str) -> bool:
    """What ftfy's function of that name says of a text, found by looking only where it is not ASCII."""
    pattern = _ftfy()[0]
    return any(
        pattern.search(text, max(0, run.start() - _CONTEXT), run.end() + _CONTEXT) is not None
        for run in _BEYOND_ASCII.finditer(text)
    )


@rule("ENC001", "mojibake", in_code=True)
def mojibake(body: Body) -> Iterator[Proposal | Remark]:
    """UTF-8 that was read as a single-byte encoding, once or several times over.

    `donâ€™t` is `don’t`, `ZÃ¼rich` is `Zürich`, `РџСЂРёРІРµС‚` is `Привет`. The test and the repair are those of ftfy,
    line by line, with everything else that ftfy can do switched off: quotes stay curly, ligatures and widths stay as
    they are, nothing is normalised. Only the damaged runs of a line are replaced, and the edit's note says by which
    steps. Mojibake that an author shows on purpose stays: in quotes or code of a text that speaks of encodings, and
    beside the sound word.

        He said â€œyesâ€\u009d.   →   He said “yes”.
    """
    if body.text.isascii():
        return
    shown = _Shown(body)
    found: list[Proposal] = []
    lost = _Lost(body)
    has_rows = any(len(run) >= _ROW_OF_BYTES for run in body.foreign_runs)
    for start, piece in _suspicious(body):
        if "&" in piece and (spelled := _ENTITY.sub(_unescaped, piece)) != piece and has_mojibake(spelled):
            differences, note = _repairs_of(piece, spelled)
        else:
            differences, note = _repairs(piece, lost.restored)
        if differences and ((has_rows and _are_bytes(piece, differences)) or _are_torn(piece, differences)):
            continue
        found += [
            Proposal(start + first, start + last, _finished(piece, first, last, after), note)
            for first, last, after in differences
            if not shown.on_purpose(start + first, start + last, after)
        ]
    if not (found and _has_symbols(body.text, found)):
        yield from found


_HATTED = late("(?<![^\\W_])[ÊÎÔÛÑÕĤĜĴŜŴŶṼẼỸ](?![^\\W_])|[A-Za-z][\u0302\u0303]")
_HATS = re.compile("(?<![^\\W_])[ÂÃ]")
_ADJOINT = late("Â[†‡]")
_OPERATOR = late("Â[ †‡=|⟩)\\],]")


def _has_symbols(text: str, found: list[Proposal]) -> bool:
    """Whether all that was found are the letters Â and Ã at the start of a word, in a text that has other letters with hats.

    Then they are symbols of mathematics, an operator or a closure, and no half of a damaged character; so is `Â†`, an
    adjoint.
    """
    if not all(_HATS.match(text, one.start) for one in found):
        return False
    operators = all(_OPERATOR.match(text, one.start) for one in found)
    return _HATTED.search(text) is not None or (operators and any(_ADJOINT.match(text, one.start) for one in found))


_ROW_OF_BYTES = 6
_BYTES = late(f"[{HIGH}]{{{_ROW_OF_BYTES}}}")
_BYTE = late(f"[{HIGH}]")
_MOST_LEFT = 0.6


def _are_bytes(piece: str, differences: list[tuple[int, int, str]]) -> bool:
    """Whether a line has long runs of signs and most are left: bytes of another encoding, some of which happen to fit."""
    if not _BYTES.search(piece):
        return False
    signs = len(_BYTE.findall(piece))
    gone = sum(len(_BYTE.findall(piece, first, last)) - len(_BYTE.findall(after)) for first, last, after in differences)
    return gone < (1 - _MOST_LEFT) * signs


_CYRILLIC = late("[\u0400-\u045f]")
_FAR_SCRIPT = late("[\u0700-\u1fff\u2e80-\ud7ff]")
"""Scripts that have nothing in common with Cyrillic."""


def _are_torn(piece: str, differences: list[tuple[int, int, str]]) -> bool:
    """Whether single characters of a far script would come to stand in Cyrillic words: these are in another encoding."""
    return any(
        len(after) == 1
        and _FAR_SCRIPT.match(after)
        and _CYRILLIC.search(_glued_before(piece, first) + _glued_behind(piece, last))
        for first, last, after in differences
    )


@rule("ENC010", "misread-utf-8", in_code=True)
def misread_utf_8(body: Body) -> Iterator[Proposal | Remark]:
    """UTF-8 that was read in an encoding of another script, of DOS or of the Mac, in a single word.

    `cafГ©` is `café` (read as Windows-1251), `itΓÇÖs` is `it’s` (DOS), `it鈥檚` too (Chinese Windows), `п÷я─п╦п╡п╣я┌` is
    `Привет` (KOI8-R). ENC001 needs a line of such damage; here each place is judged by itself: what stands there must be
    no word in any alphabet (letters of two alphabets, small and capital letters in turn, signs amid letters), and what it
    decodes to must fit into the word around it, be three letters or more of one alphabet, a quotation mark, a dash or a
    picture. Other places go with such sure ones of the same line, or where the text has three.

    Left alone: sound text in every alphabet, lines drawn with characters, and what an author shows on purpose (ENC001).
    """
    if body.text.isascii():
        return
    shown = _Shown(body)
    for one in (*misread(body), *read_in_gbk(body)):
        if not shown.on_purpose(one.start, one.end, one.after):
            yield Proposal(one.start, one.end, one.after, f"encode {one.encoding}, decode utf-8")


@rule("ENC011", "misread-alphabet", in_code=True)
def misread_alphabet(body: Body) -> Iterator[Proposal | Remark]:
    """Text in an old encoding of another script that was read in Windows-1252.

    `Çàðàáîòîê` is `Заработок` (in Windows-1251), `ÖÐÎÄ` is `中文` (in GB 2312). What a text has of it is judged together:
    runs of nothing but accented letters and signs, which no language of Western Europe writes, and which in one encoding
    of Russian, Greek, Hebrew, Arabic, Chinese, Japanese or Korean, and in no other, have as many of the commonest letters
    or characters as texts in it have. Short texts are not judged, nor is what an author shows on purpose (ENC001).
    """
    if body.text.isascii():
        return
    shown = _Shown(body)
    for one in mistaken(body):
        if not shown.on_purpose(one.start, one.end, one.after):
            yield Proposal(one.start, one.end, one.after, f"encode windows-1252, decode {one.encoding}")


@rule("ENC012", "misread-cyrillic", triggers=miscyrillic.PARTS, in_code=True)
def misread_cyrillic(body: Body) -> Iterator[Proposal | Remark]:
    """Cyrillic text in one old encoding that was read in another: KOI8, Windows-1251 and that of DOS.

    `оТЙЧЕФ` is `Привет` (KOI8-R read in Windows-1251), `оПХБЕР` too (the other way round), and so is `╧ЁштхЄ`
    (Windows-1251 read in that of DOS). What a text has of it is judged together: the commonest letters of the language
    must come of it, as often as texts have them, and words in small letters with a capital or none before them. Text of DOS
    read in Windows-1251 that has lost its `а` and `н`, which became blanks, is remarked.

    Left alone: sound text, be it all in capitals, alphabets, ciphers, what is too short to tell, and what an author shows
    on purpose (ENC001).
    """
    yield from _read_again(body, miscyrillic.recoded(body))


@rule("ENC013", "misread-letters", triggers=misletter.PARTS, in_code=True)
def misread_letters(body: Body) -> Iterator[Proposal | Remark]:
    """Text of Central Europe, the Baltic or Turkey in its old encoding that was read in Windows-1252.

    `siê ba³em` is `się bałem`, `pøíklad` is `příklad`, `deðil` is `değil`. A text is told by the commonest words of its
    language, as they are when misread, together with its words in plain letters; then all its words are read again.

    Left alone: a text that has one of the language's letters as they should be, and what an author shows on purpose
    (ENC001).
    """
    yield from _read_again(body, misletter.misspelt(body))


def _read_again(body: Body, found: Iterable[Misread]) -> Iterator[Proposal | Remark]:
    shown = _Shown(body)
    for one in found:
        if shown.on_purpose(one.start, one.end, one.after):
            continue
        if one.after:
            yield Proposal(one.start, one.end, one.after, one.encoding)
        else:
            yield Remark(one.start, one.end, f"letters of a misread encoding are lost ({one.encoding})")


class _Lost:
    """Puts back what some converters leave out of damage, in a text where the rest of the damage tells what it was.

    Windows-1252 has no character for the last byte of `”` and of the selector behind a pictured `⚠`, that of `í` is a soft
    hyphen, which shows nothing, and that of `à` a no-break space, which became a blank within syllables of Vietnamese.
    """

    def __init__(self, body: Body) -> None:
        self._body = body

    @cached_property
    def _text(self) -> str:
        """The lines that can hold such damage, a small part of the text."""
        return "\n".join([line for _, line in self._body.beyond_ascii])

    @cached_property
    def _closing(self) -> bool:
        """Whether quotations are opened in the text that are never closed."""
        return self._text.count("â€œ") > self._text.count("â€\x9d")

    @cached_property
    def _vietnamese(self) -> bool:
        """Whether the text is in Vietnamese, in the same damage."""
        return next(islice(_VIETNAMESE.finditer(self._text), 2, None), None) is not None

    @cached_property
    def _accents(self) -> bool:
        """Whether the text has other small letters with accents in the same damage."""
        return next(islice(_ACCENT.finditer(self._text), 1, None), None) is not None

    def restored(self, piece: str) -> str:
        """A piece with such bytes put back; the piece itself where there are none."""
        if "â€" in piece and self._closing:
            piece = _UNCLOSED.sub(_PUT_BACK[0], piece)
        if "ï¸" in piece:
            piece = _CUT_SELECTOR.sub(_PUT_BACK[1], piece)
        if "Ã" in piece and _CUT_ACCENT.search(piece) and self._accents:
            piece = _CUT_ACCENT.sub(_PUT_BACK[2], piece)
        if "Ã " in piece and self._vietnamese:
            piece = _CUT_SYLLABLE.sub(_PUT_BACK[3], piece)
        return piece


_PUT_BACK = ("â€\x9d", "ï¸\x8f", "Ã\xad", "Ã\xa0")
_UNCLOSED = late("""(?<=[ -~\xa1-\xac\xae-\xbf])â€(?=[ \\t\\n.,;:!)\\]}<>"'*_|-]|$)""")
_CUT_ACCENT = late("(?<=[A-Za-z])Ã(?=[a-z])")
_CUT_SYLLABLE = late("(?<=[A-Za-z])Ã (?=(?:ng|nh|ch|n|m|c|t|p|i|o|u|y)(?![A-Za-z\x80-\xff]))")
_VIETNAMESE = late("á»|áº|Æ°|Ä‘|Æ¡")
_ACCENT = late("Ã[\xa1-\xac\xae-\xbf]")
_CUT_SELECTOR = late("ï¸(?=[ -~]|$)")

_ENTITY = late("(?<=[\u00c2-\u00f4])&(?:#[0-9]{2,5}|#[xX][0-9a-fA-F]{2,4}|[A-Za-z][A-Za-z0-9]{1,23});")


def _unescaped(match: re.Match[str]) -> str:
    """The character that an HTML entity stands for, where it can be the second half of a damaged one (`Î&frac14;`)."""
    from html import unescape

    character = unescape(match[0])
    return character if len(character) == 1 and _SUSPECT.match(character) else match[0]


_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}


def _finished(line: str, start: int, end: int, after: str) -> str:
    """What a repair gives between two Latin letters: ligatures and full-width marks of a typesetter are spelled out.

    Only where the damage was: sound ligatures and full-width forms stay as they are.
    """
    if len(after) != 1 or line[start - 1 : start] not in _ASCII_LETTERS or line[end : end + 1] not in _ASCII_LETTERS:
        return after
    if "\uff01" <= after <= "\uff5e":
        return chr(ord(after) - 0xFEE0)
    return _LIGATURES.get(after, after)


_ABOUT = (
    "mojibake", "garbled", "utf-8", "utf8", "unicode", "latin-1", "latin1", "windows-125", "cp125", "iso-8859", "кодировк",
    "zeichensalat",
)  # fmt: skip
_QUOTES = "\"'“”‘’„«»‹›`"
_WORD_EDGE = ".,:;!?()[]{}<>*_→" + _QUOTES


class _Shown:
    """Tells damage from mojibake that an author shows on purpose.

    It is shown where the text speaks of encodings and the damaged run is code or stands between quotation marks, or
    where the same line has the damaged word and the sound one (“café turns into cafÃ©”).
    """

    def __init__(self, body: Body) -> None:
        self._body = body

    @cached_property
    def _about(self) -> bool:
        said = self._body.text.lower()
        return any(word in said for word in _ABOUT)

    def on_purpose(self, start: int, end: int, after: str) -> bool:
        """Whether `text[start:end]`, which should be `after`, stands there on purpose."""
        text = self._body.text
        lead, rest = _glued_before(text, start), _glued_behind(text, end)
        before, behind = lead[:1], rest.rstrip(".,:;!?)")[-1:]
        quoted = before and behind and before in _QUOTES and behind in _QUOTES
        if (quoted or self._body.in_code(start, end)) and self._about:
            return True
        if _translated(text, start, end, after):
            return True
        word = (lead + after + rest).strip(_WORD_EDGE)
        if word.isascii() or not any(map(str.isalpha, word)):
            return False
        near = _line_around(text, start - len(lead), end + len(rest))
        return word in near and word in {one.strip(_WORD_EDGE) for one in near.split()}


_TRANSLATION = late("""[gimu]*\\s?(?:,|:|=>?|->|→)\\s{0,4}[a-z]?(\\\\?["'`])(.{1,3}?)\\1""")
_TYPED = {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "•": "-", "…": "...", "→": "->", "\u00a0": " "}
"""What tables of replacements give for marks, besides the marks themselves."""


def _translated(text: str, start: int, end: int, after: str) -> bool:
    """Whether a table of replacements shows a damaged mark or letter in quotes and its sound form next (`'â€™': "'"`)."""
    mark = text[end : end + 1]
    if not mark or mark != text[start - 1 : start] or mark not in _QUOTES + "/":
        return False
    match = _TRANSLATION.match(text, end + 1, end + 1 + _LONGEST_WORD)
    return match is not None and match[2] in (after, _TYPED.get(after))


_LONGEST_WORD = 60
_NEAR = 200
"""Characters on each side: of a word, and of the line in which its sound form is looked for."""


def _glued_before(text: str, position: int) -> str:
    """What stands before a position without a blank in between."""
    before = text[max(0, position - _LONGEST_WORD) : position]
    return "" if not before or before[-1].isspace() else before.rsplit(maxsplit=1)[-1]


def _glued_behind(text: str, position: int) -> str:
    """What stands behind a position without a blank in between."""
    behind = text[position : position + _LONGEST_WORD]
    return "" if not behind or behind[0].isspace() else behind.split(maxsplit=1)[0]


def _line_around(text: str, start: int, end: int) -> str:
    """What stands in the same line before and behind a span."""
    before, behind = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    return before.rpartition("\n")[2] + " " + behind.partition("\n")[0]


def _suspicious(body: Body) -> Iterator[tuple[int, str]]:
    """Lines, or slices of long lines, that hold a character that mojibake is made of: where each starts, and its text."""
    for start, line in body.beyond_ascii:
        if len(line) > _SLICE:
            yield from _suspicious_slices(body.text, start, start + len(line))
        elif _SUSPICIOUS.search(line):
            yield start, line


def _suspicious_slices(text: str, position: int, line_end: int) -> Iterator[tuple[int, str]]:
    while match := _SUSPICIOUS.search(text, position, line_end):
        start, end = position, line_end
        if end - start > _SLICE:
            start, end = _slice(text, start, end, match.start())
        yield start, text[start:end]
        position = end


_SAFE = late(r"(?<=[!-~]) (?=[!-~])")


def _slice(text: str, start: int, end: int, suspect: int) -> tuple[int, int]:
    """A part of a long line around a suspicious place, cut at blanks between ASCII words."""
    if suspect - start > _SLICE // 2:
        match = _SAFE.search(text, suspect - _SLICE // 2, suspect)
        start = match.end() if match else suspect - 1
    if end - start > _SLICE:
        match = _SAFE.search(text, start + _SLICE, min(end, start + 2 * _SLICE))
        end = match.start() if match else min(end, start + 2 * _SLICE)
    return start, end


_UNLIKELY = re.compile("[\u03cf-\u03ff\ue000-\uf8ff\u0180-\u019f\u01a2-\u01ae\u01b1-\u01cc\u021c-\u02af]")
"""Private use, archaic Greek, and letters of few languages: what comes of taking the wrong encoding for the one that was
read in."""

_ONLY_C1 = "encode latin-1, decode windows-1252"
_WORDS = re.compile("([!-~]+)")


@lru_cache(maxsize=64)
def _repaired(line: str) -> tuple[str, str]:
    """A line with its mojibake repaired, and the steps that did it.

    Blanks at its end may be what is left of a no-break space of the damage, or stand in the way of telling it.
    """
    fixed, note = _by_ftfy(line)
    bare = line.rstrip(" \t")
    if fixed == line and len(bare) < len(line):
        fixed, note = _by_ftfy(bare)
        fixed += line[len(bare) :]
    return fixed, note


_MARK_AND_BLANK = late(
    "â(?:(š)|[\u0152\u0153\u0160\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122\x80-\x9f\xa1-\xbf]) (?=[!-~])"
)
"""What would be a mark whose last byte is a no-break space that became a blank. Of these only `⚠` is common; the others
are mostly marks of which another byte was lost, and the blank after it is one."""
_HELD = "\x0b"


def _held(match: re.Match[str]) -> str:
    return match[0][:-1] + ("\xa0 " if match[1] else _HELD)


_WHOLE = ("cp850", "koi8-r", "mac-cyrillic", "cp866", "iso-8859-5")
"""Encodings that ftfy does not try; taken where all of a line is UTF-8 in one, with so many letters of other alphabets."""
_LEAST_WHOLE = 4
_FOREIGN = late("[\u0402-\u045f\u2500-\u259f]")
"""Of what they have above 7F, a line of such damage has letters of Cyrillic, or what is drawn with."""


_ODD = late("[ĉĝĥĵŝŭĈĜĤĴŜŬ]|(?<=[a-z])[À-ÖØ-ÞŽŠ]")
"""Letters of Esperanto alone, and capitals amid words: what UTF-8 read in code page 850 gives as code page 437."""


def _read_in(line: str, encoding: str) -> str:
    """A line whose UTF-8 was read in an encoding; nothing where it was not."""
    try:
        return line.encode(encoding).decode("utf-8")
    except UnicodeError:
        return ""


def _by_ftfy(line: str) -> tuple[str, str]:
    for encoding in _WHOLE if _FOREIGN.search(line) else ():
        fixed = _read_in(line, encoding)
        letters = [sign for sign in fixed if not sign.isascii() and sign.isalpha()]
        if len(letters) >= _LEAST_WHOLE and 2 * sum(sign >= "\u0370" for sign in letters) > len(letters):
            return fixed, f"encode {encoding}, decode utf-8"
    _, fix, config = _ftfy()
    if "â" in line and _HELD not in line:
        fixed, steps = fix(_MARK_AND_BLANK.sub(_held, line), config)
        fixed = fixed.replace(_HELD, " ")
    else:
        fixed, steps = fix(line, config)
    note = ", ".join(f"{step.action} {step.parameter}" for step in steps or ())
    if "cp437" in note and (other := _read_in(line, "cp850")) and len(_ODD.findall(other)) < len(_ODD.findall(fixed)):
        return other, "encode cp850, decode utf-8"
    unlikely = _UNLIKELY.search(fixed) and not _UNLIKELY.search(line) and "1252" not in note and "latin-1" not in note
    return (line, "") if note == _ONLY_C1 or unlikely else (fixed, note)


_FAR = re.compile("(?<=[ -~]{11}[!-~])[ -~]{16,}(?=[!-~][ -~]{11})")
"""ASCII that is out of reach of whatever is not: no step of the repair looks further than some eight characters, and all
take ASCII as it is."""


def _repairs(piece: str, restored: Callable[[str], str] = str) -> tuple[list[tuple[int, int, str]], str]:
    """What is to be replaced in a piece (start, end, and the text instead), and the steps by which that was found.

    `restored` gives a text with what is left out of its damage. Long stretches of ASCII are left out for the repair, which
    takes time for each character, and do not change what it does to the others.
    """
    if gaps := [found.span() for found in _FAR.finditer(piece)]:
        near = _without(piece, gaps)
        fixed, note = _fixed(near, restored(near))
        if fixed is near:
            return [], ""
        if (differences := _between_words(near, fixed)) is not None:
            return [_placed_back(one, gaps) for one in differences], note
    return _repairs_of(piece, restored(piece))


def _repairs_of(piece: str, spelled: str) -> tuple[list[tuple[int, int, str]], str]:
    """The same for a piece of which `spelled` is another way to write it."""
    fixed, note = _fixed(piece, spelled)
    return ([] if fixed is piece else _differences(piece, fixed)), note


def _fixed(text: str, spelled: str) -> tuple[str, str]:
    """A text repaired, or the text itself if nothing is to be, and the steps."""
    if spelled == text and not has_mojibake(text):
        return text, ""
    fixed, note = _repaired(spelled)
    if spelled != text and any(one in fixed for one in _PUT_BACK):
        return _fixed(text, text)
    return (text if fixed == spelled else fixed), note


def _without(text: str, gaps: list[tuple[int, int]]) -> str:
    starts = (0, *(end for _, end in gaps))
    ends = (*(start for start, _ in gaps), len(text))
    return "".join(text[start:end] for start, end in zip(starts, ends, strict=True))


def _placed_back(difference: tuple[int, int, str], gaps: list[tuple[int, int]]) -> tuple[int, int, str]:
    """A difference found in a text without its gaps, with its place in the whole text."""
    first, last, after = difference
    for start, end in gaps:
        if first < start:
            break
        first += end - start
        last += end - start
    return first, last, after


def _differences(before: str, after: str) -> list[tuple[int, int, str]]:
    """Where two lines differ, given that their ASCII words are the same; else one span around all differences."""
    found = _between_words(before, after)
    return [_trimmed(before, after, 0)] if found is None else found


def _between_words(before: str, after: str) -> list[tuple[int, int, str]] | None:
    """Where two lines differ between their ASCII words; None where these are not the same."""
    old, new = _WORDS.split(before), _WORDS.split(after)
    if old[1::2] != new[1::2]:
        return None
    found: list[tuple[int, int, str]] = []
    position = 0
    for gone, come in zip(old, new, strict=True):
        if gone != come:
            found += _parts(gone, come, position)
        position += len(gone)
    return found


def _parts(before: str, after: str, position: int) -> Iterator[tuple[int, int, str]]:
    old, new = before.split(" "), after.split(" ")
    if len(old) != len(new):
        yield _trimmed(before, after, position)
        return
    for gone, come in zip(old, new, strict=True):
        if gone != come:
            yield _trimmed(gone, come, position)
        position += len(gone) + 1


def _trimmed(before: str, after: str, position: int) -> tuple[int, int, str]:
    start, end, shorter = 0, 0, min(len(before), len(after))
    while start < shorter and before[start] == after[start]:
        start += 1
    while end < shorter - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return position + start, position + len(before) - end, after[start : len(after) - end]


_C1_SIGNS = "\x80-\x9f"
_C1 = late(f"[{_C1_SIGNS}]")


@rule("ENC002", "c1-control", signs=_C1_SIGNS, in_code=True)
def c1_control(body: Body) -> Iterator[Proposal | Remark]:
    """C1 control characters that are Windows-1252 punctuation read as Latin-1.

    No text uses the control characters U+0080 to U+009F; where they stand, a `’` or `–` of Windows-1252 was read with
    the wrong table, and every browser shows it as such. The five that Windows-1252 does not define become U+FFFD
    between letters, where a letter was lost, and go elsewhere.
    """
    for first, piece in _suspicious(body):
        if _C1.search(piece) and not _repairs(piece)[0]:
            yield from _controls_of(piece, first)


def _controls_of(piece: str, offset: int) -> Iterator[Proposal]:
    for match in _C1.finditer(piece):
        start, end = match.span()
        after = match[0].encode("latin-1").decode("cp1252", "replace")
        note = "Windows-1252 read as Latin-1"
        if after == _LOST:
            inside = piece[start - 1 : start].isalpha() and piece[end : end + 1].isalpha()
            after, note = (_LOST if inside else ""), "not defined in Windows-1252"
        yield Proposal(offset + start, offset + end, after, note)


_LOST = "\N{REPLACEMENT CHARACTER}"

_CONTROL_SIGNS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f"
_CONTROLS = late(f"[{_CONTROL_SIGNS}]+")
_ESCAPE = late("\x1b(?:\\[[0-9;?]{0,30}[A-Za-z]|\\][^\x07\x1b\n]{0,200}(?:\x07|\x1b\\\\))")


@rule("ENC003", "control-character", signs=_CONTROL_SIGNS, in_code=True)
def control_character(body: Body) -> Iterator[Proposal | Remark]:
    """Control characters of teletypes and terminals that were left in the text.

    NULs, bells, deletes, colour sequences of a terminal (`ESC [ 3 1 m`) go; an overstruck letter (`N`, backspace, `N`)
    is that letter; a form feed or vertical tab between words is a line end; an information separator between words is a
    blank, or the hyphen that word processors mean by U+001E. A single U+001A inside a line stays: it marks a character
    that an earlier conversion lost. Tabs, line feeds and carriage returns are no damage.
    """
    text = body.text
    position = 0
    while match := _CONTROLS.search(text, position):
        start, end = match.span()
        before, behind = text[start - 1 : start], text[end : end + 1]
        if match[0] == "\x08" and before and (before == behind or (before == "_" and behind.isalnum())):
            start -= 1
            after = ""
        elif escape := _ESCAPE.match(text, end - 1):
            end = escape.end()
            after = ""
        else:
            after = _instead(match[0], before, behind)
        if text[start:end] != after:
            yield Proposal(start, end, after, "control characters")
        position = end


def _instead(found: str, before: str, behind: str) -> str:
    """What to put in the place of a run of control characters that stands between two characters (or none)."""
    if found == "\x1a" and behind:
        return found
    if not before or not behind or before.isspace() or behind.isspace():
        return ""
    if "\x0c" in found or "\x0b" in found:
        return "\n"
    if found == "\x1e" and before.isalnum() and behind.isalnum():
        return "-"
    return " " if set(found) & {"\x1c", "\x1d", "\x1e"} else ""


_INVISIBLE_SIGNS = "\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060\u2066-\u206f\ufeff\ufffc\ufffe\uffff"
_INVISIBLE = late(f"[{_INVISIBLE_SIGNS}]+")
_JOINED = late(
    "[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\u1900-\u1aaf\u1b00-\u1c4f\ua840-\ua9df\uaa00-\uaaff"
    "\uabc0-\uabff\ufb50-\ufdff\ufe70-\ufefc\U00010a00-\U000110cf\U00011000-\U00011fff\U0001e900-\U0001e95f]"
)
"""Scripts whose letters join or stack, so that U+200C and U+200D show: Arabic and its kin, Brahmic scripts, Mongolian,
Adlam (Unicode core specification, chapters 9, 12, 13 and 16)."""
_UNSPACED = late("[\u0e00-\u0eff\u0f00-\u109f\u1780-\u17ff\u1900-\u1aaf\ua980-\ua9df\uaa00-\uaadf]")
"""Scripts without blanks between words, where U+200B shows where a line may end: Thai, Lao, Tibetan, Burmese, Khmer, …"""
_RIGHT_TO_LEFT = late(
    "[\u05d0-\u05f4\u0620-\u064a\u066e-\u06d3\u06ee\u06ef\u06fa-\u06ff\u0710-\u072f\u074d-\u07ea\u0800-\u0815\u0840-\u0858"
    "\u0860-\u08c9\ufb1d-\ufdfb\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff]"
)
"""Letters that are written leftwards: Hebrew, Arabic, Syriac, Thaana, N’Ko and the historical scripts of Plane 1."""
_EMOJI = late(
    "[#*0-9\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299\ufe0f\U0001f000-\U0001faff\U000e0020-\U000e007f]"
)
_SELECTOR = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


@rule("ENC004", "invisible-character", signs=_INVISIBLE_SIGNS, in_code=True)
def invisible_character(body: Body) -> Iterator[Proposal | Remark]:
    """Zero-width and direction characters in text that does not need them, and soft hyphens inside words.

    They come from web pages and word processors, show nothing, and break search. They stay where they do something:
    joiners between letters of Arabic, Persian and Indic scripts and in emoji, zero-width blanks in Thai, Khmer, Burmese
    and Tibetan, direction marks in lines with Hebrew or Arabic letters, a soft hyphen that is not between two letters
    (old texts use it as a hyphen), a byte order mark before variation selectors (the head of a content credential).
    """
    text = body.text
    if text.isascii():
        return
    leftwards = _Leftwards(text)
    for match in _INVISIBLE.finditer(text):
        start, end = match.span()
        around = text[start - 1 : start], text[end : end + 1]
        needed = {one for one in set(match[0]) if _needed(one, *around) or (one in _DIRECTIONS and leftwards.at(start))}
        kept = "".join(one for one in match[0] if one in needed)
        if kept != match[0]:
            names = sorted({f"U+{ord(one):04X}" for one in match[0] if one not in kept})
            yield Proposal(start, end, kept, " ".join(names))


_DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def _needed(one: str, before: str, behind: str) -> bool:
    """Whether an invisible character (other than of direction) does something between two characters or their lack."""
    if one == "\u00ad":
        return not (before.isalpha() and behind.isalpha())
    if one in "\u200c\u200d":
        joins = bool(_JOINED.match(before) or _JOINED.match(behind))
        return joins or (one == "\u200d" and bool(_EMOJI.match(before) and _EMOJI.match(behind)))
    if one == "\u200b":
        return bool(_UNSPACED.match(before) or _UNSPACED.match(behind))
    if one == "\u180e":
        return "\u1800" <= before <= "\u18af"
    return one == "\ufeff" and bool(_SELECTOR.match(behind))


class _Leftwards:
    """Tells which places stand among letters that are written leftwards: in their line, or near by in a long one."""

    _BLOCK = 1000

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[tuple[int, int], bool] = {}

    def at(self, position: int) -> bool:
        low = max(position - position % self._BLOCK - self._BLOCK, 0)
        high = low + 3 * self._BLOCK
        first = max(self._text.rfind("\n", low, position) + 1, low)
        last = self._text.find("\n", position, high)
        span = first, high if last < 0 else last
        if span not in self._known:
            self._known[span] = bool(_RIGHT_TO_LEFT.search(self._text, *span))
        return self._known[span]


@rule("ENC005", "mixed-script-word", signs=OTHER_LETTERS)
def mixed_script_word(body: Body) -> Iterator[Proposal | Remark]:
    """A word with a letter of another alphabet that looks the same: `сaptured` with a Cyrillic `с`.

    It comes from a wrong keyboard layout or a disguise, and hides the word from search. Repaired where all other
    letters are of one alphabet, at least one of them has no double in the other, and every odd letter looks exactly like
    a letter of that alphabet. Words in capitals (names, model numbers), words with digits, addresses, formulas, code and
    Latin words with a Cyrillic ending in Cyrillic text (`Googleа`) stay.
    """
    if body.text.isascii():
        return
    for start, end, after, note in Words(body.text).repairs():
        yield Proposal(start, end, after, note)


_BOUND = late(
    r"(?<![^\W\d_])([A-Z][a-z]{2,}|No|Mr|Mrs|Dr|St)\ufffd(?=([0-9])|[A-Z])|^[ \t]*\ufffd(?=[ \t]*$)", re.MULTILINE
)


@rule("ENC006", "lost-no-break-space", triggers=(_LOST,), in_code=True)
def lost_no_break_space(body: Body) -> Iterator[Proposal | Remark]:
    """U+FFFD in the place of the no-break space between a name and its number, all through a document.

    A converter that knew no no-break space left U+FFFD for each, and nothing else. Repaired only where every U+FFFD of
    the document stands between a capitalised word and a number or another capital, or alone on its line (an empty
    paragraph), and at least one before a number: the same character was lost each time, and between `Table` and `7` it
    is no dash and no apostrophe.
    """
    text = body.text
    found = list(_BOUND.finditer(text))
    if len(found) < text.count(_LOST) or not any(match[2] for match in found):
        return
    for match in found:
        yield Proposal(
            match.end() - 1, match.end(), "\u00a0", "every U+FFFD of the document is where a no-break space would be"
        )


_LOST_RUN = late("[\ufffd\x1a]+")
_LOST_IN_GBK = "锟斤拷"
_IN_GBK_RUN = late("(?:锟斤拷|[锟斤拷][\u4e00-\u9fff\uff00-\uffef]?|[\u4e00-\u9fff\uff00-\uffef]拷)+")
_TALK = late(
    "乱码|亂碼|编码|編碼|字符|烫|[\"'`“”‘’「」『』\\[【]锟斤拷|锟斤拷[\"'`“”‘’「」『』\\]】]|锟斤拷(?:是|梗|文化)"
)
_HALVES = late(
    "[ÐÑ][\u0430-\u045f]|[\u0430-\u045f][ÐÑ]+|[ÎÏ][\u03ac-\u03ce]|[\u03ac-\u03ce][ÎÏ]+"
    "|[ØÙ][\u0620-\u064a]|[\u0620-\u064a][ØÙ]+|ã[\u0192\u201a\xa1-\xbf]?[\u3040-\u30ff\u4e00-\u9fff]"
    "|[\u3040-\u30ff\u4e00-\u9fff]ã[\u0192\u201a\xa1-\xbf]?|(?<=[a-z])á[»º](?=[a-z])"
)
"""First bytes of damaged characters beside letters of their alphabet that were repaired: the other byte was dropped."""
_SPOKEN_OF = late(r"U\+FFFD|replacement character|Ersatzzeichen|caractère de remplacement", re.IGNORECASE)


_HALF_TRIGGERS = (*"ÐÑÎÏØÙ", "ã", "á»", "áº")


@rule("ENC007", "replacement-character", safety=Safety.DISPLAY, triggers=(_LOST, "\x1a", _LOST_IN_GBK, *_HALF_TRIGGERS))
def replacement_character(body: Body) -> Iterator[Proposal | Remark]:
    """U+FFFD: a character that an earlier conversion lost.

    What stood there cannot be known; the place is reported. So is `锟斤拷`, which is U+FFFD read in the encoding of Chinese
    Windows, and half a character of UTF-8 that was left where the rest was repaired (`текÑт`). A line that speaks of the
    character itself is not.
    """
    text = body.text
    spoken = [match.start() for match in _SPOKEN_OF.finditer(text)] if _LOST_RUN.search(text) else []
    for match in _LOST_RUN.finditer(text):
        start, end = match.span()
        if bisect_left(spoken, start - 200) == bisect_right(spoken, end + 200):
            count = end - start
            yield Remark(start, end, "a lost character" if count == 1 else f"{count} lost characters")
    if _LOST_IN_GBK in text:
        yield from _lost_in_gbk(body)
    if any(_HALVES.search(f"a{run}a") for run in body.foreign_runs):
        for match in _HALVES.finditer(text):
            yield Remark(*match.span(), "half of a damaged character: a byte of it was dropped")


def _lost_in_gbk(body: Body) -> Iterator[Remark]:
    """U+FFFD that was read in GBK, in lines that do not speak of it, with what stands amid it."""
    for start, line in body.beyond_ascii:
        if _LOST_IN_GBK not in line or _TALK.search(line):
            continue
        for match in _IN_GBK_RUN.finditer(line):
            if len(match[0]) > 1:
                yield Remark(start + match.start(), start + match.end(), "lost characters, read again in GBK")


_HIDDEN = late("[\ufe00-\ufe0f\U000e0100-\U000e01ef]{2,}|[\U000e0000-\U000e007f]+")
_HIDING = late("[\ufe00-\ufe0f\U000e0000-\U000e01ef]")
_CREDENTIAL = b"C2PATXT\x00"


@rule("ENC008", "hidden-data", safety=Safety.DISPLAY, signs="\ufe00-\ufe0f\U000e0000-\U000e01ef")
def hidden_data(body: Body) -> Iterator[Proposal | Remark]:
    """Data hidden in invisible characters: content credentials, watermarks, hidden instructions.

    Runs of variation selectors carry bytes (C2PA embeds its content credentials so), tag characters spell hidden ASCII.
    They are evidence of where a text comes from, so they are reported and never stripped. Flags of regions, which are
    spelled in tag characters, and single variation selectors are no hidden data.
    """
    text = body.text
    if text.isascii() or not (first := _HIDING.search(text)):
        return
    for match in _HIDDEN.finditer(text, first.start()):
        start, end = match.span()
        if _SELECTOR.match(match[0]):
            yield Remark(start, end, _said(match[0]))
        elif not (text[start - 1 : start] == "\U0001f3f4" and match[0].endswith("\U000e007f")):
            hidden = "".join(chr(ord(one) - 0xE0000) for one in match[0][:60] if "\U000e0020" <= one <= "\U000e007e")
            yield Remark(start, end, f"{end - start} invisible tag characters: {hidden!a}")


def _said(selectors: str) -> str:
    data = bytes(ord(one) - 0xFE00 if one <= "\ufe0f" else ord(one) - 0xE0100 + 16 for one in selectors)
    kind = "a C2PA content credential" if data.startswith(_CREDENTIAL) else "hidden data"
    return f"{kind} in {len(selectors)} invisible variation selectors"


_DEPRECATED = {
    "\u0149": "’n",
    "\u0673": "\u0627\u065f",
    "\u0f77": "\u0fb2\u0f71\u0f80",
    "\u0f79": "\u0fb3\u0f71\u0f80",
    "\u17a3": "\u17a2",
    "\u17a4": "\u17a2\u17b6",
}
"""Letters that Unicode deprecates, with what it says to write instead (PropList.txt, `Deprecated`, and the core
specification on each); for Afrikaans `ŉ` the apostrophe and n that its keyboards give."""
_DEPRECATED_ONE = late("[" + "".join(_DEPRECATED) + "]")


@rule("ENC009", "deprecated-letter", triggers=_DEPRECATED)
def deprecated_letter(body: Body) -> Iterator[Proposal | Remark]:
    """A letter that was put into Unicode for an old character set only, and that Unicode says not to use: `ŉ`.

    Search does not find it and few fonts have it. A line that gives its number (`U+0149`) speaks of the letter itself.
    """
    for match in _DEPRECATED_ONE.finditer(body.text):
        start, end = match.span()
        if f"{ord(match[0]):04X}" not in body.text[max(0, start - 100) : end + 100].upper():
            yield Proposal(start, end, _DEPRECATED[match[0]], f"for the deprecated U+{ord(match[0]):04X}")


RULES: tuple[Rule, ...] = (
    misread_alphabet,
    misread_cyrillic,
    misread_letters,
    mojibake,
    misread_utf_8,
    c1_control,
    control_character,
    invisible_character,
    mixed_script_word,
    lost_no_break_space,
    replacement_character,
    hidden_data,
    deprecated_letter,
)
"""The family's rules, in the order in which they run."""
