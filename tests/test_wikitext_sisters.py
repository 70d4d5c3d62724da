"""Templates of other wikis and languages: what they show, and that the words of unknown ones are not lost."""

from __future__ import annotations

import pytest

from ingest.formats.wikitext import convert, unaccounted
from ingest.model import Conversion, Source


def converted(text: str) -> Conversion:
    conversion = convert(text, Source("pages/Page.wiki", b""))
    assert unaccounted(text, conversion) == []
    return conversion


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ("{{km2|12.012}}", "12.012 km²"),
        ("{{MÖ|3000}}", "MÖ 3000"),
        ("{{segle|XIII}}", "segle XIII"),
        ("{{łac.}} ''Alba''", "łac. *Alba*"),
        ("{{ДН|13|12|1893}}", "13.12.1893"),
        ("{{inh|en|enm|dogge||a hound}}", "dogge"),
        ("{{m+|en|kite}}", "kite"),
        ("{{lb|en|slang|_|dated}} A bird", "(slang, dated) A bird"),
        ("{{plural of|en|kite}}", "plural of kite"),
        ("{{man|8|pacman}}", "pacman(8)"),
        ("{{marker|type=go|name=North Pier|lat=5|long=6}}", "North Pier"),
    ],
)
def test_templates_within_a_line(template: str, shown: str) -> None:
    assert converted(f"It is {template} there.").body == f"It is {shown} there.\n"


def test_a_place_of_a_travel_guide_keeps_what_is_said_of_it() -> None:
    text = (
        "* {{see\n| name=Old Mill | alt= | url=http://example.org | lat=51.0 | long=3.7\n"
        "| address=Main Street 5 | hours=10:00-18:00"
        " | price=€5\n| content=A mill with a view. Bring a coat.\n}}\n\n{{see|Other mills}}\n"
    )
    assert converted(text).body == "- **Old Mill**, Main Street 5. 10:00-18:00. €5. A mill with a view. Bring a coat.\n"


def test_notes_of_a_manual_are_shown_and_those_of_a_citation_are_not() -> None:
    text = (
        "{{Note|1=Keep the ''list'' safe from harm.}}\n"
        "{{Warning|\n* Do not run it twice.\n* Read this first.\n}}\nA kite.{{note|a}}\n"
    )
    assert converted(text).body == (
        "**Note:** Keep the *list* safe from harm.\n\n**Warning:**\n\n- Do not run it twice.\n- Read this first.\n\nA kite.\n"
    )


@pytest.mark.parametrize("name", ["ציטוט", "اقتباس", "Idézet 3", "Citát", "Alıntı", "인용문"])
def test_quotations_of_more_languages(name: str) -> None:
    assert converted(f"{{{{{name}|Wide is the sea.|Orr}}}}").body == "> Wide is the sea.\n>\n> — Orr\n"


def test_sentences_of_an_unknown_template_that_stands_alone_stay() -> None:
    conversion = converted("{{Textkasten|Der Milan kreist über der alten Stadt.}}\n\nEr ist ein Vogel.\n")
    assert conversion.body == "Der Milan kreist über der alten Stadt.\n\nEr ist ein Vogel.\n"
    assert [remark.message for remark in conversion.remarks] == [
        "unknown template {{textkasten}} is shown by the sentences in it"
    ]


@pytest.mark.parametrize(
    "template", ["{{Textkasten|Der Milan}}", "{{Leiste|a=1|b=Vögel der Welt}}", "{{Kasten|http://a.b. Es ist.}}"]
)
def test_other_unknown_templates_that_stand_alone_are_recorded(template: str) -> None:
    conversion = converted(f"Er ist ein Vogel.\n\n{template}\n")
    assert conversion.body == "Er ist ein Vogel.\n"
    assert [block.rule for block in conversion.blocks] == ["WIK001"]


def test_the_box_of_an_article_may_stand_below_a_motto_and_takes_the_place_of_a_guessed_one() -> None:
    text = (
        "{{Quote|I fly.|Kite}}\n{{Order\n|prev=Owl\n|next=Lark\n|round=2\n}}\n{{Bird infobox\n|name=Red kite\n}}\n"
        "It is a bird.\n"
    )
    conversion = converted(text)
    assert conversion.fields["infobox"] == {"name": "Red kite"}
    assert conversion.body == "> I fly.\n>\n> — Kite\n\nIt is a bird.\n"


def test_a_torn_template_leaves_the_page_its_categories() -> None:
    conversion = converted("It is a bird.\n\n{{Sortkey: kite\n[[Category:Birds]]\n[[Category:Raptors]]\n")
    assert conversion.body == "It is a bird.\n"
    assert conversion.fields["categories"] == ["Birds", "Raptors"]


def test_a_heading_of_a_template_that_is_not_known_leaves_no_marks() -> None:
    assert converted("== {{Übersetzung}} ==\nText.\n").body == "Text.\n"


def test_works_that_other_languages_list() -> None:
    text = "* {{Citace monografie|příjmení=Malá|jméno=Eva|titul=Voda|vydavatel=Host|místo=Brno|rok=2000}}\n"
    assert converted(text).body == "- Malá, Eva (2000). *Voda*. Brno: Host.\n"
