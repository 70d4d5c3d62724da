"""The frame that an extractor of wiki dumps puts around each page: `<doc id="12" url="…" title="…">` and `</doc>`."""

from __future__ import annotations

import html

from ingest.late import late
from ingest.model import Header, Value

LAYOUT = "extractor-frame"

_OPENING = late(r'<doc id="\d{1,12}" (?:revid="\d{0,12}" )?url="([^"\n]{0,2000})" title="([^"\n]{0,500})">[ \t]*\n')


def read_frame(text: str, start: int) -> Header | None:
    """The title and the address in the opening tag, and the title's repetition below it; None where there is no frame.

    A text with several pages has no header of its own.
    """
    found = _OPENING.match(text, start)
    if found is None or text.find("<doc id=", found.end()) >= 0:
        return None
    title = html.unescape(found[2]).strip()
    fields: dict[str, Value] = {"title": title, "url": html.unescape(found[1]).strip()}
    end = found.end()
    line_end = text.find("\n", end)
    if line_end >= 0 and html.unescape(text[end:line_end]).strip() == title:
        end = line_end + 1
    return Header(LAYOUT, {key: value for key, value in fields.items() if value}, end)
