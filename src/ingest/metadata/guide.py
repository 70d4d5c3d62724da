"""The page on metadata, `docs/metadata.md`: written here, with its tables made from the tables that the code uses."""

from __future__ import annotations

from ingest.metadata.aliases import ALIASES, CANONICAL
from ingest.metadata.findings import METADATA_CODES
from ingest.metadata.schema import FIELDS

LAYOUTS = (
    (
        "yaml-header",
        "`---` … `---` or `...`, also `--- yaml`, in a code fence or an HTML comment, with fences that an editor "
        "changed (`———`, `\\---`, `***`), or never closed",
        "Hugo, Jekyll, Astro, Obsidian",
    ),
    (
        "toml-header",
        "`+++` … `+++`, also `---toml`, `%%%` … `%%%`, and closed by `---` alone",
        "Hugo, Zola, mmark, Bartholomew",
    ),
    (
        "json-header",
        "a JSON object, also `---json`, between `+++`, `;;;` with or without braces, and `{{{` … `}}}`",
        "Hugo, Hexo, gray-matter, Poet",
    ),
    ("edn-header", 'a map of EDN, `{:title "One" :tags ["a"]}`', "Cryogen, Perun"),
    (
        "key-value-header",
        "`Key: value` lines up to a blank line or `---`, continuations indented; also below the first heading, "
        "`**Key:** value`, `key:: value`, `.. key: value`, `key=value` up to `~~~~~~`, and Lektor's fields with `---` "
        "between them, and lines with a blank one after each; in `<pre>`, indented above a rule, as a list of properties "
        'below the title of a proposal, `[[!meta key="value"]]`, `<!-- Key: value -->`, and `#+KEY: value` in a comment',
        "Pelican, MultiMarkdown, PEPs, mail, Notion, Logseq, Roam, Nikola, JBake, Lektor, Kirby, TiddlyWiki, Gutenberg, "
        "proposals (BIP, EEP, TIP, Rust, Vue, Swift, PHP), Bikeshed, Ikiwiki, Readwise, RFCs as text, "
        "papers of WG21, `mark` for Confluence",
    ),
    ("pandoc-header", "`% title`, `% authors`, `% date`", "Pandoc"),
    (
        "rest-docinfo",
        "`:Author: …` lines, after the title if there is one; in MyST in a fence `{eval-rst}`",
        "reStructuredText",
    ),
    (
        "asciidoc-header",
        "`= Title` (also `# Title`, underlined, or below an anchor), author line, revision line, `:name: value`; "
        "also below front matter",
        "AsciiDoc",
    ),
    ("org-header", "`#+TITLE: …` lines, after a drawer of properties if there is one", "Org, Org-roam"),
)
"""The layouts that `read_header` gives, how each looks, and who writes it so."""

CHANGES = (
    (
        "Hugo",
        "`url` becomes `canonicalURL` where it is a whole address: Hugo refuses one for the path of its page. `aliases` with "
        "such an address become `also_known_as`. `short_title` is `linkTitle`. Calls of shortcodes in the body are written "
        "so that they show and do not run.",
    ),
    (
        "Jekyll",
        "`published` is `date` where it is a full date, `modified` is `last_modified_at`, `language` is `lang`. `url` is "
        "`permalink` if it is a path, else `canonical_url`; `aliases` that are all paths are `redirect_from`. A document "
        "with signs of Liquid gets `render_with_liquid: false`.",
    ),
    (
        "Obsidian",
        "Tags lose what a tag there cannot hold: `tide mills` becomes `tide-mills`, `1984` becomes `y1984`. Where that "
        "changed one, all stand as they were under `keywords`.",
    ),
    ("Pandoc", "`authors` is `author`, `published` is `date`, `language` is `lang`, `tags` are `keywords`."),
    ("Astro", "Nothing, and there is no `--for astro`: the schema of a collection names the fields as they are here."),
)
"""What the dialect of each tool changes, see `ingest.dialects`."""

