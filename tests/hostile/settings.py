"""Settings and records that somebody wrote to break a run, as bytes by the file they stand in."""

import json

from tests.hostile.cases import YAML_TEXT

MANY = 20_000
RULE = (
    b"id: own-rule\nsummary: x\nseverity: warning\nevery: contract\nrequire: {price: present}\nmessage: m\n"
)

TEXTS = {name: text.encode("utf-8", "surrogatepass") for name, text in YAML_TEXT.items()}
OWN = {
    "nul": b"a: \0",
    "other encoding": b"a: \xff",
    "utf-16": "a: b".encode("utf-16"),
    "too large": b"# " + b"x" * 2_000_000,
    "one long line": b"a: " + b"x" * 900_000,
    "unknown keys": b"".join(b"key%d: 1\n" % n for n in range(MANY)),
    "unknown rules": b"severity:\n"
    + b"".join(b"  missing-revision-limi%d: error\n" % n for n in range(MANY)),
    "selected names": b"select: [" + b", ".join(b"name-%d" % n for n in range(MANY)) + b"]\n",
    "globs": b"contracts: [" + b", ".join(b'"**/a%d*/**/b*"' % n for n in range(MANY)) + b"]\n",
    "stars": b'contracts: ["' + b"*a" * 200 + b'"]\n',
    "overrides": b"overrides:\n" + b"".join(b'  - {paths: ["x%d/**"]}\n' % n for n in range(5_000)),
    "rule files": b"rules: [" + b", ".join(b'"p%d/*.yaml"' % n for n in range(MANY)) + b"]\n",
    "no such days": b"holidays: [" + b", ".join([b"2026-02-30"] * MANY) + b"]\n",
    "limits beyond reason": b"limits: {yaml_depth: 100000, markdown_depth: 100000, file_bytes: 9999999999}\n",
    "platforms": b"platforms:\n" + b"".join(b"  p%d: {review_days: 1}\n" % n for n in range(MANY)),
    "extends itself": b"extends: ./scopelint.yaml\n",
    "extends a device": b"extends: /dev/zero\n",
}
YAML = {**TEXTS, **OWN}
TOML = {
    "nested": b"[tool.scopelint]\nselect = " + b"[" * 100_000,
    "nested and closed": b"[tool.scopelint]\nselect = " + b"[" * 3_000 + b"]" * 3_000,
    "tables": b"".join(b"[tool.scopelint.a%d]\n" % n for n in range(MANY)),
    "a key of many parts": b"[tool.scopelint]\n" + b".".join([b"a"] * MANY) + b" = 1\n",
    "a table of many parts": b"[tool.scopelint." + b" . ".join([b"a"] * MANY) + b"]\n",
    "quoted parts": b"[tool.scopelint]\n" + b".".join([b'"a"'] * MANY) + b" = 1\n",
    "unknown keys": b"[tool.scopelint]\n" + b"".join(b"k%d = 1\n" % n for n in range(MANY)),
    "twice": b"[tool.scopelint]\na=1\na=2\n",
    "other encoding": b'[tool.scopelint]\na="\xff"\n',
    "nul": b'[tool.scopelint]\na="\0"\n',
    "a date": b"[tool.scopelint]\nprofile = 2026-02-01\n",
    "too large": b"#" * 2_000_000,
    "one long line": b'[tool.scopelint]\nprofile = "' + b"x" * 900_000 + b'"\n',
}
JSON = {
    "nested": b"[" * 100_000,
    "nested and closed": b"[" * 100_000 + b"]" * 100_000,
    "nested objects": b'{"a":' * 100_000,
    "a huge number": b'{"version": ' + b"9" * 100_000 + b"}",
    "no number": b'{"version": NaN}',
    "keys twice": b'{"version": 1, "version": 2}',
    "a list": b"[]",
    "other encoding": b'{"a": "\xff"}',
    "nul": b"\0",
    "a lone surrogate": b'{"version": "\\ud800"}',
    "too large": b"[" + b"1," * 1_000_000 + b"1]",
    "entries": json.dumps(
        {"version": 1, "findings": [{"rule": f"r{n}", "contract": "site"} for n in range(MANY)]}
    ).encode(),
}
IGNORE = {
    "lines": b"".join(b"a%d*\n" % n for n in range(MANY)),
    "stars": b"*a" * 3_000,
    "brackets": b"[" * 9_999,
    "negations": b"!" * 9_999,
    "other encoding": b"\xff\n",
    "nul": b"\0\n",
    "too large": b"x\n" * 1_000_000,
}
FILES: dict[str, tuple[str, dict[str, bytes]]] = {
    "configuration": ("scopelint.yaml", YAML),
    "pyproject": ("pyproject.toml", TOML),
    "rule page": ("pages/own.yaml", {name: RULE + data for name, data in YAML.items()}),
    "lock": ("site/scope.lock", YAML),
    "baseline": ("scopelint-baseline.json", JSON),
    "ignored paths": (".gitignore", IGNORE),
    "front matter": (
        "site/scope.md",
        {name: b"---\nscopelint: 1\n" + data + b"\n---\n# Site\n" for name, data in OWN.items()},
    ),
    "records": ("site/contract.yaml", {name: b"contract: {id: x}\n" + data for name, data in OWN.items()}),
}
