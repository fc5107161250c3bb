"""A business and the cases it has filed: looking them up, adding to them, its word on an answer, taking one back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from domain import moves
from domain.cases import Case, Move, Outcome, State, allowed, write
from domain.catalogue import Step
from domain.messages import ALBUM, Choice, Incoming, Kind, Lines, Name, Value, Words
from domain.moves import Decision
from domain.refusals import Missing, NotNow, NotYours, Refusal
from handlers import filing, typed
from handlers.speaking import actor, offer, say
from handlers.world import World
from storage import cases, chats
from storage.people import Individual
from storage.transaction import Tx

COMMENT_WINDOW = timedelta(minutes=30)
OUTCOMES = (Outcome.SOLVED, Outcome.PARTLY, Outcome.NOT_SOLVED)
_VERDICT_LENGTH = 40
_LONGEST_ID = 18


def own_case(tx: Tx, person: Individual, case: int) -> Case:
    """This person's case; raises NotYours for anybody else's, and for one that is not there."""
    found = cases.load(tx, case)
    if found is None or found.author != person.id:
        raise NotYours("refused-not-your-case")
    return found


def named(tx: Tx, person: Individual, text: str) -> Case:
    """The case named in the text, or the only open one."""
    if code := typed.code(text):
        found = cases.by_code(tx, code)
        return own_case(tx, person, found.id if found else 0)
    live = cases.live_of_author(tx, person.id)
    if len(live) != 1:
        raise Missing("refused-which-case" if live else "refused-no-case")
    return own_case(tx, person, live[0].id)


def meant(tx: Tx, incoming: Incoming, person: Individual) -> Case | None:
    """The own case whose message is replied to, or whose code stands in the text."""
    known = chats.message(tx, incoming.chat, incoming.reply_to)
    if known is not None and known.case:
        return own_case(tx, person, known.case)
    code = typed.code(incoming.text) or (typed.code(incoming.reply_text) if known is None else "")
    found = cases.by_code(tx, code) if code else None
    if found is None or found.author != person.id:
        return None
    return own_case(tx, person, found.id)


def department_words(case: Case) -> Value:
    """The department that has the case, or that the task group is still deciding."""
    return Name("department", case.department) if case.department else Words("department-undecided")


# ---------------------------------------------------------------- looking up


def commanded(tx: Tx, person: Individual, command: str, rest: str) -> None:
    """The list of cases, one of them, or taking one back."""
    if command == "list":
        list_all(tx, person)
    elif command == "status":
        show(tx, person, named(tx, person, rest))
    else:
        ask_withdraw(tx, person, named(tx, person, rest))


def list_all(tx: Tx, person: Individual) -> None:
    """The person's newest cases, each a button."""
    own = cases.of_author(tx, person.id)
    if not own:
        raise Refusal("refused-no-case")
    lines: list[Value] = [Words("list-head", {"count": len(own)})]
    lines += [
        Words("list-line", {"code": case.code, "state": Words(f"state-{case.state}"), "text": _short(case.text)})
        for case in own
    ]
    rows = tuple((Choice(f"#{case.code}", f"b:show:{case.id}"),) for case in own[:6])
    say(tx, person, Lines(tuple(lines)), rows)


def _short(text: str, longest: int = 60) -> Value:
    line = " ".join(text.split())
    return (line if len(line) <= longest else line[:longest].rstrip() + "…") or Words("no-text")


def show(tx: Tx, person: Individual, case: Case) -> None:
    """Status, who has it, the deadline, and everything the business may know of what happened."""
    lines: list[Value] = [
        Words("status-head", {"code": case.code, "state": Words(f"state-{case.state}")}),
        Words("status-department", {"department": department_words(case)}),
    ]
    if case.state is State.ASKED:
        lines.append(Words("status-asked"))
    elif case.deadline and case.state in {State.FILED, State.ACCEPTED, State.REOPENED}:
        lines.append(Words("status-deadline", {"at": case.deadline}))
    for entry, _ in cases.journal(tx, case.id):
        if entry.move in _TOLD:
            lines.append(Words("timeline", {"at": entry.at, "what": _told(entry.move, entry.facts)}))
    say(tx, person, Lines(tuple(lines)), _what_now(tx, case), about=case.id)


