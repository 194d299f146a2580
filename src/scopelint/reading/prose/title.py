"""What the headings of a document say of it and of their sections."""

from scopelint.reading.lexicon import Lexicon, fold, load_world
from scopelint.reading.lexicon.words import words_of
from scopelint.reading.prose.section import Part, heading_kinds, without_brackets
from scopelint.syntax.outline import Paragraph


def is_record(parts: tuple[Part, ...], lexicon: Lexicon) -> bool:
    """Whether the title says that a document is a log or form of changes, decisions or payments."""
    return any(titled(part, "record", lexicon) for part in parts if part.section.level <= 1)


def is_for_client(part: Part, lexicon: Lexicon) -> bool:
    """Whether all of a document lists what the client owes: "Client content checklist".

    "Client deliverables" are what the client gets, unless the opening says who must provide them.
    """
    title, opening = part.section.title, part.section.blocks[:1]
    kinds = heading_kinds(title.plain, lexicon) if title is not None else ()
    if kinds[:1] != ("client-duties",):
        return False
    told = [block.text.plain for block in opening if isinstance(block, Paragraph)]
    return "deliverables" not in kinds or any(
        "lead.owed" in lexicon.matcher("items").groups_in(plain.partition(". ")[0]) for plain in told
    )


def says(part: Part, group: str, lexicon: Lexicon) -> bool:
    """Whether the heading of a part has a wording of a group, with or without what it adds in brackets."""
    title = part.section.title
    if title is None:
        return False
    matcher = lexicon.matcher("items")
    bare = without_brackets(title.plain)
    return group in matcher.groups_in(title.plain) or (
        bare != title.plain and group in matcher.groups_in(bare)
    )


def tells_present(part: Part, lexicon: Lexicon) -> bool:
    """Whether a heading is about what there is already: "Existing site"; "Current scope" is in force."""
    return says(part, "title.present", lexicon) and not says(part, "title.in-force", lexicon)


def things_named(part: Part, lexicon: Lexicon) -> frozenset[str]:
    """The words of a heading, less the small ones."""
    words = map(fold, words_of(part.section.title.plain)) if part.section.title is not None else ()
    return frozenset(words) - load_world().function_words.keys()


def titled(part: Part, group: str, lexicon: Lexicon) -> bool:
    """Whether a title says that it is a record of changes or payments, or a contract by the month."""
    title = part.section.title
    return title is not None and group in lexicon.matcher("titles").groups_in(title.plain)


def names_a_scope(part: Part, lexicon: Lexicon) -> bool:
    """Whether the title of a document or exhibit says that all of it describes the work."""
    section = part.section
    if section.title is None or not (part.is_title or section.level == 1):
        return False
    subtitle = section.sections[0] if part.is_title and section.sections else None
    titles = [section.title]
    if subtitle is not None and subtitle.title is not None and not subtitle.sections:
        # "# Acme website", then "## Statement of work" with nothing but particulars below it.
        plain = all(isinstance(block, Paragraph) for block in subtitle.blocks)
        titles += [subtitle.title] if plain and len(section.sections) > 1 else []
    matcher = lexicon.matcher("items")
    return any("title.scope" in matcher.groups_in(title.plain) for title in titles)


def names_document(part: Part, lexicon: Lexicon) -> bool:
    """Whether a heading is what the contract is called: "Client agreement"."""
    title = part.section.title
    return title is not None and "document" in lexicon.matcher("headings").groups_in(title.plain)


def asks(part: Part) -> bool:
    """Whether a heading is a question, answered below it: "When is this enough?"."""
    title = part.section.title
    return title is not None and title.plain.rstrip(" *_:").endswith("?")
