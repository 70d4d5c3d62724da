"""What a citation shows that stands in the text itself, as in a list of works.

Source: the documentation of the citation templates on the English, German, French, Spanish, Italian, Portuguese, Russian,
Ukrainian, Polish, Scandinavian, Arabic, Turkish, Catalan, Czech, Slovak,
Hungarian, Finnish, Greek, Bengali, Persian and Vietnamese Wikipedias.
"""

from __future__ import annotations

from ingest.formats.wikitext.names import words
from ingest.formats.wikitext.templates import Call

_LINKS = words(
    """url access-date accessdate archive-url archiveurl archive-date archivedate url-status deadurl dead-url author-link
    authorlink doi jstor pmid pmc oclc bibcode ref mode df language lang url-access doi-access s2cid arxiv id issn lccn
    asin hdl via format author-link1 author1-link editor-link access name-list-style postscript Online Abruf Sprache
    Zugriff lire consulté fechaacceso"""
)
"""Parameters of a citation that are no text or lead out of the page."""


# The parameters of each part, in the order in which they are asked for.
_YEAR = words(
    "date year Datum Jahr année año data fecha jahr anno год рік rok år jaar السنة سنة تاريخ yıl any év vuosi năm έτος সাল سال"
)
_TITLE = (
    *words(
        """title Titel titre título titolo titulo заглавие назва tytuł titel tittel chapter-title script-title title-link2
    العنوان عنوان başlık titul títol cím otsikko nimeke titlu τίτλος শিরোনাম naslov pealkiri nosaukums"""
    ),
    "tiêu đề",
)
_PART = words("chapter contribution entry article Kapitel TitelErg")
_WORK = words(
    """work journal newspaper magazine website periodical encyclopedia Sammelwerk périodique Werk publicación revista"""
)
_PLACE = words("location place Ort lieu ubicación место місце miejsce místo miesto hely lloc المكان yer paikka")
_PUBLISHER = words(
    "publisher Verlag éditeur editorial Hrsg editore editora издательство wydawca förlag "
    "الناشر ناشر yayıncı vydavatel vydavateľ kiadó julkaisija εκδότης প্রকাশক uitgever utgiver forlag"
)
_VOLUME = words("volume Band issue Nummer")
_PAGES = words("pages page p pp Seiten passage")
_ISBN = words("isbn ISBN isbn13")
_AUTHOR = (
    *words(
        """author authors Autor auteur autor autore автор författare forfatter author-link2 Herausgeber editor vauthors
    المؤلف مؤلف yazar szerző tekijä συγγραφέας লেখক نویسنده"""
    ),
    "tác giả",
)
# With the number of the person behind them.
_SURNAME = words("surname cognom nom apellido apellidos cognome nazwisko efternamn příjmení priezvisko")
_GIVEN_NAME = words("first given prénom nombre nome imię förnamn jméno meno")


def citation(call: Call) -> str | None:
    """A citation that stands in the text itself (a list of works): its authors, year, title and publisher."""
    people = [f"{last}, {first}" if first else last for last, first in _people(call)]
    year, title, part, work = call.get(*_YEAR), call.get(*_TITLE), call.get(*_PART), call.get(*_WORK)
    quoted = part or (title if work else "")
    book = work or title
    place, publisher = call.get(*_PLACE), call.get(*_PUBLISHER)
    volume, pages = call.get(*_VOLUME), call.get(*_PAGES)
    first = "; ".join(people) + (f" ({year})" if year else "")
    source = ": ".join(one for one in (place, publisher) if one)
    if not book and not quoted:
        return None
    isbn = call.get(*_ISBN)
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
    """The authors, or else the editors, as surname and given names; a whole name stands as a surname."""
    whole = call.get(*_AUTHOR)
    people = [(whole, "")] if whole else []
    for index in ("", *map(str, range(1, 10))):
        named = f"author{index}" if index else "last"
        last = call.get(f"last{index}", named, *(name + index for name in _SURNAME))
        if last and (last, "") not in people:
            people.append((last, call.get(*(name + index for name in _GIVEN_NAME))))
    return people
