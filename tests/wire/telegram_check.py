"""aiogram's models as the judge of everything that crosses the wire; the only file that imports aiogram."""

from __future__ import annotations

from functools import cache
from typing import Any

from .telegram_feed import compact
from .telegram_world import Payload


class Judge:
    """Checks requests, updates and results against aiogram's models."""

    def __init__(self) -> None:
        from aiogram import methods, types  # noqa: PLC0415  (costs seconds and memory; benchmarks do without)
        from pydantic import TypeAdapter, ValidationError  # noqa: PLC0415

        self._adapter = TypeAdapter
        self._wrong = ValidationError
        self._update = types.Update
        self._file = types.BufferedInputFile
        self._methods = {name.lower(): getattr(methods, name) for name in methods.__all__ if name != "TelegramMethod"}
        self._results: dict[str, Any] = {}

    def parameters(self, method: str) -> set[str]:
        """The names of all parameters aiogram knows for this method."""
        return {field.alias or name for name, field in self._methods[method].model_fields.items()}

    def request(self, method: str, params: Payload, uploads: dict[str, Any]) -> str | None:
        """What is wrong with the request, or None."""
        model = self._methods[method]
        names = self.parameters(method)
        files = {name: self._file(upload.content, upload.name) for name, upload in uploads.items()}
        unknown = sorted(set(params) - names)
        if unknown:
            return f"unknown parameters: {', '.join(unknown)}"
        try:
            built = model.model_validate({**params, **{k: v for k, v in files.items() if k in names}})
        except self._wrong as error:
            return "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        strays = [stray for name in model.model_fields for stray in stray_fields(getattr(built, name), name)]
        return f"unknown fields: {', '.join(strays)}" if strays else None

    def update(self, update: Payload) -> tuple[bytes, str | None]:
        """The update serialised from aiogram's model, and what the model did not know or would have changed."""
        return self._through(self._update.model_validate, update)

    def result(self, method: str, result: Any) -> tuple[bytes, str | None]:
        """The result serialised from what aiogram's method returns, and what the model did not know."""
        if method not in self._results:
            self._results[method] = self._adapter(self._methods[method].__returning__)
        return self._through(self._results[method].validate_python, result)

    def _through(self, build: Any, value: Any) -> tuple[bytes, str | None]:
        try:
            built = build(value)
        except self._wrong as error:
            return compact(value), str(error)
        strays = stray_fields(built, "")
        plain = dumped(built)
        problem = f"unknown fields: {', '.join(strays)}" if strays else None
        if problem is None and plain != value:
            problem = f"aiogram reads {value!r} as {plain!r}"
        return compact(plain), problem


def dumped(built: Any) -> Any:
    """The plain JSON value of a model or a list of models, only the fields that were set."""
    if isinstance(built, list):
        return [dumped(item) for item in built]
    if hasattr(built, "model_dump"):
        return built.model_dump(mode="json", exclude_unset=True, by_alias=True)
    return built


def stray_fields(value: Any, path: str) -> list[str]:
    """The paths of all fields, at any depth, that aiogram's models do not know."""
    if isinstance(value, list | tuple):
        return [stray for index, item in enumerate(value) for stray in stray_fields(item, f"{path}[{index}]")]
    extra = getattr(value, "model_extra", None)
    if not hasattr(type(value), "model_fields"):
        return []
    found = [f"{path}.{name}" for name in extra or {}]
    for name in type(value).model_fields:
        found += stray_fields(getattr(value, name), f"{path}.{name}")
    return found


@cache
def judge() -> Judge:
    """The one judge of this process."""
    return Judge()
