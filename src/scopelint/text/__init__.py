"""Text of files, places in it, and edits to it."""

from scopelint.text.edit import Edit, apply_edits
from scopelint.text.source import Position, SourceFile
from scopelint.text.span import Span, Spanned

__all__ = ["Edit", "Position", "SourceFile", "Span", "Spanned", "apply_edits"]
