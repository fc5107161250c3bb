"""A business in its private chat: to which of its conversations what it does belongs."""

from __future__ import annotations

import re

from domain.buttons import Button, Side
from domain.case.case import Tier
from domain.language import LANGUAGES
from domain.messages import Chat, Incoming, Lines, Words
from domain.refusals import Refusal
from domain.rights import notice
from handlers import buttons, commands, meanings, memory, typed
from handlers.admin import chats as admin
from handlers.business import filing, keeping, linking, meeting, speakers, suggestion_taps
from handlers.business.draft import drafts, suggestions
from handlers.business.draft.sent import take_in
from handlers.business.filed import additions, asking, case_taps, guests, own_cases, own_data, wishes
from handlers.commands import For, Given
from handlers.meanings import Meaning
from handlers.memory import Conversation, Step
from handlers.private_talk import chosen, hear, say, toast
from handlers.province import Province
from handlers.turn import Private
from storage import accounts, people
from storage.database import Tx
from storage.outgoing import outbox
from storage.people import Individual

_STRANGE_COMMAND = re.compile(r"/[A-Za-z]\w{0,31}(?:@\w+)?")
_TOLD_OTHERWISE = ("refused-state", "refused-button")
#: choices of the summary that are understood as words, whatever was offered last
_DRAFT_WORDS = (
    *(Button(Side.DRAFT, "send", tier=tier).data for tier in Tier),
    *(Button(Side.DRAFT, verb).data for verb in ("change", "drop")),
)


def handle(tx: Tx, province: Province, incoming: Incoming) -> None:
    """Whatever somebody does in their private chat with the bot."""
    known = people.find(tx, incoming.chat.network, incoming.sender.id)
    person, talk = (known, memory.of(known)) if known else _meet(tx, incoming)
    if incoming.chat.network in province.windows:
        accounts.heard(tx, incoming.chat)
    if not _is_at(person.chat, incoming.chat) or person.blocked_at:
        person.chat, person.blocked_at = incoming.chat, None
        people.save(tx, person)  # what this very turn has their case say goes to where they are now
        outbox.try_again(tx, incoming.chat)
    turn = Private(tx, province, incoming, person, talk)
    try:
        _route(turn)
    except Refusal as refusal:
        words = _for_business(refusal.words)
        if incoming.tap_id:
            toast(turn, words)
        else:
            say(turn, words, keep_choices=True)
    if person.consented_at and notice.is_outdated(person.notice):
        meeting.remind_of_notice(turn)
    if person.consented_at and incoming.sender.name and person.chat == person.home:
        person.name = talk.called or incoming.sender.name
    memory.keep(tx, person, talk)


def _is_at(chat: Chat, other: Chat) -> bool:
    return (chat.network, chat.id) == (other.network, other.id)


def _for_business(words: Words) -> Words:
    """A refusal that names an officer's command, with the one of a business instead."""
    if words.key not in _TOLD_OTHERWISE:
        return words
    return Words(f"{words.key}-own", {"code": words.args.get("code", ""), "state": words.args.get("state", "")})


def _meet(tx: Tx, incoming: Incoming) -> tuple[Individual, Conversation]:
    """Somebody new: until they consent not even the name is kept."""
    sender = incoming.sender
    asked_for = sender.language[:2]
    known = asked_for if asked_for in LANGUAGES else "en" if asked_for else ""
    person = people.meet(tx, incoming.chat, sender.id, "", known)
    talk = Conversation(language_guessed=bool(known))
    hear(person, talk, incoming.text)
    return person, talk


def _route(turn: Private) -> None:
    """In order: a tap, an edit, an album going on, a command, a typed choice, no consent, words asked for, the rest."""
    incoming = turn.incoming
    if incoming.tap_id or incoming.choice:
        tap(turn, incoming.choice)
        if incoming.tap_id:
            toast(turn, Words("nothing"))
    elif incoming.edited:
        _edit(turn)
    elif keeping.take(turn) or guests.take_for_guest(turn) or additions.continue_album(turn) or _command(turn):
        return
    elif choice := chosen(turn):
        tap(turn, choice)
    elif turn.who.consented_at is None:
        meeting.hold_until_consent(turn)
    elif not incoming.text.strip() and not incoming.uploads:
        say(turn, Words("untold" if incoming.untold else "unsupported"), keep_choices=True)
    elif turn.talk.step:
        _take_expected(turn)
    else:
        _take_free(turn)


# ---------------------------------------------------------------- commands


def _command(turn: Private) -> bool:
    """Do what the command says; False when it is not one of ours and so may be the beginning of a matter."""
    given = commands.read(turn.incoming.text, For.BUSINESS)
    if given is None:
        return _administer(turn) or _answer_strange(turn)
    if turn.who.consented_at is None and not given.command.before_consent:
        meeting.greet(turn)
        return True
    _carry_out(turn, given)
    return True


