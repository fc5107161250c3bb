"""A business in its private chat: the first meeting, a filing, its open cases, its word on an answer."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from domain import language, moves
from domain.cases import Actor, Case, Move, Outcome, Role, State, write
from domain.catalogue import LANGUAGES, Step
from domain.messages import Choice, Incoming, Kind, Lines, Name, Notice, Urgency, Value, Words, to_chat
from domain.people import read_business
from domain.refusals import Missing, NotYours, Refusal
from handlers import admin, filing, typed
from handlers.world import World
from storage import cases, chats, outbox, people
from storage.people import Individual
from storage.transaction import Tx

CODE = re.compile(r"#?\b([A-Z]{2,4}\d{2}-\d{5,7})\b", re.IGNORECASE)
LONGEST_FIRM = 150
COMMENT_WINDOW = timedelta(minutes=30)
OUTCOMES = (Outcome.SOLVED, Outcome.PARTLY, Outcome.NOT_SOLVED)


def handle(tx: Tx, world: World, incoming: Incoming) -> None:
    """Whatever somebody does in their private chat with the bot."""
    person = people.find(tx, incoming.chat.network, incoming.sender.id) or _met(tx, incoming)
    if person.chat.id != incoming.chat.id or person.blocked_at:
        person.chat, person.blocked_at = incoming.chat, None
    try:
        _route(tx, world, incoming, person)
    except Refusal as refusal:
        if incoming.tap_id:
            toast(tx, incoming, person, refusal.words)
        else:
            say(tx, person, refusal.words, keep_choices=True)
    people.save(tx, person)


def _met(tx: Tx, incoming: Incoming) -> Individual:
    sender = incoming.sender
    known = sender.language[:2] if sender.language[:2] in LANGUAGES else ""
    person = people.meet(tx, incoming.chat, sender.id, sender.name, known)
    if incoming.text and not incoming.text.startswith("/"):
        person.language = language.detect(incoming.text, known or "vi")
    return person


def _route(tx: Tx, world: World, incoming: Incoming, person: Individual) -> None:
    """In order: a tap, an edit, a command, the consent, an expected answer, a case's message, a typed choice, a filing."""
    if incoming.tap_id:
        _tapped(tx, world, incoming, person, incoming.choice)
    elif incoming.edited:
        _edited(tx, world, incoming, person)
    elif incoming.text.startswith("/") and _commanded(tx, world, incoming, person):
        return
    elif choice := _chosen(person, incoming):
        _tapped(tx, world, incoming, person, choice)
    elif person.consented_at is None:
        _hold(tx, world, incoming, person)
        greet(tx, world, person)
    elif step := person.conversation.get("step"):
        _expected(tx, world, incoming, person, step)
    else:
        _free(tx, world, incoming, person)


# ---------------------------------------------------------------- speaking


def say(
    tx: Tx,
    person: Individual,
    words: Words | Lines,
    choices: tuple[tuple[Choice, ...], ...] = (),
    *,
    about: int = 0,
    keep_choices: bool = False,
) -> None:
    """A sentence of the bot to this person; the choices can also be typed, by number or by name."""
    to = to_chat(person.chat, person.language or "vi")
    outbox.post(tx, Notice(to, words, choices=choices, urgency=Urgency.PROMPT, about=about))
    if not keep_choices:
        offer(person, choices)


def offer(person: Individual, choices: tuple[tuple[Choice, ...], ...]) -> None:
    """Remember what a typed number will mean."""
    flat = [[choice.data, _label_key(choice)] for row in choices for choice in row]
    if flat:
        person.conversation["choices"] = flat
    else:
        person.conversation.pop("choices", None)


def _label_key(choice: Choice) -> str:
    label = choice.label
    if isinstance(label, Words):
        return label.key
    return label.key if isinstance(label, Name) else label


def toast(tx: Tx, incoming: Incoming, person: Individual, words: Words) -> None:
    """A fleeting answer to a tap."""
    to = to_chat(person.chat, person.language or "vi")
    outbox.post(tx, Notice(to, words, kind=Kind.TOAST, urgency=Urgency.TAP, tap_id=incoming.tap_id))


def _chosen(person: Individual, incoming: Incoming) -> str:
    """The data of the choice a typed text names, or ""."""
    offered = person.conversation.get("choices") or []
    if not offered or incoming.uploads or incoming.reply_to or person.conversation.get("step", "") not in _CHOOSING:
        return ""
    return typed.choice(incoming.text, [(data, key) for data, key in offered])


