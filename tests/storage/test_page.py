"""The web page as a messenger: what is new since a revision, and who holds which page."""

from __future__ import annotations

from sqlmodel import select

from storage import page
from storage.database import Store
from storage.page import Holder
from storage.tables import PageSession
from tests.cast import NOW

LAN = Holder("business", "", "abc", "Lan")


def revisions(store: Store, chat: str, after: int) -> list[tuple[str, int]]:
    return [(each.text, each.rev) for each in store.call(lambda tx: page.news(tx, chat, after))]


def test_new_messages_get_growing_revisions_in_their_own_chat(store: Store) -> None:
    for text in ("a", "b"):
        store.call(lambda tx, text=text: page.append(tx, "p:1", text, {}))  # type: ignore[misc]
    store.call(lambda tx: page.append(tx, "p:2", "other", {}))
    assert revisions(store, "p:1", 0) == [("a", 1), ("b", 2)]
    assert revisions(store, "p:1", 1) == [("b", 2)]
    assert revisions(store, "p:2", 0) == [("other", 1)]


def test_a_changed_message_is_news_again_and_keeps_its_place(store: Store) -> None:
    first = store.call(lambda tx: page.append(tx, "p:1", "a", {}))
    store.call(lambda tx: page.append(tx, "p:1", "b", {}))
    assert store.call(lambda tx: page.change(tx, "p:1", first, "A", {"edited": True}))
    assert revisions(store, "p:1", 2) == [("A", 3)]
    assert [each.text for each in store.call(lambda tx: page.last(tx, "p:1"))] == ["A", "b"]


def test_a_message_of_another_chat_is_neither_shown_nor_changed(store: Store) -> None:
    own = store.call(lambda tx: page.append(tx, "p:1", "a", {}))
    assert not store.call(lambda tx: page.change(tx, "p:2", own, "x", {}))
    assert store.call(lambda tx: page.get(tx, "p:2", own)) is None
    found = store.call(lambda tx: page.get(tx, "p:1", own))
    assert found is not None
    assert (found.text, found.at, found.mine) == ("a", NOW, False)


def test_older_messages_come_by_the_page(store: Store) -> None:
    def write(tx: object) -> list[int]:
        return [page.append(tx, "p:1", f"{n}", {}, author="Lan", mine=True) for n in range(250)]  # type: ignore[arg-type]

    numbers = store.call(write)
    newest = store.call(lambda tx: page.last(tx, "p:1"))
    older = store.call(lambda tx: page.last(tx, "p:1", newest[0].id))
    assert [each.text for each in (*older, *newest)] == [f"{n}" for n in range(250)]
    assert (len(newest), newest[-1].id, newest[-1].author) == (200, numbers[-1], "Lan")


def test_what_a_message_carries_comes_back(store: Store) -> None:
    body = {"buttons": [[["Gửi 😀", "d:send:open"]]], "files": [1, 2], "case": 7}
    number = store.call(lambda tx: page.append(tx, "p:1", "字", body))
    found = store.call(lambda tx: page.get(tx, "p:1", number))
    assert found is not None
    assert (found.text, found.body) == ("字", body)


def test_a_secret_opens_its_holders_page_until_it_is_closed(store: Store) -> None:
    secret = store.call(lambda tx: page.open_session(tx, LAN))
    other = store.call(lambda tx: page.open_session(tx, LAN))
    assert store.call(lambda tx: page.holder(tx, secret)) == LAN
    store.call(lambda tx: page.close_session(tx, secret))
    assert store.call(lambda tx: page.holder(tx, secret)) is None
    assert store.call(lambda tx: page.holder(tx, other)) == LAN


def test_no_or_a_wrong_secret_opens_nothing(store: Store) -> None:
    for secret in ("", "x", "0" * 43):
        assert store.call(lambda tx, secret=secret: page.holder(tx, secret)) is None  # type: ignore[misc]


def test_only_the_hash_of_a_secret_is_kept(store: Store) -> None:
    secret = store.call(lambda tx: page.open_session(tx, LAN))
    (row,) = store.call(lambda tx: tx.rows(select(PageSession)))
    assert len(secret) == 43
    assert secret not in repr(row)


def test_a_holder_reads_one_chat(store: Store) -> None:
    assert LAN.chat_id == "p:abc"
    assert Holder("department", "thue-tinh", "", "Bình").chat_id == "desk:thue-tinh"
    assert Holder("leadership", "", "", "Dung").chat_id == "desk:leadership"


def test_a_message_never_gets_the_number_of_a_removed_one(store: Store) -> None:
    first = store.call(lambda tx: page.append(tx, "p:1", "draft", {}))
    last = store.call(lambda tx: page.append(tx, "p:1", "summary", {}))
    store.call(lambda tx: page.forget(tx, "p:1", first))
    assert store.call(lambda tx: page.append(tx, "p:1", "receipt", {})) > last
