"""Whatever text they meet, the time of our own regular expressions grows with its length."""

import ast
import re
import signal
import time
from collections.abc import Iterator
from typing import Any

import pytest

from scopelint.catalog import load_catalog
from scopelint.catalog.library import all_pages
from tests.hostile.attacks import Attack, attacks
from tests.hostile.pattern_sites import ANYWHERE, AT_THE_START, sites, trees
from tests.hostile.patterns import Collection, Pattern, collected

MOST_RATIO = 6
"""Four times the text may take six times as long."""

EXPLODING = 200
"""No power up to the third grows as much: what does is not tried on more."""

LEAST_SECONDS = 0.004
"""CPU time that tells growth: what is less is chance."""

MOST_SECONDS = 0.08
"""CPU time after which the search of a long text is broken off."""

LEAST_LENGTH, LEAST_TIMES = 12_000, 2_000
"""A text that takes that long when the time grows faster than it, however quick the pattern is."""

SEARCHERS = {
    "re2": {"scopelint.catalog.pattern"},
    "fnmatch": {"scopelint.text.glob"},
    "pathspec": {
        f"scopelint.{name}" for name in ("config.glob", "config.override", "engine.globs", "engine.ignore")
    },
}
"""What else searches by patterns, and who may use it: for patterns of users, and within bounds."""


def growing(pattern: Pattern) -> Iterator[Attack]:
    """The attacks that a pattern takes longer for than their length accounts for."""
    compiled = pattern.compiled()
    return (each for each in attacks(pattern.text, pattern.flags) if _grows(pattern.tried, compiled, each))


