"""Markdown as people write it, read into an outline."""

import pytest

from scopelint.syntax.limits import DEFAULT_LIMITS
from scopelint.syntax.markdown import parse_markdown
from scopelint.syntax.node import Mapping
from scopelint.syntax.outline import ItemList, Paragraph, Quote, Table
from scopelint.text import SourceFile
from tests.syntax.reading import outline_of, shown


def test_sections_nest_by_level() -> None:
    assert shown("# Scope\n\n## 1. Work\n\nText\n\n## 2. Price\n\n# Exhibit A\n") == [
        "atx 1: Scope",
        "  atx 2: 1 | Work",
        "    Text",
        "  atx 2: 2 | Price",
        "atx 1: Exhibit A",
    ]


@pytest.mark.parametrize(
    ("heading", "number", "title"),
    [
        ("Article 1er. Commande", "1", "Commande"),
        ("CLÁUSULA 1ª – DO OBJETO", "1", "DO OBJETO"),
        ("Cláusula 2.ª Plazos", "2", "Plazos"),
        ("Article 2eme choix", None, "Article 2eme choix"),
        ("1. Scope", "1", "Scope"),
        ("1.1 Scope", "1.1", "Scope"),
        ("2.3. Scope", "2.3", "Scope"),
        ("6b. Scope", "6b", "Scope"),
        ("A. Scope", "A", "Scope"),
        ("IV. Scope", "IV", "Scope"),
        ("(a) Scope", "a", "Scope"),
        ("§1 Scope", "§1", "Scope"),
        ("§ 12 Scope", "§12", "Scope"),
        ("Section 2: Scope", "2", "Scope"),
        ("Article 3 – Scope", "3", "Scope"),
        ("PRIMERA: Scope", "PRIMERA", "Scope"),
        ("Cláusula segunda. Scope", "segunda", "Scope"),
        ("🎯 3. Scope", "3", "Scope"),
        ("1 - Scope", "1", "Scope"),
        ("30 Day Support", None, "30 Day Support"),
        ("3 - 5 pages", None, "3 - 5 pages"),
        ("24/7 Support", None, "24/7 Support"),
        ("Civil: works", None, "Civil: works"),
        ("Second phase", None, "Second phase"),
        ("Phase 1: Design", None, "Phase 1: Design"),
        ("🎯 Scope", None, "🎯 Scope"),
        ("I agree", None, "I agree"),
        ("Section 4", "4", "Section 4"),
    ],
)
def test_numbers_are_taken_off_titles(heading: str, number: str | None, title: str) -> None:
    section = outline_of(f"## {heading}\n").root.sections[0]
    assert section.title is not None
    assert (section.number, section.title.plain) == (number, title)


def test_names_compare_without_decoration() -> None:
    section = outline_of("## 🎯 Project  Scope:\n").root.sections[0]
    assert section.name == "project scope"


def test_bold_lines_are_headings_below_the_heading_above() -> None:
    assert shown("## Terms\n\n**Client**\nAcme Ltd\n\n**Fees:**\n- one\n\n## Next\n\n**Alone**\n") == [
        "atx 2: Terms",
        "  bold 3: Client",
        "    Acme Ltd",
        "  bold 3: Fees",
        "    - one",
        "atx 2: Next",
        "  bold 3: Alone",
    ]


def test_emphasised_sentences_and_amounts_are_no_headings() -> None:
    text = "**No work begins before the first payment has fully arrived.**\n\n**$5,000**\n\n**USD 500**\n"
    assert shown(text) == [
        "No work begins before the first payment has fully arrived.",
        "$5,000",
        "USD 500",
    ]


