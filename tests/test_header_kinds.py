"""Headers as many tools write them, and as they break on the way: the canonical fields and the body of each document.

No value may be lost, none invented, and what only looks like a header stays in the body.
"""

from __future__ import annotations

from typing import Any

import pytest

from ingest import Source, clean_document
from ingest.headers import read_header

BODY = "The body of this note says where the path goes on.\n"

HEADERS: dict[str, tuple[str, dict[str, Any]]] = {
    "hexo-semicolons": (
        ';;;\n"title": "Lock keeper",\n"author": "Tom Reed",\n"comments": false\n;;;\n',
        {"title": "Lock keeper", "authors": ["Tom Reed"]},
    ),
    "eleventy": (
        '---js\n{\n  title: "Small boats",\n  tags: ["boats"]\n}\n---\n',
        {"title": "Small boats", "tags": ["boats"]},
    ),
    "obsidian-inline-tags": (
        '---\ntitle: Daily note\ntags: daily, journal\nalias: 2023-02-11\ndate: "[[2023-02-11]]"\n---\n',
        {"title": "Daily note", "tags": ["daily", "journal"], "aliases": ["2023-02-11"], "published": "2023-02-11"},
    ),
    "logseq": (
        "title:: Meeting with the council\ntags:: council, water\ndate:: [[2022-05-06]]\n\n",
        {"title": "Meeting with the council", "tags": ["council", "water"], "published": "2022-05-06"},
    ),
    "roam": (
        "title:: Winter fodder\ntype:: #article\nauthor:: [[Eli Hart]]\n\n",
        {"title": "Winter fodder", "authors": ["Eli Hart"]},
    ),
    "notion": (
        "# Garden plan\n\nCreated: March 3, 2022 10:15 AM\nTags: garden, spring\nStatus: In progress\n\n",
        {"title": "Garden plan", "published": "2022-03-03T10:15", "tags": ["garden", "spring"]},
    ),
    "notion-created-by": (
        "# Garden plan\n"
        "\n"
        "Created by: Ola Nord\n"
        "Created time: March 3, 2022 10:15 AM\n"
        "Last edited time: April 1, 2022 4:05 PM\n"
        "Tags: garden, spring\n"
        "\n",
        {
            "title": "Garden plan",
            "authors": ["Ola Nord"],
            "published": "2022-03-03T10:15",
            "modified": "2022-04-01T16:05",
            "tags": ["garden", "spring"],
        },
    ),
    "nikola": (
        "<!--\n"
        ".. title: My first post\n"
        ".. slug: my-first-post\n"
        ".. date: 2012-03-30 23:00:00 UTC-03:00\n"
        ".. tags: nikola, python\n"
        ".. link: https://n.example/p\n"
        ".. description: A post\n"
        ".. type: text\n"
        "-->\n"
        "\n",
        {
            "title": "My first post",
            "slug": "my-first-post",
            "published": "2012-03-30T23:00:00-03:00",
            "tags": ["nikola", "python"],
            "url": "https://n.example/p",
            "description": "A post",
        },
    ),
    "nikola-rst": (
        ".. title: My first post\n"
        ".. slug: my-first-post\n"
        ".. date: 2012-03-30 23:00:00 UTC-03:00\n"
        ".. tags: nikola, python\n"
        ".. link:\n"
        ".. description:\n"
        ".. type: text\n"
        "\n",
        {
            "title": "My first post",
            "slug": "my-first-post",
            "published": "2012-03-30T23:00:00-03:00",
            "tags": ["nikola", "python"],
        },
    ),
    "lektor": (
        "_model: blog-post\n"
        "---\n"
        "title: Over the pass\n"
        "---\n"
        "author: Ivo Kern\n"
        "---\n"
        "pub_date: 2014-07-01\n"
        "---\n"
        "body:\n"
        "\n",
        {"title": "Over the pass", "authors": ["Ivo Kern"], "published": "2014-07-01"},
    ),
    "mkdocs-material": (
        "---\n"
        "title: Reservoirs\n"
        "description: Where the water waits\n"
        "icon: material/water\n"
        "status: new\n"
        "date:\n"
        "  created: 2023-12-31\n"
        "  updated: 2024-01-02\n"
        "authors:\n"
        "  - squid\n"
        "hide:\n"
        "  - navigation\n"
        "---\n",
        {
            "title": "Reservoirs",
            "description": "Where the water waits",
            "published": "2023-12-31",
            "modified": "2024-01-02",
            "authors": ["squid"],
        },
    ),
    "ghost": (
        "---\n"
        'title: "The last tram"\n'
        "slug: the-last-tram\n"
        "date_published: 2019-05-06T07:08:09.000Z\n"
        "date_updated: 2019-06-01T10:00:00.000Z\n"
        "tags: City, Transport\n"
        "excerpt: It left at ten.\n"
        "feature_image: https://g.example/tram.jpg\n"
        "---\n",
        {
            "title": "The last tram",
            "slug": "the-last-tram",
            "published": "2019-05-06T07:08:09.000Z",
            "modified": "2019-06-01T10:00:00.000Z",
            "tags": ["City", "Transport"],
            "description": "It left at ten.",
            "image": "https://g.example/tram.jpg",
        },
    ),
    "multimarkdown": (
        "Title:    A manual for the loom\n"
        "Author:   Greta Voss  \n"
        "          Hans Keil\n"
        "Date:     May 1, 2009\n"
        "Keywords: loom, weaving\n"
        "Base Header Level: 2\n"
        "\n",
        {
            "title": "A manual for the loom",
            "published": "2009-05-01",
            "tags": ["loom", "weaving"],
            "authors": ["Greta Voss", "Hans Keil"],
        },
    ),
    "mail-encoded": (
        "From: =?utf-8?q?J=C3=B6rg_Vane?= <j@p.example>\n"
        "To: list@p.example\n"
        "Subject: =?UTF-8?B?w4RwZmVsIHVuZCBCaXJuZW4=?=\n"
        "Date: Tue, 3 Mar 2015 10:11:12 +0100\n"
        "\n",
        {"title": "Äpfel und Birnen", "authors": ["Jörg Vane"], "published": "2015-03-03T10:11:12+01:00"},
    ),
    "asciidoc-antora": (
        "= Routes\n:navtitle: Roads\n:page-aliases: old.adoc, older.adoc\n:url-repo: https://a.example/r\n\n",
        {"title": "Routes", "short_title": "Roads", "aliases": ["old.adoc", "older.adoc"]},
    ),
    "asciidoc-attr-first": (
        ":toc: left\n:author: Ann Vane\n= Pump handbook\n:revdate: 2020-03-04\n\n",
        {"title": "Pump handbook", "authors": ["Ann Vane"], "published": "2020-03-04"},
    ),
    "org-roam": (
        ":PROPERTIES:\n"
        ":ID:       4a5b-77\n"
        ":ROAM_ALIASES: Hives\n"
        ":END:\n"
        "#+title: Beekeeping log\n"
        "#+filetags: :bees:\n"
        "\n",
        {"title": "Beekeeping log", "tags": ["bees"], "extra": {"ID": "4a5b-77"}},
    ),
    "rest-authors": (
        "Winter fodder\n"
        "=============\n"
        "\n"
        ":Authors: - Eli Hart\n"
        "          - Mia Sand\n"
        ":Date: $Date: 2008-11-02 10:00:00 $\n"
        "\n",
        {"title": "Winter fodder", "authors": ["Eli Hart", "Mia Sand"], "published": "2008-11-02T10:00:00"},
    ),
    "csl": (
        "---\n"
        "title: Winter fodder\n"
        "author:\n"
        "  - family: Hart\n"
        "    given: Eli\n"
        "issued:\n"
        "  date-parts: [[2008, 11, 2]]\n"
        "type: article-journal\n"
        "---\n",
        {"title": "Winter fodder", "authors": ["Eli Hart"], "published": "2008-11-02"},
    ),
    "medium-exporter": (
        "---\n"
        'title: "Ten small tools"\n'
        'description: "For a small shed"\n'
        'date: "2018-01-07T16:02:27.532Z"\n'
        "categories: []\n"
        "published: true\n"
        "canonical_link: https://m.example/ten\n"
        "redirect_from:\n"
        "  - /ten-a1b2\n"
        "---\n",
        {
            "title": "Ten small tools",
            "description": "For a small shed",
            "published": "2018-01-07T16:02:27.532Z",
            "draft": False,
            "url": "https://m.example/ten",
            "aliases": ["/ten-a1b2"],
        },
    ),
    "obsidian-clipper": (
        "---\n"
        'title: "Ten small tools"\n'
        'source: "https://c.example/ten"\n'
        "author:\n"
        '  - "[[Ann Vane]]"\n'
        "published: 2023-04-01\n"
        "created: 2024-10-02\n"
        'description: "For a small shed"\n'
        "tags:\n"
        '  - "clippings"\n'
        "---\n",
        {
            "title": "Ten small tools",
            "authors": ["Ann Vane"],
            "published": "2023-04-01",
            "description": "For a small shed",
            "tags": ["clippings"],
            "url": "https://c.example/ten",
        },
    ),
    "jbake": (
        "title=On wells\ndate=2012-03-04\ntype=post\ntags=wells,water\nstatus=published\n~~~~~~\n",
        {"title": "On wells", "published": "2012-03-04", "tags": ["wells", "water"]},
    ),
    "wikijs": (
        "---\n"
        "title: Intake valve\n"
        "description: How to close it\n"
        "published: true\n"
        "date: 2021-09-08T07:06:05.004Z\n"
        "tags: valve, intake\n"
        "editor: markdown\n"
        "dateCreated: 2020-01-02T03:04:05.006Z\n"
        "---\n",
        {
            "title": "Intake valve",
            "description": "How to close it",
            "published": "2021-09-08T07:06:05.004Z",
            "draft": False,
            "tags": ["valve", "intake"],
        },
    ),
    "hashnode": (
        "---\n"
        'title: "Ten small tools"\n'
        "datePublished: Sat Oct 01 2022 09:21:40 GMT+0000 (Coordinated Universal Time)\n"
        "cuid: cl8\n"
        "slug: ten-small-tools\n"
        "cover: https://h.example/c.png\n"
        "tags: tools, shed\n"
        "---\n",
        {
            "title": "Ten small tools",
            "published": "2022-10-01T09:21:40+00:00",
            "slug": "ten-small-tools",
            "image": "https://h.example/c.png",
            "tags": ["tools", "shed"],
        },
    ),
    "joplin": (
        "---\n"
        "title: Ferry times\n"
        "updated: 2021-08-03 12:04:55Z\n"
        "created: 2021-08-01 09:00:12Z\n"
        "latitude: 59.91273000\n"
        "longitude: 10.74609000\n"
        "altitude: 0.0000\n"
        "completed?: no\n"
        "tags:\n"
        "  - travel\n"
        "---\n",
        {
            "title": "Ferry times",
            "modified": "2021-08-03T12:04:55Z",
            "published": "2021-08-01T09:00:12Z",
            "tags": ["travel"],
            "extra": {"latitude": "59.91273000"},
        },
    ),
    "code-fence-bare-broken": (
        "```yaml\ntitle: Bread: ovens\nauthor: Ann Vane\ndate: 2014-05-06\n```\n",
        {"title": "Bread: ovens", "authors": ["Ann Vane"], "published": "2014-05-06"},
    ),
    "smart-quotes": (
        "---\ntitle: “Bread ovens”\nauthor: ‘Ann Vane’\ntags: [“oven”, “brick”]\ndate: “2014-05-06”\n---\n",
        {"title": "Bread ovens", "authors": ["Ann Vane"], "tags": ["oven", "brick"], "published": "2014-05-06"},
    ),
    "smart-quotes-inside": (
        "---\ntitle: “Bread” and “salt”\nauthor: Ann Vane\n---\n",
        {"title": "“Bread” and “salt”", "authors": ["Ann Vane"]},
    ),
    "nbsp-indent": (
        "---\ntitle: Bread ovens\ntags:\n\xa0\xa0- oven\n\xa0\xa0- brick\nauthor:\xa0Ann Vane\n---\n",
        {"title": "Bread ovens", "tags": ["oven", "brick"], "authors": ["Ann Vane"]},
    ),
    "closed-indented": (
        "---\ntitle: Bread ovens\nauthor: Ann Vane\n ---\n",
        {"title": "Bread ovens", "authors": ["Ann Vane"]},
    ),
    "dash-lookalikes": (
        "———\ntitle: Bread ovens\nauthor: Ann Vane\n———\n",
        {"title": "Bread ovens", "authors": ["Ann Vane"]},
    ),
    "nbhyphen": (
        "\u2011\u2011\u2011\ntitle: Bread ovens\nauthor: Ann Vane\n\u2011\u2011\u2011\n",
        {"title": "Bread ovens", "authors": ["Ann Vane"]},
    ),
    "autocorrected-emdash": (
        "—-\ntitle: Bread ovens\nauthor: Ann Vane\n—-\n",
        {"title": "Bread ovens", "authors": ["Ann Vane"]},
    ),
    "escaped-fence": (
        "\\---\ntitle: Bread ovens\nauthor: Ann Vane\ndate: 2014-05-06\n\\---\n",
        {"title": "Bread ovens", "authors": ["Ann Vane"], "published": "2014-05-06"},
    ),
    "stars-fence": (
        "***\ntitle: Bread ovens\nauthor: Ann Vane\n***\n",
        {"title": "Bread ovens", "authors": ["Ann Vane"]},
    ),
    "rendered-hr-setext": (
        "* * * * *\n\ntitle: Bread ovens\nauthor: Ann Vane\n\n* * * * *\n",
        {"title": "Bread ovens", "authors": ["Ann Vane"]},
    ),
    "block-bad-indent": (
        "---\ntitle: Bread ovens\ndescription: |\nThey were built by hand.\nThey were warm.\nauthor: Ann Vane\n---\n",
        {"title": "Bread ovens", "description": "They were built by hand. They were warm.", "authors": ["Ann Vane"]},
    ),
    "bang": (
        "---\ntitle: !Important notice\nauthor: Ann Vane\n---\n",
        {"title": "!Important notice", "authors": ["Ann Vane"]},
    ),
    "bracket-start": (
        "---\ntitle: [Draft] Bread ovens\nauthor: Ann Vane\n---\n",
        {"title": "[Draft] Bread ovens", "authors": ["Ann Vane"]},
    ),
    "list-stars": (
        "---\ntitle: Bread ovens\ntags:\n  * oven\n  * brick\nauthor: Ann Vane\n---\n",
        {"title": "Bread ovens", "tags": ["oven", "brick"], "authors": ["Ann Vane"]},
    ),
    "list-bullets": (
        "---\ntitle: Bread ovens\ntags:\n• oven\n• brick\nauthor: Ann Vane\n---\n",
        {"title": "Bread ovens", "tags": ["oven", "brick"], "authors": ["Ann Vane"]},
    ),
    "trailing-comma-json": (
        '{\n  "title": "Bread ovens",\n  "author": "Ann Vane",\n  "tags": ["oven", "brick",],\n}\n\n',
        {"title": "Bread ovens", "authors": ["Ann Vane"], "tags": ["oven", "brick"]},
    ),
    "json-single-quotes": (
        "{\n  'title': 'Bread ovens',\n  'author': 'Ann Vane'\n}\n\n",
        {"title": "Bread ovens", "authors": ["Ann Vane"]},
    ),
    "json-comments": (
        '{\n  // the title\n  "title": "Bread ovens",\n  "author": "Ann Vane" /* she */\n}\n\n',
        {"title": "Bread ovens", "authors": ["Ann Vane"]},
    ),
    "json-unclosed": (
        '{\n  "title": "Bread ovens",\n  "author": "Ann Vane"\n\n',
        {"title": "Bread ovens", "authors": ["Ann Vane"]},
    ),
    "json-fenced-broken": (
        '---json\n{\n  "title": "Bread ovens",\n  "author": "Ann Vane",\n}\n---\n',
        {"title": "Bread ovens", "authors": ["Ann Vane"]},
    ),
    "toml-unclosed": (
        '+++\ntitle = "Bread ovens"\ndate = "2014-05-06"\nauthor = "Ann Vane"\n\n',
        {"title": "Bread ovens", "published": "2014-05-06", "authors": ["Ann Vane"]},
    ),
    "toml-colons": (
        "+++\ntitle: Bread ovens\nauthor: Ann Vane\n+++\n",
        {"title": "Bread ovens", "authors": ["Ann Vane"]},
    ),
    "toml-smart-quotes": (
        "+++\ntitle = “Bread ovens”\nauthor = “Ann Vane”\n+++\n",
        {"title": "Bread ovens", "authors": ["Ann Vane"]},
    ),
    "toml-closed-dashes": (
        '+++\ntitle = "Bread ovens"\nauthor = "Ann Vane"\n---\n',
        {"title": "Bread ovens", "authors": ["Ann Vane"]},
    ),
    "fullwidth-colon": (
        "---\ntitle：面包炉\nauthor：安文\ndate：2014-05-06\n---\n",
        {"title": "面包炉", "authors": ["安文"], "published": "2014-05-06"},
    ),
    "bold-keys": (
        "**Title:** Bread ovens\n**Author:** Ann Vane\n**Date:** May 6, 2014\n\n",
        {"title": "Bread ovens", "authors": ["Ann Vane"], "published": "2014-05-06"},
    ),
    "glued-fence": (
        "---title: Bread ovens\nauthor: Ann Vane\ndate: 2014-05-06\n---\n",
        {"title": "Bread ovens", "authors": ["Ann Vane"], "published": "2014-05-06"},
    ),
    "glued-close": (
        "---\ntitle: Bread ovens\nauthor: Ann Vane\ndate: 2014-05-06---\n",
        {"title": "Bread ovens", "authors": ["Ann Vane"], "published": "2014-05-06"},
    ),
    "whole-indented": (
        "  ---\n  title: Bread ovens\n  author: Ann Vane\n  ---\n\n",
        {"title": "Bread ovens", "authors": ["Ann Vane"]},
    ),
    "html-breaks": (
        "---<br>\ntitle: Bread ovens<br>\nauthor: Ann Vane<br>\n---<br>\n",
        {"title": "Bread ovens", "authors": ["Ann Vane"]},
    ),
    "surrogate-escapes": (
        '---\ntitle: "Bread \\ud83c\\udf5e"\nauthor: "Ann\\u00a0Vane"\n---\n',
        {"title": "Bread 🍞", "authors": ["Ann\xa0Vane"]},
    ),
    "header-in-html-comment": (
        "<!--\ntitle: Bread ovens\nauthor: Ann Vane\ndate: 2014-05-06\n-->\n\n",
        {"title": "Bread ovens", "authors": ["Ann Vane"], "published": "2014-05-06"},
    ),
    "ampersand-start": (
        "---\ntitle: &c and so on\nauthor: Ann Vane\n---\n",
        {"title": "&c and so on", "authors": ["Ann Vane"]},
    ),
    "after-title": (
        "# Bread ovens\n\n---\ntitle: Bread ovens\nauthor: Ann Vane\ndate: 2014-05-06\n---\n",
        {"title": "Bread ovens", "authors": ["Ann Vane"], "published": "2014-05-06"},
    ),
    "title-number": (
        "---\ntitle: Bridge #2 is closed\nauthor: Ann Vane\ntags: #harbour #boats\ndraft: true #change me\n---\n",
        {"title": "Bridge #2 is closed", "authors": ["Ann Vane"], "tags": ["harbour", "boats"], "draft": True},
    ),
    "json-dateless-nested": (
        "{\n"
        '  "title": "Bread",\n'
        '  "author": {"name": "Ann Vane"},\n'
        '  "tags": [\n'
        '    "a",\n'
        '    "b",\n'
        "  ],\n"
        '  "published_at": "2014-05-06T07:08:09Z",\n'
        "}\n"
        "\n",
        {"title": "Bread", "authors": ["Ann Vane"], "tags": ["a", "b"], "published": "2014-05-06T07:08:09Z"},
    ),
    "source-text": (
        "---\ntitle: Bread\nsource: Reuters\nauthor: Ann Vane\n---\n",
        {"title": "Bread", "authors": ["Ann Vane"], "extra": {"source": "Reuters"}},
    ),
    "local-tag-include": (
        "---\ntitle: Bread\nbody_file: !include bread.md\nsecret: !vault xyz\n---\n",
        {"title": "Bread", "extra": {"body_file": "!include bread.md"}},
    ),
    "block-indented-fence": (
        "---\ntitle: Bread\ndescription: |\n  First.\n  ---\n  Second.\nauthor: Ann Vane\n---\n",
        {"title": "Bread", "description": "First. --- Second.", "authors": ["Ann Vane"]},
    ),
    "quote-title-keeps": (
        "---\ntitle: “I have bread”\nsubtitle: “So do I”\nauthor: Ann Vane\n---\n",
        {"title": "“I have bread”", "subtitle": "“So do I”", "authors": ["Ann Vane"]},
    ),
    "tiddlywiki": (
        "created: 20200102030405678\n"
        "modified: 20210304050607000\n"
        "tags: [[two words]] one\n"
        "title: On wells\n"
        "type: text/vnd.tiddlywiki\n"
        "\n",
        {
            "title": "On wells",
            "published": "2020-01-02T03:04:05.678",
            "modified": "2021-03-04T05:06:07.000",
            "tags": ["two words", "one"],
        },
    ),
    "kirby": (
        "Title: On wells\n\n----\n\nDate: 2014-05-06\n\n----\n\nAuthor: Ann Vane\n\n----\n\nText:\n\n",
        {"title": "On wells", "published": "2014-05-06", "authors": ["Ann Vane"]},
    ),
    "pico": (
        "/*\nTitle: On wells\nAuthor: Ann Vane\nDate: 2014/05/06\n*/\n\n",
        {"title": "On wells", "authors": ["Ann Vane"], "published": "2014-05-06"},
    ),
    "gutenberg": (
        "Title: The Well\n\nAuthor: Ann Vane\n\nRelease Date: June 5, 1998\n\nLanguage: English\n\n",
        {"title": "The Well", "authors": ["Ann Vane"], "published": "1998-06-05", "language": "en"},
    ),
    "vimwiki": (
        "%title On wells\n%date 2014-05-06\n\n",
        {"title": "On wells", "published": "2014-05-06"},
    ),
    "dendron": (
        "---\nid: 4f2d\ntitle: On wells\ndesc: 'Deep ones'\nupdated: 1611356400000\ncreated: 1609456400000\n---\n",
        {
            "title": "On wells",
            "description": "Deep ones",
            "published": "2020-12-31T23:13:20Z",
            "modified": "2021-01-22T23:00:00Z",
            "extra": {"id": "4f2d", "created": "1609456400000"},
        },
    ),
    "rmarkdown": (
        "---\n"
        'title: "On wells"\n'
        "author:\n"
        '- "Ann Vane^[Well Institute, ann@w.example]"\n'
        "- Bo Reed\n"
        'date: "`r Sys.Date()`"\n'
        "output:\n"
        "  html_document: default\n"
        "---\n",
        {"title": "On wells", "authors": ["Ann Vane", "Bo Reed"]},
    ),
    "jina": (
        "Title: On wells\n"
        "\n"
        "URL Source: https://w.example/wells\n"
        "\n"
        "Published Time: 2014-05-06T07:08:09+00:00\n"
        "\n"
        "Markdown Content:\n"
        "\n",
        {"title": "On wells", "url": "https://w.example/wells", "published": "2014-05-06T07:08:09+00:00"},
    ),
    "mail-folded": (
        'From: "Vane, Ann" <ann@w.example>\n'
        "To: a@b.example, c@d.example\n"
        "Cc: e@f.example\n"
        "Subject: On wells\n"
        " and pumps\n"
        "Date: 6 May 2014 10:11:12 +0000\n"
        "MIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=utf-8\n"
        "\n",
        {"title": "On wells and pumps", "authors": ["Ann Vane"], "published": "2014-05-06T10:11:12+00:00"},
    ),
    "outlook-forward": (
        "From: Ann Vane\nSent: Tuesday, May 6, 2014 10:11 AM\nTo: Bo Reed\nSubject: On wells\n\n",
        {"title": "On wells", "authors": ["Ann Vane"], "published": "2014-05-06T10:11"},
    ),
    "german-mail": (
        "Von: Ann Vane\nGesendet: Dienstag, 6. Mai 2014 10:11\nAn: Bo Reed\nBetreff: Brunnen\n\n",
        {"title": "Brunnen", "authors": ["Ann Vane"], "published": "2014-05-06T10:11"},
    ),
    "french-keys": (
        "---\n"
        "titre: Les puits\n"
        "auteur: Anne Vane\n"
        "date: 6 mai 2014\n"
        "langue: fr\n"
        "mots-clés: [eau, pierre]\n"
        "résumé: Des puits profonds.\n"
        "---\n",
        {
            "title": "Les puits",
            "authors": ["Anne Vane"],
            "published": "2014-05-06",
            "language": "fr",
            "tags": ["eau", "pierre"],
            "description": "Des puits profonds.",
        },
    ),
    "german-keys": (
        "---\n"
        "titel: Brunnen\n"
        "autor: Anna Vane\n"
        "datum: 06.05.2014\n"
        "schlagworte: [Wasser, Stein]\n"
        "beschreibung: Tiefe Brunnen.\n"
        "sprache: de\n"
        "---\n",
        {
            "title": "Brunnen",
            "authors": ["Anna Vane"],
            "published": "2014-05-06",
            "tags": ["Wasser", "Stein"],
            "description": "Tiefe Brunnen.",
            "language": "de",
        },
    ),
    "spanish-keys": (
        "---\ntítulo: Pozos\nautor: Ana Vane\nfecha: 6 de mayo de 2014\netiquetas: agua, piedra\nidioma: es\n---\n",
        {
            "title": "Pozos",
            "authors": ["Ana Vane"],
            "published": "2014-05-06",
            "tags": ["agua", "piedra"],
            "language": "es",
        },
    ),
    "russian-keys": (
        "---\nназвание: Колодцы\nавтор: Анна Вейн\nдата: 6 мая 2014 г.\nтеги: [вода]\n---\n",
        {"title": "Колодцы", "authors": ["Анна Вейн"], "published": "2014-05-06", "tags": ["вода"]},
    ),
    "chinese-keys": (
        "---\n标题: 井\n作者: 安文\n日期: 2014年5月6日\n标签: [水, 石]\n---\n",
        {"title": "井", "authors": ["安文"], "published": "2014-05-06", "tags": ["水", "石"]},
    ),
    "japanese-keys": (
        "---\nタイトル: 井戸\n著者: 安文\n日付: 2014年5月6日\n---\n",
        {"title": "井戸", "authors": ["安文"], "published": "2014-05-06"},
    ),
    "tags-odd": (
        '---\ntitle: On wells\ntags: "water; stone; deep wells"\ncategories: [[Sports, Baseball], [Play]]\n---\n',
        {"title": "On wells", "tags": ["water", "stone", "deep wells"], "categories": ["Sports", "Baseball", "Play"]},
    ),
    "author-handles": (
        '---\ntitle: On wells\nauthor: "[Ann Vane](https://w.example/ann)"\n---\n',
        {"title": "On wells", "authors": ["Ann Vane"]},
    ),
    "authors-map": (
        "---\ntitle: On wells\nauthors:\n  ann:\n    name: Ann Vane\n  bo:\n    name: Bo Reed\n---\n",
        {"title": "On wells", "authors": ["Ann Vane", "Bo Reed"]},
    ),
    "image-md": (
        '---\ntitle: On wells\nimage: "![A well](/w.jpg)"\n---\n',
        {"title": "On wells", "image": "/w.jpg", "image_alt": "A well"},
    ),
    "yaml-directive": (
        "%YAML 1.2\n---\ntitle: On wells\nauthor: Ann Vane\n---\n",
        {"title": "On wells", "authors": ["Ann Vane"]},
    ),
    "usenet": (
        "Path: news!not-for-mail\n"
        "From: ann@w.example (Ann Vane)\n"
        "Newsgroups: rec.wells\n"
        "Subject: On wells\n"
        "Date: 6 May 94 10:11:12 GMT\n"
        "Lines: 20\n"
        "\n",
        {"title": "On wells", "authors": ["Ann Vane"]},
    ),
    "fountain": (
        "Title: On Wells\nCredit: Written by\nAuthor: Ann Vane\nDraft date: 5/6/2014\n\n",
        {"title": "On Wells", "authors": ["Ann Vane"]},
    ),
    "grav": (
        "---\n"
        "title: On wells\n"
        "date: '13:34 26-05-2014'\n"
        "taxonomy:\n"
        "    category:\n"
        "        - blog\n"
        "    tag: [water, stone]\n"
        "metadata:\n"
        "    author: Ann Vane\n"
        "published: true\n"
        "---\n",
        {
            "title": "On wells",
            "published": "2014-05-26T13:34",
            "categories": ["blog"],
            "tags": ["water", "stone"],
            "draft": False,
        },
    ),
    "firecrawl": (
        "---\n"
        "title: On wells\n"
        "sourceURL: https://w.example/wells\n"
        "statusCode: 200\n"
        "ogTitle: On wells | Watch\n"
        "publishedTime: 2014-05-06T07:08:09Z\n"
        "language: en-US\n"
        "---\n",
        {
            "title": "On wells",
            "url": "https://w.example/wells",
            "published": "2014-05-06T07:08:09Z",
            "language": "en-US",
        },
    ),
    "explicit-keys": (
        "---\n? title\n: On wells\n? author\n: Ann Vane\n---\n",
        {"title": "On wells", "authors": ["Ann Vane"]},
    ),
    "author-mail-list": (
        "---\ntitle: On wells\nauthors:\n  - Ann Vane <ann@w.example>\n  - Bo Reed (bo@w.example)\n---\n",
        {"title": "On wells", "authors": ["Ann Vane", "Bo Reed"]},
    ),
    "portuguese-mail": (
        "De: Ana Vane\nEnviado: terça-feira, 6 de maio de 2014 10:11\nPara: Bo Reed\nAssunto: Poços\n\n",
        {"title": "Poços", "authors": ["Ana Vane"], "published": "2014-05-06T10:11"},
    ),
    "license-comment": (
        "<!-- Copyright 2014 Ann Vane -->\n---\ntitle: On wells\nauthor: Ann Vane\ndate: 2014-05-06\n---\n",
        {
            "title": "On wells",
            "authors": ["Ann Vane"],
            "published": "2014-05-06",
            "extra": {"header_comment": "Copyright 2014 Ann Vane"},
        },
    ),
    "rst-overline-mismatch": (
        "=======\nOn wells\n========\n\n:Author: Ann Vane\n:Date: 2014-05-06\n\n",
        {"title": "On wells", "authors": ["Ann Vane"], "published": "2014-05-06"},
    ),
    "org-nocolon": (
        "#+TITLE On wells\n#+AUTHOR: Ann Vane\n#+DATE: 2014-05-06\n\n",
        {"title": "On wells", "authors": ["Ann Vane"], "published": "2014-05-06"},
    ),
    "pandoc-only-title-block-broken": (
        "% On wells\n%Ann Vane\n% 2014-05-06\n\n",
        {"title": "On wells", "authors": ["Ann Vane"], "published": "2014-05-06"},
    ),
    "pelican-tight": (
        "Title:On wells\nDate:2014-05-06\nAuthor:Ann Vane\n\n",
        {"title": "On wells", "published": "2014-05-06", "authors": ["Ann Vane"]},
    ),
    "pelican-fullwidth": (
        "Title：On wells\nDate：2014-05-06\nAuthor：Ann Vane\n\n",
        {"title": "On wells", "published": "2014-05-06", "authors": ["Ann Vane"]},
    ),
    "pelican-bom-nbsp": (
        "\ufeffTitle:\xa0On wells\nDate:\xa02014-05-06\n\n",
        {"title": "On wells", "published": "2014-05-06"},
    ),
    "kv-tabbed": (
        "Title\x09On wells\nAuthor\x09Ann Vane\nDate\x092014-05-06\n\n",
        {"title": "On wells", "authors": ["Ann Vane"], "published": "2014-05-06"},
    ),
    "kv-equals": (
        "Title = On wells\nAuthor = Ann Vane\nDate = 2014-05-06\n\n",
        {"title": "On wells", "authors": ["Ann Vane"], "published": "2014-05-06"},
    ),
    "kv-dash": (
        "- Title: On wells\n- Author: Ann Vane\n- Date: 2014-05-06\n\n",
        {"title": "On wells", "authors": ["Ann Vane"], "published": "2014-05-06"},
    ),
    "kv-bold-list": (
        "- **Title:** On wells\n- **Author:** Ann Vane\n- **Date:** 2014-05-06\n\n",
        {"title": "On wells", "authors": ["Ann Vane"], "published": "2014-05-06"},
    ),
    "yaml-dash-nospace-nested": (
        "---\ntitle: On wells\nauthors:\n  -name: Ann Vane\n  -name: Bo Reed\n---\n",
        {"title": "On wells", "authors": ["Ann Vane", "Bo Reed"]},
    ),
    "yaml-merge-conflict": (
        "---\n"
        "title: On wells\n"
        "<<<<<<< HEAD\n"
        "date: 2014-05-06\n"
        "=======\n"
        "date: 2014-05-07\n"
        ">>>>>>> other\n"
        "author: Ann Vane\n"
        "---\n",
        {"title": "On wells", "authors": ["Ann Vane"], "published": "2014-05-07"},
    ),
    "yaml-nested-broken-value": (
        "---\ntitle: On wells\ncover:\n  image: /w.jpg\n  alt: The well: deep\nauthor: Ann Vane\n---\n",
        {"title": "On wells", "image": "/w.jpg", "image_alt": "The well: deep", "authors": ["Ann Vane"]},
    ),
    "toml-python-bools": (
        '+++\ntitle = "On wells"\ndraft = True\nweight = 010\n+++\n',
        {"title": "On wells", "draft": True},
    ),
    "toml-single-quote-apostrophe": (
        "+++\ntitle = 'Ann's wells'\nauthor = \"Ann Vane\"\n+++\n",
        {"title": "Ann's wells", "authors": ["Ann Vane"]},
    ),
    "yaml-flow-mapping-break": (
        "---\ntitle: On wells\nauthor: {name: Ann Vane, email: ann@w.example\ndate: 2014-05-06\n---\n",
        {"title": "On wells", "authors": ["Ann Vane"], "published": "2014-05-06"},
    ),
    "yaml-star-title": (
        "---\ntitle: **The** well\nauthor: Ann Vane\n---\n",
        {"title": "**The** well", "authors": ["Ann Vane"]},
    ),
    "yaml-dash-title": (
        "---\ntitle: - the well -\nauthor: Ann Vane\n---\n",
        {"title": "- the well -", "authors": ["Ann Vane"]},
    ),
    "astro-datetime": (
        "---\npubDatetime: 2021-05-06T07:08:09.000Z\nmodDatetime: 2022-01-02T03:04:05Z\ntitle: Weirs\npostSlug: weirs\n---\n",
        {
            "title": "Weirs",
            "published": "2021-05-06T07:08:09.000Z",
            "modified": "2022-01-02T03:04:05Z",
            "slug": "weirs",
        },
    ),
    "microsoft-learn": (
        "---\ntitle: Set up a pump\nauthor: annvane\nms.date: 03/04/2019\nms.author: avane\nms.contentlocale: nl-NL\n---\n",
        {
            "title": "Set up a pump",
            "authors": ["annvane"],
            "modified": "2019-03-04",
            "language": "nl-NL",
            "extra": {"ms.author": "avane"},
        },
    ),
    "microsoft-learn-day-first": (
        "---\ntitle: Set up a pump\nms.date: 25/12/2019\n---\n",
        {"title": "Set up a pump", "modified": "2019-12-25"},
    ),
    "pre-with-names-below-each-other": (
        "<pre>\n  NIP: 12\n  Title: Locks that fill by themselves\n  Author: Ann Vane <ann@mill.example>\n"
        "          Bo Reed <bo@mill.example>\n  Comments-URI:\n  Status: Draft\n  Created: 2021-02-03\n"
        "  License: BSD-2-Clause\n           OPL\n</pre>\n\n",
        {
            "title": "Locks that fill by themselves",
            "authors": ["Ann Vane", "Bo Reed"],
            "published": "2021-02-03",
            "license": "BSD-2-Clause OPL",
            "extra": {"NIP": "12", "Status": "Draft"},
        },
    ),
    "pre-with-metadata": (
        "<pre class='metadata'>\nTitle: A form for tide tables\nURL: https://spec.example/tides\nEditor: Ann Vane, Mill\n"
        "Editor: Bo Reed, Weir\nAbstract:\n  How tides are written down,\n  line by line.\nDate: 2019-12-22\n</pre>\n\n",
        {
            "title": "A form for tide tables",
            "url": "https://spec.example/tides",
            "description": "How tides are written down, line by line.",
            "published": "2019-12-22",
            "extra": {"Editor": "['Ann Vane, Mill', 'Bo Reed, Weir']"},
        },
    ),
    "indented-above-a-rule": (
        "    Author: Ann Vane <ann(at)mill(dot)example>,\n            Bo Reed <bo(at)mill(dot)example>\n    Status: Draft\n"
        "    Created: 07-Mar-2020\n    Post-History:\n****\nNote 7: How boats pass a lock\n----\n\n",
        {
            "title": "Note 7: How boats pass a lock",
            "authors": ["Ann Vane", "Bo Reed"],
            "published": "2020-03-07",
            "extra": {"Status": "Draft"},
        },
    ),
    "indented-below-a-heading": (
        "# NOTE 9: Kinds of gates\n\n\tAuthor:         Ann Vane <ann@mill.example>\n\tState:          Draft\n"
        "\tCreated:        06-Dec-2018\n\tPost-History:   \n\tKeywords:       gates\n-----\n\n",
        {
            "title": "NOTE 9: Kinds of gates",
            "authors": ["Ann Vane"],
            "published": "2018-12-06",
            "tags": ["gates"],
            "extra": {"State": "Draft"},
        },
    ),
    "list-of-a-request": (
        "- Feature Name: `slow_gates`\n- Start Date: 2018-05-10\n- RFC PR: [mill/rfcs#7](https://mill.example/7)\n"
        "- Issue: (leave this empty)\n\n",
        {
            "title": "slow_gates",
            "published": "2018-05-10",
            "extra": {"RFC PR": "[mill/rfcs#7](https://mill.example/7)", "Issue": "(leave this empty)"},
        },
    ),
    "list-of-a-request-without-a-name": (
        "- Start Date: 2020-06-29\n- Target Major Version: 2.x & 3.x\n- Implementation PR: N/A\n- Author: @avane\n\n",
        {"published": "2020-06-29", "authors": ["@avane"], "extra": {"Target Major Version": "2.x & 3.x"}},
    ),
    "docker-comment": (
        '<!--[metadata]>\n+++\ntitle = "Small boats"\nkeywords = ["boats"]\n[menu.main]\nparent = "mills"\n+++\n'
        "<![end-metadata]-->\n\n",
        {"title": "Small boats", "tags": ["boats"], "extra": {"menu": "{'main': {'parent': 'mills'}}"}},
    ),
    "nikola-with-text-at-once": (
        ".. title:\n.. slug: small-boats\n.. date: 2016-07-25 15:01:32 UTC+05:30\n.. tags: boats\n",
        {"slug": "small-boats", "published": "2016-07-25T15:01:32+05:30", "tags": ["boats"]},
    ),
    "nikola-half-a-comment": (
        ".. title: Small boats\n.. slug: small-boats\n.. type: text\n-->\n",
        {"title": "Small boats", "slug": "small-boats", "extra": {"type": "text"}},
    ),
    "rfc": (
        "\n\nNetwork Working Group                                             A. Vane\n"
        "Request for Comments: 9999                                 Mill and Sons\n"
        "Updates: 9998                                             B. Reed, Editor\n"
        "Category: Informational                                       Weir Trust\n"
        "                                                             August 1997\n\n\n"
        "                     Passing Boats through Locks:\n                      The Slow-Gate Header\n\n",
        {
            "title": "Passing Boats through Locks: The Slow-Gate Header",
            "authors": ["A. Vane", "B. Reed"],
            "published": "1997-08",
            "categories": ["Informational"],
            "extra": {
                "Request for Comments": "9999",
                "Updates": "9998",
                "editors": "['B. Reed, Editor']",
                "organizations": "['Mill and Sons', 'Weir Trust']",
            },
        },
    ),
    "no-blanks-after-colons": (
        "---\nlayout:post\n"
        "title:'Ropes, knots, and the many things that they can hold: part three'\ndate:2015-02-23 12:01:00\n"
        "categories: ropes, knots\n---\n",
        {
            "title": "Ropes, knots, and the many things that they can hold: part three",
            "published": "2015-02-23T12:01:00",
            "categories": ["ropes", "knots"],
            "extra": {"layout": "post"},
        },
    ),
    "obsidian-link-without-quotes": (
        "---\ntitle: Ropes\nauthor: [[Ann Vane]]\n---\n",
        {"title": "Ropes", "authors": ["Ann Vane"]},
    ),
    "list-of-a-proposal": (
        "# Gates that open slowly\n\n* Proposal: [GE-0012](0012-gates.md)\n"
        "* Author(s): [Ann Vane](https://mill.example/ann), [Bo Reed](https://mill.example/bo)\n"
        "* Status: **Accepted**\n* Review:\n    * [first](https://mill.example/1)\n\n",
        {
            "title": "Gates that open slowly",
            "authors": ["Ann Vane", "Bo Reed"],
            "extra": {"Status": "**Accepted**", "Review": "* [first](https://mill.example/1)"},
        },
    ),
    "list-below-a-wiki-heading": (
        "====== RFC: Slow gates ======\n\n  * Version: 1.3\n  * RFC Started: 2021-12-23\n  * RFC Updated: 2022-02-20\n"
        "  * Author: Ann Vane, ann#at#mill.example\n  * Status: Draft\n\n",
        {
            "title": "RFC: Slow gates",
            "authors": ["Ann Vane"],
            "published": "2021-12-23",
            "modified": "2022-02-20",
            "extra": {"Version": "1.3", "Author": "Ann Vane, ann#at#mill.example"},
        },
    ),
    "mmark": (
        '%%%\ntitle = "Names for Weirs"\narea = "Water"\nkeyword = ["weirs", "names"]\ndate = 2019-04-17T00:00:00Z\n\n'
        '[[author]]\ninitials = "A."\nfullname = "Ann Vane"\n  [author.address]\n  email = "ann@mill.example"\n%%%\n\n',
        {
            "title": "Names for Weirs",
            "authors": ["Ann Vane"],
            "published": "2019-04-17T00:00:00Z",
            "tags": ["weirs", "names"],
            "extra": {"area": "Water"},
        },
    ),
    "json-between-pluses": (
        '+++\n{\n  "title": "Small boats",\n  "date": "2019-04-17",\n  "tags": ["boats"]\n}\n+++\n\n',
        {"title": "Small boats", "published": "2019-04-17", "tags": ["boats"]},
    ),
    "eleventy-backticks": (
        "---js\n{\n  date: `2019-09-01`,\n"
        "  permalink: `boats.html`,\n  tags: [ `boats` ],\n  title: `Small boats`,\n}\n---\n",
        {"title": "Small boats", "published": "2019-09-01", "url": "boats.html", "tags": ["boats"]},
    ),
    "ikiwiki": (
        '[[!meta title="Ferries, and how to wait for them"]]\n[[!meta author="Ann Vane"]]\n[[!meta date="2014-03-02"]]\n\n',
        {"title": "Ferries, and how to wait for them", "authors": ["Ann Vane"], "published": "2014-03-02"},
    ),
    "pandoc-without-a-blank-line": (
        "% The mill -- a guide\n% Ann Vane (ann@mill.example)\n% January 16, 2010\n",
        {"title": "The mill -- a guide", "authors": ["Ann Vane"], "published": "2010-01-16"},
    ),
    "rest-label": (
        ".. _note_7:\n\n===============\nNote 7 -- Gates\n===============\n\n:Author: A\\. Vane <ann@mill.example>\n"
        ":Created: 2018-07-14\n\n",
        {"title": "Note 7 -- Gates", "authors": ["A. Vane"], "published": "2018-07-14", "extra": {"label": "note_7"}},
    ),
    "asciidoc-attributes-after-a-blank-line": (
        "= Boats and bridges\n\n:hp-tags: boats, bridges\n:published_at: 2015-06-17\n\n",
        {"title": "Boats and bridges", "tags": ["boats", "bridges"], "published": "2015-06-17"},
    ),
    "asciidoc-attributes-below-a-marked-title": (
        "# Boats and bridges\n:hp-tags: boats, bridges\n\n",
        {"title": "Boats and bridges", "tags": ["boats", "bridges"]},
    ),
    "asciidoc-fence": (
        '= Boats are out\nAnn Vane\n:awestruct-tags: [ "Boats", "News, short" ]\n:awestruct-layout: post\n---\n',
        {"title": "Boats are out", "authors": ["Ann Vane"], "tags": ["Boats", "News, short"]},
    ),
    "asciidoc-underlined": (
        "Boats and bridges\n=================\nAnn Vane <ann@mill.example>\nv1.2, 2013-12\n:toc:\n\n",
        {"title": "Boats and bridges", "authors": ["Ann Vane"], "published": "2013-12", "extra": {"revnumber": "1.2"}},
    ),
    "asciidoc-below-comments": (
        "// Kept by hand.\n////\nLent to all:\n\nfree of charge\n////\n\n"
        "= Boats and bridges\n// Ask first.\n:author: Ann Vane\n\n",
        {
            "title": "Boats and bridges",
            "authors": ["Ann Vane"],
            "extra": {
                "header_lines": "['// Kept by hand.', 'Lent to all:', 'free of charge', '// Ask first.']",
            },
        },
    ),
    "org-below-comments": (
        "# -*- mode: org -*-\n#\n# Lent to all\n\n#+TITLE: Boats and bridges\n# Ask first.\n#+AUTHOR: Ann Vane\n\n",
        {
            "title": "Boats and bridges",
            "authors": ["Ann Vane"],
            "extra": {"header_lines": "['# -*- mode: org -*-', '# Lent to all', '# Ask first.']"},
        },
    ),
    "asciidoc-attributes-without-values": (
        "= Boats and bridges\n:revdate: 2015-06-17\n:tags:\n:toc:\n\n",
        {"title": "Boats and bridges", "published": "2015-06-17", "extra": {"toc": "True"}},
    ),
    "asciidoc-conditions": (
        "= Boats and bridges\nifdef::env-web[:outfilesuffix: .adoc]\n:revdate: 2015-06-17\n\n",
        {
            "title": "Boats and bridges",
            "published": "2015-06-17",
            "extra": {"header_lines": "['ifdef::env-web[:outfilesuffix: .adoc]']"},
        },
    ),
    "ox-hugo": (
        '#+TITLE: Boats\n#+HUGO_SLUG: small-boats\n#note to self\n#+HUGO_TAGS: boats "tide mills"\n#+HUGO_DRAFT: true\n\n',
        {
            "title": "Boats",
            "slug": "small-boats",
            "tags": ["boats", "tide mills"],
            "draft": True,
            "extra": {"header_lines": "['#note to self']"},
        },
    ),
    "long-dashes-and-curled-quotes": (
        "⸻\n\ntitle: “Small boats”\nversion: “4.2”\nstatus: “Draft”\n"
        "owner: “Ann Vane”\nextends:\n\n* “Large boats”\n* “Boats”\n\n⸻\n",
        {"title": "Small boats", "extra": {"version": "4.2", "extends": "['Large boats', 'Boats']"}},
    ),
    "hash-tags-below-a-heading": (
        "# Safe harbours\nTags: #harbour-safety #boats #tides\nRelated: [[Piers]]\nLast updated: 2026-10-03\n\n",
        {
            "title": "Safe harbours",
            "tags": ["harbour-safety", "boats", "tides"],
            "modified": "2026-10-03",
            "extra": {"Related": "[[Piers]]"},
        },
    ),
    "a-number-among-properties": (
        "# Ropes & knots\n\n#: 126\nTags: ropes, knots\nCreated time: June 27, 2023 9:32 PM\n\n",
        {"title": "Ropes & knots", "tags": ["ropes", "knots"], "published": "2023-06-27T21:32", "extra": {"#": "126"}},
    ),
    "properties-below-front-matter": (
        '---\ntitle: "Ropes & knots"\n---\n\n# Ropes & knots\n\nOwner: Ann Vane\nLast edited time: 27. Juli 2023 11:52\n'
        "Created time: 21. Juli 2023 15:29\n\n",
        {
            "title": "Ropes & knots",
            "published": "2023-07-21T15:29",
            "modified": "2023-07-27T11:52",
            "extra": {"Owner": "Ann Vane"},
        },
    ),
    "a-reader-service-below-the-source": (
        "# Source: https://mill.example/gates_slow\n\nTitle: Slow gates\n\nURL Source: https://mill.example/gates_slow\n\n"
        "Published Time: 2023-06-11 13:42:16 -0800 -0800\n\nMarkdown Content:\n",
        {
            "title": "Slow gates",
            "url": "https://mill.example/gates_slow",
            "published": "2023-06-11T13:42:16-08:00",
        },
    ),
    "curled-and-straight": (
        '---\ntitle: “Bread ovens" \ncategories: bread\n---\n',
        {"title": "Bread ovens", "categories": ["bread"]},
    ),
    "curled-beside-straight": (
        '---\ntitle: “Bread ovens”\nsubtitle: and salt\nauthor: "Ann Vane"\n---\n',
        {"title": "Bread ovens", "subtitle": "and salt", "authors": ["Ann Vane"]},
    ),
    "curled-and-nested": (
        "---\ntitle: “Bread ovens”\nbanner:\n  image: oven.png\n  background: “#000”\n---\n",
        {
            "title": "Bread ovens",
            "image": "oven.png",
            "extra": {"banner": "{'image': 'oven.png', 'background': '#000'}"},
        },
    ),
    "an-anchor-of-its-own-name": (
        "---\ntitle: &title Old weirs\ndescription: &description How they hold.\nhead: [*title]\n---\n",
        {"title": "Old weirs", "description": "How they hold.", "extra": {"head": "['Old weirs']"}},
    ),
    "where-one-works": (
        '---\ntitle: Weirs\nauthor: "Ann Vane (The Mill) and Bo Reed (The Weir Society)"\n---\n',
        {
            "title": "Weirs",
            "authors": ["Ann Vane", "Bo Reed"],
            "extra": {"author": "Ann Vane (The Mill) and Bo Reed (The Weir Society)"},
        },
    ),
    "zola-authors": (
        '+++\ntitle = "Weirs"\n[taxonomies]\ntags = ["weirs"]\nauthors = ["Ann Vane"]\n+++\n',
        {"title": "Weirs", "tags": ["weirs"], "authors": ["Ann Vane"]},
    ),
    "toml-without-its-first-fence": (
        'title = "Weirs"\ndate = "2022-01-12T00:23:27Z"\ntags = ["weirs"]\n[extra]\nlevel = 3\n\n---\n',
        {"title": "Weirs", "published": "2022-01-12T00:23:27Z", "tags": ["weirs"], "extra": {"level": "3"}},
    ),
    "a-line-without-a-key-in-a-fence": (
        "```\nTitle: Weirs\nAuthor: Ann Vane\nLooking for others.\nStatus: Draft\nType: Note\nCreated: 2020-06-06\n"
        "License: MIT\n```\n\n",
        {
            "title": "Weirs",
            "authors": ["Ann Vane"],
            "published": "2020-06-06",
            "license": "MIT",
            "extra": {"header_lines": "['Looking for others.']"},
        },
    ),
    "a-fence-below-a-heading": (
        "# WEP 2\n\n```\nWEP: 2\nTitle: Weirs\nAuthor: Ann Vane (@ann), Bo Reed (@bo)\nStatus: Draft\n"
        "Created: 2019-03-04\n```\n\n",
        {
            "title": "Weirs",
            "authors": ["Ann Vane", "Bo Reed"],
            "published": "2019-03-04",
            "extra": {"heading": "WEP 2", "WEP": "2"},
        },
    ),
    "a-fence-below-the-title": (
        "# Weirs\n\n```\nAuthor: Ann Vane\nStatus: Draft\nCreated: 2019-03-04\n```\n\n",
        {"title": "Weirs", "authors": ["Ann Vane"], "published": "2019-03-04"},
    ),
    "a-day-with-an-offset": (
        "---\ntitle: Weirs\ndate: 2015-05-17 -0800\n---\n",
        {"title": "Weirs", "published": "2015-05-17", "extra": {"date": "2015-05-17 -0800"}},
    ),
    "two-headers-of-different-kinds": (
        "Title: Weirs\nDate: 2017-06-19 08:57\nTags: weirs\nAuthors: Ann Vane\n\n---\ntitle: Gates\ntags: [gates]\n---\n",
        {
            "title": "Weirs",
            "published": "2017-06-19T08:57",
            "tags": ["weirs"],
            "authors": ["Ann Vane"],
            "extra": {"title_duplicate": "['Gates']", "tags_duplicate": "[['gates']]"},
        },
    ),
    "front-matter-above-asciidoc": (
        "---\npermalink: /weirs/\n---\n:page-layout: guide\n:page-description: How they hold.\n"
        ":page-tags: ['Weirs', 'Gates']\n= Old weirs\n\n",
        {"title": "Old weirs", "url": "/weirs/", "description": "How they hold.", "tags": ["Weirs", "Gates"]},
    ),
    "a-category-with-a-name": (
        "---\ntitle: Weirs\ncategory:\n  name: Water\n  slug: water\n---\n",
        {"title": "Weirs", "categories": ["Water"], "extra": {"category": "{'name': 'Water', 'slug': 'water'}"}},
    ),
    "rest-in-bold": (
        "**Old weirs**\n#############\n\n:date: 2015-04-13\n:author: **Ann Vane**\n:summary: How they hold.\n\n",
        {"title": "Old weirs", "published": "2015-04-13", "authors": ["Ann Vane"], "description": "How they hold."},
    ),
    "rest-with-two-authors": (
        ":Author: Ann Vane\n:Author: `Bo Reed <https://mill.example/bo>`_\n:Version: 2\n\n",
        {"authors": ["Ann Vane", "Bo Reed"], "extra": {"Version": "2"}},
    ),
    "rest-with-a-subtitle": (
        "=====\nWeirs\n=====\n\n--------------\nHow they hold\n--------------\n\n:Date: July 2010\n:Author: Ann Vane\n\n",
        {"title": "Weirs", "subtitle": "How they hold", "published": "2010-07", "authors": ["Ann Vane"]},
    ),
    "rest-below-a-comment": (
        ".. Ann Vane keeps this\n\n:Author: Ann Vane\n:Version: 1.0\n\n",
        {"authors": ["Ann Vane"], "extra": {"header_comment": "Ann Vane keeps this", "Version": "1.0"}},
    ),
    "poet": (
        '{{{\n  "title": "Weirs",\n  "date": "25-07-2017",\n  "author": "Ann Vane",\n'
        '  "tags": ["weirs"],\n  "files": []\n}}}\n\n',
        {"title": "Weirs", "published": "2017-07-25", "authors": ["Ann Vane"], "tags": ["weirs"]},
    ),
    "twice-and-broken": (
        "---\ntitle: Weirs.md\ntags: weirs\naliases: ''\n---\n\n---\ntitle: @Weirs.md\naliases: [Old weirs]\n---\n",
        {
            "title": "Weirs.md",
            "tags": ["weirs"],
            "aliases": ["Old weirs"],
            "extra": {"title_duplicate": "['@Weirs.md']"},
        },
    ),
    "one-tag-in-quotes": (
        '---\ntitle: Weirs\nkeywords: water,mills,"old weirs"\n---\n',
        {"title": "Weirs", "tags": ["water", "mills", "old weirs"]},
    ),
    "asciidoc-below-an-anchor": (
        '[id="weirs"]\n= Old weirs\n:revdate: 2006-01-02\n\n',
        {"title": "Old weirs", "published": "2006-01-02", "extra": {"id": "weirs"}},
    ),
    "asciidoc-attributes-apart": (
        ":content-type: PROCEDURE\n:keywords: weirs\n\n[id='weirs']\n= Old weirs\n$Id: weirs.txt,v 1.3 2015/08/18 ann $\n\n",
        {"title": "Old weirs", "tags": ["weirs"], "extra": {"id": "weirs", "content-type": "PROCEDURE"}},
    ),
    "asciidoc-attributes-alone": (
        ":doctitle: Old weirs\n:revdate: September 18, 2020\n:author: Ann ann@mill.example\n\n",
        {"title": "Old weirs", "published": "2020-09-18", "authors": ["Ann"]},
    ),
    "lists-on-the-line-of-their-key": (
        "---\ntitle: Weirs\nlayout: post\ntags: - mills\n  - weirs\ncategories: - water\nkeywords: - [mills, gates]\n"
        "parts: - a gate\n- a wall\n---\n",
        {
            "title": "Weirs",
            "tags": ["mills", "weirs"],
            "categories": ["water"],
            "extra": {"keywords": "[['mills', 'gates']]", "parts": "['a gate', 'a wall']"},
        },
    ),
    "a-dash-in-a-title": (
        '---\ntitle: - and so on\nauthor: "Ann Vane\n---\n',
        {"title": "- and so on", "authors": ["Ann Vane"]},
    ),
    "names-parted-by-handles": (
        "---\ntitle: Weirs\nauthor: Ann Vane (@ann.v) Bo Reed (@bo)\nlast-revised: 2026-01-02\n"
        "primary_image: /a/weir.png\n---\n",
        {"title": "Weirs", "authors": ["Ann Vane", "Bo Reed"], "modified": "2026-01-02", "image": "/a/weir.png"},
    ),
    "unclosed-with-comments": (
        "---\ntitle: Weirs\n# See all topics\ntopics:\n  - mills\n\n# Who wrote it\n# and when\n"
        "authors:\n  - Ann Vane\nhide_it: true\n\ntitleSlide: true\n\n",
        {
            "title": "Weirs",
            "tags": ["mills"],
            "authors": ["Ann Vane"],
            "extra": {"header_lines": "['# See all topics', '# Who wrote it', '# and when']", "titleSlide": "True"},
        },
    ),
    "unclosed-toml-with-tables": (
        '+++\ntitle = """\n  Old weirs\n"""\ndate = 2020-01-02\n\ntags = ["weirs"]\n'
        'images = [\n  "a/b.png"\n] # shown\n[[resources]]\n  src = "c.png"\n\n',
        {
            "title": "Old weirs",
            "published": "2020-01-02",
            "tags": ["weirs"],
            "image": "a/b.png",
            "extra": {"resources": "[{'src': 'c.png'}]"},
        },
    ),
    "twice-the-same": (
        "---\ntitle: @weirs/gates\n---\n---\ntitle: @weirs/gates\n---\n",
        {"title": "@weirs/gates"},
    ),
    "nested-by-other-blanks": (
        "---\ntitle: Weirs\ncategory:\n\u00a0\u00a0name: Water\n\u00a0\u00a0slug: water\n---\n",
        {"title": "Weirs", "categories": ["Water"]},
    ),
    "indented-below-the-first": (
        '---\nlayout: post\nlayout: page\n title: "Weirs"\n tags: ["weirs"]\n og_image: "/a/b.png"\n---\n',
        {"title": "Weirs", "tags": ["weirs"], "image": "/a/b.png"},
    ),
    "curled-and-broken": (
        '---\ntitle: “Weirs”\nsummary: of: old "\nauthor: "Ann Vane"\n---\n',
        {"title": "Weirs", "description": 'of: old "', "authors": ["Ann Vane"]},
    ),
    "tight-comments-in-a-broken-one": (
        "---\nthis: is: broken\ntitle: Weirs\n\n#Tags of ours\ntags: weirs\nauthor: Ann Vane\ndate: 2020-01-02\n---\n",
        {
            "title": "Weirs",
            "tags": ["weirs"],
            "authors": ["Ann Vane"],
            "published": "2020-01-02",
            "extra": {"this": "is: broken", "header_lines": "['#Tags of ours']"},
        },
    ),
    "unclosed-and-tight": (
        "---\nlayout:post\ntitle: Weirs\nauthor: Ann Vane\n\nredirect: https://mill.example/a\n\n",
        {"title": "Weirs", "authors": ["Ann Vane"], "extra": {"redirect": "https://mill.example/a"}},
    ),
    "a-link-in-a-summary": (
        "---\ntitle: Old <i>weirs</i>\nexcerpt: 'See <a href=\"https://mill.example/w\">how they hold</a>.'\n---\n",
        {
            "title": "Old weirs",
            "description": "See how they hold.",
            "extra": {"excerpt": 'See <a href="https://mill.example/w">how they hold</a>.'},
        },
    ),
    "an-embedded-banner": (
        '---\ntitle: Weirs\nbanner: "![[old weir.png]]"\n---\n',
        {"title": "Weirs", "image": "old weir.png"},
    ),
    "clipped-in-chinese": (
        '---\n标题: "水车"\n来源: "https://mill.example/a"\n发布者: "磨坊"\n发布时间:\n'
        '创建时间: "2026-07-10T18:30:18+08:00"\n---\n',
        {
            "title": "水车",
            "url": "https://mill.example/a",
            "publisher": "磨坊",
            "published": "2026-07-10T18:30:18+08:00",
        },
    ),
    "a-quote-twice": (
        '---\ntitle: "Weirs""\nexcerpt: ""They hold the water."\ntags: [weirs]\n---\n',
        {"title": "Weirs", "description": "They hold the water.", "tags": ["weirs"]},
    ),
    "edn": (
        '{:title "Weirs, \\"old\\" and new" ; as the mill has it\n :date #inst "2019-02-03", :tags #{"weirs" :mills}\n'
        ' :draft? false :level 1.10 :see [["a" "A"]] :none nil}\n\n',
        {
            "title": 'Weirs, "old" and new',
            "published": "2019-02-03",
            "tags": ["weirs", "mills"],
            "extra": {"draft?": "False", "level": "1.10", "see": "[['a', 'A']]"},
        },
    ),
    "comments-of-mark": (
        "<!-- Space: MILL -->\n<!-- Parent: Water -->\n<!-- Parent: Gates -->\n\n<!-- Title: The sluice -->\n\n",
        {"title": "The sluice", "extra": {"Space": "MILL", "Parent": "['Water', 'Gates']"}},
    ),
    "org-keywords-in-a-comment": (
        "<!---\n#+Title: Weirs\n#+Subtitle: Old and new\n#+Short_Authors: Vane et al.\n-->\n\n",
        {"title": "Weirs", "subtitle": "Old and new", "extra": {"Short_Authors": "Vane et al."}},
    ),
    "names-without-a-title": (
        "Author(s): [[Ann Vane]], [[Bo Reed]]\nTags: #weirs, #old_mills\nRead on: [[April 30th 2021]]\n"
        "URL: https://mill.example/weirs\n\n",
        {
            "authors": ["Ann Vane", "Bo Reed"],
            "tags": ["weirs", "old_mills"],
            "url": "https://mill.example/weirs",
            "extra": {"Read on": "[[April 30th 2021]]"},
        },
    ),
    "a-paper": (
        "Document Number: P1234R0\nDate: 2019-01-18\nAudience: LEWG\nReply-to: Ann Vane <ann@mill.example>\n\n",
        {"published": "2019-01-18", "extra": {"Document Number": "P1234R0", "Reply-to": "Ann Vane <ann@mill.example>"}},
    ),
    "a-paper-in-a-fence": (
        "```\nDocument number: P1234R0\nDate: 2019-01-18\nAudience: LEWG\n```\n\n",
        {"published": "2019-01-18", "extra": {"Document number": "P1234R0", "Audience": "LEWG"}},
    ),
    "docinfo-in-a-fence-of-myst": (
        ":orphan:\n\n(weirs)=\n# Weirs\n\n```{eval-rst}\n:Author: Ann Vane <ann@mill.example>\n:Created: 2022-09-08\n"
        ":Status: Draft\n```\n\n",
        {
            "title": "Weirs",
            "authors": ["Ann Vane"],
            "published": "2022-09-08",
            "extra": {"label": "weirs", "Status": "Draft"},
        },
    ),
    "a-title-of-asciidoc-in-quotes": (
        '= "Weirs are out"\nAnn Vane\n:awestruct-tags: [weirs]\n\n',
        {"title": "Weirs are out", "authors": ["Ann Vane"], "tags": ["weirs"]},
    ),
}

