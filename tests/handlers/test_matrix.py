"""Who may do what to a case in which state, by every way in: one matrix, over both kinds of group.

It is made from the table of commands, the table of buttons and the table of transitions: a verb that is new in one of
them and not said here what it does fails. What may happen is said once more, by who and in which state; whatever the
tables and handlers allow beyond it, or forbid below it, is found.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache

import pytest

from domain import buttons
from domain.buttons import Side
from domain.case import corrections, handovers, merging, moves
from domain.case.case import Case, Entry, Move, Outcome, State
from domain.case.decisions import Decision
from domain.case.transitions import TRANSITIONS
from domain.messages import Chat, Incoming, Membership, Network, Sender
from handlers.commands import COMMANDS, Command
from handlers.province import Province
from handlers.receive import receive
from storage import cases, chats, messages, people
from storage.database import Store, Tx
from storage.engines import open_store
from storage.messages import Known
from tests.cast import CONSTRUCTION, FINANCE, LAN, MINH, NOW, TAX, Hands, filed, replying, said, term
from tests.conftest import SqliteFiles
from tests.posted import posted_to
from tests.product import prepared

#: a few hundred transactions a test, on a machine that may be busy
pytestmark = pytest.mark.timeout(300)

TEXT = "Xưởng may ở khu Đồng Mỏ chờ giấy phép hai tháng"
WORDS = "vì hồ sơ còn thiếu bản vẽ, xin gửi Sở Tài chính"
ANSWER = "Sở đã cấp giấy phép"
MERGED_INTO, NUMBER = 900, 1
DUE = term().due

# Who there is, in which chat


@dataclass(frozen=True, slots=True)
class Somebody:
    """A role, the user id on their network, and what their chat is bound to ("" for a private chat)."""

    role: str
    user: str
    bound: str = ""
    department: str = ""
    membership: Membership = Membership.YES
    is_channel: bool = False


#: the order of the first four is that of the people's numbers in tests/cast.py
EVERYBODY = (
    Somebody("author", "lan"),
    Somebody("lead", "minh", "department", CONSTRUCTION),
    Somebody("part", "binh", "department", TAX),
    Somebody("task-group", "tuan", "task-group"),
    Somebody("another business", "mai"),
    Somebody("another department", "hoa", "department", FINANCE),
    Somebody("leadership", "dung", "leadership"),
    Somebody("unbound group", "an", "-"),
    Somebody("administrator", "quan"),
    Somebody("no member of the lead's group", "la", "department", CONSTRUCTION, Membership.NO),
    Somebody("nobody knows whether a member", "hong", "department", CONSTRUCTION, Membership.UNKNOWN),
    Somebody("a channel in the lead's group", "kenh", "department", CONSTRUCTION, is_channel=True),
)
LEAD, PART, TASK_GROUP, AUTHOR = "lead", "part", "task-group", "author"
LEADERSHIP = "leadership"
WITH_THE_CASE = {AUTHOR, LEAD, PART, TASK_GROUP, LEADERSHIP}

# What each verb does, and who may. A verb of a table that stands in none of these is new: say what it does.

#: an officer's verb → the moves it comes to, where it may
MOVES = {
    "accept": {Move.ACCEPTED},
    "ask": {Move.ASKED},
    "send": {Move.TOLD},
    "answer": {Move.ANSWERED},
    "explain": {Move.EXPLAINED},
    "note": {Move.NOTED},
    "decline": {Move.DECLINED},
    "transfer": {Move.TRANSFERRED},
    "assign": {Move.ASSIGNED},
    "extend": {Move.EXTENDED, Move.PROPOSED},
    "invite": {Move.INVITED},
    "contribute": {Move.CONTRIBUTED},
    "publish": {Move.PUBLISHED},
    "separate": {Move.SEPARATED},
    "hold": {Move.HELD},
}
MAY = {
    LEAD: {"accept", "ask", "send", "answer", "explain", "note", "decline", "transfer", "extend", "invite"},
    PART: {"note", "contribute"},
    TASK_GROUP: set(MOVES) - {"contribute"},
}
#: needs more than a case and words, which nobody has given here (a proposal, two cases, something published, held words
#: or a request); who may, their own tests say, and here nobody may
NEEDS_MORE = {"decide", "held", "name", "dispute", "merge", "retract", "unmask", "direct"}
#: changes no case, whoever does it
SHOWS = {
    *("details", "read", "alike", "card", "back", "next", "known", "deadline", "search", "overdue", "figures"),
    *("report", "queue", "disputes", "code", "canned", "board", "projects"),
    *("start", "help", "topics", "issues", "bindings", "unbind", "bind", "open"),
    *("language", "privacy", "drop", "business", "list", "status", "withdraw", "print", "return", "leave"),
    *("data", "requests", "link", "part", "accesses"),
}
#: a business's button → the move it comes to, at once or with the words it asks for
OWN = {
    "withdraw-yes": Move.WITHDRAWN,
    "solved": Move.CONFIRMED,
    "partly": Move.CONFIRMED,
    "explained": Move.CONFIRMED,
    "not-solved": Move.REOPENED,
    "appeal": Move.REOPENED,
    "stars": Move.RATED,
    "add": Move.ADDED,
    "weigh-band": Move.WEIGHED,
}
OWN_SHOWS = {"new", "to", "unsend", "show", "withdraw", "keep", "print", "code", "project", "weigh"}
OWN_SHOWS |= {"data", "data-yes", "data-no", "data-drop"}
#: a leader's button → the move it comes to
LEADS = {"urge": Move.URGED, "hand": Move.DIRECTED}
LEADS_SHOWS = {"details"}
#: what a person, a draft or a visit without a code is asked about is no filed case
NO_CASE = {Side.PERSON, Side.DRAFT, Side.GUEST, Side.DIRECTIVE, Side.DATA}


def may(who: Somebody, verb: str, state: State) -> bool:
    """Whether an officer's verb is allowed, by the table of transitions and what is said above."""
    if verb not in MAY.get(who.role, ()) or state not in TRANSITIONS[min(MOVES[verb])][0]:
        return False
    if verb == "separate":  # what is not merged cannot be taken apart
        return state is State.MERGED
    # the answer that stands is the lead's, and nobody answers over it
    return not (verb == "answer" and state is State.ANSWERED and who.role != LEAD)


