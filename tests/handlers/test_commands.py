"""Commands: one table, in which a word means one thing to one reader, and every help text tells of all that it can."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from domain.language import LANGUAGES
from handlers import commands
from handlers.commands import COMMANDS, IN_GROUP, For
from tests.test_locales import say

#: what nobody needs to be told in the text that they get for it
OBVIOUS = {"start", "help"}


@pytest.mark.parametrize("whose", [*For, IN_GROUP, For.BUSINESS | For.NEWCOMER])
def test_a_word_means_one_thing_to_one_reader(whose: For) -> None:
    words = Counter(word for each in COMMANDS if each.whose & whose for word in each.words.split())
    assert [word for word, count in words.items() if count > 1] == []


def test_a_command_is_read_with_what_stands_after_it() -> None:
    given = commands.read("/TraLoi@GoVuongBot #LS26-00001 Đã cấp\nhôm nay", For.OFFICER)
    assert given is not None
    assert (given.verb, given.rest) == ("answer", "#LS26-00001 Đã cấp\nhôm nay")
    assert given.command.on_case


@pytest.mark.parametrize(
    "text", ["/trả lời Rồi", "/TRẢLỜI Rồi", "/tra loi Rồi", "/tra_loi Rồi", "/tralo Rồi", "/traloii Rồi"]
)
def test_a_command_is_read_without_regard_to_marks_spaces_and_a_slip(text: str) -> None:
    given = commands.read(text, For.OFFICER)
    assert given is not None
    assert (given.verb, given.rest) == ("answer", "Rồi")


@pytest.mark.parametrize("text", ["/nhanh", "/hoix", "/goi", "/giaoban"])
def test_a_short_command_is_not_guessed(text: str) -> None:
    assert commands.read(text, For.OFFICER) is None


def test_two_words_are_one_command_before_the_first_is_another() -> None:
    given = commands.read("/góp ý #LS26-00001 Đồng ý", For.OFFICER)
    assert given is not None
    assert (given.verb, given.rest) == ("contribute", "#LS26-00001 Đồng ý")


@pytest.mark.parametrize("text", ["", "/", "traloi", "/traloi/x", " /traloi", "/khongcogi", "/traloi-x"])
def test_what_is_no_command_is_none(text: str) -> None:
    assert commands.read(text, For.OFFICER) is None


def test_a_command_of_others_is_none() -> None:
    assert commands.read("/traloi x", For.BUSINESS) is None
    assert commands.read("/huy", IN_GROUP) is None
    assert commands.read("/quahan", For.ADMINISTRATOR) is None
    assert commands.read("/vande", For.OFFICER) is None


def named(language: str, key: str) -> set[str]:
    """The verbs of the commands that a help text names."""
    whose = {"help-officer": IN_GROUP, "help-leadership": For.LEADERSHIP}.get(key, For.BUSINESS)
    found = re.findall(r"(?<![\w}»])/[a-z]{2,}", say(language, key))
    read = {each: commands.read(each, whose) for each in found}
    assert [each for each, given in read.items() if given is None] == [], "not a command of these readers"
    return {given.verb for given in read.values() if given is not None}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("key", "whose"), [("help", For.BUSINESS), ("help-officer", IN_GROUP), ("help-leadership", For.LEADERSHIP)]
)
def test_help_names_every_command_of_its_readers(language: str, key: str, whose: For) -> None:
    assert named(language, key) == {each.verb for each in COMMANDS if each.whose & whose} - OBVIOUS
