"""The characters that may hide something."""

LATIN = "A-Za-z\u00c0-\u024f"
LIKE_LATIN = "\u0370-\u03ff\u0400-\u052f\u1f00-\u1fff"
SUSPECT = (
    "[\u061c\u034f\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\u3164\ufeff\uffa0\U000e0000-\U000e007f]"
    f"|[{LATIN}](?=[{LIKE_LATIN}])|[{LIKE_LATIN}](?=[{LATIN}])"
)
"""Every place worth a second look: invisible characters, and a change of alphabet within a word."""