def may_edit(who: Somebody, verb: str, state: State) -> bool:
    """The same of an edit of what was once said: an answer while it stands, by whoever gave it; acted upon, never."""
    if verb in {"answer", "decline"}:
        return who.role == LEAD and state is (State.ANSWERED if verb == "answer" else State.DECLINED)
    return verb in corrections.AGAIN | corrections.AT_THE_BUSINESS and may(who, verb, state)


# A case in each state, with Thuế tỉnh asked for its word


def _told(*decisions: Decision) -> tuple[Case, tuple[Entry, ...]]:
    return decisions[-1].case, tuple(itertools.chain.from_iterable(each.entries for each in decisions))


@lru_cache
def in_state(state: State) -> tuple[Case, tuple[Entry, ...]]:  # noqa: PLR0911  one for each state
    """The case with its journal."""
    first = filed(text=TEXT)
    part = handovers.invite(first.case, MINH, NOW, TAX, "xác nhận nghĩa vụ thuế", term())
    begun, case = (first, part), part.case
    match state:
        case State.FILED:
            return _told(*begun)
        case State.ACCEPTED:
            return _told(*begun, moves.accept(case, MINH, NOW))
        case State.ASKED:
            return _told(*begun, moves.ask(case, MINH, NOW, "Số nào?", (), "by", replying()))
        case State.DECLINED:
            return _told(*begun, moves.decline(case, MINH, NOW, said(ANSWER)))
        case State.WITHDRAWN:
            return _told(*begun, moves.withdraw(case, LAN, NOW))
        case State.MERGED:
            other = filed(MERGED_INTO).case
            return _told(*begun, merging.merge(other, case, MINH, NOW)[1])
    answered = moves.answer(case, MINH, NOW, said(ANSWER))
    if state is State.ANSWERED:
        return _told(*begun, answered)
    if state is State.CLOSED:
        return _told(*begun, answered, moves.confirm(answered.case, LAN, NOW, Outcome.SOLVED, DUE))
    again = moves.reopen(answered.case, LAN, NOW, "chưa cấp", term())
    return _told(*begun, answered, again, handovers.invite(again.case, MINH, NOW, TAX, "xác nhận lại giúp", term()))


# One try, of which nothing stays


class _Undo(Exception):  # noqa: N818  undoes a transaction
    pass


