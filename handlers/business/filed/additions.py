"""More words of a business on cases it has filed: to which they belong, and how they reach the officers."""

from __future__ import annotations

from domain.buttons import Button, Side
from domain.case import moves
from domain.case.case import Case, State
from domain.messages import Choice, Value, Words
from domain.refusals import Refusal
from domain.routing.conduct import is_denunciation
from handlers import meanings, typed
from handlers.business import phones, unkept
from handlers.business.draft import drafts, suggestions
from handlers.business.draft.sent import Sent, remember, take_in, whole_text
from handlers.business.filed import own_cases, previews, verdicts, wishes
from handlers.business.filed.own_cases import case_meant, own_case, what_now
from handlers.business.filed.told import department_words
from handlers.excerpts import shortened
from handlers.meanings import Meaning
from handlers.memory import Album, Held, Step
from handlers.private_talk import Rows, actor, instant, record, say
from handlers.recording import gather_album
from handlers.turn import Private
from storage import cases, files, messages, people

_VERDICT_LENGTH = 40


def take_words(turn: Private, case: Case) -> None:
    """Words for a case: a verdict on its answer, a mere thanks, or an addition that officers get."""
    incoming = turn.incoming
    is_short = len(incoming.text) < _VERDICT_LENGTH
    text = typed.without_code(incoming.text) if is_short else typed.without_leading_code(incoming.text)
    if not incoming.uploads:
        if typed.is_thanks(text):
            say(turn, Words("you-are-welcome"), keep_choices=True)
            return
        if not text or meanings.says(text, Meaning.STATUS):
            own_cases.show(turn, case)
            return
        if meanings.says(text, Meaning.WITHDRAW):
            own_cases.ask_withdrawal(turn, case)
            return
        if said := verdicts.verdict_in(turn.tx, case, text):
            verdicts.settle(turn, case, said)
            return
    sent = take_in(turn, text)
    if sent.files or text:
        add(turn, case, sent)


def add(turn: Private, case: Case, sent: Sent, *, insists: bool = False, has_read: bool = False) -> None:
    """An addition, or the reply to a question; officers get it, and the business hears where it went.

    What complains of officials is first asked about: it need not reach those it is about. So is what a department reads
    otherwise than it was written, until its author `has_read` it so.
    """
    if is_denunciation(sent.text):
        files.forget(turn.tx, sent.files)
        unkept.forget_one(turn.tx, turn.who.chat, turn.incoming.message_id)
        say(turn, phones.turned_away(turn.province.catalogue))
        return
    if not insists and previews.accuses(turn.province, case, sent.text):
        _ask_whether(turn, case, sent)
        return
    if not has_read and previews.is_read_otherwise(turn, case, sent.text):
        previews.hold(turn, case, sent)
        return
    now = instant(turn, case)
    going_on = turn.province.terms.going_on(case, now) if case.state is State.ASKED else None
    names = people.names_of(turn.tx, turn.who.id)
    decision = moves.add(case, actor(turn.who), now, sent.text, sent.files, going_on, names)
    record(turn, gather_album(decision, sent.album))
    remember(turn, case, sent.message_id)
    is_album_going_on = bool(sent.album) and turn.talk.album == (sent.album, case.id)
    turn.talk.album = Album(sent.album, case.id)
    if not is_album_going_on:
        _say_where_it_went(turn, case, decision.case, sent)


def _say_where_it_went(turn: Private, before: Case, after: Case, sent: Sent) -> None:
    facts: dict[str, Value] = {"code": before.code, "department": department_words(before)}
    if after.deadline:
        facts["deadline"] = after.deadline
    rows: Rows = ()
    key = "added-reply" if before.state is State.ASKED else "added"
    if before.state in {State.CLOSED, State.WITHDRAWN}:
        key, rows = "added-closed", what_now(turn.tx, before)
        facts["again"] = "yes" if own_cases.may_reopen(turn.tx, before) else "no"
        if facts["again"] == "no":
            rows = (*rows, *_or_new(turn, sent, f"(#{before.code}) {sent.text}"))
    elif before.state is State.ASKED:
        rows = _or_new(turn, sent, sent.text)
    keep = turn.talk.draft is not None and not rows
    say(turn, Words(key, facts), rows, about=before.id, keep_choices=keep)


