"""The phrases of `words`, joined over all languages and made ready for looking up.

All languages are looked up at once: a page's furniture is often in another language than its article, and the language
of a short text is only guessed. What two languages disagree on is settled by evidence, not here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ingest.late import Holding, Openings, folded, late
from ingest.rules.chrome.words import AGENCIES, LANGUAGES
from ingest.search import Groups, in_utf_8

NAVIGATION, SHARING, ADVERT, TEASER, LOADING = "WEB001", "WEB002", "WEB003", "WEB004", "WEB005"
NEWSLETTER, COOKIES, RIGHTS, COMMENTS, WIDGET = "WEB006", "WEB007", "WEB008", "WEB009", "WEB010"
PICTURE = "WEB013"

NAME_ONLY, WEAK, STRONG = 0, 1, 2
"""How much a phrase says: the name of a network or a button; a word of common speech; what only a page's furniture says."""


def _set(words: str) -> frozenset[str]:
    """Words with blanks between them; `_` stands for a blank within one."""
    return frozenset(word.replace("_", " ") for word in words.split())


_GREEK = str.maketrans("άέήίόύώϊΐϋΰ", "αεηιουωιιυυ")


@cache
def _phrases(field: str) -> tuple[str, ...]:
    """A field's phrases in all languages; Greek ones also without accents, which capitals do not have."""
    phrases = [phrase for words in LANGUAGES.values() for phrase in getattr(words, field).split("|") if phrase]
    greek = getattr(LANGUAGES["el"], field)
    bare = greek.translate(_GREEK).split("|")
    return (*phrases, *(other for other, phrase in zip(bare, greek.split("|"), strict=True) if other != phrase))


def _joined(phrases: Iterable[str]) -> str:
    """An alternation, the longest phrase first."""
    return "|".join(re.escape(phrase) for phrase in sorted(set(phrases), key=lambda item: (-len(item), item)))


class _Phrases:
    """Tells soon that a text has none of many phrases.

    Every text that has one of them has a stem: what many phrases share, or another phrase. Stems beyond ASCII are not
    looked for in a text that is ASCII.
    """

    def __init__(self, phrases: tuple[str, ...], common: Iterable[str]) -> None:
        self._phrases = phrases
        common = sorted(common)
        others = (phrase for phrase in phrases if not any(stem in phrase for stem in common))
        self._stems = (*common, *others)
        self._ascii_stems = tuple(stem for stem in self._stems if stem.isascii())

    @property
    def parts(self) -> tuple[str, ...]:
        """What of the text of any phrase stands in it."""
        return self._stems

    def stand_in(self, said: str) -> bool:
        """Whether a text in lower case has one of the phrases."""
        stems = self._ascii_stems if said.isascii() else self._stems
        return any(map(said.__contains__, stems)) and any(map(said.__contains__, self._phrases))


def _patterns(field: str) -> list[str]:
    return [getattr(words, field) for words in LANGUAGES.values() if getattr(words, field)]


NETWORKS = _set(
    "facebook twitter x whatsapp telegram linkedin reddit pinterest messenger flipboard instagram youtube viber sms "
    "mastodon bluesky threads tumblr tiktok rss zalo вконтакте одноклассники фейсбук твиттер телеграм фейсбук твіттер "
    "вайбер 微信 微博 qq qq空间 新浪微博 朋友圈 豆瓣 人人网 line "
    "페이스북 트위터 카카오톡 카카오스토리 밴드 فيسبوك تويتر واتساب تلغرام פייסבוק טוויטר ווטסאפ טלגרם "
    "फेसबुक ट्विटर व्हाट्सएप"
)
"""Networks that pages are shared on: as names they may stand in any list."""

CROSS_REFERENCES = frozenset(
    {
        "see also", "siehe auch", "voir aussi", "zie ook", "vedi anche", "ver también", "ver também", "vea también",
        "se også", "se också", "se även", "ראו גם", "watch", "listen",
    }
)  # fmt: skip
"""Teasers that an author also writes to point to another part of the same work."""


