"""Over a messenger, too, what is not kept and what leads from an anonymous case to its author is nowhere on disk."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.leak import planted
from tests.leak.identities import ACCOUNT, FIRM, MAIL, NAME, PHONE, PLATE
from tests.wire.telegram_people import Person
from tests.wire.test_anonymous import SECRET, comes_back, types_back
from tests.wire.town import PERMIT, Town

#: what is kept is looked into: it must be seen, sealed or not
pytestmark = pytest.mark.usefixtures("glass")

WHOM = f"Tôi là {NAME}, {FIRM}, gọi {PHONE} hoặc {MAIL}, xe {PLATE}, STK {ACCOUNT}"
MATTER = f"{PERMIT}. {WHOM}"
DENUNCIATION = f"Tôi tố cáo ông Trần Văn Tám, công chức sở, nhận hối lộ. {WHOM}"
#: as she wrote them; her name and firm stand in the chat's own row, as everybody's who has said them
SAID = (PHONE, MAIL, PLATE, ACCOUNT)


def on_disk(town: Town, *more: str) -> list[str]:
    """Which of these stand in SQLite's files, in what is kept of files, or in what was left lying about."""
    database = Path(town.product.settings.database_url.removeprefix("sqlite:///"))
    left = [path for path in Path(tempfile.gettempdir()).glob("govuong-*/*") if path.name in {"sent", "cleaned"}]
    kept = town.product.settings.files_dir.rglob("*")
    paths = [*database.parent.glob(f"{database.name}*"), *(path for path in kept if path.is_file()), *left]
    contents = {str(path): path.read_bytes() for path in paths}
    words = (*SAID, *more)
    return [f"{word} in {path}" for path, content in contents.items() for word in words if word.encode() in content]


def is_gone(town: Town, *more: str) -> None:
    town.is_quiet()
    assert town.server.world.wait_until(lambda: not on_disk(town, *more), 10), on_disk(town, *more)


def begins(town: Town, lan: Person, text: str = MATTER) -> None:
    town.meets(lan)
    lan.says(text)
    lan.waits_for("xem lại trước khi gửi")


def refuses(town: Town, lan: Person) -> None:
    lan.says(MATTER)
    lan.waits_for("đồng ý")
    lan.taps("Không đồng ý")
    lan.waits_for("không giữ lại")


def drops(town: Town, lan: Person) -> None:
    begins(town, lan)
    lan.sends_document("don.pdf", planted.pdf())
    town.is_quiet()
    lan.says("/huy")
    lan.waits_for("Đã bỏ")


def denounces(town: Town, lan: Person) -> None:
    town.meets(lan)
    lan.says(DENUNCIATION)
    lan.waits_for("giống một tố cáo")


def edits_into_a_denunciation(town: Town, lan: Person) -> None:
    begins(town, lan, PERMIT)
    wrote = next(message for message in lan.chat.everything[::-1] if message.words == PERMIT)
    lan.edits(wrote, DENUNCIATION)
    lan.waits_for("giống một tố cáo")


@pytest.mark.timeout(200)
@pytest.mark.parametrize("way", [refuses, drops, denounces, edits_into_a_denunciation], ids=lambda each: each.__name__)
def test_what_is_not_kept_is_nowhere(town: Town, way: Callable[[Town, Person], None]) -> None:
    way(town, town.lan)
    is_gone(town)


@pytest.mark.timeout(200)
def test_the_same_search_finds_what_is_kept(town: Town) -> None:
    begins(town, town.lan)
    town.is_quiet()
    assert len(on_disk(town)) >= len(SAID)


@pytest.mark.timeout(300)
def test_of_an_anonymous_case_neither_the_code_nor_what_tells_of_its_author_is_anywhere(town: Town) -> None:
    begins(town, town.lan)
    town.lan.taps("Sở Xây dựng")
    town.lan.taps("🕶 Gửi ẩn danh")
    town.lan.waits_for("mất mã thì")
    town.lan.taps("Gửi ẩn danh ngay")
    secret = types_back(town.lan, town.lan.waits_for("Đã tiếp nhận ẩn danh"))
    assert SECRET.fullmatch(secret)
    is_gone(town, secret, secret.replace("-", ""))
    comes_back(town, town.mai, secret)
    town.mai.says(f"Tôi nói thêm, {WHOM}")
    town.mai.waits_for("chưa gửi")
    town.mai.taps("Gửi như trên")
    town.mai.waits_for("Đã chuyển phần bổ sung")
    town.mai.says("/mamoi")
    anew = SECRET.search(town.mai.waits_for("Mã riêng mới").words)
    assert anew is not None
    town.mai.says("/thoat")
    town.mai.waits_for("Đã thoát khỏi")
    is_gone(town, secret, anew.group(), anew.group().replace("-", ""))
