"""The command line `govuong`: it finds the command and says in one line what went wrong."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Container
from importlib import import_module
from keyword import iskeyword

from bot.settings import WrongSetting, load

#: each command is a module of a wing of bot/commands (`arguments` and `run`), imported only when it was the one typed
COMMANDS = {
    "run": ("running", "everything in one process: web page, Telegram, delivery, timetable"),
    "web": ("running", "the web page and webhooks only"),
    "worker": ("running", "polling, delivery and the timetable only"),
    "chat": ("running", "the bot in this terminal, for support and demonstrations"),
    "files": ("running", "where attachments lie; --move brings them to where FILES says"),
    "migrate": ("running", "bring the database to the newest shape"),
    "rotate-key": ("running", "a new main key; everything sealed comes under it"),
    "backup": ("running", "copy database, attachments and catalogue while the program runs"),
    "restore": ("running", "put a copy in place; --check only looks whether it is whole"),
    "bind-code": ("chats", "print a one-time code (24 h) that binds a chat"),
    "unbind": ("chats", "list which chats speak for whom; end one of these bindings"),
    "catalogue": ("chats", "name every mistake in the folder that describes the province; needs no database"),
    "new-province": ("chats", "make the folder that describes another province, to be filled in"),
    "departments": ("chats", "list the departments' keys"),
    "route": ("routing", "say which department should answer a text, and why; needs no database"),
    "mask": ("cases", "show a text as a department reads it of who hides; needs no database"),
    "train": ("routing", "learn routing from cases officers have moved, unless it gets worse"),
    "deadline": ("cases", "say when something is due, and why; needs no database"),
    "recompute": ("cases", "what a change of the calendar or of a promise does to open cases"),
    "figures": ("reporting", "a period counted from the journals, by department"),
    "report": ("reporting", "a period's report as .docx, .xlsx, .pdf, .png and .json"),
    "api-token": ("reporting", "make, list and revoke tokens of programs that read statistics"),
    "projects": ("reporting", "the investment projects; --import FILE.xlsx takes a list over"),
    "import": ("keeping", "take an office's own list of petitions over (.xlsx, .csv); or bring an export back"),
    "export": ("keeping", "everything as JSON Lines, files and a workbook; --open-data: what all may have"),
    "demo-data": ("reporting", "a made-up history in an empty database, to try figures and reports on"),
    "doctor": ("running", "check token, groups, clock, timed jobs, database, disk; says what to do"),
    "failed": ("cases", "updates that could not be handled"),
    "verify-journal": ("cases", "recompute every hash and replay every journal; --against an earlier digest"),
    "digest": ("cases", "sign where every journal stands, for those who keep it elsewhere"),
}
#: what stays shut raises these: by name, so that a command without a database imports nothing of it
_SHUT = ("LostKey", "NotAsSealed")
#: what a database that is not there, or not to be used, raises comes from one of these
_DATABASES = ("psycopg", "sqlalchemy", "sqlite3")


def main(argv: list[str] | None = None) -> int:
    """Run one command; the exit code is 0 for done, 1 for no, 2 for a wrong setting or argument."""
    os.umask(0o077)  # database, attachments, reports: what a program of ours writes is nobody else's to read
    typed = sys.argv[1:] if argv is None else argv
    if not typed:
        parser([]).print_help(sys.stderr)
        return 2
    args = parser(typed[:1]).parse_args(typed)
    try:
        code = int(args.command(load(), args))
        sys.stdout.flush()
    except BrokenPipeError:
        # who reads the answers has had enough; what is left in the buffer must not fail at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 0
    except Exception as error:
        if not (line := _expected(error)):
            raise
        print(line, file=sys.stderr)
        return 2
    return code


def parser(wanted: Container[str] = COMMANDS) -> argparse.ArgumentParser:
    """Every command; those wanted with their arguments."""
    whole = argparse.ArgumentParser(
        prog="govuong", description="Gỡ Vướng: businesses file, departments answer, the clock keeps itself."
    )
    commands = whole.add_subparsers(required=True, metavar="COMMAND")
    for name, (wing, summary) in COMMANDS.items():
        sub = commands.add_parser(name, help=summary, description=summary)
        if name in wanted:
            module = import_module(f"bot.commands.{wing}.{_module(name)}")
            module.arguments(sub)
            sub.set_defaults(command=module.run)
    return whole


def _module(name: str) -> str:
    """The module of a command; what is a word of the language itself has a line after it."""
    return f"{name}_" if iskeyword(name) else name.replace("-", "_")


def _expected(error: Exception) -> str:
    """What whoever typed the command can do something about, in a line; "" for a fault of our own."""
    from domain.province.tables import CatalogueError  # noqa: PLC0415  only what is wrong is worth the time

    if isinstance(error, WrongSetting | CatalogueError):
        return str(error)
    if type(error).__name__ in _SHUT:
        return f"KEY_FILE: {error}: sealed under a key that is not at hand, or changed since; nothing was changed."
    if isinstance(error, OSError):
        return f"{error.filename or type(error).__name__}: {error.strerror or error}"
    if type(error).__module__.partition(".")[0] in _DATABASES:
        return f"database: {str(error).partition(chr(10))[0]} → `govuong doctor` says more"
    return ""


if __name__ == "__main__":
    sys.exit(main())