_CHOOSING = {"", "consent", "where", "stars", "business", "appeal", "draft"}


# ---------------------------------------------------------------- the first meeting


def greet(tx: Tx, world: World, person: Individual) -> None:
    """Who we are, who sees what, how long, which rights; and the question for consent."""
    lang = person.language or "vi"
    words = Lines((Words("greeting", {"province": world.catalogue.province_name(lang)}), Words("privacy")), "\n\n")
    agree = (Choice(Words("button-agree"), "p:agree"), Choice(Words("button-refuse"), "p:refuse"))
    person.conversation["step"] = "consent"
    say(tx, person, Lines((words, Words("consent-question")), "\n\n"), (agree, _languages(person)))


def _languages(person: Individual) -> tuple[Choice, ...]:
    now = person.language or "vi"
    return tuple(Choice(Words(f"language-{each}"), f"p:lang:{each}") for each in LANGUAGES if each != now)


def _hold(tx: Tx, world: World, incoming: Incoming, person: Individual) -> None:
    """What was sent before the consent waits for it; it is dropped when the person refuses."""
    if incoming.text.strip() or incoming.uploads:
        filing.take(tx, world, incoming, person)


def _consented(tx: Tx, world: World, person: Individual) -> None:
    if person.consented_at is None:
        person.consented_at = tx.now
    person.conversation.pop("step", None)
    if filing.draft_of(person):
        filing.go_on(tx, world, person)
    else:
        say(tx, person, Words("welcome"))


def _refused(tx: Tx, person: Individual) -> None:
    person.conversation = {}
    person.consented_at = None
    say(tx, person, Words("refused-consent"))


def set_language(tx: Tx, world: World, person: Individual, wanted: str) -> None:
    """Speak this language from now on."""
    if wanted not in LANGUAGES:
        raise Refusal("refused-language")
    person.language = wanted
    if person.consented_at is None:
        greet(tx, world, person)
    elif filing.draft_of(person):
        filing.go_on(tx, world, person)
    else:
        say(tx, person, Words("language-set"))


# ---------------------------------------------------------------- commands

_COMMANDS = {
    "start": "start",
    "help": "help",
    "trogiup": "help",
    "ngonngu": "language",
    "language": "language",
    "lang": "language",
    "yuyan": "language",
    "vuviec": "list",
    "cases": "list",
    "tracuu": "status",
    "status": "status",
    "rut": "withdraw",
    "withdraw": "withdraw",
    "huy": "drop",
    "cancel": "drop",
    "quyenriengtu": "privacy",
    "privacy": "privacy",
    "doanhnghiep": "business",
    "business": "business",
}


def _commanded(tx: Tx, world: World, incoming: Incoming, person: Individual) -> bool:
    """Do what the command says; False when it is not one of ours and so may be the beginning of a matter."""
    head, _, rest = incoming.text[1:].partition(" ")
    command = _COMMANDS.get(head.partition("@")[0].lower(), "")
    match command:
        case "start" if person.consented_at is None:
            greet(tx, world, person)
        case "start" | "help":
            say(tx, person, Words("help"), keep_choices=True)
        case "language":
            _ask_language(tx, world, person, rest.strip().lower())
        case "privacy":
            say(tx, person, Words("privacy"), keep_choices=True)
        case "drop":
            filing.drop(tx, person)
        case "list":
            _list(tx, person)
        case "status":
            _show(tx, person, _named_case(tx, person, rest))
        case "withdraw":
            _ask_withdraw(tx, person, _named_case(tx, person, rest))
        case "business":
            filing.ask_business(tx, person)
        case _:
            return admin.private_command(tx, world, incoming, person)
    return True


def _ask_language(tx: Tx, world: World, person: Individual, wanted: str) -> None:
    if wanted:
        set_language(tx, world, person, wanted[:2])
    else:
        say(tx, person, Words("language-question"), (_languages(person),))


def own_case(tx: Tx, person: Individual, case: int) -> Case:
    """This person's case; raises NotYours for anybody else's, and for one that is not there."""
    found = cases.load(tx, case)
    if found is None or found.author != person.id:
        raise NotYours("refused-not-your-case")
    return found


def _named_case(tx: Tx, person: Individual, text: str) -> Case:
    """The case named in the text, or the only open one."""
    match = CODE.search(text)
    if match:
        found = cases.by_code(tx, match.group(1).upper())
        return own_case(tx, person, found.id if found else 0)
    live = cases.live_of_author(tx, person.id)
    if len(live) != 1:
        raise Missing("refused-which-case" if live else "refused-no-case")
    return own_case(tx, person, live[0].id)


