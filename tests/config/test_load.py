from pathlib import Path

import pytest

from scopelint.config.load import ConfigFinder, LoadedConfig, load_config
from scopelint.config.override import config_for_contract
from scopelint.diagnostics import Severity
from tests.conftest import Folder


def said(loaded: LoadedConfig | None) -> list[str]:
    """Every problem as ``file:line: message``, with its help."""
    assert loaded is not None
    sources = {source.path: source for source in loaded.sources}
    out = []
    for problem in loaded.problems:
        span = problem.finding.at.span
        source = sources.get(span.file)
        line = source.position(span.start).line if source else 0
        out.append(f"{span.file}:{line}: {problem.finding.message} | {problem.finding.help}")
    return out


def test_yaml(folder: Folder) -> None:
    folder(
        {
            "scopelint.yaml": "profile: core\nselect: [scope]\nseverity:\n  missing-scope: off\n  missing-lock: info\n"
            "options:\n  undefined-deliverable: {min_words: 4}\nworkdays: [sun, mon]\nholidays: [2026-12-25]\n"
        }
    )
    loaded = load_config("scopelint.yaml")
    assert said(loaded) == []
    assert loaded is not None
    config = loaded.config
    assert config.profile == "core"
    assert [word.value for word in config.select] == ["scope"]
    assert config.rules["missing-scope"].off
    severity = config.rules["missing-lock"].severity
    assert severity is not None
    assert severity.value is Severity.INFO
    assert config.rules["undefined-deliverable"].options["min_words"].value == 4
    assert config.workdays == (6, 0)
    assert [day.isoformat() for day in config.holidays] == ["2026-12-25"]


def test_pyproject_says_the_same(folder: Folder) -> None:
    folder(
        {
            "pyproject.toml": '[project]\nname = "x"\n\n[tool.scopelint]\nprofile = "core"\nselect = ["scope"]\n'
            '[tool.scopelint.severity]\nmissing-scope = "off"\n[[tool.scopelint.overrides]]\npaths = ["old/"]\n'
        }
    )
    loaded = load_config("pyproject.toml")
    assert said(loaded) == []
    assert loaded is not None
    assert loaded.config.profile == "core"
    assert loaded.config.rules["missing-scope"].off
    assert loaded.config.overrides[0].paths == ("old/",)


def test_a_pyproject_without_our_table_is_no_configuration(folder: Folder) -> None:
    folder({"pyproject.toml": '[project]\nname = "x"\n'})
    assert load_config("pyproject.toml") is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("profle: core\n", "scopelint.yaml:1: unknown key `profle` | did you mean `profile`?"),
        (
            "select: [scope]\nprofile: cor\n",
            "scopelint.yaml:2: `profile` cannot be `cor` | did you mean `core`?",
        ),
        (
            "severity:\n  missing-scope: eror\n",
            "scopelint.yaml:2: `missing-scope` cannot be `eror` | did you mean `error`?",
        ),
        ("holidays: [2026-02-30]\n", "scopelint.yaml:1: there is no day `2026-02-30` | None"),
        ("limits: {file_bytes: lots}\n", "scopelint.yaml:1: `file_bytes` must be a whole number | None"),
        (
            "extends: base.yaml\n",
            "scopelint.yaml:1: `base.yaml` is no file here and no installed package | None",
        ),
        (
            "extends: scopelint.yaml\n",
            "scopelint.yaml:1: `scopelint.yaml` extends this file in turn | take one of them out",
        ),
    ],
)
def test_a_typo_is_said_with_its_line(folder: Folder, text: str, problem: str) -> None:
    folder({"scopelint.yaml": text})
    assert said(load_config("scopelint.yaml")) == [problem]


def test_a_typo_in_toml_has_its_line_too(folder: Folder) -> None:
    folder({"pyproject.toml": '[tool.scopelint]\nselect = []\nprofle = "core"\n'})
    assert said(load_config("pyproject.toml")) == [
        "pyproject.toml:3: unknown key `profle` | did you mean `profile`?"
    ]


def test_broken_files_are_said(folder: Folder) -> None:
    folder({"scopelint.yaml": "profile: [\n", "pyproject.toml": "[tool.scopelint\n"})
    for name in ("scopelint.yaml", "pyproject.toml"):
        loaded = load_config(name)
        assert loaded is not None
        assert {problem.rule for problem in loaded.problems} == {"invalid-config"}


def test_a_broken_value_leaves_the_rest_in_force(folder: Folder) -> None:
    folder({"scopelint.yaml": "profile: cor\nplatform: upwork\n"})
    loaded = load_config("scopelint.yaml")
    assert loaded is not None
    assert loaded.config.profile == "default"
    assert loaded.config.platform == "upwork"


def test_what_extends_another_wins_key_by_key(folder: Folder) -> None:
    folder(
        {
            "base.yaml": "profile: strict\nseverity: {missing-scope: info, missing-lock: off}\n",
            "scopelint.yaml": "extends: ./base.yaml\nseverity: {missing-scope: error}\n",
        }
    )
    loaded = load_config("scopelint.yaml")
    assert loaded is not None
    assert loaded.config.profile == "strict"
    severity = loaded.config.rules["missing-scope"].severity
    assert severity is not None
    assert (severity.value, severity.span.file) == (Severity.ERROR, "scopelint.yaml")
    assert loaded.config.rules["missing-lock"].off


