"""What of an entry lies in the chain and what lies apart from it: by default every text is somebody's words."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.case import apart, corrections, handovers, merging, moves, publishing, reminders, renaming, unmasking
from domain.case.apart import Parts
from domain.case.case import UNKNOWN, Actor, Case, Entry, Matter, Move, Outcome, Role, Tier
from domain.case.decisions import Decision
from domain.case.history import replay
from domain.case.moves import DepartmentReply
from domain.case.publishing import Published
from domain.case.transitions import write
from domain.messages import ERASED
from domain.oversight import directives, disputes, on_case, projects
from domain.oversight.directives import Directive, Subject
from domain.oversight.terms import Limit
from domain.rights import holding
from tests.cast import CLOCK, CONSTRUCTION, FINANCE, NOW, Step, confirming, filed, looked, play, replying, steps
from tests.cast import term as a_term

#: stands in everything somebody says and in everybody's name, and nowhere else
SECRET = "Bí mật"
LAN = Actor(Role.BUSINESS, 770_001, f"{SECRET} Lan")
MINH = Actor(Role.OFFICER, 770_002, f"{SECRET} Minh", CONSTRUCTION)
TUAN = Actor(Role.TASK_GROUP, 770_003, f"{SECRET} Tuấn")
HOA = Actor(Role.TASK_GROUP, 770_004, f"{SECRET} Hoa")
LEADER = Actor(Role.LEADERSHIP, 770_005, f"{SECRET} Dung")
SAID = f"{SECRET} nói mấy câu, xin liên hệ"
NUMBERS = {770_001, 770_002, 770_003, 770_004, 770_005, 770_006, 770_007}


def new(tier: Tier = Tier.OPEN, number: int = 1) -> Case:
    return _new(tier, number).case


def _new(tier: Tier = Tier.OPEN, number: int = 1) -> Decision:
    firm = {"business": 770_006, "business_name": f"Công ty {SECRET}", "tax_code": f"{SECRET} 49"}
    accused = (UNKNOWN,) if tier is Tier.OPEN else ()
    rest = {"text": f"{SAID}. Tôi là {SECRET} Nguyễn Văn Bình", "files": (770_007,), "accused": accused}
    facts = filed(number, **firm, **rest, tier=tier, kind=Matter.COMPLAINT, together=(FINANCE,), network="page")
    entry = replace(facts.entries[0], actor=LAN)
    return Decision(replay([entry]), (entry,), ())


def reply() -> DepartmentReply:
    return DepartmentReply(SAID, (770_007,), "Sở", confirming(), a_term())


def _each_move() -> list[Decision]:
    """Every move there is, each with words, files and names wherever it takes some."""
    case, hidden = new(), new(Tier.HIDDEN)
    accepted = moves.accept(case, MINH, NOW).case
    asked = moves.ask(case, MINH, NOW, SAID, (770_007,), "Sở", replying())
    answered = moves.answer(case, MINH, NOW, reply())
    confirmed = moves.confirm(answered.case, LAN, NOW, Outcome.SOLVED, NOW)
    invited = handovers.invite(case, MINH, NOW, FINANCE, SAID, a_term())
    proposed = handovers.propose(case, MINH, NOW, "extend", "3", SAID)
    merged = merging.merge(case, new(number=2), TUAN, NOW)
    wanted = unmasking.ask(hidden, TUAN, NOW, SAID, "")
    named = unmasking.grant(wanted.case, HOA, NOW, 0, "")
    limit = Limit(NOW, ((NOW, "half"),))
    draft = Directive(1, "CD26-001", TUAN, SAID, NOW, Subject.CASE, case.code, 1, CONSTRUCTION)
    given = directives.give(draft, LEADER, NOW, limit)
    reported = directives.report(given.directive, MINH, NOW, SAID, (770_007,))
    suspected = disputes.watched(_new())
    project = projects.Project("DA-001", f"Dự án {SECRET}", SECRET, id=5)
    due = [(at, what) for at, what in case.agenda]
    return [
        *(_new(), _new(Tier.HIDDEN), asked, answered, confirmed, invited, proposed, *merged, wanted, named, suspected),
        moves.accept(case, MINH, NOW),
        moves.tell(case, MINH, NOW, SAID, (770_007,), "Sở"),
        moves.note(case, TUAN, NOW, SAID, ()),
        moves.add(case, LAN, NOW, SAID, (770_007,), a_term()),
        moves.add(asked.case, LAN, NOW, SAID, (), a_term()),
        moves.add(hidden, LAN, NOW, f"Tôi là {SECRET} Nguyễn Văn Bình", (), None),
        moves.amend(case, LAN, NOW, SAID, whole=True),
        moves.decline(case, MINH, NOW, reply()),
        moves.rate(confirmed.case, LAN, NOW, 3, SAID),
        moves.reopen(answered.case, LAN, NOW, SAID, a_term(), (770_007,)),
        moves.withdraw(case, LAN, NOW),
        moves.unreached(case, CLOCK, NOW),
        corrections.correct(answered.case, MINH, NOW, SAID, was_answer=True),
        corrections.explain(answered.case, MINH, NOW),
        handovers.transfer(case, MINH, NOW, FINANCE, SAID, a_term()),
        handovers.assign(case, TUAN, NOW, FINANCE, SAID, a_term()),
        handovers.succeed(case, CLOCK, NOW, FINANCE),
        handovers.extend(case, MINH, NOW, 3, SAID, a_term()),
        handovers.refuse(proposed.case, TUAN, NOW, proposed.case.proposal.number if proposed.case.proposal else 0),
        handovers.contribute(invited.case, HOA, NOW, FINANCE, SAID, (770_007,)),
        *merging.separate(merged[0].case, merged[1].case, merged[1].entries[0], TUAN, NOW),
        publishing.publish(answered.case, TUAN, NOW, Published(SAID, SAID)),
        publishing.retract(answered.case, TUAN, NOW),
        unmasking.refuse(wanted.case, HOA, NOW, 0),
        unmasking.at_once(hidden, TUAN, NOW, SAID, ""),
        unmasking.mask_again(named.case, CLOCK, NOW),
        disputes.judge(suspected.case, TUAN, NOW, "yes", SAID),
        (held := holding.hold(case, TUAN, NOW, SAID)),
        holding.let_go(held.case, TUAN, NOW),
        projects.link(case, TUAN, NOW, project),
        projects.weigh(case, LAN, NOW, 1),
        on_case.urge(case, LEADER, NOW, 3),
        on_case.told(case, given),
        on_case.told(case, directives.accept(reported.directive, LEADER, NOW)),
        *_renamed(case, hidden),
        reminders.recompute(case, TUAN, NOW, a_term(), SAID),
        *(looked(case, at) for at, _ in due),
        looked(asked.case, replying().agenda[0][0]),
        looked(asked.case, replying().due),
        looked(accepted, due[0][0]),
        _alone(write(case, TUAN, Move.ERASED, NOW, rule="request", kinds=["identity"])),
    ]


def _renamed(*found: Case) -> list[Decision]:
    told = [renaming.rename(case, TUAN, NOW, author_name=f"{SECRET} Mai", tax_code=f"{SECRET} 50") for case in found]
    return [each for each in told if each]


def _alone(entry: Entry) -> Decision:
    return Decision(new(), (entry,), ())


ENTRIES = [entry for decision in _each_move() for entry in decision.entries]


def test_every_move_is_walked() -> None:
    assert {entry.move for entry in ENTRIES} == set(Move)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: str(entry.move))
def test_no_word_no_name_and_nobodys_number_comes_into_the_chain(entry: Entry) -> None:
    chained = json.dumps(apart.parted(entry).facts, ensure_ascii=False)
    assert SECRET not in chained
    assert not [number for number in NUMBERS if str(number) in chained]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: str(entry.move))
def test_an_entry_taken_apart_is_put_together_again(entry: Entry) -> None:
    assert _together(entry, apart.parted(entry)) == entry
    assert _together(entry, apart.parted(entry, lambda text: text.replace(SECRET, "▒"))) == entry


def _together(entry: Entry, parts: Parts) -> Entry:
    kept = Parts(parts.facts, apart.read(apart.kept(parts.identity)), apart.read(apart.kept(parts.words)))
    actor, facts = apart.joined(Actor(entry.actor.role, department=entry.actor.department), kept)
    return replace(entry, actor=actor, facts=facts)


@settings(max_examples=60, deadline=None)
@given(steps())
def test_no_random_story_brings_a_word_into_the_chain(tries: list[Step]) -> None:
    marked = [replace(step, text=f"{SECRET} {step.text}") for step in tries]
    for decision in play(_new(), marked):
        for entry in decision.entries:
            assert SECRET not in json.dumps(apart.parted(entry).facts, ensure_ascii=False)


def test_a_fact_nobody_has_thought_of_is_a_word_once_it_holds_a_text() -> None:
    facts = {"new": "Lan", "list": [["Lan"]], "map": {"Lan": 1}, "number": 3, "flag": True, "none": None, "empty": []}
    parts = apart.parted(Entry(1, 2, NOW, CLOCK, Move.NOTED, facts))
    assert set(parts.words) == {"new", "list", "map"}
    assert set(parts.facts) == {"number", "flag", "none", "empty"}


def test_the_same_words_never_have_the_same_commitment_and_other_words_do_not_fit_it() -> None:
    kept = [apart.kept({"text": "Công ty Lan Anh"}) for _ in range(3)]
    assert len({apart.commitment(text) for text in kept}) == 3
    assert apart.commitment(kept[0].replace("Lan", "Mai")) != apart.commitment(kept[0])
    assert apart.commitment(apart.kept({})) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(st.dictionaries(st.text(), JSON))
def test_an_outline_says_which_facts_there_were_and_nothing_they_said(part: dict[str, object]) -> None:
    outline = apart.read(apart.outline(part))
    assert set(outline) == set(part)
    assert apart.is_hollow(outline)
    assert apart.is_erased(apart.outline(part))
    assert not apart.is_erased(apart.kept(part))


def test_what_says_something_is_no_outline() -> None:
    assert not apart.is_hollow({"text": "Lan"})
    assert not apart.is_hollow({"files": [3]})
    assert not apart.is_hollow({"person": 1})
    assert apart.is_hollow({"text": ERASED, "files": [], "person": 0, "name": ""})


def test_what_leads_to_the_author_stands_beside_the_name_and_masked_among_the_words() -> None:
    entry = _new().entries[0]
    parts = apart.parted(entry, lambda text: text.replace(SECRET, "▒"))
    assert parts.identity["text"] == entry.facts["text"]
    assert SECRET not in json.dumps(parts.words, ensure_ascii=False)
    officers = moves.note(new(), MINH, NOW, SAID, ()).entries[0]
    assert apart.parted(officers, lambda text: "▒").words == {"text": SAID, "files": []}
