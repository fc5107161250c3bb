"""The page on which a business prints its case: its own alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from domain.case.case import Actor, Role, Tier
from handlers import memory, recording
from handlers.memory import Conversation, Visit
from storage import people
from storage.database import Tx
from tests.cast import filed
from tests.web.site import Site


def file_as_last(site: Site, number: int, **facts: object) -> None:
    """Whoever wrote last has filed a case; an anonymous one is nobody's."""

    def write(tx: Tx) -> None:
        person = people.find(tx, site.taken[-1].chat.network, site.taken[-1].sender.id)
        assert person
        first = filed(number, **facts)
        author = 0 if first.case.tier is Tier.ANONYMOUS else person.id
        entries = tuple(replace(each, actor=Actor(Role.BUSINESS, author, "Lan")) for each in first.entries)
        recording.record(tx, replace(first, case=replace(first.case, author=author), entries=entries))

    site.store.call(write)


def test_the_page_is_its_authors_alone(site: Site) -> None:
    lan = site.business()
    file_as_last(site, 1, text="Chờ <b>phép</b> đã lâu")
    page = lan.get("/chat/cases/ls26-00001")
    assert page.status_code == 200
    assert "Chờ &lt;b&gt;phép&lt;/b&gt; đã lâu" in page.text
    assert "Công ty Lan Anh" in page.text
    assert page.headers["cache-control"] == "no-store"
    assert lan.get("/chat/cases/LS26-00099").status_code == 404
    hung = site.business()
    assert hung.get("/chat/cases/LS26-00001").status_code == 404
    assert site.visitor().get("/chat/cases/LS26-00001").status_code == 404
    assert site.officer("Minh").get("/chat/cases/LS26-00001").status_code == 404


def test_it_speaks_the_visitors_language(site: Site) -> None:
    lan = site.business()
    file_as_last(site, 1)
    assert "Receipt for case #LS26-00001" in lan.get("/chat/cases/LS26-00001?lang=en").text


def test_a_guest_prints_the_anonymous_case_while_it_is_open(site: Site) -> None:
    hung = site.business()
    file_as_last(site, 1, tier=Tier.ANONYMOUS, text="Chờ phép đã lâu")

    def visit(tx: Tx) -> None:
        person = people.find(tx, site.taken[-1].chat.network, site.taken[-1].sender.id)
        assert person
        talk = memory.of(person)
        talk.guest = Visit(1, tx.now, Conversation())
        memory.keep(tx, person, talk)

    assert hung.get("/chat/cases/LS26-00001").status_code == 404
    site.store.call(visit)
    assert "Chờ phép đã lâu" in hung.get("/chat/cases/LS26-00001").text
    site.ahead += timedelta(minutes=31)
    assert hung.get("/chat/cases/LS26-00001").status_code == 404