INNOCENT: dict[str, str] = {
    "comment-above-text": "// Kept by hand.\n\nThe = sign: a note\n\n",
    "comment-without-end": "////\nKept by hand.\n= Boats and bridges\n:author: Ann Vane\n\n",
    "heading-above-a-block": "# Boats and bridges\n\n#+begin_quote\nAsk first.\n#+end_quote\n\n",
    "heading-above-a-caption": "# Boats and bridges\n\n#+CAPTION: A boat.\n| oak | 3 |\n\n",
    "dialogue-dash": ("— Where is the pump?\n— In the yard: behind the wall.\n\n"),
    "rule-then-prose": ("***\n\nNote: this is prose. It goes on for a while.\n\n***\n\n"),
    "heading-minutes": ("# Minutes\n\nPresent: Ann, Bo\nAbsent: Cy\nNext meeting: Tuesday\n\n"),
    "heading-recipe": ("# Rye bread\n\nTime: 3 hours\nType: bread\nSource: my aunt\n\n"),
    "heading-rule": ("# Rye bread\n\n---\n\nDate: a fruit that grows on palms, and is eaten dry.\n\n---\n\n"),
    "bold-prose": ("**Note:** bread is heavy.\n**Title:** bread of the poor, a chapter.\n\n"),
    "html-comment-prose": ("<!--\nNote: this page was moved.\nDo not edit it.\n-->\n\n"),
    "a glossary": ("- Title: what a book is called\n- Author: who wrote it\n\n"),
    "settings": ("title = Wells\nversion = 2\nauthor = Ann Vane\n\n"),
    "code-in-pre": ("<pre>\ntitle: what it prints\nhost: a machine\n</pre>\n\n"),
    "a working group": ("Network Working Group\n\nThe group meets in August 1997, and A. Vane speaks.\n\n"),
    "an indented letter": ("    Author: what one calls the writer of a book\n    Pages: what it is made of\n----\n\n"),
    "a heading and a date": ("# Minutes\n\nDate: 2016-02-12\n\nPresent: Ann, Bo\n\n"),
    "a list of contents": ("# Gates\n\n* Status: what is open\n* Ways: how to get there\n* Help: whom to ask\n\n"),
    "a list of features": ("- Feature Name: gates\n- Cost: 12\n- Risk: low\n\n"),
    "percent signs": ("%%%\nProfit in per cent, by year.\n%%%\n\n"),
    "an underlined title": ("Boats\n=====\nAnn Vane, of the mill, wrote this.\n\n"),
    "a heading and marks": ("# Boats\n\n:smile:\n\n"),
    "a link of a wiki": ("[[!tag boats]] is how this wiki marks a page.\n\n"),
    "a paragraph in a fence": ("# Weirs\n\n```\nAuthor: who wrote it\nStatus: how it stands\nand so on\n```\n\n"),
    "settings and a rule": ('name = "mill"\nport = 80\n\n---\n\n'),
    "braces of a template": ("{{{\nweirs\n}}}\n\n"),
    "an anchor and prose": ('[id="weirs"]\n= is a sign\nthat stands here.\n\n'),
    "a map of code": ("{:host mill.example\n :port 80}\n\n"),
    "a map in a sentence": ('{:title "One"} is how Clojure writes a map.\n\n'),
    "roles": ("Author: the one who writes\nReader: the one who reads\nEditor: none of them\n\n"),
    "a fence of a session": ("```\nDocument: 12\nPages: 3\n```\n\n"),
    "a call of reST": ("# Weirs\n\n```{eval-rst}\n:doc:`weirs` is below.\n```\n\n"),
    "questions": ("Title:what is it called?\nPages:how many are there?\n\n"),
}


