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
    r"\b(?:error|http|fehler|erreur|errore?|erro|fout|błąd|ошибка|エラー|错误|錯誤)\W{0,3}(?:40[0134]|410|429|50[0234])\b|"
    r"\b(?:404|403|410|500|502|503|504)\b.{0,40}(?:not found|error|forbidden|gone|unavailable|bad gateway|"
    r"denied|time-?out)|"
    r"(?:page|file|article|site|document) (?:was |is |could |can )?(?:not|n.t) (?:be )?(?:found|available|"
    r"exist)|\bnot found\b|"
    r"access (?:denied|forbidden)|internal server error|bad gateway|service (?:temporarily )?unavailable|"
    r"^(?:error )?(?:404|403|500|502|503)\W*$|"
    r"page (?:doesn.t|does not) exist|something went wrong|page you (?:requested|were looking for|are looking for)|"
    r"seite (?:wurde )?(?:leider )?nicht gefunden|seite existiert nicht|zugriff verweigert|"
    r"page (?:introuvable|non trouvée|demandée n.existe)|accès (?:refusé|interdit)|"
    r"página (?:no encontrada|no existe|não encontrada|não existe)|acceso denegado|acesso negado|"
    r"pagina (?:non trovata|niet gevonden|bestaat niet)|accesso negato|"
    r"nie (?:znaleziono|można znaleźć) strony|strona nie (?:istnieje|została znaleziona)|"
    r"страница не (?:найдена|существует)|доступ (?:запрещ[её]н|закрыт)|"
    r"ページが(?:見つかり|存在し)ません|お探しのページ|页面不存在|找不到(?:页面|該頁|网页)|無法找到",
    re.IGNORECASE,
)
_BOT = re.compile(
    r"just a moment\W|checking (?:if the site connection|your browser)|"
    r"verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot|"
    r"attention required|unusual traffic|captcha|ddos protection by|security check|"
    r"kein roboter|pas un robot|no (?:eres|soy) un robot|não sou um robô|не робот|ロボットではありません|人机验证|安全验证",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"(?:log|sign) ?in to (?:continue|read|view|see|your|access)|(?:please|must) (?:log|sign) ?in|"
    r"subscribe (?:now )?to (?:continue|read|keep)|"
    r"(?:subscribers?|members?)[- ]only|already (?:a |have an? )(?:subscriber|account|member)|create (?:a free |"
    r"an )?account to|"
    r"register to (?:continue|read)|to continue reading|"
    r"anmelden,? um|bitte (?:melden sie sich an|loggen sie sich ein|einloggen|anmelden)|(?:jetzt )?weiterlesen mit|"
    r"nur für abonnenten|connectez-vous pour|(?:article )?réservé (?:aux|à nos) abonnés|déjà abonné|"
    r"inicia(?:r)? sesión para|solo para suscriptores|suscríbete para|exclusivo para (?:suscriptores|assinantes)|"
    r"faça login para|para continuar (?:lendo|leyendo)|accedi per|riservato agli abbonati|"
    r"abbonati per (?:leggere|continuare)|"
    r"log in om|inloggen om|zaloguj się,? aby|dla (?:subskrybentów|prenumeratorów)|"
    r"войдите,? чтобы|(?:только )?для подписчиков|авторизуйтесь|ログインして(?:ください|続き)|続きを読むには|会員限定|"
    r"请(?:先)?登录|登录后(?:查看|阅读)|請(?:先)?登入",
    re.IGNORECASE,
)
_COOKIE = re.compile(
    r"cookies?\b|\bconsent\b|\bgdpr\b|your privacy|einwilligung|traceurs|куки|クッキー|cookie", re.IGNORECASE
)
_ACCEPT = re.compile(
    r"accept|reject|agree|\ballow\b|\bmanage\b|zustimmen|akzeptier|ablehnen|refuser|tout accepter|acept|rechaz|aceit|"
    r"rejeitar|accett|rifiut|weiger|zgadzam|zaakceptuj|принять|соглас|同意|許可|接受",
    re.IGNORECASE,
)
_TRACKING = re.compile(
    r"privacy|partner|\bweb ?sites?\b|browser|device|third[- ]part|personal(?:i[sz]ed)?\b|advertis|datenschutz|"
    r"gerät|werb|vie privée|confidentialité|appareil|publicit|privacidad|dispositiv|riservatezza|navigazione|apparaat|"
    r"prywatnoś|urządzeni|конфиденциальн|устройств|プライバシー|サイト|隐私|隱私|网站|網站",
    re.IGNORECASE,
)
_SCRIPTED = re.compile(
    r"(?:enable|activate|turn on) javascript|javascript (?:is |to be )?(?:required|disabled|enabled|not)|"
    r"requires? javascript|javascript (?:\w+ ){0,4}(?:aktivier|erforderlich|deaktiviert|nécessaire|désactivé|"
    r"desactivado|habilitad|desabilitado|disabilitato|abilitat|uitgeschakeld|wyłączon|włącz|отключ|включ)|"
    r"(?:aktivieren sie|activer|activez|habilite|habilita|activa|ative|abilita|schakel|włącz|"
    r"включите) (?:\w+ ){0,2}javascript|"
    r"javascript ?を有効|启用 ?javascript|啟用 ?javascript",
    re.IGNORECASE,
)
_MOUNTS = frozenset({"root", "app", "__next", "__nuxt", "___gatsby", "app-root", "main-app", "react-root", "svelte"})
_FEW = 600
LITTLE = 1500
"""Characters of prose above which a page is no wall and no error."""
_MANY_LINKS = 25
"""Links from which on a page with little prose leads to others."""


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
    if prose > LITTLE:
        return ""
    root = order[0]
    text = root.text()[:20000]
    heading = next((node.text() for node in order if node.tag in {"h1", "h2"} and node.chars), "")
    for line in (title, heading):
        if line and _ERROR.search(line) and prose < _FEW:
            return ERROR
    if prose < _FEW and (_BOT.search(title) or _BOT.search(heading) or (len(text) < LITTLE and _BOT.search(text))):
        return BOT
    if len(text) < _FEW and (_SCRIPTED.search(text) or (scripts and _mounts(root) and len(text) < _FEW / 4)):
        return SHELL
    if not text:
        return SHELL if scripts else EMPTY
    if len(text) < LITTLE * 3 and prose < LITTLE and not article and _asks_consent(main.text() or text):
        return COOKIE
    asked = _LOGIN.search(text if len(text) < LITTLE * 2 else main.text()[:LITTLE])
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


