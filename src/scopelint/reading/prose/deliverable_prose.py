"""Work and what it leaves out, told in paragraphs instead of lists."""

import re
from collections.abc import Iterator

from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.item import (
    PROSE,
    SURE,
    Found,
    opening,
    own_role,
    said,
    said_lines,
    said_parts,
    says_left_out,
)
from scopelint.reading.prose.role import Role
from scopelint.reading.prose.section import Part, heading_kinds
from scopelint.reading.prose.sentence import sentence_ranges
from scopelint.syntax.outline import ItemList, Paragraph, Text

_MAY_PROMISE = frozenset({None, "background", "notes", "parties", "price"})
_PROMISES = frozenset({"lead.work", "lead.promise"})
_PROMISES_NOTHING = frozenset(
    {"lead.conduct", "lead.owed", "item.refused", "item.excluded", "item.negative", "item.elsewhere"}
)
_LONGEST_TITLE = 4
_FEWEST_WORDS = 5
_CODE = re.compile(r"[A-Z]{1,4}-?\d{1,3}[.:)]? ")
"""What requirements are numbered with: "R1.", "FR-02"."""
_LONGEST_LABEL = 30


def told_in_paragraphs(part: Part, titles: tuple[str, ...], lexicon: Lexicon) -> Iterator[Found]:
    """The paragraphs of a section of work that lists nothing: those with bold leads, else the first."""
    paragraphs = [block for block in part.section.blocks if isinstance(block, Paragraph)]
    if part.section.mark == "run-in":
        del paragraphs[1:]  # "Deliverables: nine files", then lines that say other things in the same way
    if len(paragraphs) > 1 and paragraphs[0].text.plain.rstrip().endswith(":"):
        del paragraphs[0]  # it only leads to the next one
    led = [block for block in paragraphs if block.text.bold and block.text.bold[0][0] == 0]
    if len(led) < 2:
        coded = [block for block in paragraphs if _CODE.match(block.text.plain)]
        led = coded or [block for block in paragraphs if promises(block.text.plain, lexicon)]
    if len(led) > 1:
        for block in led:
            yield from _paragraph(block, SURE, titles, lexicon)
    elif paragraphs and part.own and part.section.title is not None:
        title = part.section.title.plain
        named = "deliverable" in lexicon.matcher("columns").groups_in(title)
        if named or len(title.split()) <= _LONGEST_TITLE:
            rank = SURE if named else PROSE
            lines = [line for block in paragraphs for line in said_lines(block.text)]
            yield from (Found(Role.DELIVERED, line, line.span, titles, rank) for line in lines)
            if not lines:
                yield from _paragraph(paragraphs[0], rank, titles, lexicon)


def told_anywhere(parts: tuple[Part, ...], lexicon: Lexicon) -> Iterator[Found]:
    """The sentences and items of a document without lists of work that tell it: "I'll write …", "2 songs"."""
    for part in parts:
        if part.kind in _MAY_PROMISE:
            for text in _sentences(part, lexicon):
                words = said(text)
                if words is not None and _tells_work(words.value, lexicon):
                    yield Found(own_role(words.value, Role.DELIVERED, lexicon), words, words.span, (), PROSE)


def _sentences(part: Part, lexicon: Lexicon) -> Iterator[Text]:
    """The sentences of a section's paragraphs, and the items of its lists."""
    for block in part.section.blocks:
        if isinstance(block, Paragraph):
            for start, end in sentence_ranges(block.text.plain, lexicon):
                yield block.text.part(start, end)
        elif isinstance(block, ItemList):
            yield from (item.text for item in block.items)


def _tells_work(plain: str, lexicon: Lexicon) -> bool:
    """Whether a sentence promises work by its name, what somebody will do, or a number of things."""
    groups = lexicon.matcher("items").groups_in(plain)
    nothing = groups & _PROMISES_NOTHING
    if "lead.task" in groups:
        nothing -= {"lead.owed"}  # "I'll build an app in which customers pay a deposit"
    if nothing or plain.endswith((":", "?")):
        return False
    if "item.work" in groups and groups & _PROMISES:
        return True
    return not groups.isdisjoint(("lead.task", "item.counted")) and len(plain.split()) >= _FEWEST_WORDS


def said_in_passing(text: Text, titles: tuple[str, ...], lexicon: Lexicon) -> Iterator[Found]:
    """Sentences that say what is not included, and facts that name the work: "Deliverables: logo"."""
    for start, end in sentence_ranges(text.plain, lexicon):
        sentence = text.part(start, end)
        if sentence.plain.rstrip().endswith(":"):
            continue  # the list after it says what
        if says_left_out(sentence.plain, lexicon) and (words := said(sentence)) is not None:
            yield Found(Role.EXCLUDED, words, words.span, titles)
    for line in text.lines():
        at = line.plain.find(":", 0, _LONGEST_LABEL)
        role = role_of_label(line.plain[:at], lexicon) if at > 0 else None
        if role is not None and not says_left_out(line.plain, lexicon):
            for one in said_parts(line.part(at + 1).stripped()):
                yield Found(role, one, one.span, titles, PROSE)


def role_of_label(label: str, lexicon: Lexicon) -> Role | None:
    """What follows a label such as "Deliverables:" or "Not included:"; None after other labels."""
    if "lead.deliverables" in lexicon.matcher("items").groups_in(label):
        return Role.DELIVERED
    return Role.EXCLUDED if heading_kinds(label, lexicon)[:1] == ("exclusions",) else None


def promises(plain: str, lexicon: Lexicon) -> bool:
    """Whether a clause says what one side shall do, not how it shall behave."""
    groups = lexicon.matcher("items").groups_in(opening(plain))
    return "lead.promise" in groups and "lead.conduct" not in groups


def _paragraph(block: Paragraph, rank: int, titles: tuple[str, ...], lexicon: Lexicon) -> Iterator[Found]:
    text = said(block.text)
    if text is not None and not _is_elsewhere(text.value, lexicon):
        yield Found(own_role(text.value, Role.DELIVERED, lexicon), text, block.span, titles, rank)


def _is_elsewhere(plain: str, lexicon: Lexicon) -> bool:
    """Whether a paragraph leaves the work to another document: "see the proposal"."""
    return "item.elsewhere" in lexicon.matcher("items").groups_in(plain)
