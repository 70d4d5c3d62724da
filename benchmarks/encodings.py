"""Measure encoding detectors on texts of one's own.

    python benchmarks/encodings.py FOLDER

FOLDER holds UTF-8 texts named by language, as `de.txt`. Each is cut into pieces of several sizes, every piece is written
in all encodings of its language that can hold it, and each detector that is installed is asked. Right means that the
text comes out identical. The table in `docs/encodings.md` was made so.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from ingest.decode import decode
from ingest.errors import Refused
from ingest.model import Source

SIZES = (120, 300, 1000, 4000, 16000)
ENCODINGS = {
    "cp1250 iso8859-2 mac_latin2 cp852": "pl cs sk hu hr sl",
    "cp1251 iso8859-5 mac_cyrillic cp855": "ru bg uk be sr mk",
    "koi8-r cp866": "ru bg",
    "koi8-u": "uk ru",
    "cp1252 iso8859-15": "de fr es pt it nl sv da fi nb is ca",
    "mac_roman cp437 cp850": "de fr es it",
    "cp1253 iso8859-7 mac_greek cp737": "el",
    "cp1254 cp857 mac_turkish": "tr",
    "cp1255 cp862": "he",
    "cp1256": "ar fa",
    "cp1257 iso8859-4 iso8859-13 cp775": "lt lv et",
    "cp1258": "vi",
    "iso8859-3": "eo mt",
    "iso8859-10": "is nb",
    "iso8859-14": "cy ga",
    "iso8859-16": "hu pl",
    "cp874": "th",
    "shift_jis euc_jp iso2022_jp": "ja",
    "gb2312 gb18030 hz": "zh",
    "gb18030 big5": "zh-Hant",
    "euc_kr cp949 johab iso2022_kr": "ko",
    "utf-16-le utf-16-be utf-32-le": "en ru zh hi th ar ja ko",
}
"""The encodings that each language was written in before UTF-8."""

Detector = Callable[[bytes], str | None]


def samples(folder: Path) -> Iterator[tuple[str, str, int, str]]:
    """Encoding, language, size and text of each sample."""
    for encodings, languages in ENCODINGS.items():
        for language in languages.split():
            path = folder / f"{language}.txt"
            text = path.read_text(encoding="utf-8") if path.exists() else ""
            for encoding in encodings.split():
                lines = [line for line in text.splitlines() if line.strip() and holds(encoding, line)]
                for size in SIZES:
                    piece = "\n".join(lines)[:size]
                    if len(piece) > size // 2 and not piece.isascii():
                        yield encoding, language, size, piece + "\n"


def holds(encoding: str, text: str) -> bool:
    """Whether the encoding can hold the text and gives it back."""
    try:
        return text.encode(encoding).decode(encoding) == text
    except UnicodeError:
        return False


def by_ingest(data: bytes) -> str | None:
    """The text by `ingest.decode`."""
    try:
        return decode(Source("sample", data))[0]
    except Refused:
        return None


def by_name(find: Callable[[bytes], str | None]) -> Detector:
    """The text by a detector that names an encoding."""

    def read(data: bytes) -> str | None:
        try:
            return data.decode(find(data) or "ascii").removeprefix("\ufeff")
        except (LookupError, UnicodeError):
            return None

    return read


def detectors() -> dict[str, Detector]:
    """All detectors that are installed, and ingest."""
    found: dict[str, Detector] = {"ingest": by_ingest}
    for name, module in (("chardet", "chardet"), ("faust-cchardet", "cchardet")):
        if importlib.util.find_spec(module):
            detect = importlib.import_module(module).detect
            found[name] = by_name(lambda data, detect=detect: detect(data)["encoding"])  # type: ignore[misc]
    if importlib.util.find_spec("charset_normalizer"):
        from_bytes = importlib.import_module("charset_normalizer").from_bytes
        found["charset-normalizer"] = by_name(lambda data: getattr(from_bytes(data).best(), "encoding", None))
    if importlib.util.find_spec("resiliparse"):
        found["resiliparse"] = by_name(importlib.import_module("resiliparse.parse.encoding").detect_encoding)
    return found


def main() -> None:
    """Print one row a detector: right of all, by size, and time."""
    every = list(samples(Path(sys.argv[1])))
    print(
        f"{len(every)} samples in {len({one[0] for one in every})} encodings and {len({one[1] for one in every})} languages"
    )
    for name, detector in detectors().items():
        right: Counter[int] = Counter()
        wrong: Counter[str] = Counter()
        spent = 0.0
        for encoding, _, size, text in every:
            data = text.encode(encoding)
            start = time.perf_counter()
            read = detector(data)
            spent += time.perf_counter() - start
            right[size] += read == text
            wrong[encoding] += read != text
        sizes = ", ".join(f"{size}: {right[size]}/{sum(one[2] == size for one in every)}" for size in SIZES)
        share = 100 * right.total() / len(every)
        print(f"{name}: {share:.1f} % right, {1000 * spent / len(every):.1f} ms a sample; {sizes}")
        print("    wrong:", ", ".join(f"{encoding} {count}" for encoding, count in wrong.most_common() if count))


if __name__ == "__main__":
    main()