def test_bold_words_open_clauses() -> None:
    text = (
        "## Terms\n\n**Revisions:** two rounds are in the price, each on one list sent by mail.\n\n"
        "They end after five days.\n\n**1.1 Term.** One year.\n\n**Hosting** – not part of this.\n\n"
        "*Notice.* In writing.\n\n**Client** agrees to pay.\n"
    )
    assert shown(text) == [
        "atx 2: Terms",
        "  run-in 3: Revisions",
        "    two rounds are in the price, each on one list sent by mail.",
        "    They end after five days.",
        "  run-in 3: 1.1 | Term",
        "    One year.",
        "  run-in 3: Hosting",
        "    not part of this.",
        "  run-in 3: Notice",
        "    In writing.",
        "    Client agrees to pay.",
    ]


def test_clauses_lie_below_a_bold_title_that_is_written_otherwise() -> None:
    assert shown("**Phase one**\n\n**Price:** 500\n\n**Due:** June\n\n**Phase two**\n") == [
        "bold 1: Phase one",
        "  run-in 2: Price",
        "    500",
        "  run-in 2: Due",
        "    June",
        "bold 1: Phase two",
    ]
    assert shown("**Parties:**\nA and B\n\n**Price:** 500\n") == [
        "bold 1: Parties",
        "  A and B",
        "run-in 1: Price",
        "  500",
    ]
    assert shown("**1. Work**\n\n**1.1 Pages:** five\n\n**2. Pay**\n") == [
        "bold 1: 1 | Work",
        "  run-in 2: 1.1 | Pages",
        "    five",
        "bold 1: 2 | Pay",
    ]


def test_metadata_lines_are_a_paragraph() -> None:
    assert shown("# Offer\n\n**Client:** Acme\n**Date:**\n**Total:** $500\n---\n\nText\n") == [
        "atx 1: Offer",
        "  Client: Acme / Date: / Total: $500",
        "  Text",
    ]


def test_a_rule_under_a_line_makes_no_heading_of_it() -> None:
    assert shown("Date: March 3\n---\n\nWe will do all of the work that is listed here below.\n---\n") == [
        "Date: March 3",
        "We will do all of the work that is listed here below.",
    ]


def test_underlined_titles_are_headings() -> None:
    assert shown("Offer\n=====\n\nContact Info:\n-------------\n\nText\n\n1. Scope\n========\n\nMore\n") == [
        "setext 1: Offer",
        "  setext 2: Contact Info",
        "    Text",
        "setext 1: 1 | Scope",
        "  More",
    ]


def test_hashes_without_a_space_are_headings() -> None:
    assert shown("###Title###\n\nText\n\n#Scope\n\n#one #two\n\n#1 priority\n") == [
        "missing-space 3: Title",
        "  Text",
        "missing-space 1: Scope",
        "  #one #two",
        "  #1 priority",
    ]


def test_headings_of_other_writers() -> None:
    assert shown('<h1 align="center">Offer</h1>\n\n## Scope  \t{#scope}\n\n## For {{client}}\n') == [
        "atx 1: Offer",
        "  atx 2: Scope",
        "  atx 2: For {{client}}",
    ]
    assert shown(
        "##1. Scope\n\n#\xa0Price\n\n**Terms**<br>\nText\n\n<u>**Notes**</u>\n\n**1\\. Work**\n"
    ) == [
        "missing-space 2: 1 | Scope",
        "missing-space 1: Price",
        "  bold 2: Terms",
        "    Text",
        "  bold 2: Notes",
        "  bold 2: 1 | Work",
    ]


def test_indented_prose_is_read_and_indented_code_is_not() -> None:
    source = SourceFile(
        "a.md", "We agreed on these.\n\n    (a) two rounds are included in this\n    (b) more costs extra\n"
    )
    blocks = parse_markdown(source)[0].root.blocks
    listing = blocks[-1]
    assert isinstance(listing, ItemList)
    assert [source.excerpt(item.span) for item in listing.items] == [
        "(a) two rounds are included in this",
        "(b) more costs extra",
    ]
    assert shown("Run:\n\n    x = call(a, b);\n    return x;\n") == ["Run:", "code"]


