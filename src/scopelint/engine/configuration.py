"""Which configuration, catalogue and baseline count for which contract."""

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from scopelint.catalog import Catalog, load_catalog
from scopelint.config.config import DEFAULTS, Config
from scopelint.config.glob import files_matching
from scopelint.config.load import (
    ConfigFinder,
    LoadedConfig,
    load_config,
    read_from_disk,
)
from scopelint.config.override import config_for_contract
from scopelint.diagnostics import Finding, Label, Problem
from scopelint.engine.baseline import NAME, Baseline, read_baseline
from scopelint.syntax.load import decode
from scopelint.text import SourceFile, Span
from scopelint.text.name import name_hint

if TYPE_CHECKING:
    from scopelint.history.revision import Snapshot


class Governing(NamedTuple):
    """What counts for one contract."""

    config: Config
    catalog: Catalog
    baseline: Baseline | None


class Configuration:
    """Finds what counts for each contract, and collects what is wrong with it, once per file.

    ``chosen`` is one configuration, or its file, for all contracts; otherwise the nearest above each
    counts.
    Configuration, rule pages and baselines are read from ``trusted``, a base revision, when it is given,
    else from disk.
    """

    def __init__(self, chosen: Config | str | None = None, trusted: "Snapshot | None" = None) -> None:
        self.trusted = trusted
        self.read = read = trusted.read if trusted else read_from_disk
        self.problems: list[Problem] = []
        self.sources: dict[str, SourceFile] = {}
        self._finder = ConfigFinder(read)
        self._fixed = self._named(chosen) if isinstance(chosen, str) else chosen and LoadedConfig(chosen)
        self._catalogs: dict[tuple[str, ...], Catalog] = {}
        self._baselines: dict[str, Baseline | None] = {}
        self._noted: list[LoadedConfig] = [LoadedConfig(DEFAULTS)]

    @property
    def catalogs(self) -> list[Catalog]:
        """Every catalogue that counted for a contract."""
        return list(self._catalogs.values())

    @property
    def configs(self) -> list[Config]:
        """Every configuration that counted for a folder."""
        return [loaded.config for loaded in self._noted]

    @property
    def baselines(self) -> list[Baseline]:
        """Every baseline that counted for a contract."""
        return [baseline for baseline in self._baselines.values() if baseline is not None]

    def for_folder(self, folder: str) -> Config:
        """The configuration that counts for everything in a folder."""
        loaded = self._fixed or self._finder.for_folder(folder)
        if loaded not in self._noted:
            self._note(loaded)
        return loaded.config

    def for_contract(self, contract: str) -> Governing:
        """Configuration (with overrides), catalogue and baseline of a contract's folder or file."""
        folder = contract if os.path.isdir(contract) else os.path.dirname(contract) or "."
        config = self.for_folder(folder)
        return Governing(config_for_contract(config, contract), self.catalog(config), self._baseline(config))

    def catalog(self, config: Config) -> Catalog:
        """The bundled and installed rules, and those of the configuration's own pages."""
        files = tuple(self._rule_files(config))
        if files not in self._catalogs:
            catalog = load_catalog(list(self._pages(files)))
            self.problems += catalog.problems
            self.sources.update((source.path, source) for source in catalog.sources)
            self._catalogs[files] = catalog
        return self._catalogs[files]

    def _named(self, path: str) -> LoadedConfig:
        loaded = load_config(path, self.read)
        if loaded is not None:
            return loaded
        finding = Finding(
            f"`{path}` holds no configuration",
            Label(Span(path, 0, 0)),
            help="check the path given to --config",
        )
        return LoadedConfig(Config(path=path), (Problem("invalid-config", finding),))

    def _note(self, loaded: LoadedConfig) -> None:
        """Report a configuration the first time it is met."""
        self._noted.append(loaded)
        self.problems += loaded.problems
        self.sources.update((source.path, source) for source in loaded.sources)
        self.problems += misnamed(loaded.config, self.catalog(loaded.config))

    def _rule_files(self, config: Config) -> Iterator[str]:
        for pattern in config.rule_files:
            matching = self.trusted.matching if self.trusted else files_matching
            for found in matching(pattern, config.root):
                path = os.path.normpath(os.path.join(config.root, found)).replace(os.sep, "/")
                yield path

    def _pages(self, files: Iterable[str]) -> Iterator[SourceFile]:
        for path in files:
            data = self.read(path)
            page = decode(path, data) if data is not None else None
            if isinstance(page, Problem):
                self.problems.append(page)
            elif page is not None:
                yield page

    def _baseline(self, config: Config) -> Baseline | None:
        path = baseline_path(config)
        if path not in self._baselines:
            self._baselines[path] = self._read_baseline(path)
        return self._baselines[path]

    def _read_baseline(self, path: str) -> Baseline | None:
        data = self.read(path)
        found = read_baseline(path, data) if data is not None else None
        if isinstance(found, Problem):
            self.problems.append(found)
            return None
        return found


def baseline_path(config: Config) -> str:
    """Where the baseline of a configuration lies, or would lie."""
    return os.path.normpath(os.path.join(config.root, config.baseline or NAME)).replace(os.sep, "/")


def misnamed(config: Config, catalog: Catalog) -> Iterator[Problem]:
    """Rules, categories and options that the configuration names and nobody knows."""
    for word in (*config.select, *config.ignore):
        if not catalog.named(word.value):
            yield _complaint(
                word.span, f"no rule or category is called `{word.value}`", catalog.advice(word.value)
            )
    for rules in (config.rules, *(override.rules for override in config.overrides)):
        for name, setting in rules.items():
            spans = [setting.severity.span] if setting.severity else []
            spans += [option.span for option in setting.options.values()]
            if name not in catalog.rules:
                if spans:
                    yield _complaint(spans[0], f"no rule is called `{name}`", catalog.advice(name))
                continue
            known = catalog.rules[name].options
            for option, value in setting.options.items():
                if option not in known:
                    hint = name_hint(option, known) or (
                        f"its options: {', '.join(known)}" if known else "it has no options"
                    )
                    yield _complaint(value.span, f"`{name}` has no option `{option}`", hint)
                elif not _same_type(value.value, known[option]):
                    yield _complaint(
                        value.span,
                        f"`{option}` of `{name}` cannot be `{value.value}`",
                        f"give it a value like its default, `{known[option]}`",
                    )


def _same_type(value: object, default: object) -> bool:
    """Whether a value can stand for a default: numbers for numbers, otherwise the same JSON type."""
    if default is None:
        return True
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(default, bool) and isinstance(value, bool)
    if isinstance(default, (str, list, dict)):
        return isinstance(value, type(default))
    return not isinstance(value, (str, list, dict))


def _complaint(span: Span, message: str, help: str | None) -> Problem:
    return Problem("invalid-config", Finding(message, Label(span), help=help))
