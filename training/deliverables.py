"""Make the weights that tell likely deliverables from other lines, from contracts that people have read.

Usage: python training/deliverables.py FOLDER... (needs scikit-learn)

Each FOLDER holds documents as md/NAME.md and what somebody read in them as labels/NAME.yaml, with the lines of
the deliverables under deliverables_listed: lines. The fixtures of this repository are taken in, with less
weight. Prints how well weights made of nine tenths of the folders' documents do on the last tenth, by turns.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import yaml
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import GroupKFold

from scopelint.reading.prose.deliverable import found_items
from scopelint.reading.prose.likely import ENOUGH, MOST_FOUND
from scopelint.reading.prose.likely.candidate import candidates
from scopelint.reading.prose.likely.trait import traits_of_line, traits_of_list, traits_of_parts
from scopelint.reading.prose.likely.trees import MOST_LEAVES
from scopelint.reading.prose.reading import open_reading
from scopelint.reading.prose.role import Role, roles_of
from scopelint.reading.prose.weak import weak_ranks
from scopelint.syntax.markdown import parse_markdown
from scopelint.text import SourceFile

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "src/scopelint/reading/prose/likely/deliverables.json"
FIXTURES = ROOT / "fixtures/reading"
TREES = 60
FEWEST = 4
"""Documents a trait must occur in: what one author does teaches nothing of others."""
UNIT = 10_000


class Example(NamedTuple):
    """A document: the traits of each line by its number, those that are deliverables, those that rules find."""

    lines: list[tuple[int, dict[str, float]]]
    delivered: frozenset[int]
    found: frozenset[int]
    weight: float


def example(text: str, delivered: Iterable[int], weight: float) -> Example:
    source = SourceFile("contract.md", text)
    reading = open_reading(parse_markdown(source)[0])
    parts, lexicon = reading.parts, reading.lexicon
    roles = roles_of(parts, lexicon)
    shared = traits_of_parts(parts, roles, weak_ranks(parts, roles, lexicon), lexicon)
    lines: dict[int, dict[str, float]] = {}
    for one in candidates(parts, roles, lexicon):
        line = source.position(one.span.start).line
        traits = {**shared[one.part], **traits_of_list(one.around, lexicon), **traits_of_line(one, lexicon)}
        lines.setdefault(line, {name: float(value) for name, value in traits.items()})
    found = [item for item in found_items(parts, lexicon) if item.role is Role.DELIVERED]
    by_rules = frozenset(source.position(item.span.start).line for item in found)
    return Example(list(lines.items()), frozenset(delivered), by_rules, weight / max(1, len(lines)) ** 0.5)


def read_folder(folder: Path) -> list[Example]:
    found = []
    for label in sorted((folder / "labels").glob("*.yaml")):
        text = (folder / "md" / f"{label.stem}.md").read_text(encoding="utf-8-sig")
        listed = yaml.safe_load(label.read_text()).get("deliverables_listed") or {}
        found.append(example(text, listed.get("lines") or [], 1))
    return found


def read_fixtures() -> list[Example]:
    found = []
    for golden in sorted(FIXTURES.glob("*.txt")):
        rows = [line.split(maxsplit=2) for line in golden.read_text().splitlines()]
        delivered = [int(row[0]) for row in rows if row[1:2] == ["deliverable"]]
        found.append(example(golden.with_suffix(".md").read_text(), delivered, 0.5))
    return found


def fitted(examples: list[Example]) -> tuple[Any, list[str]]:
    documents = Counter(
        name for one in examples for name in {name for _, traits in one.lines for name in traits}
    )
    names = sorted(name for name, count in documents.items() if count >= FEWEST)
    model = HistGradientBoostingClassifier(
        max_iter=TREES,
        learning_rate=0.12,
        max_leaf_nodes=MOST_LEAVES,
        min_samples_leaf=30,
        l2_regularization=1,
        early_stopping=False,
        random_state=0,
    )
    values = np.array(
        [[traits.get(name, 0) for name in names] for one in examples for _, traits in one.lines]
    )
    wanted = np.array([line in one.delivered for one in examples for line, _ in one.lines])
    weights = np.array([one.weight for one in examples for _ in one.lines])
    return model.fit(values, wanted, sample_weight=weights), names


def predicted(model: Any, names: list[str], one: Example) -> frozenset[int]:
    if not one.lines or len(one.found) > MOST_FOUND:
        return one.found
    values = np.array([[traits.get(name, 0) for name in names] for _, traits in one.lines])
    odds = model.decision_function(values) * UNIT
    likely = {line for (line, _), total in zip(one.lines, odds, strict=True) if total > ENOUGH}
    return one.found | likely


def score(name: str, pairs: list[tuple[frozenset[int], frozenset[int]]]) -> None:
    hits = sum(len(said & wanted) for said, wanted in pairs)
    said, wanted = sum(len(said) for said, _ in pairs), sum(len(wanted) for _, wanted in pairs)
    print(
        f"{name:12} F1 {2 * hits / (said + wanted):.3f}  P {hits / said:.2f}  R {hits / wanted:.2f}  (n={wanted})"
    )


def validate(examples: list[Example], fixtures: list[Example]) -> None:
    groups = list(range(len(examples)))
    told: dict[int, frozenset[int]] = {}
    for taught, asked in GroupKFold(10).split(groups, groups=groups):
        model, names = fitted([*(examples[at] for at in taught), *fixtures])
        told |= {at: predicted(model, names, examples[at]) for at in asked}
    score("rules", [(one.found, one.delivered) for one in examples])
    score("with weights", [(told[at], one.delivered) for at, one in enumerate(examples)])


def exported(model: Any, names: list[str]) -> dict[str, Any]:
    trees = [_tree(stage[0].nodes, names) for stage in model._predictors]
    return {"base": round(float(model._baseline_prediction.item()) * UNIT), "trees": trees}


def _tree(nodes: Any, names: list[str]) -> list[Any]:
    splits: list[list[Any]] = []
    leaves: list[int] = []

    def walk(at: int) -> None:
        node = nodes[at]
        if node["is_leaf"]:
            leaves.append(round(float(node["value"]) * UNIT))
            return
        first = len(leaves)
        walk(node["left"])
        threshold = round(float(node["num_threshold"]), 4)
        splits.append([names[node["feature_idx"]], threshold, first, len(leaves) - first])
        walk(node["right"])

    walk(0)
    return [splits, leaves]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--validate-only", action="store_true", help="print the scores, write nothing")
    args = parser.parse_args()
    examples = [one for folder in args.folders for one in read_folder(folder)]
    fixtures = read_fixtures()
    validate(examples, fixtures)
    if not args.validate_only:
        data = exported(*fitted([*examples, *fixtures]))
        rows = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in data["trees"])
        DATA.write_text(f'{{"base":{data["base"]},"trees":[\n{rows}\n]}}\n')


if __name__ == "__main__":
    main()
