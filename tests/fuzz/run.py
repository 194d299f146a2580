"""A guided search for bytes that break something: ``python -m tests.fuzz.run TARGET [SECONDS]``.

It starts from the examples of the rules. What breaks is written to a file ``crash-…``: put it right, and add it
to ``CASES`` in ``tests/fuzz/test_target.py``.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

with atheris.instrument_imports(include=["scopelint"]):
    from scopelint.catalog import load_catalog
    from scopelint.catalog.library import all_pages
    from tests.fuzz.target import TARGETS

WORDS = """scopelint: contract: milestones: deliverables: approvals: revisions: status: amount: price: included:
2026-01-08 EUR $1,200 50% <!-- --> ``` --- # ## | |---| [ ]( ** ignore[ TBD etc. rounds select: rules: options:
severity: extends: overrides: limits: paths: [tool.scopelint]"""
"""What files are made of, so that the search need not guess it letter by letter."""


def main() -> None:
    """Search until the time is over or something breaks."""
    name, seconds = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "60"
    with TemporaryDirectory() as place:
        corpus = Path(place, "corpus")
        corpus.mkdir()
        examples = [example for page in all_pages(load_catalog()) for example in page.examples]
        for number, text in enumerate(text for example in examples for text in example.files.values()):
            (corpus / str(number)).write_bytes(text.encode())
        words = Path(place, "words")
        words.write_text("".join(f'"{word}"\n' for word in WORDS.split()))
        options = [f"-max_total_time={seconds}", "-max_len=2000", "-len_control=0", "-timeout=10"]
        atheris.Setup([sys.argv[0], *options, f"-dict={words}", str(corpus)], TARGETS[name])
        atheris.Fuzz()


if __name__ == "__main__":
    main()
