"""Two places that cannot both be true, and pairs that can."""

import pytest

from scopelint.diagnostics import Confidence
from tests.reading.prose.told import prose_of


def values(term: str, *sentences: str, language: str = "en") -> list[str]:
    text = "# Garden wall\n\n" + "\n\n".join(sentences) + "\n"
    return [s.value for s in prose_of(text, language).statements if s.term == term]


@pytest.mark.parametrize(
    ("term", "language", "sentences"),
    [
        ("deposit-refund", "en", ("A non-refundable deposit is due.", "The deposit is fully refundable.")),
        ("deposit-refund", "de", ("Die Anzahlung wird nicht erstattet.", "Die Anzahlung wird erstattet.")),
        ("deposit-refund", "es", ("El anticipo no es reembolsable.", "El anticipo es reembolsable.")),
        ("deposit-refund", "fr", ("L'acompte reste acquis.", "L'acompte est remboursable.")),
        ("deposit-refund", "pt", ("O sinal não é reembolsável.", "O sinal será devolvido.")),
        ("termination-by-client", "en", ("Either party may terminate with 10 days' notice.", "The Client may not terminate this contract.")),
        ("termination-by-client", "de", ("Der Auftraggeber kann jederzeit kündigen.", "Die ordentliche Kündigung ist ausgeschlossen.")),
        ("termination-by-client", "es", ("El cliente podrá rescindir el contrato.", "El contrato no podrá ser cancelado.")),
        ("termination-by-client", "fr", ("Le client peut résilier à tout moment.", "Le client ne peut pas résilier.")),
        ("termination-by-client", "pt", ("O cliente poderá rescindir com aviso.", "O cliente não poderá cancelar.")),
        ("prices-with-tax", "en", ("All prices include VAT.", "Prices are exclusive of VAT.")),
        ("prices-with-tax", "de", ("Alle Preise verstehen sich inkl. MwSt.", "Die Preise verstehen sich zzgl. MwSt.")),
        ("prices-with-tax", "es", ("Los precios incluyen IVA.", "Los precios no incluyen IVA.")),
        ("prices-with-tax", "fr", ("Les prix sont TTC.", "Les prix s'entendent hors taxes.")),
        ("prices-with-tax", "pt", ("Os preços incluem impostos.", "Os preços não incluem impostos.")),
        ("rights", "en", ("The Client owns all rights in the drawings.", "The designer grants the Client a non-exclusive licence to use the drawings.")),
        ("rights", "de", ("Sie erhalten das ausschließliche Nutzungsrecht.", "Sie erhalten ein einfaches Nutzungsrecht.")),
        ("rights", "es", ("Todos los derechos se ceden al cliente.", "El cliente recibe una licencia no exclusiva.")),
        ("rights", "fr", ("Tous les droits sont cédés au client.", "Le client reçoit une licence non exclusive.")),
        ("rights", "pt", ("Todos os direitos serão transferidos ao cliente.", "O cliente recebe uma licença não exclusiva.")),
        ("revision-rounds", "en", ("Unlimited revisions are included.", "The price includes two rounds of revisions.")),
        ("rights", "en", ("You receive an exclusive licence.", "The designer grants you a non-exclusive licence.")),
        ("refund", "en", ("All payments are non-refundable.", "We give a money-back guarantee.")),
        ("refund", "de", ("Zahlungen werden nicht erstattet.", "Mit Geld-zurück-Garantie.")),
        ("refund", "es", ("No hay reembolsos.", "Ofrecemos garantía de devolución.")),
        ("refund", "fr", ("Aucun remboursement.", "Satisfait ou remboursé.")),
        ("refund", "pt", ("Não há reembolso.", "Com garantia de devolução.")),
        ("deposit", "en", ("Payment: 100% on completion.", "A 40% deposit is due.")),
        ("warranty-period", "en", ("We fix defects for 30 days after delivery.", "The warranty period is 90 days.")),
        ("warranty-period", "pt", ("Oferecemos 30 dias de garantia.", "A garantia de 90 dias vale.")),
        ("late-fee", "en", ("A late fee of 3% per month applies.", "Overdue invoices are charged 2% per month.")),
        ("support-period", "en", ("You get lifetime support.", "30 days of support are included.")),
        ("deposit", "en", ("No deposit is required.", "A 40% deposit is due.")),
        ("all-included", "en", ("All items below are included:", "- Gate\n- Lamp: not included")),
        ("all-included", "de", ("Alle Positionen sind enthalten:", "- Tor\n- Lampe: nicht enthalten")),
        ("limit", "en", ("Unlimited traffic each month.", "The traffic may be limited by the server.")),
        ("limit", "pt", ("O tráfego ilimitado está incluso.", "O tráfego pode ser limitado.")),
    ],
)  # fmt: skip
def test_two_places_that_cannot_both_be_true(term: str, language: str, sentences: tuple[str, ...]) -> None:
    assert len(set(values(term, *sentences, language=language))) == 2