def cleaned(text: str) -> tuple[dict[str, Any], str]:
    """The canonical fields that the document itself gives, and its body."""
    outcome = clean_document(Source("notes/one.md", (text + BODY).encode()))
    derived = {one.key for one in outcome.metadata.origins if one.note.startswith("derived")}
    fields = {key: value for key, value in outcome.metadata.fields.items() if key not in derived}
    return fields, outcome.text.split("\n---\n", 1)[1].removeprefix("\n")


@pytest.mark.parametrize("name", HEADERS)
def test_a_header_gives_its_fields_and_the_body_stays(name: str) -> None:
    text, wanted = HEADERS[name]
    found, body = cleaned(text)
    extra = found.pop("extra", {})
    assert {key: value for key, value in wanted.items() if key != "extra"} == found
    assert body == BODY
    assert {key: str(extra[key]) for key in wanted.get("extra", {})} == wanted.get("extra", {})


@pytest.mark.parametrize("name", INNOCENT)
def test_what_only_looks_like_a_header_stays_in_the_body(name: str) -> None:
    text = INNOCENT[name]
    _, body = cleaned(text)
    assert body == text + BODY


def test_an_extractors_frame_gives_title_and_address() -> None:
    frame = '<doc id="12" url="https://wiki.example/?curid=12" title="Ann &amp; Bo">\nAnn &amp; Bo\n\n'
    header = read_header(f"{frame}They sail.\n</doc>\n")
    assert header.layout == "extractor-frame"
    assert dict(header.fields) == {"title": "Ann & Bo", "url": "https://wiki.example/?curid=12"}
    assert header.end == len(frame) - 1
    assert read_header(f"{frame}They sail, and it breaks off").layout == "extractor-frame"
    assert read_header(f"{frame}They sail.\n</doc>\n{frame}Again.\n</doc>\n").layout == "none"


