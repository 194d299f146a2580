"""Which language a document is written in, and that nothing is missed in one that is not read."""

import pytest

from scopelint.model import Contract
from scopelint.reading.document import read_document
from scopelint.reading.link import link
from scopelint.text import SourceFile
from tests.reading.prose.told import prose_of

WRITTEN = [
    ("en", "We build the shop and hand it over with a manual for the staff."),
    ("en", "Logo\n\n- sketch\n- final files"),
    ("de", "Der Auftraggeber erhält die Entwürfe und zahlt nach der Freigabe."),
    ("es", "El cliente recibe los bocetos y paga al aprobar el diseño final."),
    ("fr", "Le client reçoit les esquisses et paie dès la livraison des fichiers."),
    ("pt", "O cliente recebe os esboços e paga na entrega dos arquivos finais."),
    (
        "nl",
        "De klant ontvangt een ontwerp voor het bord; betaling volgt bij oplevering, niet eerder, zoals bij ons.",
    ),
    (
        "it",
        "Il preventivo comprende la consegna dei disegni e della targa; il saldo segue nel mese che la bottega sceglie, dal giorno delle prove.",
    ),
    (
        "pl",
        "Wykonawca przygotuje projekt dla klienta oraz pliki; płatność nie jest wymagana od razu, strony ustalą termin.",
    ),
    (
        "id",
        "Pekerjaan ini adalah desain logo untuk klien, dengan harga tetap, dan pembayaran dari klien pada akhir.",
    ),
    ("und", "Заказчик получает эскизы и платит после утверждения дизайна."),
    ("und", "设计师交付标志的最终文件。客户在验收后付款。"),
]

SHORT_OF_ANOTHER = (
    "We translate the menu (Dutch: het, een, voor) and check the proofs for the printer with you."
)


def contract_of(text: str) -> Contract:
    return link("contract.md", [read_document(SourceFile("contract.md", text))])


@pytest.mark.parametrize(("language", "text"), WRITTEN)
def test_told_by_its_small_words(language: str, text: str) -> None:
    assert prose_of(f"# Job\n\n{text}\n").language == language


def test_a_few_foreign_words_do_not_make_a_language() -> None:
    assert prose_of(SHORT_OF_ANOTHER).language == "en"


@pytest.mark.parametrize(("language", "text"), WRITTEN)
def test_a_contract_is_read_where_its_language_has_a_lexicon(language: str, text: str) -> None:
    assert contract_of(f"# Job\n\n{text}\n").is_read is (language in ("en", "de", "es", "fr", "pt"))


def test_pages_in_front_do_not_make_a_contract_unread() -> None:
    foreign = "Het werk wordt voor alle pagina's niet bij ons gedaan.\n\n" * 70
    terms = (
        "The work is paid for when all of it is done, and the client may end the contract at any time.\n\n"
    )
    assert not contract_of(f"# Job\n\n{foreign}").is_read
    assert contract_of(f"# Job\n\n{foreign}{terms * 40}").is_read


def test_records_are_read_in_any_language() -> None:
    text = f"---\nscopelint: 1\ncontract:\n  id: bord\n---\n\n{WRITTEN[6][1]}\n"
    assert contract_of(text).is_read
