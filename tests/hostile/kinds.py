"""Hostile files of every kind beside the contract: configuration, rule pages, lock, baseline, ignored names."""

import codecs
from typing import TypeAlias

Files: TypeAlias = dict[str, bytes]

CONTRACT = b"---\nscopelint: 1\n---\n# Website\n\nRevisions are unlimited.\n"
LARGE = b"x" * 50_000_000
DEEP = 100_000
MANY = 40_000


def _bomb() -> str:
    levels = (f"l{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
    return "l0: &a0 [x,x]\n" + "".join(levels)


YAML: dict[str, str | bytes] = {
    "nested brackets": "[" * DEEP,
    "nested dashes": "- " * DEEP,
    "alias bomb": _bomb(),
    "cycle": "rules: &a\n  x: *a\n",
    "merge cycle": "rules: &a\n  <<: *a\n",
    "unknown keys": "".join(f"k{n}abcdefgh: 1\n" for n in range(MANY)),
    "nul": b"a: \0\n",
    "bad utf-8": b"\xff\xfe\xfa\n",
    "utf-16": "severity: {}\n".encode("utf-16"),
    "large": LARGE,
    "repeated key": "severity: {}\nseverity: {}\n",
    "keys no text": "1: 2\n~: 3\n? [a]\n: b\n",
    "documents": "---\nseverity: {}\n---\nseverity: {}\n",
    "python object": "rules: !!python/object:os.system x\n",
    "bool tag": "rules: !!bool x\n",
    "impossible date": "holidays: [2024-02-30]\n",
    "long line": "language: " + "x" * 900_000 + "\n",
    "line separator": "severity:\u2028  x: off\n",
    "next line": "severity: {}\u0085x: 1",
    "lone returns": "severity: {}\rfoo: 1\r",
    "byte order mark": codecs.BOM_UTF8 + b"severity: {}\n",
    "empty": "",
    "a word": "hello",
    "a list": "- a\n",
}
CONFIG: dict[str, str | bytes] = {
    **YAML,
    "unknown rules": "severity:\n" + "".join(f"  missing-thing-{n}: off\n" for n in range(30_000)),
    "unknown options": "options:\n" + "".join(f"  missing-thing-{n}: {{a: 1}}\n" for n in range(20_000)),
    "left out": "ignore:\n" + "".join(f"  - missing-thing-{n}\n" for n in range(MANY)),
    "homoglyph rule": "severity:\n  missing-revisi\u043en-limit: off\n",
    "extends itself": "extends: ./scopelint.yaml\n",
    "raised limits": "limits: {file_bytes: 999999999999999, yaml_depth: 100000000, markdown_depth: 9999999}\n",
    "no limits": "limits: {file_bytes: -1, yaml_depth: 0}\n",
    "limits as text": "limits: {file_bytes: lots}\n",
    "huge limit": "limits: {file_bytes: " + "9" * 100_000 + "}\n",
    "many globs": "contracts:\n" + "".join(f"  - '{'**/' * 20}x{n}.md'\n" for n in range(2_000)),
    "starred glob": "contracts: ['" + "*a" * 5_000 + "']\n",
}
TOML: dict[str, str | bytes] = {
    "nested lists": "[tool.scopelint]\na=" + "[" * DEEP,
    "nested tables": "[tool.scopelint]\na=" + "{a=" * 20_000,
    "dotted key": "[tool.scopelint]\n" + "a." * 20_000 + "b=1\n",
    "dotted quoted key": "[tool.scopelint]\n" + '"a" . ' * 20_000 + "b=1\n",
    "dotted header": "[tool.scopelint." + "a." * 20_000 + "b]\n",
    "many tables": "".join(f"[tool.scopelint.a{n}]\n" for n in range(20_000)),
    "unknown keys": "[tool.scopelint]\n" + "".join(f"k{n}abcd = 1\n" for n in range(MANY)),
    "huge number": "[tool.scopelint]\na=" + "9" * 100_000,
    "unclosed text": '[tool.scopelint]\na="' + "x" * 900_000 + "\n",
    "quotes": '[tool.scopelint]\na = """' + '"\n' * 20_000,
    "spaces": "[tool.scopelint]\n" + "a " * 50_000 + "\n",
    "brackets": "[tool.scopelint]\n" + "[" * 50_000 + "\n",
    "nul": "[tool.scopelint]\na='\0'\n",
    "utf-16": "[tool.scopelint]\n".encode("utf-16"),
    "bad utf-8": b"\xff[tool.scopelint]",
    "large": b"[tool.scopelint]\n" + LARGE,
    "repeated key": "[tool.scopelint]\na=1\na=2\n",
    "no table": "tool = 1\n",
    "impossible date": "[tool.scopelint]\nas_of = 2024-02-30\n",
}
JSON: dict[str, str | bytes] = {
    "nested lists": "[" * DEEP,
    "closed lists": "[" * DEEP + "]" * DEEP,
    "nested objects": '{"a":' * DEEP,
    "huge number": '{"version": ' + "9" * 100_000 + "}",
    "nul": "\0",
    "bad utf-8": b"\xff",
    "utf-16": "{}".encode("utf-16"),
    "large": LARGE,
    "empty": "",
    "surrogate": '{"a": "\\ud800"}',
    "not a number": '{"version": NaN}',
    "a list": "[]",
    "repeated key": '{"version": 1, "version": 2}',
    "long line": '{"a": "' + "x" * 900_000 + '"}',
    "many records": '{"version": 1, "records": [' + ",".join(['{"id": "x"}'] * 60_000) + "]}",
    "many findings": '{"version": 1, "findings": [' + ",".join(["1"] * 200_000) + "]}",
}
IGNORED: dict[str, str | bytes] = {
    "many names": "".join(f"a{n}*\n" for n in range(50_000)),
    "stars": "*a" * 3_000 + "\n" + "**/" * 3_000 + "\n",
    "large": LARGE,
    "no text": b"\xff\0\n[[[\n!",
}


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()


def _beside(kind: str, name: str, texts: dict[str, str | bytes], **more: bytes) -> dict[str, Files]:
    named = {key.replace("_", "."): value for key, value in more.items()}
    return {f"{kind}: {case}": {name: _bytes(text), **named} for case, text in texts.items()}


KINDS: dict[str, Files] = {
    **_beside("config", "scopelint.yaml", CONFIG),
    **_beside("pyproject", "pyproject.toml", TOML),
    **_beside("rule", "own/rule.yaml", YAML, scopelint_yaml=b"rules: ['own/*.yaml']\n"),
    **_beside("lock", "scope.lock", {**YAML, **JSON}),
    **_beside("baseline", "scopelint-baseline.json", JSON),
    **_beside("ignored", ".gitignore", IGNORED),
}
"""Files to lay beside a contract, by the kind and name of the case."""