def _carry_out(turn: Private, given: Given) -> None:
    match given.verb:
        case "start" | "help":
            say(turn, Words("help"), keep_choices=True)
        case "language":
            meeting.choose_language(turn, given.rest.lower()[:2])
        case "privacy" | "data":
            _tell_of_data(turn, given)
        case "drop":
            drafts.drop(turn)
        case "business":
            drafts.ask_business(turn)
        case "link" | "part":
            linking.take(turn, given.verb, given.rest)
        case "search":
            suggestions.search_answers(turn, given.rest)
        case "unmask":
            own_cases.name_oneself(turn, own_cases.case_named(turn, given.rest))
        case _:
            own_cases.look_up(turn, given.verb, given.rest)


def _tell_of_data(turn: Private, given: Given) -> None:
    if given.verb == "data":
        own_data.show(turn, given.rest)
    else:
        say(turn, Lines(meeting.privacy(turn.province), "\n\n"), keep_choices=True)


def _administer(turn: Private) -> bool:
    return turn.incoming.text.startswith("/") and admin.answer_private(turn)


def _answer_strange(turn: Private) -> bool:
    """A lone command nobody knows is answered with those there are; with words after it, it may be a matter."""
    if turn.who.consented_at is None or not _STRANGE_COMMAND.fullmatch(turn.incoming.text.strip()):
        return False
    say(turn, Lines((Words("refused-unknown-command"), Words("help")), "\n\n"), keep_choices=True)
    return True


# ---------------------------------------------------------------- words


def _take_free(turn: Private) -> None:
    """Words nobody asked for: to the case they answer or name, to the draft, or the question where they belong."""
    text, is_mere = turn.incoming.text, meanings.is_mere_answer(turn.incoming.text) and not turn.incoming.uploads
    case = own_cases.case_meant(turn)
    if case is not None:
        additions.take_words(turn, case)
    elif wishes.grant(turn):
        return
    elif is_mere and meanings.says(text, Meaning.GREETING):
        say(turn, Words("greet-back"), keep_choices=True)
    elif is_mere and not meanings.is_courtesy(text) and (asked := additions.only_question(turn)):
        additions.add(turn, asked, take_in(turn))
    elif is_mere and typed.is_thanks(text) and (meanings.is_courtesy(text) or not turn.talk.draft):
        say(turn, Words("you-are-welcome"), keep_choices=True)
    elif turn.talk.draft:
        _take_more(turn, is_mere=is_mere)
    elif not is_mere and (asked := additions.only_question(turn)) and not additions.is_elsewhere(turn, asked):
        additions.add(turn, asked, take_in(turn))
    elif not additions.place(turn, is_mere=is_mere):
        drafts.take(turn)


def _take_more(turn: Private, *, is_mere: bool) -> None:
    """More of the matter; a mere answer sends, changes or drops it or is asked about, and never becomes its text."""
    if typed.is_data_request(turn.incoming.text):
        drafts.set_aside(turn)
    choice = next((each for each in _DRAFT_WORDS if typed.word(turn.incoming.text, each)), "")
    if not is_mere:
        drafts.take(turn)
    elif choice:
        tap(turn, choice)
    else:
        say(turn, Words("draft-unclear"), keep_choices=True)


def _take_expected(turn: Private) -> None:
    """Words the bot has asked for; a reply to a message of another case, or its code, goes there all the same."""
    if asking.take_words(turn) or additions.take_expected(turn):
        return
    match turn.talk.step:
        case Step.BUSINESS:
            speakers.take(turn)
        case Step.REWRITE:
            drafts.rewrite(turn)
        case Step.DRAFT:
            _take_free(turn)
        case _:
            turn.talk.forget("step")
            _take_free(turn)


def _edit(turn: Private) -> None:
    """A message changed after it was sent: what waits changes with it, officers are told of a filed one."""
    if meeting.edit_early(turn.talk, turn.incoming):
        return
    if turn.who.consented_at and not drafts.edit(turn):
        additions.edit(turn)


# ---------------------------------------------------------------- taps


def tap(turn: Private, data: str) -> None:
    """A button, or the same choice typed."""
    button = buttons.read(data, buttons.PRIVATE)
    if button.side is Side.PERSON:
        _tap_personal(turn, button)
    elif button.side is Side.GUEST:
        guests.tap_as_guest(turn, button)
    elif turn.who.consented_at is None:
        meeting.greet(turn)
    elif button.side is Side.OWN:
        case_taps.tap_case(turn, button)
    elif button.verb in suggestion_taps.TAPS:
        suggestion_taps.tap_suggestion(turn, button)
    else:
        filing.tap_draft(turn, button)


def _tap_personal(turn: Private, button: Button) -> None:
    match button.verb:
        case "lang":
            meeting.choose_language(turn, button.language)
        case "agree":
            meeting.consent(turn)
        case "data" if not button.wish:
            own_data.show(turn, "")
        case "data" | "data-yes" | "data-no" | "data-drop":
            asking.tap(turn, button)
        case "link-yes" | "link-no":
            linking.answer(turn, button.verb == "link-yes")
        case "refuse" if turn.who.consented_at is None or notice.is_outdated(turn.who.notice):
            meeting.refuse(turn)
        case _:
            raise Refusal("refused-button")
