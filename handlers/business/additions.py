"""More words of a business on cases it has filed: to which they belong, and how they reach the officers."""

from __future__ import annotations

from domain.case import moves
from domain.case.case import Case, Outcome, State
from domain.messages import Choice, Incoming, Value, Words
from domain.refusals import Refusal
from domain.routing.conduct import is_denunciation
from handlers import recording, typed
from handlers.business import filing, own_cases, suggestions, verdicts
from handlers.business.own_cases import department_words, meant, own_case, remember, short, what_now
from handlers.business.verdicts import OUTCOMES
from handlers.province import Province
from handlers.telling import actor, answered_now, gathered, record, say
from storage import cases, files, messages
from storage.database import Tx
from storage.people import Individual

_VERDICT_LENGTH = 40
_LONGEST_ID = 18


def take_words(tx: Tx, province: Province, incoming: Incoming, person: Individual, case: Case) -> None:
    """Words for a case: a verdict on its answer, a mere thanks, or an addition that officers get."""
    is_short = len(incoming.text) < _VERDICT_LENGTH
    text = typed.without_code(incoming.text) if is_short else typed.without_leading_code(incoming.text)
    if not incoming.uploads:
        if typed.is_thanks(text):
            say(tx, person, Words("you-are-welcome"), keep_choices=True)
            return
        if not text:
            own_cases.show(tx, person, case)
            return
        if said := verdicts.verdict(tx, case, text):
            verdicts.settle(tx, province, person, case, said)
            return
    taken = filing.uploads(tx, province, incoming, person)
    if taken or text:
        add(tx, province, person, case, filing.Sent(incoming.message_id, text, taken, incoming.album))


def add(
    tx: Tx, province: Province, person: Individual, case: Case, sent: filing.Sent, *, insists: bool = False
) -> None:
    """An addition, or the reply to a question; officers get it, and the business hears where it went.

    What complains of officials is first asked about: it need not reach those it is about.
    """
    if is_denunciation(sent.text):
        files.forget(tx, sent.files)
        say(tx, person, Words("denunciation"))
        return
    if not insists and _accuses(province, case, sent.text):
        _ask_whether(tx, person, case, sent)
        return
    was_asked = case.state is State.ASKED
    decision = moves.add(case, actor(person), tx.now, sent.text, sent.files, province.terms.going_on(case, tx.now))
    record(tx, person, gathered(decision, sent.album))
    remember(tx, person, case, sent)
    if sent.album and person.conversation.get("album") == [sent.album, case.id]:
        return
    person.conversation["album"] = [sent.album, case.id]
    facts: dict[str, Value] = {"code": case.code, "department": department_words(case)}
    if decision.case.deadline:
        facts["deadline"] = decision.case.deadline
    rows: tuple[tuple[Choice, ...], ...] = ()
    key = "added-reply" if was_asked else "added"
    if case.state in {State.CLOSED, State.WITHDRAWN}:
        key, rows = "added-closed", what_now(tx, case)
    keep = filing.draft_of(person) is not None and not rows
    say(tx, person, Words(key, facts), rows, about=case.id, keep_choices=keep)


def continue_album(tx: Tx, province: Province, incoming: Incoming, person: Individual) -> bool:
    """True for a further photo of an album whose first went to a case: it goes there, too, without another word."""
    album, number = person.conversation.get("album") or ("", 0)
    if not incoming.album or album != incoming.album or not number or incoming.edited:
        return False
    case = own_case(tx, person, number)
    taken = filing.uploads(tx, province, incoming, person)
    if taken or incoming.text.strip():
        add(tx, province, person, case, filing.Sent(incoming.message_id, incoming.text, taken, incoming.album))
    return True


def edit(tx: Tx, incoming: Incoming, person: Individual) -> None:
    """A message of a filed case was changed: its officers are told."""
    held = person.conversation.get("held")
    if held and incoming.message_id in held["texts"]:
        held["texts"][incoming.message_id] = incoming.text
        return
    known = messages.find(tx, incoming.chat, incoming.message_id)
    if known is None or not known.case:
        return
    case = own_case(tx, person, known.case)
    whole = bool(known.note.get("part"))
    text = filing.whole_text(tx, case, incoming) if whole else incoming.text
    if not (whole and text == case.text):
        recording.record(tx, moves.amend(case, actor(person), tx.now, text, whole=whole))


# ---------------------------------------------------------------- where do words belong?


def place(tx: Tx, province: Province, incoming: Incoming, person: Individual) -> bool:
    """Words that name no case: a verdict on the only answer, or one question where they belong; False without cases."""
    live = cases.live_of_author(tx, person.id)
    if not live:
        return False
    if _turned_away(tx, incoming, person):
        return True
    answered = [case for case in live if case.state in {State.ANSWERED, State.DECLINED}]
    verdict = verdicts.verdict(tx, answered[0], incoming.text) if len(answered) == 1 and not incoming.uploads else None
    if verdict:
        verdicts.settle(tx, province, person, own_case(tx, person, answered[0].id), verdict)
    else:
        _ask_where(tx, province, incoming, person, live)
    return True


def _ask_where(tx: Tx, province: Province, incoming: Incoming, person: Individual, live: list[Case]) -> None:
    """One question: a new matter, or more on one of the open cases? What was sent waits for the answer."""
    person.conversation["step"] = "where"
    person.conversation["held"] = {"texts": {}, "files": [], "album": ""}
    _hold(tx, province, incoming, person)
    like = next(iter(suggestions.own_like(province, live, incoming.text)), None)
    rows = [(Choice(Words("button-new"), "b:new"),)]
    rows += [
        (Choice(Words("button-case", {"code": c.code, "text": short(c.text, 24)}), f"b:to:{c.id}"),)
        for c in live
        if like is None or c.id != like.id
    ]
    if like is None:
        say(tx, person, Words("where-question"), tuple(rows))
        return
    suggestions.passed(person, like)
    first = (Choice(Words("button-add-to", {"code": like.code}), f"b:to:{like.id}"),)
    say(tx, person, Words("where-like", {"code": like.code, "text": short(like.text)}), (first, *rows))


