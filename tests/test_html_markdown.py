"""HTML elements as Markdown: what a person would have written, and nothing live that was plain text."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from ingest.body import Body
from ingest.formats.html import fragment_to_markdown, torn_to_markdown
from ingest.rules.fragments import html_fragment


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>Rain fell.</p><p>Then it stopped.</p>", "Rain fell.\n\nThen it stopped."),
        ("<h2>On <em>rain</em></h2><p>Text</p>", "## On *rain*\n\nText"),
        ("<h3><strong>Bold head</strong></h3>", "### Bold head"),
        ("<p>a <b>bold</b> and <i>leaning</i> word</p>", "a **bold** and *leaning* word"),
        ("<p>a<b> bold </b>word</p>", "a **bold** word"),
        ("<p><b>Note:</b>glued</p>", "Note:glued"),
        ("<p><b>one</b><b>two</b></p>", "**onetwo**"),
        ("<p><b>one</b><i>two</i></p>", "**one**two"),
        ("<p><i>one</i><b>two!</b>three</p>", "*one*two!three"),
        ("<p>un<b>believ</b>able</p>", "un**believ**able"),
        ("<p>line one<br>line two</p>", "line one\\\nline two"),
        ("<div>first<br><br>second</div>", "first\n\nsecond"),
        ("<div>loose text<p>paragraph</p>tail</div>", "loose text\n\nparagraph\n\ntail"),
        ("<ul><li>one</li><li>two<ul><li>inner</li></ul></li></ul>", "- one\n- two\n  - inner"),
        ("<ol start=3><li>three</li><li><p>four</p></li></ol>", "3. three\n4. four"),
        ("<ol><li><p>a</p><p>b</p></li><li>c</li></ol>", "1. a\n\n   b\n\n2. c"),
        ("<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n\n* b"),
        ("<blockquote><p>said</p><p>done</p></blockquote>", "> said\n>\n> done"),
        (
            '<pre><code class="language-python">def f():\n    return 1\n</code></pre>',
            "```python\ndef f():\n    return 1\n```",
        ),
        ('<div class="highlight-rust"><pre>fn main() {}</pre></div>', "```rust\nfn main() {}\n```"),
        ("<pre>a ``` b</pre>", "````\na ``` b\n````"),
        ("<p>call <code>f(`x`)</code> now</p>", "call ``f(`x`)`` now"),
        ("<p>x<sup>2</sup> and H<sub>2</sub>O</p>", "x² and H₂O"),
        ("<p>he said <q>yes</q></p>", "he said “yes”"),
        ("<p><del>old</del> new</p>", "~~old~~ new"),
        ("<dl><dt>Term</dt><dd>Meaning</dd></dl>", "**Term**\n\nMeaning"),
        ("<p>before</p><hr><p>after</p>", "before\n\n---\n\nafter"),
        (
            "<table><tr><th>Town</th><th>People</th></tr><tr><td>A|B</td><td>12</td></tr></table>",
            "| Town | People |\n| --- | --- |\n| A\\|B | 12 |",
        ),
        (
            "<table><caption>Towns</caption><tr><td>a</td><td colspan=2>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
            "Towns\n\n|  |  |  |\n| --- | --- | --- |\n| a | b |  |\n| c | d |  |",
        ),
        ("<p>an <img src=x.png alt='A cat'> image</p>", "an image"),
        ("<p>zero&nbsp;break stays</p>", "zero\u00a0break stays"),
        ("", ""),
    ],
)
def test_elements(html: str, markdown: str) -> None:
    assert fragment_to_markdown(html) == markdown


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ('<a href="/b?c=1">link</a>', "[link](https://example.org/b?c=1)"),
        ('<a href="b_(c)">link</a>', "[link](https://example.org/a/b_%28c%29)"),
        ('<a href="#part">part</a>', "part"),
        ('<a href="">empty</a>', "empty"),
        ('<a href="javascript:alert(1)">run</a>', "run"),
        ('<a href=" jav\tascript:alert(1)">run</a>', "run"),
        ('<a href="data:text/html,x">data</a>', "data"),
        ('<a href="mailto:a@example.org">write</a>', "[write](mailto:a@example.org)"),
        ('<a href="/x"><img src=y></a>', ""),
        ('see <a href="/x"> this </a>now', "see [this](https://example.org/x) now"),
        ('<a href="http://[bad">odd</a>', "odd"),
    ],
)
def test_links(html: str, markdown: str) -> None:
    assert fragment_to_markdown(f"<p>{html}</p>", "https://example.org/a/page") == markdown


@pytest.mark.parametrize(
    "text",
    [
        "# not a heading", "#hashtag stays", "1986. A great year", "1) one", "- dash", "+ plus", "> greater", "=====", "---",
        "2 * 3 * 4", "*starred*", "snake_case_name", "_under_", "a `tick`", "[x](y)", "[1] cited", "[^1] mark", "<b>bold</b>",
        "a < b", "&amp; twice", "AT&T; fine", "~~no~~", "~one~", "back\\slash", "\\*", "| a | b |", "```", "***", "[a]: b",
        "the [counteroffensive] began", "100% * 2", "x*y", "!bang", "wow!", "[text][ref]", "1.5 percent", "<!-- c -->",
    ],
)  # fmt: skip
def test_plain_text_stays_plain(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    markdown = fragment_to_markdown(f"<p>{escaped}</p>")
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    assert [one.type for one in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = tokens[1].children or []
    assert all(one.type in {"text", "text_special"} for one in children)
    assert "".join(one.content for one in children) == text


@pytest.mark.parametrize(
    "text", ["a < b & c", "snake_case", "2 * 3", "the [word] here", "C# and #1", "5 > 4", "it's – “fine”"]
)
def test_nothing_is_escaped_without_need(text: str) -> None:
    assert fragment_to_markdown(f"<p>{text.replace('<', '&lt;')}</p>") == text


def test_footnotes_get_definitions() -> None:
    html = (
        '<p>Tea is old.<sup id="r1"><a href="#n1">1</a></sup></p>'
        '<ol><li id="n1">So says the almanac. <a href="#r1" class="footnote-backref">↩</a></li></ol>'
    )
    assert fragment_to_markdown(html) == "Tea is old.[^1]\n\n[^1]: So says the almanac."


def test_layout_tables_are_read_cell_by_cell() -> None:
    html = "<table><tr><td><p>left</p><blockquote>said</blockquote></td><td><p>right</p></td></tr></table>"
    assert fragment_to_markdown(html) == "left\n\n> said\n\nright"


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        (
            "<tr><td>a</td><td>b <b>c</b></td></tr><tr><td>d</td></tr>",
            "|  |  |\n| --- | --- |\n| a | b **c** |\n| d |  |",
        ),
        ("<thead><tr><th>a</th><th>b</th></tr></thead><tr><td>c<td>d</tr>", "| a | b |\n| --- | --- |\n| c | d |"),
        ("<td>x</td><td>y</td>", "|  |  |\n| --- | --- |\n| x | y |"),
        ("<li>a<ul><li>b</li></ul></li><li>c</li>", "- a\n  - b\n- c"),
        ("<dt>Term</dt><dd>Meaning<script>x()</script></dd>", "**Term**\n\nMeaning"),
    ],
)
def test_pieces_torn_out_of_a_table_or_list(html: str, markdown: str) -> None:
    assert torn_to_markdown(html) == markdown


@pytest.mark.parametrize(
    "text",
    [
        '<div class="a">' * 20_000,
        '<div class="a">' * 20_000 + "x" + "</div>" * 20_000,
        '<div class="a"\n' * 20_000,
        "</div>" * 50_000,
        "<li>" * 20_000 + "x" + "</li>" * 20_000,
        '<p class="' * 20_000,
        '<div class="a">x</div>\n' * 5_000,
    ],
)
def test_fragments_in_hostile_text_are_found_in_one_walk(text: str) -> None:
    assert all(0 <= one.start < one.end <= len(text) for one in html_fragment.propose(Body(text)))
