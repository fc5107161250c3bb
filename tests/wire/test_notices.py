"""A new version of the notice on personal data: who agreed to an older one is asked anew; both are written down."""

from __future__ import annotations

import pytest

from domain.rights import notice
from storage.people import Individual
from tests.wire.town import PERMIT, Town

ASKED = "Thông báo về dữ liệu cá nhân đã thay đổi"


def person(town: Town) -> Individual:
    from domain.messages import Network  # noqa: PLC0415
    from storage import people  # noqa: PLC0415

    found = town.product.call(lambda tx: people.find(tx, Network.TELEGRAM, str(town.lan.id)))
    assert found is not None
    return found


def test_the_consent_says_to_which_version_and_an_older_one_is_asked_anew(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    town.meets(town.lan)
    first = person(town)
    assert (first.notice, first.consented_at is not None) == (notice.VERSION, True)
    newer = notice.VERSION + 1
    monkeypatch.setattr(notice, "VERSION", newer)
    town.days_pass(1)

    town.lan.says(PERMIT)
    told = town.lan.waits_for(ASKED).words
    assert f"bản số {newer}" in told
    town.lan.waits_for("xem lại trước khi gửi")
    town.lan.taps("Gửi, nêu tên")
    town.is_quiet()
    assert town.counts(town.lan, "Đã tiếp nhận vụ việc") == 0, "nothing is sent before they agree"
    assert person(town).notice == first.notice

    town.lan.taps("đồng ý")
    town.is_quiet()
    again = person(town)
    assert again.notice == newer
    assert again.consented_at is not None
    assert first.consented_at is not None
    assert again.consented_at > first.consented_at
    town.lan.taps("Gửi, nêu tên")
    town.lan.waits_for("Đã tiếp nhận vụ việc")
    asked = town.counts(town.lan, ASKED)
    town.lan.says("/vuviec")
    town.is_quiet()
    assert town.counts(town.lan, ASKED) == asked
    town.lan.says("/dulieu")
    assert f"theo thông báo bản số {newer}" in town.lan.waits_for("Dữ liệu chúng tôi đang giữ").words


def test_who_does_not_agree_to_the_new_one_sends_nothing_more(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    code = town.files()
    monkeypatch.setattr(notice, "VERSION", notice.VERSION + 1)
    town.lan.says("/vuviec")
    town.lan.waits_for(ASKED)
    town.lan.taps("Không đồng ý")
    town.lan.waits_for("không giữ lại nội dung nào")
    gone = person(town)
    assert (gone.consented_at, gone.notice) == (None, 0)
    town.minh.replies(town.card(code), "/traloi Sở đã cấp giấy phép")
    town.lan.waits_for("Sở đã cấp giấy phép")  # what was sent goes on
