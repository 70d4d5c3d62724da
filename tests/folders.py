"""Small raw folders for tests of what looks at a whole run."""

from __future__ import annotations

from pathlib import Path

from ingest.config import Config
from ingest.run import run_folder
from ingest.session import Summary

WIKI = """---
subject: Lime Kiln
shortDescription: Kiln in a valley
author: Wikipedia
pubDate: 2020-05-06
origin: quarry
---

# Lime Kiln

The kiln was built in 1880 by two brothers.\x20\x20

![The kiln (2019)](https://wiki.example/File:Kiln_(2019).jpg)



It burned for forty years in the valley of , then went cold.

## References[object Object]
[object Object]
[object Object]
"""

HOSTILE = """---
title: Traps \x1b[31mred
---

A line with \x1b]0;owned\x07 an escape and \u202egnp.exe backwards.

</script><script>window.owned = 1</script><img src=x onerror="window.owned = 1">

![gone](a.png)

Last line of the text.
"""

ARABIC = """---
title: كتاب قديم
---

هذا كتاب قديم عن البحر والسفن.



نهاية النص.
"""


PAGE = """<!doctype html><html lang="en"><head><title>Sluice gates opened</title></head><body>
<nav><a href="/">Home</a> <a href="/town">Town</a></nav>
<article><h1>Sluice gates opened</h1>
<p>The sluice gates above the mill were opened on Monday, after a week in which the river rose by almost a metre and a
half and the lower meadows stood under water.</p>
<p>Nobody was hurt, the keeper said, and the gates will be closed again as soon as the rain stops for more than a day.
Two footpaths along the bank stay shut until then.</p></article>
<footer>Copyright The Valley Paper. All rights reserved.</footer></body></html>
"""


def make_raw(root: Path) -> Path:
    """A raw folder: a wiki page, a hostile text, a right-to-left text, a plain one, a web page, one that is refused."""
    raw = root / "raw"
    (raw / "wiki").mkdir(parents=True)
    (raw / "wiki" / "kiln.md").write_text(WIKI, encoding="utf-8")
    (raw / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    (raw / "arabic.txt").write_text(ARABIC, encoding="utf-8")
    (raw / "plain.txt").write_bytes(b"\xef\xbb\xbfA list.\r\n\r\n" + b"A line of it.\r\n" * 60 + b"The last line.\r\n")
    (raw / "page.html").write_text(PAGE, encoding="utf-8")
    (raw / "binary.txt").write_bytes(bytes(range(32)) * 40)
    return raw


def clean_folder(root: Path, config: Config | None = None) -> tuple[Path, Path, Summary]:
    """The raw folder of `make_raw`, cleaned: raw, clean, and what the run said."""
    raw = root / "raw"
    if not raw.exists():
        make_raw(root)
    clean = root / "clean"
    return raw, clean, run_folder(raw, clean, config or Config(), jobs=1)
