"""What the templates of single subjects show: sport, law, science, the calendar, money, and those of other languages.

Source: the documentation of the templates on the English, German, French, Spanish, Italian, Russian, Japanese and Chinese
Wikipedias. The functions are like those of `templates`, to whose table they add themselves.
"""

from __future__ import annotations

import datetime as dt
import re

from ingest.formats.wikitext.templates import Call, handler, shows_one
from ingest.formats.wikitext.units import UNITS, number

# Templates that show one parameter.

_ONE = {
    "1": (
        "wsy; nfly; nfl year; nbay; nba year; nhly; nhl year; mls season; mls year; wnbay; fb season; fb team; abbrlink; "
        "abbr link; oeis2c; nycs; bartable; link-en; link-ja; link-de; link-fr; link-ru; link-ko; link-es; link-it; le; lj; "
        "要検証範囲; 要出典範囲; 独自研究範囲; 疑問点範囲; 要校閲範囲; 正確性範囲; 信頼性要検証範囲; 未検証範囲; "
        "要説明範囲; 信頼性範囲; källa behövs; svnotal; term; defn; anchored; crossreference; crossref; xref; "
        "cross-reference; число; script/hebrew"
    ),
    "label|1": "仮リンク",
    "текст|2|1|надо": (
        "не переведено; не переведено 1; не переведено 2; не переведено 3; не переведено 4; не переведено 5; нп; нп1; "
        "нп2; нп3; нп4; нп5"
    ),
    "2|1": ("wikt-lang; lista de columnas; langnf; ipa; script"),
    "3|2|1": "tsl; translink; fgbg; 内部リンク",
    "text|1": (
        "citation needed span; cn span; cnspan; fact span; clarify span; dubious span; disputed inline span; which span; "
        "who span; whom span; when span; what span; peacock span; weasel span; vague span; or span; synth span; pov span; "
        "pov statement span; update span; failed verification span; fv span; page needed span; better source needed span; "
        "unreliable source span; opinion span; tone span; original research span; quote needed span; incomprehensible span"
    ),
    "title|team": "cfb link; cbb link; ncaa football link",
    "inhoud|1": "kolommen lijst; kolommen",
    "2|texte|text": "lang; langue",
    "name|2|1": "plainlink; plain link",
}

shows_one(_ONE, "1", "2", "3", "italic", "size")

_FIXED = {
    "solar mass": " M☉",
    "solar radius": " R☉",
    "solar luminosity": " L☉",
    "earth mass": " M🜨",
    "earth radius": " R🜨",
    "jupiter mass": " MJ",
    "jupiter radius": " RJ",
    "h2o": "H<sub>2</sub>O",
    "co2": "CO<sub>2</sub>",
    "1/2": "1/2",
    "1/4": "1/4",
    "3/4": "3/4",
    "half": "1/2",
    "tabletba": "TBA",
    "sdash": "–",
    "sort dash": "–",
    "hyp": "-",
    "'-": "&#39;",
    "'\"": "&#39;&quot;",
    "\"'": "&quot;&#39;",
    "\" '": "&quot; &#39;",
    "' \"": "&#39; &quot;",
    '-"': "&quot;",
    "`": "&#39;",
    "`s": "&#39;s",
    "ayin": "ʿ",
    "ayn": "ʿ",
    "hamza": "ʾ",
    "hamzah": "ʾ",
    "aleph": "ʾ",
}


@handler("; ".join(_FIXED))
def _fixed(call: Call) -> str | None:
    sign = _FIXED[call.name]
    call.ignore("link")
    return call.get("1") + sign if sign[0] == " " else sign


# Law, books, tables of numbers: parameters in a fixed form.