def _what_now(tx: Tx, case: Case) -> tuple[tuple[Choice, ...], ...]:
    """The buttons under a case's status."""
    rows: list[tuple[Choice, ...]] = []
    if case.state not in {State.CLOSED, State.WITHDRAWN}:
        add = Choice(Words("button-add"), f"b:add:{case.id}")
        rows.append((add, Choice(Words("button-withdraw"), f"b:withdraw:{case.id}")))
    if case.state is State.ANSWERED:
        rows += moves.outcome_choices(case)
    elif case.state is State.DECLINED:
        rows.append((Choice(Words("button-contest"), f"b:{Outcome.NOT_SOLVED}:{case.id}"),))
    elif _may_reopen(tx, case):
        rows.append((Choice(Words("button-not-solved"), f"b:{Outcome.NOT_SOLVED}:{case.id}"),))
    return tuple(rows)


def _may_reopen(tx: Tx, case: Case) -> bool:
    ended = case.ended_at
    return case.state is State.CLOSED and ended is not None and tx.now <= ended + moves.REOPEN_WINDOW


_TOLD = frozenset(
    {
        Move.FILED,
        Move.ASSIGNED,
        Move.ACCEPTED,
        Move.ASKED,
        Move.REPLIED,
        Move.TOLD,
        Move.ANSWERED,
        Move.CORRECTED,
        Move.CONFIRMED,
        Move.REOPENED,
        Move.TRANSFERRED,
        Move.EXTENDED,
        Move.DECLINED,
        Move.WITHDRAWN,
        Move.ADDED,
        Move.AMENDED,
    }
)


def _told(move: Move, facts: dict[str, object]) -> Words:
    """One line of the timeline, without anything internal."""
    if move in {Move.ASSIGNED, Move.TRANSFERRED}:
        return Words(f"told-{move}", {"department": Name("department", str(facts["department"]))})
    if move is Move.CONFIRMED:
        return Words("told-confirmed", {"outcome": Words(f"outcome-{facts['outcome']}")})
    return Words(f"told-{move}")


# ---------------------------------------------------------------- more words for a case


def take_words(tx: Tx, world: World, incoming: Incoming, person: Individual, case: Case) -> None:
    """Words for a case: a verdict on its answer, a mere thanks, or an addition that officers get."""
    short = len(incoming.text) < _VERDICT_LENGTH
    text = typed.without_code(incoming.text) if short else incoming.text
    if not incoming.uploads:
        if typed.is_thanks(text):
            say(tx, person, Words("you-are-welcome"), keep_choices=True)
            return
        if not text:
            show(tx, person, case)
            return
        if verdict := _verdict(tx, case, text):
            _outcome(tx, person, case, verdict)
            return
    taken = filing.uploads(tx, world, incoming, person)
    if taken or text:
        _add(tx, world, person, case, filing.Sent(incoming.message_id, text, taken, incoming.album))


def _verdict(tx: Tx, case: Case, text: str) -> Outcome | None:
    """What a short text says of the answer, where it may be said now."""
    said = typed.outcome(text)
    if not said or (said != Outcome.NOT_SOLVED and case.state is not State.ANSWERED):
        return None
    may = case.state in {State.ANSWERED, State.DECLINED} or _may_reopen(tx, case)
    return Outcome(said) if may else None


