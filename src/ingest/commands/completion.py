"""`ingest completion`: the script that lets a shell complete commands, options and rule codes."""

from __future__ import annotations

import argparse
from typing import Any

from ingest.commands.common import DONE

SHELLS = ("bash", "zsh", "fish")


def add(commands: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Declare the command."""
    parser = commands.add_parser(
        "completion",
        description="Print a completion script. bash: `source <(ingest completion bash)`; zsh: the same, after compinit; "
        "fish: `ingest completion fish | source`.",
    )
    parser.add_argument("shell", choices=SHELLS, metavar="SHELL", help="bash, zsh or fish")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the script."""
    from ingest.cli import build_parser

    tree = options_of(build_parser())
    print({"bash": bash, "zsh": zsh, "fish": fish}[arguments.shell](tree))
    return DONE


def options_of(parser: argparse.ArgumentParser) -> dict[str, tuple[str, list[tuple[str, str, list[str]]]]]:
    """For each command its help and its options: name, help, choices."""
    tree = {}
    for action in parser._actions:  # noqa: SLF001 - argparse shows its parsers nowhere else
        if not isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - as above
            continue
        helps = {one.dest: one.help or "" for one in action._choices_actions}  # noqa: SLF001 - as above
        for name, command in action.choices.items():
            options = [
                (flag, (one.help or "").replace("%%", "%"), [str(choice) for choice in one.choices or ()])
                for one in command._actions  # noqa: SLF001 - as above
                for flag in one.option_strings
            ]
            positional = [
                ("", one.help or "", [str(choice) for choice in one.choices or ()])
                for one in command._actions  # noqa: SLF001 - as above
                if not one.option_strings and one.choices
            ]
            tree[name] = (helps.get(name, ""), options + positional)
    return tree


CODE_OPTIONS = ("--rule", "--finding", "--select", "--extend-select", "--ignore")
"""Options whose value is a rule's code."""

Tree = dict[str, tuple[str, list[tuple[str, str, list[str]]]]]


def _codes() -> list[str]:
    from ingest.codes import all_codes

    return list(all_codes())


def bash(tree: Tree) -> str:
    """The script for bash (4 and later)."""
    cases = []
    for name, (_, options) in tree.items():
        words = " ".join(
            [flag for flag, _, _ in options if flag] + [c for flag, _, choices in options if not flag for c in choices]
        )
        cases.append(f'        {name}) words="{words}" ;;')
    values: dict[str, dict[str, None]] = {}
    for _, options in tree.values():
        for flag, _, choices in options:
            if flag and choices:  # commands that share an option share its values
                values.setdefault(flag, {}).update(dict.fromkeys(choices))
    value_cases = [
        f'        {flag}) COMPREPLY=($(compgen -W "{" ".join(words)}" -- "$current")); return ;;'
        for flag, words in values.items()
    ]
    return "\n".join(
        [
            "# bash completion of ingest",
            "_ingest() {",
            "    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} words",
            "    if ((COMP_CWORD == 1)); then",
            f'        COMPREPLY=($(compgen -W "{" ".join(tree)} --help --version" -- "$current"))',
            "        return",
            "    fi",
            '    case "$previous" in',
            *value_cases,
            f'        {"|".join(CODE_OPTIONS)}) COMPREPLY=($(compgen -W "{" ".join(_codes())}" -- "$current")); return ;;',
            "    esac",
            '    case "${COMP_WORDS[1]}" in',
            *cases,
            "    esac",
            "    if [[ ${COMP_WORDS[1]} == rule ]]; then",
            f'        words="$words {" ".join(_codes())}"',
            "    fi",
            '    COMPREPLY=($(compgen -W "$words" -- "$current"))',
            "    if [[ $current != -* ]]; then",
            "        local file",
            '        while IFS= read -r file; do COMPREPLY+=("$file"); done < <(compgen -f -- "$current")',
            "    fi",
            "}",
            "complete -o filenames -F _ingest ingest",
        ]
    )


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def zsh(tree: Tree) -> str:
    """The script for zsh."""
    commands = ["        " + _quoted(name + ":" + text.replace(":", "\\:")) for name, (text, _) in tree.items()]
    cases = []
    for name, (_, options) in tree.items():
        specs = []
        for flag, text, choices in options:
            shown = text.replace("[", "(").replace("]", ")").replace(":", " -")
            values = " ".join(choices) or (" ".join(_codes()) if flag in CODE_OPTIONS else "")
            if flag:
                specs.append(_quoted(f"{flag}[{shown}]" + (f":value:({values})" if values else "")))
            else:
                specs.append(_quoted(f"1:value:({values})"))
        if name == "rule":
            specs.append(_quoted(f"1:rule:({' '.join(_codes())})"))
        specs.append(_quoted("*:file:_files"))
        cases.append(f"        {name}) _arguments {' '.join(specs)} ;;")
    return "\n".join(
        [
            "#compdef ingest",
            "_ingest() {",
            "    local -a commands",
            "    commands=(",
            *commands,
            "    )",
            "    if ((CURRENT == 2)); then",
            "        _describe command commands",
            "        return",
            "    fi",
            "    local command=$words[2]",
            "    shift words",
            "    ((CURRENT--))",
            "    case $command in",
            *cases,
            "    esac",
            "}",
            "compdef _ingest ingest",
        ]
    )


def fish(tree: Tree) -> str:
    """The script for fish."""
    lines = ["# fish completion of ingest", "complete -c ingest -f -n __fish_use_subcommand"]
    for name, (text, _) in tree.items():
        lines.append(f"complete -c ingest -n __fish_use_subcommand -a {name} -d {_quoted(text)}")
    for name, (_, options) in tree.items():
        seen = f"-n '__fish_seen_subcommand_from {name}'"
        for flag, text, choices in options:
            values = " ".join(choices) or (" ".join(_codes()) if flag in CODE_OPTIONS else "")
            value = f" -x -a {_quoted(values)}" if values else ""
            if flag.startswith("--"):
                lines.append(f"complete -c ingest {seen} -l {flag[2:]} -d {_quoted(text)}{value}")
            elif flag:
                lines.append(f"complete -c ingest {seen} -s {flag[1:]} -d {_quoted(text)}{value}")
            else:
                lines.append(f"complete -c ingest {seen} -a {_quoted(values)}")
        if name == "rule":
            lines.append(f"complete -c ingest {seen} -x -a {_quoted(' '.join(_codes()))}")
    return "\n".join(lines)
