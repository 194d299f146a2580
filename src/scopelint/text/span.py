"""Places in a file, and values born with their place."""

from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Span(NamedTuple):
    """A half-open range of code points in one file.

    ``file`` is the path as shown to people (posix separators, relative to the working folder when
    below it). Offsets count code points of the decoded text without its byte order mark; an empty
    range is a point.
    """

    file: str
    start: int
    end: int

    def within(self, other: "Span") -> bool:
        """Whether this range lies in ``other``."""
        return self.file == other.file and other.start <= self.start and self.end <= other.end


class Spanned(NamedTuple, Generic[T]):
    """A value and the place it was read from. What is absent is None, never an empty value."""

    value: T
    span: Span
