"""Payments that are headings or bold lines of their own, and phases with a fee."""

from collections.abc import Iterable, Iterator

from scopelint.model import Milestone
from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.milestone_fee import NOT_OURS, SCHEDULES
from scopelint.reading.prose.milestone_prose import due_step, single_step
from scopelint.reading.prose.section import Part
from scopelint.reading.prose.step import said_of, step
from scopelint.reading.value import find_money
from scopelint.syntax.outline import ItemList, Paragraph, Section, Text
from scopelint.text import Spanned

_LONGEST_NAME = 100


def heading_steps(parts: tuple[Part, ...], lexicon: Lexicon) -> tuple[Milestone, ...]:
    """Steps that are headings or bold lines of their own, with the sum in them."""
    found: list[Milestone] = []
    for part in parts:
        title = part.section.title
        if title is None or part.is_title or _is_aside(part) or part.section.sections:
            continue
        if (one := _of_line(part, title, lexicon) or _named_above(part, title, lexicon)) is not None:
            found.append(one)
    if found:
        return tuple(found)
    phases = tuple(_priced_phases(parts, lexicon))
    return phases if len(phases) > 1 else ()


def _is_aside(part: Part) -> bool:
    return part.kind in NOT_OURS or part.is_of("examples")


def _of_line(part: Part, title: Text, lexicon: Lexicon) -> Milestone | None:
    """The step that a heading states by itself, or with the line it runs into."""
    line = _with_first_line(part)
    one = single_step(line, title.span(), lexicon)
    expected = not SCHEDULES.isdisjoint(part.kinds)
    if one is not None and not expected and _is_blank(one, line, lexicon):
        return None
    if one is None and "milestones" in part.kinds and _names_a_sum(line, lexicon):
        one = step(line, title.span(), lexicon)
    return due_step(line, title.span(), lexicon) if one is None and expected else one


def _is_blank(one: Milestone, line: Text, lexicon: Lexicon) -> bool:
    """Whether a line has a blank, but no word that it is for money: "**Approval:** ____"."""
    stated = one.amount is not None or one.share is not None
    return not stated and "instalment.name" not in lexicon.matcher("items").groups_in(line.plain)


def _names_a_sum(line: Text, lexicon: Lexicon) -> bool:
    """Whether a line is a name with one sum: "**Discovery**: $2,000"."""
    if len(line.plain) > _LONGEST_NAME or len(find_money(line.plain, lexicon)) != 1:
        return False
    other = {"instalment.none", "instalment.recurring", "price.total"}
    return not said_of(line, lexicon) & other


def _named_above(part: Part, title: Text, lexicon: Lexicon) -> Milestone | None:
    """The step of the line below a heading that names it: "Final payment", then "$900, due on launch"."""
    first = part.section.blocks[0] if part.section.blocks else None
    if not isinstance(first, Paragraph) or part.section.mark == "run-in":
        return None
    groups = lexicon.matcher("items").groups_in(title.plain)
    if "instalment.name" not in groups or "item.phase" in groups:
        return None
    line = next(first.text.lines())
    one = single_step(title.followed_by(line), line.span(), lexicon)
    return one._replace(title=Spanned(title.plain, title.span())) if one is not None else None


def _priced_phases(parts: tuple[Part, ...], lexicon: Lexicon) -> Iterator[Milestone]:
    """Headings of phases with a price: "Phase 1: Discovery ($2,000)", or "Amount: $2,000" in a line below."""
    for part in parts:
        title = part.section.title
        if title is None or _is_aside(part):
            continue
        groups = lexicon.matcher("items").groups_in(title.plain)
        is_phase = "item.phase" in groups
        if is_phase and find_money(title.plain, lexicon):
            yield step(title, title.span(), lexicon)
            continue
        fee, when = (next(_fields(part.section, lexicon, name), None) for name in ("amount", "due"))
        # What is not called a phase is one when a line says when its fee falls due.
        if fee is None or not (is_phase or when is not None):
            continue
        # A milestone stands at its heading; of a phase of work only the line of its fee is one.
        place = title if is_phase and "instalment.name" in groups else fee
        paid = step(title.followed_by(fee), place.span(), lexicon, due=when)
        yield paid._replace(title=Spanned(title.plain, title.span()))


def _fields(section: Section, lexicon: Lexicon, group: str) -> Iterator[Text]:
    """What is said of a fee, or a time, in lines under a heading that begin with a label and a colon."""
    for label, value in _labelled(section):
        if group not in lexicon.matcher("columns").groups_in(label):
            continue
        if group != "amount" or len(find_money(value.plain, lexicon)) == 1:
            yield value


def _labelled(section: Section) -> Iterator[tuple[str, Text]]:
    """Lines directly under a heading that begin with a label: plain or in bold, in a list or not."""
    for block in section.blocks:
        lines: Iterable[Text] = ()
        if isinstance(block, Paragraph):
            lines = block.text.lines()
        elif isinstance(block, ItemList):
            lines = (item.text for item in block.items)
        for line in lines:
            label, colon, _ = line.plain.partition(":")
            if colon:
                yield label, line.part(len(label) + 1).stripped()
    for below in section.sections:
        first = below.blocks[0] if below.blocks and below.mark == "run-in" else None
        if below.title is not None and isinstance(first, Paragraph):
            yield below.title.plain, next(first.text.lines()).stripped()


def _with_first_line(part: Part) -> Text:
    """The title, with the paragraph it runs into when it is only its opening words."""
    title = part.section.title
    assert title is not None
    if part.section.mark != "run-in" or not part.section.blocks:
        return title
    first = part.section.blocks[0]
    if not isinstance(first, Paragraph) or "\n" in first.text.plain:
        return title
    return title.followed_by(first.text)