def test_numbered_lines_within_a_paragraph_are_a_list() -> None:
    assert shown("Then we\n3. build the pages\n4. test them\n") == [
        "Then we",
        "3. build the pages",
        "4. test them",
    ]
    assert shown("In the year\n2026. all went well\n") == ["In the year / 2026. all went well"]


def test_capitals_are_headings() -> None:
    assert shown(
        "SCOPE OF WORK\n\nText\n\n* EXPENSES. Paid in advance.\n* PRICE DETAILS.\n  - [ ] fixed\n"
    ) == [
        "caps 1: SCOPE OF WORK",
        "  Text",
        "caps 1: EXPENSES",
        "  Paid in advance.",
        "caps 1: PRICE DETAILS",
        "  - [ ] fixed",
    ]
    assert shown("- SEO\n- API\n- CMS\n") == ["- SEO", "- API", "- CMS"]


def test_plain_numbers_are_headings() -> None:
    assert shown(
        "1.1 Term\n\nOne year.\n\n1.2 Fees. Ten in all.\n\nSection 3 Notice\n\n2.5 hours of work are due.\n"
    ) == [
        "numbered 1: 1.1 | Term",
        "  One year.",
        "run-in 1: 1.2 | Fees",
        "  Ten in all.",
        "numbered 1: 3 | Notice",
        "  2.5 hours of work are due.",
    ]


def test_a_label_holds_the_list_below_it_only() -> None:
    assert shown("## Scope\n\nSome words.\nNot included:\n\n- hosting\n\nAfterwards.\n") == [
        "atx 2: Scope",
        "  Some words.",
        "  Afterwards.",
        "  label 3: Not included",
        "    - hosting",
    ]


def test_a_title_without_any_mark_is_a_label_before_a_list() -> None:
    assert shown("Scope of Work\n\n- one\n\nWe build things\n\n- two\n") == [
        "We build things",
        "- two",
        "label 1: Scope of Work",
        "  - one",
    ]


def test_lone_numbered_items_with_bold_titles_are_headings() -> None:
    assert shown("1. **Work**\n\nText\n\n2. **Pay**\n\nMore\n") == [
        "bold 1: 1 | Work",
        "  Text",
        "bold 1: 2 | Pay",
        "  More",
    ]
    assert shown("1. **Home** page\n2. **About** page\n") == ["1. Home page", "2. About page"]


def test_glyph_lines_are_lists() -> None:
    assert shown("Included:\n☐ open\n☑ done\n✅ yes\n❌ no\n• five pages\n\n☐ Yes  ☐ No\n") == [
        "label 1: Included",
        "  ☐ [ ] open",
        "  ☑ [x] done",
        "  ✅ yes",
        "  ❌ no",
        "  • five pages",
        "  ☐ [ ] Yes",
        "  ☐ [ ] No",
    ]


def test_a_letter_and_a_period_may_mark_an_item_and_an_abbreviation_does_not() -> None:
    assert shown("a. first\n\nb. second\n") == ["a. first", "b. second"]
    for line in ("e. g. in oak", "z. B. aus Eiche", "c. 1900 in oak"):
        assert shown(f"{line}\nor pine\n") == [f"{line} / or pine"]


def test_lettered_clauses_are_lists() -> None:
    assert shown("(a) first\ngoes on\n(b) second\n\n(c) third\n") == [
        "(a) first / goes on",
        "(b) second",
        "(c) third",
    ]
    assert shown("a) first\nb) second\n") == ["a) first", "b) second"]


def test_task_lists_and_signs() -> None:
    assert shown("- [x] done\n- [ ] open\n- ❌ logo\n  1. sub\n- [link](x)\n") == [
        "- [x] done",
        "- [ ] open",
        "❌ logo",
        "  1. sub",
        "- link",
    ]


