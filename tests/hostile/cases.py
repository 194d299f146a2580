"""Documents that somebody wrote to break a reader, as bytes by name."""

import codecs

HEADER = b"---\nscopelint: 1\n---\n"


def _bomb(levels: int, width: int) -> str:
    lines = ["l0: &l0 [x, x]"]
    lines += [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * width)}]" for n in range(1, levels)]
    return "\n".join(lines) + "\n"


def _merges(levels: int) -> str:
    lines = ["m0: &m0 {k: v}"]
    lines += [f"m{n}: &m{n} {{<<: [*m{n - 1}, *m{n - 1}]}}" for n in range(1, levels)]
    return "\n".join(lines) + "\n"


YAML_TEXT = {
    "nested dashes": "- " * 30_000 + "x",
    "nested brackets": "[" * 30_000,
    "nested braces": "{a: " * 20_000,
    "closed brackets": "[" * 5_000 + "]" * 5_000,
    "nested keys": "".join(" " * n + "a:\n" for n in range(500)),
    "question marks": "? " * 20_000,
    "alias bomb": _bomb(12, 9),
    "wide alias bomb": "a: &a [" + "x, " * 5_000 + "]\nb: [" + "*a, " * 5_000 + "]\n",
    "merge bomb": _merges(24),
    "alias in itself": "a: &a [*a]\n",
    "alias of a parent": "a: &a {b: {c: *a}}\n",
    "unknown alias": "a: *nowhere\n",
    "anchor twice": "a: &x 1\nb: &x 2\nc: *x\n",
    "anchor with nothing": "a: &x\nb: *x\n",
    "repeated keys": "price: 100\nprice: 900\n" * 500,
    "python object": "a: !!python/object/apply:os.system ['true']\n",
    "python name": "a: !!python/name:os.system x\n",
    "binary tag": "a: !!binary aGk=\n",
    "set tag": "a: !!set {x, y}\n",
    "omap tag": "a: !!omap [x: 1]\n",
    "bool tag": "a: !!bool maybe\n",
    "unknown handle": "a: !x!y z\n",
    "bang tag": "! a: ! b\n",
    "truth values": "no: no\non: on\ny: y\nOFF: ~\n",
    "base sixty": "a: 1:30\nb: 190:20:30.15\n",
    "octals": "a: 0123456\nb: 0o17\nc: 09\n",
    "impossible date": "milestones:\n  - {id: M1, due_on: 2024-02-30}\n",
    "huge number": "a: " + "9" * 100_000 + "\n",
    "huge exponent": "price: 1e999999999\n",
    "not a number": "price: .nan\nrate: -.inf\n",
    "list as key": "? [a, b]\n: c\n",
    "mapping as key": "? {a: b}\n: c\n",
    "null key": "~: a\n: b\n",
    "empty keys": "'': a\n\"\": b\n",
    "tabs": "a:\n\t- b\n",
    "tab value": "a:\tb\n",
    "line separator": "a: b\u2028c: d\n",
    "next line": "a: b\u0085c: d\n",
    "lone returns": "a: 1\rb: 2\rc: [\r",
    "control characters": "a: \x07\n",
    "escape sequence": "title: \x1b]0;owned\x07\n",
    "bidi control": "title: two\u202erounds\n",
    "zero width": "ti\u200btle: x\n",
    "private use": "a: \ue000\U0010ffff\n",
    "byte order mark inside": "a: \ufeffb\n",
    "unclosed quote": "a: 'b\nc: d\n",
    "unclosed double quote": 'a: "b\n' + "c: d\n" * 1000,
    "bad escape": 'a: "\\q"\n',
    "surrogate escape": 'a: "\\uD83D"\n',
    "null escape": 'a: "\\0"\n',
    "unclosed flow": "a: [1, 2\nb: 3\n",
    "comma only": "a: [,]\n",
    "colon in value": "a: b: c: d\n",
    "percent": "%YAML 9.9\n---\na: 1\n",
    "tag directive": "%TAG ! tag:evil,2000:\n---\n!x a: 1\n",
    "many documents": "---\na: 1\n" * 5_000,
    "document ends": "...\n" * 5_000,
    "block scalar": "a: |9999\n  x\n",
    "deep block scalar": "a: >\n" + " x\n" * 20_000,
    "at sign": "a: @b\n",
    "backtick": "a: `b`\n",
    "only comments": "# a\n" * 20_000,
    "comment bait": "a: 'x # y'\nb: \"# z\"\nc: |\n  # w\n",
    "long line": "a: " + "x" * 900_000,
    "many keys": "".join(f"k{n}: {n}\n" for n in range(40_000)),
    "many items": "milestones:\n" + "  - {id: M1}\n" * 30_000,
    "wrong shapes": "milestones: 5\nparties: []\nscope: {deliverables: x}\ncontract: [1]\n",
    "numbers as keys": "1: a\n2.5: b\n2026-01-01: c\n",
    "same list twice": "milestones: &m [{id: M1}]\nchanges: *m\n",
    "not yaml": "dear client,\n  thank you: for: this\n",
}