_FORMS = {
    "usc": "{0} U.S.C. § {1}",
    "unitedstatescode": "{0} U.S.C. § {1}",
    "uscsub": "{0} U.S.C. § {1}",
    "usstat": "{0} Stat. {1}",
    "uspl": "Pub. L. {0}–{1}",
    "codefedreg": "{0} CFR {1}",
    "cfr": "{0} CFR {1}",
    "ussc": "{0} U.S. {1} ({2})",
    "scite": "{0} U.S. {1} ({2})",
    "slink": "{0} § {1}",
    "section link": "{0} § {1}",
    "bra": "⟨{0}&#124;",
    "ket": "&#124;{0}⟩",
    "bra-ket": "⟨{0}&#124;{1}⟩",
    "braket": "⟨{0}&#124;{1}⟩",
    "ra": "{0}<sup>h</sup> {1}<sup>m</sup> {2}<sup>s</sup>",
    "dec": "{0}° {1}′ {2}″",
    "closed-open": "&#91;{0})",
    "open-closed": "({0}&#93;",
    "closed-closed": "&#91;{0}&#93;",
    "open-open": "({0})",
    "subsup": "{0}<sub>{1}</sub><sup>{2}</sup>",
    "oldstyledate": "{0} &#91;O.S. {2}&#93; {1}",
    "oldstyledatedy": "{0} {1} &#91;O.S. {2}&#93;",
    "oldstyledateny": "{0} &#91;O.S. {1}&#93;",
    "numero": "No. {0}",
    "no.": "No. {0}",
    "ma": "{0} million years ago",
    "mya": "{0} million years ago",
    "ah": "{0} AH",
    "unichar": "U+{0} {1}",
    "goal": "{0}′",
    "secolo": "{0} secolo",
    "読み仮名": "{0}（{1}）",
    "読み仮名 ruby不使用": "{0}（{1}）",
    "ruby": "{0} ({1})",
    "ルビ": "{0}（{1}）",
    "ruby-ja": "{0}（{1}）",
    "ふりがな": "{0}（{1}）",
    "m.": "M. {0}",
    "mm.": "MM. {0}",
    "pr": "Pr {0}",
    "euro": "€{0}",
    "gs": "''{0}''",
    "warship": "{0} ''{1}''",
    "text and translation": "{0} – {1}",
    "verse translation": "{0} – {1}",
    "oeis": "sequence {0} in the OEIS",
}
"""Templates whose parameters are put into a form; what follows the last one that is given is left out."""


@handler("; ".join(_FORMS))
def _form(call: Call) -> str | None:
    form = _FORMS[call.name]
    places = len(set(re.findall(r"\{\d\}", form)))
    values = [call.get(str(place)) for place in range(1, places + 1)]
    while values and not values[-1]:
        values.pop()
    if not values and call.name == "oeis":
        values = [one for one in (call.get("id"),) if one]
    if not values:
        return None
    if (missing := form.find("{" + str(len(values)) + "}")) > 0 and form.find("{0}") < missing:
        form = re.sub(r"(?:&#91;O\.S\.|[ (§–]|&#124;)*$", "", form[:missing])
    return form.format(*values).strip()


@handler("br separated entries")
def _entries(call: Call) -> str | None:
    return "<br>".join(one for one in call.positional() if one) or None


@handler("bibleverse; bibleref; bibleref2; bibleref2c; bibleverse-nb; bible verse")
def _verse(call: Call) -> str | None:
    """`{{bibleverse|1|John|3:16}}`, `{{bibleverse||John|3:16|KJV}}`, `{{bibleverse|John|3:16}}`."""
    values = call.positional()
    at = next((index for index, one in enumerate(values) if ":" in one or (index and one[:1].isdigit())), None)
    return " ".join(one for one in values[: at + 1] if one) if at is not None else None


@handler("math theorem; math proof; theorem")
def _theorem(call: Call) -> str | None:
    """A block of mathematics: its name in bold, then its text."""
    call.ignore("style", "drop", "border", "bullet")
    name = call.get("name", "title") or ("Proof" if call.name == "math proof" else "")
    note, text = call.get("note"), call.get("math_statement", "proof", "1", "2")
    if not text:
        return None
    head = name + (f" ({note})" if note else "")
    return (f"\n\n'''{head}.''' " if head else "\n\n") + f"{text}\n\n"


@handler("qed; math/qed")
def _proved(_: Call) -> str | None:
    return "∎"


@handler("equationref; equationnote; eqnref")
def _equation(call: Call) -> str | None:
    call.ignore("1")
    label = call.get("2", "1")
    return f"({label})" if label else None


@handler("numblk")
def _numbered(call: Call) -> str | None:
    call.ignore("1", "ln", "rawn", "border")
    return f"\n: {call.get('2')} {call.get('3')}\n" if call.get("2") else None


# The calendar and numbers.


def _days(values: list[str]) -> tuple[dt.date, dt.date] | None:
    numbers = [int(one) for one in values[:6] if one.isascii() and one.isdigit() and len(one) < len("10000")]
    if len(numbers) < len("ymdymd"):
        return None
    try:
        return dt.date(*numbers[:3]), dt.date(*numbers[3:6])
    except ValueError:
        return None


@handler("age in years and days; ayd; age in days; age in days nts; age in weeks and days")
def _spans(call: Call) -> str | None:
    span = _days(call.positional())
    call.ignore("sc", "duration", "df")
    if span is None or "weeks" in call.name:
        return None
    first, last = span
    if call.name.startswith("age in days"):
        return str((last - first).days)
    years = last.year - first.year - ((last.month, last.day) < (first.month, first.day))
    try:
        birthday = first.replace(year=first.year + years)
    except ValueError:  # the 29th of February
        birthday = dt.date(first.year + years, 3, 1)
    days = (last - birthday).days
    return f"{years} year{'s' * (years != 1)}, {days} day{'s' * (days != 1)}"


