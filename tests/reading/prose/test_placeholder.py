import pytest

from scopelint.diagnostics import Confidence
from tests.reading.shown import items_of


def placeholders(markdown: str) -> list[str]:
    return [one.text.value for one in items_of(markdown).placeholders]


@pytest.mark.parametrize(
    "slot",
    [
        "[Client Name]",
        "[Amount]",
        "[YYYY-MM-DD]",
        "[Describe the work in two sentences]",
        "[14/30]",
        "[Bank transfer / card]",
        "{{client_name}}",
        "${price}",
        "________",
        "X,XXX",
        "XXXX",
        "TBD",
        "20__",
        "202X",
        "%client_name%",
        "XX XX XX XX",
        "(555) 555-5555",
        "[Month]",
    ],
)
def test_slots(slot: str) -> None:
    assert placeholders(f"# Offer\n\nThe value is {slot} here.\n") == [slot]


@pytest.mark.parametrize(
    "text",
    [
        "- [ ] open\n- [x] done",
        "See [the guide](https://example.org).",
        "Routes `/users/[id]` and /files/[...path] work.",
        "As noted in [1] and [2].",
        "It is quoted [sic] as is.",
        "A note[^1].\n\n[^1]: Below.",
        "> [!TIP]\n> Save often.",
        "The code `{{name}}` stays.",
        "```\n[Name] ____ TBD\n```",
        "Size XXL and model X100.",
        "Call a___b once.",
        "The value is $\\frac{\\text{Remaining Days}}{30}$.",
    ],
)
def test_look_alikes(text: str) -> None:
    assert placeholders(f"# Offer\n\n{text}\n") == []


def test_the_name_of_a_value_in_its_place_is_a_placeholder() -> None:
    assert placeholders("# Offer\n\n**Client:** Client Name\n**Date:** 3 March 2026\n") == ["Client Name"]
    assert placeholders("# Offer\n\n## What we need\n\n- Company name\n- Logo\n") == []


@pytest.mark.parametrize(
    "value",
    [
        "YYYY-MM-DD",
        "dd.mm.yyyy",
        "??%",
        "€ -",
        "Click or tap here to enter text.",
        "Choose an item.",
        "Describe the project here.",
        "Insert client name",
        "https://yourstudio.com",
    ],
)
def test_a_value_that_only_asks_for_one(value: str) -> None:
    assert placeholders(f"# Offer\n\n- The value of this: {value}\n") == [value]


@pytest.mark.parametrize(
    ("value", "slot"),
    [("US$ [ ]", "[ ]"), ("(__) days", "__"), ("[x] weeks", "[x]"), ("up to X pages", "X"), ("X posts", "X")],
)
def test_a_slot_before_or_after_what_it_counts(value: str, slot: str) -> None:
    assert placeholders(f"# Offer\n\n- Value: {value}\n") == [slot]


@pytest.mark.parametrize(
    "text",
    [
        "Dates are exported as YYYY-MM-DD",
        "Tested on Mac OS X pages",
        "Customers click here to enter the shop",
        "Choose an item from the menu",
        "Enter the code here to open the gate",
        "Tasks: [ ] open [x] done",
        "Price: $555",
        "Growth of 20%_a year",
        "Rate: 0.00 % interest",
    ],
)
def test_look_alikes_of_values(text: str) -> None:
    assert placeholders(f"# Offer\n\n- {text}\n") == []


@pytest.mark.parametrize(
    ("language", "value"),
    [
        ("de", "wird nachgereicht"),
        ("de", "Bitte ausfüllen"),
        ("es", "correo@tuempresa.com"),
        ("fr", "Cliquez ou appuyez ici pour entrer du texte."),
        ("pt", "contato@suaempresa.com.br"),
    ],
)
def test_values_left_open_in_other_languages(language: str, value: str) -> None:
    assert [one.text.value for one in items_of(f"# A\n\n- Data: {value}\n", language).placeholders] == [value]


def test_addresses_that_nobody_has() -> None:
    assert placeholders("# Offer\n\n- Mail: your-name@studio.org\n") == ["your-name@studio.org"]
    assert placeholders("# Offer\n\n- Mail: ines@studio.org\n") == []


