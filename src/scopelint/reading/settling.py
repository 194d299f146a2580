"""Which of the words that a reader sees would settle a term if they stood elsewhere."""

from collections.abc import Sequence

from scopelint.diagnostics import Passage
from scopelint.reading.lexicon import Lexicon, load_lexicon, split_words
from scopelint.reading.prose.language import detect_language
from scopelint.syntax.outline import Outline, Paragraph, Section, Text
from scopelint.text import SourceFile

_SAYING = frozenset(
    (
        "revisions.count",
        "revisions.none",
        "revisions.unlimited.sure",
        "revisions.unlimited.likely",
        "revisions.promised",
        "revisions.extra-price",
        "revisions.no-price",
        "exclusions.says",
        "payment-schedule.says",
        "deposit.says",
        "acceptance.says",
        "change-process.says",
        "termination.says",
        "escape.sure",
        "open-promise.sure",
        "deferral.sure",
        "free-work.sure",
        "ip-transfer",
        "late-fee",
        "kill-fee",
        "price.total",
    )
)
"""The groups of wordings that settle who owes what. Others, such as dates and ways to talk, are frequent
in quotes and code, and a rule says where they are missing."""


def weighed(passages: Sequence[Passage], source: SourceFile, language: str | None) -> tuple[Passage, ...]:
    """The passages of a document, marked where shown words settle a term.

    Words that no lexicon knows would not be judged in the open either. ``language`` is that of the prose;
    of a document without any, the passages tell it.
    """
    shown = [one for one in passages if one.shown]
    lexicon = load_lexicon(language or _language(shown, source))
    return tuple(
        one._replace(settles=True) if one.shown and _settles(source.excerpt(one.span), lexicon) else one
        for one in passages
    )


def _settles(words: str, lexicon: Lexicon) -> bool:
    hits = lexicon.matcher("sentences").find(split_words(words))
    return any(hit.group in _SAYING for hit in hits)


def _language(passages: Sequence[Passage], source: SourceFile) -> str:
    texts = [
        Text(source.excerpt(one.span), ((0, one.span.start, one.span.end),), source.path) for one in passages
    ]
    blocks = tuple(Paragraph(text, text.span()) for text in texts)
    section = Section(None, None, 0, "document", blocks, (), source.span(0, len(source.text)))
    return detect_language(Outline(source, None, section, ()))