MARKDOWN_TEXT = {
    "nested lists": "- " * 20_000 + "x",
    "nested quotes": "> " * 20_000 + "x",
    "nested both": "> - " * 5_000 + "x",
    "quotes by lines": "".join(">" * n + " x\n" for n in range(400)),
    "lists by lines": "".join("  " * n + "- x\n" for n in range(400)),
    "open brackets": "[" * 50_000,
    "open images": "![" * 50_000,
    "brackets and parens": "[a](" * 30_000,
    "link titles": "[a](b '" * 20_000,
    "nested links": "[" * 5_000 + "a" + "](b)" * 5_000,
    "asterisks": "*" * 100_000,
    "spaced asterisks": "* a **b " * 20_000,
    "mixed marks": "*_a" * 30_000,
    "underscores": "_" * 100_000,
    "tildes": "~~" * 50_000,
    "backticks": "".join("`" * n + " " for n in range(1, 600)),
    "pipes": "|" * 100_000,
    "wide table": "|" * 2_000 + "\n" + "|-" * 2_000 + "|\n" + "|x" * 2_000 + "|\n",
    "many columns few rows": "| a " * 500 + "|\n" + "|---" * 500 + "|\n" + "| b |\n" * 300,
    "wide header over short rows": "| a " * 20_000 + "|\n" + "|---" * 20_000 + "|\n" + "| b |\n" * 30_000,
    "rows without header": "| a | b |\n" * 20_000,
    "comment openings": "<!--" * 50_000,
    "comment at the end": "text\n\n<!-- never closed\n\nhidden clause",
    "comment twice": "<!-- <!-- --> -->",
    "empty comments": "<!--><!---><!---->",
    "comment in code": "`<!--` text `-->`",
    "comment over a fence": "<!--\n```\n-->\n```\ncode",
    "angle brackets": "<" * 100_000,
    "open tags": "<b <i " * 30_000,
    "script": "<script>alert(1)</script>\n\n<style>p{}</style>",
    "entities": "&" * 50_000 + "&#0;&#x110000;&#xD800;&amp;amp;&unknown;",
    "backslashes": "\\" * 100_000,
    "templates": "{{ {% <% [% " * 20_000,
    "fence never closed": "```\n" + "code\n" * 10_000,
    "many fences": "```\n" * 20_001,
    "setext rules": "a\n-\n" * 10_000,
    "hashes": "#" * 50_000,
    "hash lines": "#######x\n" * 5_000,
    "definitions": "[a]: b\n" * 20_000,
    "definition of itself": "[a]: [a]\n[a][a]\n",
    "footnotes": "[^1]: x\n[^1] " * 5_000,
    "front matter never closed": "---\na: 1\n",
    "front matter bomb": "---\n" + _bomb(12, 9) + "---\n# T\n",
    "front matter deep": "---\n" + "- " * 30_000 + "\n---\n# T\n",
    "front matter twice": "---\na: 1\n---\n---\nb: 2\n---\n",
    "toml": "+++\na = 1\n+++\n# T\n",
    "empty front matter": "---\n---\n",
    "rules only": "---\n" * 20_000,
    "lone returns": "# T\r\r- a\r- b\r",
    "mixed line ends": "# T\r\n\n\r- a\n\r- b\r\n",
    "other line ends": "# T\u2028- a\u2029- b\x0b- c\x0c- d\x85",
    "no line end": "# T",
    "blank lines": "\n" * 200_000,
    "spaces": " " * 200_000,
    "tabs": "\t" * 50_000 + "x",
    "one long line": "word " * 150_000,
    "bidi": "price \u202e001\u202c \u2066x\u2069 \u200f\n" * 1_000,
    "zero width": "pay\u200bment\u200c\u200d\ufeff\n" * 1_000,
    "tag characters": "x" + "".join(chr(0xE0000 + n) for n in range(0x20, 0x7F)),
    "false flag": "\U0001f3f4" + "\U000e0061" * 5_000,
    "look-alikes": "p\u0430yment \u0410cceptance\n" * 5_000,
    "zalgo": "Z" + "\u0301" * 20_000 + "algo",
    "emoji sequence": "\U0001f469\u200d" * 10_000,
    "escape sequences": "\x1b[2J\x1b]0;owned\x07 # T\n",
    "workflow commands": "::error::x\n##[set-env name=A]b\n",
    "markup": "</script><img src=x onerror=alert(1)> ]]> &lt;\n",
    "formula": "=HYPERLINK(A1)\n@SUM(1)\n",
    "suppress all": "<!-- scopelint: ignore-file[*] x -->\n<!-- scopelint: ignore[] -->\n<!-- scopelint: -->\n",
    "many suppressions": "- a <!-- scopelint: ignore[x] y -->\n" * 5_000,
    "long suppression": "<!-- scopelint: ignore[" + "a," * 50_000 + "] x -->\n",
    "glyphs": "☐" * 20_000 + "\n" + "☐ a " * 10_000,
    "letters": "(a) " * 20_000,
    "bold lines": "**Key:** value\n" * 10_000,
    "bold never closed": "**a" * 20_000,
    "numbers": "1.1.1.1.1.1.1.1 x\n" * 5_000 + "999999999999. x\n",
    "capitals": "A " * 50_000,
    "money": "$" + "1," * 50_000 + "00\n",
    "dates": "2026-13-45 31/31/2026 0000-00-00\n" * 3_000,
    "naughty names": "undefined null NaN Infinity ../../etc/passwd ${HOME} $(id) %s%n {0.__class__} ' OR 1=1 --\n",
    "many amounts": "".join(f"- pay ${n},000 or €{n}.00 by {n % 28 + 1} March 2026\n" for n in range(3_000)),
    "many placeholders": "- [TBD] FIXME {{name}} ____ <client>\n" * 3_000,
    "many like deliverables": "## Deliverables\n\n"
    + "".join(f"- Page {n} of the site\n" for n in range(1_500)),
    "included and excluded": "## Deliverables\n\n"
    + "".join(f"- Page {n} of the site\n" for n in range(700))
    + "\n## Not included\n\n"
    + "".join(f"- Page {n} for the site\n" for n in range(700)),
    "many headings": "".join(f"## {n}. Terms of payment\n" for n in range(2_000)),
    "dates at the ends": "Due 0001-01-01, 9999-12-31, 31 December 9999, in 99999999 business days\n" * 300,
    "odd digits": "## Revisions\n\n² rounds of revisions, ٣ rounds, ⅷ rounds, \U0001d7d8 rounds included\n",
    "right to left": "# \u05d7\u05d5\u05d6\u05d4\n\n\u05e9\u05e0\u05d9 \u05e1\u05d1\u05d1\u05d9\u05dd\n",
}

