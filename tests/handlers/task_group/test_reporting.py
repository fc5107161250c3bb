"""What the task group and leadership read, and what a department reads of a case whose author is hidden."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.case import handovers, moves
from domain.case.case import Case, Matter, Outcome, Tier
from domain.case.decisions import Decision
from domain.deadline.explaining import at_length
from domain.messages import TASK_GROUP, Chat, Incoming, Lines, Network, Notice, Sender, Words, to_chat
from handlers import recording
from handlers.officer import typed_commands
from handlers.province import Province
from handlers.task_group import reporting
from handlers.turn import Turn
from storage.chats import Bound
from storage.database import Store, Tx
from storage.outgoing import notices
from tests.cast import CONSTRUCTION, DEADLINE, FINANCE, LAN, MINH, NOW, TUAN, Hands, filed, leaves, replying, said, term

GROUP = Chat(Network.TELEGRAM, "-5")


def record(store: Store, *story: Decision) -> Case:
    for decision in story:
        store.call(lambda tx, decision=decision: recording.record(tx, decision))  # type: ignore[misc]
    return story[-1].case


def lines(notice: Notice) -> list[str]:
    if isinstance(notice.words, Words):
        return [notice.words.key]
    return [line.key for line in notice.words.items if isinstance(line, Words)]


def line(notice: Notice, key: str) -> dict[str, object]:
    assert isinstance(notice.words, Lines)
    return next(dict(each.args) for each in notice.words.items if isinstance(each, Words) and each.key == key)


def answers(store: Store, province: Province, name: str, bound: Bound) -> list[str]:
    """The keys of what is answered to a command in a group."""
    incoming = Incoming("1", GROUP, Sender("2"), NOW, private=False, text=f"/{name}")

    def run(tx: Tx) -> list[str]:
        typed_commands.answer_command(Turn(tx, province, incoming, bound))
        return [lines(item.notice)[0] for item in tx.posted]

    return store.call(run)


def test_overdue_lists_the_longest_overdue_first(store: Store, hands: Hands) -> None:
    record(store, filed(1))
    record(store, filed(2, term=term(DEADLINE - timedelta(days=2)), department=FINANCE))
    record(store, filed(3, term=term(DEADLINE + timedelta(days=9))))
    hands.now = DEADLINE + timedelta(days=1)
    notice = store.call(lambda tx: reporting.overdue(tx, TASK_GROUP))
    assert lines(notice) == ["overdue-head", "overdue-line", "overdue-line"]
    assert leaves(notice.words).index("LS26-00002") < leaves(notice.words).index("LS26-00001")
    own = store.call(lambda tx: reporting.overdue(tx, TASK_GROUP, FINANCE))
    assert line(own, "overdue-head") == {"count": 1}


def test_nothing_overdue_is_said_so(store: Store) -> None:
    assert lines(store.call(lambda tx: reporting.overdue(tx, TASK_GROUP))) == ["overdue-none"]


def test_the_figures_of_this_week(store: Store, hands: Hands, province: Province) -> None:
    done = moves.answer(filed(1).case, MINH, NOW, said())
    record(store, filed(1), done, moves.confirm(done.case, LAN, NOW, Outcome.SOLVED, NOW + timedelta(days=10)))
    record(store, filed(2, department=FINANCE))
    hands.on(hours=1)
    notice = store.call(lambda tx: reporting.this_week(tx, province, TASK_GROUP))
    assert line(notice, "figures-received") == {"count": 2}
    assert line(notice, "figures-answered") == {"count": 1, "ontime": 1, "share": 100, "extended": 0, "late": 0}
    assert line(notice, "figures-outcomes") == {
        "solved": 1,
        "partly": 0,
        "notsolved": 0,
        "silent": 0,
        "explained": 0,
    }
    assert line(notice, "figures-open") == {"count": 1, "overdue": 0, "waiting": 0}
    own = store.call(lambda tx: reporting.this_week(tx, province, TASK_GROUP, FINANCE))
    assert line(own, "figures-received") == {"count": 1}


@pytest.mark.parametrize("name", ["quahan", "overdue", "thongke", "stats"])
def test_the_commands_answer_in_the_group(store: Store, province: Province, name: str) -> None:
    [answer] = answers(store, province, name, Bound(GROUP, "task-group"))
    assert answer in {"overdue-none", "figures-head"}


def test_another_command_is_somebody_elses(store: Store, province: Province) -> None:
    assert answers(store, province, "start", Bound(GROUP, "department", CONSTRUCTION)) == ["help-officer"]


# One case in full


@pytest.fixture
def hidden(store: Store) -> Case:
    """A hidden case with something of everything in its journal."""
    secret = "Lan, Công ty Lan Anh, 0912 345 678"
    first = filed(tier=Tier.HIDDEN, text=secret)
    added = moves.add(first.case, LAN, NOW, secret, (), term())
    noted = moves.note(added.case, MINH, NOW, "Đã gọi Sở Tài chính", ())
    moved = handovers.assign(noted.case, TUAN, NOW, FINANCE, "đúng thẩm quyền", term())
    return record(store, first, added, noted, moved)


def test_details_tell_the_whole_journal(store: Store, hidden: Case) -> None:
    notice = store.call(lambda tx: reporting.details(tx, GROUP, hidden, inside=True))
    assert lines(notice) == ["details-head", *["details-line"] * 4]
    assert "Đã gọi Sở Tài chính" in leaves(notice.words)
    assert "Công ty Lan Anh" in leaves(notice.words)


def test_details_for_the_department_name_no_hidden_author(store: Store, hidden: Case) -> None:
    told = leaves(store.call(lambda tx: reporting.details(tx, GROUP, hidden, inside=False)).words)
    assert "Đã gọi Sở Tài chính" in told
    assert not any(each in told for each in ("Công ty Lan Anh", "0912 345 678", LAN.name))


def test_a_report_can_be_kept_as_json(store: Store, hidden: Case) -> None:
    notice = store.call(lambda tx: reporting.details(tx, GROUP, hidden, inside=True))
    assert notices.decode(notices.encode(notice), GROUP).words == notice.words
    assert notice.to == to_chat(GROUP)


# Why a case is due when it is


def explained(store: Store, province: Province, case: Case) -> list[str]:
    return lines(store.call(lambda tx: reporting.deadline(tx, TASK_GROUP, case, province.catalogue.legal_limits)))


def test_a_deadline_is_explained_from_the_journal_with_what_comes_next(store: Store, province: Province) -> None:
    counted = province.terms.filed(NOW, "obstacle", "", CONSTRUCTION)
    case = record(store, filed(term=counted))
    notice = store.call(lambda tx: reporting.deadline(tx, TASK_GROUP, case))
    assert isinstance(notice.words, Lines)
    why = at_length(counted.why).items
    assert notice.words.items[1 : 1 + len(why)] == why
    assert line(notice, "deadline-next") == {"at": counted.agenda[0][0], "what": Words("look-accept")}


def test_a_pause_and_an_extension_are_part_of_the_explanation(store: Store, province: Province) -> None:
    longer = handovers.extend(filed().case, MINH, NOW, 3, "chờ Bộ trả lời", term())
    asked = moves.ask(longer.case, MINH, NOW, "Số?", (), "by", replying())
    told = explained(store, province, record(store, filed(), longer, asked))
    assert told == ["deadline-head", "card-paused", "deadline-next"]


def test_the_law_is_quoted_for_a_complaint_alone(store: Store, province: Province) -> None:
    assert "legal-head" not in explained(store, province, record(store, filed(1)))
    told = explained(store, province, record(store, filed(2, kind=Matter.COMPLAINT)))
    assert told.count("legal-limit") == len(province.catalogue.legal_limits) > 0