@dataclass(frozen=True, slots=True)
class World:
    """A store in which everybody sits in their chat, on one network."""

    store: Store
    province: Province
    network: Network

    def chat(self, who: Somebody) -> Chat:
        if not who.bound:
            return Chat(self.network, f"p:{who.user}" if self.network is Network.PAGE else who.user)
        if self.network is Network.PAGE:
            return Chat(self.network, f"desk:{who.department or who.bound}")
        return Chat(self.network, f"-{who.department or who.bound}")

    def settle(self) -> World:
        self.store.call(self._settle)
        return self

    def _settle(self, tx: Tx) -> None:
        for who in EVERYBODY:
            private = self.chat(who) if not who.bound else Chat(self.network, "")
            person = people.meet(tx, private, who.user, who.user, "vi")
            person.consented_at = tx.now
            person.role = "administrator" if who.role == "administrator" else ""
            people.save(tx, person)
            if who.bound not in {"", "-"}:
                chats.bind(tx, self.chat(who), who.bound, who.department, who.role)
        other = filed(MERGED_INTO, code="LS26-00900")
        cases.keep(tx, replace(other.case, author=5), other.entries)

    def tries(self, who: Somebody, state: State, *did: Incoming, noted: Known | None = None) -> tuple[set[Move], str]:
        """What is new in the case's journal, and all that is about to be said in their chat."""
        found: list[tuple[set[Move], str]] = []

        def work(tx: Tx) -> None:
            case, entries = in_state(state)
            cases.keep(tx, case, entries)
            for each in EVERYBODY:
                messages.remember(tx, self.chat(each), Known("card", case.id, f"card:{case.id}", {}))
            if noted:
                messages.remember(tx, self.chat(who), noted)
            for number, incoming in enumerate(did):
                receive(tx, self.province, replace(incoming, id=f"1:{number}"))
            new = {entry.move for entry, _ in cases.journal(tx, case.id)[len(entries) :]}
            found.append((new, "\n".join(posted_to(tx, self.chat(who).id))))
            raise _Undo

        with suppress(_Undo):
            self.store.call(work)
        return found[0]

    def does(self, who: Somebody, **what: object) -> Incoming:
        sender = Sender(who.user, who.user, is_channel=who.is_channel)
        usual = {"private": not who.bound, "message_id": "said", "membership": who.membership}
        return Incoming("", self.chat(who), sender, NOW, **{**usual, **what})  # type: ignore[arg-type]


#: whoever has to do with the case also sits at a desk of the page
PLACES = [
    *((Network.TELEGRAM, each) for each in EVERYBODY),
    *((Network.PAGE, each) for each in EVERYBODY if each.role in WITH_THE_CASE),
]


@pytest.fixture(params=PLACES, ids=lambda place: f"{place[0]}-{place[1].role.replace(' ', '-')}")
def place(request: pytest.FixtureRequest) -> tuple[Network, Somebody]:
    found: tuple[Network, Somebody] = request.param
    return found


@pytest.fixture
def who(place: tuple[Network, Somebody]) -> Somebody:
    return place[1]


@pytest.fixture
def world(place: tuple[Network, Somebody], sqlite_files: SqliteFiles, province: Province) -> Iterator[World]:
    """What is allowed does not depend on the database."""
    store = open_store(sqlite_files.fresh(prepared), Hands())
    yield World(store, province, place[0]).settle()
    store.close()


# The tables, as things to do

_PART = re.compile("«([a-z]+)»")
_GIVEN = {
    "directive": "1",
    "canned": "1",
    "case": str(NUMBER),
    "department": FINANCE,
    "days": "3",
    "stars": "4",
    "held": "answer",
    "message": "said",
    "verdict": "yes",
    "proposal": "1",
    "start": "1",
    "digest": "0" * 8,
    "tier": "open",
    "kind": "obstacle",
    "language": "en",
    "pick": "text",
    "firm": "1",
    "published": "1",
    "person": "2",
    "signal": "1",
    "band": "2",
    "project": "1",
    "request": "1",
    "wish": "restrict",
}


def forms() -> list[str]:
    """What every button there is sends."""
    return [_PART.sub(lambda part: _GIVEN[part[1]], line) for line in buttons._FORMS.split()]


def verb_of(data: str) -> str:
    return data.split(":")[1]


def on_side(*sides: Side) -> list[str]:
    return [each for each in forms() if each[0] in {str(side) for side in sides}]


def words_for(verb: str) -> str:
    """What has to stand before the reason in a command."""
    first = {"transfer": FINANCE, "assign": FINANCE, "invite": FINANCE, "extend": "3"}.get(verb, "")
    return f"{first} {WORDS}".strip()


