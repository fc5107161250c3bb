"""Whoever is not in a group does nothing there; what the messenger said is remembered for a while."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from bot.channels import members
from bot.channels.base import SendError
from bot.channels.members import FRESH, KNOWN, MOST, Members, Peopled
from domain.messages import Chat, Incoming, Membership, Network, Sender
from tests.cast import NOW

GROUP = Chat(Network.TELEGRAM, "-5")
TAP = Incoming("1", GROUP, Sender("7", "Minh"), NOW, private=False, tap_id="t", choice="o:accept:1")


class Messenger:
    """Answers what it is told to, or fails; `asked` counts."""

    def __init__(self) -> None:
        self.now = 0.0
        self.answer: bool | Exception = True
        self.asked = 0
        self.once = False
        self.members = Members({Network.TELEGRAM: self}, lambda: self.now)  # type: ignore[dict-item]

    async def is_member(self, chat: Chat, user: str) -> bool:
        assert (chat, user) in {(GROUP, "7"), (GROUP, f"{self.asked}")}
        self.asked += 1
        if isinstance(self.answer, Exception):
            failure = self.answer
            if self.once:
                self.answer = True
            raise failure
        return self.answer

    def says(self, incoming: Incoming = TAP) -> Membership:
        return asyncio.run(self.members.looked_up(incoming)).membership


@pytest.fixture
def telegram(monkeypatch: pytest.MonkeyPatch) -> Messenger:
    monkeypatch.setattr(members, "LONGEST", 0.05)
    monkeypatch.setattr(members, "FIRST_PAUSE", 0.001)
    return Messenger()


def test_a_member_is_asked_about_once_in_a_while(telegram: Messenger) -> None:
    for now, asked in ((0.0, 1), (FRESH - 1, 1), (FRESH + 1, 2)):
        telegram.now = now
        assert telegram.says() is Membership.YES
        assert telegram.asked == asked


def test_a_stranger_is_asked_about_each_time_so_whoever_joins_may_act_at_once(telegram: Messenger) -> None:
    telegram.answer = False
    assert telegram.says() is Membership.NO
    telegram.answer = True
    assert telegram.says() is Membership.YES


@pytest.mark.parametrize(
    "failure", [SendError("flood", permanent=False), SendError("", permanent=True), TimeoutError()]
)
def test_nobody_unknown_acts_while_nobody_can_be_asked(telegram: Messenger, failure: Exception) -> None:
    telegram.answer = failure
    assert telegram.says() is Membership.UNKNOWN
    telegram.answer = True
    telegram.says()
    telegram.answer, telegram.now = failure, FRESH + 1
    assert telegram.says() is Membership.YES, "seen here today"
    telegram.now = KNOWN + 1
    assert telegram.says() is Membership.UNKNOWN


def test_a_failure_that_passes_refuses_nobody(telegram: Messenger) -> None:
    telegram.answer, telegram.once = SendError("flood", permanent=False), True
    assert telegram.says() is Membership.YES
    assert telegram.asked == 2


@pytest.mark.parametrize(
    "talk",
    [
        replace(TAP, private=True),
        replace(TAP, tap_id="", text="chuyện phiếm"),
        replace(TAP, tap_id="", text="x", reply_to="5"),
        replace(TAP, sender=Sender(GROUP.id, "Sở Xây dựng")),
        replace(TAP, sender=Sender("-9", "Kênh", is_channel=True)),
        replace(TAP, chat=Chat(Network.PAGE, "desk:so-xay-dung")),
    ],
    ids=["private", "talk", "to-a-colleague", "as-the-group", "as-a-channel", "the-page"],
)
def test_who_need_not_be_asked_about_is_not(telegram: Messenger, talk: Incoming) -> None:
    assert telegram.says(talk) is Membership.YES
    assert telegram.asked == 0


@pytest.mark.parametrize("work", [{"text": "/traloi x"}, {"reply_text": "#LS26-1"}])
def test_commands_and_replies_to_the_bot_are_work_too(telegram: Messenger, work: dict[str, Any]) -> None:
    telegram.answer = False
    assert telegram.says(replace(TAP, tap_id="", **work)) is Membership.NO


def test_what_is_remembered_does_not_grow_for_ever(telegram: Messenger) -> None:
    for number in range(MOST + 2):
        telegram.now += 1
        asyncio.run(telegram.members._of(telegram, GROUP, f"{number}"))
    assert len(telegram.members._seen) <= FRESH + 1


def test_telegram_knows_who_is_in_a_group() -> None:
    from bot.channels.telegram.client import Telegram  # noqa: PLC0415

    assert isinstance(Telegram("1:x", "http://127.0.0.1:9"), Peopled)
