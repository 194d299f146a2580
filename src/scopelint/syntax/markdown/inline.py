"""Inline Markdown to text as a reader sees it, every character with its place; linear in its input."""

import re
from collections.abc import Collection, Sequence

from scopelint.syntax.markdown.emphasis import Emphasis, Mark, match_marks
from scopelint.syntax.markdown.line import MASK, Line
from scopelint.syntax.markdown.pieces import Node, Ranges, finish
from scopelint.syntax.outline import Text

_SPECIAL = re.compile(r"[\\`*<&\[\]\0\u00ad]|_+|~~+|!\[|\{[{%]")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_TICKS = re.compile("`+")
_RUN = {"*": re.compile(r"\*+"), "_": re.compile("_+"), "~": re.compile("~+"), MASK: re.compile("\0+")}
_TITLE = r"\s++(?:\"[^\"]{0,500}\"|'[^']{0,500}'|\([^()]{0,500}\))"
_TARGET = re.compile(
    r"\((?:[ \n]*+(?:<([^<>\n]{0,2000})>"
    r"|((?:[^\s()\\]|\\.){0,2000}(?:\((?:[^\s()\\]|\\.){0,2000}\)[^\s()]{0,2000}){0,8}))"
    rf"(?:{_TITLE})?|{_TITLE})[ \n]*\)"
)
_REFERENCE = re.compile(r"\[([^\[\]]{0,200})\]")
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]{1,64}@[\w.-]{1,255})>")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,15})(?:\s[^<>]*|/)?>")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TEMPLATE_ENDS = {"{{": "}}", "{%": "%}", "<%": "%>"}
_BREAK_NAMES = (
    "blockquote br caption center col dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 "
    "header hr li link main meta nav ol p picture pre section source summary table tbody td tfoot "
    "th thead tr ul video"
)
_INLINE_NAMES = (
    "a abbr b big cite code del em font i img input ins kbd label mark q s samp small span strike strong "
    "style sub sup tt u var wbr"
)
_BREAKS = frozenset(_BREAK_NAMES.split())
_TAGS = _BREAKS.union(_INLINE_NAMES.split())
_BOLD, _STRUCK = frozenset(("b", "strong")), frozenset(("del", "s", "strike"))


def inline_text(lines: Sequence[Line], file: str, references: Collection[str] = ()) -> Text:
    """The text of stripped lines, joined by line ends.

    ``references`` are the labels that link definitions of the document define, folded.
    """
    raw = lines[0].text if len(lines) == 1 else "\n".join([line.text for line in lines])
    first = _SPECIAL.search(raw)
    if first is None:
        if len(lines) == 1:
            return Text(raw, ((0, lines[0].start, lines[0].start + len(raw)),), file)
        return finish(raw, [Node(0, len(raw))], lines, file, Ranges())
    scan = _Scan(raw, references)
    scan.run(first.start())
    text = finish(raw, scan.nodes, lines, file, scan.ranges)
    return text.stripped() if text.plain[:1].isspace() or text.plain[-1:].isspace() else text


