"""The command line `govuong`."""

from __future__ import annotations

import argparse
import asyncio
import json
import secrets
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands import deadline, figures, mask, recompute, train
from bot.settings import Settings, WrongSetting, load
from domain.province.tables import CatalogueError

if TYPE_CHECKING:
    from bot.wiring import Parts

Command = Callable[[Settings, argparse.Namespace], int]
_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
_CODE_LENGTH = 10


def main(argv: list[str] | None = None) -> int:
    """Run one command; the exit code is 0 for done, 1 for no, 2 for a wrong setting or argument."""
    args = _parser().parse_args(argv)
    try:
        settings = load()
        return int(args.command(settings, args))
    except (WrongSetting, CatalogueError) as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="govuong", description="Gỡ Vướng: businesses file, departments answer, the clock keeps itself."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, command: Command, summary: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=summary, description=summary)
        sub.set_defaults(command=command)
        return sub

    add("run", _run, "everything in one process: web page, Telegram, delivery, timetable")
    add("web", _web, "the web page and webhooks only")
    add("worker", _worker, "polling, delivery and the timetable only")
    sub = add("migrate", _migrate, "bring the database to the newest shape")
    sub.add_argument("--down", metavar="REVISION", help="take it back to a revision instead ('base' empties it)")
    sub = add("bind-code", _bind_code, "print a one-time code (24 h) that binds a chat")
    sub.add_argument("target", help="a department's KEY, KEY/head (its head), task-group, leadership or administrator")
    add("departments", _departments, "list the departments' keys")
    sub = add("route", _route, "say which department should answer a text, and why; needs no database")
    sub.add_argument("text", nargs="?", help="the text; left out with --file or --stdin")
    sub.add_argument("--file", metavar="LINES", help='JSON lines such as {"text": "…"}; - reads standard input')
    sub.add_argument("--stdin", action="store_true", help="the same from standard input")
    sub.add_argument("--json", action="store_true", help="one JSON object a line")
    mask.arguments(add("mask", mask.run, "show a text as a department reads it of who hides; needs no database"))
    train.arguments(add("train", train.run, "learn routing from cases officers have moved, unless it gets worse"))
    deadline.arguments(add("deadline", deadline.run, "say when something is due, and why; needs no database"))
    recompute.arguments(
        add("recompute", recompute.run, "what a change of the calendar or of a promise does to open cases")
    )
    figures.arguments(add("figures", figures.run, "a period counted from the journals, by department"))
    add("doctor", _doctor, "check token, groups, clock, database, disk; says what to do")
    sub = add("failed", _failed, "updates that could not be handled")
    sub.add_argument("what", choices=["list", "retry", "show"], nargs="?", default="list")
    sub.add_argument("number", type=int, nargs="?", help="which one (retry: all without it)")
    sub = add("verify-journal", _verify_journal, "recompute every hash and replay every journal")
    sub.add_argument("--code", help="one case only, such as LS26-00001")
    return parser


def _run(settings: Settings, _args: argparse.Namespace) -> int:
    from bot.serving import serve  # noqa: PLC0415  commands that serve nothing start faster without it

    return asyncio.run(serve(settings, web=True, works=True))


def _web(settings: Settings, _args: argparse.Namespace) -> int:
    from bot.serving import serve  # noqa: PLC0415

    return asyncio.run(serve(settings, web=True, works=False))


def _worker(settings: Settings, _args: argparse.Namespace) -> int:
    from bot.serving import serve  # noqa: PLC0415

    return asyncio.run(serve(settings, web=False, works=True))


def _migrate(settings: Settings, args: argparse.Namespace) -> int:
    from storage import migrations  # noqa: PLC0415

    _make_folder(settings)
    if args.down:
        migrations.downgrade(settings.database_url, args.down)
    else:
        migrations.upgrade(settings.database_url)
    print(f"The database is at revision {migrations.current(settings.database_url) or '(empty)'}.")
    return 0


def _make_folder(settings: Settings) -> None:
    if settings.database_url.startswith("sqlite:///"):
        Path(settings.database_url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)


