"""A business in its private chat: the first meeting, commands, and which of its conversations a message belongs to."""

from __future__ import annotations

import re

from domain.language import LANGUAGES
from domain.messages import Choice, FileKind, Incoming, Lines, Upload, Words
from domain.people import read_business
from domain.refusals import Refusal
from handlers import typed, unmasking
from handlers.admin import chats
from handlers.business import additions, filing, guests, own_cases, suggestions
from handlers.business import suggestion_taps as taken
from handlers.province import Province
from handlers.telling import GUESSED, chosen, hear, say, toast
from storage import outbox, people
from storage.database import Tx
from storage.people import Individual

LONGEST_FIRM = 150
MOST_BEFORE_CONSENT = 60
_STRANGE_COMMAND = re.compile(r"/[A-Za-z]\w{0,31}(?:@\w+)?")
_DRAFT_WORDS = ("d:send:open", "d:send:hidden", "d:send:anonymous", "d:change", "d:drop")


def handle(tx: Tx, province: Province, incoming: Incoming) -> None:
    """Whatever somebody does in their private chat with the bot."""
    person = people.find(tx, incoming.chat.network, incoming.sender.id) or _met(tx, incoming)
    if person.chat.id != incoming.chat.id or person.blocked_at:
        person.chat, person.blocked_at = incoming.chat, None
        outbox.try_again(tx, incoming.chat)
    try:
        _route(tx, province, incoming, person)
    except Refusal as refusal:
        if incoming.tap_id:
            toast(tx, incoming, person, refusal.words)
        else:
            say(tx, person, refusal.words, keep_choices=True)
    if person.consented_at and incoming.sender.name:
        person.name = incoming.sender.name
    people.save(tx, person)


def _met(tx: Tx, incoming: Incoming) -> Individual:
    """Somebody new: until they consent not even the name is kept."""
    sender = incoming.sender
    known = sender.language[:2] if sender.language[:2] in LANGUAGES else ""
    person = people.meet(tx, incoming.chat, sender.id, "", known)
    if known:
        person.conversation[GUESSED] = True
    hear(person, incoming.text)
    return person


def _route(tx: Tx, province: Province, incoming: Incoming, person: Individual) -> None:
    """In order: a tap, an edit, an album going on, a command, a typed choice, no consent, words asked for, the rest."""
    if incoming.tap_id:
        tapped(tx, province, person, incoming.choice)
        toast(tx, incoming, person, Words("tap-taken"))
    elif incoming.edited:
        _edited(tx, province, incoming, person)
    elif (
        guests.handle(tx, province, incoming, person)
        or additions.continue_album(tx, province, incoming, person)
        or _commanded(tx, province, incoming, person)
    ):
        return
    elif choice := chosen(person, incoming):
        tapped(tx, province, person, choice)
    elif person.consented_at is None:
        _before_consent(tx, province, incoming, person)
    elif not incoming.text.strip() and not incoming.uploads:
        say(tx, person, Words("unsupported"), keep_choices=True)
    elif step := person.conversation.get("step"):
        _expected(tx, province, incoming, person, step)
    else:
        _free(tx, province, incoming, person)


# ---------------------------------------------------------------- the first meeting


def greet(tx: Tx, province: Province, person: Individual) -> None:
    """Who we are, who sees what, how long, which rights; and the question for consent."""
    lang = person.language or "vi"
    words = Lines((Words("greeting", {"province": province.catalogue.province_name(lang)}), Words("privacy")), "\n\n")
    person.conversation["step"] = "consent"
    say(tx, person, Lines((words, Words("consent-question")), "\n\n"), _consent_choices(person))


def _consent_choices(person: Individual) -> tuple[tuple[Choice, ...], ...]:
    agree = (Choice(Words("button-agree"), "p:agree"), Choice(Words("button-refuse"), "p:refuse"))
    return (agree, _languages(person))


def _languages(person: Individual) -> tuple[Choice, ...]:
    now = person.language or "vi"
    return tuple(Choice(Words(f"language-{each}"), f"p:lang:{each}") for each in LANGUAGES if each != now)


