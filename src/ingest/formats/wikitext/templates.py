"""What the known templates show: a table for those that show a parameter, functions for those that compute their text.

Source: the documentation of the templates on the English, German, French and Spanish Wikipedias. A function takes the
call and gives wikitext (which is then treated like the rest), or None where it cannot tell what the template shows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Protocol

from ingest.formats.wikitext.names import COUNTRIES, listed, words
from ingest.formats.wikitext.units import number


class Call(Protocol):
    """A template call: its parameters, expanded; each that is asked for counts as shown."""

    name: str
    written: str
    dated: bool
    english: bool

    def __contains__(self, key: str) -> bool:
        """Whether this parameter was given, though it may be empty."""

    def get(self, *keys: str) -> str:
        """The first of these parameters that is not empty, or an empty string."""

    def positional(self) -> list[str]:
        """All parameters without a name, in order, up to the last that is not empty."""

    def ignore(self, *keys: str) -> None:
        """These parameters say how, not what: they are not missed."""

    def code(self, text: str) -> str:
        """Text as a code span."""

    def math(self, text: str) -> str:
        """TeX as a formula."""


Handler = Callable[[Call], str | None]

HANDLERS: dict[str, Handler] = {}

_KEPT = {
    "1": (
        "cast listing; cast list; medalcountry; medal country; нет аи; comment; нп; s.; актуально на; "
        "nowrap; nobr; nobreak; nowr; small; smaller; smalldiv; smaller2; big; bigger; larger; large; huge; center; "
        "centre; centered; sc; smallcaps; smallcaps2; sc2; allcaps; caps; strong; em; b; bold; i; italic; "
        "italics correction; noitalic; normal; smaller block; block indent; blockindent; indented; pre2; nobold; "
        "no bold; no italic; noitalics; abbr; abbrv; abbreviation; tooltip; hover; h:title2; ipa; ipa2; api; "
        "audio-ipa; ipa-en; angbr; angbr ipa; grapheme; phoneme; respelling; unicode; polytonic; script; nastaliq; "
        "urdu; hebrew; rtl-para; cyrl; big2; grc; grek; url display; vanchor; visible anchor; citation needed span2; "
        "verse translation; lbs; stn; station; sta; rws; lnwr; stnlnk; metro; underground; bts; u; underline; "
        "overline; strike; s; del; ins; mono; monospace; serif; sans-serif; sans; fraktur; math; mvar; var; nohtml; "
        "noprint; no wrap; plainlist; flatlist; flat list; plain list; startflatlist2; hlist-comma; div style; "
        "divcol; div col list; columns-list; col-list; colonnes; columnes; collapse; hidden begin2; nowrap begin2; "
        "legend2x; noflag; as written; keep; not a typo; typo; proper name; as is; text; pipe2; fs; baseball year; "
        "mlby; by; baseball-year; cfl year; nascar year; wp year; avyear; lq; sup2; petit; taille; grand; centrer; "
        "indenté; abréviation; abréviation discrète; insécable; souligner; barre; corr; lnobr; rom; rom-min; pc; "
        "petites capitales; romain; gras; italique; japonais2; pas clair; passage évasif; référence nécessaire; "
        "refnec; référence souhaitée; référence à confirmer; quoi; citation nécessaire; c'est-à-dire; phonétique; "
        "prononciation; lien ancre; kl; klein; abk.; rom-maj; roman; okina; versal; kapitälchen; unterstreichen; versalitet; "
        "lisa; peq; pequeño; esd; ancla; minus; won; nom2; yes2; site; sortir; sronly; align left; "
        "screen reader-only; ifsubst; demo inline; ident; dabr; cjk; jap; asiantitle; stack; rquote2; pull quote2; "
        "highlight round; sclass name; shipclass"
    ),
    "2": (
        "version; lang; langue; transl2; color; colour; textcolor; colored text; "
        "coloured text; farbe; text color; background color; bgcolor; bg color; hovertext; h:title; "
        "hover title; native name; nativename; native phrase; native name list2; lengua; idioma2; langx; lang-rtl; "
        "rtl-lang; script/hebrew; sortkey; sort key; so; sorting; nowrap2; resize; font size; fontsize; fs2; "
        "align; float; aligned; link language2; legend; légende; leyenda; legende; legend0; legend inline; tri; "
        "sortdash2; couleur; lang2; langue2; nobr2; phonemic; div col2; hidden; collapsed infobox section; "
        "collapse top2; pronunciation"
    ),
    "2|1": (
        "highlight; email; e-mail; mailto; "
        "url; href; official; plain link; plainlink; srlink; clarify span2; smallsup; citation needed text; sort2; "
        "schriftgröße; sortsafe; rtl; lien externe; fullurl; ext link"
    ),
    "3|2": "font color; font colour; fontcolor",
    "3|2|1": ("transl; transliteration; translit; xlit; convertisseur; transliterationx"),
}
"""Templates that show one of their parameters: the first that is not empty."""


def shows_one(kept: Mapping[str, str], *ignored: str) -> None:
    """Let the templates of each value of `kept` show the first parameter of its key that is not empty.

    Both are lists in a string: of parameters with `|`, of names with `; `. The numbered parameters in front of the first one,
    if that is numbered, and the `ignored` ones say how it is shown.
    """
    for spec, names in kept.items():
        keys = spec.split("|")
        before = map(str, range(1, int(keys[0]))) if keys[0].isdecimal() else ()
        HANDLERS.update(dict.fromkeys(names.split("; "), partial(_one_of, keys, (*before, *ignored))))


def _one_of(keys: Sequence[str], ignored: Sequence[str], call: Call) -> str | None:
    call.ignore(*ignored)
    return call.get(*keys) or None


shows_one(_KEPT, "style", "class", "size", "italic", "italics", "rtl", "script", "label")

_FIXED = {
    "nbsp": "\N{NO-BREAK SPACE}",
    "nb5": "\N{NO-BREAK SPACE}",
    "space": " ",
    "thinsp": " ",
    "thin space": " ",
    "hair space": " ",
    "hsp": " ",
    "wrap": " ",
    "nowrap begin": "",
    "nowrap end": "",
    "zwsp": "",
    "wbr": "",
    "shy": "",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "wj": "",
    "·": " · ",
    "•": " • ",
    "dot": " · ",
    "middot": " · ",
    "bull": " • ",
    "bullet": " • ",
    "int": " · ",
    "·w": " · ",
    "•w": " • ",
    "dotw": " · ",
    "*": "•",
    "mdash": "—",
    "ndash": "–",
    "emdash": "—",
    "endash": "–",
    "em dash": "—",
    "en dash": "–",
    "snd": " – ",
    "spnd": " – ",
    "sndash": " – ",
    "spndash": " – ",
    "spaced ndash": " – ",
    "spaced en dash": " – ",
    "spaced en dash space": " – ",
    "dash": " – ",
    "smd": " — ",
    "spaced mdash": " — ",
    "hyphen": "-",
    "=": "=",
    "!": "|",
    "!!": "||",
    "!-": "|-",
    "(!": "{|",
    "!)": "|}",
    "!+": "|+",
    "((": "&#123;&#123;",
    "))": "&#125;&#125;",
    "(": "&#123;",
    ")": "&#125;",
    "pipe": "&#124;",
    "'": "&#39;",
    "''": "&#39;&#39;",
    "'s": "&#39;s",
    "apostrophe": "&#39;",
    "asterisk": "&#42;",
    "colon": ":",
    "semicolon": ";",
    "hash": "&#35;",
    "number sign": "&#35;",
    "pi": "π",
    "tau": "τ",
    "minus": "−",
    "sminus": "−",
    "plus": "+",
    "times": "×",
    "pm": "±",
    "degree": "°",
    "prime": "′",
    "pprime": "″",
    "ellipsis": "...",
    "…": "…",
    "dagger": "†",
    "†": "†",
    "ddagger": "‡",
    "double-dagger": "‡",
    "double dagger": "‡",
    "‡": "‡",
    "check": "✓",
    "checkmark": "✓",
    "check mark": "✓",
    "tick": "✓",
    "ya": "✓",
    "aye": "✓",
    "y&": "✓",
    "yes check": "✓",
    "yes tick": "✓",
    "green tick": "✓",
    "greentick": "✓",
    "y": "✓",
    "ja": "✓",
    "cross": "✗",
    "x mark": "✗",
    "xmark": "✗",
    "na ": "✗",
    "nay": "✗",
    "no mark": "✗",
    "red x": "✗",
    "nein": "✗",
    "sharp": "♯",
    "flat": "♭",
    "natural": "♮",
    "music": "♪",
    "euro": "€",
    "pound": "£",
    "yen": "¥",
    "okina": "ʻ",
    "increase": "▲",
    "decrease": "▼",
    "steady": "▬",
    "profit": "▲",
    "loss": "▼",
    "gain": "▲",
    "same position": "▬",
    "down": "▼",
    "up": "▲",
    "nochange": "▬",
    "rise": "▲",
    "fall": "▼",
    "increasenegative": "▲",
    "decreasepositive": "▼",
    "increaseneutral": "▲",
    "decreaseneutral": "▼",
    "male": "♂",
    "female": "♀",
    "n/a": "N/A",
    "tba": "TBA",
    "tbd": "TBD",
    "tbc": "TBC",
    "gold medal": "Gold",
    "goldmedal": "Gold",
    "silver medal": "Silver",
    "silvermedal": "Silver",
    "bronze medal": "Bronze",
    "bronzemedal": "Bronze",
    "gold1": "1",
    "gold01": "1",
    "silver2": "2",
    "silver02": "2",
    "bronze3": "3",
    "bronze03": "3",
    "gold": "1",
    "silver": "2",
    "bronze": "3",
    "won": "Won",
    "nom": "Nominated",
    "nominated": "Nominated",
    "yes": "Yes",
    "no": "No",
    "maybe": "Maybe",
    "pending": "Pending",
    "partial": "Partial",
    "some": "Some",
    "unknown": "Unknown",
    "dunno": "?",
    "?": "?",
    "draw": "Draw",
    "win": "Win",
    "lost": "Lost",
    "any": "Any",
    "free": "Free",
    "included": "Included",
    "proprietary": "Proprietary",
    "dropped": "Dropped",
    "unofficial": "Unofficial",
    "rarely": "Rarely",
    "depends": "Depends",
    "beta": "Beta",
    "planned": "Planned",
    "optional": "Optional",
    "needs": "?",
    "safe": "Safe",
    "elected": "Elected",
    "eliminated": "Eliminated",
    "dnq": "Did not qualify",
    "cancelled": "Cancelled",
    "sho": "Shortlisted",
    "longlisted": "Longlisted",
    "shortlisted": "Shortlisted",
    "non-free": "Non-free",
    "active": "Active",
    "inactive": "Inactive",
    "none": "None",
    "av jc": "av. J.-C.",
    "-s-": "",
    "mme": "Mme",
    "mlle": "Mlle",
    "mgr": "Mgr",
    "dr": "Dr",
    "st": "Saint",
    "ste": "Sainte",
    "1er": "1er",
    "1re": "1re",
    "ier": "Ier",
    "n°": "nº ",
    "numéro": "nº ",
    "n°s": "nos ",
    "numéros": "nos ",
    "0": "",
    "00": "",
    "000": "",
    "figure space": " ",
    "figurespace": " ",
    "0|0": "",
    "!-!": "|",
    "gt": "&gt;",
    "lt": "&lt;",
    "clubs": "♣",
    "hearts": "♥",
    "spades": "♠",
    "diamonds": "♦",
    "pprime2": "″",
    "ae": "Æ",
    "star": "★",
    "fullstar": "★",
    "halfstar": "½",
    "ipaslink": "",
    "inf": "∞",
    "infty": "∞",
    "ft": "ft",
    "¬": "¬",
}


_TITLES = ("n°", "numéro", "n°s", "numéros", "mme", "mlle", "mgr", "dr", "st", "ste")
"""What stands in front of the word that is given."""


def _fixed(call: Call) -> str | None:
    if call.name in _TITLES and call.get("1"):
        return f"{_FIXED[call.name].strip()} {call.get('1')}"
    given = call.get("1") if call.name not in ("space", "nbsp", "0", "increase", "decrease", "steady", "·", "•") else ""
    return given or _FIXED[call.name]


for _name in _FIXED:
    HANDLERS[_name] = _fixed


def handler(*names: str) -> Callable[[Handler], Handler]:
    """Declare what the templates of these names (with semicolons between) show."""

    def declare(function: Handler) -> Handler:
        for name in "; ".join(names).split("; "):
            HANDLERS[name] = function
        return function

    return declare


def whole_number(text: str) -> int | None:
    """A number without sign or decimals, of fewer than nine digits, or None."""
    text = text.strip().lstrip("0") or ("0" if text.strip() else "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else None


_EXCHANGES = words(
    """nyse nasdaq lse tsx tsxv ose bmv asx bse nse fwb sehk tyo otcbb otcpink otcqx euronext amex nzx jse sgx krx kse
    twse sse szse six bit bmad omx bcba bovespa b3 wse moex micex cse tase idx bist swx bm psx"""
)


@handler(
    "; ".join(_EXCHANGES),
    "nyse american; euronext paris; borsa italiana; hkex; börse",
)
def _stock(call: Call) -> str | None:
    return f"{call.name.upper()}: {call.get('1')}" if call.get("1") else None


_LANDS = frozenset(
    one.lower()
    for one in listed(
        """Afghanistan; Ägypten; Albanien; Algerien; Andorra; Angola; Argentinien; Armenien; Aserbaidschan;
        Australien; Bahrain; Bangladesch; Belarus; Belgien; Bolivien; Bosnien und Herzegowina; Botswana; Brasilien;
        Bulgarien; Chile; Volksrepublik China; Costa Rica; Dänemark; Deutschland; Deutsches Reich;
        Dominikanische Republik; Ecuador; El Salvador; Elfenbeinküste; England; Estland; Finnland; Frankreich;
        Georgien; Ghana; Griechenland; Guatemala; Honduras; Hongkong; Indien; Indonesien; Irak; Iran; Irland;
        Island; Israel; Italien; Jamaika; Japan; Jemen; Jordanien; Jugoslawien; Kambodscha; Kamerun; Kanada;
        Kasachstan; Katar; Kenia; Kolumbien; Kosovo; Kroatien; Kuba; Kuwait; Lettland; Libanon; Libyen;
        Liechtenstein; Litauen; Luxemburg; Malaysia; Malta; Marokko; Mazedonien; Nordmazedonien; Mexiko; Moldau;
        Monaco; Mongolei; Montenegro; Mosambik; Myanmar; Namibia; Nepal; Neuseeland; Niederlande; Nicaragua;
        Nigeria; Nordkorea; Nordirland; Norwegen; Oman; Österreich; Österreich-Ungarn; Pakistan; Panama; Paraguay;
        Peru; Philippinen; Polen; Portugal; Rumänien; Russland; San Marino; Saudi-Arabien; Schottland; Schweden;
        Schweiz; Senegal; Serbien; Simbabwe; Singapur; Slowakei; Slowenien; Sowjetunion; Spanien; Sri Lanka;
        Südafrika; Sudan; Südkorea; Syrien; Taiwan; Tansania; Thailand; Tschechien; Tschechoslowakei; Tunesien;
        Türkei; Uganda; Ukraine; Ungarn; Uruguay; Usbekistan; Venezuela; Vereinigte Arabische Emirate;
        Vereinigte Staaten; Vereinigtes Königreich; Vietnam; Wales; Zypern; France; Allemagne; Angleterre;
        Autriche; Belgique; Brésil; Bulgarie; Chili; Chine; Colombie; Corée du Sud; Croatie; Danemark; Écosse;
        Égypte; Espagne; Estonie; États-Unis; Finlande; Grèce; Hongrie; Inde; Irlande; Islande; Israël; Italie;
        Japon; Lettonie; Lituanie; Luxembourg; Maroc; Mexique; Norvège; Nouvelle-Zélande; Pays de Galles; Pays-Bas;
        Pologne; Roumanie; Royaume-Uni; Russie; Serbie; Slovaquie; Slovénie; Suède; Suisse; Tchéquie; Tunisie;
        Turquie; URSS; Canada; Argentine; Australie; Algérie"""
    )
)
"""Countries by whose name the German and French Wikipedias call the template that shows a flag and the name."""


@handler("sortname; sort name; sortierbar name; nomtri; hs name; sortnam")
def _sorted_name(call: Call) -> str | None:
    call.ignore("3", "4", "dab", "nolink", "link", "sort")
    return f"{call.get('1', 'first')} {call.get('2', 'last')}".strip() or None


@handler(
    "hs; hidden sort key; hsh; ntsh; sort key only; number table sorting hidden; display none; hid; hidden text; "
    "sorthidden; clarify2; wayback-; sortkey only; hidden ref; tri invisible; sortkey hidden; dtsh2; icon; "
    "flagicon; flag icon; fbicon; flagicon image; flag icon image; flagdeco; country icon; drapeau; bandera; "
    "bandeira; flaggicon; flaga; flagge; flagge2; zh icon; icon link; link icon; pdflink-; en icon; de icon; "
    "fr icon; es icon; el icon; ru icon; ja icon; it icon; pt icon; nl icon; sv icon; pl icon; zh-icon; "
    "languageicon; language icon; in lang; icône; en; fr; de; es; it; ru; ja; pt; nl; pl; zh|; ref-en; ref-de; "
    "ref-ru; pdf; (en); (fr); (de); esp icon; symbol; pictogram; kit; football kit; sfn needed; yel; sent off; "
    "goal sort; subon; suboff; sub on; sub off; captain-; color box; colorbox; colour box; farblegende; "
    "color sample; legend colour; legend line; bartable; percentage bar; country flag"
)
def _nothing(call: Call) -> str | None:
    if call.name in ("color box", "colorbox", "colour box"):
        call.ignore("1", "3", "border")
        return call.get("2")
    call.ignore(*map(str, range(1, 9)))
    call.ignore("size", "variant", "link", "nolink", "border", "align", "alt", "name", "width")
    return ""


@handler(
    "flag; flagu; flagcountry; flag country; flagteam; fb; fb-rt; cr; cr-rt; ru; ru-rt; rut; rugby; nft; bb; "
    "bb-rt; ih; vb; hb; rl; wr; flag+link; flag link; flaglink; fbw; fbu; flagioc; flag ioc; flagioc2; flagpara; "
    "cricon; country; country data; noc; flaga2; land; pays; país; pbandeira; fbaicon; baseball; bk; fh; nb; wp; "
    "fbc; flag decor; f; ic; flagcgf; flagiocshort; flagdbl"
)
def _country(call: Call) -> str | None:
    code = call.get("1")
    call.ignore("variant", "size", "name", "2", "3", "dab")
    name = call.get("name") or COUNTRIES.get(code, code)
    youth = call.get("1") if call.name == "fbu" else ""
    if youth:
        return f"{COUNTRIES.get(call.get('2'), call.get('2'))} U{youth}"
    return name or None


@handler("flagathlete; flagiocathlete; flagiocmedalist; flagmedalist; flagcgfathlete")
def _athlete(call: Call) -> str | None:
    code = call.get("2")
    call.ignore("3", "4")
    return f"{call.get('1')} ({COUNTRIES.get(code, code)})" if code else call.get("1") or None


_SHIPS = frozenset(
    words(
        "uss hms hmcs hmas hmnzs hmsas ss mv ms rms smv sms usns uscgc ins rfa hnlms hswms hdms hnoms usat css "
        "ussr ro-ro jds js rn ara arc tss ts gts mts "
        "ps st barque ship her hts ship prefix usrc usav ussf rrs rv nrp orp bap brp kri klm tcg rok roks prc "
        "spanish french italian russian german submarine "
        "japanese mss smu sm hmt hmhs hmat usahs lé hmps hmav nms soviet turkish greek chinese portuguese "
        "argentine brazilian chilean finnish swedish "
        "danish norwegian dutch polish romanian yugoslav austro-hungarian"
    )
)


def _ship(call: Call) -> str | None:
    """`{{USS|Enterprise|CV-6}}`, `{{ship|USS|Enterprise|CV-6|2}}`, `{{HMS|Hood|51|6}}`."""
    values = call.positional()
    if call.name in ("ship", "ship2"):
        prefix, values = (values[0] if values else ""), values[1:]
    else:
        prefix = call.name.upper() if len(call.name) < 7 and call.name.isalpha() else call.name.capitalize()
        prefix = {"GERMAN": "German", "FRENCH": "French"}.get(prefix, prefix)
    if not values:
        return None
    name, hull, form = ([*values, "", "", ""])[:3]
    call.ignore("up", "sub", "3", "4")
    shown = f"''{name}''"
    if form in ("1", "up"):
        return hull or f"{prefix} {shown}".strip()
    if form in ("3", "5", "6"):
        return {"3": f"{shown} ({hull})" if hull else shown, "5": f"{prefix} {hull}".strip()}.get(form, shown)
    text = f"{prefix} {shown}".strip()
    return text if form == "2" or not hull else f"{text} ({hull})"


for _name in (*_SHIPS, "ship2"):
    HANDLERS.setdefault(_name, _ship)


@handler("sclass; sclass-; sclass2; sclass2-; ship class; class; lbb; lbc")
def _ship_class(call: Call) -> str | None:
    name, kind, form = ([*call.positional(), "", "", ""])[:3]
    call.ignore("4", "5")
    if not name:
        return None
    shown = f"''{name}''" if not call.name.startswith(("class", "sclass2", "lbc")) else name
    if call.name in ("lbb", "lbc") or not kind or form in ("1", "4"):
        return f"{shown}-class"
    return f"{shown}-class {kind}" if form != "5" else f"{shown} class"


@handler("nihongo; nihongo2; nihongo3; nihongo4; nihongo krt; nihongo foot; nihongo-s; japonais")
def _nihongo(call: Call) -> str | None:
    values = (call.positional() + [""] * 5)[:5]
    english, script, roman, extra, _ = values
    call.ignore("5", "lead")
    extra = extra or call.get("extra")
    if call.name == "nihongo2":
        return english
    if call.name in ("nihongo3", "nihongo krt"):
        english, roman = roman or english, english if roman else ""
    inside = ", ".join(one for one in (script, roman, extra) if one)
    return f"{english} ({inside})" if english and inside else english or inside or None


_SCRIPTS = words("t s c p w j poj l tp first g1 hangul hanja rr mr hk kanji kana romaji hiragana katakana han 1 2 3")


@handler(
    "zh; zh-cn; zh-tw; lang-zh; korean; ko-hhrm; linktext; chinese; zh-c; zh-t; zh-s; zh-full; vi-nom; coreano; "
    "lang-ko2; japanese; zhc"
)
def _scripts(call: Call) -> str | None:
    if call.name == "linktext":
        return "".join(call.positional()) or None
    call.ignore("labels", "links", "out", "scase", "first")
    values = [call.get(key) for key in _SCRIPTS if key != "first"]
    shown: list[str] = []
    for one in values:
        if one and one not in shown:
            shown.append(one)
    return "; ".join(shown) or None


@handler(
    "ill; interlanguage link; interlanguage link multi; illm; ill2; link-interwiki; iw2; iw; illx; red link; "
    "lien; не переведено; не переведено 5; не переведено 3; enlace rojo; tsl; link-wp; ill-wd; illv; iwl; "
    "internal link helper/en; interlinkedtext; wdib; q2"
)
def _foreign(call: Call) -> str | None:
    call.ignore(
        "2",
        "3",
        "4",
        "5",
        "6",
        "7",
        "8",
        "9",
        "lang",
        "vertical-align",
        "nocat",
        "preserve",
        "reasonator",
        "WD",
        "wd",
        "s",
        "cat",
        "trad",
        "langue",
        "display",
        "short",
    )
    return call.get("lt", "texte", "text", "label", "title", "fr", "1", "3")


@handler(
    "ubl; unbulleted list; ublist; ubil; vunblist; bulleted list; blist; ordered list; olist; cslist; hlist; "
    "horizontal list; liste horizontale; liste à puces; liste simple; liste éléments; nowrap list; flatlist2; "
    "comma separated entries; comma separated values; csv; conjunction list; enum; pagelist; indented plainlist; "
    "bull list; unlist; unbulleted; plainlist2; tree list2; lista plana; lista horizontal; lista desplegable2; "
    "linear-gradient2; glossary list"
)
def _list(call: Call) -> str | None:
    values = [one for one in call.positional() if one]
    call.ignore(
        "class", "style", "list_style", "item_style", "indent", "item1_style", "start", "type", "ul_style", "li_style"
    )
    name = call.name
    if name.startswith(("hlist", "horizontal", "liste horizontale", "lista")):
        return " · ".join(values)
    if name.startswith(("cslist", "comma", "csv", "enum", "conjunction")):
        return ", ".join(values)
    mark = "#" if name in ("ordered list", "olist") else "*"
    return "".join(f"\n{mark} {one}" for one in values) + "\n" if values else None


@handler(
    "collapsible list; collapsible list2; hidden begin; flagged list; collapse list; boîte déroulante simple; "
    "lista desplegable; liste déroulante; tree list"
)
def _folded(call: Call) -> str | None:
    values = [one for one in call.positional() if one]
    call.ignore(
        "expand",
        "framestyle",
        "titlestyle",
        "liststyle",
        "hlist",
        "bullets",
        "style",
        "contentstyle",
        "headerstyle",
        "bg1",
    )
    title = call.get("title", "titre", "título")
    return (f"{title}\n" if title else "") + "".join(f"\n* {one}" for one in values) + "\n" if values or title else None


_QUOTED = words(
    "text quote texte texto Text content citation cita Zitat Текст текст תוכן نص متن szöveg içerik inhoud tekst"
)
"""Parameters that hold what is quoted."""
_SIZE = re.compile(r"\d{1,4} ?px")
"""How large the marks of a quotation are."""


@handler(
    'quote; "; blockquote; cquote; rquote; quotation; quote box; quotebox; bquote; quote2; centered pull quote; '
    "pull quote; long quote; quote frame; imagequote; epigraph; zitat; zitat-fr; zitat-en; citation bloc; "
    "citation; début citation; cita; cita2; caja de cita; citação; citat; cytat; cytat d; citazione; quote-box; "
    "poemquote; poem quote; verse; bloc citation; extrait; citation étrangère; citat2; sitat; sitaatti; citaat; "
    "цитата; цитата2; начало цитаты; nquote; talk quote; cquote2; rquotation; quote without; guil; « »; "
    "quote inline; verse quote; encadré; lainaus; « citation »; citacion; cita destacada; врезка; cquotetxt; bigquote; "
    "ציטוט; ציטוט חכם; اقتباس; اقتباس خاص; اقتباس مضمن; نقل قول; citát; citát v rámečku; idézet; idézet 2; idézet 3; цитат; "
    "цытата; alıntı; alıntı kutusu; παράθεμα; απόσπασμα; 인용문; 인용문2; 引用; 引用文; cita bloc; kutipan; উক্তি; उद्धरण; "
    "trích dẫn; lời trích; tsitaat; citāts; citata; aipu; tilvitnun; մեջբերում; ციტატა; நீள் மேற்கோள்; cotação"
)
def _quote(call: Call) -> str | None:
    text = call.get(*_QUOTED, "1")
    if call.name == "rquote" and text in ("left", "right", "center"):
        text = call.get("2")
        author = call.get("3", "author")
    elif call.name == "quote box":
        author = call.get("source", "author", "2")
    elif _SIZE.fullmatch(call.get("2", "3")):
        author = call.get("author", "4")
    else:
        author = call.get("author", "sign", "Autor", "auteur", "autor", "автор", "speaker", "by", "2", "4")
    source = call.get("source", "מקור", "مصدر", "kaynak", "Quelle", "title", "titre", "work", "ref", "fuente", "cite")
    source = source or next((one for key in ("3", "5") if not _SIZE.fullmatch(one := call.get(key))), "")
    call.ignore(
        "width",
        "align",
        "style",
        "bgcolor",
        "class",
        "size",
        "quoted",
        "salign",
        "fontsize",
        "border",
        "halign",
        "qalign",
        "tstyle",
        "qstyle",
        "lang",
        "float",
        "colour",
        "border_color",
        "title_bg",
        "title_fnt",
        "Übersetzung",
        "multiline",
    )
    if not text:
        return None
    if call.name == '"' and not call.get(*_QUOTED):
        return f"«\N{NO-BREAK SPACE}{text}\N{NO-BREAK SPACE}»"
    if call.name in ("guil", "« »", "citation", "« citation »", "quote inline"):
        return f"«\N{NO-BREAK SPACE}{text}\N{NO-BREAK SPACE}»" if call.name != "quote inline" else f'"{text}"'
    signed = ", ".join(dict.fromkeys(one.lstrip("—–- ") for one in (author, source) if one and one != text))
    text = text.replace("\n", "\x05") if "poem" in call.name or "verse" in call.name else text
    return f"\n<blockquote>\n{text}\n" + (f"\n— {signed}\n" if signed else "") + "</blockquote>\n"


@handler("tracklist; track listing; track list; tracklisting; titelliste; pistes; lista de canciones; tracce")
def _tracks(call: Call) -> str | None:
    call.ignore(
        "collapsed",
        "headline_level",
        "extra_column",
        "writing_credits",
        "lyrics_credits",
        "music_credits",
        "total_width",
        "credits_auteur",
        "visible",
    )
    head = call.get("headline", "titre")
    lines = [f"'''{head}'''\n"] if head else []
    if writers := call.get("all_writing"):
        lines.append(f"All tracks are written by {writers}.\n")
    for index in range(1, 100):
        title = call.get(f"title{index}", f"Titel{index}", f"titre{index}", f"título{index}", f"Titolo{index}")
        if not title:
            continue
        note = call.get(f"note{index}")
        credits_ = [call.get(f"{key}{index}") for key in ("writer", "lyrics", "music", "extra", "auteur")]
        length = call.get(f"length{index}", f"temps{index}", f"duración{index}", f"durata{index}")
        rest = "; ".join(one for one in (*credits_, length) if one)
        lines.append(f'# "{title}"' + (f" ({note})" if note else "") + (f" – {rest}" if rest else ""))
    total = call.get("total_length")
    if total:
        lines.append(f"\nTotal length: {total}")
    return "\n" + "\n".join(lines) + "\n" if lines else None


@handler(
    "isbn; isbnt; isbn13; issn; oclc; doi; pmid; pmc; arxiv; lccn; bibcode; jstor; s2cid; asin; zdb; dnb-idn; "
    "rfc; cve; hdl; mr; zbl; ol"
)
def _identifier(call: Call) -> str | None:
    values = call.positional()
    call.ignore("link", "leadout", "plainlink", "2")
    label = {"isbn13": "ISBN", "isbnt": "", "doi": "doi:", "arxiv": "arXiv:"}.get(call.name, call.name.upper())
    return f"{label}{'' if label.endswith(':') else ' '}{', '.join(values)}".strip() if values else None


@handler("winning percentage; winpct; winning %; win percentage; winperc; wpct; wl-pct")
def _winning(call: Call) -> str | None:
    won, lost, tied = ([number(one) for one in call.positional()] + [None] * 3)[:3]
    call.ignore("leadingzero", "ignore_ties", "points")
    if won is None or lost is None or not won + lost + (tied or 0):
        return None
    return f"{(won + (tied or 0) / 2) / (won + lost + (tied or 0)):.3f}".lstrip("0") or ".000"


@handler("win-loss record; wl; wdl; sports record; win-loss; win–loss record; sr")
def _record(call: Call) -> str | None:
    shown = [call.get(key) for key in ("w", "d", "l", "t", "otl")]
    values = [one for one in shown if one] or call.positional()
    return "–".join(values) or None


@handler("ipac-en; ipac; respell; usdict; ipac-pl; ipac-fr; ipac-de; pronunciation respelling; phon")
def _pronounced(call: Call) -> str | None:
    values = [one for one in call.positional() if not re.fullmatch(r"[Ee]n-.*\.(ogg|wav|oga)|.*\.(ogg|wav|oga)", one)]
    call.ignore("audio", "label", "lang", "small", "u", "wp")
    sounds = [
        one
        for one in values
        if one
        not in (
            "lang",
            "pron",
            "uk",
            "us",
            "also",
            "UK",
            "US",
            "local",
            "audio",
            "pronunciation",
            "uklang",
            "uslang",
            "icon",
        )
    ]
    if not sounds:
        return None
    return (
        "-".join(sounds)
        if call.name in ("respell", "usdict", "pronunciation respelling")
        else f"/{''.join(sounds).replace('_', ' ')}/"
    )


@handler("sort")
def _sort(call: Call) -> str | None:
    """`{{sort|key|text}}`; what has no text of its own is shown by its key."""
    call.ignore("1", "dab")
    return call.get("2") if "2" in call else call.get("1") or None


_BUTTONS = ("listen", "anhören", "écouter", "play", "hören")
"""Labels of a sound that are no text of the page: what is to be pressed."""


@handler("audio; audio-nohelp; pron-en; pron; audio-ipa2; écouter; listen2")
def _audio(call: Call) -> str | None:
    call.ignore("1", "help", "3")
    label = call.get("2")
    return "" if label.lower() in _BUTTONS else label


@handler(
    "official website; official; official site; official url; officiële website; site officiel; "
    "sitio web oficial; página web oficial; url oficial; offizielle website; homepage; website"
)
def _official(call: Call) -> str | None:
    call.ignore("url", "URL", "mobile", "1", "format", "id")
    return call.get("name", "2") or "Official website"


@handler(
    "imdb name; imdb title; imdb; allmusic; discogs artist; facebook; twitter; instagram; myspace; find a grave; "
    "worldcat id; gutenberg author; internet archive author; librivox author; iaaf name; fide; "
    "chessgames player; chessgames; olympedia; youtube; ted speaker; musicbrainz artist; rotten tomatoes; "
    "rotten-tomatoes; mojo title; metacritic film; tcmdb title; ibdb name; ol author; iep; sep entry; dmoz; "
    "curlie; ballotpedia; congbio; c-span; nndb name; lsj; baseballstats; soccerbase; nfl player; "
    "basketballstats; hockeydb; in our time; goodreads author; isfdb name; lcauth; uk national archives id; "
    "worldfootball.net; transfermarkt; national-football-teams; fifa player; uefa player; nftplayer; cricinfo; "
    "cricketarchive; espn; imslp; scopia; dblp; mathgenealogy; mactutor; mathworld; planetmath; springer; anb; "
    "britannica; oxforddnb; amg name; allmovie title; imdb título; imdb nombre; imdb-name; imdb titre; "
    "allociné titre; gnd; dnb-portal; viaf; commonscat inline"
)
def _external(call: Call) -> str | None:
    call.ignore("id", "1", "3", "description", "section", "qid", "pure_url", "class", "tab", "url")
    if call.get("pure_url"):
        return call.get("id")
    return call.get("name", "title", "2") or call.get("titre", "nom", "author") or ""


@handler(
    "code; kbd; samp; tt; key; key press; keypress; tl; tlx; tlp; mono2; para; tag; c; codes; keys; taste; "
    "touche; tecla; pre; code2; var2; syntaxhighlight; source; html; codett; bash; deftag"
)
def _code(call: Call) -> str | None:
    values = call.positional()
    call.ignore("lang", "2", "class", "style", "chain")
    if not values:
        return None
    if call.name in ("tl", "tlx", "tlp"):
        return call.code("{{" + "|".join(values) + "}}")
    if call.name == "tag":
        return call.code(f"<{values[0]}>")
    if call.name.startswith(("key", "tast", "touche", "tecla")):
        return "+".join(values)
    return call.code(values[0])


@handler("tex; bigmath; formelx")
def _tex(call: Call) -> str | None:
    return call.math(call.get("1")) if call.get("1") else None


@handler("rating; rating-5; ratings; stars")
def _rating(call: Call) -> str | None:
    return f"{call.get('1')}/{call.get('2') or '5'}" if call.get("1") else None


@handler("album chart; single chart; albumchart; singlechart")
def _chart(call: Call) -> str | None:
    call.ignore(
        *words(
            "artist album song rowheader id date access-date accessdate year week url refname certref chartid songid"
        )
    )
    return f"\n| {call.get('1')} || {call.get('2')}"


@handler("album ratings; album reviews; music ratings; film ratings")
def _reviews(call: Call) -> str | None:
    call.ignore("title", "align", "state", "subtitle", "width")
    rows = []
    for index in range(1, 30):
        name = call.get(f"rev{index}")
        if name:
            rows.append(f"|-\n| {name} || {call.get(f'rev{index}Score', f'rev{index}score')}")
    for name in ("MC", "ADM", "aggregate1"):
        if call.get(name):
            rows.insert(0, f"|-\n| {'Metacritic' if name == 'MC' else name} || {call.get(name)}")
    return "\n{|\n! Source !! Rating\n" + "\n".join(rows) + "\n|}\n" if rows else None


@handler("incise; tiret")
def _aside(call: Call) -> str | None:
    stop = call.get("2", "stop")
    return f"– {call.get('1')}" + ("" if stop else " –")


@handler("lc; uc; lcfirst; ucfirst")
def _cased(call: Call) -> str | None:
    text = call.get("1")
    if call.name.endswith("first"):
        return (text[:1].lower() if call.name[0] == "l" else text[:1].upper()) + text[1:]
    return text.lower() if call.name == "lc" else text.upper()


@handler("sic; [sic]; sic!; as written2; not typo")
def _sic(call: Call) -> str | None:
    text = "".join(call.positional())
    hidden = call.get("hide") or call.get("nolink")
    call.ignore("expected", "reason", "hide", "nolink")
    mark = "[''sic'']" + ("!" if "!" in call.name else "")
    return text if hidden and text else f"{text} {mark}".strip()


@handler("medal; medal gold; medal silver; medal bronze; medalgold; medalsilver; medalbronze")
def _medal(call: Call) -> str | None:
    return " – ".join(one for one in call.positional() if one) or None


@handler("start box2; spaces; nbsps; indent; in5; in10; pad; phantom; zero width; gap; hspace; espace")
def _blank(call: Call) -> str | None:
    call.ignore("1")
    return " "


@handler("harvard citation no brackets2; sfrac2; inflation; inflation-fn2; inflation-year; inflation/year")
def _lost(_: Call) -> str | None:
    return None


@handler("jct; ny route; us route")
def _route(call: Call) -> str | None:
    values = call.positional()
    call.ignore("state", "country", "nolink", "noshield", "sep")
    names = {"US": "US ", "I": "I-", "SR": "SR "}
    pairs = [names.get(values[at], values[at] + " ") + values[at + 1] for at in range(0, len(values) - 1, 2)]
    city = call.get("city1", "city2")
    return " / ".join(pairs) + (f" – {city}" if city else "") if pairs else None


_PREFIXES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"lang-[a-z]{2,3}(?:-[a-z0-9]+)*"), "1"),
    (re.compile(r"lang [a-z]{2,3}"), "1"),
    (re.compile(r"ipa-[a-z]{2,3}(?:-[a-z]+)?"), "1"),
    (re.compile(r"script/.*"), "1|2"),
    (re.compile(r"langue?-[a-z]+"), "1"),
    (re.compile(r"transl-[a-z]+"), "1"),
)
"""Families of templates: the languages' own."""

_GERMAN = re.compile(r"[a-z]{2,3}S")
"""The German templates for words of a language: `{{ruS|...}}`."""


def _land(call: Call) -> str | None:
    return call.get("2", "1") or call.written


def find(name: str, written: str) -> Handler | None:
    """What shows the template of this name, in lower case and as it is written, or None."""
    known = HANDLERS.get(name)
    if known:
        return known
    if name in _LANDS:
        return _land
    if _GERMAN.fullmatch(written):
        return _first_of("1")
    for pattern, spec in _PREFIXES:
        if pattern.fullmatch(name):
            return _first_of(spec)
    return None


def _first_of(spec: str) -> Handler:
    def show(call: Call) -> str | None:
        call.ignore(
            "links", "label", "link", "translit", "lit", "2", "3", "4", "script", "italic", "small", "de", "engvar"
        )
        return call.get(*spec.split("|")) or None

    return show
