"""What everybody may read where the province opens it: answers that were published, numbers of many, nobody's name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.case.publishing import Published
from storage.engines import open_store
from storage.knowledge import published
from tests.cast import filed
from tests.conftest import SqliteFiles
from tests.product import prepared
from tests.web.api.test_api import history
from tests.web.site import NOW, Site


@pytest.fixture
def public(sqlite_files: SqliteFiles, tmp_path: Path) -> Iterator[Site]:
    store = open_store(sqlite_files.fresh(prepared), lambda: NOW)
    site = Site(store, tmp_path, public_results=True)
    yield site
    site.close()
    store.close()


def publish(site: Site, number: int, question: str, answer: str) -> None:
    site.store.call(lambda tx: published.add(tx, filed(number).case, Published(question, answer)))


def test_it_is_not_there_unless_the_province_opens_it(site: Site) -> None:
    assert site.visitor().get("/ket-qua").status_code == 404


def test_published_answers_are_read_and_found_without_a_cookie(public: Site) -> None:
    publish(public, 1, "Thời hạn cấp giấy phép xây dựng?", "Hai mươi ngày kể từ khi đủ hồ sơ.")
    publish(public, 2, "Phí qua cửa khẩu Hữu Nghị?", "Theo bảng phí <công bố>.")
    page = public.visitor().get("/ket-qua")
    assert page.status_code == 200
    assert "set-cookie" not in page.headers
    assert "Hai mươi ngày" in page.text
    assert "&lt;công bố&gt;" in page.text
    found = public.visitor().get("/ket-qua?q=giay phep xay dung").text
    assert "Hai mươi ngày" in found
    assert "cửa khẩu" not in found
    assert "Chưa có câu trả lời nào phù hợp" in public.visitor().get("/ket-qua?q=zzzz").text


def test_an_answer_that_was_withdrawn_is_gone(public: Site) -> None:
    publish(public, 1, "Thời hạn?", "Hai mươi ngày.")
    public.store.call(lambda tx: published.withdraw(tx, 1))
    assert "Hai mươi ngày" not in public.visitor().get("/ket-qua").text


def test_the_figures_are_those_of_the_year_up_to_the_last_month_and_none_of_few(public: Site) -> None:
    page = public.visitor().get("/ket-qua?lang=en").text
    assert "up to before 01/11/2026" in page
    assert page.count("few cases") == 1  # the share of nothing; zeros are told
    history(public, 3, 120)
    assert public.visitor().get("/ket-qua?lang=en").text.count("few cases") == 0


@pytest.mark.parametrize(("language", "title"), [("vi", "Kết quả"), ("en", "What became"), ("zh", "办理结果")])
def test_it_speaks_three_languages(public: Site, language: str, title: str) -> None:
    assert title in public.visitor().get(f"/ket-qua?lang={language}").text
