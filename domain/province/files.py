"""From the TOML texts of a province to its Catalogue, or to the list of everything wrong with them."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Mapping

from domain.province import fields
from domain.province.catalogue import TASK_GROUP, Catalogue, Hours, Privacy, Triage
from domain.province.tables import CatalogueError, Fault, Table, tables_in

KNOWN = {
    "province",
    "working_hours",
    "switches",
    "special_day",
    "service_level",
    "legal_limit",
    "triage",
    "department",
    "commune",
    "topic",
    "procedures",
    "privacy",
    "retention",
}
Tables = Mapping[str, list[Table]]


def parse(files: Mapping[str, str]) -> Catalogue:
    """The catalogue in these texts; CatalogueError names all faults, or first every file that is not TOML at all."""
    faults: list[Fault] = []
    tables = tables_in(files, faults)
    if faults:  # what an unreadable file would have held is not missing
        raise CatalogueError(faults)
    catalogue = _catalogue(files, tables, faults)
    _check_spelling(tables)
    _check_references(catalogue, tables)
    if faults:
        raise CatalogueError(faults)
    return catalogue


def _catalogue(files: Mapping[str, str], tables: Tables, faults: list[Fault]) -> Catalogue:
    province = _only_one(tables, "province", faults)
    switches = dict(_switch(each, name) for each in tables.get("switches", []) for name in each.content)
    departments = [fields.read_department(each) for each in tables.get("department", [])]
    departments += [fields.read_commune(each) for each in tables.get("commune", [])]
    return Catalogue(
        province=province.names("names"),
        code_prefix=fields.read_prefix(province),
        timezone=fields.read_timezone(province),
        departments=tuple(departments),
        topics=tuple(map(fields.read_topic, tables.get("topic", []))),
        service_levels=tuple(map(fields.read_service_level, tables.get("service_level", []))),
        legal_limits=tuple(map(fields.read_legal_limit, tables.get("legal_limit", []))),
        hours=next(map(fields.read_hours, tables.get("working_hours", [])), Hours()),
        special_days=tuple(
            day for each in tables.get("special_day", []) for day in fields.read_special_day(each, switches)
        ),
        triage=next(map(fields.read_triage, tables.get("triage", [])), Triage()),
        procedures=tuple(map(fields.read_procedures, tables.get("procedures", []))),
        task_group_phone=fields.read_phone(province, "task_group_phone"),
        retention=tuple(map(fields.read_retention, tables.get("retention", []))),
        privacy=next(map(fields.read_privacy, tables.get("privacy", [])), Privacy()),
        version=_digest(files),
    )


def _switch(table: Table, name: str) -> tuple[str, bool]:
    return name, table.truth(name, default=False)


def _digest(files: Mapping[str, str]) -> str:
    return hashlib.sha256("\0".join(part for item in sorted(files.items()) for part in item).encode()).hexdigest()[:12]


def _only_one(tables: Tables, name: str, faults: list[Fault]) -> Table:
    found = tables.get(name, [])
    for extra in found[1:]:
        extra.fault(f"có hai [{name}]", "giữ lại một")
    if not found:
        faults.append(Fault("province.toml", 0, f"chưa có [{name}]", f"thêm khối [{name}]"))
    return found[0] if found else Table({}, "province.toml", (), 0, [])


def _check_spelling(tables: Tables) -> None:
    """Note tables and fields that no rule reads."""
    for name, found in tables.items():
        for each in found:
            if name in KNOWN:
                each.done()
            else:
                near = difflib.get_close_matches(name, sorted(KNOWN), 1) or sorted(KNOWN)
                each.fault(f"không có loại khối [{name}]", f"viết một trong: {', '.join(near)}")


def _check_references(catalogue: Catalogue, tables: Tables) -> None:
    """Note keys given twice, and keys that point at nothing."""
    departments = [*tables.get("department", []), *tables.get("commune", [])]
    _check_twice(departments)
    _check_twice(tables.get("topic", []))
    _check_twice(
        [each for each in tables.get("special_day", []) if "only_if" not in each.content], "day", "giữ lại một"
    )
    takers = {each.key for each in catalogue.departments if each.takes_cases}
    known = {each.key for each in catalogue.departments}
    topics = {each.key for each in catalogue.topics}
    for table in departments:
        _check_key(table, "successor", known)
        _check_end(table, catalogue)
    for table in tables.get("topic", []):
        _check_key(table, "department", takers)
        _check_key(table, "co_departments", takers)
    for table in tables.get("procedures", []):
        _check_key(table, "department", takers)
    for table in tables.get("service_level", []):
        _check_key(table, "for_department", known)
        _check_key(table, "for_topic", topics)
    for table in tables.get("triage", []):
        for name in ("conduct", "denunciation", "commune_unnamed", "shown_first"):
            _check_key(table, name, takers | {TASK_GROUP})


def _check_twice(tables: list[Table], name: str = "key", mend: str = "đặt mã khác") -> None:
    seen: dict[object, Table] = {}
    for each in tables:
        first = seen.setdefault(each.content.get(name), each)
        if first is not each:
            place = f"{first.file}:{first.line}"
            each.fault(f"{name} “{each.content.get(name)}” đã dùng ở {place}", mend, name)


def _check_key(table: Table, name: str, known: set[str]) -> None:
    """Note a field whose key, or one of whose keys, is not among the known ones."""
    value = table.content.get(name) or []
    for key in value if isinstance(value, list) else [value]:
        if isinstance(key, str) and key not in known:
            near = difflib.get_close_matches(key, sorted(known), 1)
            table.fault(
                f"{name} “{key}” không phải mã đang dùng", f"viết “{near[0]}”" if near else "thêm mã này trước", name
            )


def _check_end(table: Table, catalogue: Catalogue) -> None:
    """Note a department whose successors lead round in a circle."""
    all_known = all(not each.successor or catalogue.department(each.successor) for each in catalogue.departments)
    key = str(table.content.get("key"))
    if all_known and catalogue.department(key) and catalogue.successor(key) is None:
        table.fault(f"các cơ quan kế tục của “{key}” nối thành vòng tròn", "ghi một cơ quan còn hoạt động", "successor")
