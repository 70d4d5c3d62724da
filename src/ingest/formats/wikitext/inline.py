"""Wikitext within a line, to Markdown or to plain text: emphasis, external links, inline HTML, entities."""

from __future__ import annotations

import html
import re

from ingest.formats.wikitext.expand import BRACKETS, BREAK, CAPTION, DROP, HUSH, INLINE_HTML, OPEN, SHUT, Account

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_LINK = re.compile(
    r"\[((?:(?:https?|ftps?|ircs?|git|gopher|mms|nntp|redis|sftp|ssh|svn|telnet|worldwind)://|//"
    r"|(?:bitcoin|geo|ircs?|magnet|mailto|matrix|news|sips?|sms|tel|urn|xmpp):)[^\s\[\]<>\"]{1,2000})"
    r"([ \t][^\]\n]{0,1000})?\]",
    re.IGNORECASE,
)
"""A link out of the wiki. Source of the protocols: https://www.mediawiki.org/wiki/Manual:$wgUrlProtocols."""
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)(?:[\s/][^<>]*)?>")
_SCRIPT = re.compile(r"<(sup|sub)\b[^<>]{0,300}>([^<>]{0,200})</\1\s{0,9}>", re.IGNORECASE)
_EMPTIED = re.compile(rf"<sup\b[^<>]{{0,300}}>{BRACKETS}{DROP}{BRACKETS}</sup\s{{0,9}}>")
"""A superscript of which nothing is left but brackets."""
_PIECE = re.compile(f"{OPEN}([0-9]{{1,9}}){SHUT}")
_BLANKS = re.compile(" {2,}")
_QUOTES = re.compile(r"('{2,})")
_SPECIAL = re.compile(r"https?://[^\s<>]{1,2000}|[\\`*_<&\]]")
_START = re.compile(
    r"(?:#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|={1,}$|-{2,}$|(?:```|~~~))|(?P<number>\d{1,9})(?P<mark>[.)])(?=\s|$)"
)

ITALIC, BOLD, FOUR, FIVE = 2, 3, 4, 5
"""How many apostrophes make what; four are one and a bold."""

_RAISED = str.maketrans("0123456789+-−=()niabcdefghjklmoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_DIGITS = frozenset("0123456789+-−=()n")
_LETTERS = _DIGITS | frozenset("iabcdefghjklmoprstuvwxyz")


def decode(text: str) -> str:
    """The text with its character references resolved, those without a semicolon left alone as MediaWiki does."""
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text) if "&" in text else text


def escape(text: str) -> str:
    """Literal text, safe as Markdown: only what would be read as markup gets a backslash."""

    def one(match: re.Match[str]) -> str:
        token = match[0]
        if len(token) > 1:
            return token
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        return "\\" + token if _needed(token, before, after, text, match.end()) else token

    return _SPECIAL.sub(one, text)