def test_extending_may_not_leave_the_repository(folder: Folder) -> None:
    root = folder({"secret.yaml": "password: x\n", "repo/scopelint.yaml": "extends: ../secret.yaml\n"})
    (root / "repo" / ".git").mkdir()
    (problem,) = said(load_config("repo/scopelint.yaml"))
    assert (
        problem == "repo/scopelint.yaml:1: `../secret.yaml` is no file here and no installed package | None"
    )


def test_the_nearest_file_counts_and_the_search_ends_at_the_repository(folder: Folder) -> None:
    root = folder({"scopelint.yaml": "profile: core\n", "repo/a/scopelint.yaml": "profile: strict\n"})
    Path(root / "repo" / "b").mkdir()
    finder = ConfigFinder()
    assert finder.for_folder("repo/a").config.profile == "strict"
    assert finder.for_folder("repo/b").config.profile == "core"
    (root / "repo" / ".git").mkdir()
    assert ConfigFinder().for_folder("repo/b").config.path is None


def test_overrides_apply_to_the_contracts_they_name(folder: Folder) -> None:
    folder(
        {
            "scopelint.yaml": "severity: {missing-scope: error}\noverrides:\n"
            "  - paths: [old/]\n    platform: fiverr\n    severity: {missing-scope: off}\n"
        }
    )
    loaded = load_config("scopelint.yaml")
    assert loaded is not None
    old = config_for_contract(loaded.config, "old/acme")
    assert old.rules["missing-scope"].off
    assert old.platform == "fiverr"
    assert not config_for_contract(loaded.config, "new/acme").rules["missing-scope"].off


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("platform: upwrk\n", "scopelint.yaml:1: `platform` cannot be `upwrk` | did you mean `upwork`?"),
        (
            "language: nl\n",
            "scopelint.yaml:1: `language` cannot be `nl` | one of `de`, `en`, `es`, `fr`, `pt`",
        ),
        (
            "overrides:\n- paths: [a]\n  platform: fiver\n",
            "scopelint.yaml:3: `platform` cannot be `fiver` | did you mean `fiverr`?",
        ),
    ],
)
def test_a_platform_or_language_nobody_knows_is_said(folder: Folder, text: str, problem: str) -> None:
    folder({"scopelint.yaml": text})
    assert said(load_config("scopelint.yaml")) == [problem]


def test_a_platform_may_be_described_in_the_configuration(folder: Folder) -> None:
    folder({"scopelint.yaml": "platform: guild\nplatforms: {guild: {review_days: 5}}\n"})
    assert said(load_config("scopelint.yaml")) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("baseline: ../../other/b.json\n", "the baseline `../../other/b.json` is outside the repository"),
        ("baseline: /etc/passwd\n", "the baseline `/etc/passwd` is outside the repository"),
        ('baseline: "a\\0b"\n', "is outside the repository"),
        ("rules: ['../../**/*.yaml']\n", "the rules `../../**/*.yaml` are outside the repository"),
        ("rules: [/etc/*]\n", "the rules `/etc/*` are outside the repository"),
        ('rules: ["a\\0b/*"]\n', "are outside the repository"),
        ('extends: "./a\\0b.yaml"\n', "is no file here"),
        ("contracts: ['!']\n", "the glob `!` is no glob that can be matched"),
        ("contracts: ['*a*a*a*a*b']\n", "the glob `*a*a*a*a*b` has too many stars"),
        ("overrides: [{paths: ['\\'], profile: core}]\n", "is no glob that can be matched"),
        ("limits: {file_bytes: 100000000000}\n", "must be at most 16777216"),
        (f"limits: {{yaml_nodes: {'9' * 10_000}}}\n", "must be a whole number"),
        ("contracts: [" + "a, " * 1001 + "a]\n", "the glob `a` is one too many"),
        (
            "options: {free-work: {phrases: [" + "a, " * 200 + "a]}}\n",
            "`phrases` lists more than 200 entries",
        ),
    ],
)
def test_what_a_configuration_may_not_ask_for(folder: Folder, text: str, words: str) -> None:
    folder({"repo/.git/HEAD": "", "repo/scopelint.yaml": text})
    loaded = load_config("repo/scopelint.yaml")
    assert words in "\n".join(said(loaded))
    assert loaded is not None
    assert loaded.config.baseline is None
    assert loaded.config.rule_files == ()


@pytest.mark.parametrize(
    "value", ["[" * 100_000, "{a=" * 5000, "[" * 100 + "]" * 100, "9" * 5000, "2024-02-30"]
)
def test_toml_that_cannot_be_read_is_told(folder: Folder, value: str) -> None:
    folder({"pyproject.toml": f"[tool.scopelint]\nprofile = {value}\n"})
    assert len(said(load_config("pyproject.toml"))) == 1


def test_deep_toml_tables_are_told(folder: Folder) -> None:
    folder({"pyproject.toml": f"[tool.scopelint.{'a.' * 5000}a]\nx = 1\n"})
    assert "more than 64 levels" in said(load_config("pyproject.toml"))[0]


def test_a_link_out_of_the_repository_is_not_read(folder: Folder) -> None:
    root = folder({"secret": "password: hunter2\n", "repo/.git/HEAD": ""})
    (root / "repo" / "scopelint.yaml").symlink_to(root / "secret")
    found = said(load_config("repo/scopelint.yaml"))
    assert found == [
        "repo/scopelint.yaml:0: `repo/scopelint.yaml` cannot be read, or is a link out of the repository | None"
    ]
