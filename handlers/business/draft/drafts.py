"""A filing in the making: hold what is sent, guess where it belongs, sum it up, change it, drop it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from domain.buttons import UNKNOWN, Button, Side
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
from handlers.business.draft import suggestions
from handlers.business.draft.guessing import guess
from handlers.business.draft.sent import Sent, take_in
from handlers.hidden_files import may_be_copied
from handlers.memory import Album, Step
from handlers.private_talk import address, hear, languages, offer, say
from handlers.province import Province
from handlers.turn import Private
from storage import files, people
from storage.outgoing import outbox

_KINDS = (Matter.OBSTACLE, Matter.PROPOSAL, Matter.FEEDBACK, Matter.COMPLAINT)
_BACK = (Choice(Words("button-back"), Button(Side.DRAFT, "back").data),)


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
        _sum_up(turn, draft, edit=is_album_going_on or edit)


def _if_hidden(turn: Private, draft: Draft, speaker: NamedBusiness | None) -> tuple[Value, ...]:
    """How a department would read the text of somebody who hides, and how many files would stay with the task group."""
    name, code = (speaker.name, speaker.tax_code) if speaker else ("", "")
    lines: list[Value] = []
    if masked := confidentiality.preview(draft.text, name, code, turn.who.name):
        lines.append(Words("summary-masked", {"text": masked}))
    if left_out := sum(not may_be_copied(turn.tx, each) for each in draft.files):
        lines.append(Words("summary-withheld", {"count": left_out}))
    return tuple(lines)


def _sum_up(turn: Private, draft: Draft, *, edit: bool) -> None:
    firm = people.firm(turn.tx, turn.who.business)
    speaker = NamedBusiness(firm.name, firm.tax_code) if firm else None
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
    say(turn, Words("business-question"), tuple(rows))


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


def offer_changes(turn: Private) -> None:
    """What of the draft may be changed."""
    rows = tuple(
        (Choice(Words(f"button-change-{what}"), Button(Side.DRAFT, "pick", pick=what).data),)
        for what in ("department", "kind", "business", "text")
    )
    say(turn, Words("change-question"), (*rows, _BACK))


def ask_change(turn: Private, what: str) -> None:
    """The question that changes this part of the draft."""
    draft = draft_of(turn)
    match what:
        case "kind":
            rows = tuple(
                (Choice(Words(f"kind-{kind}"), Button(Side.DRAFT, "kind", kind=kind).data),) for kind in _KINDS
            )
            say(turn, Words("kind-question"), (*rows, _BACK))
        case "department":
            rows = tuple((each,) for each in (*_departments(turn.province, draft), drafting.unknown_department()))
            say(turn, Words("department-question"), (*rows, _BACK))
        case "business":
            turn.talk.forget("no_business")
            ask_business(turn)
        case "text":
            turn.talk.awaits(Step.REWRITE)
            say(turn, Words("text-question"), (_BACK,))
        case _:
            raise Refusal("refused-button")


def _departments(province: Province, draft: Draft) -> tuple[Choice, ...]:
    """The best guesses first, then every department that takes cases (communes are named in the text instead)."""
    listed = [
        each.key
        for each in province.catalogue.departments
        if each.takes_cases and not each.successor and not each.former_district and each.kind != "commune"
    ]
    keys = dict.fromkeys([*draft.offered, *listed])
    return tuple(drafting.department_choice(key) for key in keys)


def choose_department(turn: Private, key: str) -> None:
    """The department a person chose themselves; UNKNOWN leaves it to the task group."""
    draft, catalogue = draft_of(turn), turn.province.catalogue
    if key == UNKNOWN:
        change(turn, replace(draft, department="", topic="", together=(), corrected=True))
        return
    department = catalogue.department(key)
    if department is None or not department.takes_cases or department.successor:
        raise Refusal("refused-button")
    topic = catalogue.topic(draft.topic)
    changed = replace(
        draft,
        department=key,
        topic=draft.topic if topic and topic.department == key else "",
        together=draft.together if key in draft.offered[:1] else (),
        corrected=True,
        is_conduct=False,
    )
    change(turn, changed)


def answer_conduct(turn: Private, *, about_officials: bool) -> None:
    """Whether it is about how officials behave, as the person says; asked only where routing cannot tell."""
    draft = draft_of(turn)
    if about_officials:
        change(turn, drafting.about_officials(draft, guess(turn, draft.text)))
    else:
        change(turn, replace(draft, maybe_conduct=False, conduct_told=True))


def choose_kind(turn: Private, kind: Matter) -> None:
    """Obstacle, proposal, feedback or complaint, as the person says."""
    change(turn, replace(draft_of(turn), kind=kind, kind_chosen=True))


def change(turn: Private, draft: Draft) -> None:
    """The draft is this now; it is summed up anew."""
    turn.talk.draft = draft
    _sum_up(turn, draft, edit=False)


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
    say(turn, Words("dropped" if had_any else "nothing-to-drop"))
    take_up_again(turn)


def put_away(turn: Private) -> None:
    """The draft is no longer being written, and nothing is asked about it."""
    turn.talk.forget("draft", "step", "choices", "album", "passed")