def test_a_record_of_a_decision_has_a_date_between_its_title_and_its_status() -> None:
    header = read_header("# 8. Gates open inwards\n\nDate: 2016-02-12\n\n## Status\n\nAccepted\n")
    assert dict(header.fields) == {"title": "8. Gates open inwards", "Date": "2016-02-12"}


def test_a_preformatted_page_of_hostile_size_is_read_in_no_time() -> None:
    for line in ("  Title: a\n", "    Author: a\n", "* Status: a\n", "[[!meta a=b]]\n", "  " * 50_000, "<pre>\n" * 9):
        read_header(f"<pre>\n{line * 2000}"[:400_000])
        read_header(f"# A\n\n{line * 2000}"[:400_000])
        read_header((line * 2000)[:400_000])


def test_a_draft_for_kramdown_closes_its_header_with_the_first_part() -> None:
    text = (
        "---\ntitle: Names for weirs\ndate:\n\nkeyword:\n - weirs\nauthor:\n -\n    ins: A. Vane\n    name: Ann Vane\n\n"
        "--- abstract\n\nHow weirs are named.\n\n--- middle\n\n# Names\n"
    )
    header = read_header(text)
    assert text[header.end :].startswith("--- abstract")
    assert header.fields["author"] == [{"ins": "A. Vane", "name": "Ann Vane"}]


