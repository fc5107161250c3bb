"""Every command of the chat: the words it may be typed with, what it does, and who may give it.

The help texts, the documents and the page's links are checked against this table or made from it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Flag, auto
from functools import cache

from domain.buttons import Button, Side, parse
from domain.language import fold

_TYPED = re.compile(r"/(?P<name>\w+)(?:@(?P<bot>\w+))?(?=\s|$)")


class For(Flag):
    """Who gives a command, and so in which chat."""

    BUSINESS = auto()
    #: whoever came back to an anonymous case by its code
    GUEST = auto()
    OFFICER = auto()
    TASK_GROUP = auto()
    LEADERSHIP = auto()
    #: of a department, in private
    HEAD = auto()
    ADMINISTRATOR = auto()
    #: whoever holds a one-time code, in any chat
    NEWCOMER = auto()


#: everybody in a bound group; what is the task group's alone is refused to the others with its reason
IN_GROUP = For.OFFICER | For.TASK_GROUP


@dataclass(frozen=True, slots=True)
class Command:
    """One command; `words` in Vietnamese, English and, where people have one, Chinese, typed after the /.

    `on_case` when it is about one case, `before_consent` when it may be given before anything is agreed to.
    """

    verb: str
    words: str
    whose: For
    on_case: bool = False
    before_consent: bool = False


COMMANDS = (
    Command("start", "start", For.BUSINESS | For.OFFICER),
    Command("help", "trogiup help", For.BUSINESS | For.OFFICER | For.LEADERSHIP, before_consent=True),
    Command("language", "ngonngu language lang yuyan", For.BUSINESS, before_consent=True),
    Command("privacy", "quyenriengtu privacy", For.BUSINESS, before_consent=True),
    Command("data", "dulieu mydata shuju", For.BUSINESS | For.GUEST, before_consent=True),
    Command("drop", "huy cancel", For.BUSINESS, before_consent=True),
    Command("business", "doanhnghiep business", For.BUSINESS),
    Command("link", "lienket link lianjie", For.BUSINESS, before_consent=True),
    Command("part", "huylienket unlink", For.BUSINESS),
    Command("list", "vuviec cases", For.BUSINESS),
    Command("status", "tracuu status", For.BUSINESS | For.GUEST, on_case=True),
    Command("withdraw", "rut withdraw", For.BUSINESS | For.GUEST, on_case=True),
    Command("print", "biennhan print", For.BUSINESS | For.GUEST, on_case=True),
    Command("return", "ma code", For.BUSINESS, before_consent=True),
    Command("code", "mamoi newcode", For.GUEST, on_case=True),
    Command("leave", "thoat exit", For.BUSINESS, before_consent=True),
    Command("canned", "mau canned", For.OFFICER),
    Command("queue", "viec queue", For.OFFICER),
    Command("search", "tim search", For.BUSINESS | For.OFFICER),
    Command("deadline", "hanxuly deadline", For.BUSINESS | For.GUEST | For.OFFICER, on_case=True),
    Command("unmask", "neuten unmask", For.BUSINESS | For.TASK_GROUP, on_case=True),
    Command("accept", "nhan accept", For.OFFICER, on_case=True),
    Command("ask", "hoi ask", For.OFFICER, on_case=True),
    Command("send", "gui send", For.OFFICER, on_case=True),
    Command("answer", "traloi answer", For.OFFICER, on_case=True),
    Command("note", "noibo note", For.OFFICER, on_case=True),
    Command("explain", "giaithich explain", For.OFFICER, on_case=True),
    Command("decline", "tuchoi decline", For.OFFICER, on_case=True),
    Command("transfer", "chuyen transfer", For.OFFICER, on_case=True),
    Command("assign", "giao assign", For.OFFICER, on_case=True),
    Command("extend", "giahan extend", For.OFFICER, on_case=True),
    Command("invite", "phoihop invite", For.OFFICER, on_case=True),
    Command("contribute", "gopy contribute", For.OFFICER, on_case=True),
    Command("publish", "congbo publish", For.OFFICER, on_case=True),
    Command("retract", "thuhoi retract", For.OFFICER, on_case=True),
    Command("details", "chitiet details", For.OFFICER | For.LEADERSHIP, on_case=True),
    Command("alike", "tuongtu alike", For.OFFICER, on_case=True),
    Command("merge", "gop merge", For.OFFICER),
    Command("separate", "tach separate", For.OFFICER),
    Command("topics", "chude topics", For.OFFICER),
    Command("issues", "vande issues", For.TASK_GROUP),
    Command("hold", "giulai hold", For.TASK_GROUP),
    Command("requests", "yeucaudulieu datarequests", For.TASK_GROUP),
    Command("projects", "duan projects", IN_GROUP | For.LEADERSHIP),
    Command("disputes", "tranhchap disputes", For.TASK_GROUP | For.LEADERSHIP),
    Command("direct", "chidao direct directives", IN_GROUP | For.LEADERSHIP),
    #: what the task group calls so with a day in it, too
    Command("direct", "giao assign", For.LEADERSHIP),
    Command("accesses", "nhatky accesslog", For.LEADERSHIP),
    Command("overdue", "quahan overdue", For.OFFICER | For.HEAD | For.LEADERSHIP),
    Command("figures", "thongke figures stats", For.OFFICER | For.HEAD | For.ADMINISTRATOR | For.LEADERSHIP),
    Command("report", "baocao report", For.TASK_GROUP | For.LEADERSHIP),
    Command("board", "bang board", For.OFFICER | For.TASK_GROUP | For.LEADERSHIP | For.HEAD),
    Command("bind", "gan bind", For.NEWCOMER),
    Command("bindings", "danhsachgan bindings", For.TASK_GROUP | For.ADMINISTRATOR),
    Command("unbind", "thaogan unbind", For.TASK_GROUP | For.ADMINISTRATOR),
)

#: every word there is
WORDS = frozenset(word for command in COMMANDS for word in command.words.split())
_ON_CARD = {each.verb: each.words.split()[0] for each in COMMANDS if each.on_case and each.whose & For.OFFICER}
_BY_WORD = {word: [each for each in COMMANDS if word in each.words.split()] for word in WORDS}
#: a slip of the finger is taken for the command meant when so many letters leave no doubt; shorter words are too near
#: to others that mean something ("nhanh" is not "nhan")
_LONG_ENOUGH = 5
_ALIKE = 0.8


@dataclass(frozen=True, slots=True)
class Given:
    """A command as somebody typed it, with what stands after it."""

    command: Command
    rest: str

    @property
    def verb(self) -> str:
        """What it does."""
        return self.command.verb


def command_for(data: str) -> str:
    """The command (without its /) that does to a case what a button on its card does; "" for none."""
    button = parse(data)
    if button is None or button.side is not Side.OFFICER or button != Button(Side.OFFICER, button.verb, button.case):
        return ""
    return _ON_CARD.get(button.verb, "")


def read(text: str, whose: For) -> Given | None:
    """The command that a text begins with (`/gan CODE`, `/gan@botname CODE`), or None when `whose` has none such.

    With or without diacritics, in one word or two (`/trả lời`), and with one slip in a long one (`/tralo`).
    """
    name, rest = split(text)
    found = _of(name, whose) or _of(nearest(name, whose), whose)
    return Given(found, rest) if found else None


def nearest(name: str, whose: For) -> str:
    """The one long command word that a mistyped one can only mean; "" when there is none, or more than one."""
    if len(name) < _LONG_ENOUGH:  # nearly every message: it begins with no command at all
        return ""
    alike = get_close_matches(name, _long_words(whose), n=2, cutoff=_ALIKE)
    return alike[0] if len({_of(each, whose) for each in alike}) == 1 else ""


@cache
def _long_words(whose: For) -> list[str]:
    return [word for word in WORDS if len(word) >= _LONG_ENOUGH and _of(word, whose)]


def _of(name: str, whose: For) -> Command | None:
    return next((each for each in _BY_WORD.get(name, ()) if each.whose & whose), None)


def split(text: str) -> tuple[str, str]:
    """A typed command's name (folded, in one word, without / and @bot) and the words after it; ("", "") for none."""
    match = _TYPED.match(text)
    if not match:
        return "", ""
    name, rest = fold(match["name"]), text[match.end() :].strip()
    second, _, after = rest.partition(" ")
    if (joined := name + fold(second)) in WORDS and second:
        return joined, after.strip()
    return name, rest


def is_for_another(text: str, ours: Collection[str]) -> bool:
    """True for a command that names another bot than those names of ours."""
    named = addressee(text)
    return bool(named and ours and named not in ours)


def addressee(text: str) -> str:
    """The bot a command names after its @ (lower case), or ""."""
    match = _TYPED.match(text)
    return (match["bot"] or "").lower() if match else ""
