"""The completion scripts, tried in the shells that they are for."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ingest.commands import completion

ZSH_ON_A_TERMINAL = """
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "autoload -U compinit; compinit -u -D; source ./completion; print REA''DY"
zpty -r -m shell seen '*READY*'
zpty -w -n shell "$1"$'\\t\\t'
zpty -r -m shell seen "*$2*"
print -rn -- "$seen"
"""
"""Types a line and two tabs, and waits for the word that is to appear; zsh completes nowhere but on a terminal."""

COMPLETED = [
    ("ingest ver", "verify"),
    ("ingest check --sta", "--statistics"),
    ("ingest run --fail-on fin", "finding"),
    ("ingest rule REF00", "REF002"),
    ("ingest ls --finding DMG00", "DMG002"),
    ("ingest show two", "two words.md"),
]
"""A line begun, and a word that completes it."""


@pytest.fixture(params=completion.SHELLS)
def shell(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    name = str(request.param)
    if not shutil.which(name):
        pytest.skip(f"{name} is not installed (`make programs` installs it)")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "two words.md").touch()
    script = subprocess.run([sys.executable, "-m", "ingest", "completion", name], capture_output=True, check=True)
    (tmp_path / "completion").write_bytes(script.stdout)
    return name


def completed(shell: str, line: str, word: str) -> str:
    """What the shell offers for a line begun."""
    if shell == "bash":
        words = line.split()
        asks = f"source ./completion; COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _ingest"
        command = ["bash", "-c", f"{asks}; printf '%s\\n' \"${{COMPREPLY[@]}}\""]
    elif shell == "fish":
        command = ["fish", "-c", f"source ./completion; complete -C '{line}'"]
    else:
        escaped = word.replace(" ", "\\\\ ")
        command = ["zsh", "-c", ZSH_ON_A_TERMINAL, "zsh", line, escaped]
    return subprocess.run(command, capture_output=True, check=True, text=True, timeout=60).stdout.replace("\\ ", " ")


@pytest.mark.parametrize(("line", "word"), COMPLETED)
def test_shells_complete(shell: str, line: str, word: str) -> None:
    assert word in completed(shell, line, word)