def _add(tx: Tx, world: World, person: Individual, case: Case, sent: filing.Sent) -> None:
    """An addition, or the reply to a question; officers get it, and the business hears where it went."""
    was_asked = case.state is State.ASKED
    decision = moves.add(case, actor(person), tx.now, sent.text, sent.files, world.deadline_of(case, tx.now))
    cases.record(tx, gathered(decision, sent.album))
    _remember(tx, person, case, sent)
    if sent.album and person.conversation.get("album") == [sent.album, case.id]:
        return
    person.conversation["album"] = [sent.album, case.id]
    facts: dict[str, Value] = {"code": case.code, "department": department_words(case)}
    if decision.case.deadline:
        facts["deadline"] = decision.case.deadline
    rows: tuple[tuple[Choice, ...], ...] = ()
    key = "added-reply" if was_asked else "added"
    if case.state in {State.CLOSED, State.WITHDRAWN}:
        key, rows = "added-closed", _what_now(tx, case)
    keep = filing.draft_of(person) is not None and not rows
    say(tx, person, Words(key, facts), rows, about=case.id, keep_choices=keep)


def _remember(tx: Tx, person: Individual, case: Case, sent: filing.Sent) -> None:
    """An edit of this message, or a reply to it, will find the case."""
    if sent.message_id:
        chats.remember(tx, person.chat, chats.Known(sent.message_id, case.id, "", "", {"own": True}))


def gathered(decision: Decision, album: str) -> Decision:
    """The messages a part of an album causes wait a moment for its other parts, and take only their files."""
    if not album:
        return decision
    notices = tuple(
        replace(each, slot=f"{ALBUM}{album}") if each.files and each.kind is Kind.SEND else each
        for each in decision.notices
    )
    return replace(decision, notices=notices)


def continue_album(tx: Tx, world: World, incoming: Incoming, person: Individual) -> bool:
    """True for a further photo of an album whose first went to a case: it goes there, too, without another word."""
    album, number = person.conversation.get("album") or ("", 0)
    if not incoming.album or album != incoming.album or not number or incoming.edited:
        return False
    case = own_case(tx, person, number)
    taken = filing.uploads(tx, world, incoming, person)
    if taken or incoming.text.strip():
        _add(tx, world, person, case, filing.Sent(incoming.message_id, incoming.text, taken, incoming.album))
    return True


def edit(tx: Tx, incoming: Incoming, person: Individual) -> None:
    """A message of a filed case was changed: its officers are told."""
    held = person.conversation.get("held")
    if held and incoming.message_id in held["texts"]:
        held["texts"][incoming.message_id] = incoming.text
        return
    known = chats.message(tx, incoming.chat, incoming.message_id)
    if known is None or not known.case:
        return
    case = own_case(tx, person, known.case)
    whole = bool(known.note.get("part"))
    text = filing.whole_text(tx, case, incoming) if whole else incoming.text
    if not (whole and text == case.text):
        cases.record(tx, moves.amend(case, actor(person), tx.now, text, whole=whole))


# ---------------------------------------------------------------- where do words belong?


def place(tx: Tx, world: World, incoming: Incoming, person: Individual) -> bool:
    """Words that name no case: a verdict on the only answer, or one question where they belong; False without cases."""
    live = cases.live_of_author(tx, person.id)
    if not live:
        return False
    answered = [case for case in live if case.state in {State.ANSWERED, State.DECLINED}]
    verdict = _verdict(tx, answered[0], incoming.text) if len(answered) == 1 and not incoming.uploads else None
    if verdict:
        _outcome(tx, person, own_case(tx, person, answered[0].id), verdict)
    else:
        _ask_where(tx, world, incoming, person, live)
    return True


def _ask_where(tx: Tx, world: World, incoming: Incoming, person: Individual, live: list[Case]) -> None:
    """One question: a new matter, or more on one of the open cases? What was sent waits for the answer."""
    person.conversation["step"] = "where"
    person.conversation["held"] = {"texts": {}, "files": [], "album": ""}
    _hold(tx, world, incoming, person)
    rows = [(Choice(Words("button-new"), "b:new"),)]
    rows += [
        (Choice(Words("button-case", {"code": c.code, "text": _short(c.text, 24)}), f"b:to:{c.id}"),) for c in live
    ]
    say(tx, person, Words("where-question"), tuple(rows))


