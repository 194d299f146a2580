"""What is seen of a line that may name a deliverable, as numbers by name; what is not seen is left out."""

from collections.abc import Iterable, Mapping, Sequence, Set

from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.item import lead_in, opening
from scopelint.reading.prose.likely.candidate import Around, Candidate
from scopelint.reading.prose.role import Role
from scopelint.reading.prose.section import Part, heading_kinds
from scopelint.reading.value import find_dates, find_durations, find_money

Traits = Mapping[str, float]

_WORK = frozenset({"deliverables", "scope"})
_MOST_SECTIONS = 6
_MOST_KINDS = 2


def traits_of_parts(
    parts: Sequence[Part], roles: Sequence[Role], ranks: Sequence[int | None], lexicon: Lexicon
) -> list[Traits]:
    """The traits that all lines of a part share, for each part."""
    groups = [_groups(part, lexicon) for part in parts]
    working = sum(not _WORK.isdisjoint(part.own) for part in parts)
    found: list[Traits] = []
    for at, part in enumerate(parts):
        title = part.section.title.plain if part.section.title is not None else ""
        rank = ranks[at]
        traits: dict[str, float] = {
            "level": part.section.level,
            "rank": 0 if rank is None else rank + 1,
            "words of title": len(title.split()),
            "place": at / len(parts),
            "sections of work": min(working, _MOST_SECTIONS),
            f"mark {part.section.mark}": 1,
            f"role {roles[at].value}": 1,
            **_each("of", part.own),
            **_each("kind", part.kinds),
            **_each("above", part.above),
            **_each("title", groups[at]),
        }
        if part.parent is not None:
            traits |= {
                f"role above {roles[part.parent].value}": 1,
                **_each("title above", groups[part.parent]),
            }
            traits["below title"] = parts[part.parent].is_title
        if find_money(title, lexicon):
            traits["price in title"] = 1
        if at > 0:
            traits |= _each("before", parts[at - 1].own)
        if at + 1 < len(parts):
            traits |= _each("after", parts[at + 1].own)
        found.append(traits)
    return found


def traits_of_list(around: Around, lexicon: Lexicon) -> Traits:
    """The traits that all lines of a list share."""
    matcher = lexicon.matcher("items")
    size = len(around.lines)
    traits: dict[str, float] = {
        f"in {around.place}": 1,
        "depth": around.depth,
        "size": size,
        "work beside": sum("item.work" in matcher.groups_in(opening(line)) for line in around.lines) / size,
        "price beside": sum(bool(find_money(line, lexicon)) for line in around.lines) / size,
        "words beside": sum(len(line.split()) for line in around.lines) / size,
        **_each("column", around.columns),
    }
    if around.lead:
        traits |= {"led": 1, **_each("lead", matcher.groups_in(around.lead))}
        traits |= _each("kind of lead", heading_kinds(around.lead, lexicon)[:_MOST_KINDS])
        traits["led by colon"] = around.lead.rstrip().endswith(":")
    return traits


def traits_of_line(line: Candidate, lexicon: Lexicon) -> Traits:
    """The traits of a line alone."""
    text = line.text.value
    whole = line.around.lines[line.position]
    label = lead_in(text)
    matcher = lexicon.matcher("items")
    has_figures = any(map(str.isdigit, whole))
    return {
        "position": line.position,
        "words": len(text.split()),
        "full stop": text.endswith("."),
        "colon": text.endswith(":"),
        "question": text.endswith("?"),
        "share": "%" in whole,
        "capital": text[0].isupper(),
        "figures": has_figures,
        "price": has_figures and bool(find_money(whole, lexicon)),
        "date": has_figures and bool(find_dates(whole, lexicon)),
        "duration": has_figures and bool(find_durations(whole, lexicon)),
        "items": line.has_items,
        "box": line.ticked is not None,
        "open box": line.ticked is False,
        "bold": line.is_bold,
        "sum": line.sums_up,
        "label": bool(label),
        "label of fact": bool(label) and "item.attribute" in matcher.groups_in(label),
        **_each("says", matcher.groups_in(opening(text))),
    }


def _groups(part: Part, lexicon: Lexicon) -> Set[str]:
    title = part.section.title
    return lexicon.matcher("items").groups_in(title.plain) if title is not None else frozenset()


def _each(name: str, values: Iterable[str]) -> dict[str, float]:
    return {f"{name} {value}": 1 for value in values}
