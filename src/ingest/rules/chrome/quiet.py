"""Tells soon that nothing on a page can be furniture, as on most pages: then the page need not be judged.

Every verdict begins with something that a line says by itself, or with two neighbours that say the same. What a line
says by itself is found out once for each text of a line.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import lru_cache

from ingest.body import Body
from ingest.rules.chrome import lexicon
from ingest.rules.chrome.captions import inline_credit, is_agency, is_credit
from ingest.rules.chrome.hints import says_something
from ingest.rules.chrome.menus import names_menu
from ingest.rules.chrome.page import KEPT, SHORT, Look, Page, ends_sentence, is_foreign, look_of
from ingest.rules.chrome.verdicts import LONGEST_SECTION, Verdicts, verdicts_of


def verdicts_on(body: Body) -> Verdicts:
    """The verdicts on a body, found sooner where it is quiet."""
    return Verdicts(Page(body), quiet=True) if is_quiet(body) else verdicts_of(body)


_latest: list[tuple[Body, bool]] = []


def is_quiet(body: Body) -> bool:
    """Whether no line of the body can be furniture. False proves nothing. What was said last of a body is kept."""
    for known, quiet in _latest:
        if known is body or known is body.before_end:
            return quiet
    quiet = is_foreign(body) or _is_quiet(body)
    _latest[:] = [(body, quiet)]
    return quiet


def _is_quiet(body: Body) -> bool:
    above = last = ""
    lines = 0
    follows = again = False
    for bare in body.lines.bares:
        same, last = bare == last, bare
        if same and again:
            continue  # what holds of two lines that are the same holds of more: there may be hundreds, of dumped references
        again = same
        if not bare:
            follows = False
            continue
        if len(bare) > SHORT:
            text, prose = bare, True
            tells = not _is_bare(bare) and (is_credit(bare) or (follows and is_agency(bare)))
        else:
            look = look_of(bare)
            text, prose = look.text, look.prose
            tells = _tells(bare) or (follows and _names_agency(bare)) or (not lines and _names_section(look))
        if tells or (text == above and (prose or lines == 1)) or (lines == 1 and above.startswith(text)):
            return False
        above = text
        lines += 1
        follows = True
    return True


def exposes_furniture(verdicts: Verdicts, taken: Collection[int], left: Callable[[], Body]) -> bool:
    """Whether there is furniture in what is `left` of a page's body without the lines with the indices `taken`.

    Other lines are the first two then. On a page that was not quiet there may be more: a greater share of prose, say.
    """
    page = verdicts.page
    rest = (unit for unit in page.units if unit.index not in taken)
    first, second = next(rest, None), next(rest, None)
    if first is None or second is None:
        return False
    if (first.look and _names_section(first.look)) or first.text.startswith(second.text):
        return True
    if is_quiet(page.body) or _stood_above(verdicts, taken):
        return False
    return bool(Verdicts(page.without(taken, left())).codes)


def _stood_above(verdicts: Verdicts, taken: Collection[int]) -> bool:
    """Whether the text of a readable page began right below the lines taken: without them the evidence is the same."""
    page, first = verdicts.page, len(taken)
    above = page.units[:first]
    if not page.readable or verdicts.head != first:
        return False
    return all(unit.index in taken and not unit.prose for unit in above)


def _is_bare(long: str) -> bool:
    """Whether a long line has so little around it that it stays too long for a credit line or a list of agencies."""
    return long[0].isalnum() and long[-2].isalnum()


@lru_cache(maxsize=KEPT)
def _tells(bare: str) -> bool:
    """Whether a short line can be furniture, wherever it stands."""
    look = look_of(bare)
    if look.key in lexicon.HEADS or says_something(look) or names_menu(look):
        return True
    return is_credit(look.text) or inline_credit(look.text) is not None


@lru_cache(maxsize=KEPT)
def _names_agency(bare: str) -> bool:
    """Whether a short line names an agency alone, as it may under a caption."""
    return is_agency(look_of(bare).text)


def _names_section(look: Look) -> bool:
    """Whether the first line can name a part of the site over the headline."""
    if len(look.text) > LONGEST_SECTION or ends_sentence(look.text):
        return False
    words = look.key.split()
    return look.key in lexicon.SECTIONS or not lexicon.SECTIONS.isdisjoint((*words[:1], *words[-1:]))
