"""Counting words and telling what a text is about."""

from scopelint.text.word import content_words, occurrences, word_count, words


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


def test_phrases_are_counted_as_whole_words_across_lines_and_signs() -> None:
    text = 'The Web\n Pages (the "Web Pages") and Web Pagess, re-Web Pages.'
    assert occurrences(text, ["Web Pages", "Pages", "Site", ""]) == {
        "Web Pages": 3,
        "Pages": 3,
        "Site": 0,
        "": 0,
    }
    assert occurrences("M-1, M-1. M-10 xM-1", ["M-1", "M"], hyphened=True) == {"M-1": 2, "M": 0}


def test_a_phrase_of_very_many_words_is_found_nowhere() -> None:
    assert occurrences("a " * 99, ["a " * 41, "a " * 40]) == {"a " * 41: 0, "a " * 40: 60}
