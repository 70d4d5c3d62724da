"""The values and units of `{{convert}}`: what it shows, and the conversions it adds.

Source: the documentation of the template on the English Wikipedia, for the names, the default targets and the rule for
precision; factors are the exact definitions of the units (international yard and pound agreement, BIPM, US survey).
"""

from __future__ import annotations

import math
import re
from typing import NamedTuple


class Unit(NamedTuple):
    """A unit: its dimension, how many SI units it is (`scale`, with `offset`), names, and default target units."""

    dimension: str
    scale: float
    symbol: str
    singular: str
    plural: str
    target: str
    offset: float = 0.0


UNITS: dict[str, Unit] = {}


def _add(dimension: str, rows: str) -> None:
    for row in rows.strip().split("\n"):
        codes, scale, symbol, singular, plural, target = (part.strip() for part in row.split("|"))
        unit = Unit(dimension, float(scale), symbol or codes.split()[0], singular, plural or singular + "s", target)
        for code in codes.split():
            UNITS[code] = unit


_add(
    "length",
    """
    mm|0.001||millimetre||in
    cm|0.01||centimetre||in
    dm|0.1||decimetre||in
    m metre metres meter|1|m|metre||ft
    km kilometre kilometres|1000|km|kilometre||mi
    in inch inches|0.0254|in|inch|inches|mm
    ft foot feet|0.3048|ft|foot|feet|m
    yd yard yards|0.9144|yd|yard||m
    mi mile miles|1609.344|mi|mile||km
    nmi|1852|nmi|nautical mile||km mi
    fathom ftm|1.8288|fathom|fathom||ft m
    furlong|201.168|furlong|furlong||ft m
    chain ch|20.1168|chain|chain||ft m
    rod|5.0292|rod|rod||ft m
    um μm µm|1e-6|μm|micrometre||in
    nm|1e-9|nm|nanometre||in
    au AU|149597870700|AU|astronomical unit||km mi
    ly|9460730472580800|ly|light-year||pc
    pc|30856775814913673|pc|parsec||ly
    league|4828.032|league|league||km
    """,
)
_add(
    "area",
    """
    mm2|1e-6|mm²|square millimetre||in2
    cm2|1e-4|cm²|square centimetre||in2
    m2 sqm|1|m²|square metre||sqft
    km2 sqkm|1e6|km²|square kilometre||sqmi
    ha hectare hectares|1e4|ha|hectare||acre
    in2 sqin|0.00064516|sq in|square inch|square inches|cm2
    ft2 sqft|0.09290304|sq ft|square foot|square feet|m2
    yd2 sqyd|0.83612736|sq yd|square yard||m2
    mi2 sqmi|2589988.110336|sq mi|square mile||km2
    acre acres|4046.8564224|acre|acre||ha
    dunam|1000|dunam|dunam||ha
    """,
)
_add(
    "volume",
    """
    ml mL|1e-6|ml|millilitre||impfloz USfloz
    l L litre litres|0.001|L|litre||impgal USgal
    hl hL|0.1|hL|hectolitre||impgal USgal
    m3 cum|1|m³|cubic metre||cuft
    cm3 cc|1e-6|cm³|cubic centimetre||cuin
    km3|1e9|km³|cubic kilometre||cumi
    cuin in3|1.6387064e-5|cu in|cubic inch|cubic inches|cm3
    cuft ft3|0.028316846592|cu ft|cubic foot|cubic feet|m3
    cuyd yd3|0.764554857984|cu yd|cubic yard||m3
    cumi mi3|4168181825.440579584|cu mi|cubic mile||km3
    impgal|0.00454609|imp gal|imperial gallon||l USgal
    USgal usgal U.S.gal|0.003785411784|US gal|US gallon||l impgal
    impfloz|2.84130625e-5|imp fl oz|imperial fluid ounce||ml
    USfloz|2.95735295625e-5|US fl oz|US fluid ounce||ml
    USbbl oilbbl bbl|0.158987294928|bbl|barrel||m3
    acre.ft acre.foot|1233.48183754752|acre⋅ft|acre-foot|acre-feet|m3
    impbsh|0.03636872|imp bsh|imperial bushel||l
    """,
)
_add(
    "mass",
    """
    mg|1e-6|mg|milligram||gr
    g|0.001|g|gram||oz
    kg|1|kg|kilogram||lb
    t tonne tonnes MT|1000|t|tonne||LT ST
    oz|0.028349523125|oz|ounce||g
    ozt|0.0311034768|ozt|troy ounce||oz g
    lb lbs|0.45359237|lb|pound||kg
    st|6.35029318|st|stone|stone|lb kg
    ST ST.|907.18474|short tons|short ton||LT t
    LT long ton|1016.0469088|long tons|long ton||ST t
    cwt|50.80234544|cwt|long hundredweight|long hundredweight|kg
    gr|6.479891e-5|gr|grain||g
    """,
)
_add(
    "speed",
    """
    m/s|1|m/s|metre per second|metres per second|ft/s
    km/h kph|0.2777777777777778|km/h|kilometre per hour|kilometres per hour|mph
    mph mi/h|0.44704|mph|mile per hour|miles per hour|km/h
    kn knot knots|0.5144444444444445|kn|knot||km/h mph
    ft/s|0.3048|ft/s|foot per second|feet per second|m/s
    km/s|1000|km/s|kilometre per second|kilometres per second|mi/s
    mi/s|1609.344|mi/s|mile per second|miles per second|km/s
    ft/min|0.00508|ft/min|foot per minute|feet per minute|m/min
    m/min|0.016666666666666666|m/min|metre per minute|metres per minute|ft/min
    """,
)
_add(
    "power",
    """
    W|1|W|watt||hp
    kW|1000|kW|kilowatt||hp
    MW|1e6|MW|megawatt||hp
    hp|745.6998715822702|hp|horsepower|horsepower|kW
    bhp|745.6998715822702|bhp|brake horsepower|brake horsepower|kW
    shp|745.6998715822702|shp|shaft horsepower|shaft horsepower|kW
    ihp|745.6998715822702|ihp|indicated horsepower|indicated horsepower|kW
    PS|735.49875|PS|metric horsepower|metric horsepower|kW
    """,
)
_add(
    "force",
    """
    N|1|N|newton||lbf
    kN|1000|kN|kilonewton||lbf
    MN|1e6|MN|meganewton||lbf
    lbf|4.4482216152605|lbf|pound-force|pounds-force|N
    kgf|9.80665|kgf|kilogram-force|kilograms-force|lbf
    LTf|9964.01641818352|LTf|long ton-force|long tons-force|kN
    """,
)
_add(
    "pressure",
    """
    Pa|1|Pa|pascal||psi
    hPa|100|hPa|hectopascal||inHg
    kPa|1000|kPa|kilopascal||psi
    MPa|1e6|MPa|megapascal||psi
    bar|1e5|bar|bar||psi
    mbar|100|mbar|millibar||inHg
    psi|6894.757293168361|psi|pound per square inch|pounds per square inch|kPa
    atm|101325|atm|standard atmosphere||kPa
    inHg|3386.388640341|inHg|inch of mercury|inches of mercury|kPa
    mmHg|133.322387415|mmHg|millimetre of mercury|millimetres of mercury|kPa
    """,
)
_add(
    "torque",
    """
    Nm N.m Nm.|1|N⋅m|newton-metre||lbft
    lbft lb.ft lbfft|1.3558179483314004|lb⋅ft|pound-foot|pound-feet|Nm
    kgm kgf.m kg.m|9.80665|kg⋅m|kilogram metre||Nm
    """,
)
_add(
    "energy",
    """
    J|1|J|joule||cal
    kJ|1000|kJ|kilojoule||kcal
    MJ|1e6|MJ|megajoule||kWh
    GJ|1e9|GJ|gigajoule||MWh
    TJ|1e12|TJ|terajoule||MWh
    cal|4.184|cal|calorie||J
    kcal Cal|4184|kcal|kilocalorie||kJ
    kWh kW.h|3.6e6|kWh|kilowatt-hour||MJ
    MWh|3.6e9|MWh|megawatt-hour||GJ
    GWh|3.6e12|GWh|gigawatt-hour||TJ
    Btu BTU|1055.05585262|Btu|British thermal unit||kJ
    ftlbf|1.3558179483314004|ft⋅lbf|foot-pound||J
    """,
)
_add(
    "density",
    """
    /km2 PD/km2|1e-6|/km²|inhabitant per square kilometre|inhabitants per square kilometre|/sqmi
    /sqmi PD/sqmi /mi2|3.8610215854244585e-7|/sq mi|inhabitant per square mile|inhabitants per square mile|/km2
    /ha|1e-4|/ha|per hectare|per hectare|/acre
    /acre|2.4710538146716534e-4|/acre|per acre|per acre|/ha
    """,
)
_add(
    "flow",
    """
    m3/s cumec|1|m³/s|cubic metre per second|cubic metres per second|cuft/s
    cuft/s ft3/s cfs|0.028316846592|cu ft/s|cubic foot per second|cubic feet per second|m3/s
    l/s L/s|0.001|L/s|litre per second|litres per second|cuft/s
    m3/d|1.1574074074074073e-5|m³/d|cubic metre per day|cubic metres per day|cuft/d
    cuft/d|3.2774128e-7|cu ft/d|cubic foot per day|cubic feet per day|m3/d
    USgal/min|6.30901964e-5|US gal/min|US gallon per minute|US gallons per minute|l/s
    """,
)
_add("frequency", "Hz|1|Hz|hertz|hertz|kHz\nkHz|1000|kHz|kilohertz|kilohertz|m\nMHz|1e6|MHz|megahertz|megahertz|kHz")
_add(
    "economy",
    """
    kg/m3|1|kg/m³|kilogram per cubic metre|kilograms per cubic metre|lb/cuft
    lb/cuft|16.018463373960142|lb/cu ft|pound per cubic foot|pounds per cubic foot|kg/m3
    g/cm3|1000|g/cm³|gram per cubic centimetre|grams per cubic centimetre|lb/cuin
    lb/cuin|27679.904710203125|lb/cu in|pound per cubic inch|pounds per cubic inch|g/cm3
    """,
)
_add(
    "area mass",
    """
    kg/m2|1|kg/m²|kilogram per square metre|kilograms per square metre|lb/sqft
    lb/sqft|4.882427636383051|lb/sq ft|pound per square foot|pounds per square foot|kg/m2
    kg/ha|0.0001|kg/ha|kilogram per hectare|kilograms per hectare|lb/acre
    lb/acre|0.00011208511561944561|lb/acre|pound per acre|pounds per acre|kg/ha
    """,
)
UNITS |= {
    "C": Unit("temperature", 1, "°C", "degree Celsius", "degrees Celsius", "F", 273.15),
    "F": Unit("temperature", 5 / 9, "°F", "degree Fahrenheit", "degrees Fahrenheit", "C", 459.67 * 5 / 9),
    "K": Unit("temperature", 1, "K", "kelvin", "kelvins", "C F"),
    "C-change": Unit("temperature change", 1, "°C", "degree Celsius", "degrees Celsius", "F-change"),
    "F-change": Unit("temperature change", 5 / 9, "°F", "degree Fahrenheit", "degrees Fahrenheit", "C-change"),
}
UNITS |= {"°C": UNITS["C"], "°F": UNITS["F"], "degC": UNITS["C"], "degF": UNITS["F"]}