def _or_new(turn: Private, sent: Sent, text: str) -> Rows:
    """The button that makes a new matter of these words instead; none for a guest, nor beside a draft."""
    if not turn.who.id or turn.talk.draft or not sent.text:
        return ()
    turn.talk.held = Held({sent.message_id or "0": text})
    return ((Choice(Words("button-new"), Button(Side.OWN, "new").data),),)


def continue_album(turn: Private) -> bool:
    """True for a further photo of an album whose first went to a case: it goes there, too, without another word."""
    album, incoming = turn.talk.album, turn.incoming
    if album is None or not incoming.album or album.album != incoming.album or not album.case or incoming.edited:
        return False
    case = own_case(turn, album.case)
    if sent := take_in(turn):
        add(turn, case, sent)
    return True


def edit(turn: Private) -> None:
    """A message of a filed case was changed: its officers are told."""
    tx, incoming, held = turn.tx, turn.incoming, turn.talk.held
    if held and incoming.message_id in held.texts:
        held.texts[incoming.message_id] = incoming.text
        if held.case:
            previews.show(turn, own_case(turn, held.case), held)
        return
    known = messages.find(tx, incoming.chat, incoming.message_id)
    if known is None or not known.case:
        return
    case = own_case(turn, known.case)
    is_part = bool(known.note.get("part"))
    text = whole_text(turn, case) if is_part else incoming.text
    if not (is_part and text == case.text):
        names = people.names_of(tx, turn.who.id)
        record(turn, moves.amend(case, actor(turn.who), instant(turn, case), text, whole=is_part, names=names))


# ---------------------------------------------------------------- where do words belong?


def place(turn: Private, *, is_mere: bool) -> bool:
    """Words that name no case: a verdict on the only answer, or one question where they belong; False for a new matter.

    A mere answer (`is_mere`) to nothing that was asked is neither: the question is put again, or what to do is said.
    """
    text, uploads = turn.incoming.text, turn.incoming.uploads
    live = cases.live_of_author(turn.tx, turn.who.id)
    if not live and not is_mere:
        return False
    if _turned_away(turn):
        return True
    answered = [case for case in live if case.state in {State.ANSWERED, State.DECLINED}]
    only = answered[0] if len(answered) == 1 and not uploads else None
    verdict = verdicts.verdict_in(turn.tx, only, text) if only else None
    if only and verdict:
        verdicts.settle(turn, own_case(turn, only.id), verdict)
    elif only and is_mere:
        say(turn, Words("verdict-unclear", {"code": only.code}), what_now(turn.tx, only), about=only.id)
    elif is_mere and meanings.says(text, Meaning.SOLVED_YET):
        wishes.tell_status(turn)
    elif is_mere:
        say(turn, Words("greet-back"), keep_choices=True)
    else:
        _ask_where(turn, live)
    return True


def only_question(turn: Private) -> Case | None:
    """The case whose department waits for this person's word, when it is the only one."""
    asked = [case for case in cases.live_of_author(turn.tx, turn.who.id) if case.state is State.ASKED]
    return own_case(turn, asked[0].id) if len(asked) == 1 else None


def is_elsewhere(turn: Private, case: Case) -> bool:
    """True for words that surely concern another department than the one that has the case."""
    triage = turn.province.catalogue.triage
    if not turn.incoming.text:
        return False
    key, chance = turn.province.router().rank(turn.incoming.text).departments[0]
    return chance >= triage.propose_alone_above and key != case.department


def _ask_where(turn: Private, live: list[Case]) -> None:
    """One question: a new matter, or more on one of the open cases? What was sent waits for the answer."""
    turn.talk.awaits(Step.WHERE)
    turn.talk.held = Held()
    _hold(turn, turn.talk.held)
    like = next(iter(suggestions.own_like(turn.province, live, turn.incoming.text)), None)
    rows = [(Choice(Words("button-new"), Button(Side.OWN, "new").data),)]
    rows += [(_here(case),) for case in live if like is None or case.id != like.id]
    if like is None:
        say(turn, Words("where-question"), tuple(rows))
        return
    turn.talk.passed = like.id
    first = (Choice(Words("button-add-to", {"code": like.code}), Button(Side.OWN, "to", case=like.id).data),)
    say(turn, Words("where-like", {"code": like.code, "text": shortened(like.text, own_cases.LINE)}), (first, *rows))


