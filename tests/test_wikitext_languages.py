"""Wikitext of many languages: namespaces, settings of pictures, switches, and the words of their accounts."""

from __future__ import annotations

import unicodedata

import pytest

from ingest.formats.wikitext import convert, unaccounted
from ingest.model import Conversion, Source


def converted(text: str) -> Conversion:
    conversion = convert(text, Source("pages/Page.wiki", b""))
    assert unaccounted(text, conversion) == []
    return conversion


@pytest.mark.parametrize(
    ("file", "category"),
    [
        ("Պատկեր", "Կատեգորիա"),
        ("ფაილი", "კატეგორია"),
        ("പ്രമാണം", "വർഗ്ഗം"),
        ("దస్త్రం", "వర్గం"),
        ("فائل", "زمرہ"),
        ("ไฟล์", "หมวดหมู่"),
        ("Сурет", "Санат"),
        ("Súbor", "Kategória"),
        ("Íomhá", "Catagóir"),
        ("চিত্র", "বিষয়শ্রেণী"),
    ],
)
def test_namespaces_of_all_languages_are_known(file: str, category: str) -> None:
    text = f"'''Kite''' is a bird.\n\n[[{file}:Kite.jpg|thumb|A kite]]\n[[{category}:Birds]]\n"
    for written in (text, unicodedata.normalize("NFD", text)):
        conversion = converted(written)
        assert conversion.body == "**Kite** is a bird.\n"
        assert conversion.fields["categories"] == ["Birds"]


def test_a_prefix_that_is_no_namespace_stays() -> None:
    assert converted("See [[Category theory: an outline]] and [[Filed: under]].").body == (
        "See Category theory: an outline and Filed: under.\n"
    )


@pytest.mark.parametrize(
    "settings",
    [
        "تصغير|يسار|200بك",
        "bélyegkép|jobbra",
        "μικρογραφία|250εσ",
        "jmpl|ka",
        "мини|ляво|220п",
        "섬네일|왼쪽",
        "thumb|alt=A bird",
    ],
)
@pytest.mark.parametrize("last", [False, True])
def test_settings_of_pictures_are_no_captions(settings: str, *, last: bool) -> None:
    caption = "The kite circles above the old town."
    parts = (caption, settings) if last else (settings, caption)
    conversion = converted(f"[[Image:Kite.jpg|{'|'.join(parts)}]]\nIt is a bird.\n")
    assert conversion.body == f"{caption}\n\nIt is a bird.\n"


@pytest.mark.parametrize("mark", ["।", "۔", "։"])
def test_captions_end_with_the_full_stop_of_their_language(mark: str) -> None:
    caption = f"aa bb cc dd ee{mark}"
    assert converted(f"[[Image:Kite.jpg|thumb|{caption}]]\nIt is a bird.\n").body == f"{caption}\n\nIt is a bird.\n"


@pytest.mark.parametrize(
    "switch", ["__NOTOC__", "__BEZOBSAHU__", "__SIN_TDC__", "__İÇİNDEKİLERYOK__", "__لافهرس__", "__目次非表示__"]
)
def test_switches_of_all_languages_are_recorded(switch: str) -> None:
    conversion = converted(f"It is a bird.\n\n{switch}\n")
    assert conversion.body == "It is a bird.\n"
    assert [block.rule for block in conversion.blocks] == ["WIK008"]


@pytest.mark.parametrize("text", ["The method __init__ is called.", "Fill in __the name__ here.", "用__强调__的词。"])
def test_words_between_underscores_stay(text: str) -> None:
    assert "__" in converted(text).body.replace("\\", "")


def test_sort_keys_and_titles_of_all_languages_are_settings() -> None:
    text = "It is a bird.\n{{ترتيب_افتراضي:طائر}}{{מיון רגיל:עוף}}{{KLÍČŘAZENÍ:Pták}}{{Шаблон:НАЗВАНИЕ}}\n"
    assert converted(text).body == "It is a bird.\n"


def test_attributes_before_a_lone_exclamation_mark_are_no_words() -> None:
    conversion = converted('{|\n! colspan="2" ! colspan="1" rowspan="2"| Actor\n! Role\n|-\n| Jane\n| Kite\n|}\n')
    assert "Actor" in conversion.body
    assert "colspan" not in conversion.body


@pytest.mark.parametrize(
    "text",
    [
        "In Ireland<br>[[lichen]]s grow on [[lichen]]ic stones, a lichen for each.",
        "* [[:en:User_talk:Jane#A_page_of_the_user]]",
        "See [https://example.org/a?b=].--[[User:Jane|Jane]] 10:00",
    ],
)
def test_words_that_markup_runs_together_are_accounted_for(text: str) -> None:
    converted(text)


def test_a_word_behind_an_address_that_is_lost_is_named() -> None:
    text = "See [https://example.org/a?b=].--[[User:Jane|Jane]] 10:00"
    conversion = Conversion("See https://example.org/a?b=. 10:00\n", "wikitext", {}, ())
    assert unaccounted(text, conversion) == ["jane"]
