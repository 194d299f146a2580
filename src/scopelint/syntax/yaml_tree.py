"""YAML to a tree with places, within budgets.

The tree is composed from parser events: loading or composing with the library would crash on deep
nesting, expand aliases without end, and turn text into numbers and truth values.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from scopelint.diagnostics import Finding, Label, Problem
from scopelint.syntax.limits import DEFAULT_LIMITS, Limits
from scopelint.syntax.node import Entry, Mapping, Node, Scalar, Sequence
from scopelint.syntax.outline import Comment
from scopelint.syntax.yaml_comment import yaml_comments
from scopelint.syntax.yaml_error import syntax_problem
from scopelint.text import SourceFile, Span

_CORE_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "map", "seq", "timestamp")
)


class YamlTree(NamedTuple):
    """What a YAML text holds: its node (None when empty), its comments, and what was wrong with it."""

    node: Node | None
    comments: tuple[Comment, ...]
    problems: tuple[Problem, ...]


def parse_yaml(
    source: SourceFile, start: int = 0, end: int | None = None, limits: Limits = DEFAULT_LIMITS
) -> YamlTree:
    """The tree of a YAML file, or of the part of a file between two offsets."""
    stop = len(source.text) if end is None else end
    composer = _Composer(source, start, limits)
    composer.compose(source.text[start:stop])
    comments = yaml_comments(source, start, stop, composer.scalars)
    return YamlTree(composer.merged(), comments, tuple(composer.problems))


class _BudgetError(Exception):
    """A limit is met; the rest of the text is not read."""


class _Frame:
    """A collection whose end has not come yet."""

    __slots__ = ("anchor", "entries", "first", "items", "key", "mapping", "repeated", "start")

    def __init__(self, start: int, mapping: bool, anchor: str | None, first: int) -> None:
        self.start = start
        self.mapping = mapping
        self.anchor = anchor
        self.first = first
        self.key: Node | None = None
        self.items: list[Node] = []
        self.entries: dict[str, Entry] = {}
        self.repeated: list[Entry] = []


_SIZE_OF_ONE = 20
"""Characters of a text that count as one more value where an alias repeats it."""


class _Anchor(NamedTuple):
    node: Node
    size: int


class _Composer:
    """Builds nodes from events; one use."""

    def __init__(self, source: SourceFile, base: int, limits: Limits) -> None:
        self.source = source
        self.base = base
        self.limits = limits
        self.problems: list[Problem] = []
        self.scalars: list[tuple[int, int, bool]] = []
        self.roots: list[Node] = []
        self._path = source.path
        self._stack: list[_Frame] = []
        self._anchors: dict[str, _Anchor | None] = {}
        self._count = 0
        self._size = 0
        self._expanded = 0

    def compose(self, text: str) -> None:
        """Read all documents of the text; what stands before an error is kept."""
        import yaml

        try:
            for event in _events(text):
                self._take(event)
        except yaml.YAMLError as error:
            self.problems.append(syntax_problem(error, self.source, self.base, text))
        except _BudgetError:
            pass
        while self._stack:
            self._close(None)

    def _take(self, event: Any) -> None:
        kind = type(event).__name__
        at = self.base + event.start_mark.index
        end = self.base + event.end_mark.index
        if kind == "ScalarEvent":
            self._scalar(event, at, end)
        elif kind in ("MappingStartEvent", "SequenceStartEvent"):
            self._open(event, at, end, kind == "MappingStartEvent")
        elif kind in ("MappingEndEvent", "SequenceEndEvent"):
            self._close(end if end > at else None)
        elif kind == "AliasEvent":
            self._alias(event.anchor, at, end)
        elif kind == "DocumentStartEvent":
            self._anchors.clear()

    def _scalar(self, event: Any, at: int, end: int) -> None:
        style = event.style
        if style:
            self.scalars.append((at, end, style in "|>"))
            if style in "|>":
                end = at + len(self.source.text[at:end].rstrip())
        plain = not style and event.tag != "tag:yaml.org,2002:str"
        node = Scalar(event.value, Span(self._path, at, end), plain)
        self._spend(at)
        # Whoever reads an alias reads all of a long text again.
        length = len(event.value) // _SIZE_OF_ONE
        self._size += length
        if event.tag:
            self._check_tag(event.tag, at, end)
        if event.anchor:
            self._anchors[event.anchor] = _Anchor(node, 1 + length)
        self._attach(node)

    def _open(self, event: Any, at: int, end: int, mapping: bool) -> None:
        if len(self._stack) >= self.limits.yaml_depth:
            self._refuse(at, f"more than {self.limits.yaml_depth} levels of nesting", "yaml_depth")
        self._spend(at)
        if event.tag:
            self._check_tag(event.tag, at, end)
        if event.anchor:
            self._anchors[event.anchor] = None
        self._stack.append(_Frame(at, mapping, event.anchor, self._size))

    def _close(self, end: int | None) -> None:
        frame = self._stack.pop()
        if frame.key is not None:
            after = frame.key.span.end
            self._attach_entry(frame, Scalar("", self._span(after, after)))
        stop = end if end is not None else max((n.span.end for n in _children(frame)), default=frame.start)
        span = self._span(frame.start, stop)
        node: Node
        if frame.mapping:
            node = Mapping(tuple(frame.entries.values()), span)
        else:
            node = Sequence(tuple(frame.items), span)
        if frame.anchor:
            self._anchors[frame.anchor] = _Anchor(node, self._size - frame.first + 1)
        self._attach(node)

    def _alias(self, name: str, at: int, end: int) -> None:
        anchor = self._anchors.get(name)
        if anchor is None:
            words = "stands inside itself" if name in self._anchors else "is not defined before this place"
            self._problem("invalid-record", f"the alias `*{name}` {words}", at, end, "write the value out")
            self._attach(Scalar("", self._span(at, end)))
            return
        self._size += anchor.size
        self._expanded += anchor.size
        if self._expanded > self.limits.yaml_expanded:
            words = f"aliases stand for more than {self.limits.yaml_expanded:,} values"
            self._refuse(at, words, "yaml_expanded")
        self._attach(anchor.node)

    def _attach(self, node: Node) -> None:
        if not self._stack:
            self.roots.append(node)
            return
        frame = self._stack[-1]
        if not frame.mapping:
            frame.items.append(node)
        elif frame.key is None:
            frame.key = node
        else:
            self._attach_entry(frame, node)

    def _attach_entry(self, frame: _Frame, value: Node) -> None:
        key, frame.key = frame.key, None
        if not isinstance(key, Scalar):
            if key is not None:
                words = "a key must be a single word, not a list or mapping"
                self._problem(
                    "invalid-record", words, key.span.start, key.span.end, "write a plain word as key"
                )
            return
        if key.text == "<<" and key.plain:
            words = "merge keys (`<<`) are not read: what they add cannot be seen where it counts"
            self._problem("invalid-record", words, key.span.start, key.span.end, "write the entries out")
            return
        first = frame.entries.get(key.text)
        if first is None:
            frame.entries[key.text] = Entry(key, value)
        else:
            frame.repeated.append(Entry(key, value))
            self.problems.append(repeated_key(first.key, key))

    def _check_tag(self, tag: str, at: int, end: int) -> None:
        if tag != "!" and tag not in _CORE_TAGS:
            shown = tag.replace("tag:yaml.org,2002:", "!!")
            words = f"the tag `{shown}` is not read; only plain values count"
            self._problem("invalid-record", words, at, end, "remove the tag")

    def _spend(self, at: int) -> None:
        self._count += 1
        self._size += 1
        if self._count > self.limits.yaml_nodes:
            self._refuse(at, f"more than {self.limits.yaml_nodes:,} values", "yaml_nodes")

    def _refuse(self, at: int, words: str, limit: str) -> None:
        advice = f"split or simplify it (limit `{limit}`)"
        self._problem("exceeded-limit", f"{words}: the rest of this YAML is not read", at, at, advice)
        raise _BudgetError

    def _problem(self, rule: str, message: str, at: int, end: int, advice: str) -> None:
        self.problems.append(Problem(rule, Finding(message, Label(self._span(at, end)), help=advice)))

    def _span(self, start: int, end: int) -> Span:
        return Span(self._path, start, end)

    def merged(self) -> Node | None:
        """All documents of the stream as one: mappings joined, lists under one key put together."""
        roots = [root for root in self.roots if not (isinstance(root, Scalar) and root.is_null)]
        if len(roots) < 2:
            return roots[0] if roots else None
        entries: dict[str, Entry] = {}
        for root in roots:
            if not isinstance(root, Mapping):
                words = "this part of the file is no mapping of keys to values"
                self._problem(
                    "invalid-record",
                    words,
                    root.span.start,
                    root.span.end,
                    "put a key before it, as in `milestones:`",
                )
                continue
            for entry in root.entries:
                self._merge(entries, entry)
        span = self._span(roots[0].span.start, roots[-1].span.end)
        return Mapping(tuple(entries.values()), span)

    def _merge(self, entries: dict[str, Entry], entry: Entry) -> None:
        first = entries.get(entry.key.text)
        if first is None:
            entries[entry.key.text] = entry
        elif isinstance(first.value, Sequence) and isinstance(entry.value, Sequence):
            span = self._span(first.value.span.start, entry.value.span.end)
            joined = Sequence(first.value.items + entry.value.items, span)
            entries[entry.key.text] = Entry(first.key, joined)
        else:
            self.problems.append(repeated_key(first.key, entry.key))


def _events(text: str) -> Iterator[Any]:
    import yaml

    loader = getattr(yaml, "CBaseLoader", None)
    if loader is None:
        raise ImportError(
            "PyYAML was built without libyaml, which scopelint needs: "
            "install PyYAML as a wheel, or libyaml's headers before building it"
        )
    # What `yaml.parse` gives, without a step of Python for each event; None comes after the last.
    return iter(loader(text).get_event, None)


def _children(frame: _Frame) -> Iterator[Node]:
    yield from frame.items
    for entry in (*frame.entries.values(), *frame.repeated):
        yield entry.value


def repeated_key(first: Scalar, again: Scalar) -> Problem:
    """The problem of a key written twice; the first value stands."""
    finding = Finding(
        f"the key `{again.text}` is written twice; only the first is read",
        Label(again.span, "again here"),
        related=(Label(first.span, "first written here"),),
        help="keep one of the two",
    )
    return Problem("invalid-record", finding)
