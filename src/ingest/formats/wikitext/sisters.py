"""What the templates of other wikis show: of the sister projects, of manuals, of fans' wikis, and of other languages.

Source: the documentation of the templates on the English Wiktionary, Wikivoyage and Wikisource, mediawiki.org, the wiki of
Arch Linux, and the Wikipedias of the languages. The functions are like those of `templates`, to whose table they add
themselves.
"""

from __future__ import annotations

import re

from ingest.formats.wikitext.names import listed, words
from ingest.formats.wikitext.templates import Call, handler, shows_one

# Names of places, terms and pages: templates that show one parameter.

_ONE = {
    "1": (
        "wortart; pkg; "
        "aur; grp; app; ll; phab; scrollbox; n-g; non-gloss definition; non-gloss; ng; taxfmt; taxlink; vern; x-larger; "
        "xx-larger; larger block; fine block; center block; right; droite; centré; sic2; t3; t2; t4; di; "
        "dropinitial; drop initial; initial; szám; nts; color2; sund; 언어링크; artikel; hws; hwe; smallcaps all; asc; fqm; "
        "gap2; tq; tqb; tooltip2; spoiler; tabelbreak; nobr3; t1"
    ),
    "name|1": "marker; poi; kartenmarker",
    "content|inhalt|1": "scroll box; scroll; scrollbar",
    "2|1": "t; t+; t-; tt+; m+; l; ll2; link3; lang-inline; ü; üt; llang; vjazyce2; color2b",
    "4|3|2": "inh; inh+; der; der+; bor; bor+; lbor; slbor; ubor; uder; obor; calque; cal; semantic loan; psm; cog2",
    "3|2": "cog; noncog; ncog; mention; m-self; l-self; back-formation; clipping; rfv-etym",
}

shows_one(
    _ONE,
    "1",
    "2",
    "3",
    "t",
    "tr",
    "g",
    "id",
    "pos",
    "sc",
    "lit",
    "url",
    "type",
    "lat",
    "long",
    "zoom",
    "wikidata",
    "float",
)

# Eras, measures and dates of other languages.

_FORMS = {
    "km2": "{0} km²",
    "km²": "{0} km²",
    "m2": "{0} m²",
    "mi2": "{0} mi²",
    "m n m": "{0} m n. m.",
    "mö": "MÖ {0}",
    "πχ": "{0} π.Χ.",
    "μχ": "{0} μ.Χ.",
    "هـ": "{0} هـ",
    "م": "{0}م",
    "ق م": "{0} ق.م",
    "ق.م": "{0} ق.م",
    "век": "{0} век",
    "segle": "segle {0}",
    "século": "século {0}",
    "séc": "século {0}",
    "stoljeće": "{0}. stoljeće",
    "століття": "{0} століття",
    "พ.ศ.2": "{0}",
    "พ.ศ.": "พ.ศ. {0}",
    "ค.ศ.": "ค.ศ. {0}",
    "和暦": "{0}年",
    "날짜한자": "{0}",
    "dată": "{0}",
    "data": "{0}",
    "dátum": "{0}",
}


@handler("; ".join(_FORMS))
def _form(call: Call) -> str | None:
    values = call.positional()
    return (
        _FORMS[call.name].format(" ".join(values[:3] if call.name.startswith("d") else values[:1])) if values else None
    )


_FIXED = {
    "пр.н.е.": "пр.н.е.",
    "н.е.": "н.е.",
    "до н. э.": "до н. э.",
    "н": "нар.",
    "łac.": "łac.",
    "niem.": "niem.",
    "ang.": "ang.",
    "fr.": "fr.",
    "ros.": "ros.",
    "gr.": "gr.",
    "hiszp.": "hiszp.",
    "wł.": "wł.",
    "czes.": "czes.",
    "ukr.": "ukr.",
    "węg.": "węg.",
    "lit.": "lit.",
    "jap.": "jap.",
    "chiń.": "chiń.",
    "arab.": "arab.",
    "hebr.": "hebr.",
    "--": "–",
    "سخ": "<br>",
}


@handler("; ".join(_FIXED))
def _fixed(call: Call) -> str | None:
    return call.get("1") or _FIXED[call.name]


_CZECH = {
    "la": "latinsky",
    "de": "německy",
    "en": "anglicky",
    "fr": "francouzsky",
    "ru": "rusky",
    "pl": "polsky",
    "sk": "slovensky",
}


@handler("vjazyce")
def _in_language(call: Call) -> str | None:
    return _CZECH.get(call.get("1"))


@handler("дн; дс; дата народження; дата смерті; датанародження; датасмерті")
def _day_of_life(call: Call) -> str | None:
    """`{{ДН|13|12|1893}}`: day, month and year of a birth or death."""
    day, month, year = ([*call.positional(), "", "", ""])[:3]
    call.ignore("4", "5", "6")
    return ".".join(one.zfill(2) for one in (day, month, year) if one) or None


@handler("ب")
def _verse(call: Call) -> str | None:
    """The two halves of a verse of Persian."""
    return "<br>".join(call.positional()) + "<br>" if call.positional() else None


@handler(
    "شعر; پایان شعر; sloupce; konec sloupců; چپ‌چین; پایان چپ‌چین; block center/s; block center/e; misattributed begin"
)
def _frame(call: Call) -> str | None:
    call.ignore("1", "2")
    return "\n"


@handler("إنج; انج; إنك")
def _in_english(call: Call) -> str | None:
    return f"({call.get('1')})" if call.get("1") else None


# Wiktionary.


