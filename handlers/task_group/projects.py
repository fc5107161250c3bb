"""`/duan`: obstacles by project, oldest first; one project; a case that belongs to one."""

from __future__ import annotations

from domain.case.case import Case
from domain.messages import Lines, Name, Value, Words
from domain.oversight import projects as rules
from domain.oversight.projects import Project
from domain.refusals import Missing, NotYours, Refusal
from handlers import recording, typed
from handlers.access import actor_of, case_for, check
from handlers.group_talk import acknowledge, say
from handlers.turn import InGroup
from storage import cases
from storage.oversight import projects as memory

_LISTED = 15
_CASES = 5


def work_on(turn: InGroup, words: str) -> None:
    """`/duan`, `/duan CODE`, `/duan #LS26-00001 CODE`."""
    if match := typed.CODE.search(words):
        rest = f"{words[: match.start()]} {words[match.end() :]}".strip(" :,")
        _link(turn, match.group(1).upper(), rest)
        return
    if turn.who.role not in {"task-group", "leadership"}:
        raise NotYours("refused-projects-task-group")
    project = _named(turn, words) if words else None
    found = memory.obstacles(turn.tx, project.id if project else 0)
    if project and not found:
        found = [(project, [])]
    _tell(turn, found)


def _link(turn: InGroup, code: str, wanted: str) -> None:
    known = cases.by_code(turn.tx, code)
    case = case_for(turn, known.id if known else 0)
    check(turn, case, "link")
    recording.record(turn.tx, rules.link(case, actor_of(turn), turn.tx.now, _named(turn, wanted)))
    acknowledge(turn)


def _named(turn: InGroup, words: str) -> Project:
    """The project called so, by its code or, where only one fits, by a part of its name."""
    if not words:
        raise Missing("refused-which-project")
    if found := memory.by_code(turn.tx, words.strip("# ").upper()) or memory.by_code(turn.tx, words.strip("# ")):
        return found
    said = rules.plain(words)
    fitting = [each for each in memory.every_one(turn.tx) if said in rules.plain(each.name)]
    if len(fitting) != 1:
        raise Refusal("refused-no-project", text=words[:60])
    return fitting[0]


def _tell(turn: InGroup, found: list[tuple[Project, list[Case]]]) -> None:
    if not found:
        say(turn, Words("projects-none"))
        return
    lines: list[Value] = [Words("projects-head", {"count": sum(bool(those) for _, those in found)})]
    for project, those in found[:_LISTED]:
        facts: dict[str, Value] = {"project": project.name, "about": project.code, "count": len(those)}
        lines.append(Words("projects-line", {**facts, "place": project.place or "–", "state": project.state or "–"}))
        lines += [_line(turn, case) for case in those[:_CASES]]
    say(turn, Lines(tuple(lines)))


def _line(turn: InGroup, case: Case) -> Words:
    facts: dict[str, Value] = {"code": case.code, "state": Words(f"state-{case.state}")}
    facts["department"] = Name("short", case.department) if case.department else Words("department-undecided")
    facts["since"] = f"{case.filed_at.astimezone(turn.province.catalogue.timezone):%d/%m/%Y}"
    return Words("projects-case", facts)
