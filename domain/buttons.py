"""Every button there is, and what it sends when it is tapped.

Buttons stay in chats for ever: a line of the table may be added, none may be changed. Taps are read in
handlers/buttons.py, which refuses what no button of ours sends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any


class Side(StrEnum):
    """Whose button it is; the first letter of what it sends."""

    #: a person about themselves: consent, language
    PERSON = "p"
    #: a business on what it is writing
    DRAFT = "d"
    #: a business on a case it has filed
    OWN = "b"
    #: a guest on the anonymous case of the visit, which is therefore not named
    GUEST = "r"
    #: an officer or the task group on a case
    OFFICER = "o"
    #: the task group on a systemic issue
    ISSUE = "i"
    #: a leader on a case
    LEADER = "l"
    #: whoever gives a directive, has to follow it or sees to it
    DIRECTIVE = "t"
    #: the task group on a request about somebody's data
    DATA = "q"


#: in place of a department: the person does not know it, the officer wants to see them all
UNKNOWN, EVERY = "?", "*"

_NUMBER = "[0-9]{1,18}"
_SMALL = "[0-9]{1,9}"

#: what may stand for each part, whoever sends it; whether there is such a case, firm or department is asked later
_PARTS = {
    "case": _NUMBER,
    "firm": _NUMBER,
    "published": _NUMBER,
    "canned": _NUMBER,
    "person": _NUMBER,
    "signal": _NUMBER,
    "directive": _NUMBER,
    "project": _NUMBER,
    "request": _NUMBER,
    "band": "[1-4]",
    "days": "[0-9]{1,3}",
    "stars": "[1-5]",
    "proposal": _SMALL,
    "start": _SMALL,
    "tier": "open|hidden|anonymous",
    "kind": "obstacle|proposal|feedback|complaint",
    "language": "[a-z]{2}",
    "department": r"[a-z0-9-]{1,40}|\?|\*",
    "pick": "department|kind|business|text",
    "held": "send|answer|note|wanted",
    "verdict": "yes|no",
    "message": r"[\w-]{1,31}",
    "digest": "[0-9a-f]{8}",
    "wish": "copy|name|firm|withdraw|restrict|object|delete",
}

#: a button that may lack its last part has a line of its own without it
_FORMS = """
p:agree
p:refuse
p:lang:«language»
p:data
p:data:«wish»
p:data-yes:«wish»
p:data-no
p:data-drop:«request»
p:link-yes
p:link-no

d:send:«tier»
d:anonymous
d:at-once
d:cannot-keep
d:change
d:drop
d:back
d:skip
d:named
d:more
d:firm:«firm»
d:pick:«pick»
d:kind:«kind»
d:dept:«department»
d:conduct:«verdict»
d:known:«published»
d:read:«published»
d:join:«case»
d:still

b:new
b:to:«case»
b:unsend:«case»
b:show:«case»
b:add:«case»
b:withdraw:«case»
b:withdraw-yes:«case»
b:keep:«case»
b:print:«case»
b:code:«case»
b:solved:«case»
b:partly:«case»
b:not-solved:«case»
b:explained:«case»
b:appeal:«case»
b:weigh:«case»
b:weigh:«case»:«band»
b:project:«case»:«project»
b:stars:«case»:«stars»
b:data:«case»
b:data:«case»:«wish»
b:data-yes:«case»:«wish»
b:data-no:«case»
b:data-drop:«case»:«request»

r:to
r:unsend
r:show
r:add
r:withdraw
r:withdraw-yes
r:keep
r:print
r:code
r:solved
r:partly
r:not-solved
r:explained
r:appeal
r:stars:«stars»
r:data
r:data:«wish»
r:data-yes:«wish»
r:data-no
r:data-drop:«request»

o:accept:«case»
o:answer:«case»
o:ask:«case»
o:note:«case»
o:send:«case»
o:decline:«case»
o:explain:«case»
o:publish:«case»
o:contribute:«case»
o:transfer:«case»
o:transfer:«case»:«department»
o:assign:«case»
o:assign:«case»:«department»
o:invite:«case»
o:invite:«case»:«department»
o:extend:«case»
o:extend:«case»:«days»
o:details:«case»
o:read:«case»
o:alike:«case»
o:card:«case»
o:back:«case»
o:held:«case»:«held».«message»
o:decide:«case»:«verdict».«proposal»
o:name:«case»:«verdict».«proposal»
o:dispute:«case»:«verdict»
o:next:«person»:«start».«digest»
o:known:«published»
o:canned:«case»:«canned»

i:open:«signal»

l:urge:«case»
l:hand:«case»
l:details:«case»

t:who:«directive»
t:who:«directive»:«department»
t:days:«directive»
t:days:«directive»:«days»
t:give:«directive»
t:drop:«directive»
t:report:«directive»
t:report:«directive»:«message»
t:word:«directive»:«message»
t:accept:«directive»
t:return:«directive»
t:return:«directive»:«message»
t:cancel:«directive»:«message»
t:show:«directive»

q:accept:«request»
q:carry:«request»
q:carry-yes:«request»
q:refuse:«request»
q:show:«request»
"""


@dataclass(frozen=True, slots=True)
class Button:
    """One button: whose it is, what it does, and the parts this kind of button has; the others are empty."""

    side: Side
    verb: str
    case: int = 0
    firm: int = 0
    published: int = 0
    canned: int = 0
    person: int = 0
    signal: int = 0
    directive: int = 0
    project: int = 0
    request: int = 0
    band: int = 0
    days: int = 0
    stars: int = 0
    proposal: int = 0
    start: int = 0
    tier: str = ""
    kind: str = ""
    language: str = ""
    department: str = ""
    pick: str = ""
    held: str = ""
    verdict: str = ""
    message: str = ""
    digest: str = ""
    wish: str = ""

    @property
    def data(self) -> str:
        """What it sends when it is tapped, at most 64 bytes; raises LookupError for what is not in the table."""
        for form, parts, _ in _BY_VERB.get((self.side, self.verb), ()):
            given = [getattr(self, each) for each in parts]
            if all(given):
                return form.format(*given)
        raise LookupError(self)


def parse(data: str) -> Button | None:
    """The button that sends this, or None when none of ours does."""
    side, verb, *_ = (*data.split(":", 2), "")
    for _, parts, pattern in _BY_VERB.get((side, verb), ()):
        if found := pattern.fullmatch(data):
            given: dict[str, Any] = {each: int(found[each]) if each in _NUMBERS else found[each] for each in parts}
            return Button(Side(side), verb, **given)
    return None


LONGEST = 64
_PART = re.compile("«([a-z]+)»")
_NUMBERS = frozenset(each.name for each in fields(Button) if isinstance(each.default, int))
_Form = tuple[str, tuple[str, ...], re.Pattern[str]]


def _read(lines: list[str]) -> dict[tuple[str, str], list[_Form]]:
    """The table by side and verb: each form to fill in, its parts, and what it is known by; the fullest first."""
    known: dict[tuple[str, str], list[_Form]] = {}
    for line in sorted(lines, key=len, reverse=True):
        side, verb = line.split(":")[:2]
        pattern = _PART.sub(lambda part: f"(?P<{part[1]}>{_PARTS[part[1]]})", line.replace(".", r"\."))
        form = _PART.sub("{}", line), tuple(_PART.findall(line)), re.compile(pattern)
        known.setdefault((side, verb), []).append(form)
    return known


_BY_VERB = _read(_FORMS.split())