def _hold(tx: Tx, world: World, incoming: Incoming, person: Individual) -> None:
    held = person.conversation["held"]
    held["texts"][incoming.message_id or str(len(held["texts"]))] = incoming.text
    held["files"] += filing.uploads(tx, world, incoming, person)
    held["album"] = incoming.album


def _placed(tx: Tx, world: World, person: Individual, case: int) -> None:
    """Where the held words belong has been said: to a case, or (0) to a new filing."""
    held = person.conversation.pop("held", None)
    if not held:
        raise Refusal("refused-nothing-held")
    person.conversation.pop("step", None)
    files = tuple(held["files"])
    if not case:
        for number, (message_id, text) in enumerate(held["texts"].items()):
            filing.begin(tx, world, person, filing.Sent(message_id, text, () if number else files))
        filing.go_on(tx, world, person)
        return
    found = own_case(tx, person, case)
    text = "\n".join(filter(None, held["texts"].values()))
    ids = list(held["texts"])
    _add(tx, world, person, found, filing.Sent(ids[0], text, files))
    for message_id in ids[1:]:
        _remember(tx, person, found, filing.Sent(message_id))


# ---------------------------------------------------------------- words that were asked for


def expected(tx: Tx, world: World, incoming: Incoming, person: Individual, step: str) -> bool:
    """Take the words asked for about a case; False when none were, or when they turn out to be something else."""
    target = meant(tx, incoming, person)
    if target is not None and (step != "where" and person.conversation.get("case") != target.id):
        take_words(tx, world, incoming, person, target)
        return True
    if step not in {"where", "appeal", "comment", "add"}:
        return False
    if typed.is_thanks(incoming.text) and not incoming.uploads:
        say(tx, person, Words("you-are-welcome"), keep_choices=True)
        return True
    match step:
        case "where":
            _more_held(tx, world, incoming, person, target)
        case "appeal":
            _appealed(tx, world, incoming, person)
        case "comment" if _recently(tx, person) and incoming.text and not incoming.uploads:
            _rate(tx, person, comment=incoming.text)
        case "add":
            case = own_case(tx, person, person.conversation.get("case", 0))
            taken = filing.uploads(tx, world, incoming, person)
            _add(tx, world, person, case, filing.Sent(incoming.message_id, incoming.text, taken, incoming.album))
            _done(person)
        case _:
            return False
    return True


def _done(person: Individual) -> None:
    for key in ("step", "case", "choices"):
        person.conversation.pop(key, None)


def _more_held(tx: Tx, world: World, incoming: Incoming, person: Individual, target: Case | None) -> None:
    """More before it was said where it belongs; a case's code alone says it, a code among words does, too."""
    album = person.conversation["held"]["album"]
    if target is None or typed.without_code(incoming.text) or incoming.uploads:
        _hold(tx, world, incoming, person)
    if target is not None:
        _placed(tx, world, person, target.id)
    elif not (album and album == incoming.album):
        say(tx, person, Words("where-more"), keep_choices=True)


def _recently(tx: Tx, person: Individual) -> bool:
    """True while words can still be meant as the comment that was asked for."""
    since: str | None = person.conversation.get("since")
    return since is not None and tx.now - datetime.fromisoformat(since) < COMMENT_WINDOW


def _appealed(tx: Tx, world: World, incoming: Incoming, person: Individual) -> None:
    taken = filing.uploads(tx, world, incoming, person)
    _reopen(tx, world, person, filing.Sent(incoming.message_id, incoming.text, taken, incoming.album))


# ---------------------------------------------------------------- taps


def tapped(tx: Tx, world: World, person: Individual, data: str) -> None:
    """A choice about a case, or where words belong."""
    verb, _, rest = data.partition(":")
    number, _, extra = rest.partition(":")
    if verb == "new":
        _placed(tx, world, person, 0)
        return
    case = own_case(tx, person, int(number) if number.isdecimal() and len(number) <= _LONGEST_ID else 0)
    if verb in OUTCOMES:
        _outcome(tx, person, case, Outcome(verb))
    elif verb == "to":
        _placed(tx, world, person, case.id)
    elif verb == "stars":
        _rate(tx, person, case=case, stars=int(extra) if extra in set("12345") else 0)
    elif verb == "appeal":
        _reopen(tx, world, person, filing.Sent(), case)
    else:
        _looked_at(tx, person, case, verb)


