"""What a section makes of its items: things handed over, left out, taken for granted, or something else."""

from enum import Enum

from scopelint.reading.lexicon import Lexicon
from scopelint.reading.prose.alternative import Alternatives
from scopelint.reading.prose.section import Part
from scopelint.reading.prose.title import (
    asks,
    is_for_client,
    is_record,
    names_a_scope,
    names_document,
    says,
    tells_present,
    things_named,
    titled,
)
from scopelint.reading.value import find_money
from scopelint.syntax.outline import ItemList


class Role(Enum):
    """What an item of a section is."""

    DELIVERED = "delivered"
    EXCLUDED = "excluded"
    ASSUMED = "assumed"
    OPTIONAL = "optional"
    OTHER = "other"
    UNKNOWN = "unknown"


_ROLES = {
    "deliverables": Role.DELIVERED,
    "scope": Role.DELIVERED,
    "exclusions": Role.EXCLUDED,
    "assumptions": Role.ASSUMED,
    "options": Role.OPTIONAL,
}
# "Deliverables and timeline" lists deliverables, "Client deliverables" and "Scope changes" do not.
_SHARE_A_HEADING = frozenset({"timeline", "milestones", "price", "payment", "support"})
_MENTION_WORK = frozenset({"background", "notes", "communication"})
_WORK = ("deliverables", "scope")
# In a list of what is delivered, a page called "Contact" or "Team" is a page.
NAMES_OF_PARTS = frozenset(
    {
        "background",
        "communication",
        "examples",
        "legal",
        "notes",
        "parties",
        "payment",
        "process",
        "support",
        "team",
    }
)
_CLOSED = frozenset(
    {"client-duties", "instructions", "examples", "legal", "signatures", "team", "change-log"}
)
# "Invoices include:" in a section of terms lists no work.
_CLOSED_TO_LABELS = _CLOSED | {
    "acceptance",
    "approvals",
    "change-process",
    "communication",
    "deposit",
    "payment",
    "revisions",
    "termination",
    "terms",
}
# What a bold line among the items of a list may state of the contract.
_FACTS = frozenset({"price", "payment", "milestones", "deposit", "timeline", "signatures", "parties"})


def roles_of(parts: tuple[Part, ...], lexicon: Lexicon) -> tuple[Role, ...]:
    """The role of the items of every part, in order of the parts."""
    reader = _Roles(parts, lexicon)
    return tuple(reader.settle(at) for at in range(len(parts)))


