"""Nearest names for what was mistyped."""

from collections.abc import Iterable


def nearest(word: str, names: Iterable[str]) -> str | None:
    """The name most like ``word``, None when none is near."""
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    found = process.extractOne(
        word, list(names), scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=0.6
    )
    return found[0] if found else None