def _before_consent(tx: Tx, province: Province, incoming: Incoming, person: Individual) -> None:
    """What is sent before the consent waits in the conversation alone, nothing downloaded; refusing forgets it."""
    hear(person, incoming.text)
    waiting = person.conversation.setdefault("before", [])
    same_album = bool(incoming.album and waiting and waiting[-1]["album"] == incoming.album)
    if (incoming.text.strip() or incoming.uploads) and len(waiting) < MOST_BEFORE_CONSENT:
        files = [[each.kind, each.ref, each.name, each.mime, each.size] for each in incoming.uploads]
        waiting.append({"id": incoming.message_id, "text": incoming.text, "files": files, "album": incoming.album})
    person.conversation.setdefault("since", tx.now.isoformat())
    if person.conversation.get("step") != "consent":
        greet(tx, province, person)
    elif not same_album:
        say(tx, person, Words("consent-question"), _consent_choices(person))


def _consented(tx: Tx, province: Province, person: Individual) -> None:
    if person.consented_at is None:
        person.consented_at = tx.now
    person.conversation.pop("step", None)
    person.conversation.pop("since", None)
    for each in person.conversation.pop("before", ()):
        uploads = tuple(Upload(FileKind(kind), *rest) for kind, *rest in each["files"])
        taken = filing.announced(tx, province, person.chat.network, uploads, person)
        filing.begin(tx, province, person, filing.Sent(each["id"], each["text"], taken, each["album"]))
    if filing.draft_of(person):
        filing.go_on(tx, province, person)
    else:
        say(tx, person, Words("welcome"))


def _refused(tx: Tx, person: Individual) -> None:
    person.conversation = {}
    say(tx, person, Words("refused-consent"))


def set_language(tx: Tx, province: Province, person: Individual, wanted: str) -> None:
    """Speak this language from now on, and ask again what was being asked."""
    if wanted not in LANGUAGES:
        raise Refusal("refused-language")
    person.language = wanted
    person.conversation.pop(GUESSED, None)
    if person.consented_at is None:
        greet(tx, province, person)
        return
    say(tx, person, Words("language-set"), keep_choices=bool(person.conversation.get("step")))
    if filing.draft_of(person):
        filing.go_on(tx, province, person)
    elif person.conversation.get("step") == "business":
        filing.ask_business(tx, person)


# ---------------------------------------------------------------- commands

_COMMANDS = {
    "start": "start",
    "help": "help",
    "trogiup": "help",
    "ngonngu": "language",
    "language": "language",
    "lang": "language",
    "yuyan": "language",
    "vuviec": "list",
    "cases": "list",
    "tracuu": "status",
    "status": "status",
    "hanxuly": "deadline",
    "deadline": "deadline",
    "tim": "search",
    "search": "search",
    "neuten": "unmask",
    "unmask": "unmask",
    "rut": "withdraw",
    "withdraw": "withdraw",
    "huy": "drop",
    "cancel": "drop",
    "quyenriengtu": "privacy",
    "privacy": "privacy",
    "doanhnghiep": "business",
    "business": "business",
}
_BEFORE_CONSENT = {"start", "help", "language", "privacy", "drop"}


def _commanded(tx: Tx, province: Province, incoming: Incoming, person: Individual) -> bool:
    """Do what the command says; False when it is not one of ours and so may be the beginning of a matter."""
    head, rest = typed.command(incoming.text)
    command = _COMMANDS.get(head, "")
    if not command:
        return bool(head) and (chats.private_command(tx, province, incoming, person) or _strange(tx, incoming, person))
    if person.consented_at is None and (command == "start" or command not in _BEFORE_CONSENT):
        greet(tx, province, person)
        return True
    match command:
        case "start" | "help":
            say(tx, person, Words("help"), keep_choices=True)
        case "language":
            _ask_language(tx, province, person, rest.lower())
        case "privacy":
            say(tx, person, Words("privacy"), keep_choices=True)
        case "drop":
            filing.drop(tx, person)
        case "business":
            filing.ask_business(tx, person)
        case "search":
            suggestions.look(tx, province, person, rest)
        case "unmask":
            unmasking.of_own(tx, province, person, own_cases.named(tx, person, rest))
        case _:
            own_cases.commanded(tx, person, command, rest)
    return True


def _strange(tx: Tx, incoming: Incoming, person: Individual) -> bool:
    """A lone command nobody knows is answered with those there are; with words after it, it may be a matter."""
    if person.consented_at is None or not _STRANGE_COMMAND.fullmatch(incoming.text.strip()):
        return False
    say(tx, person, Lines((Words("refused-unknown-command"), Words("help")), "\n\n"), keep_choices=True)
    return True


