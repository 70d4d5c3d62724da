"""What templates of measures show: units, numbers, formulas, money and places on a map.

Source: the documentation of the templates on the English, German, French and Spanish Wikipedias. The functions are like those
of `templates`, to whose table they add themselves.
"""

from __future__ import annotations

import math
import re

from ingest.formats.wikitext.templates import Call, handler, whole_number
from ingest.formats.wikitext.units import Options, convert, number


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
        whole_number(call.get("sigfig")),
        whole_number(call.get("round")) or 0,
    )
    shown = convert(values[: at + 1], targets, options)
    if shown is not None:
        return shown
    return " ".join(values[: at + 1]) if number(values[0]) is not None else None


def _joins(text: str) -> bool:
    from ingest.formats.wikitext.units import JOINERS

    return text in JOINERS


def _signed(text: str) -> int | None:
    value = whole_number(text.lstrip("-−")) if text else None
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
    value = whole_number(call.get("1"))
    if value is None:
        return call.get("1") or None
    ending = "th" if value // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{call.get('2') or ending}"


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


@handler("höhe")
def _altitude(call: Call) -> str | None:
    call.ignore("2", "link")
    return f"{call.get('1')}\N{NO-BREAK SPACE}m" if call.get("1") else None
