"""The catalogue that comes with scopelint."""

from scopelint.catalog import load_catalog


def test_every_bundled_page_can_be_used() -> None:
    assert load_catalog(packages=False).problems == ()


def test_a_word_names_a_rule_a_category_or_all() -> None:
    catalog = load_catalog(packages=False)
    assert catalog.named("unknown-rule") == ("unknown-rule",)
    assert "unknown-rule" in catalog.named("document")
    assert catalog.named("all") == tuple(catalog.rules)
    assert catalog.named("nothing") == ()


def test_a_mistyped_name_gets_the_nearest() -> None:
    assert load_catalog(packages=False).advice("unknwon-rule") == "did you mean `unknown-rule`?"
