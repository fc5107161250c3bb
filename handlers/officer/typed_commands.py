"""An officer's commands in the group: as a reply to a card, with a case's code anywhere, or about no case at all."""

from __future__ import annotations

from typing import Any

from domain.case import corrections, moves
from domain.case.case import Case
from domain.language import fold
from domain.messages import Incoming, Words, to_chat, to_department
from domain.oversight import terms
from domain.refusals import Missing, NotYours, Refusal
from handlers import commands, recording, typed
from handlers.access import actor_of, case_for, check, is_task_group, officer_of
from handlers.admin import bindings
from handlers.commands import IN_GROUP, For, Given
from handlers.group_talk import acknowledge, say
from handlers.officer import canned, finding, merging
from handlers.officer.bare_replies import act
from handlers.officer.naming import case_named, case_replied_to, department_in_front
from handlers.officer.verbs import Wish, signed
from handlers.province import Province
from handlers.rights import holding
from handlers.task_group import (
    board,
    data_requests,
    directing,
    disputes,
    issues,
    naming,
    projects,
    reporting,
    weekly,
)
from handlers.turn import InGroup, Turn
from storage import chats, messages
from storage.messages import Known
from storage.outgoing import outbox

_REFUSED = "refused"
_ON, _OFF = {"bat", "on", "co"}, {"tat", "off", "khong"}


def refuse_unbound(incoming: Incoming) -> None:
    """Raises Refusal for what would be work in a bound group; anything else is none of the bot's business."""
    if incoming.tap_id or incoming.addressed or commands.read(incoming.text, commands.IN_GROUP):
        raise Refusal("refused-not-bound")


def refuse_channel(turn: Turn[Any]) -> None:
    """Raises Refusal for what would be work, had it a name: whoever writes as a channel could be anybody."""
    incoming = turn.incoming
    is_edit_of_work = incoming.edited and messages.find(turn.tx, incoming.chat, incoming.message_id) is not None
    is_work = is_edit_of_work or case_replied_to(turn) or commands.read(incoming.text, commands.IN_GROUP | For.NEWCOMER)
    if is_work and _is_for_us(turn):
        raise Refusal("refused-as-channel")


def _is_for_us(turn: Turn[Any]) -> bool:
    """False for a command that names another bot."""
    return not commands.is_for_another(turn.incoming.text, turn.province.bot_names)


def answer_command(turn: InGroup) -> None:
    """`/traloi …` as a reply to a card, or `/traloi #LS26-00001 …` anywhere in the group."""
    text = turn.incoming.text
    addressed = commands.addressee(text)
    if not _is_for_us(turn):
        return
    given = commands.read(text, commands.IN_GROUP)
    if is_mended(turn):
        messages.remember(turn.tx, turn.incoming.chat, Known(turn.incoming.message_id, 0, "", {}))
    if given is not None:
        _answer(turn, given)
    elif addressed or turn.incoming.addressed or case_replied_to(turn) or typed.code(text):
        # whoever believes that it was done would be worse off
        raise Refusal("refused-unknown-officer-command")


def note_refused(turn: InGroup) -> None:
    """A command that was refused did nothing yet: an edit of its message may mend it."""
    tx, incoming = turn.tx, turn.incoming
    if incoming.tap_id or not incoming.message_id or not incoming.text.startswith("/"):
        return
    known = messages.find(tx, incoming.chat, incoming.message_id)
    if known is None or not known.case:  # what has done its work is remembered for that, also when an edit is refused
        messages.remember(tx, incoming.chat, Known(incoming.message_id, 0, "", {_REFUSED: True}))


def is_mended(turn: InGroup) -> bool:
    """True for an edit of a command that was refused before."""
    known = messages.find(turn.tx, turn.incoming.chat, turn.incoming.message_id)
    return known is not None and _REFUSED in known.note


def _answer(turn: InGroup, given: Given) -> None:
    if not given.command.whose & _reader(turn):
        raise NotYours(f"refused-{given.verb}-task-group")
    match given.verb:
        case "start" | "help":
            say(turn, Words("help-officer"))
        case "topics":
            _use_topics(turn, fold(given.rest))
        case "merge" | "separate":
            (merging.merge if given.verb == "merge" else merging.separate)(turn, given.rest)
        case "issues" | "requests" | "hold" | "disputes" | "projects" | "direct" | "unmask" | "bindings" | "unbind":
            _oversee(turn, given)
        case "canned":
            canned.work_on(turn, given.rest)
        case "queue":
            finding.list_open(turn, given.rest)
        case "search":
            finding.search_words(turn, given.rest)
        case "overdue" | "figures" | "report" | "board":
            _tell_figures(turn, given)
        case _:
            _work_on_case(turn, given)


