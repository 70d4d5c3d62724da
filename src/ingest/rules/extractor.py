"""What an extractor of wiki dumps writes for markup that it took out."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.body import Body
from ingest.late import late
from ingest.model import Proposal
from ingest.rules.lines import lines_with
from ingest.rules.registry import rule

_SECTION = late(r"Section::::(\S[^\n]{0,400}?)\.?[ \t]*")
_ITEM = late(r"(?:BULLET|NUMBERED|INDENT)::::[ \t]?")
_DEEPEST = 6
_CLOSING = "</doc>"
_LINK = late(
    r"(?P<less><|&lt;)a href=\"(?!https?:)[^\"<>\n]{0,600}\"(?P<more>>|&gt;)"
    r"(?P<words>(?:(?!</?a\b|&lt;/?a\b)[^\n]){0,600})(?P=less)/a(?P=more)"
)


@rule("TXT014", "extractor-mark", triggers=("::::", _CLOSING, 'a href="'))
def extractor_mark(body: Body) -> Iterator[Proposal]:
    """Marks of an extractor of wiki dumps: headings and items of lists by their names, links, and the end of its frame.

    ```
    Section::::History.
    The mill was built on the &lt;a href="Oder"&gt;Oder&lt;/a&gt; in 1901.
    Section::::History.:Fire.
    BULLET::::- It burnt twice.
    </doc>
    ```

    becomes

    ```
    ## History
    The mill was built on the Oder in 1901.
    ### Fire
    - It burnt twice.
    ```

    Links to other pages of the wiki, escaped or not, become their words.

    Left alone: the same words within a line, links out of the wiki, and links and `</doc>` in what no such extractor wrote.
    """
    for line in lines_with(body, "::::"):
        if section := _SECTION.fullmatch(line.text):
            *above, title = section[1].split(".:")
            marks = "#" * min(len(above) + 2, _DEEPEST)
            yield Proposal(line.start, line.end, f"{marks} {title.strip()}")
        elif item := _ITEM.match(line.text):
            yield Proposal(line.start, line.start + item.end())
    if body.producer == "wikiextractor":
        yield from (Proposal(*found.span(), found["words"]) for found in _LINK.finditer(body.text))
        last = next((line for line in reversed(body.lines) if line.bare), None)
        if last is not None and last.bare == _CLOSING:
            yield Proposal(*body.removal(last, last))