class _Scan:
    """One pass over one run of text."""

    def __init__(self, raw: str, references: Collection[str]) -> None:
        self.raw = raw
        self.references = references
        self.nodes: list[Node] = []
        self.ranges = Ranges()
        self._marks: list[Mark] = []
        self._brackets: list[tuple[int, int, int]] = []
        self._tags: dict[str, list[int]] = {}
        self._ticks: dict[int, list[int]] | None = None
        self._unclosed: set[str] = set()

    def run(self, at: int) -> None:
        """Scan the text; ``at`` is its first special character."""
        raw = self.raw
        done = 0
        while at < len(raw):
            if at > done:
                self._keep(done, at)
            done = self._special(at)
            match = _SPECIAL.search(raw, done)
            if match is None:
                break
            at = match.start()
        if done < len(raw):
            self._keep(done, len(raw))
        self._match(0)

    def _special(self, at: int) -> int:
        """Take the special character at an offset; returns where to go on."""
        char = self.raw[at]
        if char in "*_~":
            return self._emphasis(at)
        if char == MASK:
            end = _end_of(_RUN[MASK], self.raw, at)
            spaced = at > 0 and self.raw[at - 1] == " " == self.raw[end : end + 1]
            return self._drop(at, end + 1 if spaced else end)
        match char:
            case "\\":
                return self._escape(at)
            case "`":
                return self._code(at)
            case "[" | "!":
                return self._open_bracket(at)
            case "]":
                return self._close_bracket(at)
            case "<":
                return self._angle(at)
            case "&":
                return self._entity(at)
            case "\u00ad":  # a soft hyphen: where a line may end, seen by nobody
                return self._drop(at, at + 1)
        return self._template(at) or self._keep(at, at + 2)

    def _keep(self, start: int, end: int) -> int:
        self.nodes.append(Node(start, end))
        return end

    def _drop(self, start: int, end: int) -> int:
        self.nodes.append(Node(start, end, ""))
        return end

    def _escape(self, at: int) -> int:
        following = self.raw[at + 1 : at + 2]
        if following in _PUNCTUATION:
            self._drop(at, at + 1)
            return self._keep(at + 1, at + 2)
        if following == "\n":
            return self._drop(at, at + 1)
        return self._keep(at, at + 1)

    def _emphasis(self, at: int) -> int:
        char = self.raw[at]
        end = _end_of(_RUN[char], self.raw, at)
        size = end - at
        if size > 3 or (char == "~" and size != 2):
            return self._keep(at, end)
        mark = Mark(self.raw, at, end, len(self.nodes))
        self._keep(at, end)
        if mark.opens or mark.closes:
            self._marks.append(mark)
        return end

    def _match(self, bottom: int) -> None:
        touched = {mark.node: mark for mark in self._marks[bottom:]}
        for pair in match_marks(self._marks, bottom):
            self._note(pair)
        for node, mark in touched.items():
            self.nodes[node] = Node(mark.start, mark.end)

    def _note(self, pair: Emphasis) -> None:
        if pair.char == "~":
            self.ranges.struck.append((pair.opener, pair.closer))
        elif pair.width == 2:
            self.ranges.bold.append((pair.opener, pair.closer))

    def _code(self, at: int) -> int:
        end = _end_of(_TICKS, self.raw, at)
        close = self._closing_ticks(at, end - at)
        if close is None:
            return self._keep(at, end)
        start, stop = end, close
        inner = self.raw[start:stop]
        if len(inner) > 2 and inner[0] in " \n" and inner[-1] in " \n" and inner.strip():
            start, stop = start + 1, stop - 1
        opener = len(self.nodes)
        self._drop(at, start)
        self._keep(start, stop)
        self._drop(stop, close + end - at)
        self.ranges.code.append((opener, opener + 2))
        return close + end - at

    def _closing_ticks(self, at: int, size: int) -> int | None:
        if self._ticks is None:
            self._ticks = {}
            for match in reversed(list(_TICKS.finditer(self.raw))):
                self._ticks.setdefault(len(match[0]), []).append(match.start())
        starts = self._ticks.get(size, [])
        while starts and starts[-1] <= at:
            starts.pop()
        return starts[-1] if starts else None

    def _open_bracket(self, at: int) -> int:
        if self.raw.startswith("[%", at):
            end = self.raw.find("]", at, at + 200)
            if end > 0 and "\n" not in self.raw[at:end]:
                return self._keep(at, end + 1)
            return self._keep(at, at + 2)
        end = at + (2 if self.raw[at] == "!" else 1)
        self._brackets.append((len(self.nodes), len(self._marks), end))
        return self._keep(at, end)

    def _close_bracket(self, at: int) -> int:
        if not self._brackets:
            return self._keep(at, at + 1)
        node, bottom, inner = self._brackets.pop()
        target = self._target(inner, at)
        if target is None:
            return self._keep(at, at + 1)
        url, end = target
        self._match(bottom)
        opener = self.nodes[node]
        self.nodes[node] = Node(opener.start, opener.end, "")
        if self.raw[opener.start] == "[":
            self.ranges.links.append((node, len(self.nodes), url))
        return self._drop(at, end)

    def _target(self, inner: int, at: int) -> tuple[str, int] | None:
        """Address and end of a link whose text ends at an offset; None when it is no link."""
        match = _TARGET.match(self.raw, at + 1)
        if match:
            return match[1] or match[2] or "", match.end()
        if not self.references:
            return None
        match = _REFERENCE.match(self.raw, at + 1)
        label = fold_label(match[1] if match and match[1] else self.raw[inner : min(at, inner + 200)])
        if label in self.references:
            return "", match.end() if match else at + 1
        return None

    def _angle(self, at: int) -> int:
        if self.raw.startswith("<%", at):
            return self._template(at) or self._keep(at, at + 2)
        match = _AUTOLINK.match(self.raw, at)
        if match:
            opener = len(self.nodes)
            self._drop(at, at + 1)
            self._keep(at + 1, match.end() - 1)
            self._drop(match.end() - 1, match.end())
            self.ranges.links.append((opener, opener + 2, match[1]))
            return match.end()
        match = _TAG.match(self.raw, at)
        if match is None or match[2].lower() not in _TAGS:
            return self._keep(at, at + 1)
        return self._tag(match[2].lower(), bool(match[1]), at, match.end())

    def _tag(self, name: str, closing: bool, at: int, end: int) -> int:
        opened = self._tags.setdefault(name, [])
        if closing and opened:
            pair = (opened.pop(), len(self.nodes))
            if name in _BOLD:
                self.ranges.bold.append(pair)
            elif name in _STRUCK:
                self.ranges.struck.append(pair)
        elif not closing:
            opened.append(len(self.nodes))
        self.nodes.append(Node(at, end, "\n" if name in _BREAKS else ""))
        return end

    def _entity(self, at: int) -> int:
        match = _ENTITY.match(self.raw, at)
        if match is None:
            return self._keep(at, at + 1)
        import html

        decoded = html.unescape(match[0])
        self.nodes.append(Node(at, match.end(), "" if _is_unseen(decoded) else decoded))
        return match.end()

    def _template(self, at: int) -> int:
        """The end of template code, kept as text; 0 when it does not end."""
        opening = self.raw[at : at + 2]
        if opening in self._unclosed:
            return 0
        end = self.raw.find(_TEMPLATE_ENDS[opening], at + 2)
        if end < 0:
            self._unclosed.add(opening)
            return 0
        return self._keep(at, end + 2)


def _is_unseen(text: str) -> bool:
    """Whether characters only say how others are set: no reader sees them."""
    if text.isascii():
        return False
    from unicodedata import category

    return all(category(char) == "Cf" for char in text)


def fold_label(label: str) -> str:
    """A link label as CommonMark compares it."""
    return " ".join(label.split()).casefold()


def _end_of(pattern: re.Pattern[str], raw: str, at: int) -> int:
    match = pattern.match(raw, at)
    return match.end() if match else at