def test_tables_of_any_make() -> None:
    assert shown("| A | B |\n|---|---|\n| 1 | `x|y` |\n") == ["head: A | B", "row: 1 | `x | y`"]
    assert shown("A | B\n--|--\n1 |\n") == ["head: A | B", "row: 1 | "]
    assert shown("| | |\n|-|-|\n| Client | Acme |\n") == ["row: Client | Acme"]
    assert shown("| Client | Acme |\n| Date | |\n") == ["row: Client | Acme", "row: Date | "]
    assert shown("| A | B | C |\n|---|---|\n| 1 | 2 | 3 |\n") == ["head: A | B | C", "row: 1 | 2 | 3"]
    assert shown("red | green\n") == ["red | green"]


def test_excess_cells_are_not_lost() -> None:
    assert shown("| A | B |\n|---|---|\n| 1 | 2 | hidden |\n") == ["head: A | B", "row: 1 | 2 | hidden"]


def test_a_comment_between_rows_or_items_parts_nothing() -> None:
    assert shown("|A|B|\n|-|-|\n|1|2|\n<!-- x -->\n|3|4|\n") == ["head: A | B", "row: 1 | 2", "row: 3 | 4"]
    assert shown("- a\n<!-- x -->\n- b <!-- y --> c\n") == ["- a", "- b c"]


def test_comments_are_kept_apart_with_their_places() -> None:
    source = SourceFile(
        "a.md", "One <!-- two\n three --> four\n\n`<!-- code -->`\n\n<!-- open\n\nto the end\n"
    )
    outline = parse_markdown(source)[0]
    assert [source.excerpt(comment.span) for comment in outline.comments] == [
        "<!-- two\n three -->",
        "<!-- open\n\nto the end",
    ]
    assert shown(source.text) == ["One / four", "<!-- code -->"]


def test_a_document_in_a_fence_is_read() -> None:
    lines = "\n".join(f"- item {n}" for n in range(12))
    assert shown(f"# Offer\n\n```\n═══════\nINCLUDED ITEMS:\n{lines}\n```\n")[:3] == [
        "atx 1: Offer",
        "  caps 2: INCLUDED ITEMS",
        "    - item 0",
    ]
    assert (
        shown(f"# Offer\n\n``` \t text \t\nINCLUDED ITEMS:\n{lines}\n```   \n")[1]
        == "  caps 2: INCLUDED ITEMS"
    )
    assert shown(f"# Offer\n\n``` some text\nINCLUDED ITEMS:\n{lines}\n```\n")[1] == "  code some text"
    assert shown("# Offer\n\n```python\nx = 1\n```\n\n    indented\n") == [
        "atx 1: Offer",
        "  code python",
        "  code",
    ]


def test_quotes_hold_their_blocks() -> None:
    assert shown("> **Client:** said\n> - a\n>\n> # Title\n") == [
        "quote:",
        "  Client: said",
        "  - a",
        "  Title",
    ]


def test_front_matter() -> None:
    outline = outline_of("---\nscopelint: 1\ntitle: 'A'\n---\n# T\n")
    assert isinstance(outline.front_matter, Mapping)
    assert [entry.key.text for entry in outline.front_matter.entries] == ["scopelint", "title"]
    assert shown("---\nscopelint: 1\n---\n# T\n") == ["atx 1: T"]
    assert shown("---\n\nText\n\n---\n") == ["Text"]


def test_broken_front_matter_is_a_problem_and_no_end() -> None:
    outline, problems = parse_markdown(SourceFile("a.md", "---\na: b: c\n---\n# T\n"))
    assert outline.root.sections[0].name == "t"
    assert [(p.rule, p.finding.message) for p in problems] == [
        ("invalid-record", "front matter: a second `: ` in one value: what follows is not read")
    ]
    _, problems = parse_markdown(SourceFile("a.md", "+++\na = 1\n+++\n# T\n"))
    assert [p.rule for p in problems] == ["invalid-record"]


