"""The public names are there, and asking for the package alone loads nothing heavy."""

from __future__ import annotations

import subprocess
import sys

import pytest

import ingest


def test_the_public_names_do_what_the_package_says() -> None:
    outcome = ingest.clean_document(ingest.Source("a.txt", b"Loading the boat took an hour.  \n"), ingest.Config())
    assert outcome.text.endswith("\n\nLoading the boat took an hour.\n")
    assert all(isinstance(rule, ingest.Rule) for rule in ingest.RULES)
    assert all(getattr(ingest, name) for name in ingest.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        _ = ingest.nonsense


def test_the_package_alone_loads_no_rule_and_no_prefect() -> None:
    code = "import sys, ingest; print([m for m in ('ingest.rules', 'ftfy', 'prefect', 'yaml') if m in sys.modules])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "[]"
