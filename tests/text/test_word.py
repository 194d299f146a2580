"""Counting words and telling what a text is about."""

from scopelint.text.word import content_words, word_count, words


def test_signs_are_no_words() -> None:
    assert words("Page designs (home, about) – client's logo") == [
        "Page",
        "designs",
        "home",
        "about",
        "client's",
        "logo",
    ]


def test_scripts_without_spaces_count_two_characters_a_word() -> None:
    assert word_count("五个网页的设计") == 4
    assert word_count("Logo 设计") == 2


def test_content_words_forget_case_plural_and_small_words() -> None:
    assert content_words("Designs of the pages") == content_words("page design")
    assert content_words("SEO and UI") == {"seo", "ui"}
    assert content_words("5 pages") != content_words("10 pages")
