"""What a move comes to, and the pieces every move is put together from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from domain.buttons import Button, Side
from domain.case.cards import card, refreshed, slot, whole_text
from domain.case.case import Actor, Case, Entry, Move, Outcome, Role, Tier
from domain.case.history import apply
from domain.messages import TASK_GROUP, Choice, Kind, Lines, Notice, To, Words, to_author, to_department
from domain.refusals import Missing

#: what the task group does to a department's case, and only the case's card shows there
_DONE_FOR_A_DEPARTMENT = {Move.ACCEPTED, Move.ASKED, Move.TOLD, Move.ANSWERED, Move.DECLINED, Move.EXTENDED}
#: what leaves cards as they are; with words of others a card that was lost comes back, so theirs are brought up to date
_NOT_ON_THE_CARD = {Move.NOTED}


@dataclass(frozen=True, slots=True)
class Decision:
    """What a move does: the case afterwards, the journal entries that say so, and the messages it causes."""

    case: Case
    entries: tuple[Entry, ...]
    notices: tuple[Notice, ...]


def decide(case: Case, entry: Entry, *notices: Notice, tells: Words | None = None) -> Decision:
    """The entry applied, its notices, and the cards brought up to date, which may be all that `tells` the officers."""
    after = apply(case, entry)
    if entry.move in _NOT_ON_THE_CARD:
        return Decision(after, (entry,), notices)
    is_news = entry.actor.role is Role.TASK_GROUP and entry.move in _DONE_FOR_A_DEPARTMENT
    anew = {each.to for each in notices if each.slot == slot(case.id) and each.kind is Kind.SEND}
    changed = (each for each in refreshed(after, is_news=is_news, tells=tells) if each.to not in anew)
    return Decision(after, (entry,), (*notices, *changed))


def to_business(case: Case, words: Words | Lines, files: tuple[int, ...] = (), choices: Any = ()) -> Notice:
    """A message to whoever filed."""
    return Notice(to_author(case.author), words, choices=choices, about=case.id, files=files)


def under_card(case: Case, words: Words, files: tuple[int, ...] = (), to: To | None = None) -> Notice:
    """A message under the case's card in its department (or for `to`)."""
    to = to or to_department(case.department)
    return Notice(to, words, about=case.id, files=files, under=slot(case.id))


def read_on_return(case: Case, actor: Actor) -> tuple[Notice, ...]:
    """Whoever writes to an anonymous author is told that it will be read when the author comes back."""
    if case.tier is not Tier.ANONYMOUS:
        return ()
    to = TASK_GROUP if actor.role is Role.TASK_GROUP else None
    return (under_card(case, Words("seen-on-return", {"code": case.code}), to=to),)


def card_with_files(case: Case, to: To | None = None, *news: Words) -> tuple[Notice, ...]:
    """The card (`news` on it), what it had to cut off and the files of a case, for those who now have it, or `to`."""
    to = to or to_department(case.department)
    files = (under_card(case, Words("files-of", {"code": case.code}), case.files, to),) if case.files else ()
    return (card(case, to, news=news), *whole_text(case, to), *files)


def words_needed(text: str, files: tuple[int, ...]) -> None:
    """Raises Missing when there is nothing to send."""
    if not text.strip() and not files:
        raise Missing("refused-empty")


def says(text: str, words: int) -> bool:
    """True when a text has at least that many words; Chinese has no spaces, so two of its characters count as one."""
    han = sum("\u3400" <= letter <= "\u9fff" for letter in text)
    return len(text.split()) >= words or han >= 2 * words


def outcome_choices(case: Case) -> tuple[tuple[Choice, ...], ...]:
    """The four buttons under an answer; the newest comes last, for older messages are answered by number, too."""
    return tuple(
        (Choice(Words(f"button-{outcome}"), Button(Side.OWN, outcome, case=case.id).data),)
        for outcome in (Outcome.SOLVED, Outcome.PARTLY, Outcome.NOT_SOLVED, Outcome.EXPLAINED)
    )


def contest_choices(case: Case) -> tuple[tuple[Choice, ...], ...]:
    """The button under a refusal."""
    return ((Choice(Words("button-contest"), Button(Side.OWN, Outcome.NOT_SOLVED, case=case.id).data),),)
