"""Names that were probably meant."""

from collections.abc import Iterable


def nearest_name(word: str, names: Iterable[str]) -> str | None:
    """The name most like ``word``, None when none is near enough to suggest."""
    from rapidfuzz import fuzz, process

    choices = sorted(set(names))
    found = process.extractOne(word.lower(), choices, scorer=fuzz.ratio, processor=str.lower, score_cutoff=70)
    return found[0] if found else None


def name_hint(word: str, names: Iterable[str]) -> str | None:
    """The help line for an unknown name, None when no name is near."""
    near = nearest_name(word, names)
    return f"did you mean `{near}`?" if near else None
