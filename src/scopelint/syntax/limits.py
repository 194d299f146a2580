"""What a document may cost to read; every limit is documented here and printed when met."""

from typing import NamedTuple


class Limits(NamedTuple):
    """The budgets of one document.

    ``file_bytes``: size of a file. ``yaml_depth``: nesting of YAML collections. ``yaml_nodes``: nodes
    written out. ``yaml_expanded``: nodes that aliases stand for, all together, and one more for every
    20 characters of a long text. ``markdown_depth``: nesting of lists and quotes; libyaml and
    markdown-it would crash or silently drop what is deeper.
    ``markdown_lines``: lines with something on them, as many as 200 printed pages have.
    ``prose_words``: words, and runs of signs between them, as many as those pages have at most.
    """

    file_bytes: int = 1024 * 1024
    yaml_depth: int = 64
    yaml_nodes: int = 200_000
    yaml_expanded: int = 200_000
    markdown_depth: int = 100
    markdown_lines: int = 10_000
    prose_words: int = 100_000


DEFAULT_LIMITS = Limits()
