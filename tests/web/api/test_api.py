"""What programs read: the numbers of every report, nobody's name, for whoever has a token that opens it."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from sqlmodel import select

from bot.province import read_examples
from bot.settings import ROOT
from domain.case.case import Tier
from domain.statistics.counting import FEW, Dimension
from domain.statistics.definitions import DEFINITIONS
from domain.statistics.open_data import withheld
from domain.statistics.periods import read
from handlers import recording
from handlers.admin import made_up
from handlers.task_group import period_figures
from reports import facts
from storage import consumers
from storage.consumers import Scope
from storage.database import Tx
from storage.tables import ConsumerRow
from tests.cast import NOW as CAST_NOW
from tests.cast import filed
from tests.web.site import NOW, Site, Visitor

UNTIL = NOW - timedelta(hours=3)


def history(site: Site, seed: int = 1, number: int = 60) -> None:
    """A made-up one of some months, up to this morning."""

    def tell(tx: Tx) -> None:
        people = made_up.authors(tx, seed, 15)
        known = read_examples(ROOT / "catalogue" / "lang-son")
        for each in made_up.plan(site.ports.province, seed, known, people, (number, UNTIL)):
            late = replace(each, at=max(each.at, UNTIL - (UNTIL - each.at) / 8))
            made_up.tell(tx, site.ports.province, late)

    site.store.call(tell)


def consumer(site: Site, *scopes: Scope, name: str = "trung-tam") -> Visitor:
    """A program with a token."""
    token = site.store.call(lambda tx: consumers.make(tx, name, scopes or tuple(Scope)))
    return site.visitor(authorization=f"Bearer {token}")


def test_without_a_token_nothing_is_told_and_the_problem_is_one_for_programs(site: Site) -> None:
    for path in (
        "/api/v1/figures/2026-W47",
        "/api/v1/events",
        "/open311/v2/requests.json",
        "/api/v1/open-data/2026-10.csv",
    ):
        for headers in ({}, {"authorization": "Bearer gvt_wrong"}, {"authorization": "Basic eA=="}):
            answer = site.visitor(**headers).get(path)
            assert answer.status_code == 401
            assert answer.headers["content-type"] == "application/problem+json"
            assert answer.headers["www-authenticate"] == "Bearer"
            assert answer.json()["status"] == 401


def test_a_token_opens_its_scopes_alone_and_nothing_once_it_is_revoked(site: Site) -> None:
    it = consumer(site, Scope.FIGURES)
    assert it.get("/api/v1/definitions").status_code == 200
    assert it.get("/api/v1/events").status_code == 403
    assert site.store.call(lambda tx: consumers.revoke(tx, "trung-tam"))
    assert it.get("/api/v1/definitions").status_code == 401
    assert not site.store.call(lambda tx: consumers.revoke(tx, "trung-tam"))


def test_of_a_token_only_the_hash_is_kept_and_its_last_use(site: Site) -> None:
    token = site.store.call(lambda tx: consumers.make(tx, "so-lieu", [Scope.FIGURES]))
    rows = site.store.call(lambda tx: [tuple(row) for row in tx.rows(select(ConsumerRow))])
    assert token not in str(rows)
    assert site.store.call(consumers.every)[0].used_at is None
    site.visitor(authorization=f"Bearer {token}").get("/api/v1/definitions")
    assert site.store.call(consumers.every)[0].used_at is not None
    with pytest.raises(ValueError, match="so-lieu"):
        site.store.call(lambda tx: consumers.make(tx, "so-lieu", []))


def test_whoever_asks_too_often_is_told_to_wait(site: Site) -> None:
    it = consumer(site, Scope.FIGURES)
    answers = [it.get("/api/v1/definitions").status_code for _ in range(121)]
    assert answers == [200] * 120 + [429]
    stranger = site.visitor()
    guesses = [stranger.get("/api/v1/definitions", authorization=f"Bearer {n}") for n in range(21)]
    assert guesses[-1].status_code == 429
    assert guesses[-1].headers["retry-after"] == "60"


@pytest.mark.parametrize("seed", range(1, 11))
def test_the_api_tells_the_numbers_of_the_report_to_the_last_digit(site: Site, seed: int) -> None:
    history(site, seed, 30)
    it, province = consumer(site), site.ports.province
    for key in ("2026-W47", "2026-11", "2026"):
        period = read(key)
        until = period_figures.as_of(site.store.read, province, period, NOW)
        told = facts.facts(period_figures.report(site.store.read, province, period, until))
        answer = it.get(f"/api/v1/figures/{key}").json()
        assert answer["until"] == told["until"]
        assert answer["figures"] == told["figures"]
        assert answer["before"] == told["before"]["figures"]
        for dimension in Dimension:
            groups = it.get(f"/api/v1/figures/{key}/{dimension}").json()["groups"]
            assert groups == told[f"by_{dimension}"]


def test_of_a_department_the_numbers_are_those_of_its_row(site: Site) -> None:
    history(site, 2)
    it = consumer(site)
    groups = it.get("/api/v1/figures/2026-11/department").json()["groups"]
    for key, numbers in groups.items():
        if key:
            assert it.get(f"/api/v1/figures/2026-11?department={key}").json()["figures"] == numbers
    assert it.get("/api/v1/figures/2026-11?department=so-khong-co").status_code == 404


def test_every_figure_has_its_meaning_in_three_languages(site: Site) -> None:
    told = consumer(site).get("/api/v1/definitions").json()
    assert [each["key"] for each in told] == [each.key for each in DEFINITIONS]
    assert all(len(set(each["means"].values())) == 3 and all(each["name"].values()) for each in told)


def test_what_has_not_changed_is_not_sent_twice(site: Site) -> None:
    history(site, 3, 10)
    it = consumer(site)
    for path in (
        "/api/v1/figures/2026-W46",
        "/api/v1/events",
        "/open311/v2/services.xml",
        "/api/v1/open-data/2026-10.csv",
    ):
        first = it.get(path)
        assert first.status_code == 200, path
        again = it.get(path, **{"if-none-match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "path", ["figures/2026-W60", "figures/2027", "figures/9999-W99", "open-data/2026-11.json", "nothing"]
)
def test_what_is_not_there_is_a_problem_and_no_page(site: Site, path: str) -> None:
    answer = consumer(site).get(f"/api/v1/{path}")
    assert answer.status_code in {404, 422}
    assert answer.headers["content-type"] == "application/problem+json"


def test_events_come_page_by_page_each_once_and_none_of_this_half_day(site: Site) -> None:
    history(site, 4)
    site.ahead = timedelta(minutes=30)
    it = consumer(site)
    whole = it.get("/api/v1/events?limit=1000").json()
    assert len(whole["events"]) > 100
    found: list[Any] = []
    cursor = ""
    while page := it.get(f"/api/v1/events?limit=40&after={cursor}").json():
        found += page["events"]
        if len(page["events"]) < 40:
            break
        cursor = page["next"]
    assert found == whole["events"]
    assert it.get(f"/api/v1/events?after={whole['next']}").json()["events"] == []
    assert all(each["at"] < datetime.fromisoformat(whole["until"]).astimezone().isoformat() for each in found)
    for wrong in ("abc", "W10", "WyIyMDI2IiwgMSwgMV0"):
        assert it.get(f"/api/v1/events?after={wrong}").status_code == 422


def test_of_whoever_hides_an_event_and_a_request_tell_no_topic_and_no_hour(site: Site) -> None:
    for number, tier in enumerate(Tier, 1):
        story = filed(number, tier=tier, code=f"LS26-{number:05d}")
        site.store.call(lambda tx, story=story: recording.record(tx, story))  # type: ignore[misc]
    it = consumer(site)
    by_code = {each["code"]: each for each in it.get("/api/v1/events").json()["events"]}
    assert by_code["LS26-00001"]["topic"] is not None
    span = f"start_date={CAST_NOW.date()}&end_date={CAST_NOW.date() + timedelta(days=1)}"
    requests = {each["service_request_id"]: each for each in it.get(f"/open311/v2/requests.json?{span}").json()}
    for code in ("LS26-00002", "LS26-00003"):
        assert (by_code[code]["topic"], by_code[code]["kind"], len(by_code[code]["at"])) == (None, None, 10)
        assert (requests[code]["service_code"], len(requests[code]["requested_datetime"])) == (None, 10)
        assert requests[code]["extended_attributes"]["kind"] is None
    topic = requests["LS26-00001"]["service_code"]
    only = it.get(f"/open311/v2/requests.json?{span}&service_code={topic}").json()
    assert [each["service_request_id"] for each in only] == ["LS26-00001"]


def test_open_data_tells_no_number_of_few_and_none_that_the_rest_would_tell(site: Site) -> None:
    history(site, 5, 150)
    it, withheld_ones = consumer(site, Scope.OPEN_DATA), 0
    for month in ("2026-09", "2026-10"):
        told = it.get(f"/api/v1/open-data/{month}.json").json()["facts"]
        groups: dict[tuple[str, str], list[Any]] = {}
        for each in told:
            groups.setdefault((each["dimension"], each["figure"]), []).append(each)
        for (_, figure), cells in groups.items():
            if isinstance(next((each["value"] for each in cells if each["value"] is not None), 0), float):
                continue
            values = [each["value"] for each in cells]
            assert not any(value is not None and 0 < value < FEW for value in values), figure
            hidden = sum(each["withheld"] for each in cells)
            withheld_ones += hidden
            assert hidden != 1 or len(cells) == 1 or not any(values), (figure, cells)
    assert withheld_ones


def test_open_data_is_the_same_as_table_and_as_json(site: Site) -> None:
    history(site, 6, 40)
    it = consumer(site)
    as_json = it.get("/api/v1/open-data/2026-10.json").json()["facts"]
    content = it.get("/api/v1/open-data/2026-10.csv").content
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert [(row["dimension"], row["key"], row["figure"], row["withheld"]) for row in rows] == [
        (each["dimension"], each["key"], each["figure"], str(int(each["withheld"]))) for each in as_json
    ]
    assert [row["value"] for row in rows] == ["" if each["value"] is None else str(each["value"]) for each in as_json]


@pytest.mark.parametrize(
    ("cells", "hidden"),
    [
        ({"a": 7, "b": 9}, ""),
        ({"a": 0, "b": 9}, ""),
        ({"a": 3, "b": 9, "c": 20}, "ab"),
        ({"a": 2, "b": 2, "c": 8, "d": 20}, "abc"),
        ({"a": 3, "b": 4, "c": 8}, "ab"),
        ({"a": None, "b": 8, "c": 20}, "ab"),
        ({"a": 2}, "a"),
    ],
)
def test_a_small_number_is_withheld_and_so_is_what_would_give_it_away(
    cells: dict[str, int | None], hidden: str
) -> None:
    assert withheld(cells) == set(hidden)


def test_open311_reads_the_same_as_json_and_as_xml(site: Site) -> None:
    history(site, 7, 40)
    it = consumer(site, Scope.REQUESTS)
    as_json = it.get("/open311/v2/requests.json").json()
    tree = ET.fromstring(it.get("/open311/v2/requests.xml").content)  # noqa: S314  our own
    codes = [each["service_request_id"] for each in as_json]
    assert [each.findtext("service_request_id") for each in tree] == codes
    assert {each["status"] for each in as_json} == {"open", "closed"}
    one = it.get(f"/open311/v2/requests/{codes[0]}.json").json()
    assert one == as_json[:1]
    assert it.get("/open311/v2/requests/LS26-99999.json").status_code == 404
    services = it.get("/open311/v2/services.json").json()
    assert {each["service_code"] for each in services} == {each.key for each in site.ports.catalogue.topics}
    first, second = (it.get(f"/open311/v2/requests.json?page={n}&page_size=5").json() for n in (1, 2))
    assert [*first, *second] == as_json[:10]
    assert it.get("/open311/v2/requests.json?start_date=2026-01-01").status_code == 422


def test_every_address_is_described_in_vietnamese_and_english(site: Site) -> None:
    for root in ("/api/v1", "/open311/v2"):
        described = site.visitor().get(f"{root}/openapi.json").json()
        for path, verbs in described["paths"].items():
            assert set(verbs) == {"get"}, path
            assert any(letter in verbs["get"]["description"] for letter in "ăâđêôơưáàảãạếềểệốồộớờợứừựíìịúùụ"), path