def _exact() -> dict[str, tuple[str, int]]:
    table: dict[str, tuple[str, int]] = {}
    for field, code, level in (
        ("skips", NAVIGATION, STRONG),
        ("shares", SHARING, STRONG),
        ("banners", ADVERT, STRONG),
        ("replies", COMMENTS, STRONG),
        ("adverts", ADVERT, WEAK),
        ("loading", LOADING, WEAK),
        ("share", SHARING, WEAK),
        ("comments", COMMENTS, WEAK),
        ("nav", NAVIGATION, WEAK),
        ("buttons", COOKIES, NAME_ONLY),
        ("fields", COMMENTS, NAME_ONLY),
    ):
        for phrase in _phrases(field):
            table.setdefault(phrase, (code, NAME_ONLY if phrase in NETWORKS else level))
    return table


EXACT = _exact()
"""Whole lines: what they are, and how much they say."""

TOPICS = _set(
    "advertising advertisements sponsored promoted werbung anzeigen publicité publicités publicidad pubblicità "
    "publicidade reclame reklama inzerce реклама reklam reklamer iklan promosi 広告 广告 廣告 광고 推广 推廣 "
    "विज्ञापन إعلانات פרסומות "
    "quảng_cáo"
)
"""Labels of adverts that are also what a chapter may be about: a text with other subheadings keeps a single one."""

SURE_OPENINGS = _set(
    "related relatert relateret relaterat relacionado relacionada gerelateerd související doporučujeme nepřehlédněte "
    "рекомендуємо рекомендуем polecamy suosittelemme anbefalt weiterlesen lesetipp empfohlen recomendado consigliati"
)
"""Openings of a single word that nobody but an editor puts before a headline."""

SHORT_OPENINGS = frozenset({"動画", "视频", "影片", "영상", "写真", "画像", "图集", "圖輯", "포토", "화보"})
"""Openings of teasers in unspaced scripts that say as little as "Video"."""

HEADS = frozenset(_phrases("heads"))
HEAD_OPENINGS = (
    "more from ",
    "more must-reads from ",
    "latest from ",
    "most read in ",
    "more stories from ",
    "mehr von ",
    "mehr aus ",
)
"""Openings of a line that opens a list of other articles, before the name of a paper or a section."""


def opens_related(key: str) -> bool:
    """Whether a line opens a list of other articles."""
    return key in HEADS or (key.startswith(HEAD_OPENINGS) and len(key.split()) <= _HEAD_WORDS)


_HEAD_WORDS = 6
POWERED = late(
    r"(?:proudly )?powered by (?:blox|wordpress|blogger|drupal|joomla|livejournal|tumblr|typepad|squarespace|wix|ghost|"
    r"substack|phpbb|vbulletin|discuz!?|mediawiki|disqus|brightspot|newspack|movable type|beehiiv)\b[\w .&-]{0,60}",
    re.IGNORECASE,
)
"""The software that a site runs on."""
SECTIONS = frozenset(_phrases("sections"))
SHARE_WORDS = frozenset((*_phrases("share"), *_phrases("shares")))
SHARED = Openings(SHARE_WORDS)
PLACES = frozenset(_phrases("places"))
ARTICLES = frozenset(_phrases("articles"))
JOINED = frozenset(_phrases("joined"))
NO_NAMES = (PLACES | ARTICLES | SECTIONS | frozenset(EXACT)) - {"su", "no", "man", "ho"}
"""Words that no person's name is made of."""

_TOPICS = frozenset(_phrases("topics"))

SITE = frozenset((*EXACT, *_phrases("menus"))) - _TOPICS - frozenset(_phrases("fields")) - {""}
"""What entries of a site's menus say, and hardly a list of an author's own."""

MENU = SITE | SECTIONS | _TOPICS
"""What entries of menus say."""

AGENCY_NAMES = frozenset(AGENCIES.split("|"))
NO_AGENCIES = frozenset(
    {"pool", "file", "archive", "handout", "social media", "facebook", "twitter", "telegram", "instagram", "presse"}
)
"""Parts of credit lines that alone are ordinary words."""