class _Roles:
    """One pass over the parts of a document, each after the one it stands in."""

    def __init__(self, parts: tuple[Part, ...], lexicon: Lexicon) -> None:
        self.parts = parts
        self.lexicon = lexicon
        self.roles: list[Role] = []
        self.listed: list[bool] = []
        titles = [part for part in parts if part.section.level <= 1]
        self.recurring = any(titled(part, "recurring", lexicon) for part in titles)
        self.requests = any(titled(part, "requests", lexicon) for part in titles)
        self.packages = Alternatives(() if is_record(parts, lexicon) else parts, lexicon)
        self.named = {part.parent for part in parts if part.own[:1] == ("deliverables",)}
        self.present = [(part.parent, part) for part in parts if tells_present(part, lexicon)]
        self.both = {part.parent for part in parts if part.own[:1] == ("exclusions",)} & {
            part.parent for part in parts if part.own[:1] and part.own[0] in _WORK
        }

    def settle(self, at: int) -> Role:
        """The role of the part at this place."""
        part = self.parts[at]
        above = self.roles[part.parent] if part.parent is not None else Role.UNKNOWN
        in_list = part.parent is not None and self.listed[part.parent] and above is Role.DELIVERED
        role = self._role(at, above, in_list)
        apart = role is Role.DELIVERED and not self.recurring and _is_upkeep(part, self.lexicon)
        self.roles.append(Role.OTHER if apart else role)
        self.listed.append(self.roles[-1] is Role.DELIVERED and (in_list or part.is_of(*_WORK)))
        return self.roles[-1]

    def _role(self, at: int, above: Role, in_list: bool) -> Role:
        part, lexicon = self.parts[at], self.lexicon
        if at in self.packages.left and above is not Role.EXCLUDED:
            return Role.OPTIONAL
        if at in self.packages.taken and self._may_be_taken(part, above):
            return Role.DELIVERED
        if at in self.both and part.own[:1] == ("exclusions",) and above is not Role.EXCLUDED:
            return Role.DELIVERED  # "Scope and exclusions", with a section for each below it
        parent = self.parts[part.parent] if part.parent is not None else None
        inner = parent is not None and parent.section.title is not None and not parent.is_title
        if inner and part.parent in self.named and says(part, "title.activities", lexicon):
            return Role.OTHER  # what is done in a phase, beside a list of what it hands over
        if self._is_compared(part):
            return Role.OTHER
        if at in self.named and part.own[:1] == ("legal",):
            return Role.OTHER  # a schedule of definitions that has a section of the services it includes
        closed = parent is not None and not in_list and _is_closed(parent, part, lexicon)
        role = above if closed else _role(part, above, in_list, lexicon)
        asks_for = self.requests and role in (Role.OTHER, Role.UNKNOWN) and not part.own and not part.is_title
        # What a client asks for is the work of a list of requests.
        asked = asks_for and (says(part, "title.changes", lexicon) or _ticks_off(part, lexicon))
        return Role.DELIVERED if asked else role

    def _is_compared(self, part: Part) -> bool:
        """Whether "Proposed site" stands beside "Current site"; "Proposed solution" there is the work."""
        beside = [one for parent, one in self.present if parent == part.parent]
        if not beside or not says(part, "title.proposed", self.lexicon):
            return False
        things = things_named(part, self.lexicon)
        return any(not things.isdisjoint(things_named(one, self.lexicon)) for one in beside)

    def _may_be_taken(self, part: Part, above: Role) -> bool:
        """Whether packages are offered here, and not for another time: "Future work", then "Packages"."""
        announced = part.parent is not None and "options" in self.parts[part.parent].own
        return above is not Role.EXCLUDED and (above is not Role.OPTIONAL or announced)


def _is_closed(part: Part, below: Part, lexicon: Lexicon) -> bool:
    """Whether nothing below a part is delivered, whatever the headings there name: "Existing system"."""
    if part.own[:1] == ("signatures",) and names_document(part, lexicon):
        return False  # "Client agreement" with clauses below it
    if _defines_the_work(part, lexicon):
        return False
    led = below.section.mark in ("label", "bold") and not says(below, "lead.receive", lexicon)
    closed = _CLOSED_TO_LABELS if led else _CLOSED
    if not closed.isdisjoint(part.kinds[:1]):
        return True
    if tells_present(part, lexicon) or says(part, "title.remark", lexicon):
        return True
    # "Testing requirements" below the criteria of acceptance are more criteria.
    return part.own[:1] == ("acceptance",) and not part.is_of(*_WORK)


def _role(part: Part, above: Role, in_list: bool, lexicon: Lexicon) -> Role:
    """The role of one part; ``in_list`` when a heading above it names deliverables or the scope."""
    if above in (Role.EXCLUDED, Role.OPTIONAL):
        # "Price: 900 EUR", in bold after a list of what is left out, is none of it.
        fact = part.section.mark == "run-in" and not _FACTS.isdisjoint(part.own[:1])
        return Role.OTHER if fact and above is Role.EXCLUDED else above
    if above is Role.ASSUMED and part.section.mark == "label" and "deliverables" not in part.own:
        return above  # "This statement of work assumes:"
    if part.section.level == 1 and titled(part, "record", lexicon):
        # A log of changes, decisions or payments delivers nothing itself.
        return Role.OTHER
    if part.is_title and is_for_client(part, lexicon):
        return Role.OTHER
    if names_a_scope(part, lexicon):
        return Role.DELIVERED
    if _defines_the_work(part, lexicon):
        return Role.DELIVERED
    if part.section.mark == "label" and (told := _led(part, above, lexicon)) is not None:
        return told
    if not in_list and (says(part, "title.remark", lexicon) or tells_present(part, lexicon)):
        return Role.OTHER
    if not part.own:
        aside = above in (Role.DELIVERED, Role.UNKNOWN) and (asks(part) or _stands_aside(part, lexicon))
        return Role.OTHER if aside else above
    if above is Role.DELIVERED and part.section.mark == "bold" and _states_fee(part, lexicon):
        return above  # "One-time fee: $900" in bold, before what the package holds
    role = role_of_kinds(part.own)
    if above is Role.DELIVERED and part.own[0] == "change-log" and says(part, "title.added", lexicon):
        return Role.DELIVERED  # "Added in the second round" goes on with the scope
    if not in_list:
        # Support after the launch is part of the price; other support is terms, or sold apart.
        aftercare = part.own[0] == "support" and says(part, "title.aftercare", lexicon)
        return Role.DELIVERED if aftercare else role
    page = (
        part.own[0] in NAMES_OF_PARTS
        and part.section.mark != "label"
        and not asks(part)
        and not any(says(part, group, lexicon) for group in ("title.aims", "title.aside"))
        and not _tells_sums(part, lexicon)
    )
    if role is Role.OTHER and (page or _names_work(part, lexicon)):
        return Role.DELIVERED
    # Among deliverables, "Additional features" are more of them; an option says that it is one.
    return Role.DELIVERED if role is Role.OPTIONAL and not says(part, "title.optional", lexicon) else role


