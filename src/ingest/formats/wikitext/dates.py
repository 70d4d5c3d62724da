"""What templates of dates show: days, spans, ages, centuries and hours.

Source: the documentation of the templates on the English, German, French, Spanish and Russian Wikipedias. The functions are
like those of `templates`, to whose table they add themselves.
"""

from __future__ import annotations

import re

from ingest.formats.wikitext.names import MONTHS, words
from ingest.formats.wikitext.templates import Call, handler, whole_number


def date(year: str, month: str, day: str, *, day_first: bool) -> str:
    """A date in words from its parts, of which any may be empty or already a word."""
    index = whole_number(month)
    name = MONTHS[index - 1] if index and 1 <= index <= len(MONTHS) else month.strip()
    number_of_day = whole_number(day)
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
    "data wydania; syntymäaika ja ikä; kuolinaika ja ikä; syntymäaika; kuolinaika; dnv; duv; datum narození a věk; "
    "datum úmrtí a věk; datum narození; datum úmrtí; doğum tarihi ve yaşı; doğum tarihi; ölüm tarihi ve yaşı; ölüm tarihi; "
    "data naixement i edat; data naixement; data defunció i edat; születési dátum; halálozási dátum; tanggal lahir; "
    "tanggal lahir dan umur; ngày sinh; ngày mất; ngày sinh và tuổi; ngày mất và tuổi; fødselsdato og alder; "
    "dødsdato og alder; fødselsdato; dødsdato; född datum och ålder; avliden datum och ålder; تاريخ الولادة والعمر; "
    "تاريخ الوفاة والعمر; تاريخ الميلاد; تاريخ الولادة; تاریخ تولد و سن; تاریخ تولد; "
    "출생일과 만나이; 사망일과 만나이; 출생일; "
    "生年月日と年齢; 死亡年月日と没年齢; 生年月日; 没年月日; 出生日期和年龄; 出生日期及年齡; 死亡日期和年龄; "
    "ημερομηνία γέννησης και ηλικία; ημερομηνία γέννησης; ημερομηνία θανάτου; জন্ম তারিখ ও বয়স; মৃত্যু তারিখ ও বয়স; "
    "जन्म तिथि; जन्म तिथि और आयु"
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
    if not local and whole_number(values[0]) is None and len(values[0]) > 4:
        return values[0]
    if call.name == "film date":
        return "; ".join(_film_dates(values, day_first=_day_first(call)))
    if call.name == "start and end dates":
        call.ignore("df")
        return _period(values)
    year, month, day = ([*values, "", "", ""])[:3]
    if not call.english and (whole_number(year) or 0) > 31 and whole_number(month or "1") and whole_number(day or "1"):
        return "-".join(one.zfill(2) for one in (year, month, day) if one)
    if local and (whole_number(year) or 0) <= 31 and day:
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
    index = whole_number(month)
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
        return f"{whole_number(start[2])}–" + date(end[0], end[1], end[2], day_first=True)
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
        died, born = whole_number(values[0]), whole_number(([*values, "", ""])[1])
        return values[0] + (f" (aged {died - born - 1}–{died - born})" if died and born else "")
    shown = date(*([*values[:3], "", "", ""])[:3], day_first=_day_first(call))
    parts = [whole_number(one) for one in values[:6]]
    if len(parts) < 6 or None in parts:
        return shown
    return f"{shown} (aged {_age(parts[3:], parts[:3])})"


def _age(born: list[int | None], then: list[int | None]) -> int:
    years = (then[0] or 0) - (born[0] or 0)
    return years - ((then[1] or 0, then[2] or 0) < (born[1] or 0, born[2] or 0))


@handler("age; age in years; ageyear; age in years and days; age nts; time interval; age as of date")
def _ages(call: Call) -> str | None:
    parts = [whole_number(one) for one in call.positional()[:6]]
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
    if call.name == "dts" and (whole_number(year) or 0) <= _LAST_DAY < (whole_number(day) or 0):  # German
        return date(day, month, year, day_first=True)
    if call.name in ("date", "date-", "jour") and (whole_number(year) or 0) <= 31:
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


_RUSSIAN = words("января февраля марта апреля мая июня июля августа сентября октября ноября декабря")


@handler("датарождения; датасмерти; сс; date-ru; д; дата; датарождения2")
def _russian_date(call: Call) -> str | None:
    day, month, year = ([*call.positional(), "", "", ""])[:3]
    index = whole_number(month)
    if not index or index > len(_RUSSIAN):
        return " ".join(one for one in (day, month, year) if one) or None
    return f"{day} {_RUSSIAN[index - 1]} {year}".strip()


@handler("heure; hora; uhrzeit")
def _hour(call: Call) -> str | None:
    values = call.positional()
    return f"{values[0]} h {values[1]}" if len(values) > 1 else f"{values[0]} h" if values else None


@handler("ad; bc; bce; ce; bcad")
def _era(call: Call) -> str | None:
    return (
        f"{call.name.upper()} {call.get('1')}".strip()
        if call.name == "ad"
        else f"{call.get('1')} {call.name.upper()}".strip()
    )