SOURCES = _set(
    "source quelle fuente fonte bron źródło джерело источник kaynak zdroj källa kilde lähde 来源 來源 出典 출처 المصدر מקור "
    "sumber nguồn स्रोत dok dokumentasi"
)
"""Openings that also name where a table or a statement is from: only an agency after them makes a credit."""
HOMES = _set(
    "home homepage startseite accueil inicio início portada startpagina voorpagina strona główna головна главная hem "
    "startsida forside forsiden hjem etusivu domů úvod anasayfa ホーム トップ 首页 首頁 홈 الرئيسية beranda"
) | {"होम", "ana sayfa", "strona główna", "דף הבית", "trang chủ", "मुख्य पृष्ठ"}
"""First parts of a breadcrumb trail."""

TEASERS = Openings(_phrases("teasers"), r"[ \u00a0]?(?:[:：|»›→►▶]|[-–—](?=\s))+[ \u00a0]?(?=\S)")
"""A teaser's opening with its separator, at the start of a line."""

BRACKETED = re.compile(r"[【\[（(]([^\[\]【】()（）]{1,40})[】\]）)] ?(?=[^\s(])")
BRACKETED_TEASERS = frozenset((*_phrases("teasers"), *_phrases("heads"), *SHORT_OPENINGS))
"""Openings in brackets, as Chinese, Japanese and Korean papers write them."""

BARE_TEASERS = Openings(_phrases("also"), r" (?=\S)")
"""An opening that stands before a headline without a separator."""

CAPITAL_TEASERS = Openings(
    (phrase.upper() for phrase in _phrases("teasers") if " " in phrase), r"[ \u00a0](?=\S)", flags=0
)
"""The same, in capitals."""

_COUNTED_ENDS = tuple({folded(phrase)[-3:] for phrase in _phrases("counted")})
_NUMBER_FIRST = late(rf"\(?\d[\d.,  ]{{0,9}} ?[km]?\)? ?(?:{_joined(_phrases('counted'))})", re.IGNORECASE)
_NUMBER_LAST = Openings(_phrases("counted"), r"[ :]{0,2}\d{1,6}\Z")
_NUMBER_IN_BRACKETS = Openings(_phrases("counted") + _phrases("comments"), r"[ :]{0,2}[\(\[]\d[\d.,]{0,9}[\)\]]\Z")


def is_counter(text: str) -> bool:
    """Whether a text is what is counted and its number, as in `12 comments` or `Shares (3)`."""
    if text[:1] == "(" or text[:1].isdecimal():
        return folded(text).endswith(_COUNTED_ENDS) and _NUMBER_FIRST.fullmatch(text) is not None
    return bool(_NUMBER_LAST.match(text) or _NUMBER_IN_BRACKETS.match(text))