def told(who: Somebody, state: State, what: str, new: set[Move]) -> str:
    return f"{who.role} · {state} · {what}: {', '.join(sorted(new)) or 'nothing'}"


def faults(found: Iterable[tuple[str, set[Move], set[Move]]]) -> list[str]:
    """Tries whose moves are not the allowed ones."""
    return [what for what, new, allowed in found if (bool(new) != bool(allowed)) or not new <= allowed]


# The matrix


def test_every_verb_of_the_tables_is_said_what_it_does() -> None:
    said_here = {*MOVES, *NEEDS_MORE, *SHOWS}
    assert {each.verb for each in COMMANDS} <= said_here
    assert {verb_of(each) for each in on_side(Side.OFFICER, Side.ISSUE)} <= said_here
    assert {verb_of(each) for each in on_side(Side.OWN)} <= {*OWN, *OWN_SHOWS}
    assert {verb_of(each) for each in on_side(Side.LEADER)} <= {*LEADS, *LEADS_SHOWS}
    assert {each[0] for each in forms()} == {str(side) for side in Side}
    assert set(State) == {state for state in State if in_state(state)[0].state is state}
    assert len(said_here) == len(MOVES) + len(NEEDS_MORE) + len(SHOWS)
    assert set().union(*MAY.values()) == set(MOVES)


def test_a_tap_with_its_words_does_what_its_role_may_in_that_state(world: World, who: Somebody) -> None:
    found, read = [], []
    for data, state in itertools.product(on_side(Side.OFFICER, Side.ISSUE), State):
        verb = verb_of(data)
        tap = world.does(who, tap_id="tap", choice=data, message_id="card")
        said_then = world.does(who, text=WORDS, reply_to="card", reply_text="card")
        after = [said_then] if verb in MOVES and verb != "accept" and who.role != AUTHOR else []
        new, heard = world.tries(who, state, tap, *after)
        read.append((who, state, data, heard))
        # without the button's words a reply of the co-operating department is its contribution
        allowed = MOVES.get(verb, set()) if verb in MOVES and may(who, verb, state) else set()
        if after and who.role == PART and verb != "note":
            allowed = MOVES["contribute"] if may(who, "contribute", state) else set()
        # a button that still has to be told which department or how many days does nothing but ask
        if data.count(":") == 2 and verb in {"transfer", "assign", "invite", "extend"} and who.role != PART:
            allowed = set()
        found.append((told(who, state, data, new), new, allowed))
    assert faults(found) == []
    assert leaks(read) == []


def test_a_command_does_what_its_role_may_in_that_state(world: World, who: Somebody) -> None:
    """On the page with the case's code, in a messenger's group as a reply to its card."""
    found, read = [], []
    for command, state in itertools.product(COMMANDS, State):
        incoming = world.does(who, **typed(command, is_reply=world.network is Network.TELEGRAM))
        new, heard = world.tries(who, state, incoming)
        read.append((who, state, command.verb, heard))
        allowed = MOVES.get(command.verb, set()) if command.verb in MOVES and may(who, command.verb, state) else set()
        found.append((told(who, state, command.verb, new), new, allowed))
    assert faults([each for each in found if not each[0].startswith(AUTHOR)]) == []
    assert leaks(read) == []


def typed(command: Command, *, is_reply: bool) -> dict[str, object]:
    """The command as it is typed."""
    word, rest = command.words.split()[0], words_for(command.verb)
    if is_reply:
        return {"text": f"/{word} {rest}", "reply_to": "card", "reply_text": "card"}
    first, _, others = rest.partition(" ")
    before = first if command.verb in {"transfer", "assign", "invite", "extend"} else ""
    return {"text": f"/{word} {before} #LS26-00001 {others if before else rest}".replace("  ", " ")}


def test_an_edit_changes_what_its_role_may_still_say_in_that_state(world: World, who: Somebody) -> None:
    found = []
    for verb, state in itertools.product([*MOVES, *NEEDS_MORE, "of-next-year"], State):
        noted = Known("said", NUMBER, "", {"texts": {"said": ANSWER}, "files": [], "done": verb})
        new, _ = world.tries(who, state, world.does(who, text=WORDS, edited=True), noted=noted)
        allowed = {Move.CORRECTED, *(MOVES[verb] if verb in corrections.AGAIN else ())} if verb in MOVES else set()
        allowed = allowed if verb in MOVES and may_edit(who, verb, state) else set()
        found.append((told(who, state, f"edit of {verb}", new), new, allowed))
    assert faults([each for each in found if not each[0].startswith(AUTHOR)]) == []