READWISE = (
    "# Ropes, and what holds them\n\n![rw-book-cover](https://mill.example/rope.png)\n\n## Metadata\n"
    "- Author: [[Ann Vane]]\n- Full Title: Ropes, and what holds them\n- Category: #articles\n"
    "- Document Tags: #old ropes  #knots \n- URL: https://mill.example/ropes\n"
)


def test_what_readwise_exports_above_the_highlights() -> None:
    found, body = cleaned(f"{READWISE}\n## Highlights\n\n")
    assert found == {
        "title": "Ropes, and what holds them",
        "authors": ["Ann Vane"],
        "tags": ["old ropes", "knots"],
        "categories": ["articles"],
        "image": "https://mill.example/rope.png",
        "url": "https://mill.example/ropes",
        "extra": {"Full Title": "Ropes, and what holds them"},
    }
    assert body == f"## Highlights\n\n{BODY}"


def test_a_summary_in_paragraphs_is_not_cut_out_of_an_export_of_readwise() -> None:
    assert read_header(f"{READWISE}- Summary: It holds.\n\nAnd it goes on.\n\n## Highlights\n").layout == "none"


def test_a_heading_below_a_header_that_is_never_closed_stays() -> None:
    found, body = cleaned("---\ntitle: Weirs\nauthor: Ann Vane\n\n# Old weirs\n\nNote: they hold.\n\n")
    assert found == {"title": "Weirs", "authors": ["Ann Vane"]}
    assert body == f"# Old weirs\n\nNote: they hold.\n\n{BODY}"
    _, body = cleaned("---\ntitle: 水车\nauthor: Ann Vane\n\n这是个什么应用？\n-----------\n\n")
    assert body == f"这是个什么应用？\n-----------\n\n{BODY}"
    _, body = cleaned('+++\ntitle = "Weirs"\ntags = ["weirs"]\n\nThey hold.\n\n---\n\n')
    assert body == f"They hold.\n\n---\n\n{BODY}"
    _, body = cleaned('+++\ntitle = "Weirs"\ntags = ["weirs"]\n\n[toc]\n\nwater = high\n\n')
    assert body == f"[toc]\n\nwater = high\n\n{BODY}"