def test_blocks_of_html_are_read_as_what_they_show() -> None:
    assert shown(
        "<h1 align=center>Offer</h1>\n<p><b>For:</b> Heron</p>\n\n<h2>\n  Work\n</h2>\n"
        "<ul>\n  <li>Map\n    <ul>\n      <li>Legend</li>\n    </ul>\n  </li>\n  <li>Form</li>\n</ul>\n\n"
        "<div>\n\n- Photos\n\n</div>\n"
    ) == [
        "atx 1: Offer",
        "  For: Heron",
        "  atx 2: Work",
        "    - Map",
        "      - Legend",
        "    - Form",
        "    - Photos",
    ]


@pytest.mark.parametrize("hidden", ["<style>\nh1 { top: 0 }\n</style>", "<script>\nlet a\n</script>"])
def test_style_sheets_and_scripts_are_code(hidden: str) -> None:
    assert shown(f"{hidden}\n\n# Offer\n")[0].startswith("code")
    assert shown(f"Text.\n\n{hidden} More.\n") == ["Text.", "code html", "More."]


@pytest.mark.parametrize(
    "opening", ["<style>", "<script>", "<style/>", "    <style>", "- <script>", "<div><style>"]
)
def test_a_style_sheet_that_nothing_closes_conceals_nothing(opening: str) -> None:
    assert "Two rounds." in "\n".join(shown(f"# Offer\n\n{opening}\n\nTwo rounds.\n"))


@pytest.mark.parametrize("opening", ["<div>", "<pre>", "<?x", "<![CDATA[", "<b>", "<style>", "</p>"])
@pytest.mark.parametrize("fence", ["```", "~~~ text", "- ```", "<style>"])
def test_no_fence_opens_within_html(opening: str, fence: str) -> None:
    closing = {"<pre>": "</pre>", "<?x": "?>", "<![CDATA[": "]]>", "<style>": "</style>"}.get(opening, "")
    assert shown(f"{opening}\n{fence}\n{closing}\n\nTwo rounds.\n")[-1].strip() == "Two rounds."


def test_a_fence_in_a_style_sheet_hides_nothing_behind_it() -> None:
    lines = shown("<style>\n```\nh1 { top: 0 }\n</style>\n\n# Offer\n\nTwo pages.\n")
    assert lines[1:] == shown("# Offer\n\nTwo pages.\n")


@pytest.mark.parametrize("text", ["```\n<h1>Sample</h1>\n```\n", "Size <b>bold</b> text\n", "a < b\n<c> d\n"])
def test_html_in_code_or_within_a_line_makes_no_block(text: str) -> None:
    assert all("atx" not in line for line in shown(text))


def test_words_of_html_blocks_keep_their_place() -> None:
    text = "<h6>Terms</h6>\n<ul><li>Two rounds</li></ul>\n"
    outline = outline_of(text)
    item = outline.root.sections[0].blocks[0]
    assert isinstance(item, ItemList)
    span = item.items[0].text.span()
    assert text[span.start : span.end] == "Two rounds"


def test_header_keys_without_a_fence_are_text() -> None:
    assert shown("title:   Offer\ndate: 1 May\n\n# T\n") == ["title:   Offer / date: 1 May", "atx 1: T"]


def test_what_is_nested_too_deep_is_kept_and_named() -> None:
    within_html = "- " * 40 + "<div>\n" + "  " * 40 + "- " * 40 + "hidden clause\n"
    for text in ("- " * 60 + "hidden clause\n", "> " * 120 + "hidden clause\n", within_html):
        outline, problems = parse_markdown(SourceFile("a.md", text))
        assert [p.rule for p in problems] == ["hidden-characters", "exceeded-limit"]
        assert "nested" in problems[0].finding.message
        assert "hidden clause" in str(outline.root)