COMBINED = {
    "ftin": ("ft", "in"),
    "miyd": ("mi", "yd"),
    "stlb": ("st", "lb"),
    "lboz": ("lb", "oz"),
    "mich": ("mi", "chain"),
    "ydft": ("yd", "ft"),
}
"""Targets that show a whole number of one unit and the rest in a smaller one."""

_FUDGE = 1e-14
"""What keeps a logarithm that should be whole from falling just short of it."""

JOINERS = {
    "-": "–",
    "–": "–",
    "to": " to ",
    "to(-)": " to ",
    "to-": " to ",
    "and": " and ",
    "and(-)": " and ",
    "or": " or ",
    "by": " by ",
    "x": " × ",
    "×": " × ",
    "xx": " × ",
    "*": " × ",
    "+/-": " ± ",
    "±": " ± ",
    "&": " & ",
    ",": ", ",
    "/": "/",
    "+": " + ",
    "to about": " to about ",
}
"""What stands between two values of `{{convert}}`, and how it is shown."""


def number(text: str) -> float | None:
    """The value of a number as `{{convert}}` reads it (`1,234.5`, `1/2`, `3+1/2`), or None."""
    text = text.replace(",", "").replace("−", "-").replace("\N{NO-BREAK SPACE}", "").replace("⁄", "/").strip()
    if len(text) > 40:
        return None
    whole, _, part = text.rpartition("+")
    try:
        if "/" in part:
            above, below = part.split("/", 1)
            return float(whole or 0) + float(above) / float(below)
        value = float(text)
    except (ValueError, ZeroDivisionError):
        return None
    return value if math.isfinite(value) and "_" not in text else None


