"""What of a document is not read for terms."""

from scopelint.reading.document import YAML_ENDINGS
from scopelint.syntax.unread import Unread, unread_comments, unread_places
from scopelint.text import SourceFile


def unread(source: SourceFile) -> tuple[Unread, ...]:
    """The places of a document whose words no rule takes for terms, in order."""
    if source.path.lower().endswith(YAML_ENDINGS):
        from scopelint.syntax.yaml_tree import parse_yaml

        return tuple(unread_comments(parse_yaml(source).comments))
    from scopelint.syntax.markdown import parse_markdown

    return unread_places(parse_markdown(source)[0])