def test_places_in_containers_are_exact() -> None:
    text = (
        "> 1. one *two*\r\n>    three\r\n>    - [x] four `five`\r\n\r\n"
        "-\tsix\r\n\r\n\t| a | b |\r\n\t|---|---|\r\n\t| c \\| d |  |\r\n"
    )
    source = SourceFile("a.md", text)
    quote, listing = parse_markdown(source)[0].root.blocks
    assert isinstance(quote, Quote)
    assert isinstance(listing, ItemList)
    numbered = quote.blocks[0]
    assert isinstance(numbered, ItemList)
    item = numbered.items[0]
    assert source.excerpt(item.span) == "1. one *two*\r\n>    three\r\n>    - [x] four `five"
    assert source.excerpt(item.text.span(4, 7)) == "two"
    assert source.excerpt(item.text.span(8)) == "three"
    inner = item.blocks[0]
    assert isinstance(inner, ItemList)
    assert source.excerpt(inner.items[0].text.span()) == "four `five"
    table = listing.items[0].blocks[0]
    assert isinstance(table, Table)
    cells = (*(table.header or ()), *table.rows[0])
    assert [source.excerpt(cell.text.span()) for cell in cells] == ["a", "b", "c \\| d", ""]
    assert cells[2].text.plain == "c | d"


def test_a_document_is_read_up_to_its_limit_of_lines() -> None:
    source = SourceFile("scope.md", "\n\n".join(f"# Part {n}" for n in range(1, 9)))
    outline, problems = parse_markdown(source, DEFAULT_LIMITS._replace(markdown_lines=5))
    (problem,) = problems
    assert problem.rule == "exceeded-limit"
    assert problem.finding.message == "more than 5 lines of text: the rest of this document is not read"
    assert source.excerpt(problem.finding.at.span) == "# Part 6"
    assert len(outline.root.sections) == 5
    assert not parse_markdown(source, DEFAULT_LIMITS._replace(markdown_lines=8))[1]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_document_is_read_up_to_its_limit_of_words(end: str) -> None:
    text = f"# Part 1{end}{end}Pay $5, then{end}**go** on. Not [this].{end}"
    source = SourceFile("scope.md", text)
    outline, problems = parse_markdown(source, DEFAULT_LIMITS._replace(prose_words=13))
    (problem,) = problems
    assert problem.finding.message == "more than 13 words and signs: the rest of this document is not read"
    assert source.excerpt(problem.finding.at.span) == "Not"
    (paragraph,) = outline.root.sections[0].blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text.plain == "Pay $5, then\ngo on."
    assert not parse_markdown(source, DEFAULT_LIMITS._replace(prose_words=17))[1]


def test_of_two_limits_the_one_met_first_is_named() -> None:
    source = SourceFile("scope.md", "one\n\ntwo\n\nthree four five\n")
    for lines, words, unread in ((2, 4, "three four five"), (3, 4, "five"), (2, 1, "two")):
        limits = DEFAULT_LIMITS._replace(markdown_lines=lines, prose_words=words)
        (problem,) = parse_markdown(source, limits)[1]
        assert source.excerpt(problem.finding.at.span) == unread


def test_headings_between_drawn_rules() -> None:
    assert shown(
        "═══════\nARTICLE 2 — FEES\n═══════\n\n2.1 — First payment\n- half of it\n\n"
        "========\n3. TERMS\n========\n\nText\n\n--- Payment ---\n\n═ Text ═\n"
    ) == [
        "numbered 1: 2 | FEES",
        "  numbered 2: 2.1 | First payment",
        "    - half of it",
        "caps 1: 3 | TERMS",
        "  Text",
        "bold 1: Payment",
        "  ═ Text ═",
    ]
    assert shown("Fee ═══\n\nOffer\n=====\n\n-- and so on --\n") == [
        "Fee ═══",
        "setext 1: Offer",
        "  -- and so on --",
    ]


def test_the_first_line_of_a_text_without_headings_is_its_title() -> None:
    assert shown("Change order 2 to our contract\n\nPrice: 200\n") == [
        "plain 1: Change order 2 to our contract",
        "  Price: 200",
    ]
    for first in ("Hello Jo,", "Date: 3 March", "We agreed on this.", "Scope\n\n# Offer", "the work"):
        assert "plain" not in shown(f"{first}\n\nPrice: 200\n")[0]
