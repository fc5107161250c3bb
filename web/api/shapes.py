"""What the API's answers look like, for its OpenAPI description."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field

from domain.statistics.counting import Dimension

Numbers = Annotated[
    dict[str, int | float | None],
    Field(description="Chỉ tiêu theo mã ở /definitions; null: không nêu được. Figures by key; null: cannot be said."),
]


class Period(BaseModel):
    """Số liệu của kỳ. A period's figures."""

    period: str = Field(examples=["2026-W47", "2026-11", "2026-Q4", "2026"])
    since: str
    until: str = Field(description="Số liệu đến thời điểm này. As of this instant.")
    department: str = Field(description='"": toàn tỉnh. The whole province.')
    figures: Numbers
    before: Numbers
    year_ago: Numbers | None


class Groups(BaseModel):
    """Số liệu của kỳ theo một chiều. A period's figures broken down; a group that is withheld is null."""

    period: str
    since: str
    until: str
    dimension: Dimension
    groups: dict[str, Numbers | None]


class Definition(BaseModel):
    """Một chỉ tiêu: đơn vị, mốc thời gian, tên và nghĩa. What a figure means."""

    key: str
    measure: str
    basis: str
    name: dict[str, str]
    means: dict[str, str]


class Event(BaseModel):
    """Một bước xử lý. A move of a case; of whoever hides neither kind, topic nor hour is told."""

    at: str
    code: str
    move: str
    department: str
    kind: str | None
    topic: str | None


class Events(BaseModel):
    """Các bước đã ghi, theo thứ tự thời gian. Moves in order; `next` is the cursor to go on from."""

    events: list[Event]
    next: str
    until: str


class Fact(BaseModel):
    """Một số liệu. One number; withheld or impossible: null."""

    dimension: str
    key: str
    figure: str
    value: int | float | None
    withheld: bool


class OpenData(BaseModel):
    """Dữ liệu mở: mỗi dòng một số liệu. Open data, one fact a row."""

    period: str
    licence: str
    updated: str
    facts: list[Fact]


class Problem(BaseModel):
    """RFC 9457."""

    type: str
    title: str
    status: int
    detail: str = ""
