"""Full wikitext: recognition, conversion, and the proof that no visible word goes unrecorded."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.config import Config
from ingest.formats.wikitext import WIKITEXT_CODES, convert, matches, unaccounted
from ingest.formats.wikitext.account import visible_text
from ingest.model import Conversion, Source
from ingest.pipeline import clean_document


def source(path: str = "folder/Red_kite.wiki.txt") -> Source:
    return Source(path, b"")


def converted(text: str, path: str = "folder/Red_kite.wiki.txt") -> Conversion:
    return convert(text, source(path))


def body(text: str) -> str:
    return converted(text).body


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def account(conversion: Conversion) -> set[str]:
    """All words that a conversion accounts for."""
    found = words(conversion.body) | words(str(dict(conversion.fields)))
    for block in conversion.blocks:
        found |= words(block.text)
    return found


# Recognition.

PAGE = """{{Infobox bird|name=Red kite}}
The '''red kite''' is a [[bird of prey]].<ref>A book.</ref>

== Range ==
It lives in [[Europe]].

[[Category:Birds]]
"""


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        "'''Foo''' is a [[bar]].\n\n== Baz ==\n\nA [[qux]] {{as of|2010}}.",
        "{| class=wikitable\n|-\n| [[a]] || b\n|}\n[[Kategorie:Listen]] [[x]]",
    ],
)
def test_a_pages_source_is_recognised(text: str) -> None:
    assert matches(text, source("x.txt"))


@pytest.mark.parametrize(
    "text",
    [
        "= Red kite =\n\nThe red kite is a bird.\n\n\n== Range ==\nIt lives in Europe.\n",
        "# Red kite\n\nA [link](https://example.org) and one leftover {{fact}} of [[a wiki]].\n",
        "---\ntitle: Notes\n---\nSee [[Other note]] and [[Third note]] for '''more'''.\n",
        "# Templates\n\n{{< figure src=a.png >}}\n\n{{% note %}} See [[other]].\n\n## Next\n",
        "A text about a[[0]] and b[[1]].",
        "Dear {{name}}, see [[Plan]] and [[Other plan]].\n\nYours, {{sender}}\n",
        "<div>{{user.name}}</div>\n<script>let a = [[1, 2]]; let b = [[3]]</script>\n{{user.mail}}",
        "<!DOCTYPE html>\n<textarea>'''Foo''' is a [[bar]].\n\n== Baz ==\n{{as of|2010}} [[x]]</textarea>",
        "",
        "Plain prose without any markup at all.",
        "== Results ==\nAfter {{n}} rounds the <ref was in the text.\n",
    ],
)
def test_other_texts_are_not(text: str) -> None:
    assert not matches(text, source("x.txt"))


def test_a_declared_page_needs_one_sign_only() -> None:
    assert matches("A [[link]] only.", Source("x", b"", mediatype="text/x-wiki"))
    assert not matches("A [[link]] only.", Source("x", b""))
    assert not matches("No sign.", Source("x", b"", mediatype="text/x-wiki"))


# Text.


@pytest.mark.parametrize(
    ("wikitext", "markdown"),
    [
        ("A '''bold''' and ''slanted'' word.", "A **bold** and *slanted* word."),
        ("'''''Both''''' here.", "***Both*** here."),
        ("'''''Both'' bold''' here.", "***Both* bold** here."),
        ("The ''Star'', a paper (''The Sun'').", "The *Star*, a paper (*The Sun*)."),
        ("An unclosed '''bold\nnext line.", "An unclosed **bold**\nnext line."),
        ("L'''amour'' de vivre.", "L'*amour* de vivre."),
        ("A [[kite (bird)|kite]] and [[eagle]]s.", "A kite and eagles."),
        ("See [[Mercury (planet)|]] and [[:Category:Birds]].", "See Mercury and Category:Birds."),
        (
            "A [https://example.org site], [https://example.org/x] and https://example.org/y_z_.",
            "A site, https://example.org/x and https://example.org/y_z_.",
        ),
        ("5&nbsp;km &ndash; &lt;ref&gt; &copy", "5\N{NO-BREAK SPACE}km – \\<ref> &copy"),
        (
            "H<sub>2</sub>O, 10<sup>-3</sup> m<sup>2</sup>, 2<sup>''n''−1</sup>, XIX<sup>e</sup>.",
            "H₂O, 10⁻³ m², 2ⁿ⁻¹, XIXe.",
        ),
        ("One<br>two<br/>three", "One\\\ntwo\\\nthree"),
        ("One<br><br>two", "One\n\ntwo"),
        ('A <span style="color:red">red</span> <small>word</small> <b>here</b>.', "A red word **here**."),
        ("Use <code>''x''</code> or <nowiki>''y'' [[z]]</nowiki>.", "Use `x` or ''y'' [[z]]."),
        ("The sum <math>\\frac{a}{b}</math> is small.", "The sum $\\frac{a}{b}$ is small."),
        ("Text.<!-- hidden --> More.", "Text. More."),
        ("One\n<!-- a line -->\ntwo", "One\ntwo"),
        ("A fact .<ref>x</ref> B <ref name=a/>, C<ref name=b>y</ref>.", "A fact . B, C."),
        ("__NOTOC__\nText.", "Text."),
        ("2 * 3 and a_b and *star", "2 * 3 and a_b and \\*star"),
        ("1969. was a year\n\n+ plus", "1969\\. was a year\n\n\\+ plus"),
        ("<blockquote>Said.</blockquote>", "> Said."),
        ("Two  blanks here.", "Two blanks here."),
        ("<ul><li>one</li><li>two</li></ul>", "- one\n- two"),
    ],
)
def test_text_within_a_paragraph(wikitext: str, markdown: str) -> None:
    assert body(wikitext).rstrip("\n") == markdown


@pytest.mark.parametrize(
    ("wikitext", "markdown"),
    [
        ("== A ==\nx\n=== B ''c'' ===\ny", "## A\n\nx\n\n### B c\n\ny\n"),
        ("==A== <!-- c -->\nx", "## A\n\nx\n"),
        ("* a\n** b\n*** c\n* d", "- a\n  - b\n    - c\n- d\n"),
        ("# a\n# b\n## c\n# d", "1. a\n2. b\n   1. c\n3. d\n"),
        ("# a\n#* b\n# c", "1. a\n   - b\n2. c\n"),
        ("* a\n# b", "- a\n\n1. b\n"),
        ("* a\n*: more\n* b", "- a\n\n  more\n- b\n"),
        ("** deep\n* flat", "- deep\n- flat\n"),
        ("; Term : meaning\n: more", "**Term**\n\nmeaning\n\nmore\n"),
        (": indented\n:: deeper", "indented\n\ndeeper\n"),
        ("a\n----\nb", "a\n\n* * *\n\nb\n"),
        ("<pre>\nx = ''1''\n</pre>", "```\nx = ''1''\n```\n"),
        ('<syntaxhighlight lang="python">\nx = [[1]]\n\ny\n</syntaxhighlight>', "```python\nx = [[1]]\n\ny\n```\n"),
        (" line one\n line ''two''", "```\nline one\nline two\n```\n"),
        ("<poem>\nOne\nTwo\n\nThree\n</poem>", "One\\\nTwo\n\nThree\n"),
        ("* a <br> b\n*", "- a\\\n  b\n"),
    ],
)
def test_blocks(wikitext: str, markdown: str) -> None:
    assert body(wikitext) == markdown


@pytest.mark.parametrize(
    ("wikitext", "markdown"),
    [
        (
            '{| class="wikitable"\n|+ Birds\n! Name !! Length\n|-\n| [[Kite]] || 60&nbsp;cm\n|- style="x"\n'
            "| align=right | Owl\n| 1|2\n|}",
            "Birds\n\n| Name | Length |\n| --- | --- |\n| Kite | 60\N{NO-BREAK SPACE}cm |\n| Owl | 1\\|2 |\n",
        ),
        ("{|\n| a || b\n|-\n| c || d\n|}", "| | |\n| --- | --- |\n| a | b |\n| c | d |\n"),
        (
            "{|\n! A !! B\n|-\n| rowspan=2 | x || 1\n|-\n| 2\n|-\n| colspan=2 | wide\n|}",
            "| A | B |\n| --- | --- |\n| x | 1 |\n| x | 2 |\n| wide | |\n",
        ),
        (
            "{|\n! A !! B\n|-\n| one<br>two ||\n* x\n* y\n|}",
            "| A | B |\n| --- | --- |\n| one / two | x / y |\n",
        ),
        ("{|\n! A !! B\n|-\n|\n{|\n| p || q\n|}\n| r\n|}", "| A | B |\n| --- | --- |\n| p, q | r |\n"),
        ("{|\n|\n* a\n* b\n|\n* c\n|}", "- a\n- b\n\n- c\n"),
        (
            "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>",
            "| A | B |\n| --- | --- |\n| 1 | 2 |\n",
        ),
        ("{|\n! A !! B\n|-\n| 1 || 2\n\n== Next ==\ntext", "| A | B |\n| --- | --- |\n| 1 | 2 |\n\n## Next\n\ntext\n"),
    ],
)
def test_tables(wikitext: str, markdown: str) -> None:
    assert body(wikitext) == markdown


# Templates.


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ("{{usc|18|1001}}", "18 U.S.C. § 1001"),
        ("{{ussc|347|483|1954}}", "347 U.S. 483 (1954)"),
        ("{{ussc|347|483}}", "347 U.S. 483"),
        ("{{OldStyleDate|12 August|1708|1 August}}", "12 August [O.S. 1 August] 1708"),
        ("{{closed-open|0, 1}}", "[0, 1)"),
        ("{{bibleverse||John|3:16|KJV}}", "John 3:16"),
        ("{{bibleverse|1|John|3:16}}", "1 John 3:16"),
        ("{{percentage|1200|4000}}", "30%"),
        ("{{percentage|1|3|1}}", "33.3%"),
        ("{{age in years and days|1954|1|1|1955|2|3}}", "1 year, 33 days"),
        ("{{age in years and days|2000|2|29|2001|3|1}}", "1 year, 0 days"),
        ("{{format price|1200000}}", "1.2 million"),
        ("{{weight|kg=80}}", "80 kg (176 lb)"),
        ("{{INRConvert|5|c}}", "₹5 crore"),
        ("{{euro|5}}", "€5"),
        ("{{track gauge|1435 mm}}", "1,435 mm"),
        ("{{music|flat}} and {{music|time|3|4}}", "♭ and 3/4"),
        ("{{Solar mass|4.3}}", "4.3 M☉"),
        ("{{lang-sr-Cyrl-Latn|Београд|Beograd}}", "Београд"),
        ("{{IPA|fr|paʁi}} or {{IPA|/p/}}", "paʁi or /p/"),
        ("{{lang|en|texte=Night}}", "Night"),
        ("{{M|14|u=km}} and {{m|la|aqua}}", "14 km and aqua"),
        ("{{s|XIX|e}}, {{s|12 км}}", "XIXe siècle, 12 км"),
        ("{{XIXe siècle}}", "XIXe siècle"),
        ("{{s-|XX}}, {{s|I}}, {{s2|XIX|e|XX|e}}", "XXe siècle, Ier siècle, XIXe et XXe siècles"),
        ("{{-s|V|e}}, {{-s-|I|er}}, {{sav|III|e}}", "Ve siècle av. J.-C., Ier siècle av. J.-C., IIIe siècle av. J.-C."),
        ("{{sp|XV|e|et|XVI|e|s}}, {{sp|XV|e|au|XVI|e}}", "XVe et XVIe siècles, XVe au XVIe siècle"),
        ("{{-sp-|V|e|au|IV|e}}, {{s mini|XII|e}}", "Ve au IVe siècle av. J.-C., XIIe"),
        ("{{siglo|XX||s}}, {{siglo|V|a. C.}}", "siglo XX, siglo V a. C."),
        ("{{n°}}3, {{n°|4}}, {{n°}} 5, {{Mme|Orr}}", "nº 3, nº 4, nº 5, Mme Orr"),
        ("{{font color|red|blue|a text}} and {{font color|red|another}}", "a text and another"),
        ("{{vgrelease|NA|May 5, 2001|EU|June 6}}", "NA: May 5, 2001; EU: June 6"),
        ("{{2e}} or {{3e|édition}}", "2e or 3e édition"),
        ("{{p.}}45, {{p.|45}}, {{nb p.|200}}", "p. 45, p. 45, 200 p."),
        ("{{incise|en vain|stop}}", "– en vain"),
        ("{{Schriftgröße|120|das Wort}} {{Bruch|3|4}} {{dts|4|5|1950}}", "das Wort 3/4 4 May 1950"),
        ("{{cita requerida|lo que dijo}}", "lo que dijo"),
        ("{{нп5|Орр|Джейн Орр|en|Orr}}, {{не переведено 5|Холм|||Holm}}", "Джейн Орр, Холм"),
        ("{{仮リンク|凧揚げ|en|Kite|label=凧上げ}}{{bd|1950年|5月4日}}", "凧上げ（1950年5月4日－）"),
        ("{{nuclide|carbon|14}}", "carbon-14"),
        ("{{music|time|3|4}} {{music|C|sharp}}", "3/4 C♯"),
        ("{{convert|5|to|10|firkin}}", "5 to 10 firkin"),
        ("{{val|5|(3)}}, {{val|5|3}}", "5(3), 5±3"),
        ("{{radic|5|3}} and {{radic|5}}", "³√5 and √5"),
        ("{{nowrap begin}}one{{wrap}}two{{nowrap end}}", "one two"),
        ("{{convertir|12|km|mi}}, {{omräkna|3|-|5|m|ft}}", "12 km, 3 - 5 m"),
        ("{{clarify span|text=the words|date=x}} and {{citation needed span|these|date=x}}", "the words and these"),
        ("{{formatnum:12345.6}}", "12,345.6"),
        ("{{仮リンク|川|en|River}}と{{読み仮名|潮騒|しおさい}}", "川と潮騒（しおさい）"),
        ("{{tsl|en|Lars Bo|拉尔斯}}與{{link-en|扬|Jan}}", "拉尔斯與扬"),
        ("-{zh-hans:计算机; zh-hant:電腦}-", "计算机"),
        ("-{程序}-", "程序"),
        ("-{zh-hk:甲; zh-tw:乙}-", "乙"),
        # What no table knows.
        ("{{mystery|la|aqua}}", "aqua"),
        ("{{mystery|1998}}", "1998"),
        ("{{mystery|12|km|3}}", "12 km"),
        ("{{mystery|the words|en|3}}", "the words"),
        ("{{загадка|Слово|en|Word}}", "Слово"),
    ],
)
def test_templates_of_single_subjects_and_other_languages(template: str, shown: str) -> None:
    assert body(f"It is {template} there.").strip() == f"It is {shown} there."


@pytest.mark.parametrize(
    "template", ["{{mystery|A|3}}", "{{mystery|Orr|Tern|x=1}}", "{{mystery|http://a.org|words}}", "{{mystery|en}}"]
)
def test_a_template_that_may_show_anything_leaves_a_remark(template: str) -> None:
    found = converted(f"It is {template} there.")
    assert "mystery" in " ".join(remark.message for remark in found.remarks)
    if template != "{{mystery|en}}":
        assert found.body == "It is there.\n"


def test_words_of_a_page_in_another_way_of_writing_are_recorded() -> None:
    found = converted("甲-{H|zh-hans:一; zh-hant:二}-乙-{zh-hans:三; zh-hant:四}-丙。")
    assert found.body == "甲乙三丙。\n"
    assert [block.text for block in found.blocks] == ["-{H|zh-hans:一; zh-hant:二}-", "-{zh-hans:三; zh-hant:四}-"]


def test_a_theorem_is_a_paragraph_with_its_name() -> None:
    text = (
        "{{Math theorem|name=Theorem|note=Orr, 1931|Every group is {{mvar|G}}.}}\n"
        "{{Math proof|Take it. {{qed}}}}\nSee {{EquationNote|1}}."
    )
    assert body(text) == "**Theorem (Orr, 1931).** Every group is G.\n\n**Proof.** Take it. ∎\n\nSee (1).\n"


def test_citations_of_other_languages_are_shown_in_lists() -> None:
    text = (
        "* {{книга|автор=Орлов И. П.|заглавие=Отлив|место=Сарн|год=1891}}\n"
        "* {{Cytuj książkę|nazwisko=Orr|imię=Jan|tytuł=Miasta|rok=1999}}"
    )
    assert body(text) == "- Орлов И. П. (1891). *Отлив*. Сарн.\n- Orr, Jan (1999). *Miasta*.\n"


def test_a_squad_is_a_list_of_its_players() -> None:
    text = (
        "{{fs start}}\n{{fs player|no=1|nat=VEL|pos=GK|name=[[Pavel Orsic]]}}\n{{fs mid}}\n"
        "{{fs player|no=4|pos=DF|name=Lars Bo|other=[[captain]]}}\n{{fs end}}\n"
    )
    assert body(text) == "- 1 GK Pavel Orsic\n\n- 4 DF Lars Bo (captain)\n"


def test_a_table_may_stand_in_the_place_of_an_entry() -> None:
    shown = "| A | B |\n| --- | --- |\n| 1 | 2 |\n"
    assert body(":{|\n! A !! B\n|-\n| 1 || 2\n|}\n") == shown
    assert body(":{|\n:! A !! B\n:|-\n:| 1 || 2\n:|}\n") == shown
    assert body(": Before\n:{|\n! A !! B\n|-\n| 1 || 2\n|}\nAfter") == f"Before\n\n{shown}\nAfter\n"


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ("{{convert|5|km|mi}}", "5 kilometres (3.1 mi)"),
        ("{{convert|5|km|mi|abbr=on}}", "5 km (3.1 mi)"),
        ("{{convert|5|km|mi|sp=us}}", "5 kilometers (3.1 mi)"),
        ("{{convert|1|mi}}", "1 mile (1.6 km)"),
        ("{{convert|100|ft}}", "100 feet (30 m)"),
        ("{{convert|1200|sqft|m2}}", "1,200 square feet (110 m²)"),
        ("{{convert|10|-|20|km}}", "10–20 kilometres (6.2–12.4 mi)"),
        ("{{convert|3|by|4|m}}", "3 by 4 metres (9.8 by 13.1 ft)"),
        ("{{convert|20|C}}", "20 °C (68 °F)"),
        ("{{convert|5|ft|10|in|m}}", "5 feet 10 inches (1.78 m)"),
        ("{{convert|1.77|m|ftin}}", "1.77 metres (5 ft 10 in)"),
        ("{{convert|150|mi|km|0}}", "150 miles (241 km)"),
        ("{{convert|150|mi|km|adj=on}}", "150-mile (240 km)"),
        ("{{convert|12|mi|km|disp=or}}", "12 miles or 19 km"),
        ("{{convert|12|mi|km|order=flip}}", "19 km (12 miles)"),
        ("{{cvt|75|mph}}", "75 mph (121 km/h)"),
        ("{{convert|9|parsnip}}", "9 parsnip"),
        ("{{birth date and age|1970|3|5}}", "March 5, 1970"),
        ("{{birth date|1970|3|5|df=y}}", "5 March 1970"),
        ("{{death date and age|2010|3|4|1950|3|5}}", "March 4, 2010 (aged 59)"),
        ("{{start date|2001|4}}", "April 2001"),
        ("{{as of|2012|5|lc=y}}", "as of May 2012"),
        ("{{circa|1350}}", "c. 1350"),
        ("{{height|m=1.80}}", "1.80 m (5 ft 11 in)"),
        ("{{lang|fr|bonjour}}", "bonjour"),
        ("{{lang-ru|привет}}", "привет"),
        ("{{transl|ru|privet}}", "privet"),
        ("{{IPA|/kaɪt/}}", "/kaɪt/"),
        ("{{nowrap|a {{small|b}}}}", "a b"),
        ("{{abbr|BC|before}}", "BC"),
        ("{{frac|1|2}}", "1/2"),
        ("{{val|5|0.2|u=kg}}", "5±0.2 kg"),
        ("{{ordinal|22}}", "22nd"),
        ("{{US$|5 million}}", "US$5 million"),
        ("{{sortname|Ada|Byron}}", "Ada Byron"),
        ("{{flag|NOR}}", "Norway"),
        ("{{flagicon|NOR}} Oslo", "Oslo"),
        ("{{USS|Iowa|BB-61}}", "USS *Iowa* (BB-61)"),
        ("{{HMS|Hood|51|2}}", "HMS *Hood*"),
        ("{{sclass|Iowa|battleship}}", "*Iowa*-class battleship"),
        ("{{nihongo|Fire|火|hi}}", "Fire (火, hi)"),
        ("{{hlist|a|b}}", "a · b"),
        ("{{coord|51|30|N|0|7|W|display=inline}}", "51°30′N 0°7′W"),
        ("a{{snd}}b", "a – b"),
        ("{{winning percentage|3|1}}", ".750"),
        ("{{color|red|warm}}", "warm"),
        ("{{chem|H|2|O}}", "H₂O"),
        ("{{tl|main}}", "`{{main}}`"),
        ("{{s|XIX|e}}", "XIXe siècle"),
        ("{{ruS|привет}}", "привет"),
        ("{{unité|5|km}}", "5 km"),
        ("{{Siehe auch|x}}y", "y"),
        ("{{NYSE|KTE}}", "NYSE: KTE"),
        ("{{lc:ABC}}", "abc"),
        ("{{formatnum:126587}}", "126,587"),
        ("{{convert|2.5|e6m3|e6cuft}}", "2.5 million cubic metres (88 million cu ft)"),
        ("{{convert|50|PD/sqmi|PD/km2}}", "50 inhabitants per square mile (19/km²)"),
        ("{{fecha|5|3|1950}}", "5 de marzo de 1950"),
        ("{{date de naissance|5|3|1950}}", "5 mars 1950"),
        ("{{start and end dates|1942|6|4|1942|6|7|df=y}}", "4–7 June 1942"),
        ("{{duration|m=3|s=5}}", "3:05"),
        ("{{citation|Les oiseaux}}", "«\N{NO-BREAK SPACE}Les oiseaux\N{NO-BREAK SPACE}»"),
        ("{{нет АИ|летал|5|2010}}", "летал"),
        ("{{{1|given}}}", "given"),
    ],
)
def test_known_templates(template: str, shown: str) -> None:
    assert body(f"It is {template}\n") == f"It is {shown}\n"


def test_block_templates() -> None:
    assert body("{{quote|Soar.|A. Bird|Songs}}") == "> Soar.\n>\n> — A. Bird, Songs\n"
    assert body("{{ubl|one|two}}") == "- one\n- two\n"
    assert body("{{plainlist|\n* one\n* two\n}}") == "- one\n- two\n"
    tracks = body("{{Track listing|title1=Up|length1=3:10|title2=Down|writer2=A. Bird}}")
    assert tracks == '1. "Up" – 3:10\n2. "Down" – A. Bird\n'
    cited = body("* {{cite book|last=Bird|first=Ada|title=Wings|year=1990|publisher=Nest|url=https://example.org}}")
    assert cited == "- Bird, Ada (1990). *Wings*. Nest.\n"


def test_an_unknown_box_above_the_text_is_an_infobox() -> None:
    result = converted("{{Персона\n|имя=Иван\n|род=1900\n|место=[[Тула]]\n|язык=русский\n}}\n'''Иван''' писал.")
    assert result.fields["infobox"] == {"имя": "Иван", "род": "1900", "место": "Тула", "язык": "русский"}
    assert result.body == "**Иван** писал.\n"


def test_rows_whose_table_a_template_opened_are_a_table() -> None:
    result = converted("{{Some table top}}\n|-\n! Year !! Place\n|-\n| 1990 || 2nd\n|}\n\nText.")
    assert result.body == "| Year | Place |\n| --- | --- |\n| 1990 | 2nd |\n\nText.\n"


def test_an_unknown_template_in_a_sentence_is_reported() -> None:
    text = "In the town of {{strange place|a=1}}, it rained."
    result = converted(text)
    assert result.body == "In the town of, it rained.\n"
    [remark] = result.remarks
    assert text[remark.start : remark.end] == "{{strange place|a=1}}"
    assert [block.rule for block in result.blocks] == ["WIK001"]


def test_an_unknown_template_with_one_parameter_shows_it_and_says_so() -> None:
    result = converted("In the town of {{strange place|Oslo}}, it rained.")
    assert result.body == "In the town of Oslo, it rained.\n"
    assert "only parameter" in result.remarks[0].message


def test_brackets_that_held_only_what_was_dropped_close() -> None:
    assert body("Kite ({{audio|a.ogg}}; born 1950) flew.") == "Kite (born 1950) flew.\n"
    assert body("Kite ({{audio|a.ogg}}) flew.") == "Kite flew.\n"


# Fields and blocks.


def test_fields() -> None:
    result = converted(
        "{{Short description|Bird of prey}}\n{{Infobox bird\n| name = Red kite\n| status = [[Least concern|LC]]<ref>x</ref>\n"
        "| range = [[Wales]]<br />Spain\n| empty =\n}}\n[[File:K.jpg|thumb|Caption]]\nThe '''red kite''' (''Milvus'') is a "
        "[[bird]].\n\n== Range ==\nx\n[[Category:Birds|Kite]]\n[[Category:Raptors]]\n"
    )
    assert dict(result.fields) == {
        "title": "red kite",
        "derived:description": "The red kite (Milvus) is a bird.",
        "shortDescription": "Bird of prey",
        "infobox": {"name": "Red kite", "status": "LC", "range": "Wales / Spain"},
        "categories": ["Birds", "Raptors"],
    }


@pytest.mark.parametrize(
    ("path", "text", "title"),
    [
        ("a/Red_kite.wiki.txt", "Birds fly.", "Red kite"),
        ("a/Red-Kite.txt", "The red kite. A Red Kite flies.", "Red Kite"),
        ("a/Kite-_bird_.txt", "The '''Kite''' flies.", "Kite (bird)"),
        ("a/Ada-Kite-_tennis-player_.txt", "Ada Kite plays. '''Ada B. Kite''' won.", "Ada Kite (tennis player)"),
        ("a/Kite_(bird).txt", "It flies.", "Kite (bird)"),
        ("a/x.txt", "{{DISPLAYTITLE:''Milvus''}} It flies.", "Milvus"),
        ("dump.xml#Red kite", "It flies.", "Red kite"),
    ],
)
def test_title(path: str, text: str, title: str) -> None:
    assert converted(text, path).fields["title"] == title


def test_coordinates_above_the_page_are_a_field() -> None:
    result = converted("{{coord|39|32|N|119|49|W|display=title}}\nThe garden.")
    assert result.body == "The garden.\n"
    assert result.fields["coordinates"] == "39°32′N 119°49′W"


def test_dropped_blocks_have_place_and_reason() -> None:
    result = converted("Text.<ref>Book.</ref>\n\n{{clear}}\n{{reflist}}\n[[de:Rotmilan]]\n<!-- note -->\n{{kite-stub}}")
    assert [(block.rule, block.place) for block in result.blocks] == [
        ("WIK002", "line 1 column 6"),
        ("WIK008", "line 3 column 1"),
        ("WIK002", "line 4 column 1"),
        ("WIK007", "line 5 column 1"),
        ("WIK005", "line 6 column 1"),
        ("WIK001", "line 7 column 1"),
    ]
    assert all(block.reason and block.rule in WIKITEXT_CODES for block in result.blocks)
    assert result.blocks[0].text == "<ref>Book.</ref>"


def test_dropped_blocks_of_an_escaped_page_stand_where_they_are_in_the_file() -> None:
    lines = [
        "&quot;Kite&quot; is a bird of prey.&lt;ref&gt;A.&lt;/ref&gt; It has a forked tail.&lt;ref&gt;B.&lt;/ref&gt;"
    ]
    lines += ["", "== Food ==", "It eats &quot;mice&quot;.&lt;ref&gt;C.&lt;/ref&gt;"]
    result = converted("\n".join(lines))
    found = [place for line, text in enumerate(lines, 1) for place in _places_of("&lt;ref", line, text)]
    assert [block.place for block in result.blocks if block.rule == "WIK002"] == found


def _places_of(what: str, line: int, text: str) -> list[str]:
    return [f"line {line} column {match.start() + 1}" for match in re.finditer(what, text)]


def test_a_caption_that_is_a_sentence_stays_and_others_are_recorded() -> None:
    result = converted("[[File:A.jpg|thumb|200px|The kite hunts over open land.]]\n[[Datei:B.jpg|mini|A kite]]\nText.")
    assert result.body == "The kite hunts over open land.\n\nText.\n"
    assert [block.rule for block in result.blocks] == ["WIK003", "WIK003"]
    assert result.fields["derived:description"] == "Text."


def test_an_escaped_page_is_unescaped_first() -> None:
    reference = "&lt;ref&gt;A &quot;book&quot;.&lt;/ref&gt;"
    result = converted(f"'''Kite''' flies.{reference} It hunts.{reference}\n\nIt [[nest]]s.{reference}\n")
    assert result.body == "**Kite** flies. It hunts.\n\nIt nests.\n"
    assert "escaped as a whole" in result.remarks[0].message
    assert result.blocks[0].rule == "WIK009"


def test_one_escaped_example_in_a_sound_page_stays() -> None:
    text = "Write &lt;ref&gt;source&lt;/ref&gt; after it.<ref>x</ref> More<br>text.<ref>y</ref>"
    assert body(text) == "Write \\<ref>source\\</ref> after it. More\\\ntext.\n"


# Damage and hostility.


def test_markup_that_never_ends_is_reported_and_loses_no_sentence() -> None:
    result = converted("A [[link that breaks.\n\nNext <ref>open sentence.\n\nThen '''[[good]]''' and }} end.")
    assert result.body == "A link that breaks.\n\nNext open sentence.\n\nThen **good** and }} end.\n"
    assert [remark.message for remark in result.remarks] == ["[[ is never closed", "<ref> is never closed"]


def test_an_open_infobox_ends_with_its_paragraph() -> None:
    result = converted("{{Infobox bird\n| name = Kite\n\nThe '''kite''' is a bird.")
    assert result.body == "The **kite** is a bird.\n"
    assert "name = Kite" in result.blocks[0].text


@pytest.mark.parametrize(
    "unit",
    [
        "{{",
        "{{a|",
        "{{nowrap|",
        "[[",
        "[[a|",
        "<ref>",
        "<ref name=",
        "<!--",
        "{{{",
        "{|\n",
        "''",
        "'''''a ''b ",
        "<blockquote>",
        "\n* ",
        "[http://a ",
        "<code>",
        "<table><tr><td>",
        "{{[[<ref>",
        "}}]]",
        "<poem>",
        "</ref>",
        "==",
        "|}\n",
        "\x02",
        ":{|\n",
    ],
)
def test_hostile_text_does_not_break_it(unit: str) -> None:
    result = converted("Start word. " + unit * 3000)
    assert "Start word." in result.body


@pytest.mark.parametrize(
    ("left", "right"),
    [("{{nowrap|", "}}"), ("[[a|", "]]"), ("{|\n|", "\n|}\n"), ("<blockquote>\n", "\n</blockquote>\n")],
)
def test_deep_nesting_keeps_what_is_inside(left: str, right: str) -> None:
    result = converted(f"Start.\n{left * 2000}kernel{right * 2000}")
    assert "kernel" in account(result)


def test_joined_cells_cannot_blow_up_a_table() -> None:
    result = converted("{|\n" + "! rowspan=60000 colspan=1000 | a\n|-\n" * 300 + "|}")
    assert len(result.body) < 200_000


# Every visible word is accounted for.

_LETTERS = str.maketrans("0123456789", "bcdfghklmp")
_counter = st.integers(min_value=10**4, max_value=10**9).map(lambda number: "w" + str(number).translate(_LETTERS))
_text = st.lists(_counter, min_size=1, max_size=4).map(" ".join)


def _wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    one = inner
    return st.one_of(
        one.map(lambda text: f"'''{text}'''"),
        one.map(lambda text: f"[[t|{text}]]"),
        one.map(lambda text: f"<ref>{text}</ref>"),
        one.map(lambda text: f"{{{{nowrap|{text}}}}}"),
        one.map(lambda text: f"{{{{no such thing|x={text}|{text}}}}}"),
        one.map(lambda text: f"\n* {text}\n** {text}\n"),
        one.map(lambda text: f"\n== {text} ==\n"),
        one.map(lambda text: f"\n{{|\n|+ {text}\n! {text} !! b\n|-\n| {text} || {text}\n|}}\n"),
        one.map(lambda text: f"\n[[File:a.jpg|thumb|{text}]]\n"),
        one.map(lambda text: f"\n{{{{Infobox x|a={text}|{text}}}}}\n"),
        one.map(lambda text: f"<!-- {text} -->"),
        one.map(lambda text: f"<div>{text}</div><gallery>\nA.jpg|{text}\n</gallery>"),
        one.map(lambda text: f"{{{{quote|{text}|by {text}}}}}"),
        one.map(lambda text: f"<blockquote>{text}</blockquote>\n; {text} : {text}\n"),
        one.map(lambda text: f"{{{{{text}"),
        one.map(lambda text: f"[[{text} ''"),
        one.map(lambda text: f"\n{{| {text}\n| {text}\n"),
        st.tuples(one, one).map(lambda pair: f"{pair[0]}\n\n{pair[1]}"),
        st.tuples(one, one).map(lambda pair: f"{pair[0]} {pair[1]} }}}} ]]"),
    )


@pytest.mark.parametrize(
    ("wikitext", "visible"),
    [
        (
            "'''Red''' [[kite (bird)|kite]] and [[owl]].<!-- why --><ref name=a>A book.</ref>",
            "Red kite and owl why A book",
        ),
        ("[https://example.org/a Site] and https://example.org/b 5<sup>e</sup><br>x&nbsp;y", "Site and 5 e x y"),
        ("[[Category:Birds|Kite]] [[:Category:Owls]] [[Kategorie: Eulen]]", "Birds Kite Category Owls Eulen"),
        (
            "{{lang|fr|maison}} {{quote|text = So he said|author-link=Ann Lee}} {{flag|NOR}} {{snd}}",
            "maison So he said",
        ),
        (
            "{| class=\"wide\" style='x: y'\n|- align=left\n! scope=col | Name !! Size\n| a=b || c = d\n|}",
            "Name Size a b c d",
        ),
        ("<nowiki>[[a|b]] {{c}}</nowiki> <pre>{{d|e=f}}</pre>", "a b c d e f"),
        ("An open [[link|here\n\nand {{an open|call=there", "An open link here and an open call there"),
        (
            "&lt;ref&gt;One&lt;/ref&gt; &lt;ref&gt;Two&lt;/ref&gt; &lt;ref&gt;Three&lt;/ref&gt; [[x|y]]",
            "One Two Three y",
        ),
        ("{{quote|A word|A word}}", "A word"),
        ("a {{x|[[b|cloud]] d}} e }} ]] f | g = h", "a cloud d e f g h"),
    ],
)
def test_what_a_reader_of_a_source_sees(wikitext: str, visible: str) -> None:
    assert re.findall(r"\w+", visible_text(wikitext)) == visible.split()


def test_a_word_that_went_missing_is_named() -> None:
    result = converted(PAGE)
    assert unaccounted(PAGE, result) == []
    assert unaccounted(PAGE, replace(result, body="", fields={}))[:5] == ["red", "kite", "the", "red", "kite"]
    assert unaccounted(PAGE, replace(result, blocks=())) == ["a", "book"]


def test_what_a_listed_work_does_not_show_is_recorded() -> None:
    text = (
        "* {{cite book|last=Bird|first=Ada|editor1-last=Crane|editor1-first=Eve|title=Wings|year=1990|oclc=1234567}}\n"
    )
    result = converted(text)
    assert result.body == "- Bird, Ada (1990). *Wings*.\n"
    assert result.blocks[0].text == "editor1-last=Crane | editor1-first=Eve | oclc=1234567"
    assert unaccounted(text, result) == []


def test_a_parameter_that_is_given_twice_is_recorded() -> None:
    text = "{{Infobox bird|name=Kite|range=Wales|range=Spain}}\nIt flies.\n"
    result = converted(text)
    assert result.fields["infobox"] == {"name": "Kite", "range": "Spain"}
    assert [(one.reason, one.text) for one in result.blocks] == [("parameter that is given again", "range=Wales")]
    assert unaccounted(text, result) == []


@given(st.recursive(_text, _wrapped, max_leaves=8))
@settings(max_examples=120, deadline=None)
def test_every_visible_word_is_in_body_fields_or_blocks(text: str) -> None:
    result = converted(text)
    assert set(re.findall(r"w[b-p]{5,}", text)) <= account(result), text
    assert set(unaccounted(text, result)) <= set(re.findall(r"\w+", text.casefold())), text


@given(st.text(alphabet="wx {}[]|='<>/!*#:;\n-", max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_tidy_markdown(text: str) -> None:
    result = converted(text)
    assert not re.search(r"[ \t]$|\n{3,}|\A\n|[\x02-\x07]", result.body, re.MULTILINE), result.body
    assert result.body == "" or (result.body.endswith("\n") and not result.body.endswith("\n\n"))
    assert convert(text, source()) == result


# Through the pipeline.


def test_a_page_through_the_pipeline_is_a_fixed_point() -> None:
    page = PAGE + "\n== References ==\n{{reflist}}\n"
    first = clean_document(Source("a/Red_kite.wiki.txt", page.encode()), Config())
    assert first.format == "wikitext"
    assert "The **red kite** is a bird of prey." in first.text
    again = clean_document(Source("a/Red_kite.wiki.txt", first.text.encode()), Config())
    assert again.text.partition("\n---\n")[2] == first.text.partition("\n---\n")[2]
    assert {key: value for key, value in again.front_matter.items() if key != "provenance"} == {
        key: value for key, value in first.front_matter.items() if key != "provenance"
    }


def test_words_that_a_template_hides_are_recorded() -> None:
    text = (
        "It is {{sort|Sarn, Old|the oldest}} and {{abbrlink|BBC|British Broadcasting Corporation}} "
        "{{flagicon image|Flag of Sarn.svg}}."
    )
    conversion = converted(text)
    assert conversion.body == "It is the oldest and BBC.\n"
    assert unaccounted(text, conversion) == []


@pytest.mark.parametrize(
    ("text", "shown", "recorded"),
    [
        ("It {{audio|Karst.ogg|listen}} rose.", "It rose.", "2=listen | 1=Karst.ogg"),
        ("It {{audio|Karst.ogg|crowed loudly}}.", "It crowed loudly.", "1=Karst.ogg"),
        ("In A{{music|sharp}}.", "In A♯.", "1=sharp"),
        ("{{sort|Harbour|[[A Harbour]]}} is old.", "A Harbour is old.", "1=Harbour"),
        ("It is {{convert|5|metre|abbr=on}}.", "It is 5 m (16 ft).", "2=metre"),
        ('a <span style="display: none">hidden</span>b', "a b", '<span style="display: none">hidden</span>'),
        (
            "It flew<sup>[''[[Wikipedia:Citation needed|citation needed]]'']</sup> off.",
            "It flew off.",
            "[[Wikipedia:Citation needed|citation needed]]",
        ),
        ("It flew<sup>([[WP:Who]])</sup>.", "It flew.", "[[WP:Who]]"),
        (
            'It flew<sup class="x">&#91;[[Wikipédia:Source|réf. nécessaire]]&#93;</sup>.',
            "It flew.",
            "[[Wikipédia:Source|réf. nécessaire]]",
        ),
    ],
)
def test_what_is_hidden_or_shown_in_another_form_is_recorded(text: str, shown: str, recorded: str) -> None:
    conversion = converted(text)
    assert conversion.body == shown + "\n"
    assert [block.text for block in conversion.blocks] == [recorded]
    assert unaccounted(text, conversion) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('{{"|Text=Worte hier|Autor=Orr|Quelle=Brief}}', "> Worte hier\n>\n> — Orr, Brief"),
        ("{{Caja de cita|cita=El mar|autor=Holm}}", "> El mar\n>\n> — Holm"),
        ("{{Врезка|Текст=Слова моря}}", "> Слова моря"),
        ("{{cquote|Wide is the sea.|20px|20px|Orr|Waves}}", "> Wide is the sea.\n>\n> — Orr, Waves"),
        ('Elle dit {{"|Trois mots}}.', "Elle dit «\N{NO-BREAK SPACE}Trois mots\N{NO-BREAK SPACE}»."),
    ],
)
def test_quotations_of_other_languages(text: str, shown: str) -> None:
    assert body(text) == shown + "\n"


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("A wo<!-- in -->rd, a sea<ref>wide</ref>gull.", ["wo", "in", "rd", "sea", "wide", "gull"]),
        ("An {{lc:OLD}}er {{uc:ship}}.", ["old", "er", "ship"]),
        ("{|\n| align=right nowrap | cell\n| nowrap style=x | other\n! center | head\n|}", ["cell", "other", "head"]),
        ('{|\n| style="a" {{!}} cell {{!!}} id="b" {{!}} next\n|}', ["cell", "next"]),
        ("A [[https://b.org|label]] {{sort|Harbour|}}of {{sort|Orwick}}.", ["label", "harbour", "of", "orwick"]),
    ],
)
def test_markup_within_words_and_bare_attributes_are_read_as_a_page_does(text: str, lost: list[str]) -> None:
    conversion = converted(text)
    assert unaccounted(text, conversion) == []
    assert [one for one in unaccounted(text, replace(conversion, body="", blocks=())) if one not in ("a", "an")] == lost


def test_the_caption_of_a_gallery_is_recorded() -> None:
    text = 'Birds.\n\n<gallery mode=packed caption="Three old kites">\nFile:A.jpg|Kite\n</gallery>\n'
    conversion = converted(text)
    assert unaccounted(text, conversion) == []
    assert unaccounted(text, replace(conversion, blocks=conversion.blocks[1:])) == ["three", "old", "kites"]


def test_a_project_page_that_is_named_in_the_text_stays() -> None:
    assert (
        body("See [[Wikipedia:Birds|its birds]] and x<sup>[[Help:IPA|note]] 2</sup>.") == "See its birds and xnote 2.\n"
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Write to [mailto:a@b.org Jane] or [tel:+44-20 us] or [news:comp.text readers].", "Jane or us or readers"),
        ("See [https://b.org/x|y here] or [HTTPS://B.ORG/z there].", "here or there"),
    ],
)
def test_addresses_of_links_are_not_missed(text: str, shown: str) -> None:
    conversion = converted(text)
    assert shown in conversion.body
    assert unaccounted(text, conversion) == []
    assert unaccounted(text, replace(conversion, body="See to write.\n")) != []


@pytest.mark.parametrize(
    ("wikitext", "shown"),
    [
        ("The kite[https://example.org/a]is red.", "The kite https://example.org/a is red."),
        ("It left.[https://example.org/a] Then it came back.", "It left. https://example.org/a Then it came back."),
        ("See [https://example.org/a].", "See https://example.org/a."),
        ("On kites ([https://example.org/a]).", "On kites (https://example.org/a)."),
    ],
)
def test_a_bare_address_does_not_grow_together_with_the_words_beside_it(wikitext: str, shown: str) -> None:
    conversion = converted(wikitext)
    assert conversion.body.strip() == shown
    assert unaccounted(wikitext, conversion) == []


def test_the_caption_of_a_table_that_lays_out_the_page_stays() -> None:
    text = "Verse:\n\n{|\n|+ '''Song of the kite'''\n|<poem>Up it goes,\ndown it comes.</poem>\n|}\n"
    conversion = converted(text)
    assert conversion.body == "Verse:\n\n**Song of the kite**\n\nUp it goes,\\\ndown it comes.\n"
    assert unaccounted(text, conversion) == []


@pytest.mark.parametrize("start", ['{| class="wikitable" font-size:80%;"', '{||border=0 cellpadding="1"'])
def test_a_table_that_begins_with_broken_attributes_is_accounted_for(start: str) -> None:
    text = f"{start}\n|-\n! Kite !! Colour\n|-\n| Red || rust\n|}}\n"
    conversion = converted(text)
    assert conversion.body == "| Kite | Colour |\n| --- | --- |\n| Red | rust |\n"
    assert unaccounted(text, conversion) == []


def test_a_long_path_that_a_template_takes_is_a_code() -> None:
    text = "* {{dmoz|Regional/Europe/Mountains_and_Valleys/Birds_of_Prey/Red_Kites_and_Others}}\n"
    assert unaccounted(text, converted(text)) == []


def test_a_line_break_in_a_preformatted_line_is_one() -> None:
    assert body(" name: kite<br />\n size: <br>small\n") == "```\nname: kite\nsize:\nsmall\n```\n"


def test_attributes_of_tables_with_a_pipe_in_quotes_are_not_missed() -> None:
    text = '{| summary="ships | years" class=x\n|- title="a | row"\n| title="first | last\n|-\n! id="y z" | Name\n|}\n'
    conversion = converted(text)
    assert unaccounted(text, conversion) == []
    assert unaccounted(text, replace(conversion, body="")) == ["last", "name"]


def test_a_word_beside_what_a_template_shows_is_found_within_the_word_of_the_page() -> None:
    text = "It is {{pi}}r long, a{{h2o}}b.\n"
    conversion = converted(text)
    assert unaccounted(text, conversion) == []
    assert unaccounted(text, replace(conversion, body="It is π long, aH₂O.\n")) == ["r", "b"]
    assert unaccounted("It is r, ab.\n", replace(conversion, body="It is πr, aH₂Ob.\n")) == ["r", "ab"]


def test_words_without_blanks_between_are_accounted_for_across_markup() -> None:
    text = "早稲田大学{{仮リンク|第一文学部|ja|x}}卒業。"
    assert unaccounted(text, converted(text)) == []
    assert unaccounted(text, replace(converted(text), body="早稲田大学\n", fields={}, blocks=())) != []