_INTRO = """\
# Metadata

Made by `ingest schema --markdown > docs/metadata.md`; change it in `src/ingest/metadata/`.

Every kind of header is read into one form and mapped to one front matter. Nothing is thrown away: what has no canonical
name is kept under `extra`, and what lost against a better source is recorded with its source (`ingest show DOC`).

## The canonical fields

Absent fields are left out. `ingest schema` prints the same as JSON Schema.
"""

_TRUST = """\
## The order of trust

Where two sources name the same field, the first of these wins:

1. the document's own header;
2. the head, the structured data or the infobox of a page that was converted;
3. what the container says; of its dates only those that name publication or change (`published_at`, `modified`, not
   `date` or `Last-Modified`), and no languages: the rest is the capture's, and stands under `provenance.record`;
4. what was found in the body: headline, dek, byline;
5. what is derived: the first heading (title), the file name (`2020-01-02-name.md`), the text (language).

Within one source the order of the table of names below decides; a key that is spelled like the canonical
field comes first of all, and the user's own `aliases` come before that. A loser that says something else is
kept under `extra` with its own key.

## Decided by type and context

- `published: false` is a draft mark; `published: 2020-01-02` is a date.
- `subject` is the title where there is none, else a topic. At the top of a mail `from` is the author, in ten languages.
- `source: https://a.example/b` is the address, `source: Reuters` is kept under `extra`.
- `date: last-modified` is an instruction, `date: 2001-2004` a span: neither is a date, both are kept under
  `extra`.
- `tags: a, b`, `tags: [a, b]`, `tags: "#a #b"` and nested taxonomies are one list. `tags: a b` is one topic.
- `authors` holds names: objects, addresses and affiliations give their name, and stand in full under `extra`.
  So does what stands in brackets behind a name: `Jane Doe (The Mill)`.
  `Doe, Jane` is one person, `Jane Doe, John Roe` are two, `jane, john` are two. `Marks and Spencer` stays
  whole.
- Curled quotes around a value go where they stand for straight ones: in a date or a tag, beside values in straight
  quotes, or with a straight one at the end. A title alone may be a quotation and keeps them.
- Of a header that follows another one at once, the values that the first has too are kept under `extra`.
- A value whose type does not fit the field (a list for a title) is kept under `extra` with a finding.

## Dates

ISO 8601, with exactly the precision given: no zone, day or century is invented. Month names are known in some fifty
languages, the digits of every script, Japanese eras and the years of the Buddhist calendar beside Thai months; what says
of what it is the date (`Updated:`, `Veröffentlicht am`, `发布于`) goes. `03/04/2005` can be read in two ways and stays text
under `extra`, with a finding, and so does `۱۳۹۳/۰۲/۱۶`, which may count years by another calendar; `25/12/2020` cannot, and
`03.04.2005` has the day first wherever dots are used.
`ms.date: 03/04/2005` has the month first, as Microsoft's guide for its authors defines. A zone whose name stands for
several offsets (`ET`, `CET`) is left out of the ISO form, and the written date is kept beside. So is the number that counts
seconds or their thousandths since 1970 (`created: 1630782963`), which is a time in UTC, and a day with an offset and no time
(`2015-05-17 -0800`), which is that day. `published` and `modified` are written bare (`published: 2020-01-02`), so that
Hugo, Jekyll and Obsidian see dates; everywhere else text that looks like a date is quoted.

## Numbers under `extra`

A plain `12`, `1.5` or `true` is what it says. A number whose text would change when a reader writes it again
(`1.10`, `007`, `0x1F`, `1_000`, `12:30:45`, more than 2⁵³) stays text, in quotes. What was quoted in the
source stays text.

## Infoboxes

`infobox` holds the plain text of each field under the name that infobox templates use (`Capital city` becomes
`capital_city`). Links, pictures and formatting stand under `extra.infobox`, further boxes under
`extra.infoboxes`.

## Broken headers

A strict reader comes first. Where it fails, the header is cut into one piece a key and each piece is read
strictly again; only what is refused then is read by its look, with a finding that shows the line. Lines
inside a closed header that belong to no key are kept as `extra.header_lines`, earlier values of a key that
stands twice as `extra.KEY_duplicate`. What YAML takes for a sign of its own stays text where it is: `title: Bridge #2 is
closed`, `tags: #harbour #boats`, `title: !Important notice`. Curled quotes around dates, tags and names are taken off.
Nothing is ever constructed from YAML tags, and depth and expanded size are bounded.

Prose is never taken for a header: a lone `Note: this` is none, nor is what stands between two rules further
down. A header without fences needs a title and another known name, or a title alone on the first line, or
three names as tools write them.

## Reading the documents with other tools

The front matter is YAML that YAML 1.1 and 1.2 parsers read to the same values (tested with PyYAML and ruamel.yaml, and
with the npm package `yaml` where it is installed; js-yaml and gray-matter, tried on some 600 documents, read the same).

`ingest export CLEAN -o FOLDER --for TOOL` writes a copy of the documents as a tool takes them; the clean folder stays as
it is. The copies of some 330 documents were built with Hugo 0.111 and 0.168, Jekyll 4.3 and Pandoc 2.17, and the
documents themselves with Astro 5.18 (a content collection with a typed schema): each becomes a page, with title, date,
authors and tags.
"""

