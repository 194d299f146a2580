"""Finding the configuration that counts for a folder."""

import os
from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from scopelint.config.config import DEFAULTS, Config
from scopelint.config.glob import parted
from scopelint.diagnostics import Finding, Label, Problem
from scopelint.syntax.limits import DEFAULT_LIMITS
from scopelint.syntax.load import decode
from scopelint.syntax.node import Mapping, Node, Scalar
from scopelint.syntax.yaml_tree import parse_yaml
from scopelint.text import SourceFile, Span
from scopelint.text.regular import regular_bytes

NAMES = ("scopelint.yaml", "pyproject.toml")
MOST_EXTENDED = 8

Reader: TypeAlias = Callable[[str], bytes | None]
"""Reads a file, None when there is none: from disk, or from a revision."""


class LoadedConfig(NamedTuple):
    """A configuration, what is wrong with its files, and the files themselves."""

    config: Config
    problems: tuple[Problem, ...] = ()
    sources: tuple[SourceFile, ...] = ()


def read_from_disk(path: str) -> bytes | None:
    """A regular file's bytes, None when it cannot be read or is a link out of its repository.

    No more is read than shows that a file is too large.
    """
    try:
        return None if leads_out(path) else regular_bytes(path, DEFAULT_LIMITS.file_bytes + 1)
    except (OSError, ValueError):
        return None


class ConfigFinder:
    """Finds the nearest configuration above a folder, reading each file once.

    The search ends at the root of the repository or of the disk.
    """

    def __init__(self, read: Reader = read_from_disk) -> None:
        self.read = read
        self._by_folder: dict[str, LoadedConfig] = {}

    def for_folder(self, folder: str) -> LoadedConfig:
        """The configuration that counts in a folder; the defaults when there is none."""
        key = os.path.abspath(folder)
        if key not in self._by_folder:
            self._by_folder[key] = self._find(folder, key)
        return self._by_folder[key]

    def _find(self, folder: str, full: str) -> LoadedConfig:
        for name in NAMES:
            path = os.path.normpath(os.path.join(folder, name)).replace(os.sep, "/")
            loaded = load_config(path, self.read)
            if loaded is not None:
                return loaded
        above = os.path.dirname(full)
        if above == full or os.path.lexists(os.path.join(full, ".git")):
            return LoadedConfig(DEFAULTS)
        return self.for_folder(os.path.join(folder, ".."))


def load_config(path: str, read: Reader = read_from_disk) -> LoadedConfig | None:
    """A configuration file with all that it extends; None when the file holds none."""
    return _Loader(read).load(path)