def _grows(tried: str, pattern: re.Pattern[str], attack: Attack) -> bool:
    """Told by a long text, and where that takes too long, by few repetitions first: the time may explode."""
    most = max(LEAST_TIMES, LEAST_LENGTH // len(attack.piece))

    def least(times: int, enough: float = 0) -> float:
        """The least time of three, since what else the machine does is chance; the first that is enough."""
        taken = (_seconds(tried, pattern, attack.text(times)) for _ in range(3))
        best = next(taken)
        while best > enough and (other := next(taken, None)) is not None:
            best = min(best, other)
        return best

    whole = _seconds_at_most(MOST_SECONDS, tried, pattern, attack.text(most))
    if whole is not None and (whole < LEAST_SECONDS or whole <= MOST_RATIO * least(most // 4, whole / 3)):
        return False
    times = 8
    while least(times, LEAST_SECONDS) < LEAST_SECONDS:
        if times >= most:
            return False
        times = min(most, times + 3 if times < 40 else times * 2)
    part = least(times // 4)
    whole = least(times, MOST_RATIO * part)
    if whole <= MOST_RATIO * part or whole > EXPLODING * part:
        return whole > MOST_RATIO * part
    # What looks ahead up to a bound grows faster only until the text is as long.
    return least(4 * times, MOST_RATIO * whole) > MOST_RATIO * whole


def _seconds_at_most(most: float, tried: str, pattern: re.Pattern[str], text: str) -> float | None:
    """A search looks for signals while it runs, so one that takes long can be broken off."""
    signal.setitimer(signal.ITIMER_VIRTUAL, most)
    try:
        return _seconds(tried, pattern, text)
    except TimeoutError:
        return None
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _seconds(tried: str, pattern: re.Pattern[str], text: str) -> float:
    """The clock of the thread: that of the process goes by ticks while a timer runs on it."""
    started = time.thread_time()
    if tried in AT_THE_START:
        getattr(pattern, tried)(text)
    else:
        for _ in pattern.finditer(text):
            pass
    return time.thread_time() - started


@pytest.fixture(autouse=True)
def breaking_off() -> Iterator[None]:
    """The alarm of ``_seconds_at_most``."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, stop)
    yield
    signal.signal(signal.SIGVTALRM, before)


@pytest.fixture(scope="module")
def collection() -> Collection:
    return collected()


@pytest.mark.slow
def test_the_time_of_every_pattern_grows_with_the_text(collection: Collection) -> None:
    slow = {
        f"{place}: {pattern.tried} of {pattern.text!r}": attack
        for pattern, place in collection.patterns.items()
        for attack in growing(pattern)
    }
    assert not slow


@pytest.mark.slow
def test_no_pattern_is_missed(collection: Collection) -> None:
    """A pattern made of a function's own values is known when a fixture or an example makes it."""
    assert not collection.unknown
    assert len(collection.patterns) > 200


@pytest.mark.parametrize(
    ("text", "tried"),
    [
        ("a*b", ANYWHERE),
        (r"\s+$", ANYWHERE),
        (r"<!--.*?-->", ANYWHERE),
        (r"\[(?=[^\]]*\]\()", ANYWHERE),
        (r"x[ ]*-?[ ]*y", "match"),
        (r"x[ ]*-?[ ]*y", ANYWHERE),
        (r"\w+ ?=", "match at"),
        (r"(?:a|a\w?)+\.", "match"),
        ("<!--[^>]*>", ANYWHERE),
        (r"scopelint: [^\n]*!", ANYWHERE),
        (r"x(?:\d+,?)+y", "fullmatch"),
        (r"(\w+\s?)+:", ANYWHERE),
    ],
)
def test_a_pattern_whose_time_grows_faster_is_found(text: str, tried: str) -> None:
    assert next(growing(Pattern(text, 0, tried)), None)


@pytest.mark.parametrize(
    ("text", "tried"),
    [
        ("a*b", "match"),
        (r"(?<!\s)\s+$", ANYWHERE),
        (r"\s*\(", "match at"),
        (r"x[ ]*+-?[ ]*+y", ANYWHERE),
        (r"\d{1,40}[a-z]", ANYWHERE),
    ],
)
def test_a_pattern_whose_time_grows_with_the_text_is_not(text: str, tried: str) -> None:
    assert not list(growing(Pattern(text, 0, tried)))


def test_one_function_alone_compiles_what_it_is_given() -> None:
    """So that each call in the code says, or makes, its pattern."""
    assert [site.module for site in sites() if site.given] == ["scopelint.reading.record.scalar"]


def test_every_use_of_regular_expressions_is_a_call_that_can_be_seen() -> None:
    """No ``from re import``, no other name for it, none of its functions handed on."""
    hidden = [f"{module}:{node.lineno}" for module, tree in trees().items() for node in _hiding(tree)]
    assert not hidden


def _hiding(tree: ast.Module) -> Iterator[ast.stmt | ast.expr]:
    nodes = list(ast.walk(tree))
    called = {node.func for node in nodes if isinstance(node, ast.Call)}
    asked = {node.value for node in nodes if isinstance(node, ast.Attribute)}
    for node in nodes:
        match node:
            case ast.Import(names=names) if any(each.name == "re" and each.asname for each in names):
                yield node
            case ast.ImportFrom(module="re"):
                yield node
            case ast.Name(id="re") if node not in asked:
                yield node
            case ast.Attribute(value=ast.Name(id="re"), attr=name) if node not in called:
                if name not in {"Match", "Pattern"} and not name.isupper():
                    yield node


@pytest.mark.parametrize(
    "source",
    ["from re import match", "import re as r", "import re\nf(re)", "import re\nmap(re.search, x)"],
)
def test_a_use_that_hides_is_seen(source: str) -> None:
    assert list(_hiding(ast.parse(source)))


def test_nothing_else_searches_by_patterns() -> None:
    for module, tree in trees().items():
        for name in _imported(tree):
            assert name not in {"regex", "glob", "sre_compile", "sre_parse", "_sre"}, module
            assert name not in SEARCHERS or module in SEARCHERS[name], module


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (each.name.partition(".")[0] for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def test_no_rule_of_ours_needs_what_may_not_be_installed() -> None:
    """Patterns of pages are RE2, an extra."""
    pages = all_pages(load_catalog(packages=False))
    assert not [
        page.id for page in pages if "matches" in _keys([page.data.get("where"), page.data.get("require")])
    ]


def _keys(data: Any) -> set[str]:
    parts = [*data.values()] if isinstance(data, dict) else data if isinstance(data, list) else []
    return set(data if isinstance(data, dict) else ()).union(*map(_keys, parts))