def _looked_at(tx: Tx, person: Individual, case: Case, verb: str) -> None:
    """A button under the case's status."""
    match verb:
        case "show":
            show(tx, person, case)
        case "add":
            say(tx, person, Words("add-question", {"code": case.code}), about=case.id)
            person.conversation.update(step="add", case=case.id)
        case "withdraw":
            ask_withdraw(tx, person, case)
        case "withdraw-yes":
            cases.record(tx, moves.withdraw(case, actor(person), tx.now))
            _done(person)
        case "keep":
            say(tx, person, Words("kept", {"code": case.code}), about=case.id)
        case _:
            raise Refusal("refused-button")


def ask_withdraw(tx: Tx, person: Individual, case: Case) -> None:
    """Withdrawing is asked again before it happens."""
    if not allowed(case, Move.WITHDRAWN):
        raise NotNow("refused-state", code=case.code, state=Words(f"state-{case.state}"))
    yes = Choice(Words("button-withdraw-yes"), f"b:withdraw-yes:{case.id}")
    keep = Choice(Words("button-keep"), f"b:keep:{case.id}")
    say(tx, person, Words("withdraw-question", {"code": case.code}), ((yes, keep),), about=case.id)


def _outcome(tx: Tx, person: Individual, case: Case, outcome: Outcome) -> None:
    """The verdict on an answer; "not solved" first asks in the business's words what is missing."""
    if outcome is not Outcome.NOT_SOLVED:
        cases.record(tx, moves.confirm(case, actor(person), tx.now, outcome))
        person.conversation.update(step="stars", case=case.id)
        offer(person, tuple((Choice(str(n), f"b:stars:{case.id}:{n}"),) for n in range(1, 6)))
        return
    write(case, actor(person), Move.REOPENED, tx.now)
    if case.state is State.CLOSED and not _may_reopen(tx, case):
        raise NotNow("refused-reopen-window", code=case.code, days=moves.REOPEN_WINDOW.days)
    person.conversation.update(step="appeal", case=case.id)
    rows = ((Choice(Words("button-appeal-plain"), f"b:appeal:{case.id}"),),)
    say(tx, person, Words("appeal-question", {"code": case.code}), rows, about=case.id)


def _reopen(tx: Tx, world: World, person: Individual, sent: filing.Sent, case: Case | None = None) -> None:
    """The appeal with its words; without any only where that was tapped."""
    plain = case is not None
    case = case or own_case(tx, person, person.conversation.get("case", 0))
    if not plain and not sent.text.strip() and not sent.files:
        raise Missing("refused-empty")
    again = world.after(tx, world.days(Step.CONFIRM))
    decision = moves.reopen(case, actor(person), tx.now, sent.text, again, sent.files)
    cases.record(tx, gathered(decision, sent.album))
    _remember(tx, person, case, sent)
    _done(person)
    person.conversation["album"] = [sent.album, case.id]


def _rate(tx: Tx, person: Individual, *, case: Case | None = None, stars: int = 0, comment: str = "") -> None:
    """Stars first, then, if the person likes, a sentence with them."""
    case = case or own_case(tx, person, person.conversation.get("case", 0))
    if comment:
        cases.record(tx, moves.rate(case, actor(person), tx.now, case.stars, comment))
        _done(person)
        say(tx, person, Words("thanks-comment"), about=case.id)
        return
    cases.record(tx, moves.rate(case, actor(person), tx.now, stars, case.comment))
    person.conversation.update(step="comment", case=case.id, since=tx.now.isoformat())
    say(tx, person, Words("ask-comment", {"stars": stars}), about=case.id)