def _list(tx: Tx, person: Individual) -> None:
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


def _show(tx: Tx, person: Individual, case: Case) -> None:
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
    rows: list[tuple[Choice, ...]] = []
    if case.state not in {State.CLOSED, State.WITHDRAWN}:
        add = Choice(Words("button-add"), f"b:add:{case.id}")
        rows.append((add, Choice(Words("button-withdraw"), f"b:withdraw:{case.id}")))
    if case.state is State.ANSWERED:
        rows += moves.outcome_choices(case)
    say(tx, person, Lines(tuple(lines)), tuple(rows), about=case.id)


_TOLD = frozenset(
    Move(each)
    for each in (
        "filed",
        "assigned",
        "accepted",
        "asked",
        "replied",
        "told",
        "answered",
        "corrected",
        "confirmed",
        "reopened",
        "transferred",
        "extended",
        "declined",
        "withdrawn",
        "added",
    )
)


def _told(move: Move, facts: dict[str, object]) -> Words:
    """One line of the timeline, without anything internal."""
    if move in {Move.ASSIGNED, Move.TRANSFERRED}:
        return Words(f"told-{move}", {"department": Name("department", str(facts["department"]))})
    if move is Move.CONFIRMED:
        return Words("told-confirmed", {"outcome": Words(f"outcome-{facts['outcome']}")})
    return Words(f"told-{move}")


def department_words(case: Case) -> Value:
    """The department that has the case, or that the task group is still deciding."""
    return Name("department", case.department) if case.department else Words("department-undecided")


# ---------------------------------------------------------------- free words


def _free(tx: Tx, world: World, incoming: Incoming, person: Individual) -> None:
    """Words without a command: to the case they answer or name, to the draft, or the question where they belong."""
    target = _case_meant(tx, incoming, person)
    if target is not None:
        _to_case(tx, world, incoming, person, target)
        return
    if filing.draft_of(person):
        filing.take(tx, world, incoming, person)
        filing.go_on(tx, world, person, album=incoming.album)
        return
    live = cases.live_of_author(tx, person.id)
    if typed.is_thanks(incoming.text) and not incoming.uploads:
        say(tx, person, Words("you-are-welcome"), keep_choices=True)
    elif answered := [case for case in live if case.state is State.ANSWERED and len(incoming.text) < _WORD]:
        _maybe_outcome(tx, world, incoming, person, answered)
    elif not incoming.text.strip() and not incoming.uploads:
        say(tx, person, Words("help"), keep_choices=True)
    elif live:
        _ask_where(tx, world, incoming, person, live)
    else:
        filing.take(tx, world, incoming, person)
        filing.go_on(tx, world, person)


_WORD = 40


def _case_meant(tx: Tx, incoming: Incoming, person: Individual) -> Case | None:
    """The own case whose message is replied to, or whose code stands in the text."""
    known = chats.message(tx, incoming.chat, incoming.reply_to)
    if known is not None and known.case:
        return own_case(tx, person, known.case)
    match = CODE.search(incoming.text) or (CODE.search(incoming.reply_text) if known is None else None)
    found = cases.by_code(tx, match.group(1).upper()) if match else None
    if found is None or found.author != person.id:
        return None
    return own_case(tx, person, found.id)


def _maybe_outcome(tx: Tx, world: World, incoming: Incoming, person: Individual, answered: list[Case]) -> None:
    """A short typed word after an answer may be the verdict on it; otherwise it is asked where it belongs."""
    verdict = typed.outcome(incoming.text)
    if verdict and len(answered) == 1:
        _outcome(tx, person, own_case(tx, person, answered[0].id), Outcome(verdict))
    else:
        _ask_where(tx, world, incoming, person, cases.live_of_author(tx, person.id))


def _to_case(tx: Tx, world: World, incoming: Incoming, person: Individual, case: Case) -> None:
    """Words for a case: a verdict on its answer, a mere thanks, or an addition that officers get."""
    text = CODE.sub("", incoming.text).strip() if len(incoming.text) < _WORD else incoming.text
    if not incoming.uploads:
        if typed.is_thanks(text):
            say(tx, person, Words("you-are-welcome"), keep_choices=True)
            return
        if not text:
            _show(tx, person, case)
            return
        if case.state is State.ANSWERED and (verdict := typed.outcome(text)):
            _outcome(tx, person, case, Outcome(verdict))
            return
    taken = filing.uploads(tx, world, incoming, person)
    _add(tx, world, person, case, text, taken, (incoming.message_id,))


