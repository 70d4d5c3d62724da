"""What the user set: read from `ingest.yaml` and the command line, checked, and summed up in one digest."""

from __future__ import annotations

import difflib
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ingest import __version__
from ingest.errors import UsageError
from ingest.model import Safety
from ingest.parts import FILES, FORMS

if TYPE_CHECKING:
    from yaml import YAMLError

    from ingest.rules.registry import Rule
    from ingest.rules.user import UserRule

DEFAULT_NAME = "ingest.yaml"
"""The configuration that is read from the current folder when none is named."""

MEBIBYTE = 1 << 20

CHOOSING = frozenset({"exclude", "hidden", "output"})
"""Settings that choose raw files, or what is written, and change none of the documents made from them."""

JSONL_ROLES = ("content", "url")
"""What the setting `jsonl` names keys for."""


@dataclass(frozen=True)
class Config:
    """What the user set: all that can change a clean document, and (`stop_…`) when a run is to stop for a person.

    `select` and `ignore` hold rule codes or their beginnings (`WEB`, `DMG001`); an empty `select` means all. What
    `extend_select` names runs as well, whatever these and `unsafe_rules` say. `max_mebibytes` is the size above which an
    input is refused. `aliases` maps further source keys to canonical ones, or a glob of raw
    paths to such a mapping for what it matches. `exclude` holds glob patterns of raw paths that are left out, `hidden`
    takes in names that begin with a dot. `exempt` maps a glob of raw paths to the rule codes that are not to run there,
    `keep` a raw path to the marks of edits that are not to be made
    there (`rules.kept`). `rules` are the folder's own (`rules.user`). `jsonl` says which key of JSON lines holds the
    `content` and which the `url`.

    `output` is what a run writes: `files`, a Markdown file a document, or records of the same documents, `jsonl` or
    `parquet` (`parts.FORMS`). It changes no document, so it does not count in the digest.

    `stop_gone` is the share of known raw files whose absence stops a run, `stop_quarantined` and `stop_removed` how far
    the share of quarantined documents and of removed characters may rise above the last.
    """

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    unsafe_rules: bool = False
    max_mebibytes: int = 256
    aliases: Mapping[str, str | Mapping[str, str]] = field(default_factory=dict)
    exclude: tuple[str, ...] = ()
    hidden: bool = False
    exempt: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    keep: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rules: tuple[UserRule, ...] = ()
    jsonl: Mapping[str, str] = field(default_factory=dict)
    output: str = FILES
    stop_gone: float = 0.5
    stop_quarantined: float = 0.2
    stop_removed: float = 0.2

    @cached_property
    def digest(self) -> str:
        """The sha256 of all settings that can change any document, in hexadecimal; the same for any order of them."""
        return digest_of(self.settings)

    @cached_property
    def recipe(self) -> str:
        """What a folder is cleaned with: version and all such settings. A container or a refused input has no other."""
        return f"ingest {__version__} {self.digest}"

    @cached_property
    def settings(self) -> dict[str, Any]:
        """All settings that can change any document, or decide whether there is one."""
        # What stands at its default does not count, so that a new setting of ours leaves old configurations the same.
        default = asdict(Config())
        return {
            name: value
            for name, value in asdict(self).items()
            if not name.startswith("stop_") and name not in CHOOSING and value != default[name]
        }

    def settings_at(self, path: str) -> dict[str, Any]:
        """The settings as they hold for the one document of that raw path: all that can change it, and nothing else.

        `off` are rules that would run by default and do not, `on` those that run and would not by default; `own` the
        folder's own rules that run there. Absent keys are as by default.
        """
        from ingest.metadata.aliases import unify
        from ingest.rules import RULES
        from ingest.rules.user import as_rule

        exempt, own = self.rules_at(path)
        default = {rule.code for rule in RULES if _DEFAULT.runs(rule)}
        running = {rule.code for rule in RULES if self.runs(rule) and not rule.code.startswith(exempt)}
        facts: dict[str, Any] = {
            "off": sorted(default - running),
            "on": sorted(running - default),
            "own": [_essence(one) for one in own if self.runs(as_rule(one)) and not one.code.startswith(exempt)],
            "keep": sorted(self.keep.get(path, ())),
            "aliases": {unify(name): field for name, field in self.aliases_of(path).items()},
        }
        return {name: value for name, value in facts.items() if value}

    def rules_at(self, path: str) -> tuple[tuple[str, ...], tuple[UserRule, ...]]:
        """The codes that are exempt at a raw path, and the folder's own rules that are for it."""
        exempt = tuple(code for glob, codes in self.exempt.items() if fnmatchcase(path, glob) for code in codes)
        return exempt, tuple(one for one in self.rules if fnmatchcase(path, one.path))

    def digest_at(self, path: str) -> str:
        """The sha256 of `settings_at`: what stands in the document's provenance."""
        reach = self._reach(path)
        if reach not in self._digests:
            self._digests[reach] = digest_of(self.settings_at(path))
        return self._digests[reach]

    def recipe_at(self, path: str) -> str:
        """What a document is made with: version and the settings that hold for it. Another one means cleaning it again."""
        return f"ingest {__version__} {self.digest_at(path)}"

    @cached_property
    def uniform(self) -> bool:
        """Whether the same settings hold for all documents."""
        return not (self.exempt or self.keep or self._alias_globs or any(one.path != "*" for one in self.rules))

    @cached_property
    def _alias_globs(self) -> tuple[str, ...]:
        return tuple(glob for glob, own in self.aliases.items() if not isinstance(own, str))

    @cached_property
    def _digests(self) -> dict[tuple[str, ...], str]:
        return {}

    def _reach(self, path: str) -> tuple[str, ...]:
        """Which of the settings that hold for some paths hold for this one: where these are the same, so is the digest."""
        if self.uniform:
            return ()
        globs = (*self.exempt, *self._alias_globs, *(one.path for one in self.rules))
        return (path if path in self.keep else "", *(glob for glob in globs if fnmatchcase(path, glob)))

    def aliases_of(self, path: str) -> dict[str, str]:
        """The aliases for a raw path: those of its globs over those of all, of a longer glob over those of a shorter."""
        if not self.aliases:
            return {}
        from ingest.metadata.aliases import unify

        found = {name: target for name, target in self.aliases.items() if isinstance(target, str)}
        # By length and then by name: the order of a mapping does not count in the digest.
        for glob in sorted(self.aliases, key=lambda one: (len(one), one)):
            own = self.aliases[glob]
            if not isinstance(own, str) and fnmatchcase(path, glob):
                found = {key: target for key, target in found.items() if unify(key) not in set(map(unify, own))}
                found.update(own)
        return found

    def runs(self, rule: Rule) -> bool:
        """Whether the rule is switched on."""
        if self.extend_select and rule.code.startswith(self.extend_select):
            return True
        if rule.safety is Safety.UNSAFE and not self.unsafe_rules and rule.code not in self.select:
            return False
        if self.select and not rule.code.startswith(self.select):
            return False
        return not (self.ignore and rule.code.startswith(self.ignore))