def digits(text: str) -> int:
    """The decimal places of a number as written; negative for the zeros that a whole number ends in."""
    text = text.replace(",", "").strip().lstrip("-−")
    if "/" in text:
        return 1
    whole, dot, part = text.partition(".")
    if dot:
        return len(part)
    return -(len(whole) - len(whole.rstrip("0"))) if whole.strip("0") else 0


def show(value: float, places: int) -> str:
    """A number with so many decimal places (negative: rounded to tens, hundreds …), with commas and a minus sign."""
    if places < 0:
        factor = 10.0 ** (-places)
        value = math.floor(abs(value) / factor + 0.5) * factor * (1 if value >= 0 else -1)
        places = 0
    else:
        factor = 10.0 ** min(places, 12)
        value = math.floor(abs(value) * factor + 0.5) / factor * (1 if value >= 0 else -1)
    return f"{value:,.{min(places, 12)}f}".replace("-", "−")


def places(written: str, value: float, result: float, kelvin: float = 0.0) -> int:
    """How many decimal places a conversion is shown with: the precision of what was written, carried over.

    The rule is the template's: the digits as written, moved by the change of magnitude (a factor of two is let
    through), but never fewer than two significant digits; for a temperature three in kelvin, which is `kelvin`.
    """
    if kelvin:
        return max(digits(written), 2 - math.floor(math.log10(kelvin) + _FUDGE)) if kelvin > _FUDGE else 2
    if not value or not result:
        return 0
    change = math.log10(abs(value / result)) + math.log10(2)
    return max(math.floor(digits(written) + change), 1 - math.floor(math.log10(abs(result)) + _FUDGE))


