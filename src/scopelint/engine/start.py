"""A new contract folder that is clean, with comments that teach."""

import os
import re
from collections.abc import Iterator
from datetime import date as Date
from decimal import Decimal
from typing import NamedTuple

from scopelint.model.calendar import days_after
from scopelint.syntax.schema import data_root
from scopelint.syntax.yaml_text import yaml_text

SCHEMA_FILE = ".scopelint/contract.schema.json"
SCHEMA_LINE = f"# yaml-language-server: $schema=./{SCHEMA_FILE}"
CHANNELS = {
    "upwork": ("Upwork Messages", "upwork_messages"),
    "fiverr": ("the Fiverr order chat", "fiverr_inbox"),
    "freelancer_com": ("the Freelancer.com chat", "freelancer_chat"),
}
_STARTER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "starter")
_SLOT = re.compile(r"@([a-z_]+)@")


class Answers(NamedTuple):
    """What ``scopelint init`` asks for. ``price`` is the whole price, or the rate of hourly work."""

    title: str = "FIXME: the project's name"
    client: str = "FIXME: the client"
    freelancer: str = "FIXME: you"
    type: str = "fixed_price"
    platform: str = "direct"
    currency: str = "USD"
    price: Decimal = Decimal(1000)


def starter_files(answers: Answers, today: Date) -> dict[str, str]:
    """The files of a new contract, by name relative to its folder."""
    slots = _slots(answers, today)
    files = {}
    for name, text in sorted(_templates(answers.type)):
        filled = {**slots, "title": answers.title} if name.endswith(".md") else slots
        files[name] = _filled(text, filled)
    files[SCHEMA_FILE] = contract_schema_text()
    return files


def contract_schema_text() -> str:
    """The schema that editors complete keys by, as it comes with scopelint."""
    with open(f"{data_root()[0]}/schemas/contract.schema.json", encoding="utf-8") as file:
        return file.read()


def slug(title: str) -> str:
    """An id made of a title."""
    return "-".join(re.findall(r"[a-z0-9]+", title.lower())[:6]) or "contract"


def _templates(kind: str) -> Iterator[tuple[str, str]]:
    for folder in ("shared", kind):
        for name in os.listdir(f"{_STARTER}/{folder}"):
            if name != "revisions.yaml":
                with open(f"{_STARTER}/{folder}/{name}", encoding="utf-8") as file:
                    yield name, file.read()


def _slots(answers: Answers, today: Date) -> dict[str, str]:
    first = (answers.price * Decimal("0.3")).quantize(Decimal("0.01"))
    second = (answers.price * Decimal("0.4")).quantize(Decimal("0.01"))
    channel, channel_id = CHANNELS.get(answers.platform, ("e-mail", "email"))
    slots = {
        "schema": SCHEMA_LINE,
        "id": _scalar(slug(answers.title)),
        "title": _scalar(answers.title),
        "client": _scalar(answers.client),
        "freelancer": _scalar(answers.freelancer),
        "type": answers.type,
        "platform": answers.platform,
        "currency": answers.currency,
        "terms": _terms(answers, today),
        "today": today.isoformat(),
        "channel": channel,
        "channel_id": channel_id,
        "first": str(first),
        "second": str(second),
        "third": str(answers.price.quantize(Decimal("0.01")) - first - second),
        "first_due": days_after(today, 14).isoformat(),
        "second_due": days_after(today, 28).isoformat(),
        "due_on": days_after(today, 42).isoformat(),
        "round_price": str((answers.price * Decimal("0.05")).quantize(Decimal("0.01"))),
    }
    slots["revisions"] = _revisions(answers.type, slots)
    return slots


def _terms(answers: Answers, today: Date) -> str:
    due = f"  due_on: {days_after(today, 42).isoformat()}"
    if answers.type == "hourly":
        return f"  rate: {answers.price:.2f}\n  weekly_limit: 20"
    return f"  price: {answers.price:.2f}\n{due}"


def _revisions(kind: str, slots: dict[str, str]) -> str:
    path = f"{_STARTER}/{kind}/revisions.yaml"
    if not os.path.exists(path):
        return ""
    with open(path, encoding="utf-8") as file:
        return _filled(file.read(), slots)


def _filled(text: str, slots: dict[str, str]) -> str:
    return _SLOT.sub(lambda slot: slots.get(slot[1], slot[0]), text)


def _scalar(text: str) -> str:
    """Text as a YAML value, quoted where YAML could read it as something else."""
    return yaml_text({"x": text}).removeprefix("x: ").rstrip("\n")