_DEFAULT = Config()


def digest_of(settings: Mapping[str, Any]) -> str:
    """The sha256 of settings, in hexadecimal, the same for the same settings in any order."""
    return hashlib.sha256(json.dumps(settings, sort_keys=True, default=list).encode()).hexdigest()


def _essence(one: UserRule) -> dict[str, Any]:
    """What a folder's own rule does where it runs: its path and its examples are no part of that."""
    facts = {name: value for name, value in asdict(one).items() if value and name not in {"path", "match", "leave"}}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in facts.items()}


def load(path: Path | None = None, **overrides: Any) -> Config:  # noqa: ANN401 - each setting has its own type
    """The configuration from a file (by default `ingest.yaml` in the current folder, if there is one) and overrides.

    An override that is None is left out. Raises UsageError, naming the file and the setting, for anything that cannot be
    read.
    """
    settings: dict[str, Any] = {}
    if path is not None or Path(DEFAULT_NAME).is_file():
        settings = _read(path or Path(DEFAULT_NAME))
    config = _check(Config(), settings, str(path or DEFAULT_NAME))
    return _check(config, {key: value for key, value in overrides.items() if value is not None}, "command line")


def _read(path: Path) -> dict[str, Any]:
    import yaml

    try:
        settings = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both loaders are safe
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise UsageError(f"{path}: cannot read the configuration: {reason}") from error
    except yaml.YAMLError as error:
        raise wrong_yaml(path, error) from error
    if settings is None:
        return {}
    if not isinstance(settings, dict):
        msg = f"{path}: a configuration is a mapping of settings, such as `ignore: [WEB]`"
        raise UsageError(msg)
    return {str(key): value for key, value in settings.items()}


