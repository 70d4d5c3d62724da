"""Makes a folder of messy documents, the same for the same arguments: what the benchmarks run on."""

from __future__ import annotations

import argparse
import random
from pathlib import Path

WORDS = (
    "harbour river mill stone winter boat letter bridge lamp keeper baker road school garden market tower bell rain field "
    "window story captain island train morning evening council paper number water bread light door house street crew "
    "talks shift engine signal valley orchard ladder wagon cellar parish archive ledger weather station meadow"
).split()

IMAGE = "![{0} (19{1})](https://wiki.example/wiki/Special:Redirect/file/{0}_(19{1}).jpg?)"


def sentence(random_: random.Random) -> str:
    """Some words as a sentence."""
    words = [random_.choice(WORDS) for _ in range(random_.randint(8, 24))]
    return (" ".join(words)).capitalize() + "."


def paragraph(random_: random.Random) -> str:
    """Some sentences; one in six paragraphs has typographic quotes, one in twelve had its encoding broken."""
    text = " ".join(sentence(random_) for _ in range(random_.randint(2, 7)))
    kind = random_.randrange(12)
    if kind < 2:
        text = f"“{text}” – said the keeper’s café."
    if kind == 0:
        text = text.encode().decode("cp1252", "replace").replace("\ufffd", "")
    return text


def infobox(random_: random.Random) -> list[str]:
    """An infobox as the scraper writes it: each field with its text, and the links in it."""
    lines = ["infoboxes:"]
    for index in range(random_.randint(6, 18)):
        lines.append(f"  {'  ' if index else '- '}{random_.choice(WORDS)}{index}:")
        lines.append(f"      text: {sentence(random_)[:60]}")
        if random_.random() < 0.4:
            lines.append("      links:")
            for _ in range(random_.randint(1, 3)):
                lines += ["        - type: internal", f"          page: {random_.choice(WORDS).capitalize()}"]
    return lines


def wiki(random_: random.Random, number: int) -> str:
    """An article as a wiki scraper leaves it: header with an infobox, images, broken references."""
    title = f"{random_.choice(WORDS).capitalize()} {number}"
    lines = [
        "---",
        *(infobox(random_) if random_.random() < 0.75 else ()),
        f"title: {title}",
        f"shortDescription: {sentence(random_)[:-1]}",
        f"description: {sentence(random_)[:-1]}",
        "author: Wikipedia",
        "pubDate: 2021-03-04",
        "---",
        "",
        f"The **{title}** {paragraph(random_)}",
    ]
    for _ in range(random_.randint(2, 6)):
        lines += ["", f"## {random_.choice(WORDS).capitalize()}"]
        if random_.random() < 0.5:
            lines.append(IMAGE.format(random_.choice(WORDS), random_.randint(10, 99)))
        for _ in range(random_.randint(1, 5)):
            lines += [paragraph(random_), ""]
    lines += ["", "## References", "## References[object Object]"]
    lines += ["[object Object]"] * random_.randint(0, 60)
    return "\n".join(lines) + "\n"


def news(random_: random.Random, _: int) -> str:
    """An article as it is copied from a news page."""
    parts = [sentence(random_)[:-1], sentence(random_)]
    for _ in range(random_.randint(5, 16)):
        parts.append(paragraph(random_))
        if random_.random() < 0.1:
            parts.append(f"READ MORE: {sentence(random_)[:-1]}")
    if random_.random() < 0.5:
        parts.insert(4, "Loading...")
    return "\n\n".join(parts) + "\n"


def extract(random_: random.Random, number: int) -> str:
    """An article as a MediaWiki plain extract."""
    title = f"{random_.choice(WORDS).capitalize()} {number}"
    lines = [f"= {title} =", "", title, "- Country: Freeland", "", paragraph(random_), ""]
    for _ in range(random_.randint(2, 6)):
        lines += [f"== {random_.choice(WORDS).capitalize()} ==", paragraph(random_), "", paragraph(random_), ""]
    return "\n".join(lines)


def make(folder: Path, count: int, seed: int = 1) -> int:
    """Write `count` documents below `folder`, a hundred a sub-folder. Returns their size in bytes."""
    random_ = random.Random(seed)  # noqa: S311 - the same documents each time, nothing secret
    size = 0
    for number in range(count):
        kind = random_.choice((wiki, wiki, news, extract))
        path = folder / f"{number // 100:04}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        data = kind(random_, number).encode()
        path.write_bytes(data)
        size += len(data)
    return size


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int)
    arguments = parser.parse_args()
    print(f"{make(arguments.folder, arguments.count):,} bytes in {arguments.folder}")
