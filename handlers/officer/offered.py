"""What numbers typed in a group mean: the choices the bot has shown there, read back from what it sent."""

from __future__ import annotations

from datetime import timedelta

from domain.messages import Notice
from domain.refusals import Missing
from handlers.commands import command_for
from handlers.turn import InGroup
from storage import cases
from storage.outgoing import outbox

#: how long a list of choices is remembered, and how many messages are looked through
LIFE = timedelta(days=3)
MOST = 40
#: how long a number alone may mean the newest list, when another one stands above it
ALONE = timedelta(minutes=30)


def choice(turn: InGroup, number: int, code: str) -> str:
    """The data of the choice with this number; raises Missing when nothing, or more than one thing, may be meant.

    With a case's code it is that case's newest list; alone, the newest, unless lists about several cases were shown in
    the last half hour, or, if none was, in the last days.
    """
    found = cases.by_code(turn.tx, code) if code else None
    about = found.id if found else 0
    lists = [
        (at, notice.about, options)
        for at, notice in outbox.said(turn.tx, turn.incoming.chat, turn.tx.now - LIFE, MOST)
        if (not code or notice.about == about) and (options := _numbered(notice))
    ]
    lists = [each for each in lists if turn.tx.now - each[0] <= ALONE] or lists
    if len({case for _, case, _ in lists}) > 1:
        raise Missing("refused-which-number", number=number)
    options = lists[0][2] if lists else []
    if not 1 <= number <= len(options):
        raise Missing("refused-no-such-number", number=number)
    return options[number - 1]


def _numbered(notice: Notice) -> list[str]:
    """The data of the choices that stood there with a number: on a card, those that no command stands for."""
    data = [each.data for row in notice.choices for each in row]
    return [each for each in data if not command_for(each)] if notice.about else data
