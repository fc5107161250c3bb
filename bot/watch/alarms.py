"""Every alarm: who looks, how often, and whether it is the program's own trouble. The words are `alarm-NAME`.

A new alarm is a line here, a look, and two sentences: `alarm-NAME` and `alarm-NAME-over`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from bot.watch import around, inside
from bot.watch.watched import Watched
from domain.messages import Name, Value, Words

#: what is to be told of what is wrong now, by what it is about ("" for the whole); None when nobody can say
Look = Callable[[Watched], Awaitable[Mapping[str, Words] | None]]

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Alarm:
    """`here`: each machine looks for itself and says when that is over. `ours`: the heartbeat fails with it."""

    name: str
    look: Look
    every: timedelta
    here: bool = False
    ours: bool = True
    called: Callable[[str], Value] = str


def _department(key: str) -> Value:
    return Name("department", key)


ALARMS = (
    Alarm("silent", inside.silent, 5 * MINUTE),
    Alarm("messenger", around.messenger, 5 * MINUTE),
    Alarm("backlog", inside.backlog, MINUTE),
    Alarm("downloads", inside.downloads, 5 * MINUTE),
    Alarm("job", inside.late_jobs, MINUTE, here=True),
    Alarm("disk", inside.disk, 5 * MINUTE, here=True),
    Alarm("catalogue", inside.catalogue, MINUTE, here=True),
    Alarm("clock", around.clock, HOUR, here=True),
    Alarm("certificate", around.certificate, HOUR),
    Alarm("untrusted", around.untrusted, HOUR),
    Alarm("backup", inside.backup, HOUR),
    Alarm("unread", inside.unread, HOUR, ours=False, called=_department),
)