def _bind_code(settings: Settings, args: argparse.Namespace) -> int:
    from bot.wiring import build  # noqa: PLC0415
    from domain.refusals import Refusal  # noqa: PLC0415
    from handlers.admin import chats  # noqa: PLC0415
    from storage import migrations  # noqa: PLC0415

    _make_folder(settings)
    migrations.upgrade(settings.database_url)
    parts = build(settings)
    code = "".join(secrets.choice(_LETTERS) for _ in range(_CODE_LENGTH))
    try:
        parts.store.call(lambda tx: chats.issue_code(tx, parts.province, code, args.target))
    except Refusal:
        print(f"There is no department “{args.target}”. `govuong departments` lists their keys.", file=sys.stderr)
        return 1
    finally:
        parts.store.close()
    where = "Write to the bot" if args.target == "administrator" else "Type this in the group, or open the page /desk"
    print(f"{where} within 24 hours:\n\n/gan {code}\n")
    return 0


def _departments(settings: Settings, _args: argparse.Namespace) -> int:
    from bot.province import read_catalogue  # noqa: PLC0415

    catalogue, _router = read_catalogue(settings.catalogue)
    for each in catalogue.departments:
        if each.takes_cases and not each.successor:
            print(f"{each.key:36} {catalogue.name(each.key, 'vi')}")
    return 0


def _route(settings: Settings, args: argparse.Namespace) -> int:
    from bot.commands import route  # noqa: PLC0415

    return route.run(settings, args)


def _doctor(settings: Settings, _args: argparse.Namespace) -> int:
    from bot.commands import doctor  # noqa: PLC0415

    return asyncio.run(doctor.check(settings))


def _failed(settings: Settings, args: argparse.Namespace) -> int:
    from bot.wiring import opened  # noqa: PLC0415
    from storage import failed  # noqa: PLC0415

    parts = opened(settings)
    try:
        if args.what == "retry":
            return _retry(parts, args.number)
        if args.what == "show" and args.number:
            one = parts.store.call(lambda tx: failed.by_number(tx, args.number))
            print(one.traceback if one else "There is no such failed update.")
            return 0 if one else 1
        for one in parts.store.call(failed.unsolved):
            last = one.traceback.strip().rpartition("\n")[2]
            print(f"{one.id:6} {one.at:%Y-%m-%d %H:%M} UTC {one.network:9} {one.incoming_id:24} {last[:100]}")
        return 0
    finally:
        parts.store.close()


def _retry(parts: Parts, number: int | None) -> int:
    """Handle failed updates again; those that fail again stay."""
    from bot.channels.telegram import reading  # noqa: PLC0415
    from handlers import retry  # noqa: PLC0415
    from storage import failed  # noqa: PLC0415

    wanted = [one for one in parts.store.call(failed.unsolved) if number in {None, one.id}]
    if number is not None and not wanted:
        print("There is no such failed update.")
        return 1
    left = 0
    for one in wanted:
        try:
            bot = one.incoming_id.partition(":")[0]
            kept = json.loads(one.raw) if one.raw else {}
            incoming = retry.unpack(kept) or (reading.read(kept, bot) if kept else None)
            parts.store.call(lambda tx, i=incoming, n=one.id: retry.again(tx, parts.province, i, n))  # type: ignore[misc]
        except Exception as error:  # noqa: BLE001  told, and the next one is tried
            left += 1
            print(f"{one.id}: failed again: {type(error).__name__}: {str(error).partition(chr(10))[0]}")
        else:
            print(f"{one.id}: " + ("handled." if incoming else "put aside: nothing was kept that could be handled."))
    return 1 if left else 0


def _verify_journal(settings: Settings, args: argparse.Namespace) -> int:
    from bot.wiring import opened  # noqa: PLC0415
    from handlers.admin import audit  # noqa: PLC0415

    parts = opened(settings)
    try:
        checked, wrong = audit.verify(parts.store, args.code)
    finally:
        parts.store.close()
    if args.code and not checked:
        print(f"There is no case {args.code}.", file=sys.stderr)
        return 1
    for line in wrong:
        print(line, file=sys.stderr)
    print(f"{checked} journals checked, {len(wrong)} with a fault.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