AGO = Holding(
    (
        " ago", "just now", "more than", "vor ", "il y a", "hace ", " fa", "há ", " geleden", " temu", " тому", " назад",
        " sedan", " siden", " sitten", "před ", "önce", "前", "전", "منذ", "قبل", "לפני", " lalu", "trước", "पहले",
        "ที่ผ่านมา", "ที่แล้ว", "πριν ", " hete", " hónapja", " másodperce", " napja", " perce", " éve", " órája", "acum ",
        "преди ", "prije ", "پیش",
    ),
    _patterns("ago"),
)  # fmt: skip
TAGS_LABEL = late(rf"(?:{_joined(_phrases('tags'))})", re.IGNORECASE)
CLICKS = Holding(
    (
        "clic", "cliq", "klic", "klik", "on google", "share on ", "opens in", "wird in", "wordt in", "otwiera", "відкрива",
        "открыва", "öppnas",
    ),
    _patterns("clicks"),
)  # fmt: skip
WALLS = Holding(
    (
        "subscri", " free ", "to continue reading", "to read the full", "coverage ", "abonn", "sie haben noch", "à lire",
        "suscr", "leyendo", "abbonati", "assinantes", "prenumerator", "subskrybent", "только", "prenumerant", "有料",
        "無料会員", "残り", "للمشتركين", "更多精彩", "会員限定",
    ),
    _patterns("walls"),
)  # fmt: skip
DESKS = late(
    r"(?:责任编辑|責任編輯|责编|責編|值班编辑|值班主任|责任校对|核稿編輯|初审|复审|终审|一审|二审|三审) ?[:：/丨|] ?"
    r"\S{2,8}(?:[ 、/|]{1,2}\S{2,8}){0,3}|"
    r"【(?:编辑|編輯) ?[:：] ?\S{2,4}】|"
    r"(?:촬영기자|촬영|영상취재|영상편집|그래픽|영상) ?[:：] ?[가-힣]{2,4}"
    r"(?:[ ,·/]{1,3}(?:(?:촬영기자|촬영|영상취재|영상편집|그래픽|영상|CG) ?[:：] ?)?[가-힣]{2,4}){0,5}"
)
"""A line that names the desk behind an article, as Chinese and Korean newsrooms print it: editors, cameras."""
FEED = late(
    r"(?:the post|o post|l['’]article|cet article|der beitrag|la entrada|l['’]articolo|het bericht|artykuł|запись|сообщение|"
    r"допис) (\S).{3,200}? (?:appeared first on|first appeared on|apareceu primeiro em|est apparu en premier sur|"
    r"erschien zuerst auf|"
    r"se publicó primero en|aparece primero en|proviene da|verscheen eerst op|pochodzi z serwisu|впервые появилась|"
    r"появились сначала на|з['’]явився спочатку на) .{2,60}",
    re.IGNORECASE,
)
"""What WordPress puts below each article of a feed, in its languages, with the first letter of the title."""
MADE_UP = late(
    r"\S.{2,250}?[ \u3000,.。](?:AI[- ]generated content may be incorrect|KI-generierte Inhalte können fehlerhaft sein|"
    r"Le contenu généré par l['’]IA peut être incorrect|El contenido generado por IA puede ser incorrecto|"
    r"Il contenuto generato dall['’]IA potrebbe non essere corretto|O conteúdo gerado por IA pode estar incorreto|"
    r"O conteúdo gerado por IA poderá estar incorreto|Door AI gegenereerde inhoud is mogelijk onjuist|"
    r"Zawartość wygenerowana przez sztuczną inteligencję może być niepoprawna|AI-genererat innehåll kan vara felaktigt|"
    r"AI によって生成されたコンテンツは間違っている可能性があります|AI 生成的内容可能不正确|AI 產生的內容可能不正確)[.。]?"
)
"""A description that a word processor made up for a picture, with what it says behind it; where the picture is gone, the
line is all that is left of it."""
MADE_UP_LASTS = (
    "may be incorrect", "fehlerhaft sein", "être incorrect", "ser incorrecto", "essere corretto", "estar incorreto",
    "onjuist", "niepoprawna", "felaktigt",
    "可能性があります", "可能性があります。", "不正确", "不正确。", "不正確", "不正確。",
)  # fmt: skip
FEED_FIRSTS = (
    "the post ",
    "o post ",
    "l'article ",
    "l’article ",
    "cet article ",
    "der beitrag ",
    "la entrada ",
    "l'articolo ",
    "l’articolo ",
    "het bericht ",
    "artykuł ",
    "запись ",
    "сообщение ",
    "допис ",
)
_FOLLOW = (
    "follow us|find us|join us|folgen sie uns|folge uns|suivez-nous|síguenos|siga-nos|seguici|volg ons|följ oss|følg oss|"
    "følg os|seuraa meitä|obserwuj nas|sledujte nás|bizi takip edin"
)
FOLLOWS = Openings(_FOLLOW.split("|"), r" (?=\S)", flags=0)
BETWEEN = frozenset(
    {
        "on",
        "at",
        "and",
        "auf",
        "und",
        "sur",
        "et",
        "en",
        "y",
        "e",
        "o",
        "su",
        "no",
        "na",
        "op",
        "och",
        "og",
        "på",
        "i",
        "ja",
        "a",
    }
)
"""Openings of a request to follow the site, and the words between the networks that it names."""
TAGS = late(
    rf"(?:{_joined(_phrases('tags'))}) ?[:：]\s{{0,2}}|(?:tagged|filed under|posted in) (?=[^\W\d])", re.IGNORECASE
)
READING = Holding(
    (
        "read", "listen", "visited", "lese", "lectur", "lettura", "leitura", "leestijd", "lezen", "czyta",
        "чита", "чте", "läsning", "lästid", "læsetid", "lukuaika", "čtení", "okuma", "この記事は", "読了時間",
        "閱讀", "阅读", "읽", "قراءة", "القراءة", "קריאה", "baca", "đọc", "पठन", "पढ़ें", "อ่าน", "ανάγνωση",
        "διάβασε", "olvasás", "citi", "четене", "čitanja",
    ),
    _patterns("reading"),
)  # fmt: skip
RIGHTS_PHRASES = tuple(sorted({phrase for phrase in _phrases("rights") if phrase != "copyright"}))
RIGHTS_WORDS = late(_joined(RIGHTS_PHRASES), re.IGNORECASE)
COMPANY = late(r"\b(?:ltd|limited|llc|inc|gmbh|plc|s\.a|s\.p\.a|pvt)\b", re.IGNORECASE)
"""What a company's name ends in, which stands for the year in some copyright lines."""
OWNED = late(r"(?:copyright |™ ?(?:&|and) ?)?(?:©|\(c\)|&copy;)|copyright(?= (?:©|\(c\)|(?:19|20)\d\d))", re.IGNORECASE)
_RIGHTS = _Phrases(
    RIGHTS_PHRASES, _set("serv rbeh reproduc zastrzeżo прав матер محفوظة quyền hak 転載 재배포 무단전재 转载 轉載 所有")
)


