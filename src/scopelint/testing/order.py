"""Whether the order in which the files of a contract are read changes what a rule says."""

from collections.abc import Iterable

from scopelint.catalog.page import Page
from scopelint.engine.configuration import Configuration
from scopelint.engine.judge import contexts
from scopelint.engine.request import Request
from scopelint.engine.run import run_rules
from scopelint.engine.understand import Understood
from scopelint.reading.fragment import Fragment
from scopelint.reading.link import link

Said = list[tuple[str, str, int]]
"""Message, file and offset of each finding, sorted."""


def said_in_both_orders(page: Page, understood: Understood, request: Request) -> tuple[Said, Said]:
    """What a page's rule says of a contract's documents read forwards, and read backwards."""
    configuration = Configuration(request.config)

    def said(fragments: Iterable[Fragment]) -> Said:
        governing = configuration.for_contract(understood.path)
        contract = link(understood.path, tuple(fragments), phase=request.phase)
        outcomes = run_rules(
            [governing.catalog.rules[page.id]], contract, contexts(contract, governing, request)
        )
        places = [raised.finding for raised in outcomes.raised]
        return sorted((found.message, found.at.span.file, found.at.span.start) for found in places)

    return said(understood.fragments), said(reversed(understood.fragments))