_COPIES = """\
All these names stand in the table below, so that a copy is read back to the same fields. Known limits: two documents
with the same `url` are one page for Hugo and Jekyll; Hugo takes `name.en.md` for the English form of `name.md`; Pandoc
runs TeX in a body on the way to PDF unless told not to (`-f commonmark_x`).

Obsidian cannot be run without a screen and was not. Its documentation asks for text, lists, numbers, `true` or `false`
and dates (`2020-08-21`, `2020-08-21T10:30:00`), one type for each name in all notes, and lists for `tags` and `aliases`:
each field here has one type everywhere, tested. It shows a date of lower precision or with a zone as text, and what is
nested (`infobox`, `extra`, `provenance`) in source mode alone.

## Kinds of header
"""


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in lines) + "\n"


def field_table() -> str:
    """Each canonical field, its type and meaning, and its terms elsewhere."""
    kinds = {"array": "list of texts", "boolean": "true or false", "object": "mapping", "string": "text"}
    rows: list[tuple[str, ...]] = []
    for key in CANONICAL:
        field = FIELDS[key]
        kind = "date" if key in ("published", "modified") else kinds[field.kind["type"]]
        schema_org = f"`schema:{field.schema_org}`" if field.schema_org else ""
        other = f"`{field.dublin_core}`" if field.dublin_core else ""
        rows.append((f"`{key}`", kind, field.meaning, schema_org, other))
    rows.append(
        (
            "`provenance`",
            "mapping",
            "Which bytes it came from, and what was done to them",
            "`schema:isBasedOn`",
            "`dcterms:provenance`",
        )
    )
    return _table(("field", "type", "meaning", "schema.org", "Dublin Core"), rows)


def alias_table() -> str:
    """Each source key of each field, in the order of trust, with who writes it."""
    rows: list[tuple[str, ...]] = [(f"`{one.field}`", f"`{one.name}`", one.origin) for one in ALIASES]
    return _table(("field", "source key", "written by"), rows)


def markdown() -> str:
    """The whole page."""
    codes: list[tuple[str, ...]] = [
        (code, name, page.partition("\n")[0]) for code, (name, page) in METADATA_CODES.items()
    ]
    return "\n".join(
        (
            _INTRO,
            field_table(),
            _TRUST,
            _table(("tool", "what `--for` changes"), list(CHANGES)),
            _COPIES,
            _table(
                ("layout", "looks like", "written by"), [(f"`{name}`", look, tools) for name, look, tools in LAYOUTS]
            ),
            "## Findings\n",
            _table(("code", "name", "what it says"), codes),
            "## The table of names\n",
            "Case, blanks, `-`, `_`, `.`, `:` and camelCase do not count: `og:Site_Name` and `ogSiteName` are one name.\n",
            alias_table(),
        )
    )