class _Loader:
    def __init__(self, read: Reader) -> None:
        self.read = read
        self.problems: list[Problem] = []
        self.sources: list[SourceFile] = []

    def load(self, path: str) -> LoadedConfig | None:
        config = self._config(path, ())
        if config is None and not self.problems:
            return None
        return LoadedConfig(config or DEFAULTS, tuple(self.problems), tuple(self.sources))

    def _config(self, path: str, extending: tuple[str, ...]) -> Config | None:
        tree = self._tree(path)
        if tree is None:
            return None
        from scopelint.config.parse import parse_config  # most folders have no configuration

        base = self._base(tree, path, (*extending, path))
        root = os.path.dirname(path) or "."
        config, problems = parse_config(tree, base._replace(path=path, root=root))
        self.problems += problems
        return self._confined(config, tree, path)

    def _confined(self, config: Config, tree: Node, path: str) -> Config:
        """The configuration without what would be read or written outside the repository."""
        inside = []
        for pattern in config.rule_files:
            if _stays_in(path, parted(pattern)[0] or "."):
                inside.append(pattern)
            else:
                self._complain(
                    _span_of(tree, "rules"), f"the rules `{pattern}` are outside the repository", None
                )
        baseline = config.baseline
        if baseline and not _stays_in(path, baseline):
            self._complain(
                _span_of(tree, "baseline"), f"the baseline `{baseline}` is outside the repository", None
            )
            baseline = None
        return config._replace(rule_files=tuple(inside), baseline=baseline)

    def _tree(self, path: str) -> Node | None:
        data = self.read(path)
        if data is None:
            if self.read is read_from_disk and os.path.lexists(path) and not os.path.isdir(path):
                words = f"`{path}` cannot be read, or is a link out of the repository"
                self._complain(Span(path, 0, 0), words, None)
            return None
        source = decode(path, data)
        if isinstance(source, Problem):
            self.problems.append(source)
            return None
        if path.endswith(".toml"):
            from scopelint.config.toml_tree import toml_tree

            tree, problems = toml_tree(source)
            if tree is None and not problems:
                return None
            node: Node | None = tree
        else:
            node, _, problems = parse_yaml(source)
            node = node or Mapping((), source.span(0, 0))
        self.sources.append(source)
        self.problems += [problem._replace(rule="invalid-config") for problem in problems]
        return node

    def _base(self, tree: Node, path: str, extending: tuple[str, ...]) -> Config:
        """What the tree extends: a file beside it, or the configuration of an installed package."""
        named = tree.get("extends") if isinstance(tree, Mapping) else None
        if not isinstance(named, Scalar) or named.is_null:
            return DEFAULTS
        target = self._target(named.text, path)
        if target is None:
            self._complain(named.span, f"`{named.text}` is no file here and no installed package", None)
        elif target in extending or len(extending) >= MOST_EXTENDED:
            self._complain(named.span, f"`{named.text}` extends this file in turn", "take one of them out")
        else:
            base = self._config(target, extending)
            if base is not None:
                return base
            self._complain(named.span, f"`{named.text}` holds no configuration", None)
        return DEFAULTS

    def _target(self, name: str, path: str) -> str | None:
        beside = os.path.normpath(os.path.join(os.path.dirname(path), name)).replace(os.sep, "/")
        if "/" in name or name.endswith((".yaml", ".toml")):
            usable = in_repository_of(path, beside) and self.read(beside) is not None
            return beside if usable else None
        return _package_config(name)

    def _complain(self, span: Span, message: str, help: str | None) -> None:
        self.problems.append(Problem("invalid-config", Finding(message, Label(span), help=help)))


def in_repository_of(path: str, target: str) -> bool:
    """Whether a target lies in the repository that holds ``path``; without one, links still may not lead.

    A stranger's pull request must not print other files of the machine as a broken configuration.
    """
    if "\0" in target:
        return False
    full = os.path.realpath(target)
    root = _repository(path)
    return full.startswith(os.path.realpath(root) + os.sep) if root else full == os.path.abspath(target)


def _stays_in(path: str, name: str) -> bool:
    """Whether a name that a configuration file gives lies in its repository, or below it without one."""
    if "\0" in name:
        return False
    folder = os.path.dirname(os.path.abspath(path))
    root = os.path.realpath(_repository(path) or folder)
    full = os.path.realpath(os.path.join(folder, name))
    return full == root or full.startswith(root.rstrip(os.sep) + os.sep)


def _span_of(tree: Node, key: str) -> Span:
    value = tree.get(key) if isinstance(tree, Mapping) else None
    return (value or tree).span


def leads_out(path: str) -> bool:
    """Whether a path is a link that leads out of the repository it lies in."""
    if not os.path.islink(path):
        return False
    root = _repository(path)
    return root is not None and not os.path.realpath(path).startswith(os.path.realpath(root) + os.sep)


def _repository(path: str) -> str | None:
    """The root of the repository that holds a path, None outside any."""
    folder = os.path.dirname(os.path.abspath(path))
    while not os.path.lexists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return folder


def _package_config(name: str) -> str | None:
    """The configuration an installed package carries, found without importing the package."""
    if not name.isidentifier():
        return None
    from importlib.machinery import PathFinder

    spec = PathFinder.find_spec(name)
    for folder in spec.submodule_search_locations or () if spec else ():
        path = os.path.join(folder, "scopelint.yaml")
        if os.path.isfile(path):
            return path
    return None
