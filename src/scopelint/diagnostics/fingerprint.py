"""Names for findings that survive edits elsewhere in the file."""

from collections.abc import Iterable, Mapping

from scopelint.diagnostics.diagnostic import Diagnostic
from scopelint.text import SourceFile


def fingerprints(diagnostics: Iterable[Diagnostic], sources: Mapping[str, SourceFile]) -> list[str]:
    """A stable name for each diagnostic, in order: 32 hexadecimal digits.

    It is made of the rule, the contract, and the words pointed at without their white space and case:
    lines may move and messages may be reworded. The same words found again count up.
    """
    from hashlib import sha256  # costs 2 ms, and most reports name no findings

    seen: dict[str, int] = {}
    names = []
    for diagnostic in diagnostics:
        key = "\x1f".join((diagnostic.rule, diagnostic.contract or "", content(diagnostic, sources)))
        seen[key] = seen.get(key, 0) + 1
        names.append(sha256(f"{key}\x1f{seen[key]}".encode(errors="surrogatepass")).hexdigest()[:32])
    return names


def content(diagnostic: Diagnostic, sources: Mapping[str, SourceFile]) -> str:
    """The words a diagnostic points at, normalised; the whole line for a point."""
    span = diagnostic.finding.at.span
    source = sources.get(span.file)
    if source is None:
        return ""
    words = source.excerpt(span) or source.line(source.position(span.start).line)
    return " ".join(words.casefold().split())
