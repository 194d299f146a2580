"""The page that a new rule starts from."""

import re

TEMPLATE = """\
# yaml-language-server: $schema={schema}
id: {id}
summary: FIXME one sentence that says what holds when the rule is silent.
severity: warning
phases: [offered, active]
every: contract
require:
  title: present
message: FIXME name the record and the facts that clash
help: FIXME the next act, or the words to write
why: |
  FIXME the reason, for a person who has never been in such a dispute.
not_when: |
  FIXME when the finding is best ignored.
since: {version}
status: preview
examples:
  - name: FIXME what goes wrong
    kind: fails
    files:
      contract.md: |
        Logo for Acme
    expect: ""
  - name: FIXME how it should be
    kind: passes
    files:
      contract.md: |
        # Logo for Acme
    expect: ""
  - name: FIXME what looks like the defect and is none
    kind: near-miss
    files:
      contract.md: |
        # Logo for Acme
    expect: ""
  - name: FIXME the defect in a record
    kind: fails
    files:
      contract.yaml: |
        scopelint: 1
        contract: {{id: acme-logo}}
    expect: ""
"""


def new_page(id: str, version: str, schema: str) -> str:
    """The text of a page to fill in, with examples whose findings ``rules test --bless`` writes.

    ``schema`` is where editors find the schema of pages, relative to the page.
    """
    return TEMPLATE.format(id=id, version=version, schema=schema)


def is_rule_id(word: str) -> bool:
    """Whether a word has the shape of a rule's id."""
    return re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", word) is not None
