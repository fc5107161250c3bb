"""A filing in the making: what is kept, what is guessed, what is offered."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.case.draft import (
    LONGEST_TEXT,
    MOST_FILES,
    SUMMARY,
    Draft,
    Guess,
    about_officials,
    guessed,
    summary,
    with_message,
)
from domain.messages import Chat, Kind, Name, Network, Notice, Urgency, Words, to_chat
from domain.people import NamedBusiness
from handlers import memory
from handlers.memory import Conversation
from tests.cast import CONSTRUCTION, DEADLINE, FINANCE, leaves

TEXT = st.text(st.characters(codec="utf-8"), max_size=20)
DRAFTS = st.builds(
    Draft,
    texts=st.dictionaries(TEXT, TEXT, max_size=3),
    files=st.lists(st.integers(1, 99), max_size=3).map(tuple),
    kind=st.sampled_from(("", "obstacle", "complaint")),
    department=st.sampled_from(("", CONSTRUCTION)),
    topic=TEXT,
    offered=st.lists(TEXT, max_size=3).map(tuple),
    reason=st.lists(TEXT, max_size=3).map(tuple),
    is_sure=st.booleans(),
    is_conduct=st.booleans(),
    corrected=st.booleans(),
    album=TEXT,
    begun_at=TEXT,
    reminded=st.booleans(),
)
SURE = Guess("obstacle", (CONSTRUCTION, FINANCE), "cap-phep", ("giấy phép",), True, False, "")  # noqa: FBT003
TO = to_chat(Chat(Network.PAGE, "p:1"))


def shown(draft: Draft, speaker: NamedBusiness | None = None, *, edit: bool = False) -> Notice:
    return summary(draft, speaker, TO, DEADLINE, edit=edit)


def offers(draft: Draft) -> list[str]:
    return [choice.data for row in shown(draft).choices for choice in row]


@settings(deadline=None, max_examples=100)
@given(DRAFTS)
def test_a_draft_survives_being_kept_as_json(draft: Draft) -> None:
    stored = json.loads(json.dumps(memory.written(Conversation(draft=draft))))
    assert memory.read(stored).draft == draft


def test_no_draft_is_none() -> None:
    assert memory.read({}).draft is memory.read({"draft": None}).draft is None


# What was sent


def test_several_messages_make_one_text_a_paragraph_each() -> None:
    draft = with_message(Draft(), "1", "Hồ sơ nộp đã lâu", (), "")
    draft = with_message(draft, "2", "", (7,), "")
    draft = with_message(draft, "3", "Xin trả lời", (8,), "")
    assert (draft.text, draft.files) == ("Hồ sơ nộp đã lâu\nXin trả lời", (7, 8))


def test_what_is_too_long_or_too_many_is_cut_and_the_rest_kept() -> None:
    draft = with_message(Draft(), "1", "a" * (LONGEST_TEXT - 5), tuple(range(MOST_FILES)), "")
    draft = with_message(draft, "2", "bbbbbbbbbb", (99,), "")
    assert draft.text.endswith("abbbbb".removeprefix("a"))
    assert len(draft.texts["1"] + draft.texts["2"]) <= LONGEST_TEXT
    assert draft.files == tuple(range(MOST_FILES))


LAST = ("d:change", "d:drop")

# What is guessed


def test_a_sure_guess_proposes_one_department() -> None:
    draft = guessed(Draft(), SURE)
    assert (draft.department, draft.topic, draft.is_sure) == (CONSTRUCTION, "cap-phep", True)


def test_an_unsure_guess_offers_several_and_proposes_none() -> None:
    draft = guessed(Draft(), replace(SURE, is_sure=False))
    assert (draft.department, draft.topic, draft.offered) == ("", "", (CONSTRUCTION, FINANCE))


def test_at_most_three_are_offered() -> None:
    draft = guessed(Draft(), replace(SURE, departments=tuple("abcde"), is_sure=False))
    assert draft.offered == ("a", "b", "c")


def test_a_matter_of_conduct_goes_where_conduct_goes_without_a_topic() -> None:
    draft = guessed(Draft(), replace(SURE, is_conduct=True, conduct_to="so-noi-vu"))
    assert (draft.department, draft.topic, draft.is_conduct) == ("so-noi-vu", "", True)


def test_what_the_person_chose_no_later_guess_changes() -> None:
    chosen = Draft(department=FINANCE, corrected=True)
    assert guessed(chosen, SURE) == chosen


def test_conduct_that_comes_in_after_the_choice_goes_past_the_department_chosen() -> None:
    conduct = replace(SURE, is_conduct=True, conduct_to="thanh-tra-tinh")
    told = guessed(Draft(department=FINANCE, corrected=True), conduct)
    assert (told.department, told.is_conduct, told.corrected) == ("thanh-tra-tinh", True, False)
    insisted = replace(told, department=FINANCE, is_conduct=False, corrected=True)
    assert guessed(insisted, conduct) == insisted
    undecided = Draft(corrected=True)
    assert guessed(undecided, conduct) == undecided  # the task group gets it


# The one screen


def test_a_proposed_department_is_one_tap_from_being_sent() -> None:
    ways = ["d:send:open", "d:send:hidden", "d:send:anonymous"]
    assert offers(Draft(department=CONSTRUCTION)) == [*ways, "d:change", "d:drop"]


def test_about_conduct_hiding_the_name_comes_first() -> None:
    assert offers(Draft(department=CONSTRUCTION, is_conduct=True))[:2] == ["d:send:hidden", "d:send:open"]


def test_without_a_department_the_guesses_and_i_do_not_know_are_offered() -> None:
    draft = Draft(offered=(CONSTRUCTION, FINANCE))
    assert offers(draft) == [f"d:dept:{CONSTRUCTION}", f"d:dept:{FINANCE}", "d:dept:?", "d:pick:department", *LAST]


def test_where_it_may_be_about_officials_that_is_asked_before_anything_is_sent() -> None:
    draft = guessed(Draft(), replace(SURE, maybe_conduct=True, conduct_to="thanh-tra-tinh"))
    assert offers(draft) == ["d:conduct:yes", "d:conduct:no", *LAST]
    assert not draft.is_decided
    assert "summary-maybe-conduct" in str(shown(draft).words)


def test_who_says_it_is_about_officials_sends_it_past_the_department_hidden_first() -> None:
    guess = replace(SURE, maybe_conduct=True, conduct_to="thanh-tra-tinh")
    draft = about_officials(guessed(Draft(), guess), guess)
    assert (draft.department, draft.is_conduct, draft.is_decided) == ("thanh-tra-tinh", True, True)
    assert offers(draft)[0] == "d:send:hidden"
    assert guessed(draft, guess) == draft, "asked once"


def test_who_says_it_is_not_is_not_asked_again() -> None:
    answered = Draft(conduct_told=True)
    assert not guessed(answered, replace(SURE, maybe_conduct=True)).maybe_conduct


def test_a_text_that_says_nothing_is_asked_what_it_is_about() -> None:
    draft = guessed(Draft(), replace(SURE, departments=(), is_sure=False, says_nothing=True))
    assert "summary-says-nothing" in str(shown(draft).words)
    assert offers(draft) == ["d:dept:?", "d:pick:department", *LAST]


def test_who_does_not_know_may_send_to_the_task_group() -> None:
    assert "d:send:open" in offers(Draft(corrected=True))


def test_the_summary_says_what_was_understood() -> None:
    draft = Draft(texts={"1": "Chờ giấy phép"}, department=CONSTRUCTION, reason=("giấy phép",), files=(1, 2))
    told = str(shown(draft, NamedBusiness("Công ty Lan Anh", "4900001236")).words)
    for part in ("Chờ giấy phép", "Công ty Lan Anh", "4900001236", "giấy phép", repr(Name("department", CONSTRUCTION))):
        assert part in told
    assert "'files': 2" in told


def test_a_business_without_a_name_is_said_to_have_none() -> None:
    assert "no-business-name" in str(shown(Draft(), None).words)
    assert "no-business-name" in str(shown(Draft(), NamedBusiness("", "")).words)


def test_a_long_text_is_shortened_in_the_summary() -> None:
    assert "…" in leaves(shown(Draft(texts={"1": "chữ " * 500})).words)


@pytest.mark.parametrize(("edit", "kind"), [(True, Kind.EDIT), (False, Kind.SEND)])
def test_a_change_edits_the_same_screen(edit: bool, kind: Kind) -> None:  # noqa: FBT001
    notice = shown(Draft(), edit=edit)
    assert (notice.kind, notice.slot, notice.urgency) == (kind, SUMMARY, Urgency.PROMPT)


def test_how_a_department_would_read_it_is_shown_where_it_differs() -> None:
    assert "summary-masked" not in str(shown(Draft()).words)
    notice = summary(Draft(), None, TO, DEADLINE, edit=False, if_hidden=(Words("summary-masked", {"text": "Gọi ▒▒▒"}),))
    assert Words("summary-masked", {"text": "Gọi ▒▒▒"}) in notice.words.items  # type: ignore[union-attr]