def speaks_of_rights(said: str) -> bool:
    """Whether a text in lower case has a word of a copyright line."""
    return any(map(said.__contains__, _RIGHTS_SIGNS)) or _RIGHTS.stand_in(said)


YEAR = late(r"\b(?:19|20)\d\d\b")
BUTTON_ROW = late(
    rf"(?:{_joined(_phrases('buttons'))})(?:(?: |\.| ?[|/·•,] ?)(?:{_joined(_phrases('buttons'))})){{0,5}}\.?"
)
"""The buttons of a cookie notice, in its own line."""
SENTENCE = late(r".{10,260}[.!?…。]\s{1,3}(?=\S)")
COOKIE_PHRASES = tuple(sorted(set(_phrases("cookies"))))
_COOKIES = _Phrases(COOKIE_PHRASES, _set("cookie çerez eväste עוגיות कुकी ارتباط"))


def speaks_of_cookies(said: str) -> bool:
    """Whether a text in lower case has a phrase of a cookie notice."""
    return _COOKIES.stand_in(said)


_RIGHTS_SIGNS = ("©", "(c)", "copyright")
WALL, CLICK, READ, SINCE, RIGHT, COOKIE_NOTICE = range(6)
"""Kinds of what a line may say."""


@cache
def _kinds() -> Groups:
    held = (WALLS.parts, CLICKS.parts, READING.parts, AGO.parts)
    return Groups((*held, (*_RIGHTS.parts, *_RIGHTS_SIGNS), _COOKIES.parts))


def kinds_in(key: str, said: str) -> list[int]:
    """The kinds of what a line may say: `WALLS` and so on can match no `key` of other lines, found out in one reading.

    `said` is all of the line in lower case, which holds the key where it is ASCII.
    """
    return _kinds().found(in_utf_8(said if said.isascii() else f"{folded(key)}\n{said}"))


