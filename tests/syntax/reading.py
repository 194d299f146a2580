"""Showing trees as short lines, so that tests read like documents."""

from collections.abc import Iterable, Iterator

from scopelint.syntax.markdown import parse_markdown
from scopelint.syntax.outline import Block, Code, ItemList, Outline, Paragraph, Quote, Section, Table, Text
from scopelint.text import SourceFile


def outline_of(text: str) -> Outline:
    return parse_markdown(SourceFile("scope.md", text))[0]


def shown(text: str) -> list[str]:
    """A document as indented lines: headings with their mark, blocks with their kind."""
    return list(_section(outline_of(text).root, ""))


def texts(outline: Outline) -> Iterator[Text]:
    """Every text of an outline in the order of its sections."""
    for section in outline.root.walk():
        if section.title is not None:
            yield section.title
        yield from block_texts(section.blocks)


def block_texts(blocks: Iterable[Block]) -> Iterator[Text]:
    for block in blocks:
        match block:
            case Paragraph():
                yield block.text
            case ItemList():
                for item in block.items:
                    yield item.text
                    yield from block_texts(item.blocks)
            case Table():
                for row in (block.header or (), *block.rows):
                    yield from (cell.text for cell in row)
            case Quote():
                yield from block_texts(block.blocks)


def codes(outline: Outline) -> Iterator[Code]:
    for section in outline.root.walk():
        yield from _codes(section.blocks)


def _codes(blocks: Iterable[Block]) -> Iterator[Code]:
    for block in blocks:
        match block:
            case Code():
                yield block
            case ItemList():
                for item in block.items:
                    yield from _codes(item.blocks)
            case Quote():
                yield from _codes(block.blocks)


def _section(section: Section, indent: str) -> Iterator[str]:
    inner = indent
    if section.title is not None:
        number = f"{section.number} | " if section.number else ""
        yield f"{indent}{section.mark} {section.level}: {number}{section.title.plain}"
        inner += "  "
    for block in section.blocks:
        yield from _block(block, inner)
    for below in section.sections:
        yield from _section(below, inner)


def _block(block: Block, indent: str) -> Iterator[str]:
    match block:
        case Paragraph():
            yield indent + block.text.plain.replace("\n", " / ")
        case ItemList():
            for item in block.items:
                box = "" if item.ticked is None else "[x] " if item.ticked else "[ ] "
                yield f"{indent}{item.marker} {box}{item.text.plain}".replace("\n", " / ")
                for below in item.blocks:
                    yield from _block(below, indent + "  ")
        case Table():
            for kind, row in (("head", block.header), *(("row", row) for row in block.rows)):
                if row:
                    yield f"{indent}{kind}: {' | '.join(cell.text.plain for cell in row)}"
        case Quote():
            yield f"{indent}quote:"
            for below in block.blocks:
                yield from _block(below, indent + "  ")
        case Code():
            yield f"{indent}code {block.language}".rstrip()