def turned(value: float, source: Unit, target: Unit) -> float | None:
    """The value in another unit of the same dimension, or None."""
    if source.dimension != target.dimension:
        return None
    return (value * source.scale + source.offset - target.offset) / target.scale


def convert(values: list[str], targets: list[str], options: Options) -> str | None:
    """What `{{convert}}` shows. `values` are its values, joiners and the unit's code in order; None if not known."""
    numbers, joints, code = _arguments(values)
    unit = unit_of(code)
    if unit is None or not numbers or any(number(one) is None for one in numbers):
        return None
    wanted = " ".join(targets or [unit.target]).replace("+", " ").split()
    results = [text for one in wanted if (text := _result(numbers, joints, unit, one, options)) is not None]
    first = _join([_shown(one) for one in numbers], joints) + _label(unit, code, numbers, options, first=True)
    if not results:
        return first
    if options.display in ("out", "output only", "output number only", "number"):
        return "; ".join(results)
    if options.flip:
        first, results = results[0], [first, *results[1:]]
    between = {"or": " or ", "/": "/", "slash": "/", "comma": ", ", ",": ", ", "and": " and "}.get(options.display)
    if between:
        return between.join([first, *results])
    left, right = ("[", "]") if options.display == "sqbr" else ("(", ")")
    return f"{first} {left}{'; '.join(results)}{right}"


_POWERS = {"3": "thousand", "6": "million", "9": "billion", "12": "trillion"}
_POWER = re.compile(r"e(3|6|9|12)(?=[A-Za-z])(.{1,20})")


