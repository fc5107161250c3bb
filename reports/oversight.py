"""What a report says of directives and disputes: who does what by when, how many of each department, which signs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from domain.messages import Lines, Value, Words
from domain.oversight import tally
from domain.oversight.disputes import in_words
from domain.oversight.tally import Counts, Told
from domain.statistics.counting import Dimension
from domain.statistics.definitions import number
from domain.statistics.proposals import told as shown
from reports.blocks import Block, Paragraph, Table
from reports.telling import Telling

_LONGEST = 220


def directed(it: Telling) -> Iterator[Block]:
    """How many directives were given in the period and what became of them."""
    yield Paragraph(it.say(_counts(tally.total(it.report.directives))))


def _counts(counts: Counts) -> Words:
    became: dict[str, Value] = {
        "late": number(counts.done_late),
        "open": number(counts.open),
        "overdue": number(counts.overdue),
    }
    return Words("report-directives", {"given": number(counts.given), "done": number(counts.done), **became})


def followed(it: Telling) -> Iterator[Block]:
    """By department, and then each: who, what, by when, where it stands."""
    if not it.report.directives:
        yield Paragraph(it.say(Words("report-no-directives")))
        return
    yield from directed(it)
    header = it.all(
        *(Words("report-who"), Words("report-directives-given"), Words("report-directives-done")),
        *(Words("report-directives-late"), Words("report-directives-open"), Words("report-short-overdue_now")),
    )
    rows = [
        (_who(it, key), *map(str, (each.given, each.done, each.done_late, each.open, each.overdue)))
        for key, each in tally.counted(it.report.directives).items()
    ]
    yield Table(header, rows, (58, 20, 20, 26, 22, 20))
    yield _table(it, it.report.directives)


def still_open(it: Telling) -> Iterator[Block]:
    """What was given and goes on: the tasks of the time to come."""
    if going_on := [each for each in it.report.directives if tally.is_going_on(each)]:
        yield Paragraph(it.say(Words("report-directives-go-on", {"count": number(len(going_on))})))
        yield _table(it, going_on)


def _table(it: Telling, those: Iterable[Told]) -> Table:
    header = it.all(
        *(Words("report-code"), Words("report-who"), Words("report-what")),
        *(Words("report-by-when"), Words("report-state")),
    )
    return Table(header, [_row(it, each) for each in those], (22, 32, 57, 26, 29), numbers=len(header))


def _row(it: Telling, each: Told) -> tuple[str, ...]:
    what = each.text or it.say(Words("directive-hand-over"))
    what = what if len(what) <= _LONGEST else what[: _LONGEST - 1] + "…"
    about = f"#{each.about}: " if each.about else ""
    late = each.is_late and tally.is_going_on(each)
    state = Words("directive-is-late") if late else Words(f"directive-is-{each.standing}")
    return (each.code, _who(it, each.department), f"{about}{what}", it.day(each.due), it.say(state))


def _who(it: Telling, key: str) -> str:
    return it.department(key) if key else it.say(Words("role-task-group"))


def disputes(it: Telling) -> Iterator[Block]:
    """The cases that are a dispute or may become one, with the signs."""
    if not it.report.disputes:
        yield Paragraph(it.say(Words("report-no-disputes")))
        return
    header = it.all(
        *(Words("report-code"), Words("report-by-department"), Words("report-by-topic"), Words("report-since")),
        *(Words("report-signs"), Words("report-state")),
    )
    rows = [
        (
            each.code,
            it.department(each.department),
            it.topic(each.topic),
            it.day(each.filed_at),
            it.say(in_words(each.risks)),
            it.say(Words(f"dispute-is-{each.dispute}")),
        )
        for each in it.report.disputes
    ]
    yield Table(header, rows, (24, 30, 36, 22, 36, 22), numbers=len(header))


def by_component(it: Telling) -> Iterator[Block]:
    """What was raised, the PCI components in their order, the topics of each together; none that is withheld."""
    told_components = it.report.groups[Dimension.PCI]
    found: dict[int, list[tuple[str, int]]] = {}
    for key, each in shown(it.report.groups[Dimension.TOPIC]):
        topic = it.catalogue.topic(key)
        withheld = topic is None or told_components.get(f"{topic.pci_component or 0:02d}") is None
        if topic and topic.pci_component and each.received and not withheld:
            found.setdefault(topic.pci_component, []).append((key, each.received))
    for place in sorted(found):
        those = sorted(found[place], key=lambda item: (-item[1], item[0]))
        parts = [Words("weekly-common", {"topic": it.topic(key), "count": number(count)}) for key, count in those]
        facts: dict[str, Value] = {
            "place": place,
            "pci": Words(f"pci-{place:02d}"),
            "topics": Lines(tuple(parts), "; "),
        }
        yield Paragraph(it.say(Words("report-by-component", facts)))