def _add(  # noqa: PLR0913
    tx: Tx,
    world: World,
    person: Individual,
    case: Case,
    text: str,
    taken: tuple[int, ...],
    message_ids: tuple[str, ...],
) -> None:
    decision = moves.add(case, actor(person), tx.now, text, taken, world.deadline_of(case, tx.now))
    cases.record(tx, decision)
    for message_id in message_ids:
        chats.remember(tx, person.chat, chats.Known(message_id, case.id, "", "", {"own": True}))
    key = "added-reply" if case.state is State.ASKED else "added"
    facts: dict[str, Value] = {"code": case.code, "department": department_words(case)}
    if decision.case.deadline:
        facts["deadline"] = decision.case.deadline
    say(tx, person, Words(key, facts), about=case.id)


def actor(person: Individual) -> Actor:
    """The person as the journal names them."""
    return Actor(Role.BUSINESS, person.id, person.name)


def _ask_where(tx: Tx, world: World, incoming: Incoming, person: Individual, live: list[Case]) -> None:
    """One question: a new matter, or more on one of the open cases? What was sent waits for the answer."""
    taken = filing.uploads(tx, world, incoming, person)
    person.conversation["step"] = "where"
    person.conversation["held"] = {"text": incoming.text, "files": list(taken), "ids": [incoming.message_id]}
    rows = [(Choice(Words("button-new"), "b:new"),)]
    rows += [
        (Choice(Words("button-case", {"code": c.code, "text": _short(c.text, 24)}), f"b:to:{c.id}"),) for c in live
    ]
    say(tx, person, Words("where-question"), tuple(rows))


def _placed(tx: Tx, world: World, person: Individual, case: int) -> None:
    """Where the held words belong has been said: to a case, or (0) to a new filing."""
    held = person.conversation.pop("held", None)
    person.conversation.pop("step", None)
    if not held:
        raise Refusal("refused-nothing-held")
    taken = tuple(held["files"])
    if case:
        _add(tx, world, person, own_case(tx, person, case), held["text"], taken, tuple(held["ids"]))
        return
    filing.begin(tx, world, person, held["ids"][0], held["text"], taken)
    filing.go_on(tx, world, person)


# ---------------------------------------------------------------- expected answers


def _expected(tx: Tx, world: World, incoming: Incoming, person: Individual, step: str) -> None:
    """Words the bot has asked for."""
    match step:
        case "business" if len(incoming.text) > LONGEST_FIRM or incoming.uploads:
            filing.take(tx, world, incoming, person)
        case "business":
            spoken = read_business(incoming.text)
            people.speak_for(tx, person, spoken.name, spoken.tax_code)
            person.conversation.pop("step", None)
            filing.business_known(tx, world, person)
        case "where":
            held = person.conversation["held"]
            held["text"] = "\n".join(filter(None, (held["text"], incoming.text)))
            held["files"] += filing.uploads(tx, world, incoming, person)
            held["ids"].append(incoming.message_id)
        case "appeal":
            _reopen(tx, world, person, incoming.text)
        case "comment" if _recently(tx, person) and incoming.text and not incoming.uploads:
            _rate(tx, person, comment=incoming.text)
        case "add":
            case = own_case(tx, person, person.conversation.pop("case", 0))
            person.conversation.pop("step", None)
            taken = filing.uploads(tx, world, incoming, person)
            _add(tx, world, person, case, incoming.text, taken, (incoming.message_id,))
        case _:
            person.conversation.pop("step", None)
            _free(tx, world, incoming, person)


def _recently(tx: Tx, person: Individual) -> bool:
    """True while words can still be meant as the comment that was asked for."""
    since: str | None = person.conversation.get("since")
    return since is not None and tx.now - datetime.fromisoformat(since) < COMMENT_WINDOW


def _edited(tx: Tx, world: World, incoming: Incoming, person: Individual) -> None:
    """A message changed after it was sent: the draft changes with it, officers are told of a filed one."""
    if filing.edit(tx, world, person, incoming):
        return
    known = chats.message(tx, incoming.chat, incoming.message_id)
    if known is None or not known.case:
        return
    case = own_case(tx, person, known.case)
    whole = bool(known.note.get("part"))
    text = filing.whole_text(tx, case, incoming) if whole else incoming.text
    cases.record(tx, moves.amend(case, actor(person), tx.now, text, whole=whole))