def test_a_heading_at_once_below_key_lines_ends_them() -> None:
    found, body = cleaned("Title: Weirs\nAuthor: Ann Vane\n# Weirs, old and new\n\n")
    assert found == {"title": "Weirs", "authors": ["Ann Vane"]}
    assert body == f"# Weirs, old and new\n\n{BODY}"


JOPLIN = (
    "id: 0a1b2c3d4e5f60718293a4b5c6d7e8f9\nparent_id: 00112233445566778899aabbccddeeff\n"
    "created_time: 2021-03-04T05:06:07.000Z\nupdated_time: 2021-03-05T05:06:07.000Z\nauthor: Ann Vane\n"
    "source_url: https://mill.example/weirs\nis_todo: 0\ntodo_due: \nsource: joplin-desktop\n"
    "user_created_time: 2020-01-02T03:04:05.000Z\nuser_updated_time: 2021-03-05T05:06:07.000Z\ntype_: 1"
)


@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
@pytest.mark.parametrize("text", ["", f"- one\n- two\n\n{BODY}\n", f"{BODY}\n---\n\n{BODY}\n"])
def test_a_note_as_joplin_stores_it(text: str, end: str) -> None:
    outcome = clean_document(Source("a.md", f"Weirs: old ones\n\n{text}{JOPLIN}{end}".encode()))
    fields = dict(outcome.metadata.fields)
    extra = fields.pop("extra")
    fields.pop("language", None)
    assert fields == {
        "title": "Weirs: old ones",
        "authors": ["Ann Vane"],
        "published": "2020-01-02T03:04:05.000Z",
        "modified": "2021-03-05T05:06:07.000Z",
        "url": "https://mill.example/weirs",
    }
    assert extra["parent_id"] == "00112233445566778899aabbccddeeff"
    assert extra["created_time"] == "2021-03-04T05:06:07.000Z"
    assert extra["type_"] == "1"
    assert outcome.text.split("\n---\n", 1)[1].strip() == text.strip()
    again = clean_document(Source("a.md", outcome.text.encode()))
    assert again.text.split("\n---\n", 1)[1] == outcome.text.split("\n---\n", 1)[1]
    assert again.metadata.fields == outcome.metadata.fields


@pytest.mark.parametrize(
    "end",
    [
        "id: 12\nkind: note\ntype_: 1\n",
        "kind: note\ncreated_time: 2021-03-04T05:06:07.000Z\ntype_: 1\n",
        f"{JOPLIN}\nand so on\n",
        f"As in:\n{JOPLIN}\n",
    ],
)
def test_lines_below_a_text_that_joplin_did_not_write_stay(end: str) -> None:
    outcome = clean_document(Source("a.md", f"# Weirs\n\n{BODY}\n{end}".encode()))
    assert outcome.text.split("\n---\n", 1)[1] == f"\n# Weirs\n\n{BODY}\n{end}".replace("due: ", "due:")