def wrong_yaml(path: Path, error: YAMLError) -> UsageError:
    """What is wrong with a file that is no YAML, and where, in a line."""
    mark = getattr(error, "problem_mark", None)
    place = f"line {mark.line + 1}, column {mark.column + 1}: " if mark else ""
    return UsageError(f"{path}: not valid YAML: {place}{getattr(error, 'problem', None) or error}")


def _check(config: Config, settings: Mapping[str, Any], place: str) -> Config:
    known = {one.name for one in fields(Config)}
    changes: dict[str, Any] = {}
    for name, value in settings.items():
        key = name.replace("-", "_")
        if key not in known:
            raise UsageError(f"{place}: unknown setting {name!r}" + nearest(name, sorted(known)))
        if key == "rules":
            from ingest.rules import user

            changes[key] = user.read(place, value)
        elif key == "aliases" and isinstance(value, Mapping):
            changes[key] = _aliases(place, value)
        else:
            changes[key] = _coerce(place, key, value, getattr(config, key))
    if {"rules", "select", "extend_select", "ignore"} & changes.keys():
        _check_codes(place, changes, config)
    return replace(config, **changes)


def _check_codes(place: str, changes: Mapping[str, Any], config: Config) -> None:
    """Raises UsageError for a code that two rules have, and for one that none has."""
    from ingest.rules import RULES

    own = changes.get("rules", config.rules)
    codes = [*(rule.code for rule in RULES), *(rule.code for rule in own)]
    for one in own:
        if codes.count(one.code) > 1:
            raise UsageError(
                f"{place}: rule {one.name}: {one.code} is the code of another rule; choose one such as USR001"
            )
    for key in ("select", "extend_select", "ignore"):
        for code in changes.get(key, ()):
            if not any(one.startswith(code) for one in codes):
                raise UsageError(f"{place}: {key}: no rule begins with {code!r}" + nearest(code, codes))


def _coerce(place: str, key: str, value: Any, default: Any) -> Any:  # noqa: ANN401 - each setting has its own type
    if (isinstance(default, bool) and isinstance(value, bool)) or (isinstance(default, str) and value in FORMS):
        return value
    if isinstance(default, int) and not isinstance(default, bool) and isinstance(value, int) and value > 0:
        return value
    if (
        isinstance(default, float)
        and isinstance(value, (int, float))
        and not isinstance(value, bool)
        and 0 <= value <= 1
    ):
        return float(value)
    if isinstance(default, tuple):
        return _strings(place, key, value)
    if isinstance(default, Mapping) and isinstance(value, Mapping):
        if key in {"exempt", "keep"}:
            return {str(glob): _strings(place, key, codes) for glob, codes in value.items()}
        if key == "jsonl" and (unknown := [str(name) for name in value if name not in JSONL_ROLES]):
            raise UsageError(f"{place}: jsonl: unknown {unknown[0]!r}" + nearest(unknown[0], JSONL_ROLES))
        return {str(name): str(target) for name, target in value.items()}
    kind = {
        str: f"{', '.join(FORMS[:-1])} or {FORMS[-1]}",
        bool: "true or false",
        int: "a whole number above 0",
        float: "a share from 0 to 1",
        tuple: "a list",
        dict: "a mapping",
    }[type(default)]
    msg = f"{place}: {key}: expected {kind}, found {value!r}"
    raise UsageError(msg)


def _aliases(place: str, value: Mapping[Any, Any]) -> dict[str, str | dict[str, str]]:
    """Aliases as they are set: source key → canonical field, or glob of raw paths → such a mapping."""
    read: dict[str, str | dict[str, str]] = {}
    for name, target in value.items():
        if isinstance(target, Mapping):
            read[str(name)] = {str(key): _canonical(place, str(key), field) for key, field in target.items()}
        else:
            read[str(name)] = _canonical(place, str(name), target)
    return read


def _canonical(place: str, name: str, target: object) -> str:
    from ingest.metadata.aliases import CANONICAL

    if target in CANONICAL:
        return str(target)
    msg = f"{place}: aliases: {name}: {target!r} is no canonical field"
    raise UsageError(msg + nearest(str(target), CANONICAL))


def _strings(place: str, key: str, value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    if isinstance(value, Sequence) and all(isinstance(part, str) for part in value):
        return tuple(value)
    msg = f"{place}: {key}: expected a list of texts, found {value!r}"
    raise UsageError(msg)


def nearest(name: str, known: Sequence[str]) -> str:
    """A hint `; did you mean …?` with the nearest known name, or an empty string."""
    close = difflib.get_close_matches(name, known, n=1)
    return f"; did you mean {close[0]!r}?" if close else ""