def _ticks_off(part: Part, lexicon: Lexicon) -> bool:
    """Whether a section lists tasks to tick off, and is no checklist beside them."""
    if says(part, "title.aside", lexicon):
        return False
    lists = (block for block in part.section.blocks if isinstance(block, ItemList))
    return any(item.ticked is not None for block in lists for item in block.items)


def _led(part: Part, above: Role, lexicon: Lexicon) -> Role | None:
    """The role of a list after a line that leads to it: "Select one:", "We deliver the following:"."""
    if says(part, "lead.choose", lexicon) or says(part, "lead.owed", lexicon):
        return Role.OTHER
    return above if above is Role.DELIVERED and says(part, "lead.work", lexicon) else None


def _defines_the_work(part: Part, lexicon: Lexicon) -> bool:
    """Whether a heading of terms is about the work: "Schedule A: Scope of work and definitions"."""
    return part.own[:1] == ("legal",) and "scope" in part.own and says(part, "title.scope", lexicon)


def _names_work(part: Part, lexicon: Lexicon) -> bool:
    """Whether a heading divides the work: "Milestone 2", "Testing and acceptance", "Fees management"."""
    return any(says(part, group, lexicon) for group in ("item.phase", "title.feature", "item.work"))


def role_of_kinds(kinds: tuple[str, ...]) -> Role:
    """The role that a heading of these kinds gives to the items below it."""
    if "deliverables" in kinds and kinds[0] in _SHARE_A_HEADING | _MENTION_WORK:
        return Role.DELIVERED
    if "scope" in kinds and kinds[0] in _SHARE_A_HEADING | {"background"}:
        return Role.DELIVERED
    return _ROLES.get(kinds[0], Role.OTHER)


def _is_upkeep(part: Part, lexicon: Lexicon) -> bool:
    """Whether a heading names what is paid for by the month, apart from the work: "Monthly maintenance"."""
    included = part.is_of(*_WORK)
    return part.own[:1] == ("support",) and not included and says(part, "price.recurring", lexicon)


def _states_fee(part: Part, lexicon: Lexicon) -> bool:
    """Whether a heading is a price with its amount, and no payments are listed below it."""
    title = part.section.title
    if title is None or part.own != ("price",) or not find_money(title.plain, lexicon):
        return False
    return not any("%" in line or find_money(line, lexicon) for line in _lines(part))


def _tells_sums(part: Part, lexicon: Lexicon) -> bool:
    """Whether every item of a section called payments says how much: it is no page of that name."""
    lines = _lines(part) if part.own[0] == "payment" else []
    return bool(lines) and all("%" in line or find_money(line, lexicon) for line in lines)


def _lines(part: Part) -> list[str]:
    lists = (block for block in part.section.blocks if isinstance(block, ItemList))
    return [item.text.plain for block in lists for item in block.items]


def _stands_aside(part: Part, lexicon: Lexicon) -> bool:
    """Whether a section below the work tells something about it: a checklist, the data model."""
    title = part.section.title
    if title is None:
        return False
    groups = lexicon.matcher("items").groups_in(title.plain)
    return "title.remark" in groups or ("title.aside" in groups and part.section.level <= 2)