def _asks_consent(text: str) -> bool:
    """Whether the text speaks of cookies all the time, of tracking, and asks to agree: a recipe does one of these."""
    named = len(_COOKIE.findall(text))
    if named <= 1 or named * _SPEAKS < len(text):
        return False
    return _ACCEPT.search(text) is not None and _TRACKING.search(text) is not None


_SPEAKS = 400
"""Characters for each of which a notice about cookies names them or consent at least once."""


def _mounts(root: Node) -> bool:
    return any(node.get("id") in _MOUNTS or node.tag in _MOUNTS for node in root.elements())


def _links(order: list[Node]) -> int:
    return sum(1 for node in order if node.tag == "a" and node.get("href"))


def lists_articles(content: Node) -> bool:
    """Whether the content is a list of teasers: several articles of the same make, each with a linked heading."""
    articles = [node for node in content.walk() if node.tag == "article" and not node.drop and not _holds_article(node)]
    linked = [node for node in articles if any(_linked_heading(one) for one in node.walk())]
    return len(linked) >= _SEVERAL and sum(node.good for node in linked) * 2 >= content.good


def _holds_article(node: Node) -> bool:
    return any(one.tag == "article" for one in node.walk() if one is not node)


def _linked_heading(node: Node) -> bool:
    return node.tag in {"h1", "h2", "h3", "h4"} and any(one.tag == "a" and one.get("href") for one in node.walk())


_SEVERAL = 3
"""Teasers from which on a list of them is the content."""
