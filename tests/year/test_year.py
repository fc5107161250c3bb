"""The first fortnight of `python -m tests.year`: each week told once, figures as counted again, journals that fit."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from tests.year.__main__ import year


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """What fails here is meant to."""
    before = structlog.get_config()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    yield
    with contextlib.suppress(Exception):
        structlog.configure(**before)


@pytest.mark.timeout(180)
def test_a_fortnight_of_everybody_ends_as_it_should(tmp_path: Path) -> None:
    report = asyncio.run(year(tmp_path, weeks=2, many=15, seed=1))
    assert report.wrong == []
    assert report.told[0] == "1 weekly summaries for 1 weeks that were over"
    assert len(report.lines) == 1
