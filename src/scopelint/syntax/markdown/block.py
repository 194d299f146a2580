"""From the tokens of markdown-it's block pass to our blocks; the only module that sees tokens."""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, cast

from scopelint.diagnostics import Finding, Label, Problem
from scopelint.syntax.limits import Limits
from scopelint.syntax.markdown.heading import heading
from scopelint.syntax.markdown.html import HtmlReader, parted
from scopelint.syntax.markdown.line import MASK, Line
from scopelint.syntax.markdown.listing import item_sign, join_listings
from scopelint.syntax.markdown.paragraph import Part, read_paragraph
from scopelint.syntax.markdown.prose import Prose, defined_label
from scopelint.syntax.markdown.setext import is_underlined_title
from scopelint.syntax.markdown.table import read_table
from scopelint.syntax.outline import Block, Code, Item, ItemList, Paragraph, Quote, Text
from scopelint.text import Span

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MARKER = re.compile(r"[-*+]|\d{1,9}[.)]")
_QUOTE = re.compile(">")
_HASHES = re.compile("#{1,6}")
_NOTHING = re.compile("")
_ATTRIBUTES = re.compile(r"(?<!\s)\s*\{[#.:][^{}]*\}$")
_CODE_SIGNS = re.compile(r"[{};=<>\\|`]|^\s*(?://|#!|\$ )|\w\(\)")


@cache
def _parser(depth: int, in_html: bool) -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": depth})
    parser.enable("table").disable("reference")
    if in_html:
        parser.disable(["html_block", "fence", "code", "blockquote"])
    parser.core.ruler.enableOnly(["block"])
    return parser


def read_blocks(lines: Sequence[Line], prose: Prose, limits: Limits) -> tuple[list[Part], list[Problem]]:
    """The top-level blocks and headings of lines in order, and what was nested too deep to be read."""
    reader = _BlockReader(lines, prose, limits)
    return reader.parts(top=True), reader.problems


