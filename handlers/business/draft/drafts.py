"""A filing in the making: hold what is sent, guess where it belongs, sum it up, change it, drop it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from domain.buttons import Button, Side
from domain.case import confidentiality
from domain.case import draft as drafting
from domain.case.case import Matter
from domain.case.draft import Draft
from domain.messages import Choice, Value, Words
from domain.people import NamedBusiness, named
from domain.province.catalogue import PromisedStep
from domain.refusals import Refusal
from domain.routing.conduct import is_denunciation
from handlers import typed
from handlers.business import phones, unkept
from handlers.business.draft import screen, suggestions
from handlers.business.draft.guessing import guess
from handlers.business.draft.sent import Sent, take_in
from handlers.hidden_files import may_be_copied
from handlers.memory import Album, Step
from handlers.private_talk import address, hear, languages, offer, say
from handlers.turn import Private
from storage import files, people
from storage.outgoing import outbox


def set_aside(turn: Private) -> None:
    """The draft waits as it is while a request about personal data is written, which is a matter of its own."""
    talk = turn.talk
    if talk.draft and not talk.aside and not typed.is_data_request(talk.draft.text):
        talk.draft, talk.aside = None, talk.draft


def take_up_again(turn: Private) -> None:
    """On with the draft that was set aside."""
    talk = turn.talk
    if talk.aside and not talk.draft:
        talk.draft, talk.aside = talk.aside, None
        go_on(turn)


def draft_of(turn: Private) -> Draft:
    """The unfinished filing; refused where there is none."""
    if turn.talk.draft is None:
        raise Refusal("refused-no-draft")
    return turn.talk.draft


def take(turn: Private) -> None:
    """Add what was sent to the draft, beginning one if there is none, and say what comes next."""
    if turn.talk.held and not turn.talk.held.files:
        turn.talk.forget("held")  # what was offered as a new matter before
    is_summed_up = turn.talk.draft is not None and turn.talk.step is Step.DRAFT
    if sent := take_in(turn):
        begin(turn, sent)
        go_on(turn, album=sent.album, edit=is_summed_up)


def begin(turn: Private, sent: Sent) -> None:
    """Add a message to the draft, beginning one if there is none."""
    draft = turn.talk.draft or Draft(begun_at=turn.tx.now.isoformat())
    if drafting.is_cut(draft, sent.text, sent.files) and not (sent.album and sent.album == draft.album):
        facts: dict[str, Value] = {"files": drafting.MOST_FILES, "letters": drafting.LONGEST_TEXT}
        say(turn, Words("draft-full", facts), keep_choices=True)
    draft = drafting.with_message(draft, sent.message_id or f"{len(draft.texts)}", sent.text, sent.files, sent.album)
    if sent.text:
        if hear(turn.who, turn.talk, sent.text):
            say(turn, Words("language-question"), (languages(turn),), keep_choices=True)
        draft = drafting.guessed(draft, guess(turn, draft.text))
        if typed.is_data_request(draft.text):
            its_own = {
                "department": "",
                "topic": "",
                "kind": Matter.FEEDBACK,
                "maybe_conduct": False,
                "corrected": True,
            }
            draft = replace(draft, **its_own)  # type: ignore[arg-type]
    turn.talk.draft = draft


def go_on(turn: Private, *, album: str = "", edit: bool = False) -> None:
    """The next thing to say about the draft: a denunciation's way, for whom it speaks, or the summary.

    Where the summary stands already (`edit`), it is brought up to date in its place.
    """
    draft, talk = draft_of(turn), turn.talk
    is_album_going_on = bool(album) and talk.album == (album, 0)
    talk.album = Album(album, 0)
    if turned_away(turn, draft):
        return
    if turn.who.business == 0 and not talk.no_business:
        if not is_album_going_on:
            ask_business(turn)
    else:
        _sum_up(turn, draft, edit=is_album_going_on or edit or screen.is_tapped(turn))


def _if_hidden(turn: Private, draft: Draft, speaker: NamedBusiness | None) -> tuple[Value, ...]:
    """How a department would read the text of somebody who hides, and how many files would stay with the task group."""
    name, code = (speaker.name, speaker.tax_code) if speaker else ("", "")
    lines: list[Value] = []
    others = people.names_of(turn.tx, turn.who.id)
    if masked := confidentiality.preview(draft.text, name, code, turn.who.name, *others):
        lines.append(Words("summary-masked", {"text": masked}))
    if left_out := sum(not may_be_copied(turn.tx, each) for each in draft.files):
        lines.append(Words("summary-withheld", {"count": left_out}))
    return tuple(lines)


def speaker_of(turn: Private) -> NamedBusiness | None:
    """The business for which the person speaks now."""
    firm = people.firm(turn.tx, turn.who.business)
    return NamedBusiness(firm.name, firm.tax_code) if firm else None


def _sum_up(turn: Private, draft: Draft, *, edit: bool) -> None:
    speaker = speaker_of(turn)
    hidden = _if_hidden(turn, draft, speaker)
    notice = drafting.summary(draft, speaker, address(turn.who), _due(turn, draft), edit=edit, if_hidden=hidden)
    more = suggestions.suggest(turn, draft)
    outbox.post(turn.tx, notice)
    offer(turn, (*notice.choices, *more))
    turn.talk.awaits(Step.DRAFT)


def _due(turn: Private, draft: Draft) -> datetime:
    """When an answer would be due if the draft were sent now."""
    terms = turn.province.terms
    promise = terms.promise(promised(draft), draft.kind, draft.topic, draft.department)
    return terms.deadline(promise, turn.tx.now).due_at


def promised(draft: Draft) -> PromisedStep:
    """What is promised for the draft: the law gives a request about personal data a time of its own."""
    return PromisedStep.DATA_REQUEST if typed.is_data_request(draft.text) else PromisedStep.RESOLVE


def turned_away(turn: Private, draft: Draft) -> bool:
    """True for a denunciation: it is not kept, and its author is told the formal way."""
    if not is_denunciation(draft.text):
        return False
    files.forget(turn.tx, draft.files)
    put_away(turn)
    unkept.forget_from(turn.tx, turn.who.chat, draft.first)
    say(turn, phones.turned_away(turn.province.catalogue))
    return True


# ---------------------------------------------------------------- for whom


def ask_business(turn: Private) -> None:
    """For whom do you speak? Known businesses as buttons; no code is needed."""
    turn.talk.awaits(Step.BUSINESS)
    firms = people.firms_of(turn.tx, turn.who.id)
    rows = [(Choice(firm.name or firm.tax_code, Button(Side.DRAFT, "firm", firm=firm.id).data),) for firm in firms]
    rows.append((Choice(Words("button-no-business"), Button(Side.DRAFT, "skip").data),))
    screen.show(turn, Words("business-question"), tuple(rows))


def speak_for(turn: Private, firm: int) -> None:
    """A known business was chosen; 0 for none."""
    if firm:
        if firm not in {each.id for each in people.firms_of(turn.tx, turn.who.id)}:
            raise Refusal("refused-button")
        turn.who.business = firm
    else:
        turn.who.business = 0
        turn.talk.no_business = True
    know_business(turn)


def know_business(turn: Private) -> None:
    """It has been said for whom this person speaks: on with the draft, or a word that it was noted."""
    turn.talk.forget("step", "firm")
    if turn.talk.draft:
        go_on(turn)
        return
    firm = people.firm(turn.tx, turn.who.business)
    who = named(firm.name, firm.tax_code) if firm else named("", "")
    say(turn, Words("business-set", {"who": who}))


# ---------------------------------------------------------------- changing and dropping


def change(turn: Private, draft: Draft) -> None:
    """The draft is this now; it is summed up anew."""
    turn.talk.draft = draft
    _sum_up(turn, draft, edit=screen.is_tapped(turn))


def rewrite(turn: Private) -> None:
    """The words of the draft are replaced by these; its files stay."""
    draft = draft_of(turn)
    if turn.incoming.text.strip():
        turn.talk.draft = replace(draft, texts={})
    take(turn)


def edit(turn: Private) -> bool:
    """An edited message that is part of the draft changes it; False when it is not."""
    draft, incoming = turn.talk.draft, turn.incoming
    if draft is None or incoming.message_id not in draft.texts:
        return False
    draft = replace(draft, texts={**draft.texts, incoming.message_id: incoming.text})
    draft = turn.talk.draft = drafting.guessed(draft, guess(turn, draft.text))
    if not turned_away(turn, draft) and turn.talk.step is Step.DRAFT:
        _sum_up(turn, draft, edit=True)
    return True


def drop(turn: Private) -> None:
    """Forget the draft and whatever was being asked."""
    talk = turn.talk
    files.forget(turn.tx, (*(talk.draft.files if talk.draft else ()), *(talk.held.files if talk.held else ())))
    had_any = bool(talk.draft or talk.held)
    if had_any:
        unkept.forget_from(turn.tx, turn.who.chat, talk.first_written())
    talk.forget("draft", "held", "step", "case", "choices", "album")
    if had_any:
        screen.close(turn, Words("dropped"))
    say(turn, Words("dropped" if had_any else "nothing-to-drop"))
    take_up_again(turn)


def put_away(turn: Private) -> None:
    """The draft is no longer being written, and nothing is asked about it."""
    turn.talk.forget("draft", "step", "choices", "album", "passed")
