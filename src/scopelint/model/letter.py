"""Ready words for messages to the client, to be sent as they are or changed to taste."""

from datetime import date as Date


def _plain(name: str) -> str:
    """A name without the backticks that messages of findings give it."""
    return name.strip("`")


def approval_request(name: str) -> str:
    """Asks for a written yes to a delivery."""
    return (
        f"{_plain(name)} is delivered and ready for your review. "
        "Please reply `approved` if it meets what we agreed, "
        "or send me one list of what does not, so that the next step can begin."
    )


def check_in(topic: str) -> str:
    """A short friendly question to a client who has gone quiet."""
    return (
        f"A short hello about {topic}: is anything unclear or blocking you on your side? "
        "As soon as I hear from you I can plan the next step."
    )


def close_request(topic: str, deadline: Date) -> str:
    """Announces with a date that the contract will be closed."""
    return (
        f"I have not heard from you about {topic}, so I would like to bring this to an orderly end. "
        f"Without an answer by {deadline} I will ask for the contract to be closed. "
        "If you would rather go on, a short reply is enough."
    )


def support_request(name: str) -> str:
    """Tells the platform's support about delivered work that waits for payment."""
    return (
        f"{_plain(name)} was delivered as agreed and the client has not answered since, although I asked. "
        "Please help us to reach the client or to release the payment. "
        "The messages and the delivery are on file."
    )


def exit_note(name: str | None, money: str) -> str:
    """Leaves calmly: about fit, with what happens to the money."""
    what = f" The money in {_plain(name)} {money}." if name else f" {money[:1].upper()}{money[1:]}."
    return (
        "I have come to think that someone else will serve this brief better than I can, "
        f"so I would like to end our contract here.{what} "
        "What is delivered so far stays yours as agreed. I wish you success with the project."
    )


def threat_answer() -> str:
    """Answers a threatened review: recorded, reported, no change of scope."""
    return (
        "I have noted your message and passed it on to the platform, as its rules ask. "
        "The scope we agreed stands, and I will gladly finish it. "
        "If you need something beyond it, I can quote it as an addition."
    )


def split_offer(name: str) -> str:
    """Offers to split a large milestone into three."""
    return (
        f"To keep the risk small for both of us, let us split {_plain(name)} into three funded steps: "
        "a first part you can judge quickly, the main part, and the finish. "
        "Each is funded before it begins and approved before the next."
    )