MEGABYTE = 1_000_000
"""Almost as large as a file may be."""


def _filled(words: str) -> str:
    return words * (MEGABYTE // len(words))


FULL = {
    **{
        f"full of {words.strip()}.md": "# S\n\n" + _filled(words)
        for words in (
            "unlimited revisions ",
            "$5 ",
            "1.1.26 ",
            "10 days. ",
            "30% ",
            "etc. ",
            "[TBD] ",
            "TBD ",
        )
    },
    "full of items.md": "# S\n\n## Deliverables\n\n" + _filled("- etc. [TBD] $5 asap\n"),
    "full of rows.md": "| Total | $5 | x |\n|---|---|---|\n" + _filled("| Total | $5 etc. asap | [TBD] |\n"),
    "full of headings.md": _filled("## Scope etc. $5\n\n"),
    "full of bold keys.md": _filled("**Price:** $5 etc.\n\n"),
    "a scope full of etc.yaml": f'scope: "{_filled("etc. ")}"\n',
    "deliverables that repeat a long text.yaml": (
        f'scope: &a "{"etc. " * 9_000}"\ndeliverables: [{"*a, " * 1_900}]\nexclusions: [{"*a, " * 1_900}]\n'
    ),
}
BYTES = {
    "empty.md": b"",
    "nul.md": b"a\0b",
    "bad utf-8.md": b"caf\xe9",
    "overlong.yaml": b"a: \xc0\xaf",
    "surrogates.md": b"\xed\xa0\x80",
    "utf-16.md": codecs.BOM_UTF16_LE + "# T".encode("utf-16-le"),
    "utf-16 without mark.md": "# T\n".encode("utf-16-le"),
    "utf-32.yaml": codecs.BOM_UTF32_BE + "a: 1".encode("utf-32-be"),
    "mark only.md": codecs.BOM_UTF8,
    "mark twice.md": codecs.BOM_UTF8 * 2 + b"# T",
    "marked.yaml": codecs.BOM_UTF8 + b"a: 1\n",
    "too large.md": b"x" * (1024 * 1024 + 1),
    "binary.md": bytes(range(1, 256)) * 100,
}

CASES: dict[str, bytes] = {
    **{f"{name}.yaml": text.encode() for name, text in YAML_TEXT.items()},
    **{f"{name}.md": text.encode() for name, text in MARKDOWN_TEXT.items()},
    **{name: text.encode() for name, text in FULL.items()},
    **BYTES,
}
