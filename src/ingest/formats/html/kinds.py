"""Pages that are no article: what a fetch brought home instead of one."""

from __future__ import annotations

import re
from typing import NamedTuple

from ingest.formats.html.tree import Node

ERROR = "error page"
LOGIN = "login wall"
COOKIE = "cookie wall"
SHELL = "JavaScript shell"
BOT = "bot check"
INDEX = "index page"
EMPTY = "empty page"

_ERROR = re.compile(
    r"\b(?:404|403|410|500|502|503|504)\b.{0,40}(?:not found|error|forbidden|gone|unavailable|bad gateway|"
    r"denied|time-?out)|"
    r"(?:page|file|article|site|document) (?:was |is |could |can )?(?:not|n.t) (?:be )?(?:found|available|"
    r"exist)|\bnot found\b|"
    r"access (?:denied|forbidden)|internal server error|bad gateway|service (?:temporarily )?unavailable|"
    r"^(?:error )?(?:404|403|500|502|503)\W*$|"
    r"seite nicht gefunden|page (?:introuvable|non trouvée)|página no encontrada|страница не найдена|"
    r"page (?:doesn.t|does not) exist|something went wrong",
    re.IGNORECASE,
)
_BOT = re.compile(
    r"just a moment\W|checking (?:if the site connection|your browser)|"
    r"verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot|"
    r"attention required|unusual traffic|captcha|ddos protection by|security check",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"(?:log|sign) ?in to (?:continue|read|view|see|your|access)|(?:please|must) (?:log|sign) ?in|"
    r"subscribe to (?:continue|read)|"
    r"(?:subscribers?|members?)[- ]only|already (?:a |have an? )(?:subscriber|account|member)|create (?:a free |"
    r"an )?account to|"
    r"register to (?:continue|read)|anmelden, um|connectez-vous pour|inicia sesión para|to continue reading",
    re.IGNORECASE,
)
_COOKIE = re.compile(
    r"cookies?\b|\bconsent\b|\bgdpr\b|your privacy|einwilligung|traceurs", re.IGNORECASE
)  # fmt: skip
_ACCEPT = re.compile(
    r"(?:accept|reject|agree|allow|manage|zustimmen|akzeptieren|accepter|aceptar|принять)\b", re.IGNORECASE
)
_SCRIPTED = re.compile(
    r"enable javascript|javascript (?:is |to be )?(?:required|disabled|enabled|not)|requires? javascript|"
    r"turn on javascript|javascript aktivieren|activer javascript",
    re.IGNORECASE,
)
_MOUNTS = frozenset({"root", "app", "__next", "__nuxt", "___gatsby", "app-root", "main-app", "react-root", "svelte"})
_FEW = 600
_LITTLE = 1500
_MANY_LINKS = 25


class Clues(NamedTuple):
    """What else is known of a page: characters of prose in its content, number of scripts, and so on.

    `passwords` says whether it asks for one, `article` whether its metadata call it an article, `front` whether its
    address is that of a site's front page.
    """

    title: str
    prose: int
    scripts: int
    passwords: bool
    article: bool
    front: bool


def kind(order: list[Node], main: Node, clues: Clues) -> str:  # noqa: C901, PLR0911 - one kind after the other
    """What the page is if it is no article, else an empty string."""
    title, prose, scripts, passwords, article, front = clues
    if front and _links(order) >= _MANY_LINKS * 2:
        return INDEX
    if prose > _LITTLE:
        return ""
    root = order[0]
    text = root.text()[:20000]
    heading = next((node.text() for node in order if node.tag in {"h1", "h2"} and node.chars), "")
    for line in (title, heading):
        if line and _ERROR.search(line) and prose < _FEW:
            return ERROR
    if prose < _FEW and (_BOT.search(title) or _BOT.search(heading) or (len(text) < _LITTLE and _BOT.search(text))):
        return BOT
    if len(text) < _FEW and (_SCRIPTED.search(text) or (scripts and _mounts(root) and len(text) < _FEW / 4)):
        return SHELL
    if not text:
        return SHELL if scripts else EMPTY
    if len(text) < _LITTLE * 3 and len(_COOKIE.findall(text)) > 1 and _ACCEPT.search(text) and prose < _LITTLE:
        return COOKIE
    asked = _LOGIN.search(text if len(text) < _LITTLE * 2 else main.text()[:_LITTLE])
    if (passwords and prose < _FEW / 4) or (asked and prose < _FEW):
        return LOGIN
    if (
        prose < _FEW
        and not article
        and _links(order) >= _MANY_LINKS
        and (prose < _FEW / 4 or main.link * 5 > main.chars * 2)
    ):
        return INDEX
    if len(text) < _FEW and _ERROR.search(text):
        return ERROR
    return ""


def _mounts(root: Node) -> bool:
    return any(node.get("id") in _MOUNTS or node.tag in _MOUNTS for node in root.elements())


def _links(order: list[Node]) -> int:
    return sum(1 for node in order if node.tag == "a" and node.get("href"))


def lists_articles(content: Node) -> bool:
    """Whether the content is a list of teasers: several articles of the same make, each with a linked heading."""
    articles = [node for node in content.walk() if node.tag == "article" and not node.drop]
    linked = [node for node in articles if any(_linked_heading(one) for one in node.walk())]
    return len(linked) >= _SEVERAL


def _linked_heading(node: Node) -> bool:
    return node.tag in {"h1", "h2", "h3", "h4"} and any(one.tag == "a" and one.get("href") for one in node.walk())


_SEVERAL = 3