# ---------------------------------------------------------------- taps


def _tapped(tx: Tx, world: World, incoming: Incoming, person: Individual, data: str) -> None:
    """A button, or the same choice typed; its data is trusted no more than any other text."""
    if incoming.tap_id:
        toast(tx, incoming, person, Words("tap-taken"))
    verb, _, rest = data.partition(":")
    match verb:
        case "p":
            _personal(tx, world, person, rest)
        case "d" if person.consented_at is not None:
            filing.tapped(tx, world, person, rest)
        case "b" if person.consented_at is not None:
            _about_case(tx, world, person, rest)
        case "p" | "d" | "b":
            greet(tx, world, person)
        case _:
            raise Refusal("refused-button")


def _personal(tx: Tx, world: World, person: Individual, data: str) -> None:
    match data.split(":"):
        case ["agree"]:
            _consented(tx, world, person)
        case ["refuse"] if person.consented_at is None:
            _refused(tx, person)
        case ["lang", wanted]:
            set_language(tx, world, person, wanted)
        case _:
            raise Refusal("refused-button")


def _about_case(tx: Tx, world: World, person: Individual, data: str) -> None:
    verb, _, rest = data.partition(":")
    number, _, extra = rest.partition(":")
    if verb == "new":
        _placed(tx, world, person, 0)
        return
    case = own_case(tx, person, int(number) if number.isdecimal() else 0)
    match verb:
        case "to":
            _placed(tx, world, person, case.id)
        case "show":
            _show(tx, person, case)
        case "add":
            person.conversation.update(step="add", case=case.id)
            say(tx, person, Words("add-question", {"code": case.code}), about=case.id)
        case "withdraw":
            _ask_withdraw(tx, person, case)
        case "withdraw-yes":
            cases.record(tx, moves.withdraw(case, actor(person), tx.now))
        case "stars":
            _rate(tx, person, case=case, stars=int(extra) if extra.isdecimal() else 0)
        case "keep":
            say(tx, person, Words("kept", {"code": case.code}), about=case.id)
        case "appeal":
            _reopen(tx, world, person, "")
        case _ if verb in OUTCOMES:
            _outcome(tx, person, case, Outcome(verb))
        case _:
            raise Refusal("refused-button")


def _ask_withdraw(tx: Tx, person: Individual, case: Case) -> None:
    rows = (
        (
            Choice(Words("button-withdraw-yes"), f"b:withdraw-yes:{case.id}"),
            Choice(Words("button-keep"), f"b:keep:{case.id}"),
        ),
    )
    say(tx, person, Words("withdraw-question", {"code": case.code}), rows, about=case.id)


def _outcome(tx: Tx, person: Individual, case: Case, outcome: Outcome) -> None:
    """The verdict on an answer; "not solved" first asks in the business's words what is missing."""
    if outcome is not Outcome.NOT_SOLVED:
        cases.record(tx, moves.confirm(case, actor(person), tx.now, outcome))
        person.conversation.update(step="stars", case=case.id)
        offer(person, tuple((Choice(str(n), f"b:stars:{case.id}:{n}"),) for n in range(1, 6)))
        return
    write(case, actor(person), Move.REOPENED, tx.now)
    person.conversation.update(step="appeal", case=case.id)
    rows = ((Choice(Words("button-appeal-plain"), f"b:appeal:{case.id}"),),)
    say(tx, person, Words("appeal-question", {"code": case.code}), rows, about=case.id)


def _reopen(tx: Tx, world: World, person: Individual, text: str) -> None:
    case = own_case(tx, person, person.conversation.pop("case", 0))
    person.conversation.pop("step", None)
    person.conversation.pop("choices", None)
    again = world.after(tx, world.days(Step.CONFIRM))
    cases.record(tx, moves.reopen(case, actor(person), tx.now, text, again))


def _rate(tx: Tx, person: Individual, *, case: Case | None = None, stars: int = 0, comment: str = "") -> None:
    """Stars first, then, if the person likes, a sentence with them."""
    case = case or own_case(tx, person, person.conversation.get("case", 0))
    stars = stars or case.stars
    cases.record(tx, moves.rate(case, actor(person), tx.now, stars, comment or case.comment))
    if comment:
        person.conversation.pop("step", None)
        say(tx, person, Words("thanks-comment"), about=case.id)
    else:
        person.conversation.update(step="comment", case=case.id, since=tx.now.isoformat())
        say(tx, person, Words("ask-comment", {"stars": stars}), about=case.id)