def _here(case: Case) -> Choice:
    return Choice(
        Words("button-case", {"code": case.code, "text": shortened(case.text, 24)}),
        Button(Side.OWN, "to", case=case.id).data,
    )


def _turned_away(turn: Private) -> bool:
    """True for a denunciation: it does not even wait for an answer, and its author is told the formal way."""
    if not is_denunciation(turn.incoming.text):
        return False
    unkept.forget_one(turn.tx, turn.who.chat, turn.incoming.message_id)
    say(turn, phones.turned_away(turn.province.catalogue), keep_choices=True)
    return True


def _hold(turn: Private, held: Held) -> None:
    sent = take_in(turn)
    held.texts[sent.message_id or str(len(held.texts))] = sent.text
    held.files += sent.files
    held.album = sent.album


def _ask_whether(turn: Private, case: Case, sent: Sent) -> None:
    """A matter of its own, for the Inspectorate, or on this case all the same? What was sent waits for the answer."""
    turn.talk.held = Held({sent.message_id or "0": sent.text}, list(sent.files), sent.album)
    turn.talk.awaits(Step.WHERE)
    facts: dict[str, Value] = {"code": case.code, "department": department_words(case)}
    new = Choice(Words("button-new"), Button(Side.OWN, "new").data)
    say(turn, Words("conduct-where", facts), ((new,), (_here(case),)))


def put_where(turn: Private, number: int) -> None:
    """Where the held words belong has been said: to a case, or (0) to a new filing."""
    held = turn.talk.held
    if held is None:
        raise Refusal("refused-nothing-held")
    turn.talk.forget("held", "step")
    attached = tuple(held.files)
    if not number:
        for place_in_row, (message_id, text) in enumerate(held.texts.items()):
            drafts.begin(turn, Sent(message_id, text, () if place_in_row else attached))
        drafts.go_on(turn)
        return
    case = own_case(turn, number)
    first, *others = held.texts
    sent = Sent(first, "\n".join(filter(None, held.texts.values())), attached)
    if held.appeals and held.case == number:
        verdicts.appeal(turn, case, sent, has_read=True)
    else:
        add(turn, case, sent, insists=True, has_read=held.case == number)
    remember(turn, case, *others)


# ---------------------------------------------------------------- words and taps that were asked for


def take_expected(turn: Private) -> bool:
    """Take the words asked for about a case; False when none were, or when they turn out to be something else."""
    talk, incoming = turn.talk, turn.incoming
    target = case_meant(turn)
    if target is not None and talk.step is not Step.WHERE and talk.case != target.id:
        take_words(turn, target)
        return True
    if talk.step is Step.STARS and not incoming.uploads and (number := meanings.stars(incoming.text)):
        verdicts.rate(turn, own_case(turn, talk.case), number)
        return True
    taken = talk.step in {Step.WHERE, Step.APPEAL, Step.COMMENT, Step.ADD}
    if not taken:
        return False
    if typed.is_thanks(incoming.text) and not incoming.uploads:
        say(turn, Words("you-are-welcome"), keep_choices=True)
        return True
    match talk.step:
        case Step.WHERE:
            _hold_more(turn, target)
        case Step.APPEAL:
            taken = verdicts.appeal_in_words(turn)
        case Step.COMMENT:
            taken = verdicts.comment(turn)
        case _:
            case = own_case(turn, talk.case)
            sent = take_in(turn)
            talk.answered()  # first: the words may lead to a question of their own
            add(turn, case, sent)
    return taken


def _hold_more(turn: Private, target: Case | None) -> None:
    """More before it was said where it belongs; a case's code alone says it, a code among words does, too."""
    held, incoming = turn.talk.held, turn.incoming
    if held is None:
        raise Refusal("refused-nothing-held")
    if _turned_away(turn):
        return
    album = held.album
    if target is None or typed.without_code(incoming.text) or incoming.uploads:
        _hold(turn, held)
    if held.case:
        if not (album and album == incoming.album):
            previews.show(turn, own_case(turn, held.case), held)
    elif target is not None:
        put_where(turn, target.id)
    elif not (album and album == incoming.album):
        say(turn, Words("where-more"), keep_choices=True)