class _BlockReader:
    """Walks the tokens once. A cursor remembers which markers of the current line are behind it."""

    def __init__(
        self, lines: Sequence[Line], prose: Prose, limits: Limits, within: str = "", level: int = 0
    ) -> None:
        text = "\n".join([line.text for line in lines])
        self._level = level
        self._depth = max(1, limits.markdown_depth - level)
        self.tokens: Sequence[Token] = _parser(self._depth, within == "html").parse(text)
        self.lines = lines
        self.prose = prose
        self.limits = limits
        self.problems: list[Problem] = []
        self._in_indented = within == "indented"
        self._html = HtmlReader()
        self._at = 0
        self._row = 0
        self._column = 0

    def parts(self, top: bool) -> list[Part]:
        """The parts up to the end of the container that is open, which is taken too."""
        parts: list[Part] = []
        while self._at < len(self.tokens):
            token = self.tokens[self._at]
            if token.nesting < 0:
                self._at += 1
                break
            self._part(token, top, parts)
        return cast(list[Part], join_listings(cast(list[Block], parts)))

    def _part(self, token: "Token", top: bool, parts: list[Part]) -> None:
        match token.type:
            case "paragraph_open":
                parts.extend(read_paragraph(self._inline(), self.prose, top))
            case "heading_open":
                parts.extend(self._heading(token, top))
            case "bullet_list_open" | "ordered_list_open":
                parts.append(self._list(token))
            case "blockquote_open":
                parts.append(self._quote(token))
            case "table_open":
                parts.append(self._table(token))
            case "fence":
                parts.append(self._code(token))
            case "code_block":
                parts.extend(self._indented(token, top))
            case "html_block":
                parts.extend(self._shown(token, top))
            case _:
                self._at += 1

    def _rows(self, token: "Token") -> tuple[int, int]:
        first, last = token.map or (0, 0)
        return first, min(last, len(self.lines))

    def _inline(self) -> list[Line]:
        """The stripped lines of the paragraph at hand, link definitions left out."""
        token = self.tokens[self._at + 1]
        self._at += 3
        first, _ = self._rows(token)
        return self._content(first, token.content)

    def _content(self, first: int, content: str) -> list[Line]:
        found: list[Line] = []
        for row, piece in enumerate(content.split("\n"), first):
            text = piece.strip()
            if not text:
                continue
            if not found and text[0] == "[" and defined_label(text) in self.prose.references:
                continue
            line = self.lines[row]
            found.append(Line(text, line.start + len(line.text.rstrip()) - len(text)))
        return found

    def _heading(self, token: "Token", top: bool) -> list[Part]:
        first, last = self._rows(token)
        content = self.tokens[self._at + 1].content
        self._at += 3
        if token.markup in ("=", "-"):
            lines = self._content(first, content)
            if lines and is_underlined_title(lines, token.markup):
                span = Span(self.prose.file, lines[0].start, self.lines[last - 1].end)
                return self._titled(lines, int(token.tag[1]), "setext", span, top)
            return read_paragraph(lines, self.prose, top)
        line = self.lines[first]
        start = self._skip(first, _HASHES)
        place = line.text.find(content, start) if content else start
        lines = [Line(content, line.start + place)]
        begin = line.start + line.text.find("#")
        return self._titled(lines, int(token.tag[1]), "atx", Span(self.prose.file, begin, line.end), top)

    def _titled(self, lines: list[Line], level: int, mark: str, span: Span, top: bool) -> list[Part]:
        text = self.prose.text(lines)
        if not top:
            bold = ((0, len(text.plain)),) if text.plain else ()
            return [Paragraph(text._replace(bold=bold), self.prose.span(lines))]
        return [heading(_unclosed(text), level, mark, span)]

    def _skip(self, row: int, marker: re.Pattern[str] = _NOTHING, over: str = " \t>") -> int:
        """The column after a marker on a line, at or behind the cursor, which moves there."""
        text = self.lines[row].text
        column = self._column if self._row == row else 0
        match = marker.match(text, len(text) - len(text[column:].lstrip(over)))
        self._row = row
        self._column = match.end() if match else column
        return self._column

    def _list(self, token: "Token") -> ItemList:
        ordered = token.type == "ordered_list_open"
        self._at += 1
        items: list[Item] = []
        while self.tokens[self._at].type == "list_item_open":
            items.append(self._item(self.tokens[self._at], ordered))
        self._at += 1
        span = Span(self.prose.file, items[0].span.start, items[-1].span.end)
        return ItemList(tuple(items), ordered, span)

    def _item(self, token: "Token", ordered: bool) -> Item:
        first, last = self._rows(token)
        after = self.lines[first].start + self._skip(first, _MARKER)
        marker = f"{token.info}{token.markup}" if ordered else token.markup
        self._at += 1
        ticked: bool | None = None
        text = Text("", ((0, after, after),), self.prose.file)
        blocks: list[Block] = []
        if self.tokens[self._at].type == "paragraph_open":
            lines = self._inline()
            if lines:
                marker, ticked, lines = item_sign(marker, ordered, lines)
            if lines:
                text, blocks = self._item_text(lines, text)
        self._too_deep(token, first, last, blocks)
        blocks.extend(cast(list[Block], self.parts(top=False)))
        end = max([after, text.span().end, *(block.span.end for block in blocks)])
        return Item(text, marker, ticked, tuple(blocks), Span(self.prose.file, after - len(marker), end))

    def _item_text(self, lines: list[Line], empty: Text) -> tuple[Text, list[Block]]:
        parts = cast(list[Block], read_paragraph(lines, self.prose, top=False))
        if parts and isinstance(parts[0], Paragraph):
            return parts[0].text, parts[1:]
        return empty, parts

    def _quote(self, token: "Token") -> Quote:
        first, last = self._rows(token)
        start = self.lines[first].start + self._skip(first, _QUOTE, over=" \t") - 1
        self._at += 1
        blocks: list[Block] = []
        self._too_deep(token, first, last, blocks)
        blocks.extend(cast(list[Block], self.parts(top=False)))
        end = max([start + 1, *(block.span.end for block in blocks)])
        return Quote(tuple(blocks), Span(self.prose.file, start, end))

    def _too_deep(self, token: "Token", first: int, last: int, blocks: list[Block]) -> None:
        """Keep and name the lines of a container that the parser gave up on."""
        if token.level + 1 < self._depth:
            return
        if self.tokens[self._at].nesting >= 0:
            return
        lost = [self.lines[row].stripped() for row in range(first, last)]
        lost = [line for line in lost if line.text]
        if not lost:
            return
        blocks.append(self.prose.paragraph(lost))
        finding = Finding(
            f"text nested more than {self.limits.markdown_depth // 2} levels deep cannot be read",
            Label(self.prose.span(lost)),
            help="write it without nesting (limit `markdown_depth`)",
        )
        # It hides what it says, and it is a limit that was met: something is not checked.
        self.problems += [Problem("hidden-characters", finding), Problem("exceeded-limit", finding)]

    def _table(self, token: "Token") -> Block:
        first, last = self._rows(token)
        rows: list[int] = []
        while self.tokens[self._at].type != "table_close":
            inner = self.tokens[self._at]
            if inner.type == "tr_open":
                rows.append(self._rows(inner)[0])
            self._at += 1
        self._at += 1
        lines = [self._row_line(row) for row in rows]
        span = Span(self.prose.file, lines[0].start, self.lines[max(first, last - 1)].stripped().end)
        return read_table(lines[0], lines[1:], self.prose, span)

    def _row_line(self, row: int) -> Line:
        return self.lines[row].after(self._skip(row))

    def _code(self, token: "Token") -> Code:
        first, last = self._rows(token)
        self._at += 1
        begin = self._skip(first)
        span = Span(self.prose.file, self.lines[first].start + begin, self.lines[max(first, last - 1)].end)
        return Code(token.info.strip(), token.content, span)

    def _indented(self, token: "Token", top: bool) -> list[Part]:
        """What stands indented: prose that somebody set off, or code."""
        first, _ = self._rows(token)
        code = self._code(token)
        if self._in_indented or not _is_prose(token.content):
            return [code]
        return self._read(self._unmarked(first, token.content), "indented", top, token.level)

    def _shown(self, token: "Token", top: bool) -> list[Part]:
        """What an HTML block shows; a style sheet or script in it is code."""
        first, _ = self._rows(token)
        self._at += 1
        parts: list[Part] = []
        for concealed, lines in parted(self._unmarked(first, token.content)):
            if concealed:
                content = "\n".join([line.text for line in lines])
                parts.append(Code("html", content, self.prose.span(lines)))
            elif any(line.text.strip(MASK + " \t") for line in lines):
                parts += self._read(self._html.markdown(lines), "html", top, token.level)
        return parts

    def _unmarked(self, first: int, content: str) -> list[Line]:
        """The lines of a block from a row on, without the markers of what holds it."""
        lines: list[Line] = []
        for row, piece in enumerate(content.rstrip("\n").split("\n"), first):
            line = self.lines[row]
            whole = line.text.endswith(piece)
            lines.append(Line(piece, line.end - len(piece)) if whole else line.stripped())
        return lines

    def _read(self, lines: Sequence[Line], within: str, top: bool, level: int) -> list[Part]:
        """What lines say that are read as a document of their own, below so many levels of this one."""
        reader = _BlockReader(lines, self.prose, self.limits, within, self._level + level)
        parts = reader.parts(top)
        self.problems.extend(reader.problems)
        return parts


def _is_prose(content: str) -> bool:
    """Whether indented lines are words: contracts indent clauses and addresses far more often than code."""
    lines = [line for line in content.split("\n") if line.strip()]
    odd = sum(1 for line in lines if _CODE_SIGNS.search(line))
    return odd * 4 < len(lines) and any(len(line.split()) >= 4 for line in lines)


def _unclosed(title: Text) -> Text:
    """A title without a colon or the attributes of its heading (``{#anchor}``) at its end."""
    plain = title.plain
    if plain.endswith("}"):
        plain = _ATTRIBUTES.sub("", plain)
    closed = plain.rstrip(": ")
    return title.part(0, len(closed)) if len(closed) < len(title.plain) else title