def test_empty_cells_of_a_form_are_placeholders_and_those_of_records_are_not() -> None:
    form = "# Order\n\n| Field | Detail |\n|---|---|\n| Client | Birch |\n| Start | |\n"
    records = "# Order\n\n| Milestone | Approval |\n|---|---|\n| Draft | |\n"
    assert placeholders(form) == [""]
    assert placeholders(records) == []


def test_empty_fields_count_beside_others() -> None:
    assert placeholders("# Order\n\nProject: Shop\nClient:\nDate: 3 May\n") == ["Client:"]
    assert placeholders("# Order\n\nThe parts are:\n\n- Shop\n") == []


def test_a_field_is_filled_on_the_line_below_it() -> None:
    form = "# Offer\n\nStudio form:\n{}\nPlace: Graz\n"
    assert placeholders(form.format("https://studio.org/form")) == []
    assert placeholders(form.format("at the front desk")) == []
    assert placeholders(form.format("Day: Monday")) == ["Studio form:"]


def test_lines_to_sign_on_are_meant_to_be_empty() -> None:
    assert placeholders("# Offer\n\n## Agreed\n\nName: ________\nSignature: ________\nDate: ________\n") == []


def test_a_number_in_brackets_is_a_slot_only_among_many() -> None:
    many = "".join(f"- [Item {n} name]\n" for n in range(1, 7))
    assert placeholders("# Offer\n\nPaid within [30] days.\n") == []
    assert "[30]" in placeholders(f"# Offer\n\nPaid within [30] days.\n\n{many}")


def test_confidence_tells_a_blank_from_a_wording() -> None:
    found = items_of("# Offer\n\nPrice: $____\n\nLayout: [Two tone cover art]\n").placeholders
    assert [one.confidence for one in found] == [Confidence.HIGH, Confidence.MEDIUM]


def test_a_document_that_calls_itself_a_template_is_one() -> None:
    body = "\n\n**Client:** [Name]\n**Date:** [Date]\n**Price:** [Amount]\n"
    template = items_of(f"# Contract template{body}").template
    assert template is not None
    assert template.slots == 3
    assert items_of("# Contract template\n\nAll is filled in.\n").template is None


def test_a_document_full_of_slots_is_a_template() -> None:
    lines = "".join(f"- Field {n}: [Value {n} amount]\n" for n in range(8))
    assert items_of(f"# Agreement\n\n{lines}").template is not None


def test_a_few_slots_and_no_work_make_a_template() -> None:
    filled = "".join(f"## Clause {n}\n\nBoth sides keep their word and their time.\n\n" for n in range(40))
    asked = "# Agreement\n\nBetween [Name] and [Client], on [Date].\n\n## Services\n\n{}\n\n" + filled
    assert items_of(asked.format("[Description of the services]")).template is not None
    assert items_of(asked.format("Nine songs, mixed for [Label].")).template is None


def test_a_few_slots_do_not_make_a_template() -> None:
    text = "".join(f"Paragraph {n} says something.\n\n" for n in range(40))
    assert (
        items_of(f"# Agreement\n\n{text}Starts on [Date], ends on [Date], costs [Amount].\n").template is None
    )


def test_a_few_slots_and_no_price_make_a_template() -> None:
    text = (
        "# Bread\n\n## Parties\n\n[Client Name], [Baker Name], [City].\n\n## Fee\n\nThe fee is $[Amount].\n"
    )
    assert items_of(text + "\nThe oven stays hot.\n" * 200).template is not None
    assert (
        items_of(text.replace("$[Amount]", "$900, paid at [City]") + "\nThe oven stays.\n" * 200).template
        is None
    )


@pytest.mark.parametrize(
    "text",
    [
        "Tel. 000 0000000",
        "WhatsApp: (11) 99999-9999",
        "IBAN: DE00 0000 0000 0000 0000 00",
        "Invoice no. ###",
        "Warm greetings,\nYour Name",
        "Client: {Customer of the bakery}",
        "It costs ${sum} and takes a day.",
        "The domain is `your-bakery.com`.",
    ],
)
def test_values_that_nobody_has(text: str) -> None:
    assert len(placeholders(f"# Offer\n\n{text}\n")) == 1