def unit_of(code: str) -> Unit | None:
    """The unit of a code, also of one with a power of ten in front (`e6m3`: million cubic metres)."""
    match = _POWER.fullmatch(code)
    if not match:
        return UNITS.get(code)
    unit = UNITS.get(match[2])
    if unit is None:
        return None
    word = _POWERS[match[1]]
    return unit._replace(
        scale=unit.scale * 10 ** int(match[1]),
        symbol=f"{word} {unit.symbol}",
        singular=f"{word} {unit.plural}",
        plural=f"{word} {unit.plural}",
        target=" ".join(f"e{match[1]}{one}" for one in unit.target.split()),
    )


class Options(NamedTuple):
    """The named parameters of `{{convert}}` that matter for its text."""

    abbreviation: str = ""
    display: str = ""
    adjective: str = ""
    american: bool = False
    flip: bool = False
    digits: int | None = None
    significant: int | None = None
    nearest: int = 0


def _arguments(values: list[str]) -> tuple[list[str], list[str], str]:
    numbers: list[str] = []
    joints: list[str] = []
    for index, value in enumerate(values):
        if index % 2 == 0:
            numbers.append(value)
        elif value in JOINERS:
            joints.append(value)
        else:
            return numbers, joints, value
    return numbers, joints, ""


def _shown(text: str) -> str:
    value = number(text)
    if value is None or "/" in text:
        return text.replace("+", " ").replace("-", "−")
    return show(value, max(0, digits(text)))


def _join(shown: list[str], joints: list[str]) -> str:
    text = shown[0]
    for joint, one in zip(joints, shown[1:], strict=False):
        text += JOINERS[joint] + one
    return text


def _result(numbers: list[str], joints: list[str], unit: Unit, target: str, options: Options) -> str | None:
    if target in COMBINED:
        return _combined(numbers[0], unit, *COMBINED[target])
    other = unit_of(target)
    if other is None:
        return None
    pairs = []
    for one in numbers:
        value = number(one) or 0.0
        result = turned(value, unit, other)
        if result is None:
            return None
        pairs.append((_decimals(one, value, result, unit, options), result))
    shown = [_rounded(result, max(decimals for decimals, _ in pairs), options) for _, result in pairs]
    if options.display in ("output number only", "number"):
        return _join(shown, joints)
    return _join(shown, joints) + _label(other, target, shown, options, first=False)


def _decimals(written: str, value: float, result: float, unit: Unit, options: Options) -> int:
    if options.digits is not None:
        return options.digits
    if options.significant and result:
        return options.significant - 1 - math.floor(math.log10(abs(result)))
    kelvin = abs(value * unit.scale + unit.offset) if unit.dimension == "temperature" else 0.0
    return places(written, value, result, kelvin)


def _rounded(result: float, decimals: int, options: Options) -> str:
    if options.nearest:
        return show(round(result / options.nearest) * options.nearest, 0)
    return show(result, decimals)


def _combined(written: str, unit: Unit, big: str, small: str) -> str | None:
    value = number(written) or 0.0
    total = turned(value, unit, UNITS[small])
    if total is None:
        return None
    shown = number(show(total, max(0, places(written, value, total)))) or 0.0
    per = round(UNITS[big].scale / UNITS[small].scale)
    whole, rest = divmod(shown, per)
    tail = f"{rest:.{max(0, places(written, value, total))}f}"
    return f"{whole:,.0f} {UNITS[big].symbol} {tail} {UNITS[small].symbol}"


def _label(unit: Unit, code: str, numbers: list[str], options: Options, *, first: bool) -> str:
    """The unit as it stands after the number, with what goes between."""
    short = {"on": True, "off": False, "in": first, "none": first, "values": None}.get(options.abbreviation, not first)
    if short is None:
        return ""
    if (unit.symbol.startswith("/") and (short or code.startswith("/"))) or unit.dimension.startswith("temperature"):
        return unit.symbol if unit.symbol.startswith("/") else f" {unit.symbol}"
    if short and not (first and options.adjective in ("on", "mid")):
        return f" {unit.symbol}"
    adjective = options.adjective in ("on", "mid") and first
    name = unit.singular if adjective or _one(numbers[-1]) else unit.plural
    if options.american:
        name = name.replace("metre", "meter").replace("litre", "liter")
    return f"-{name.replace(' ', '-')}" if adjective else f" {name}"


def _one(text: str) -> bool:
    value = number(text)
    return value is not None and 0 < abs(value) <= 1