@handler("percentage; percent; pct; percent-done")
def _percentage(call: Call) -> str | None:
    part, whole, places = ([number(one) for one in call.positional()] + [None] * 3)[:3]
    call.ignore("pad", "%+", "type")
    if part is None:
        return None
    share = 100 * part / whole if whole else part
    return f"{share:.{int(places or 0) if 0 <= (places or 0) < len('.0123456') else 0}f}%"


@handler("format price; formatnum2")
def _price(call: Call) -> str | None:
    value = number(call.get("1"))
    call.ignore("2")
    if value is None:
        return None
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if value >= size:
            return f"{round(value / size, 2):g} {name}"
    return f"{value:,.0f}"


@handler("weight; poids; peso")
def _weight(call: Call) -> str | None:
    kilos, pounds, stones = (number(call.get(key) or "-") for key in ("kg", "lb", "st"))
    call.ignore("precision", "abbr")
    if kilos is not None:
        return f"{call.get('kg')} kg ({kilos / 0.45359237:.0f} lb)"
    if stones is not None:
        return f"{call.get('st')} st {call.get('lb') or '0'} lb"
    return f"{call.get('lb')} lb ({pounds * 0.45359237:.0f} kg)" if pounds is not None else None


@handler("m; misura")
def _measure(call: Call) -> str | None:
    """An Italian measure, or a word of the language that is given first."""
    if number(call.get("1")) is None:
        return call.get("2", "1") or None
    return " ".join(one for one in (call.get("1"), call.get("u", "2")) if one) or None


_RATES = {"km to mi": ("km", "mi"), "mi to km": ("mi", "km"), "ft to m": ("ft", "m"), "m to ft": ("m", "ft")}


@handler(
    "; ".join(_RATES),
    "convertir; converti; converter; conversion; omregn; omregne; omräkna; muunna; pretvori; převod; převeď; átvált; "
    "dönüştür; konvertieren; konvertuj; jednostka; chuyển đổi; конвертер; конвертувати; 変換; 转换; 換算; 换算",
)
def _converted(call: Call) -> str | None:
    """A measure in another unit, by a template of another language: the measure as it is given."""
    values = [one.replace("&nbsp;", " ").strip() for one in call.positional()]
    if call.name in _RATES:
        values[1:1] = [_RATES[call.name][0]]
    call.ignore(*map(str, range(3, 9)), "abbr", "disp", "adj", "sp", "wy", "abb", "prec", "precision", "lk", "spell")
    return measured(values)


def measured(values: list[str]) -> str | None:
    """A number, or two with a word between, and its unit: the first parameters of a call; None for something else."""
    for at in range(1, min(len(values), 4)):
        if (unit := UNITS.get(values[at])) and number(values[0]) is not None:
            return " ".join([*values[:at], unit.symbol])
    return None


# Sport.


@handler(
    "fs player; fs player2; football squad player; football squad2 player; football squad player2; fs2 player; "
    "feff player; nat fs player; nat fs g player; nat fs r player; rugby squad player; basketball roster player; "
    "extended football squad player; hockey roster player; player; player3; player4"
)
def _player(call: Call) -> str | None:
    name = call.get("name", "nombre") or f"{call.get('first')} {call.get('last')}".strip()
    number_ = call.get("no", "num")
    if not name:
        number_, _, name = ([*call.positional(), "", "", ""])[:3]
    call.ignore("nat", "sortname", "natvar", "clubnat", "link", "dob", "m", "d", "y", "num_nat", "1", "2", "3")
    line = " ".join(one for one in (number_, call.get("pos"), name) if one)
    rest = ", ".join(one for one in (call.get("other"), call.get("club")) if one)
    return f"\n* {line}" + (f" ({rest})" if rest else "") + "\n" if name else None


@handler(
    "fs start; fs mid; fs end; fs break; football squad start; football squad mid; football squad end; "
    "nat fs start; nat fs g start; nat fs end; nat fs break; nat fs g end; nat fs r start; fs2 start; fs2 end; "
    "football squad2 start; football squad2 end; football squad2 mid; glossary; glossary end; fb start; fb end; fb si start"
)
def _frame(call: Call) -> str | None:
    # What it has is the head of a table, which is recorded.
    call.ignore("color", "bg", "border")
    return "\n"


@handler("inrconvert")
def _rupees(call: Call) -> str | None:
    size = {"l": " lakh", "c": " crore", "k": " thousand", "m": " million", "b": " billion", "lc": " lakh crore"}
    call.ignore("3", "4", "nolink", "year", "lk", "first")
    return f"₹{call.get('1')}{size.get(call.get('2'), '')}" if call.get("1") else None


