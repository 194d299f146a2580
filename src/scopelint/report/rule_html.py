"""The catalogue as a static site: one file a rule, an index with search, nothing fetched from anywhere."""

from collections.abc import Iterator, Sequence
from html import escape

from scopelint.catalog.page import Example, Page
from scopelint.report.rule_markdown import Entry
from scopelint.report.rule_text import PARTS, option_words, phase_words, severity_words, status_words

_STYLE = """
:root{color-scheme:light dark;--line:color-mix(in srgb,currentColor 20%,transparent)}
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
pre{border:1px solid var(--line);border-radius:4px;padding:.75rem;overflow:auto;font-size:.9rem}
code{font-family:ui-monospace,monospace}table{border-collapse:collapse;width:100%}
td,th{border-bottom:1px solid var(--line);padding:.4rem .6rem;text-align:left;vertical-align:top}
input{font:inherit;width:100%;padding:.5rem;box-sizing:border-box}
.error{color:#c0392b}.warning{color:#b8860b}.info{color:#2980b9}nav{margin-bottom:1rem}
"""
_SEARCH = """
const box=document.getElementById('search');
box.addEventListener('input',()=>{const words=box.value.toLowerCase().split(/\\s+/).filter(Boolean);
for(const row of document.querySelectorAll('tbody tr')){const text=row.dataset.text;
row.hidden=!words.every(word=>text.includes(word));}
for(const part of document.querySelectorAll('section')){
part.hidden=![...part.querySelectorAll('tbody tr')].some(row=>!row.hidden);}});
"""


def render(entries: Sequence[Entry]) -> dict[str, str]:
    """File names to texts: an index, and a page for each rule."""
    files = {"index.html": _document("Rules", _index(entries))}
    files.update({f"{entry.rule.id}.html": _document(entry.rule.id, _rule(entry)) for entry in entries})
    return files


def _document(title: str, body: Iterator[str]) -> str:
    policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(title)} - scopelint</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(body)
        + "\n</body>\n</html>\n"
    )


def _index(entries: Sequence[Entry]) -> Iterator[str]:
    yield "<h1>Rules</h1>"
    yield '<input id="search" type="search" placeholder="Search rules" aria-label="Search rules">'
    for category in dict.fromkeys(entry.rule.category for entry in entries):
        yield f"<section><h2>{escape(category)}</h2>"
        yield "<table><thead><tr><th>Rule<th>Severity<th>Phases<th>Profile<th>What holds</tr></thead><tbody>"
        yield from (_row(entry) for entry in entries if entry.rule.category == category)
        yield "</tbody></table></section>"
    yield f"<script>{_SEARCH}</script>"


def _row(entry: Entry) -> str:
    rule, page = entry
    text = " ".join((rule.id, rule.category, rule.summary, page.text("why") or "", *page.names("serves")))
    cells = (severity_words(rule), phase_words(rule), rule.profile, rule.summary)
    link = f'<a href="{escape(rule.id)}.html"><code>{escape(rule.id)}</code></a>'
    shown = "".join(f"<td>{escape(cell)}" for cell in cells)
    return f'<tr data-text="{escape(" ".join(text.lower().split()))}"><td>{link}{shown}</tr>'


def _rule(entry: Entry) -> Iterator[str]:
    rule, page = entry
    yield '<nav><a href="index.html">All rules</a></nav>'
    yield f"<h1>{escape(rule.id)}</h1>"
    yield f"<p>{escape(rule.summary)}</p>"
    worst = rule.severity.word if rule.severity else "off"
    facts = (
        rule.category,
        f"phases {phase_words(rule)}",
        f"profile {rule.profile}",
        status_words(rule, page),
    )
    shown = "; ".join(escape(fact) for fact in facts)
    yield f'<p><span class="{worst}">{escape(severity_words(rule))}</span>; {shown}</p>'
    if rule.muted_by:
        causes = ", ".join(f'<a href="{escape(cause)}.html">{escape(cause)}</a>' for cause in rule.muted_by)
        yield f"<p>Silent when its cause is reported: {causes}</p>"
    for title, key in PARTS:
        text = page.text(key)
        if text:
            yield f"<h2>{title}</h2>"
            yield from (f"<p>{escape(part)}</p>" for part in text.split("\n\n"))
    yield from _options(page)
    yield "<h2>Examples</h2>"
    for example in page.examples:
        yield from _example(example)


def _options(page: Page) -> Iterator[str]:
    if page.options:
        yield "<h2>Options</h2><table><thead><tr><th>Option<th>Default<th>Meaning</tr></thead><tbody>"
        for name, option in page.options.items():
            default, meaning = escape(option_words(option["default"])), escape(option["meaning"])
            yield f"<tr><td><code>{escape(name)}</code><td><code>{default}</code><td>{meaning}</tr>"
        yield "</tbody></table>"


def _example(example: Example) -> Iterator[str]:
    words = {"fails": "Fails", "passes": "Passes", "near-miss": "Passes, though it looks alike"}
    yield f"<h3>{words[example.kind]}: {escape(example.name)}</h3>"
    for name, text in example.files.items():
        yield f"<p><code>{escape(name)}</code></p><pre><code>{escape(text)}</code></pre>"
    if example.expect:
        yield f"<pre><code>{escape(example.expect)}</code></pre>"