COOKIE_WORDS = late(_joined(COOKIE_PHRASES), re.IGNORECASE)
COOKIE = late(
    r"cookie|cookies|kakor|evästeitä|çerez|クッキー|쿠키|عوגיות|עוגיות|ملفات تعريف|informasjonskapsler|कुकी",
    re.IGNORECASE,
)
CONSENTS = late(
    r"by (?:using|continuing|clicking|browsing|visiting)|indem sie|durch die (?:weitere )?nutzung|mit der nutzung|"
    r"en (?:poursuivant|continuant|naviguant)|si contin[uú]a|al (?:continuar|navegar|usar)|continuando|proseguendo|"
    r"ao (?:continuar|navegar|usar)|door verder|als u verder|kontynuując|korzystając|продовжуючи|продолжая|genom att|ved at",
    re.IGNORECASE,
)
"""Openings of a cookie notice that speaks of the reader first."""

CREDITS = Openings(_phrases("credits"), r"(?:(?:\.|) ?[:：/=,©|]| (?=[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄҐ]))")
"""The opening of a credit line. A name must follow."""

CAPTIONS = Openings(_phrases("captions"), r" ?[:：,，،] {0,2}(?=\S)")
"""What some sites put before a caption, for those who cannot see the picture."""

MAIL = late(r"[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,3}")

NUMBER = re.compile(r"\d{1,3}(?:[.,]\d)?k?|[·•|/–-]|--")
"""A counter without its noun, or a separator: they say nothing but by their neighbours."""

_UNSPACED = "(?-i:(?<=[\u3040-\u9fff\uac00-\ud7af]))"
"""Behind a character of a script without blanks. It has no case: to fold all its characters takes 6 ms at the start."""

BYLINES = Openings(
    _phrases("by"), r"(?:[:：]| (?=\S))\s{0,2}", unspaced=rf"(?:[:：]| (?=\S)|{_UNSPACED}[  /／:：])\s{{0,2}}"
)
DATE_WORDS = Openings(
    _phrases("dates"), r"(?:[:：,]| (?=\S))\s{0,2}", unspaced=rf"(?:[:：,]| (?=\S)|{_UNSPACED})\s{{0,2}}"
)
DATES_WITHIN = Openings(_phrases("dates"), r"[ :]")
SIGNS_WITHIN = Openings(_phrases("by") + _phrases("dates"), r"[ :]")
"""Openings of a date, or of a byline or a date, in a line that says more."""


def _letters() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for phrase in _phrases("letters"):
        opening, _, noun = phrase.partition("…")
        table.setdefault(opening, []).append(noun)
    return {opening: tuple(nouns) for opening, nouns in table.items()}


LETTERS = _letters()

LETTER_NOUNS = late(
    "newsletter|inbox|boletín|boletim|infolettre|lettre|nieuwsbrief|nyhetsbrev|uutiskir|розсилк|рассылк|zpravodaj|bülten|"
    "メールマガジン|ニュースレター|メルマガ|通讯|電子報|通訊|뉴스레터|النشرة|نشرتنا|ניוזלטר|buletin|bản tin|न्यूज़लेटर|"
    "hírlev|бюлетин|telegram|телеграм|whatsapp|구독해",
    re.IGNORECASE,
)
"""What only a request to subscribe offers; alerts, apps and memberships may be the subject of a sentence."""

FIRST = 3
"""Letters of a line by which most lines are told not to open like a teaser, a request to subscribe and so on."""


def _firsts(openings: Iterable[str]) -> frozenset[str]:
    return frozenset(opening[:FIRST] for opening in openings)


TEASER_FIRSTS = _firsts([*_phrases("teasers"), *_phrases("also"), *_phrases("heads"), *SHORT_OPENINGS])
LETTER_FIRSTS = _firsts(LETTERS)
_CREDIT_FIRSTS = _firsts(_phrases("credits"))


def may_open_credit(text: str) -> bool:
    """Whether a line can open like a credit line; told of ASCII by its first letters, of other scripts not at all."""
    first = text[:FIRST]
    return not first.isascii() or first.lower() in _CREDIT_FIRSTS


LETTER_OPENINGS = Openings(LETTERS)