@pytest.mark.parametrize(
    "text",
    [
        'It sends {"id": 1, "name": "rye"}.',
        "Pages live at /loaves/{id} and `[id]`.",
        "- Oven [completed]\n- Mill [Phase 2]\n- Shop [ready for opening]",
        "The flag carries [$100 for gold leaf] and [30 min of talk].",
        "- Least: 306,00 €\n- Most: 382,50 €",
        "Replace all brackets such as [DATE] first.",
        'Reply with "I agree, [your name]".',
        "**Prepared for:**\n**The Ferry Inn**",
    ],
)
def test_what_only_looks_like_a_value_left_open(text: str) -> None:
    assert placeholders(f"# Offer\n\n{text}\n") == []


def test_blanks_for_a_pen_and_blanks_for_an_address() -> None:
    lines = "Signature: __________\n\nPhone: __________\n\nDate: __________\n\n[Name] __________\n"
    assert len(placeholders(f"# Offer\n\n**Baker:**\n\n{lines}")) == 1


def test_a_table_that_only_asks_is_a_form() -> None:
    assert len(placeholders("# Offer\n\n| Inn | Loaves |\n|---|---|\n| Inn | |\n| Keeper | |\n")) == 2
    assert placeholders("# Offer\n\n| Inn | Loaves |\n|---|---|\n| Inn | Ferry |\n| Keeper | |\n") == []


@pytest.mark.parametrize(
    "line",
    [
        "Altenau, den __________",
        "Campinas, ____ de __________ de 2026.",
        "En Valencia, a ____ de __________ de 2026",
        "Fait à Annecy, le __________",
    ],
)
def test_the_day_of_signing_is_written_by_hand(line: str) -> None:
    closing = {"A": "Der Vertrag gilt für die Parteien.", "C": "O contrato não muda as obrigações da empresa em vigor.",
               "E": "El contrato vale para las partes.", "F": "Le contrat vaut pour les parties."}  # fmt: skip
    assert placeholders(f"# 2026\n\n{closing[line[0]]}\n\n{line}\n") == []


def test_a_day_of_the_work_is_not() -> None:
    text = "# Vertrag\n\nDie Arbeiten werden geliefert bis ________ und die Rechnung folgt.\n"
    assert placeholders(text) == ["________"]


def test_lines_below_the_names_of_who_signs_are_for_a_pen() -> None:
    text = "# Oven\n\n## Last words\n\n**{}:**\n\n________________  \n**Blue Bakery**  \nDate: ____________\n"
    assert not placeholders(text.format("Signed by both of us"))
    assert placeholders(text.format("Where the oven goes"))


def test_an_item_that_leads_to_those_after_it_is_no_empty_field() -> None:
    plan = "- All of the small plan and:\n- Two articles\n- Reply time: one day\n- Price: 90 EUR\n"
    assert placeholders(f"# Offer\n\n{plan}") == []
    assert placeholders("# Offer\n\n- Client:\n- Date: 3 May 2026\n- Price: 90 EUR\n") == ["Client:"]


def test_initials_are_written_with_a_pen() -> None:
    assert placeholders("# Offer\n\n## Consent\n\n**Initials:** ______\n**Date:** ______\n") == []
    assert len(placeholders("# Offer\n\n## Consent\n\n**Colour:** ______\n**Date:** ______\n")) == 2


@pytest.mark.parametrize(
    "line",
    [
        "For the choir: ____________     For Ann Lee: ____________",
        "Owner: ____________   Mason: ____________   Date: __________",
        "Signed: ________________ (Mia)   ________________ (Jo)   ________________ (Ann)   Date: __________",
    ],
)
def test_the_last_line_is_for_pens_where_both_have_one(line: str) -> None:
    assert placeholders(f"# Garden wall\n\nA wall of 6 m.\n\n{line}\n") == []
    assert placeholders(f"# Garden wall\n\n{line.replace('Signed', 'Names')}\n\nA wall of 6 m.\n") != []


def test_dots_that_lead_to_a_price_are_no_blank() -> None:
    assert placeholders("# Album\n\nPackage ........ £900\nTravel ........ 50 EUR\n") == []
    assert placeholders("# Album\n\nPackage ........ £\n") == ["........"]
    assert placeholders("# Album\n\nPages ........ in colour\n") == ["........"]
