"""Words on the case of somebody who hides: before they go, their author reads them as the department will.

Only where that is not what they wrote; of an open case, and of words nothing is blotted out of, nothing is asked.
"""

from __future__ import annotations

from domain.buttons import Button, Side
from domain.case import confidentiality
from domain.case.case import Case, Tier
from domain.messages import Choice, Lines, Value, Words
from domain.privacy.masks import MASK
from domain.refusals import Refusal
from domain.routing import conduct
from handlers.business import unkept
from handlers.business.draft.sent import Sent
from handlers.hidden_files import may_be_copied
from handlers.memory import Held, Step
from handlers.private_talk import say
from handlers.province import Province
from handlers.turn import Private
from storage import files, people


def is_read_otherwise(turn: Private, case: Case, text: str) -> bool:
    """True for words of which the department reads less than was written."""
    return case.tier is not Tier.OPEN and MASK in _as_read(turn, case, text)


def accuses(province: Province, case: Case, text: str) -> bool:
    """True for words that surely are about officials' conduct, on a case of a department that might be theirs.

    Of a few more words to a case nothing less than that is worth a question: they have to name an official, or what
    means nothing else.
    """
    is_elsewhere = case.department in {"", province.catalogue.triage.conduct} or not case.author
    names = conduct.OFFICIAL.search(text.lower()) or conduct.CERTAIN.search(text.lower())
    return bool(names) and not is_elsewhere and province.router().conduct(text) is conduct.Tier.SURE


def _as_read(turn: Private, case: Case, text: str) -> str:
    known = confidentiality.knowing(case, people.names_of(turn.tx, turn.who.id))
    return confidentiality.for_department(known, text, turn.who.name)


def hold(turn: Private, case: Case, sent: Sent, *, appeals: bool = False) -> None:
    """What was sent waits; it is shown as the department will read it."""
    texts = {sent.message_id or "0": sent.text}
    turn.talk.held = Held(texts, list(sent.files), sent.album, case=case.id, appeals=appeals)
    show(turn, case, turn.talk.held)


def show(turn: Private, case: Case, held: Held) -> None:
    """The words that wait as they will be read, and what may become of them."""
    turn.talk.awaits(Step.WHERE)
    text = "\n".join(filter(None, held.texts.values()))
    facts: dict[str, Value] = {"code": case.code, "text": _as_read(turn, case, text)}
    lines: list[Value] = [Words("addition-masked", facts)]
    if left_out := sum(not may_be_copied(turn.tx, each) for each in held.files):
        lines.append(Words("addition-withheld", {"count": left_out}))
    lines.append(Words("addition-question"))
    send = Choice(Words("button-send-as-read"), Button(Side.OWN, "to", case=case.id).data)
    drop = Choice(Words("button-unsend"), Button(Side.OWN, "unsend", case=case.id).data)
    say(turn, Lines(tuple(lines), "\n\n"), ((send,), (drop,)), about=case.id)


def drop(turn: Private, case: Case) -> None:
    """What waited is not sent."""
    held = turn.talk.held
    if held is None or held.case != case.id:
        raise Refusal("refused-nothing-held")
    files.forget(turn.tx, tuple(held.files))
    for message in held.texts:
        unkept.forget_one(turn.tx, turn.who.chat, message)
    turn.talk.forget("held", "step", "choices")
    say(turn, Words("addition-dropped", {"code": case.code}), about=case.id)
