"""A filing in the making: what the business has sent so far, what we make of it, and the one screen that sums it up."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from domain.buttons import UNKNOWN, Button, Side
from domain.case.case import Matter, Tier
from domain.messages import Choice, Kind, Lines, Name, Notice, To, Urgency, Value, Words, shortened
from domain.people import NamedBusiness, named

SUMMARY = "summary"
LONGEST_TEXT = 20_000
LONGEST_SUMMED_UP = 600
MOST_FILES = 40
OFFERED = 3


@dataclass(frozen=True, slots=True)
class Draft:
    """An unfinished filing. `texts` maps the message it came in to the words, so that an edit changes them.

    `department` is "" while nobody has said or guessed one; `offered` are the best guesses, `together` who has to work
    with the best one; `corrected` is True once
    the person chose for themselves, and then no later guess changes it, unless officials' conduct comes in after the
    choice (`conduct_told` is True once that was said). A kind chosen alone keeps only itself. While it may be about
    officials' conduct (`maybe_conduct`) the person is asked first; `says_nothing` asks what it is about.
    `first` is the message it began with.
    """

    texts: dict[str, str] = field(default_factory=dict)
    files: tuple[int, ...] = ()
    kind: str = ""
    department: str = ""
    topic: str = ""
    offered: tuple[str, ...] = ()
    reason: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    is_sure: bool = False
    is_conduct: bool = False
    conduct_told: bool = False
    maybe_conduct: bool = False
    says_nothing: bool = False
    corrected: bool = False
    kind_chosen: bool = False
    album: str = ""
    first: str = ""
    begun_at: str = ""
    reminded: bool = False

    @property
    def text(self) -> str:
        """Everything typed, a paragraph a message."""
        return "\n".join(text for text in self.texts.values() if text)

    @property
    def is_decided(self) -> bool:
        """True when it is known who gets it, be it the task group."""
        return (bool(self.department) or self.corrected or self.is_conduct) and not self.maybe_conduct


def with_message(draft: Draft, message_id: str, text: str, files: tuple[int, ...], album: str) -> Draft:
    """The draft with one more message of the business; too long a text is cut, too many files are left out."""
    room = LONGEST_TEXT - len(draft.text)
    return replace(
        draft,
        texts={**draft.texts, message_id: text[: max(room, 0)]},
        files=(*draft.files, *files)[:MOST_FILES],
        album=album,
        first=draft.first or message_id,
    )


def is_cut(draft: Draft, text: str, files: tuple[int, ...]) -> bool:
    """True when not all of a further message fits into the draft."""
    return len(draft.text) + len(text) > LONGEST_TEXT or len(draft.files) + len(files) > MOST_FILES


@dataclass(frozen=True, slots=True)
class Guess:
    """What routing makes of a text: best departments first, and whether the first may be proposed alone."""

    kind: str
    departments: tuple[str, ...]
    topic: str
    reason: tuple[str, ...]
    is_sure: bool
    is_conduct: bool
    conduct_to: str
    together: tuple[str, ...] = ()
    maybe_conduct: bool = False
    says_nothing: bool = False


def guessed(draft: Draft, guess: Guess) -> Draft:
    """The draft with routing's guess, unless the person has corrected one and officials' conduct is no news."""
    news = guess.is_conduct and not draft.conduct_told
    if draft.corrected and not (news and draft.department):
        return draft
    department = guess.departments[0] if guess.departments and guess.is_sure else ""
    topic = guess.topic
    if guess.is_conduct:
        department, topic = guess.conduct_to, ""
    return replace(
        draft,
        kind=draft.kind if draft.kind_chosen else guess.kind,
        department=department,
        topic=topic if department else "",
        offered=guess.departments[:OFFERED],
        reason=guess.reason[:3],
        together=guess.together if department and not guess.is_conduct else (),
        is_sure=guess.is_sure or guess.is_conduct,
        is_conduct=guess.is_conduct,
        conduct_told=draft.conduct_told or guess.is_conduct,
        maybe_conduct=guess.maybe_conduct and not draft.conduct_told,
        says_nothing=guess.says_nothing,
        corrected=False,
    )


def about_officials(draft: Draft, guess: Guess) -> Draft:
    """The draft once the person has said that it is about how officials behave."""
    return replace(
        draft,
        department=guess.conduct_to,
        topic="",
        together=(),
        is_conduct=True,
        conduct_told=True,
        maybe_conduct=False,
        corrected=True,
    )


def summary(
    draft: Draft,
    speaker: NamedBusiness | None,
    to: To,
    deadline: datetime,
    *,
    edit: bool,
    if_hidden: tuple[Value, ...] = (),
) -> Notice:
    """The one screen: what we understood, what will be sent to whom, and the taps that send, change or drop it.

    `if_hidden` says what a department would read otherwise, or not get, of somebody who hides.
    """
    lines = [Words("summary-head"), *_understood(draft, speaker)]
    lines += if_hidden
    lines.append(Words("summary-deadline", {"at": deadline}))
    if draft.is_decided:
        lines.append(Words("summary-question", {"named": "yes" if speaker else "no"}))
    return Notice(
        to,
        Lines(tuple(lines)),
        choices=_choices(draft),
        kind=Kind.EDIT if edit else Kind.SEND,
        urgency=Urgency.PROMPT,
        slot=SUMMARY,
    )


def sent(draft: Draft, speaker: NamedBusiness | None, code: str) -> Lines:
    """What the screen says once the draft has become the case of this code."""
    return Lines((Words("summary-sent", {"code": code}), *_understood(draft, speaker)))


def _understood(draft: Draft, speaker: NamedBusiness | None) -> list[Value]:
    kind: Value = Words(f"kind-{draft.kind or Matter.OBSTACLE}")
    lines: list[Value] = [Words("summary-kind", {"kind": kind})]
    if draft.maybe_conduct:
        lines.append(Words("summary-maybe-conduct"))
    elif draft.is_conduct:
        lines.append(Words("summary-conduct", {"department": _named(draft.department)}))
    elif draft.department:
        lines.append(Words("summary-department", {"department": _named(draft.department), "why": _why(draft)}))
    elif draft.corrected:
        lines.append(Words("summary-task-group"))
    elif draft.says_nothing:
        lines.append(Words("summary-says-nothing"))
    else:
        lines.append(Words("summary-no-department"))
    if draft.together:
        others = Lines(tuple(Name("department", key) for key in draft.together), ", ")
        lines.append(Words("summary-together", {"departments": others}))
    if draft.topic:
        lines.append(Words("summary-topic", {"topic": Name("topic", draft.topic)}))
    lines.append(Words("summary-who", {"who": named(speaker.name, speaker.tax_code) if speaker else named("", "")}))
    lines.append(
        Words(
            "summary-text",
            {"text": shortened(draft.text, LONGEST_SUMMED_UP) or Words("no-text"), "files": len(draft.files)},
        )
    )
    return lines


def _named(department: str) -> Value:
    return Name("department", department) if department else Words("task-group")


def _why(draft: Draft) -> Value:
    if draft.corrected:
        return Words("why-you")
    return Words("why-words", {"words": ", ".join(draft.reason)}) if draft.reason else Words("why-none")


def _choices(draft: Draft) -> tuple[tuple[Choice, ...], ...]:
    change = Choice(Words("button-change"), Button(Side.DRAFT, "change").data)
    last = (change, Choice(Words("button-drop"), Button(Side.DRAFT, "drop").data))
    if draft.is_decided:
        safest = (Tier.HIDDEN, Tier.OPEN) if draft.is_conduct else (Tier.OPEN, Tier.HIDDEN)
        return (*((_send(tier),) for tier in (*safest, Tier.ANONYMOUS)), last)
    if draft.maybe_conduct:
        about = Choice(Words("button-conduct-yes"), Button(Side.DRAFT, "conduct", verdict="yes").data)
        matter = Choice(Words("button-conduct-no"), Button(Side.DRAFT, "conduct", verdict="no").data)
        return ((about,), (matter,), last)
    another = Choice(Words("button-another-department"), Button(Side.DRAFT, "pick", pick="department").data)
    return (*((department_choice(key),) for key in draft.offered), (unknown_department(),), (another,), last)


def _send(tier: Tier) -> Choice:
    return Choice(Words(f"button-send-{tier}"), Button(Side.DRAFT, "send", tier=tier).data)


def department_choice(key: str) -> Choice:
    """The button by which a business says that this department is the right one."""
    return Choice(Name("department", key), Button(Side.DRAFT, "dept", department=key).data)


def unknown_department() -> Choice:
    """The button for whoever does not know the department."""
    return Choice(Words("button-unknown"), Button(Side.DRAFT, "dept", department=UNKNOWN).data)
