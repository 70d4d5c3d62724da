"""What the known templates show: a table for those that show a parameter, functions for those that compute their text.

Source: the documentation of the templates on the English, German, French and Spanish Wikipedias. A function takes the
call and gives wikitext (which is then treated like the rest), or None where it cannot tell what the template shows.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Protocol

from ingest.formats.wikitext.names import COUNTRIES, MONTHS, listed, words
from ingest.formats.wikitext.units import Options, convert, number


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


def _number(text: str) -> int | None:
    text = text.strip().lstrip("0") or ("0" if text.strip() else "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else None


def date(year: str, month: str, day: str, *, day_first: bool) -> str:
    """A date in words from its parts, of which any may be empty or already a word."""
    index = _number(month)
    name = MONTHS[index - 1] if index and 1 <= index <= len(MONTHS) else month.strip()
    number_of_day = _number(day)
    day = str(number_of_day) if number_of_day else day.strip()
    year = year.strip()
    if not name:
        return year
    if not day:
        return f"{name} {year}".strip()
    if day_first:
        return f"{day} {name} {year}".strip()
    return f"{name} {day}, {year}" if year else f"{name} {day}"


def _day_first(call: Call) -> bool:
    return call.get("df") not in ("", "no", "n") or (call.dated and call.get("mf") in ("", "no", "n"))


@handler(
    "birth date and age; birth date; birthdate; birthdate and age; bda; birth date and age2; dob; start date; "
    "start date and age; startdate; end date; film date; start-date; end-date; release date; "
    "release date and age; birth date2; death date; dda2; launch date; date of birth; sda; start and end dates; "
    "bya2; birth-date and age; birth-date; death-date; dob2; start date and years ago; date de naissance; "
    "date de décès; date naissance; fecha de inicio; fecha de fin; fecha; fecha de nacimiento; edad; "
    "fecha de fallecimiento; opening date; first date; vgrelease date; date-dmy; start-date and age; birth year; "
    "death year; birth year and age; birth-year; end date and age; datum; formatdate; dtsh; dtsa; "
    "data wydania"
)
def _one_date(call: Call) -> str | None:
    values = call.positional()
    call.ignore("p", "paren", "br", "age", "mf", "format", "sinedad", "lat", "t", "en", "sortable")
    if not values:
        return None
    local = call.name in (
        "date de naissance",
        "date de décès",
        "fecha",
        "datum",
        "date naissance",
        "fecha de nacimiento",
        "edad",
        "fecha de fallecimiento",
    )
    if not local and _number(values[0]) is None and len(values[0]) > 4:
        return values[0]
    if call.name == "film date":
        return "; ".join(_film_dates(values, day_first=_day_first(call)))
    if call.name == "start and end dates":
        call.ignore("df")
        return _period(values)
    year, month, day = ([*values, "", "", ""])[:3]
    if not call.english and (_number(year) or 0) > 31 and _number(month or "1") and _number(day or "1"):
        return "-".join(one.zfill(2) for one in (year, month, day) if one)
    if local and (_number(year) or 0) <= 31 and day:
        return _local_date(call.name, year, month, day)
    return date(year, month, day, day_first=_day_first(call))


_LOCAL_MONTHS = {
    "fecha": words("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
    "date": words("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    "datum": words("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
    "edad": words("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
}


def _local_date(name: str, day: str, month: str, year: str) -> str:
    """A date of a Spanish, French or German template, which names the day first."""
    index = _number(month)
    if index and index <= len(MONTHS):
        month = _LOCAL_MONTHS[name.partition(" ")[0]][index - 1]
    form = {"fecha": "{} de {} de {}", "edad": "{} de {} de {}", "datum": "{}. {} {}"}.get(
        name.partition(" ")[0], "{} {} {}"
    )
    return form.format(day, month, year)


def _period(values: list[str]) -> str:
    """A start and an end, each as year, month and day; what they share is said once."""
    start, end = ([*values, "", "", ""])[:3], ([*values[3:], "", "", ""])[:3]
    if start[:2] == end[:2] and start[2] and end[2]:
        return f"{_number(start[2])}–" + date(end[0], end[1], end[2], day_first=True)
    first = date("" if start[0] == end[0] else start[0], start[1], start[2], day_first=True)
    return f"{first} – " + date(end[0], end[1], end[2], day_first=True) if end[0] else first


def _film_dates(values: list[str], *, day_first: bool) -> list[str]:
    shown = []
    for at in range(0, len(values), 4):
        year, month, day, place = (values[at : at + 4] + [""] * 4)[:4]
        shown.append(date(year, month, day, day_first=day_first) + (f" ({place})" if place else ""))
    return shown


@handler(
    "death date and age; death-date and age; dda; death date and given age; disappeared date and age; "
    "death year and age"
)
def _death(call: Call) -> str | None:
    values = call.positional()
    call.ignore("df", "mf")
    if not values:
        return None
    if call.name == "death-date and age":
        return values[0]
    if call.name == "death year and age":
        died, born = _number(values[0]), _number(([*values, "", ""])[1])
        return values[0] + (f" (aged {died - born - 1}–{died - born})" if died and born else "")
    shown = date(*([*values[:3], "", "", ""])[:3], day_first=_day_first(call))
    parts = [_number(one) for one in values[:6]]
    if len(parts) < 6 or None in parts:
        return shown
    return f"{shown} (aged {_age(parts[3:], parts[:3])})"


def _age(born: list[int | None], then: list[int | None]) -> int:
    years = (then[0] or 0) - (born[0] or 0)
    return years - ((then[1] or 0, then[2] or 0) < (born[1] or 0, born[2] or 0))


@handler("age; age in years; ageyear; age in years and days; age nts; time interval; age as of date")
def _ages(call: Call) -> str | None:
    parts = [_number(one) for one in call.positional()[:6]]
    if len(parts) < 6 or None in parts or "days" in call.name:
        return None
    return str(_age(parts[:3], parts[3:]))


_LAST_DAY = 31


@handler("dts; date table sorting; date sort; dts2; date; date-; jour; dte")
def _sorted_date(call: Call) -> str | None:
    values = call.positional()
    call.ignore("abbr", "nowrap", "addkey")
    if len(values) < 2:
        return values[0] if values else None
    year, month, day = ([*values, "", ""])[:3]
    if call.name == "dts" and (_number(year) or 0) <= _LAST_DAY < (_number(day) or 0):  # German
        return date(day, month, year, day_first=True)
    if call.name in ("date", "date-", "jour") and (_number(year) or 0) <= 31:
        return " ".join(one for one in values[:3] if one)
    return date(year, month, day, day_first=call.get("format").startswith("d") or _day_first(call))


@handler("as of; asof; as-of; as of?")
def _as_of(call: Call) -> str | None:
    if call.get("alt"):
        return call.get("alt")
    word = "since" if call.get("since") else "as of"
    call.ignore("url", "post", "pre")
    word = word if call.get("lc") else word.capitalize()
    values = ([*call.positional(), "", "", ""])[:3]
    return f"{word} {call.get('pre')}{date(*values, day_first=_day_first(call))}{call.get('post')}"


@handler(
    "circa; c.; ca; ca.; circa.; vers; floruit; fl; fl.; reign; r.; born; b.; died; d.; né; née; nee; né(e); "
    "nee-; marriage; married"
)
def _circa(call: Call) -> str | None:
    values = call.positional()
    marks = {
        "floruit": "fl.",
        "fl": "fl.",
        "fl.": "fl.",
        "reign": "r.",
        "r.": "r.",
        "born": "born",
        "b.": "b.",
        "died": "died",
        "d.": "d.",
        "né": "né",
        "née": "née",
        "nee": "née",
    }
    if call.name in ("marriage", "married"):
        return _marriage(call, values)
    mark = marks.get(call.name, "c.")
    call.ignore("lk", "sortable")
    if len(values) > 1 and mark in ("c.", "b.", "d."):
        return f"{mark} {values[0]} – {mark} {values[1]}"
    if len(values) > 1:
        return f"{mark} {values[0]}–{values[1]}"
    return f"{mark} {values[0]}" if values else mark


def _marriage(call: Call, values: list[str]) -> str | None:
    if not values:
        return None
    call.ignore("()")
    name, since, until = ([*values, "", ""])[:3]
    reason = call.get("end", "reason")
    until = f"{reason} {until}".strip() if reason else until
    years = f"m. {since}" + (f"; {until}" if reason and until else f"–{until}" if until else "") if since else ""
    return f"{name} ({years})" if years else name


@handler("convert; cvt; conv; convinfobox; cvt2; convert/2; pop density; unit")
def _convert(call: Call) -> str | None:
    values = [one.replace("&nbsp;", " ").strip() for one in call.positional()]
    short = "on" if call.name == "cvt" else ""
    call.ignore("lk", "comma", "spell", "sortable", "debug", "tracking", "qid", "input", "$", "warnings")
    at = next(
        (index for index in range(1, len(values), 2) if number(values[index]) is None and not _joins(values[index])),
        None,
    )
    if at is None:
        return None
    if (
        call.name == "convert"
        and values[at] in ("ft", "mi", "lb", "st", "yd")
        and number(" ".join(values[at + 1 : at + 2])) is not None
        and values[at + 2 : at + 3]
    ):
        return _two_units(call, values, at)
    rest = values[at + 1 :]
    targets = [rest[0]] if rest and number(rest[0]) is None and rest[0] else []
    tail = rest[1:] if targets or (rest and not rest[0]) else rest
    options = Options(
        call.get("abbr") or short,
        call.get("disp"),
        call.get("adj"),
        call.get("sp") == "us",
        call.get("order") == "flip" or call.get("disp") == "flip",
        _signed(tail[0]) if tail else _signed(call.get("sigfigs2")),
        _number(call.get("sigfig")),
        _number(call.get("round")) or 0,
    )
    shown = convert(values[: at + 1], targets, options)
    if shown is not None:
        return shown
    return " ".join(values[: at + 1]) if number(values[0]) is not None else None


def _joins(text: str) -> bool:
    from ingest.formats.wikitext.units import JOINERS

    return text in JOINERS


def _signed(text: str) -> int | None:
    value = _number(text.lstrip("-−")) if text else None
    return None if value is None else (-value if text[0] in "-−" else value)


def _two_units(call: Call, values: list[str], at: int) -> str | None:
    """`{{convert|5|ft|10|in|m}}`: a value in two units."""
    from ingest.formats.wikitext.units import UNITS, show, turned

    big, small = UNITS[values[at]], UNITS.get(values[at + 2])
    first, second = number(values[0]), number(values[at + 1])
    if small is None or first is None or second is None or small.dimension != big.dimension:
        return None
    short = call.get("abbr") == "on"
    total = first * big.scale / small.scale + second
    target = UNITS.get(([*values, "", "", ""])[at + 3] or {"ft": "m", "mi": "km"}.get(values[at], "kg"))
    if short:
        names = big.symbol, small.symbol
    else:
        names = big.plural if first != 1 else big.singular, small.plural if second != 1 else small.singular
    shown = f"{values[0]} {names[0]} {values[at + 1]} {names[1]}"
    result = turned(total, small, target) if target else None
    if target is None or result is None:
        return shown
    call.ignore("adj", "sp", "disp", "order")
    decimals = _signed(([*values, "", "", "", "", ""])[at + 4])
    if decimals is None:
        decimals = max(0, math.floor(math.log10(target.scale) + 2.3)) if values[at + 2] == "in" else 0
    return f"{shown} ({show(result, decimals)} {target.symbol})"


@handler("height; hauteur; estatura; altura")
def _height(call: Call) -> str | None:
    metres = number(call.get("m", "meter", "meters", "metre", "metres", "1") or "-")
    centimetres, feet = number(call.get("cm", "centimetres") or "-"), number(call.get("ft", "foot", "feet") or "-")
    inches = call.get("in", "inch", "inches") or "0"
    call.ignore("precision", "abbr", "frac", "wiki", "out")
    if feet is not None:
        total = (feet * 12 + (number(inches) or 0)) * 0.0254
        return f"{feet:.0f} ft {inches} in ({total:.2f} m)"
    metres = centimetres / 100 if centimetres is not None else metres
    if metres is None:
        return None
    whole, rest = divmod(round(metres / 0.0254), 12)
    return f"{metres:.2f} m ({whole} ft {rest} in)"


@handler("bruch; frac; sfrac; fract; fraction; frac2")
def _fraction(call: Call) -> str | None:
    values = call.positional()
    if not values:
        return None
    if len(values) == 1:
        return f"1/{values[0]}"
    return f"{values[0]}/{values[1]}" if len(values) == 2 else f"{values[0]} {values[1]}/{values[2]}"


@handler(
    "val; number; nts; number table sorting; formatnum; nombre; unité; unit-; unidad; num; sigfig; bignum; gaps; "
    "nombre romain; n2; ntsf"
)
def _value(call: Call) -> str | None:
    values = call.positional()
    call.ignore("fmt", "ul", "format", "prefix", "precision", "upl", "dp")
    if not values:
        return None
    if call.name == "gaps":
        return "".join(values)
    if call.name in ("unité", "nombre", "unidad", "unit-"):
        return " ".join(one for one in values[:2] if one)
    shown = values[0]
    if len(values) > 1:
        shown += ("" if values[1].startswith("(") else "±") + values[1] if call.name == "val" else ""
    exponent = call.get("e")
    shown += f"<sup></sup>×10<sup>{exponent}</sup>" if exponent else ""
    unit = call.get("u", "ul") + (f"/{call.get('up', 'upl')}" if call.get("up", "upl") else "")
    before, after = call.get("p"), call.get("s")
    space = "" if unit[:1] in ("%", "°") else " "
    return before + shown.replace("<sup></sup>", "") + (space + unit if unit else "") + after


@handler("e; x10^; e-sp; 10^; exp; sup; exposant; ordsup; hochgestellt; up")
def _exponent(call: Call) -> str | None:
    value = call.get("1")
    if call.name in ("e", "x10^", "e-sp") and re.fullmatch(r"[-−+]?\d+", value):
        return f"×10<sup>{value}</sup>"
    return f"10<sup>{value}</sup>" if call.name == "10^" else f"<sup>{value}</sup>" if value else None


@handler("sub; ind; indice; tiefgestellt")
def _below(call: Call) -> str | None:
    return f"<sub>{call.get('1')}</sub>"


@handler("su")
def _both(call: Call) -> str | None:
    above, below = call.get("p", "1"), call.get("b", "2")
    call.ignore("a", "w", "lh")
    return (f"<sup>{above}</sup>" if above else "") + (f"<sub>{below}</sub>" if below else "")


@handler("chem; chem2; fchim; formula")
def _formula(call: Call) -> str | None:
    return "".join(f"<sub>{one}</sub>" if re.fullmatch(r"\d+", one) else one for one in call.positional()) or None


@handler("sqrt; radic; root; surd")
def _root(call: Call) -> str | None:
    degree = call.get("2")
    return (f"<sup>{degree}</sup>" if degree else "") + f"√{call.get('1')}"


@handler("abs; pabs; mabs")
def _absolute(call: Call) -> str | None:
    return f"&#124;{call.get('1')}&#124;"


@handler("ordinal; nth; ord; nthx; ordinalnumber")
def _ordinal(call: Call) -> str | None:
    value = _number(call.get("1"))
    if value is None:
        return call.get("1") or None
    ending = "th" if value // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{call.get('2') or ending}"


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


_MONEY = {
    "us$": "US$",
    "usd": "US$",
    "$": "$",
    "usdollar": "US$",
    "eur": "€",
    "€": "€",
    "euro|": "€",
    "gbp": "£",
    "£": "£",
    "pound sterling": "£",
    "gbp|": "£",
    "inr": "₹",
    "₹": "₹",
    "indian rupee": "₹",
    "indian rupees": "₹",
    "inrconvert": "₹",
    "jpy": "¥",
    "¥": "¥",
    "jpy|": "¥",
    "cny": "CN¥",
    "rmb": "CN¥",
    "krw": "₩",
    "₩": "₩",
    "aud": "A$",
    "a$": "A$",
    "au$": "A$",
    "cad": "C$",
    "c$": "C$",
    "can$": "C$",
    "nzd": "NZ$",
    "nz$": "NZ$",
    "hkd": "HK$",
    "hk$": "HK$",
    "sgd": "S$",
    "nt$": "NT$",
    "ntd": "NT$",
    "brl": "R$",
    "r$": "R$",
    "chf": "CHF ",
    "php": "₱",
    "₱": "₱",
    "philippine peso": "₱",
    "rub": "₽",
    "ruble": "₽",
    "try": "₺",
    "zar": "R",
    "thb": "฿",
    "pkr": "Rs ",
    "mxn": "Mex$",
    "ngn": "₦",
    "iep": "IR£",
    "frf": "₣",
    "dem": "DM ",
    "ils": "₪",
    "nis": "₪",
    "vnd": "₫",
    "uah": "₴",
    "myr": "RM",
}


@handler("; ".join(_MONEY))
def _money(call: Call) -> str | None:
    amount = call.get("1", "value")
    call.ignore("long", "link", "year", "round", "about", "first", "lk", "2", "to")
    return (
        _MONEY[call.name] + amount
        if amount or call.name in ("₹", "₱", "£", "€", "¥", "₩", "$")
        else _MONEY[call.name].strip()
    )


@handler("currency; to usd; fxconvert")
def _currency(call: Call) -> str | None:
    call.ignore("first", "linked", "passthrough", "year")
    code = call.get("2", "type").lower()
    return _MONEY.get(code, code.upper() + " ") + call.get("1", "amount") if call.get("1", "amount") else None


@handler("coord; coordinate; coordonnées; coords; koord; coor dms; coor dm; coor d; koordinaten")
def _coordinates(call: Call) -> str | None:
    values = [one for one in call.positional() if ":" not in one]
    call.ignore("type", "region", "text", "map", "elevation", "pop", "article")
    if call.get("NS") and call.get("EW"):
        sides = call.get("NS").split("/"), call.get("EW").split("/")
        for half, mark in zip(sides, ("N", "E"), strict=True):
            half.append("" if half[-1] in ("N", "S", "E", "W", "O") else mark)
        return " ".join(_degrees([one for one in half if one]) for half in sides)
    call.ignore("display", "format", "name", "type", "region", "notes", "scale", "dim", "4", "5", "6", "7", "8", "9")
    marks = [index for index, one in enumerate(values) if one.upper() in ("N", "S", "E", "W", "O")]
    if len(marks) == 2:
        halves = values[: marks[0] + 1], values[marks[0] + 1 : marks[1] + 1]
        return " ".join(_degrees(half) for half in halves)
    pair = [number(one) for one in values[:2]]
    if len(pair) < 2 or None in pair:
        return None
    north, east = pair[0] or 0.0, pair[1] or 0.0
    return f"{values[0].lstrip('-−')}°{'N' if north >= 0 else 'S'} {values[1].lstrip('-−')}°{'E' if east >= 0 else 'W'}"


def _degrees(parts: list[str]) -> str:
    return "".join(f"{one}{sign}" for one, sign in zip(parts[:-1], "°′″", strict=False)) + parts[-1].upper()


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


_QUOTED = words("text quote texte texto Text content citation cita Zitat Текст текст")
"""Parameters that hold what is quoted."""
_SIZE = re.compile(r"\d{1,4} ?px")
"""How large the marks of a quotation are."""


@handler(
    'quote; "; blockquote; cquote; rquote; quotation; quote box; quotebox; bquote; quote2; centered pull quote; '
    "pull quote; long quote; quote frame; imagequote; epigraph; zitat; zitat-fr; zitat-en; citation bloc; "
    "citation; début citation; cita; cita2; caja de cita; citação; citat; cytat; cytat d; citazione; quote-box; "
    "poemquote; poem quote; verse; bloc citation; extrait; citation étrangère; citat2; sitat; sitaatti; citaat; "
    "цитата; цитата2; начало цитаты; nquote; talk quote; cquote2; rquotation; quote without; guil; « »; "
    "quote inline; verse quote; encadré; lainaus; « citation »; citacion; cita destacada; врезка; cquotetxt; bigquote"
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
    source = call.get("source", "Quelle", "title", "titre", "work", "ref", "fuente", "cite")
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


_ROMAN = re.compile(r"[IVXLC]+|[ivxlc]+|\d{1,2}")
_FRENCH_ORDINAL = ("er", "e", "ème", "re", "ième")


@handler("siglo")
def _siglo(call: Call) -> str | None:
    call.ignore("3")
    values = call.positional()
    era = {"a": " a. C.", "d": " d. C."}.get("".join(values[1:2])[:1].lower(), "")
    return f"siglo {values[0]}{era}" if values else None


@handler(
    "s; s-; -s; -s-; siècle; sap; sap-; sav; sav-; s2; s2-; -s2; -s2-; sp; sp-; -sp; -sp-; s mini; s mini-; -s mini; "
    "-s mini-; hd"
)
def _century(call: Call) -> str | None:
    """`{{s|XX|e}}`, `{{s2|XIX|e|XX|e}}`, `{{sp|XIX|e|au|XX|e}}`: a hyphen in front is one before our era.

    One behind only says that there is no link.
    """
    values = call.positional()
    if not values:
        return None
    if call.name in ("s", "s-") and not _ROMAN.fullmatch(values[0]):
        return values[0]  # Russian: words that are kept together
    name = call.name.strip("-")
    if name == "sp" and values[3:]:
        first, ending, joined, second, other = ([*values, ""])[:5]
        plural = "s" if values[5:6] == ["s"] or joined == "et" else ""
        shown = f"{_numbered(first, ending)} {joined} {_numbered(second, other)} siècle{plural}"
    elif name == "s2" and values[2:]:
        shown = f"{_numbered(*values[:2])} et {_numbered(values[2], ''.join(values[3:4]))} siècles"
    else:
        shown = _numbered(values[0], "".join(values[1:2])) + (" siècle" if name != "s mini" else "")
    return shown + (" av. J.-C." if call.name.startswith("-") or name == "sav" else "")


def _numbered(number_: str, ending: str) -> str:
    """A century's number with the ending that it is given, or else the usual one of French."""
    if ending not in _FRENCH_ORDINAL:
        ending = "er" if number_.upper() in ("I", "1") else "e"
    return number_ + ending


