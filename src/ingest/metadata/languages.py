"""Names and codes of languages, to the form of BCP 47."""

from __future__ import annotations

from ingest.late import late

# ISO 639-1, as registered.
_TWO_LETTERS = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en "
    "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv "
    "ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne "
    "ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st "
    "su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
_CODES = frozenset(_TWO_LETTERS.split())
# ISO 639-3: languages with a Wikipedia of their own that have no code of two letters.
_THREE_LETTERS = (
    "ceb war arz azb ckb als nds bar szl hsb dsb gsw fur lmo vec pms nap scn lij ast ext mwl und mul yue wuu haw"
)
_LONGER = frozenset(_THREE_LETTERS.split())
_OLD = {"iw": "he", "in": "id", "ji": "yi", "cn": "zh", "jp": "ja", "ua": "uk", "cz": "cs", "gr": "el", "dk": "da"}
_NAMES = {
    name: code
    for code, names in {
        "ar": "arabic|العربية",
        "bg": "bulgarian|български",
        "bn": "bengali|বাংলা",
        "ca": "catalan|català",
        "cs": "czech|čeština|česky",
        "da": "danish|dansk",
        "de": "german|deutsch|ger|deu",
        "el": "greek|ελληνικά",
        "en": "english|eng|american english|british english",
        "eo": "esperanto",
        "es": "spanish|español|castellano|spa|castilian",
        "et": "estonian|eesti",
        "eu": "basque|euskara",
        "fa": "persian|farsi|فارسی",
        "fi": "finnish|suomi",
        "fr": "french|français|fre|fra|francais",
        "ga": "irish|gaeilge",
        "he": "hebrew|עברית",
        "hi": "hindi|हिन्दी",
        "hr": "croatian|hrvatski",
        "hu": "hungarian|magyar",
        "hy": "armenian|հայերեն",
        "id": "indonesian|bahasa indonesia",
        "is": "icelandic|íslenska",
        "it": "italian|italiano|ita",
        "ja": "japanese|日本語|jpn",
        "ka": "georgian|ქართული",
        "ko": "korean|한국어|kor",
        "la": "latin|latina",
        "lt": "lithuanian|lietuvių",
        "lv": "latvian|latviešu",
        "nb": "norwegian bokmål|bokmål",
        "nl": "dutch|nederlands|nld|dut",
        "no": "norwegian|norsk",
        "pl": "polish|polski|pol",
        "pt": "portuguese|português|por|brazilian portuguese",
        "ro": "romanian|română",
        "ru": "russian|русский|rus",
        "sk": "slovak|slovenčina",
        "sl": "slovene|slovenian|slovenščina",
        "sr": "serbian|српски|srpski",
        "sv": "swedish|svenska|swe",
        "th": "thai|ไทย",
        "tr": "turkish|türkçe|tur",
        "uk": "ukrainian|українська|ukr",
        "ur": "urdu|اردو",
        "vi": "vietnamese|tiếng việt",
        "zh": "chinese|中文|汉语|漢語|zho|chi",
    }.items()
    for name in names.split("|")
}
# as Windows named them before BCP 47
_SCRIPTS = {"chs": "Hans", "cht": "Hant"}
_TAG = late(
    r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{3}))?(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?:\.[A-Za-z0-9-]+)?"
)


def read_language(written: str) -> str:
    """The BCP 47 tag for a written language (`en_US.UTF-8`, `English`, `中文`), or an empty string if it is none."""
    text = written.strip()
    named = _NAMES.get(text.casefold())
    if named:
        return named
    match = _TAG.fullmatch(text)
    if not match:
        return ""
    code = match[1].lower()
    extended = (match[2] or "").lower()
    if extended and code != "zh":
        return ""
    code = _OLD.get(code, code)
    code = _NAMES.get(code, code) if len(code) > 2 else code  # noqa: PLR2004 - codes of ISO 639-1
    if code not in _CODES and code not in _LONGER:
        return ""
    # Mandarin is what `zh` stands for; the other languages that were written behind it have codes of their own
    parts = [extended if extended in _LONGER else code]
    if script := match[3] or _SCRIPTS.get(extended, ""):
        parts.append(script.title())
    if match[4]:
        parts.append(match[4].upper())
    return "-".join(parts)
