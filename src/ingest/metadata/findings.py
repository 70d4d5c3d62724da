"""The findings of the metadata family: code, name and page of each."""

from __future__ import annotations

BROKEN = "META001"
UNCLOSED = "META002"
DUPLICATE = "META003"
UNREAD = "META004"
UNSAFE = "META005"
AMBIGUOUS_DATE = "META006"
NO_DATE = "META007"
MISFIT = "META008"
REMAINS = "META009"

METADATA_CODES: dict[str, tuple[str, str]] = {
    BROKEN: (
        "broken-header-line",
        "A line of a header that no strict reader takes.\n\n"
        "The value was recovered by its look: an unquoted colon, a quote that is not closed, a tab, a bad indentation or "
        "a missing blank. Compare the value with the line.",
    ),
    UNCLOSED: (
        "unclosed-header",
        "A header whose closing fence is missing.\n\n"
        "The key lines after the opening fence were read; the body starts at the first line that cannot be one.",
    ),
    DUPLICATE: (
        "duplicate-header-key",
        "A key, or a whole header, that stands more than once.\n\n"
        "Of a key, the last value that is not empty counts, as with every YAML reader that accepts it; of two headers, "
        "the first. What lost is kept under `extra` as `KEY_duplicate`.",
    ),
    UNREAD: (
        "unread-header-line",
        "A line inside a closed header that belongs to no key.\n\nIt is kept under `extra` as one of `header_lines`.",
    ),
    UNSAFE: (
        "unsafe-yaml",
        "YAML that asks for a program's object.\n\nNothing is ever constructed; only the text of the value is kept.",
    ),
    AMBIGUOUS_DATE: (
        "ambiguous-date",
        "A date that can be read in two ways, such as 03/04/2005.\n\n"
        "No guess is made: the text is kept under `extra`. Write it as 2005-04-03, or with the month in letters.",
    ),
    NO_DATE: (
        "no-date",
        "A date field that holds no date: a span of time, an instruction such as `last-modified`, a day that the "
        "calendar lacks, or a form that is not known.\n\nThe text is kept under `extra`.",
    ),
    MISFIT: (
        "misfit-value",
        "A value whose type does not fit the field that its key names, such as a list for a title.\n\n"
        "It is kept under `extra` with its own key.",
    ),
    REMAINS: (
        "template-in-metadata",
        "A wiki template that was left standing in a metadata value.\n\nIts text cannot be known without the wiki.",
    ),
}
"""Every code of the family, in order: its name and its page in Markdown."""
