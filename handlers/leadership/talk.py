"""What leaders type: their few commands, and words in reply to what the bot said, which reach the task group."""

from __future__ import annotations

from domain.messages import Value, Words, shortened
from domain.refusals import NotYours, Refusal
from handlers import commands, typed
from handlers.access import actor_of, officer_of
from handlers.commands import IN_GROUP, For, Given
from handlers.group_talk import say
from handlers.leadership import escalations
from handlers.officer.naming import case_named, case_replied_to
from handlers.officer.typed_commands import is_mended
from handlers.officer.verbs import hold
from handlers.rights import accesses
from handlers.task_group import board, directing, disputes, following, projects, reporting, weekly
from handlers.task_group.directing import About
from handlers.turn import InGroup
from storage import cases, messages

#: how much of the message replied to the task group reads
_QUOTED = 160


def take(turn: InGroup) -> None:
    """A command or a reply of a leader; talk among leaders is none of the bot's business."""
    text = turn.incoming.text
    if turn.incoming.edited and not is_mended(turn):  # what was passed on stands there in its first words
        return
    if commands.is_for_another(text, turn.province.bot_names):
        return
    if text.startswith("/"):
        _answer(turn, commands.read(text, For.LEADERSHIP), is_ours=bool(commands.addressee(text)))
    elif turn.incoming.reply_to:
        _take_reply(turn)
    elif turn.incoming.addressed and text.strip():
        say(turn, Words("leader-how"))


def _answer(turn: InGroup, given: Given | None, *, is_ours: bool) -> None:
    if given is None:
        _refuse(turn, is_ours=is_ours)
        return
    match given.verb:
        case "help":
            say(turn, Words("help-leadership"))
        case "direct":
            directing.command(turn, given.rest, case_replied_to(turn))
        case "projects":
            projects.work_on(turn, given.rest)
        case "disputes":
            disputes.tell_live(turn)
        case "accesses":
            accesses.tell(turn)
        case "board":
            board.invite(turn, given.rest)
        case "report":
            weekly.answer(turn, given.rest)
        case "details":
            escalations.tell_details(turn, case_named(turn, given.rest)[0])
        case _:
            reporting.report(turn, given.verb)


def _refuse(turn: InGroup, *, is_ours: bool) -> None:
    """Raises Refusal for what is no command of leaders: a department's work, or one that was meant for us."""
    if commands.read(turn.incoming.text, IN_GROUP):
        raise NotYours("refused-not-your-department")
    if is_ours or _is_to_us(turn):
        raise Refusal("refused-unknown-officer-command")


def _is_to_us(turn: InGroup) -> bool:
    return bool(turn.incoming.addressed or case_replied_to(turn) or turn.incoming.reply_text)


def _take_reply(turn: InGroup) -> None:
    """Words to a directive are asked about; all others go to the task group at once, and the leader reads so."""
    person, _ = officer_of(turn)
    directive = following.replied_to(turn)
    if directive is not None:
        held = hold(turn, person, turn.incoming.text)
        directing.take_reply(turn, directive, person.id, held.text, held.files)
    elif turn.incoming.text.strip() and (_is_to_us(turn) or _is_known(turn)):
        _pass_on(turn)


def _is_known(turn: InGroup) -> bool:
    return messages.find(turn.tx, turn.incoming.chat, turn.incoming.reply_to) is not None


def _pass_on(turn: InGroup) -> None:
    text = turn.incoming.text
    draft = directing.drafted(turn.tx, turn.province, actor_of(turn), _about(turn, text), text)
    directing.tell_task_group(turn, draft, _quoted(turn))
    directing.show_draft(turn, draft, Words("leader-passed-on"))


def _about(turn: InGroup, text: str) -> About:
    """The one case the words or the message replied to name; several are for the task group to tell apart."""
    codes = typed.codes(text) or typed.codes(turn.incoming.reply_text)
    if len(set(codes)) == 1:
        return directing.on_case(cases.by_code(turn.tx, codes[0]))
    number = case_replied_to(turn) if not codes else 0
    return directing.on_case(cases.look(turn.tx, number) if number else None)


def _quoted(turn: InGroup) -> Value:
    """The beginning of what the leader replied to, in one line."""
    said = " ".join(turn.incoming.reply_text.split())
    return Words("leader-replied-to", {"text": shortened(said, _QUOTED)}) if said else Words("nothing")
