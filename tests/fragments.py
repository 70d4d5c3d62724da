"""Random documents made of damage, innocent text and noise, for tests of the promises."""

from __future__ import annotations

from hypothesis import strategies as st

FRAGMENTS = (
    "The mill stood by the river until the flood of 1922 took it away.",
    "“We left at dawn,” she said, “and [the others] followed.”",
    "Das Café öffnet täglich – auÃŸer sonntags.",
    "Itâ€™s late, and the ferry doesnâ€™t wait.",
    "Привет из порта, где всё спокойно.",
    "港口很安静，船还没有来。",
    "## History",
    "== Machinery ==",
    "### Origin ###",
    "Title\n=====",
    "![A boat (1931)](https://pics.example/boat_(1931).jpg?)",
    "[[Image:Crown.svg|15px]] City of Alvastad",
    "[![logo](logo.png)](https://example.org)",
    '<img src="a.png" alt="a"> and more text after it',
    "## References[object Object]\n[object Object]\n[object Object]",
    "## References⌃ [One](http://a.example)\n⌃ [Two](http://b.example)",
    "## References",
    "A value of [object Object] stood in the middle of a sentence.",
    "READ MORE: Why the islands have no bridge",
    "Loading...",
    "Photo by Ines Okafor, Selby Herald.",
    "The city of , reportedly, had to widen both roads ( ; ).",
    "```\n[object Object]\n![x](y.png)   \n```",
    "    indented code   ",
    "```\nnever closed",
    "`code span` and `` another ` one ``",
    " * first\n * second\n** third",
    "# one\n# two\n# three",
    "- a\n- b\n\n\n\n- c",
    "| a | b |\n| --- | --- |\n| 1 | [object Object] |",
    "line with blanks   \nand a hard break  \nhere",
    "tab\there\t\n\t\n",
    "\ufeffmark inside",
    "zero\u200bwidth and soft\u00adhyphen and \u202ebidi\u202c",
    "family 👩\u200d👩\u200d👧 and flag 🇺🇦",
    "\x00\x07\x1b[31mred\x1b[0m",
    "a\u00a0b\u2028c\x85d",
    "&nbsp;&amp;&lt;b&gt; <br> <b>bold</b>",
    "--- \n...",
    "---",
    "key: value",
    "Izіum was taken",
    "x" * 300,
    "",
)

HEADERS = (
    "",
    "",
    "---\ntitle: A day at sea\nauthor: Jane Doe\ntags: [a, b]\n---\n",
    "---\r\ntitle: Windows\r\n---\r\n",
    "+++\ntitle = 'T'\ndate = 2020-02-29\n+++\n",
    '{"title": "J", "n": 1.10}\n\n',
    "---\ntitle: broken: header\n\tbad: 1\n---\n",
    "---\nnever: closed\n\nText follows here.\n",
    "---\na: &a [x]\nb: [*a, *a]\n---\n",
    "= A mill =\n\nA mill\n- Country: Freeland\n\n",
    "Title: Fenceless\nAuthor: Somebody\n\n",
    "A headline stands alone\n\nA dek follows in one sentence that says what it is about.\n\n",
)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A document as text: a header of some kind, then fragments joined by line ends of some kind."""
    header = draw(st.sampled_from(HEADERS))
    parts = draw(st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=20)), max_size=8))
    joint = draw(st.sampled_from(["\n\n", "\n", "\n\n\n\n", "\r\n", "\r\n\r\n", "\r"]))
    return header + joint.join(parts) + draw(st.sampled_from(["", "\n", "\n\n", "\r\n", "  "]))


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """A document as bytes: in some encoding, with or without a byte order mark, sometimes with stray bytes."""
    text = draw(texts())
    encoding = draw(
        st.sampled_from(["utf-8", "utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "koi8-r", "utf-32"])
    )
    data = text.encode(encoding, "replace")
    if draw(st.booleans()):
        place = draw(st.integers(0, len(data)))
        data = data[:place] + draw(st.binary(max_size=3)) + data[place:]
    return data
