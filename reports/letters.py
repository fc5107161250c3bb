"""The two forms a report comes in: weekly and monthly by what is to be done, quarterly and yearly in four parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from domain.messages import Value, Words
from domain.statistics.counting import Dimension
from domain.statistics.definitions import titled
from domain.statistics.periods import Span
from reports import lists, oversight, pictures, sentences, tables
from reports.blocks import Block, Heading, Letter, NewPage, Paragraph, ToFill
from reports.telling import Telling, last_day

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")


def letter(it: Telling) -> Letter:
    """The report with its head and its end; what is a person's to write is left open."""
    long = it.report.period.span in {Span.QUARTER, Span.YEAR}
    until = last_day(it)
    return Letter(
        parent=it.say(Words("report-parent", {"province": it.catalogue.province_name("vi").upper()})),
        office=it.say(Words("report-office")),
        number=it.say(Words("report-number")),
        nation=it.say(Words("report-nation")),
        motto=it.say(Words("report-motto")),
        place=it.say(Words("report-place", {"province": it.catalogue.province_name("vi"), "year": str(until.year)})),
        kind=it.say(Words("report-kind")),
        subject=it.say(titled(it.report.period)),
        draft=it.say(Words("report-draft")),
        body=[Paragraph(it.say(_opening(it))), *(_in_four_parts(it) if long else _by_task(it))],
        recipients=it.all(
            *(Words("report-to"), Words("report-to-leaders"), Words("report-to-group"), Words("report-to-file"))
        ),
        authority=it.say(Words("report-authority")),
        signer=it.say(Words("report-signer")),
        name=it.say(Words("report-signature")),
        annexes=list(_annexes(it)) if long else [],
    )


def _opening(it: Telling) -> Words:
    days: dict[str, Value] = {"from": it.day(it.report.bounds[0]), "to": it.day(last_day(it))}
    return Words("report-opening", days)


def _parts(titled: Iterable[tuple[str, Iterable[Block]]]) -> Iterator[Block]:
    for number, (title, blocks) in enumerate(titled):
        yield Heading(f"{_ROMAN[number]}. {title.upper()}")
        yield from blocks


def _numbered(titled: Iterable[tuple[str, Iterable[Block]]]) -> Iterator[Block]:
    for number, (title, blocks) in enumerate(titled, 1):
        yield Heading(f"{number}. {title}", 2)
        yield from blocks


def _by_task(it: Telling) -> Iterator[Block]:
    return _parts(
        (
            (it.say(Words("report-part-results")), _results(it)),
            (it.say(Words("report-part-groups")), _groups(it)),
            (it.say(Words("report-part-notable")), sentences.notable(it)),
            (it.say(Words("report-part-overdue")), lists.overdue(it)),
            *_seen_to(it),
            (it.say(Words("report-part-beyond")), lists.beyond(it)),
            (it.say(Words("report-part-proposals")), lists.proposed(it)),
        )
    )


def _seen_to(it: Telling) -> Iterator[tuple[str, Iterable[Block]]]:
    """Disputes and directives, in a week or month that has any."""
    if it.report.disputes:
        yield it.say(Words("report-part-disputes")), oversight.disputes(it)
    if it.report.directives:
        yield it.say(Words("report-part-directives")), oversight.followed(it)


def _results(it: Telling) -> Iterator[Block]:
    yield from sentences.received(it)
    yield from sentences.answered(it)
    yield tables.compared(it)
    yield pictures.trend(it)


def _groups(it: Telling) -> Iterator[Block]:
    yield tables.by_dimension(it, Dimension.DEPARTMENT, it.department)
    yield pictures.by_department(it)
    yield tables.by_dimension(it, Dimension.TOPIC, it.topic)
    yield Paragraph(it.say(Words("report-pci")))
    yield tables.by_dimension(it, Dimension.PCI, tables.component(it))


def _in_four_parts(it: Telling) -> Iterator[Block]:
    to_fill = ToFill(it.say(Words("report-to-fill")))
    results = (
        (it.say(Words("report-part-results")), _results(it)),
        (it.say(Words("report-part-groups")), _groups(it)),
        (it.say(Words("report-part-notable")), [*oversight.by_component(it), *sentences.notable(it)]),
        (it.say(Words("report-part-disputes")), oversight.disputes(it)),
        (it.say(Words("report-part-beyond")), lists.beyond(it)),
        (it.say(Words("report-part-directives")), oversight.followed(it)),
    )
    assessment = (
        (it.say(Words("report-achieved")), sentences.achievements(it)),
        (it.say(Words("report-lacking")), sentences.shortcomings(it)),
        (it.say(Words("report-causes")), sentences.causes(it)),
    )
    return _parts(
        (
            (it.say(Words("report-four-direction")), _direction(it, to_fill)),
            (it.say(Words("report-four-results")), _numbered(results)),
            (it.say(Words("report-four-assessment")), _numbered(assessment)),
            (it.say(Words("report-four-tasks")), _to_come(it, to_fill)),
        )
    )


def _direction(it: Telling, to_fill: ToFill) -> Iterator[Block]:
    """What a person writes, beside what was directed."""
    yield to_fill
    yield from oversight.directed(it)
    yield Paragraph(it.say(Words("report-see-annex")))


def _to_come(it: Telling, to_fill: ToFill) -> Iterator[Block]:
    """What a person writes, beside the directives that go on and what the figures ask for."""
    yield to_fill
    yield from oversight.still_open(it)
    yield from lists.proposed(it)


def _annexes(it: Telling) -> Iterator[Block]:
    yield NewPage()
    yield Heading(it.say(Words("report-annex-documents")))
    yield ToFill(it.say(Words("report-annex-documents-fill")))
    yield Heading(it.say(Words("report-annex-overdue")))
    yield from lists.overdue(it)
