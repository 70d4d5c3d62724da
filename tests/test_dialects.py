"""Documents in the words of other tools: what changes for each, that it is read back, and whose files are left alone."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from folders import clean_folder

from ingest import Source, clean_document
from ingest import copies as copying
from ingest.cli import main
from ingest.commands import export as command
from ingest.copies import MANIFEST, export_documents
from ingest.dialects import TOOLS
from ingest.errors import UsageError
from ingest.export import put_text
from ingest.metadata.aliases import CANONICAL, field_of

FIELDS: dict[str, Any] = {
    "title": "The Tide Mill",
    "subtitle": "A mill that the sea turns",
    "short_title": "Mill",
    "description": "How it works.\n\nAnd why it stopped.",
    "authors": ["Ada Mills", "Bo Reed"],
    "published": "2020-01-02",
    "modified": "2021-03-04T05:06:07Z",
    "language": "en",
    "tags": ["mills", "sea"],
    "categories": ["buildings"],
    "image": "/pictures/mill.jpg",
    "image_alt": "The mill at ebb",
    "url": "/mills/tide/",
    "publisher": "The Harbour Record",
    "license": "CC BY 4.0",
    "draft": False,
    "slug": "tide-mill",
    "aliases": ["/old/mill/"],
    "infobox": {"built": "1171"},
    "extra": {"weight": 3},
}


def written(tool: str, fields: dict[str, Any], body: str = "Text.\n") -> tuple[dict[str, Any], str]:
    """Front matter, its dates as text, and body of a document as a tool gets it."""
    text = TOOLS[tool](fields, body).text()
    front, _, rest = text.removeprefix("---\n").partition("---\n")
    return yaml.load(front, Loader=yaml.BaseLoader), rest.removeprefix("\n")  # noqa: S506 - it constructs text alone


@pytest.mark.parametrize("tool", sorted(TOOLS))
def test_the_names_of_a_tool_are_read_back_to_the_same_fields(tool: str) -> None:
    again = clean_document(Source("mill.md", TOOLS[tool](FIELDS, "Text.\n").text().encode()))
    assert dict(again.metadata.fields) == FIELDS
    whole = {**FIELDS, "url": "https://mills.example/tide", "aliases": ["https://mills.example/old", "Sea mill"]}
    again = clean_document(Source("mill.md", TOOLS[tool](whole, "Text.\n").text().encode()))
    assert dict(again.metadata.fields) == whole


def test_hugo_gets_no_whole_address_for_a_path() -> None:
    fields, _ = written(
        "hugo", {"title": "A", "url": "https://mills.example/tide", "aliases": ["Mill", "//x.example/y"]}
    )
    assert fields == {
        "title": "A",
        "canonicalURL": "https://mills.example/tide",
        "also_known_as": ["Mill", "//x.example/y"],
    }
    paths = {"url": "/tide/", "aliases": ["/old/"], "short_title": "Mill"}
    assert written("hugo", paths)[0] == {"linkTitle": "Mill", "url": "/tide/", "aliases": ["/old/"]}
    assert "also_known_as" in written("hugo", {"aliases": ["/"]})[0], "which would be a page in place of the first one"


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("See {{< tide height=3 >}} now.\n", "See {{</* tide height=3 */>}} now.\n"),
        ("{{% note %}}\nMind the gap.\n{{% /note %}}\n", "{{%/* note */%}}\nMind the gap.\n{{%/* /note */%}}\n"),
        ("{{</* tide */>}} is how it is written.\n", "{{</* tide */>}} is how it is written.\n"),
        ("a {{</* b >}} c\n", "a {{</*/* b */>}} c\n"),
        ("An open {{< and an open {{% here.\n", "An open &#123;{< and an open &#123;{% here.\n"),
        ("Crossed {{< a %}} and {{% b >}}.\n", "Crossed {{</* a %}} and {{% b */>}}.\n"),
        ("Plain {{ braces }} and {%% signs %%}.\n", "Plain {{ braces }} and {%% signs %%}.\n"),
    ],
)
def test_hugo_runs_nothing_that_stands_in_a_body(body: str, shown: str) -> None:
    assert written("hugo", {"title": "A"}, body)[1] == shown


def test_shortcodes_without_an_end_cost_no_more_than_their_length() -> None:
    body = "{{< a >}} " + "{{% b " * 100_000
    assert written("hugo", {}, body)[1].count("&#123;{%") == 100_000


@pytest.mark.skipif(shutil.which("hugo") is None, reason="hugo is not installed")
def test_hugo_itself_builds_what_it_refuses_otherwise(tmp_path: Path) -> None:
    fields = {"title": "Tide mill", "url": "https://mills.example/", "aliases": ["https://mills.example/x", "/"]}
    body = "One {{< gone >}}, {{% gone %}}, {{< open and {{% open.\n"
    for name, text in {
        "content/tide.md": TOOLS["hugo"]({**FIELDS, **fields}, body).text(),
        "layouts/_default/single.html": "{{ .Title }}|{{ .Date }}|{{ .Params.canonicalURL }}|{{ .Content }}",
        "hugo.toml": "disableKinds = ['home', 'section', 'taxonomy', 'term', 'RSS', 'sitemap']\n",
        "config.toml": "",  # what Hugo before 0.110 reads
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    subprocess.run([shutil.which("hugo") or "", "--quiet"], cwd=tmp_path, check=True, capture_output=True)
    page = html.unescape((tmp_path / "public" / "tide-mill" / "index.html").read_text())
    assert page.startswith("Tide mill|2020-01-02 ")
    assert "|https://mills.example/|" in page
    assert "One {{< gone >}}, {{% gone %}}, {{< open and {{% open." in page


def test_jekyll_gets_its_own_names_and_runs_no_liquid() -> None:
    fields, body = written("jekyll", FIELDS, "Rates: {{ site.rates }} and {% include tide %}\n")
    assert (fields["date"], fields["last_modified_at"], fields["lang"]) == ("2020-01-02", "2021-03-04T05:06:07Z", "en")
    assert (fields["permalink"], fields["redirect_from"]) == ("/mills/tide/", ["/old/mill/"])
    assert fields["render_with_liquid"] == "false"
    assert body == "Rates: {{ site.rates }} and {% include tide %}\n"
    fields, _ = written("jekyll", {"published": "2020", "url": "https://a.example/", "aliases": ["Mill"]})
    assert fields == {"published": "2020", "canonical_url": "https://a.example/", "aliases": ["Mill"]}


def test_obsidian_gets_tags_that_it_takes_and_keeps_the_others() -> None:
    fields, _ = written("obsidian", {"tags": ["tide mills", "sea/coast", "C++", "1984", "物理"]})
    assert fields["tags"] == ["tide-mills", "sea/coast", "C", "y1984", "物理"]
    assert fields["keywords"] == ["tide mills", "sea/coast", "C++", "1984", "物理"]
    assert written("obsidian", {"tags": ["sea", "mill"]})[0] == {"tags": ["sea", "mill"]}


def test_the_properties_of_a_document_have_the_types_that_obsidian_knows() -> None:
    """Text, lists of text, true or false, dates; only what is nested by its nature is a mapping."""
    fields, _ = written("obsidian", FIELDS)
    kinds = {name: type(value) for name, value in fields.items()}
    assert [name for name, kind in kinds.items() if kind is dict] == ["infobox", "extra"]
    assert [name for name, kind in kinds.items() if kind is list] == ["authors", "tags", "categories", "aliases"]
    assert all(re.fullmatch(r"[^\W\d_][\w/-]*", tag) for tag in fields["tags"])


def test_pandoc_gets_the_names_of_its_templates() -> None:
    fields, _ = written("pandoc", FIELDS)
    assert (fields["author"], fields["date"], fields["lang"]) == (["Ada Mills", "Bo Reed"], "2020-01-02", "en")
    assert fields["keywords"] == ["mills", "sea"]


def test_the_command_offers_every_tool() -> None:
    assert set(command.TOOLS) == set(TOOLS)
    names = {one for tool in TOOLS for one in TOOLS[tool](FIELDS, "").names.items()}
    assert all(key in CANONICAL and field_of(name) == key for key, name in names)


# --- the folder -------------------------------------------------------------------------------------------------------


@pytest.fixture
def root(tmp_path: Path) -> Path:
    clean_folder(tmp_path)
    return tmp_path


def files(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*") if path.is_file()}


def test_every_document_is_copied_with_the_same_text(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(root / "clean"), "-o", str(root / "out"), "--for", "pandoc"]) == 0
    assert "documents for pandoc in" in capsys.readouterr().out
    found = files(root / "out")
    originals = {str(path.relative_to(root / "clean")): path for path in (root / "clean").rglob("*.md")}
    assert json.loads(found.pop(MANIFEST)) == {"for": "pandoc", "files": sorted(originals)}
    assert set(found) == set(originals)
    for name, text in found.items():
        assert text.split("\n---\n", 1)[1] == originals[name].read_text().split("\n---\n", 1)[1]
    assert "\ndate: 2020-05-06\n" in found["wiki/kiln.md"]


def test_a_later_export_replaces_an_earlier_one_and_leaves_other_files(root: Path) -> None:
    export_documents(root / "clean", root / "out", "hugo")
    first = files(root / "out")
    (root / "out" / "_index.md").write_text("Mine.\n")
    (root / "raw" / "wiki" / "kiln.md").unlink()
    (root / "raw" / "kilns").mkdir()
    (root / "raw" / "kilns" / "new.md").write_text("# New kiln\n\nIt burns.\n")
    clean_folder(root)
    result = export_documents(root / "clean", root / "out", "hugo")
    second = files(root / "out")
    assert second.pop("_index.md") == "Mine.\n"
    assert set(second) - set(first) == {"kilns/new.md"}
    assert set(first) - set(second) == {"wiki/kiln.md"}
    assert not result.left_out


def test_a_file_of_somebody_else_is_not_written_over(root: Path) -> None:
    export_documents(root / "clean", root / "out", "hugo")
    (root / "raw" / "new.md").write_text("# New kiln\n\nIt burns.\n")
    clean_folder(root)
    (root / "out" / "new.md").write_text("Mine.\n")
    result = export_documents(root / "clean", root / "out", "hugo")
    assert (root / "out" / "new.md").read_text() == "Mine.\n"
    assert list(result.left_out) == ["new.md"]
    with pytest.raises(UsageError, match="holds files that are no export"):
        export_documents(root / "clean", root / "raw" / "..", "hugo")


def test_after_a_crash_the_next_export_knows_what_the_last_one_wrote(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path, text: str) -> None:
        put_text(path, text)
        if path.name != MANIFEST:
            raise KeyboardInterrupt

    monkeypatch.setattr(copying, "put_text", fail)
    with pytest.raises(KeyboardInterrupt):
        export_documents(root / "clean", root / "out", "hugo")
    monkeypatch.undo()
    assert not export_documents(root / "clean", root / "out", "hugo").left_out


def test_a_list_that_leads_out_of_the_folder_is_not_followed(root: Path) -> None:
    export_documents(root / "clean", root / "out", "hugo")
    (root / "mine.md").write_text("Mine.\n")
    names = ["../mine.md", str(root / "mine.md")]
    (root / "out" / MANIFEST).write_text(json.dumps({"for": "hugo", "files": names}))
    export_documents(root / "clean", root / "out", "hugo")
    assert (root / "mine.md").read_text() == "Mine.\n"
    (root / "out" / MANIFEST).write_text("[]")
    with pytest.raises(UsageError, match="is not what an export wrote"):
        export_documents(root / "clean", root / "out", "hugo")