@handler("duration; dur; durée")
def _duration(call: Call) -> str | None:
    parts = [call.get("h", "1"), call.get("m", "2"), call.get("s", "3")]
    while parts and not parts[0]:
        parts.pop(0)
    return ":".join([*parts[:1], *(one.zfill(2) for one in parts[1:])]) or None


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


@handler("höhe")
def _altitude(call: Call) -> str | None:
    call.ignore("2", "link")
    return f"{call.get('1')}\N{NO-BREAK SPACE}m" if call.get("1") else None


_RUSSIAN = words("января февраля марта апреля мая июня июля августа сентября октября ноября декабря")


@handler("датарождения; датасмерти; сс; date-ru; д; дата; датарождения2")
def _russian_date(call: Call) -> str | None:
    day, month, year = ([*call.positional(), "", "", ""])[:3]
    index = _number(month)
    if not index or index > len(_RUSSIAN):
        return " ".join(one for one in (day, month, year) if one) or None
    return f"{day} {_RUSSIAN[index - 1]} {year}".strip()


@handler("heure; hora; uhrzeit")
def _hour(call: Call) -> str | None:
    values = call.positional()
    return f"{values[0]} h {values[1]}" if len(values) > 1 else f"{values[0]} h" if values else None


@handler("incise; tiret")
def _aside(call: Call) -> str | None:
    stop = call.get("2", "stop")
    return f"– {call.get('1')}" + ("" if stop else " –")