def _turned_away(tx: Tx, incoming: Incoming, person: Individual) -> bool:
    """True for a denunciation: it does not even wait for an answer, and its author is told the formal way."""
    if not is_denunciation(incoming.text):
        return False
    say(tx, person, Words("denunciation"), keep_choices=True)
    return True


def _hold(tx: Tx, province: Province, incoming: Incoming, person: Individual) -> None:
    held = person.conversation["held"]
    held["texts"][incoming.message_id or str(len(held["texts"]))] = incoming.text
    held["files"] += filing.uploads(tx, province, incoming, person)
    held["album"] = incoming.album


def _accuses(province: Province, case: Case, text: str) -> bool:
    """True for words about officials' conduct on a case of a department that might be theirs."""
    is_elsewhere = case.department in {"", province.catalogue.triage.conduct} or not case.author
    return bool(text) and not is_elsewhere and province.router().rank(text).conduct


def _ask_whether(tx: Tx, person: Individual, case: Case, sent: filing.Sent) -> None:
    """A matter of its own, for the Inspectorate, or on this case all the same? What was sent waits for the answer."""
    texts = {sent.message_id or "0": sent.text}
    person.conversation["held"] = {"texts": texts, "files": list(sent.files), "album": sent.album}
    person.conversation["step"] = "where"
    here = Choice(Words("button-case", {"code": case.code, "text": short(case.text, 24)}), f"b:to:{case.id}")
    facts: dict[str, Value] = {"code": case.code, "department": department_words(case)}
    say(tx, person, Words("conduct-where", facts), ((Choice(Words("button-new"), "b:new"),), (here,)))


def _placed(tx: Tx, province: Province, person: Individual, case: int) -> None:
    """Where the held words belong has been said: to a case, or (0) to a new filing."""
    held = person.conversation.pop("held", None)
    if not held:
        raise Refusal("refused-nothing-held")
    person.conversation.pop("step", None)
    files = tuple(held["files"])
    if not case:
        for number, (message_id, text) in enumerate(held["texts"].items()):
            filing.begin(tx, province, person, filing.Sent(message_id, text, () if number else files))
        filing.go_on(tx, province, person)
        return
    found = own_case(tx, person, case)
    text = "\n".join(filter(None, held["texts"].values()))
    ids = list(held["texts"])
    add(tx, province, person, found, filing.Sent(ids[0], text, files), insists=True)
    for message_id in ids[1:]:
        remember(tx, person, found, filing.Sent(message_id))


# ---------------------------------------------------------------- words and taps that were asked for


def expected(tx: Tx, province: Province, incoming: Incoming, person: Individual, step: str) -> bool:
    """Take the words asked for about a case; False when none were, or when they turn out to be something else."""
    target = meant(tx, incoming, person)
    if target is not None and (step != "where" and person.conversation.get("case") != target.id):
        take_words(tx, province, incoming, person, target)
        return True
    if step not in {"where", "appeal", "comment", "add"}:
        return False
    if typed.is_thanks(incoming.text) and not incoming.uploads:
        say(tx, person, Words("you-are-welcome"), keep_choices=True)
        return True
    match step:
        case "where":
            _more_held(tx, province, incoming, person, target)
        case "appeal":
            verdicts.appealed(tx, province, incoming, person)
        case "comment" if verdicts.recently(tx, person) and incoming.text and not incoming.uploads:
            verdicts.rate(tx, person, comment=incoming.text)
        case "add":
            case = own_case(tx, person, person.conversation.get("case", 0))
            taken = filing.uploads(tx, province, incoming, person)
            answered_now(person)  # first: the words may lead to a question of their own
            add(tx, province, person, case, filing.Sent(incoming.message_id, incoming.text, taken, incoming.album))
        case _:
            return False
    return True


def _more_held(tx: Tx, province: Province, incoming: Incoming, person: Individual, target: Case | None) -> None:
    """More before it was said where it belongs; a case's code alone says it, a code among words does, too."""
    if _turned_away(tx, incoming, person):
        return
    album = person.conversation["held"]["album"]
    if target is None or typed.without_code(incoming.text) or incoming.uploads:
        _hold(tx, province, incoming, person)
    if target is not None:
        _placed(tx, province, person, target.id)
    elif not (album and album == incoming.album):
        say(tx, person, Words("where-more"), keep_choices=True)


def tapped(tx: Tx, province: Province, person: Individual, data: str) -> None:
    """A choice about a case, or where words belong."""
    verb, _, rest = data.partition(":")
    number, _, extra = rest.partition(":")
    if verb == "new":
        _placed(tx, province, person, 0)
        return
    case = own_case(tx, person, int(number) if number.isdecimal() and len(number) <= _LONGEST_ID else 0)
    if verb in OUTCOMES:
        verdicts.settle(tx, province, person, case, Outcome(verb))
    elif verb == "to":
        _placed(tx, province, person, case.id)
    elif verb == "stars":
        verdicts.rate(tx, person, case=case, stars=int(extra) if extra in set("12345") else 0)
    elif verb == "appeal":
        verdicts.reopen(tx, province, person, filing.Sent(), case)
    else:
        own_cases.tapped(tx, person, case, verb)