@handler("lb; label; lbl; qualifier; q; qual; gloss; gl; sense; k")
def _labels(call: Call) -> str | None:
    values = call.positional()
    if call.name in ("lb", "label", "lbl"):
        values = values[1:]
    call.ignore("1", "ft", "spr")
    shown = ", ".join(one for one in values if one not in ("", "_", "and", "or"))
    return f"({shown})" if shown else None


@handler("ux; uxi; usex; eg; ex; collocation; co")
def _example(call: Call) -> str | None:
    call.ignore("1", "t", "tr", "inline", "ref")
    return " – ".join(one for one in (call.get("2"), call.get("3", "t", "translation")) if one) or None


@handler(
    "quote-book; quote-text; quote-journal; quote-web; quote-song; quote-av; quote-newsgroup; quote-hansard; quote-video"
)
def _quoted(call: Call) -> str | None:
    passage = call.get("passage", "text", "7", "8")
    source = ", ".join(
        one for one in (call.get("year", "date"), call.get("author", "last"), call.get("title", "work")) if one
    )
    call.ignore(
        "1", "url", "page", "pages", "publisher", "location", "isbn", "chapter", "section", "month", "oclc", "first"
    )
    return ": ".join(one for one in (source, passage) if one) or None


@handler("synonyms; ant; antonyms; hyper; hypo; coordinate terms; cot")
def _related(call: Call) -> str | None:
    call.ignore("1")
    terms = [one for one in call.positional()[1:] if one]
    return ", ".join(terms) or None


_OF = listed(
    "plural of; alternative form of; alternative spelling of; abbreviation of; initialism of; past participle of; "
    "present participle of; past tense of; feminine of; diminutive of; misspelling of; obsolete form of; archaic form of; "
    "synonym of; inflection of; clipping of; form of; obsolete spelling of; acronym of; ellipsis of; alternative case form of"
)


@handler("; ".join(_OF))
def _form_of(call: Call) -> str | None:
    term = call.get("3", "2")
    call.ignore("1", "4", "t", "nocap", "nodot", "s", "p", "||")
    return f"{call.name} {term}" if term else None


# Manuals.

_NOTES = words(
    "tip warning caution important attention hint info achtung hinweis tipp avertissement attenzione body_note"
)


@handler("; ".join(one.replace("_", " ") for one in _NOTES))
def note(call: Call) -> str | None:
    """A box with a note: what it is, and its text, which may be a list."""
    call.ignore("style", "type", "width", "inline")
    text = call.get("text", "1", "content")
    apart = "\n" if text[:1] in "*#:;" else " "
    return f"\n\n'''{call.written}:'''{apart}{text}\n\n" if len(text.split()) > 2 else None


@handler("bc; hc; codebox; sourcecode")
def _code_box(call: Call) -> str | None:
    lines = [*(call.get(key).strip("\n") for key in ("1", "2")), call.get("code")]
    shown = "\n".join(one for one in lines if one)
    return "\n" + "\n".join(f" {line}" for line in shown.split("\n")) + "\n" if shown else None


@handler("man; manpage")
def _manual(call: Call) -> str | None:
    call.ignore("url", "pkg")
    section, page = call.get("1"), call.get("2")
    return f"{page}({section})" if page else section or None


@handler("dialogue; dialog; conversation")
def _dialogue(call: Call) -> str | None:
    """`{{Dialogue|Ann|Hello.|Bob|Hi.|attr=...|src=...}}`: who speaks and what is said, in turn."""
    values = call.positional()
    lines = [f"{who}: {said}" for who, said in zip(values[::2], values[1::2], strict=False) if said]
    signed = ", ".join(one for one in (call.get("attr"), call.get("src")) if one)
    if not lines:
        return None
    return "\n<blockquote>\n" + "\n\n".join(lines) + (f"\n\n— {signed}" if signed else "") + "\n</blockquote>\n"


# Wikivoyage.

LISTINGS = frozenset(words("see do eat drink sleep buy go listing vcard"))
"""Templates of places to go to; some of these names mean something else without a name of a place."""


def listing(call: Call) -> str | None:
    """A place to go to: its name, where it is, when it is open, what it costs, and what is said of it."""
    name = call.get("name")
    call.ignore("url", "email", "lat", "long", "wikipedia", "wikidata", "image", "lastedit", "fax", "tollfree", "type")
    place = ", ".join(one for one in (call.get("address"), call.get("directions"), call.get("phone")) if one)
    head = f"'''{name}'''" + (f" (''{call.get('alt')}'')" if call.get("alt") else "") + (f", {place}" if place else "")
    times = f"{call.get('checkin')} – {call.get('checkout')}" if call.get("checkin", "checkout") else ""
    bits = (head, call.get("hours"), times, call.get("price"), call.get("content", "description"))
    shown = ". ".join(one.strip().removesuffix(".") for one in bits if one.strip())
    return f"{shown}." if name else None


_SENTENCE = re.compile(r"[.!?。！？।۔։](?:[\"'”’»)\]]|$|\s)")
_TEXTS = words("1 text content texte texto testo tekst tekstas inhalt contenido contenu текст зміст متن نص תוכן içerik")
_FEWEST_WORDS = 6


def block_text(call: Call) -> str:
    """What an unknown template that stands alone shows: a parameter that is a sentence or more; else nothing."""
    for key in (*_TEXTS, "2"):
        if key not in call:
            continue
        text = call.get(key)
        wide = not text.isascii() and text.rstrip()[-1:] in "。！？"
        if _SENTENCE.search(text) and (len(text.split()) >= _FEWEST_WORDS or wide) and "http" not in text[:8]:
            return text
    return ""