@handler("ad; bc; bce; ce; bcad")
def _era(call: Call) -> str | None:
    return (
        f"{call.name.upper()} {call.get('1')}".strip()
        if call.name == "ad"
        else f"{call.get('1')} {call.name.upper()}".strip()
    )


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


_LINKS = words(
    """url access-date accessdate archive-url archiveurl archive-date archivedate url-status deadurl dead-url author-link
    authorlink doi jstor pmid pmc oclc bibcode ref mode df language lang url-access doi-access s2cid arxiv id issn lccn
    asin hdl via format author-link1 author1-link editor-link access name-list-style postscript Online Abruf Sprache
    Zugriff lire consulté fechaacceso"""
)
"""Parameters of a citation that are no text or lead out of the page."""


def citation(call: Call) -> str | None:
    """A citation that stands in the text itself (a list of works): its authors, year, title and publisher."""
    people = [f"{last}, {first}" if first else last for last, first in _people(call)]
    year = call.get(
        "date",
        "year",
        "Datum",
        "Jahr",
        "année",
        "año",
        "data",
        "fecha",
        "jahr",
        "anno",
        "год",
        "рік",
        "rok",
        "år",
        "jaar",
    )
    title = call.get(
        "title",
        "Titel",
        "titre",
        "título",
        "titolo",
        "titulo",
        "заглавие",
        "назва",
        "tytuł",
        "titel",
        "tittel",
        "chapter-title",
        "script-title",
        "title-link2",
    )
    part = call.get("chapter", "contribution", "entry", "article", "Kapitel", "TitelErg")
    work = call.get(
        "work",
        "journal",
        "newspaper",
        "magazine",
        "website",
        "periodical",
        "encyclopedia",
        "Sammelwerk",
        "périodique",
        "Werk",
        "publicación",
        "revista",
    )
    quoted = part or (title if work else "")
    book = work or title
    place = call.get("location", "place", "Ort", "lieu", "ubicación", "место", "місце", "miejsce")
    publisher = call.get(
        "publisher", "Verlag", "éditeur", "editorial", "Hrsg", "editore", "editora", "издательство", "wydawca", "förlag"
    )
    volume, pages = (
        call.get("volume", "Band", "issue", "Nummer"),
        call.get("pages", "page", "p", "pp", "Seiten", "passage"),
    )
    first = "; ".join(people) + (f" ({year})" if year else "")
    source = ": ".join(one for one in (place, publisher) if one)
    if not book and not quoted:
        return None
    isbn = call.get("isbn", "ISBN", "isbn13")
    call.ignore(*_LINKS)
    bits = [
        first.strip(),
        f'"{quoted}"' if quoted else "",
        f"''{book}''" + (f" {volume}" if volume else ""),
        source,
        pages,
        f"ISBN {isbn}" if isbn else "",
    ]
    return ". ".join(one for one in bits if one) + "."


def _people(call: Call) -> list[tuple[str, str]]:
    people = []
    whole = call.get(
        "author",
        "authors",
        "Autor",
        "auteur",
        "autor",
        "autore",
        "автор",
        "författare",
        "forfatter",
        "author-link2",
        "Herausgeber",
        "editor",
        "vauthors",
    )
    if whole:
        people.append((whole, ""))
    for index in ("", *map(str, range(1, 10))):
        last = call.get(
            f"last{index}",
            f"author{index}" if index else "last",
            f"surname{index}",
            f"nom{index}",
            f"apellido{index}",
            f"apellidos{index}",
            f"cognome{index}",
            f"nazwisko{index}",
            f"efternamn{index}",
        )
        if last and (last, "") not in people:
            people.append(
                (
                    last,
                    call.get(
                        f"first{index}",
                        f"given{index}",
                        f"prénom{index}",
                        f"nombre{index}",
                        f"nome{index}",
                        f"imię{index}",
                        f"förnamn{index}",
                    ),
                )
            )
    return people


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
