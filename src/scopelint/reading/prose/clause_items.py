"""Contracts that are one numbered list: "1. Fees. The client pays …" is a section, as its title tells.

Where titles stand out by themselves (capitals, long clauses below bold words) the outline has seen them.
These are told by what they name.
"""

import re
from collections.abc import Iterator, Sequence

from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.section import heading_kinds
from scopelint.syntax.outline import Block, Item, ItemList, Outline, Paragraph, Section, Text
from scopelint.text import Span

_TITLE = re.compile(r"[^.:\n–—]{3,60}?(?:[.:]|(?=\s+[–—]\s)|(?=\n|$))")
_MOST_WORDS = 8
_FEWEST_ITEMS, _FEWEST_KINDS = 4, 3
_WORK = frozenset({"deliverables", "scope"})
_THINGS = _WORK | {"exclusions", "options"}


def with_clauses(outline: Outline, lexicon: Lexicon) -> Outline:
    """The outline, numbered lists of clauses replaced by the sections that they are."""
    root = _dissolved(outline.root, lexicon)
    return outline if root is outline.root else outline._replace(root=root)


def _dissolved(section: Section, lexicon: Lexicon) -> Section:
    below = tuple(_dissolved(one, lexicon) for one in section.sections)
    clauses = _clauses(section, lexicon)
    if not clauses and all(new is old for new, old in zip(below, section.sections, strict=True)):
        return section
    kept = section.blocks
    if clauses:
        kept = tuple(block for block in kept if block.span.start < clauses[0].span.start)
    return section._replace(blocks=kept, sections=(*clauses, *below))


def _clauses(section: Section, lexicon: Lexicon) -> tuple[Section, ...]:
    """The clauses that the numbered items of a section are, none where they list things."""
    items = [item for block in _numbered(section) for item in block.items]
    if len(items) < _FEWEST_ITEMS or _lists_things(section, lexicon):
        return ()
    kinds = [heading_kinds(item.text.plain[: _title_end(item)].rstrip(".: "), lexicon) for item in items]
    named = [kind[0] for kind in kinds if kind]
    if 2 * len(named) <= len(items) or len(set(named) - _WORK) < _FEWEST_KINDS:
        return ()
    return tuple(_sections(section))


def _numbered(section: Section) -> list[ItemList]:
    """The numbered lists of a section; where 2.1 stands below 2, those of the whole numbers."""
    lists = [block for block in section.blocks if isinstance(block, ItemList) and block.ordered]
    least = min((_depth(block) for block in lists), default=0)
    return [block for block in lists if _depth(block) == least]


def _depth(block: ItemList) -> int:
    return block.items[0].marker.strip("().").count(".")


def _lists_things(section: Section, lexicon: Lexicon) -> bool:
    """Whether a heading says that what is below it is work, or left out of it."""
    if section.title is None or section.level <= 1:
        return False
    return not _THINGS.isdisjoint(heading_kinds(section.title.plain, lexicon))


def _title_end(item: Item) -> int:
    """Where the title ends that an item opens with: at its bold words, else at its first stop."""
    text = item.text
    if text.bold and text.bold[0][0] == 0:
        return text.bold[0][1]
    match = _TITLE.match(text.plain)
    return match.end() if match and len(match[0].split()) <= _MOST_WORDS else 0


def _sections(section: Section) -> Iterator[Section]:
    """Every item as a section, with what stands between it and the next one."""
    numbered = _numbered(section)
    open_section: Section | None = None
    after: list[Block] = []
    for block in section.blocks:
        if isinstance(block, ItemList) and block in numbered:
            for item in block.items:
                if open_section is not None:
                    yield longer(open_section, after)
                open_section, after = _section(item, section.level + 1), []
        else:
            after.append(block)
    if open_section is not None:
        yield longer(open_section, after)


def _section(item: Item, level: int) -> Section:
    number = item.marker.rstrip(".)").lstrip("(")
    found = titled_section(item.text, _title_end(item), level, item.span)
    return found._replace(number=number, blocks=(*found.blocks, *item.blocks))


def titled_section(text: Text, end: int, level: int, span: Span) -> Section:
    """A text as a section: the words up to ``end`` are its title, what follows its first paragraph."""
    title = text.part(0, end).stripped()
    title = title.part(0, len(title.plain.rstrip(":. ?*")) or len(title.plain))
    rest = text.part(end)
    rest = rest.part(len(rest.plain) - len(rest.plain.lstrip(" .:–—-\n"))).stripped()
    blocks = (Paragraph(rest, rest.span()),) if rest.plain else ()
    return Section(title, None, level, "run-in" if blocks else "bold", blocks, (), span)


def longer(section: Section, blocks: Sequence[Block]) -> Section:
    """A section with more blocks at its end."""
    if not blocks:
        return section
    span = Span(section.span.file, section.span.start, blocks[-1].span.end)
    return section._replace(blocks=(*section.blocks, *blocks), span=span)
