"""Where a person stands when they type, and what came of what they typed: the judge of tests/handlers/phrases.tsv."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from domain.case import moves
from domain.case.case import Case, Outcome, State
from domain.messages import Chat, Incoming, Lines, Network, Sender, Words
from handlers import memory, recording
from handlers.business import dispatch
from handlers.memory import Conversation, Step
from handlers.province import Province
from storage import cases, people
from storage.database import Store, Tx
from storage.people import Individual
from tests.cast import MINH, NOW, filed, replying, said
from tests.posted import items

CHAT = Chat(Network.TELEGRAM, "7")
MATTER = "Hồ sơ cấp giấy phép xây dựng nhà xưởng của tôi nộp 2 tháng chưa có kết quả"
#: nobody in the catalogue is likely for it, so that the summary asks
NOBODYS = "Xin hỏi việc này thì làm thế nào cho phải"


class _TakenBack(Exception):  # noqa: N818  not an error: what was typed is undone for the next phrase
    """Carries what came of a phrase out of a transaction that leaves nothing behind."""

    def __init__(self, came: str) -> None:
        super().__init__(came)
        self.came = came


@dataclass
class Stage:
    """One store in which somebody is led to a question again and again."""

    store: Store
    province: Province
    number: int = 0

    def hears(self, where: str, text: str) -> str:
        """What a text comes to there; nothing of it stays."""

        def act(tx: Tx) -> str:
            _PLACES[where](self, tx)
            before = [number for number, _, _ in items(tx)]
            person = _person(tx)
            talk = memory.of(person)
            self.types(tx, text)
            raise _TakenBack(_came_of(tx, talk, before))

        try:
            return self.store.call(act)
        except _TakenBack as back:
            return back.came

    def types(self, tx: Tx, text: str = "", choice: str = "") -> None:
        """A message, or a tap."""
        self.number += 1
        sender = Sender("7", "Nguyễn Thị Lan", "vi")
        incoming = Incoming(
            f"t{self.number}", CHAT, sender, tx.now, private=True, text=text, message_id=str(self.number)
        )
        if choice:
            incoming = replace(incoming, choice=choice, tap_id=f"tap{self.number}")
        dispatch.handle(tx, self.province, incoming)


def _person(tx: Tx) -> Individual:
    found = people.find(tx, CHAT.network, "7")
    assert found is not None
    return found


def _said(tx: Tx, before: list[Any]) -> set[str]:
    """The sentences posted since; some of those before may be gone."""
    found: set[str] = set()
    for number, _, notice in items(tx):
        if number in before:
            continue
        words = notice.words
        found |= {
            each.key for each in (words.items if isinstance(words, Lines) else (words,)) if isinstance(each, Words)
        }
    return found


# ---------------------------------------------------------------- the places


def _asked_for_consent(stage: Stage, tx: Tx) -> None:
    stage.types(tx, MATTER)


def _known(stage: Stage, tx: Tx) -> None:
    """Nothing is open; Lan has consented and speaks for a firm."""
    person = people.meet(tx, CHAT, "7", "Nguyễn Thị Lan", "vi")
    person.consented_at = NOW
    people.speak_for(tx, person, "Công ty Lan Anh", "4900001236")
    memory.keep(tx, person, Conversation())


def _at_the_summary(stage: Stage, tx: Tx) -> None:
    _known(stage, tx)
    stage.types(tx, MATTER)


def _asked_for_department(stage: Stage, tx: Tx) -> None:
    _known(stage, tx)
    stage.types(tx, NOBODYS)


def _asked_for_whom(stage: Stage, tx: Tx) -> None:
    person = people.meet(tx, CHAT, "7", "Nguyễn Thị Lan", "vi")
    person.consented_at = NOW
    memory.keep(tx, person, Conversation())
    stage.types(tx, MATTER)


def _with_a_case(stage: Stage, tx: Tx) -> Case:
    _known(stage, tx)
    first = filed()
    recording.record(tx, first)
    return first.case


def _answered(stage: Stage, tx: Tx) -> None:
    case = _with_a_case(stage, tx)
    recording.record(tx, moves.answer(case, MINH, tx.now, said("Sở đã cấp giấy phép")))


def _asked_by_an_officer(stage: Stage, tx: Tx) -> None:
    case = _with_a_case(stage, tx)
    recording.record(tx, moves.ask(case, MINH, tx.now, "Đã nộp bản vẽ chưa?", (), "Minh", replying(tx.now)))


def _asked_for_stars(stage: Stage, tx: Tx) -> None:
    _answered(stage, tx)
    stage.types(tx, "Đã giải quyết")


def _with_an_open_case(stage: Stage, tx: Tx) -> None:
    _with_a_case(stage, tx)


_PLACES: dict[str, Callable[[Stage, Tx], None]] = {
    "consent": _asked_for_consent,
    "nothing": _known,
    "summary": _at_the_summary,
    "department": _asked_for_department,
    "firm": _asked_for_whom,
    "solved": _answered,
    "question": _asked_by_an_officer,
    "stars": _asked_for_stars,
    "open": _with_an_open_case,
}


# ---------------------------------------------------------------- what came of it


def _came_of(tx: Tx, before: Conversation, posted: list[Any]) -> str:
    """The one word for what a text has done."""
    person = _person(tx)
    talk, keys = memory.of(person), _said(tx, posted)
    if keys & {"receipt", "receipt-undecided"}:
        return f"sent-{cases.of_author(tx, person.id)[0].tier}"
    for meaning, did in _CAME.items():
        if did(keys, before, talk):
            return meaning
    own = cases.of_author(tx, person.id)
    return _of_case(own[0], keys) if own else "asked"


def _of_case(case: Case, keys: set[str]) -> str:
    if case.state is State.CLOSED and "ask-stars" in keys:
        return "partly" if case.outcome is Outcome.PARTLY else "solved"
    if "added-reply" in keys:
        return "answer"
    return "added" if "added" in keys else "asked"


_Did = Callable[[set[str], Conversation, Conversation], bool]


def _text_of(talk: Conversation) -> str:
    return talk.draft.text if talk.draft else ""


_CAME: dict[str, _Did] = {
    "no": lambda keys, _before, _talk: "refused-consent" in keys,
    "sent-anonymously": lambda keys, _before, _talk: "receipt-anonymous" in keys,
    "anonymous": lambda keys, _before, _talk: "anonymous-explained" in keys,
    "change": lambda keys, _before, _talk: "change-question" in keys,
    "drop": lambda keys, _before, _talk: "dropped" in keys,
    "stars": lambda keys, _before, _talk: "ask-comment" in keys,
    "not-solved": lambda _keys, before, talk: talk.step is Step.APPEAL and before.step is not Step.APPEAL,
    "withdraw": lambda keys, _before, _talk: bool(keys & {"withdraw-question", "refused-which-withdrawn"}),
    "person": lambda keys, _before, _talk: bool(keys & {"person", "person-of-case"}),
    "status": lambda keys, _before, _talk: bool(keys & {"status-head", "list-head", "nothing-filed"}),
    "greeting": lambda keys, _before, _talk: "greet-back" in keys,
    "thanks": lambda keys, _before, _talk: "you-are-welcome" in keys,
    "yes": lambda _keys, before, talk: before.step is Step.CONSENT and talk.step is not Step.CONSENT,
    "unknown": lambda _keys, before, talk: bool(
        before.draft and talk.draft and talk.draft.corrected and not before.draft.corrected
    ),
    "text": lambda _keys, before, talk: bool(before.draft) and _text_of(talk) != _text_of(before),
    "skip": lambda _keys, before, talk: talk.no_business and not before.no_business,
    "firm": lambda keys, before, _talk: before.step is Step.BUSINESS and "summary-head" in keys,
    "matter": lambda _keys, before, talk: before.draft is None and talk.draft is not None,
}