def _oversee(turn: InGroup, given: Given) -> None:
    """What the task group does alone, and what it gives others to do."""
    match given.verb:
        case "issues":
            issues.work_on(turn, given.rest)
        case "requests":
            data_requests.work_on(turn, given.rest)
        case "hold":
            _keep_or_let_go(turn, given.rest)
        case "disputes":
            disputes.tell_live(turn)
        case "projects":
            projects.work_on(turn, given.rest)
        case "direct":
            directing.command(turn, given.rest, case_replied_to(turn))
        case "unmask":
            _name_author(turn, given.rest)
        case "bindings":
            say(turn, bindings.listed(turn.tx))
        case _:
            bindings.end(turn.tx, given.rest, turn.incoming.sender.name, is_administrator=False)
            acknowledge(turn)


def _reader(turn: InGroup) -> For:
    """As whom this chat gives commands."""
    if is_task_group(turn):
        return IN_GROUP
    return For.OFFICER | For.LEADERSHIP if turn.who.role == "leadership" else For.OFFICER


def _tell_figures(turn: InGroup, given: Given) -> None:
    if given.verb == "report":
        weekly.answer(turn, given.rest)
    elif given.verb == "board":
        board.invite(turn, given.rest)
    else:
        reporting.report(turn, given.verb)


def _use_topics(turn: InGroup, wanted: str) -> None:
    """`/chude bat`: one forum topic a case in this group from now on; `/chude tat`: all in one stream."""
    if wanted not in _ON | _OFF:
        raise Missing("refused-topics")
    chats.use_topics(turn.tx, turn.incoming.chat, wanted=wanted in _ON)
    say(turn, Words("topics-on") if wanted in _ON else Words("topics-off"))


def _name_author(turn: InGroup, words: str) -> None:
    """`/neuten`: that the department be told who filed in secret is asked for, granted or refused by two people."""
    number, said = case_named(turn, words)
    naming.work_on(turn, case_for(turn, number), said)
    acknowledge(turn)


def _keep_or_let_go(turn: InGroup, words: str) -> None:
    """`/giulai`: a case is kept beyond its time, or let go; alone, and in reply to no case, what is kept is listed."""
    if not words and not case_replied_to(turn):
        holding.tell_held(turn)
        return
    number, said = case_named(turn, words)
    holding.work_on(turn, case_for(turn, number), said)


def _work_on_case(turn: InGroup, given: Given) -> None:
    number, words = case_named(turn, given.rest)
    case = case_for(turn, number)
    check(turn, case, given.verb)
    match given.verb:
        case "accept":
            actor = actor_of(turn)
            recording.record(turn.tx, moves.accept(case, actor, turn.tx.now, signed(turn, case, actor)))
            acknowledge(turn)
        case "explain":
            recording.record(turn.tx, corrections.explain(case, actor_of(turn), turn.tx.now))
            acknowledge(turn)
        case "details":
            finding.tell_details(turn, case)
        case "alike":
            finding.search_alike(turn, case)
        case "deadline":
            limits = turn.province.catalogue.legal_limits
            outbox.post(turn.tx, reporting.deadline(turn.tx, to_chat(turn.incoming.chat), case, limits))
        case _:
            _act_on(turn, case, given.verb, words)


def _act_on(turn: InGroup, case: Case, verb: str, words: str) -> None:
    person, actor = officer_of(turn)
    if verb == "assign" and is_task_group(turn) and terms.read(turn.province.calendar, turn.tx.now, words):
        directing.direct(turn, directing.on_case(case), words)  # with a day in it, it is something to be done by then
        return
    wish, text = _wish(turn.province, verb, words)
    if verb == "contribute" and is_task_group(turn):
        wish, text = _for_another(turn, case, words)
    act(turn, case, (person, actor), wish, text)


def _for_another(turn: InGroup, case: Case, words: str) -> tuple[Wish, str]:
    """The task group's word for a department without a chat: for the only one that owes its word, or the one named."""
    owing = [each.department for each in case.parts if not each.said_at]
    mute = [key for key in owing if not chats.has_chat(turn.tx, to_department(key))]
    if len(mute) == 1:
        return Wish("contribute", mute[0]), words
    if not mute:
        raise Refusal("refused-not-your-department")
    key, rest = department_in_front(turn.province, words)
    return Wish("contribute", key), rest


def _wish(province: Province, verb: str, words: str) -> tuple[Wish, str]:
    """With the department or number of days that such a command begins with, and the words after it."""
    if verb in {"transfer", "assign", "invite"}:
        key, rest = department_in_front(province, words)
        return Wish(verb, key), rest
    if verb == "extend":
        first, _, rest = words.partition(" ")
        return Wish(verb, first), rest.strip()
    return Wish(verb), words
