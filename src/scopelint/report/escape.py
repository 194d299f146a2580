"""Text from documents made safe to print."""


def printable(text: str) -> str:
    r"""The text with every character that could command a terminal or hide written as ``\u{…}``."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else f"\\u{{{ord(c):x}}}" for c in text)


def workflow_safe(text: str) -> str:
    """Break the older workflow command ``##[…]``, which a CI runner obeys anywhere in a line."""
    return text.replace("##[", "##\u200b[") if "##[" in text else text