def test_a_bare_reply_does_nothing_but_bring_a_contribution(world: World, who: Somebody) -> None:
    found, read = [], []
    for state in State:
        new, heard = world.tries(who, state, world.does(who, text=WORDS, reply_to="card", reply_text="card"))
        read.append((who, state, "reply", heard))
        allowed = {Move.CONTRIBUTED} if who.role == PART and may(who, "contribute", state) else set()
        if who.role == AUTHOR:
            allowed = {Move.REPLIED} if state is State.ASKED else {Move.ADDED}
        found.append((told(who, state, "reply", new), new, allowed))
    assert faults(found) == []
    assert leaks(read) == []


def test_a_business_moves_its_own_case_alone_and_only_where_the_state_allows_it(world: World, who: Somebody) -> None:
    found, read = [], []
    for data, state in itertools.product(on_side(Side.OWN), State):
        verb = verb_of(data)
        tap = world.does(who, tap_id="tap", choice=data, message_id="card")
        after = [world.does(who, text=WORDS)] if verb in {"not-solved", "appeal", "add"} else []
        new, heard = world.tries(who, state, tap, *after)
        read.append((who, state, data, heard))
        which = "weigh-band" if verb == "weigh" and data.count(":") == 3 else verb  # the first tap shows the bands
        found.append((told(who, state, data, new), new, own_moves(who, which, state)))
    assert faults(found) == []
    assert leaks(read) == []


def own_moves(who: Somebody, verb: str, state: State) -> set[Move]:
    if who.role != AUTHOR or verb not in OWN:
        return set()
    if verb == "add":
        return {Move.REPLIED} if state is State.ASKED else {Move.ADDED}
    if state in TRANSITIONS[OWN[verb]][0]:
        return {OWN[verb]}
    # the words that follow a button that is refused answer the question that is open
    return {Move.REPLIED} if state is State.ASKED and OWN[verb] is Move.REOPENED else set()


def test_a_leader_urges_and_hands_over_what_goes_on(world: World, who: Somebody) -> None:
    found, read = [], []
    for data, state in itertools.product(on_side(Side.LEADER), State):
        verb = verb_of(data)
        new, heard = world.tries(who, state, world.does(who, tap_id="tap", choice=data, message_id="card"))
        read.append((who, state, data, heard))
        is_theirs = who.role == LEADERSHIP and verb in LEADS and state in TRANSITIONS[LEADS[verb]][0]
        found.append((told(who, state, data, new), new, {LEADS[verb]} if is_theirs else set()))
    assert faults(found) == []
    assert leaks(read) == []


def test_a_case_is_moved_by_no_button_that_is_about_none(world: World, who: Somebody) -> None:
    found: list[tuple[str, set[Move], set[Move]]] = []
    for data, state in itertools.product(on_side(*NO_CASE), State):
        new, _ = world.tries(who, state, world.does(who, tap_id="tap", choice=data, message_id="card"))
        found.append((told(who, state, data, new), new, set()))
    assert faults(found) == []


@pytest.mark.parametrize("text", ["#LS26-00001", f"#LS26-00001 {WORDS}", "/tracuu #LS26-00001", "/rut #LS26-00001"])
def test_a_code_alone_opens_nothing_to_those_whose_case_it_is_not(world: World, who: Somebody, text: str) -> None:
    read = []
    for state in State:
        new, heard = world.tries(who, state, world.does(who, text=text))
        assert who.role == AUTHOR or new == set(), told(who, state, text, new)
        read.append((who, state, text, heard))
    assert leaks(read) == []


def leaks(read: Iterable[tuple[Somebody, State, str, str]]) -> list[str]:
    """Where somebody without the case was told a word of it; or one who may not act was told more than that."""
    return [
        f"{who.role} · {state} · {what}: {heard}"
        for who, state, what, heard in read
        if who.role not in WITH_THE_CASE and (TEXT in heard or ANSWER in heard or "Lan Anh" in heard)
    ]


@pytest.mark.parametrize("place", [(Network.TELEGRAM, EVERYBODY[0])])
def test_the_look_for_leaks_would_find_one(world: World) -> None:
    lead = next(each for each in EVERYBODY if each.role == LEAD)
    _, heard = world.tries(lead, State.FILED, world.does(lead, tap_id="tap", choice="o:card:1", message_id="card"))
    assert leaks([(replace(lead, role="another department"), State.FILED, "card", heard)])
