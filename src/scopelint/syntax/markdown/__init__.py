"""Markdown to an outline of sections and blocks with exact places."""

from scopelint.syntax.markdown.parse import parse_markdown

__all__ = ["parse_markdown"]