@handler("music")
def _music(call: Call) -> str | None:
    signs = {"flat": "♭", "b": "♭", "sharp": "♯", "#": "♯", "natural": "♮", "doublesharp": "𝄪", "doubleflat": "𝄫"}
    values = call.positional()
    if not values:
        return "♪"
    if values[0] in ("time", "scale", "chord"):
        return "/".join(values[1:]) or None
    return signs.get(values[0], values[0]) + "".join(signs.get(one, one) for one in values[1:])


@handler("nuclide; nuclide2; simplenuclide; simplenuclide2; isotope")
def _isotope(call: Call) -> str | None:
    """`{{nuclide|carbon|14}}`, or `{{nuclide|U|235}}`: the element and its number, as they are read."""
    element, mass = call.get("1"), call.get("2")
    call.ignore("link", "charge", "anti", "3")
    if call.get("charge"):
        mass += f"<sup>{call.get('charge')}</sup>"
    return f"{element}-{mass}" if element and mass else element or None


@handler("track gauge; railgauge; rail gauge; spurweite")
def _gauge(call: Call) -> str | None:
    gauges = {"sg": "1,435 mm", "std": "1,435 mm", "s": "1,435 mm"}
    given = call.get("1")
    call.ignore("lk", "al", "disp", "first", "nowrap", "wrap", "allk", "link")
    metric = re.fullmatch(r"(\d{3,4}) ?mm", given)
    return f"{int(metric[1]):,} mm" if metric else gauges.get(given.lower(), given) or None


@handler("cita requerida; demostrar; citation requise; citazione necessaria; senza fonte")
def _unsourced(call: Call) -> str | None:
    """The words that lack a source, or nothing where the note stands behind them."""
    return call.get("1") if is_wordy(call.get("1")) else ""


@handler("p.; pp.; vol.; t.; chap.; fasc.; coll.; nb p.; nb vol.")
def _volume(call: Call) -> str | None:
    """A page or volume of French: `{{p.|45}}`, `{{p.}}45`, `{{nb p.|200}}`."""
    value = call.get("1")
    unit = call.name.removeprefix("nb ")
    return f"{value} {unit}" if unit != call.name else f"{unit} {value}"


@handler("vgrelease; video game release; vgrelease new")
def _released(call: Call) -> str | None:
    """`{{vgrelease|NA|May 5, 2001|EU|June 6, 2001}}`: pairs of a region and a date."""
    values = call.positional()
    return "; ".join(f"{place}: {day}" for place, day in zip(values[::2], values[1::2], strict=False)) or None


@handler("bd")
def _lived(call: Call) -> str | None:
    """The days of a life on Chinese pages: `{{bd|1950年|5月4日|2000年|1月1日}}`."""
    born, died = call.get("1") + call.get("2"), call.get("3") + call.get("4")
    call.ignore("catIdx", "key")
    return f"（{born}－{died}）" if born or died else None


# French centuries and ordinal numbers by name.

_CENTURY = re.compile(r"([IVXLC]+|\d{1,3})(er|re|e|ème)(?: siècle( av\. J\.-C\.)?)?", re.IGNORECASE)


def century(written: str) -> str:
    """The text of a French template that is called by the century itself: `{{XIXe siècle}}`; or an empty string."""
    return written if _CENTURY.fullmatch(written) and (written[0].isdigit() or not written.islower()) else ""


_CODE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,8})?")
_OPTION = re.compile(r"[a-z]{1,3}(?:-[A-Za-z]{2,8})?|[\d.,:/ -]*|[yY]es|no|on|off|left|right|center")
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d(?:[–-]\d\d(?:\d\d)?)?")
_FOREIGN_LETTER = re.compile("[\u0370-\u1cff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def guessed(values: list[str]) -> str:
    """What an unknown template with these parameters most likely shows in running text; empty where nothing tells.

    Its only parameter, if that is words or a year; a measure; the words behind the code of a language; words in another
    script than the rest, which then is their name elsewhere; words with nothing behind them but options.
    """
    if len(values) == 1:
        return values[0] if is_wordy(values[0]) or _YEAR.fullmatch(values[0]) else ""
    if not values or any("http" in one for one in values):
        return ""
    if shown := measured(values):
        return shown
    first, *rest = values
    if len(rest) == 1 and _CODE.fullmatch(first) and (is_wordy(rest[0]) or not rest[0].isascii()):
        return rest[0]
    foreign = [one for one in values if _FOREIGN_LETTER.search(one)]
    if (
        foreign
        and (len(foreign) == 1 or foreign[0] is first)
        and foreign[0] is next((one for one in values if not _OPTION.fullmatch(one)), None)
    ):
        return foreign[0]
    return first if is_wordy(first) and all(_OPTION.fullmatch(one) or one == first for one in rest) else ""


def is_wordy(text: str) -> bool:
    """Whether a parameter can be the text of a template: words, no address."""
    return any(char.isalpha() and not char.isupper() for char in text) and not text.startswith(
        ("http://", "https://", "www.")
    )