def _ask_language(tx: Tx, province: Province, person: Individual, wanted: str) -> None:
    if wanted:
        set_language(tx, province, person, wanted[:2])
    else:
        say(tx, person, Words("language-question"), (_languages(person),))


# ---------------------------------------------------------------- words


def _free(tx: Tx, province: Province, incoming: Incoming, person: Individual) -> None:
    """Words nobody asked for: to the case they answer or name, to the draft, or the question where they belong."""
    case = own_cases.meant(tx, incoming, person)
    if case is not None:
        additions.take_words(tx, province, incoming, person, case)
    elif typed.is_thanks(incoming.text) and not incoming.uploads:
        say(tx, person, Words("you-are-welcome"), keep_choices=True)
    elif filing.draft_of(person):
        _more_of_draft(tx, province, incoming, person)
    elif additions.place(tx, province, incoming, person):
        return
    else:
        filing.take(tx, province, incoming, person)


def _more_of_draft(tx: Tx, province: Province, incoming: Incoming, person: Individual) -> None:
    """More of the matter, unless it is one of the usual words for sending, changing or dropping it."""
    choice = next((each for each in _DRAFT_WORDS if typed.word(incoming.text, each)), "")
    if choice and not incoming.uploads:
        filing.tapped(tx, province, person, choice.removeprefix("d:"))
        return
    filing.take(tx, province, incoming, person)


def _expected(tx: Tx, province: Province, incoming: Incoming, person: Individual, step: str) -> None:
    """Words the bot has asked for; a reply to a message of another case, or its code, goes there all the same."""
    if additions.expected(tx, province, incoming, person, step):
        return
    match step:
        case "business" if len(incoming.text) > LONGEST_FIRM or incoming.uploads:
            filing.take(tx, province, incoming, person)
        case "business":
            _speaks_for(tx, province, incoming.text, person)
        case "rewrite":
            filing.rewrite(tx, province, incoming, person)
        case "draft":
            _free(tx, province, incoming, person)
        case _:
            person.conversation.pop("step", None)
            _free(tx, province, incoming, person)


def _speaks_for(tx: Tx, province: Province, text: str, person: Individual) -> None:
    """The answer to whom this person speaks for."""
    if typed.is_thanks(text):
        filing.ask_business(tx, person)
        return
    spoken = read_business(text)
    if not spoken.name and not spoken.tax_code:
        raise Refusal("refused-empty")
    people.speak_for(tx, person, spoken.name, spoken.tax_code)
    person.conversation.pop("step", None)
    filing.business_known(tx, province, person)


def _edited(tx: Tx, province: Province, incoming: Incoming, person: Individual) -> None:
    """A message changed after it was sent: what waits changes with it, officers are told of a filed one."""
    for each in person.conversation.get("before", ()):
        if each["id"] == incoming.message_id:
            each["text"] = incoming.text
            return
    if person.consented_at and not filing.edit(tx, province, person, incoming):
        additions.edit(tx, incoming, person)


# ---------------------------------------------------------------- taps


def tapped(tx: Tx, province: Province, person: Individual, data: str) -> None:
    """A button, or the same choice typed; its data is trusted no more than any other text."""
    verb, _, rest = data.partition(":")
    match verb:
        case "p":
            _personal(tx, province, person, rest)
        case "d" if person.consented_at is not None and rest.partition(":")[0] in taken.TAPS:
            taken.tapped(tx, province, person, rest)
        case "d" if person.consented_at is not None:
            filing.tapped(tx, province, person, rest)
        case "b" if person.consented_at is not None:
            additions.tapped(tx, province, person, rest)
        case "r":
            guests.tapped(tx, province, person, rest)
        case "d" | "b":
            greet(tx, province, person)
        case _:
            raise Refusal("refused-button")


def _personal(tx: Tx, province: Province, person: Individual, data: str) -> None:
    match data.split(":"):
        case ["agree"]:
            _consented(tx, province, person)
        case ["refuse"] if person.consented_at is None:
            _refused(tx, person)
        case ["lang", wanted]:
            set_language(tx, province, person, wanted)
        case _:
            raise Refusal("refused-button")
