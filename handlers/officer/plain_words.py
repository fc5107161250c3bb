"""Words meant for the bot in a group whose messenger has neither buttons nor replies we can follow.

The case's code is the handle there. A number answers the last list; a verb in front of the code is a command ("nhận
LS26-00012"); a bare text with a code is held and asked about. What would leave government has to be unmistakable: a
colon after the code, or the command itself.
"""

from __future__ import annotations

import re
from dataclasses import replace

from domain.buttons import Side
from domain.language import fold
from domain.messages import Words
from domain.refusals import Missing
from handlers import buttons, commands, meanings, typed
from handlers.access import case_for
from handlers.group_talk import acknowledge, say
from handlers.officer import bare_replies, cards, finding, offered, typed_commands
from handlers.task_group import issues
from handlers.turn import InGroup
from storage import cases, people, writing

#: verbs whose words the business reads
_LEAVES = {"ask", "send", "answer", "decline"}
#: small words that may stand between a verb and the code
_BETWEEN = re.compile(r"(?:\s*\b(?:viec|vu viec|vu|ho so|the|cho|case|the case|案件)\b)*\s*#?$")
#: taps that show or say for themselves what they did
_SILENT = {"accept", "decide"}


def take(turn: InGroup) -> None:
    """Do what the words say; raises Missing when nothing tells which case they are about."""
    text = turn.incoming.text.strip()
    if turn.incoming.untold:
        say(turn, Words("untold-officer"))
    elif (number := meanings.number(typed.without_code(text))) is not None and not turn.incoming.uploads:
        _choose(turn, number, typed.code(text))
    elif command := _as_command(text):
        typed_commands.answer_command(replace(turn, incoming=replace(turn.incoming, text=command)))
    elif code := typed.code(text):
        _hold(turn, code)
    elif (text or turn.incoming.uploads) and not _takes_asked(turn):
        raise Missing("refused-which-code")
    elif not text and not turn.incoming.uploads:
        say(turn, Words("help-officer"))


def _choose(turn: InGroup, number: int, code: str) -> None:
    """What a typed number means: the choice of the last message with numbers, as a tap on it."""
    tap = buttons.read(offered.choice(turn, number, code), buttons.IN_GROUP)
    if tap.side is Side.ISSUE:
        issues.open_issue(turn, tap)
        return
    cards.carry_out_tap(turn, tap)
    if tap.verb in _SILENT:
        acknowledge(turn)


def _as_command(text: str) -> str:
    """The command that plain words are ("trả lời LS26-00012: đã cấp phép"), or ""."""
    given = commands.read(f"/{text}", commands.IN_GROUP)
    if given is None:
        return ""
    if not given.command.on_case:
        return f"/{text}"
    match = typed.CODE.search(given.rest)
    if match is None or not _BETWEEN.fullmatch(fold(given.rest[: match.start()])):
        return ""
    after = given.rest[match.end() :]
    if given.verb in _LEAVES and not re.match(r"\s*[:：\n]", after):
        return ""
    word = given.command.words.split()[0]
    return f"/{word} #{match.group(1)} {after.lstrip(' :：')}"


def _hold(turn: InGroup, code: str) -> None:
    """A code with other words: they wait until somebody says what they are. The code alone: everything on the case."""
    found = cases.by_code(turn.tx, code)
    case = case_for(turn, found.id if found else 0)
    words = typed.without_leading_code(turn.incoming.text)
    if not typed.without_code(words) and not turn.incoming.uploads:
        finding.tell_details(turn, case)
        return
    bare_replies.take_words(replace(turn, incoming=replace(turn.incoming, text=words)), case)


def _takes_asked(turn: InGroup) -> bool:
    """Words without a code: what was asked of this officer a moment ago, or what their held words are; else False."""
    tx, incoming = turn.tx, turn.incoming
    person = people.find(tx, incoming.chat.network, incoming.sender.id)
    known = writing.of(tx, person.id) if person else None
    if known is not None and known.chat.id == incoming.chat.id:
        bare_replies.take_words(turn, case_for(turn, known.case))
        return True
    return person is not None and bare_replies.says_what_held_is(turn, person)