@pytest.mark.parametrize(
    ("term", "sentences"),
    [
        ("rights", ("The Client owns all rights in the drawings.", "Until then the designer grants the Client a non-exclusive licence to review them.")),
        ("rights", ("The Client retains full ownership of its photographs.", "The designer grants the Client a non-exclusive licence to use the drawings.")),
        ("deposit-refund", ("The deposit is non-refundable.", "The deposit is refundable if we cancel.")),
        ("deposit-refund", ("The deposit is non-refundable.", "A refundable security deposit covers the tools.")),
        ("deposit-refund", ("The deposit is not refundable.", "A non-refundable deposit is due.")),
        ("termination-by-client", ("The Client may terminate at any time.", "The Client may not terminate during the first 30 days.")),
        ("termination-by-client", ("The Client may terminate for breach.", "The Client may not terminate otherwise.")),
        ("prices-with-tax", ("All prices exclude VAT.", "Total incl. VAT: $1,190.")),
        ("prices-with-tax", ("All prices exclude VAT.", "Hosting fees include VAT if billed by us.")),
        ("rights", ("The Client owns all rights in the drawings.", "We grant the Client a non-exclusive licence to our pre-existing tools.")),
        ("rights", ("The Client owns all rights.", "The Client grants us a non-exclusive licence to show the work.")),
        ("rights", ("The Client owns all rights on payment.", "Until then we grant the Client a non-exclusive licence.")),
        ("revision-rounds", ("We do not offer unlimited revisions.", "The price includes two rounds of revisions.")),
        ("refund", ("No refunds are given after the start.", "We give a money-back guarantee.")),
        ("warranty-period", ("30 days of support are included.", "The warranty period is 90 days.")),
        ("warranty-period", ("The warranty is 90 days.", "The manufacturer's warranty is 2 years.")),
        ("deposit", ("No deposit is required for small repairs.", "A 40% deposit is due.")),
        ("all-included", ("All items below are included unless marked:", "- Lamp: not included")),
        ("all-included", ("All items below are included:", "- Gate", "## Else", "- Lamp: not included")),
        ("limit", ("Unlimited users.", "Storage is limited to 10 GB per user.")),
        ("limit", ("Unlimited traffic.", "## Liability", "Traffic may be limited.")),
    ],
)  # fmt: skip
def test_two_places_that_can(term: str, sentences: tuple[str, ...]) -> None:
    assert len(set(values(term, *sentences))) < 2


def test_a_condition_makes_it_a_hint() -> None:
    text = "# Wall\n\nThe Client may terminate.\n\nThe Client may not terminate once work has begun.\n"
    found = [s.confidence for s in prose_of(text).statements if s.term == "termination-by-client"]
    assert found == [Confidence.MEDIUM, Confidence.LOW]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The minimum period is up to one month.", 1),
        ("The maximum fee is at least 500.", 1),
        ("The minimum period is one month, up to a year.", 0),
        ("Up to five sheds, at least one of them in oak.", 0),
    ],
)
def test_wording_that_refutes_itself(text: str, number: int) -> None:
    assert len(values("paradox", text)) == number


@pytest.mark.parametrize(
    ("opening", "number"),
    [
        ("This agreement is between Ann and Bert.", 1),
        ("This agreement is made as of 4 May 2026.", 0),
        ("This agreement, dated ____, is between Ann and Bert.", 0),
        ("Effective date: to be filled in.", 0),
    ],
)
def test_a_date_above_that_is_not_there(opening: str, number: int) -> None:
    signed = "In witness whereof the parties sign as of the date first above written."
    assert len(values("date-above", opening, signed)) == number
