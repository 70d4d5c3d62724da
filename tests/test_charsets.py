"""The encoding of bytes that say nothing of themselves."""

from __future__ import annotations

import pytest
from test_encoding import SENTENCES

from ingest.charsets import codec_name, detect
from ingest.decode import decode
from ingest.model import Source

LEGACY = {
    "cp1250": "pl cs",
    "cp1251": "ru uk",
    "cp1252": "de fr es pt is",
    "cp1253": "el",
    "cp1254": "tr",
    "cp1255": "he",
    "cp1256": "ar",
    "cp1257": "lv",
    "iso8859-2": "pl cs",
    "iso8859-5": "ru",
    "koi8-r": "ru",
    "koi8-u": "uk",
    "cp866": "ru",
    "mac_cyrillic": "ru",
    "cp874": "th",
    "shift_jis": "ja",
    "euc_jp": "ja",
    "iso2022_jp": "ja",
    "gb18030": "zh",
    "gb2312": "zh",
    "euc_kr": "ko",
    "utf-16-le": "zh ru ja",
    "utf-16-be": "hi ar",
    "utf-32-be": "th",
}


@pytest.mark.parametrize(
    ("encoding", "language"), [(encoding, one) for encoding, all_of in LEGACY.items() for one in all_of.split()]
)
def test_legacy_encodings_are_detected(encoding: str, language: str) -> None:
    text = f"{SENTENCES[language]}\n".encode(encoding, "ignore").decode(encoding)
    text *= 3
    decoded, decoding = decode(Source("a.txt", text.encode(encoding)))
    assert decoded == text
    assert decoding.basis == "detected"
    assert decoding.confidence


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("iso8859-2", "Stranica je uspješno spremljena, a most je otvoren u podne."),
        ("iso8859-2", "Vrata su otvorena svaki dan osim nedjelje, ali most je još zatvoren."),
        ("iso8859-2", "Brod je kasnio jer je na moru bila oluja, a luka je još bila puna ljudi."),
        ("cp852", "Most ima dve možnosti za prehod in eno za vlak."),
        ("cp852", "Moja soba je dražja od tvoje."),
        ("cp1252", "Aquest enllaç no és vàlid."),
        ("cp1252", "L’été où l’on a déçu l’élève à Noël – le cœur à côté de l’île."),
        ("iso8859-1", "Perché la città è così vecchia? È l'età, più che la polvere."),
        ("iso8859-2", "Příliš žluťoučký kůň úpěl v neděli ráno."),
        ("cp1252", "Der Bau ist nach § 5 und §6 zulässig."),
    ],
)
def test_a_few_letters_are_read_as_what_most_texts_are_written_in(encoding: str, text: str) -> None:
    found = detect(f"{text}\n".encode(encoding))
    assert found
    assert f"{text}\n".encode(encoding).decode(found[0]) == f"{text}\n"


@pytest.mark.parametrize(
    "text",
    [
        "Non–breaking dashes and “quotes” – don’t you think?",
        "Windows 10 and 20 °C © 2010",
        "A café in Zürich; ½ a litre of El Niño, for José and Beyoncé.",
        "One naïve reader",
    ],
)
def test_english_with_a_few_marks_is_windows_1252(text: str) -> None:
    found = detect(text.encode("cp1252"))
    assert found
    assert found[0] == "cp1252"


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("UTF8", "utf-8"),
        (" 'GB2312' ", "gb18030"),
        ("x-sjis", "cp932"),
        ("ks_c_5601-1987", "cp949"),
        ("macintosh", "mac_roman"),
        ("iso-8859-9", "cp1254"),
        ("rot13", ""),
        ("base64", ""),
        ("utf-7", ""),
        ("unicode_escape", ""),
        ("", ""),
        ("../../etc", ""),
        ("a\x00b", ""),
    ],
)
def test_labels_mean_what_browsers_take_them_for(label: str, name: str) -> None:
    assert codec_name(label) == name