def _needed(char: str, before: str, after: str, text: str, end: int) -> bool:
    if char == "*":
        return not (before in ("", " ", "\n") and after in ("", " ", "\n"))
    if char == "_":
        return not (before.isalnum() and after.isalnum()) and not (before in ("", " ") and after in ("", " "))
    if char == "<":
        return (after.isascii() and after.isalpha()) or after in ("/", "!", "?")
    if char == "&":
        return _ENTITY.match(text, end - 1) is not None
    if char == "]":
        return after == "("
    return char == "`" or (after != "" and after in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


def _scripted(match: re.Match[str]) -> str:
    """Superscripts and subscripts that have characters of their own take them; the others are plain text."""
    written = decode(match[2]).strip()
    text = "".join(written.split()) if any(sign in written for sign in "+-−=") else written
    raised = match[1].lower() == "sup"
    if "''" in text:
        text = _QUOTES.sub("", text)
        if raised and text and set(text) <= _LETTERS and re.search("[a-z]{2}", text) is None:
            return text.translate(_RAISED)
    if text and set(text) <= _DIGITS and raised:
        return text.translate(_RAISED)
    if text and set(text) <= _DIGITS - {"n"} and match[1].lower() == "sub":
        return text.translate(_LOWERED)
    return match[2]


def _linked(match: re.Match[str]) -> str:
    """The link's words; where it has none its address, which the page shows as a number, apart from the words beside."""
    if label := (match[2] or "").strip():
        return label
    before, after = match.string[: match.start()][-1:], match.string[match.end() : match.end() + 1]
    apart = bool(before) and not before.isspace() and before not in _OPENING
    return " " * apart + match[1] + " " * after.isalnum()


_OPENING = frozenset("([{\"'“‘«‹„/=|" + OPEN + SHUT + DROP + HUSH + BREAK + CAPTION)
"""What a bare address may stand right behind; the converter's own signs, since what they stand for is not known."""


def strip_markup(text: str) -> str:
    """The text without the brackets of external links and without inline HTML; entities and emphasis stay."""
    if "[" in text:
        text = _LINK.sub(_linked, text)
    if "<" in text:
        text = _SCRIPT.sub(_scripted, text)
        text = _TAG.sub(lambda match: "" if match[1].lower() in INLINE_HTML else match[0], text)
    return text


def seam(text: str) -> str:
    """Close the seams where something was taken out: no double blank, none before a full stop, no empty brackets."""
    text = text.replace(HUSH, "")
    if DROP not in text:
        return text
    parts = _EMPTIED.sub(DROP, text).split(DROP)
    done = [parts[0]]
    for piece in parts[1:]:
        part = piece
        left = done[-1] if done else ""
        if left[-1:] in ("", " ", "\n") and part[:1] == " ":
            part = part.lstrip(" ")
        if left[-1:] == " " and part[:1] in tuple(".,;)") and part:
            done[-1] = left.rstrip(" ")
        if part[:1] in (";", ",") and done[-1][-1:] == "(":
            part = part[1:].lstrip(" ")
        if part[:1] == ")" and done[-1].rstrip(" ")[-1:] in (";", ","):
            done[-1] = done[-1].rstrip(" ")[:-1]
        if part[:1] == ")" and done[-1][-1:] == "(":
            done[-1] = done[-1][:-1].rstrip(" ")
            part = part[1:]
        if part or not done:
            if len(done[-1]) < 64:
                done[-1] += part
            else:
                done.append(part)
    return "".join(done)


def markdown(text: str, account: Account) -> str:
    """One paragraph of flat wikitext as Markdown."""
    lines = _BLANKS.sub(" ", strip_markup(seam(text))).split("\n")
    done = [_emphasised(line.strip(" \t\N{NO-BREAK SPACE}" + CAPTION)) for line in lines]
    text = "\n".join(_safe_start(line) for line in done if line)
    text = restore(text, account)
    if BREAK in text:
        text = _broken(text)
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()


def _broken(text: str) -> str:
    pieces = [piece.strip() for piece in text.split(BREAK)]
    return "\\\n".join(piece for piece in pieces if piece)


def plain(text: str, account: Account) -> str:
    """One paragraph of flat wikitext as plain text."""
    text = strip_markup(seam(text.replace(CAPTION, "")))
    text = _QUOTES.sub(_unquoted, text)
    return restore(decode(text), account, plain_text=True)


def _unquoted(match: re.Match[str]) -> str:
    length = len(match[1])
    return "'" * (1 if length == FOUR else max(0, length - FIVE))


def restore(text: str, account: Account, *, plain_text: bool = False) -> str:
    """Put the finished pieces back."""
    if OPEN not in text:
        return text
    pieces = account.pieces

    def one(match: re.Match[str]) -> str:
        index = int(match[1])
        if index >= len(pieces):
            return ""
        return pieces[index].plain if plain_text else pieces[index].markdown

    return _PIECE.sub(one, text)


def _safe_start(line: str) -> str:
    match = _START.match(line)
    if not match:
        return line
    if match["mark"]:
        return f"{match['number']}\\{line[match.start('mark') :]}"
    return "\\" + line


def _emphasised(line: str) -> str:
    """Emphasis as MediaWiki finds it: runs of apostrophes, balanced at the end of the line."""
    if "''" not in line:
        return _text(line)
    parts = _QUOTES.split(line)
    _settle(parts)
    builder = _Builder()
    for index, part in enumerate(parts):
        if index % 2 == 0:
            builder.text(part)
        else:
            builder.toggle(len(part))
    return builder.done()


def _settle(parts: list[str]) -> None:
    """Give the surplus of long runs to the text; of two odd marks one is an apostrophe too long."""
    bold = italic = 0
    for index in range(1, len(parts), 2):
        length = len(parts[index])
        if length == FOUR or length > FIVE:
            surplus = length - (BOLD if length == FOUR else FIVE)
            parts[index - 1] += "'" * surplus
            parts[index] = parts[index][surplus:]
        length = len(parts[index])
        bold += length != ITALIC
        italic += length != BOLD
    if bold % 2 and italic % 2:
        _demote(parts)


def _demote(parts: list[str]) -> None:
    choice = -1
    rank = 9
    for index in range(1, len(parts), 2):
        if len(parts[index]) != BOLD:
            continue
        before = parts[index - 1]
        now = 2 if before[-1:] == " " else 0 if before[-2:-1] == " " else 1
        if now < rank:
            choice, rank = index, now
    if choice > 0:
        parts[choice - 1] += "'"
        parts[choice] = "''"


class _Builder:
    """Nested emphasis from toggles; blanks inside the marks move out, empty emphasis goes."""

    def __init__(self) -> None:
        self.stack: list[tuple[str, list[str]]] = [("", [])]

    def text(self, text: str) -> None:
        parts = self.stack[-1][1]
        if text:
            parts.append(_text(text))

    def toggle(self, length: int) -> None:
        if length in (BOLD, FIVE):
            self._flip("**")
        if length in (ITALIC, FIVE):
            self._flip("*")

    def _flip(self, mark: str) -> None:
        marks = [one for one, _ in self.stack]
        if mark not in marks:
            self.stack.append((mark, []))
            return
        reopen = []
        while self.stack[-1][0] != mark:
            reopen.append(self.stack[-1][0])
            self._close()
        self._close()
        for one in reversed(reopen):
            self.stack.append((one, []))

    def _close(self) -> None:
        mark, parts = self.stack.pop()
        text = "".join(parts)
        bare = text.strip(" \t\N{NO-BREAK SPACE}")
        if bare.strip(BREAK):
            lead = text[: len(text) - len(text.lstrip(" \t\N{NO-BREAK SPACE}"))]
            tail = text[len(text.rstrip(" \t\N{NO-BREAK SPACE}")) :]
            text = f"{lead}{mark}{bare}{mark}{tail}"
        self.stack[-1][1].append(text)

    def done(self) -> str:
        while len(self.stack) > 1:
            self._close()
        return "".join(self.stack[0][1])


def _text(text: str) -> str:
    return escape(decode(text))
