"""The first meeting: who we are, who sees what, the consent, and the language to speak."""

from __future__ import annotations

from domain.buttons import Button, Side
from domain.language import LANGUAGES
from domain.messages import Choice, Incoming, Lines, Translated, Value, Words
from domain.refusals import Refusal
from domain.rights import notice
from handlers import meanings
from handlers.business import unkept
from handlers.business.draft import drafts
from handlers.business.draft.sent import Sent, announce
from handlers.memory import Conversation, Early, Step
from handlers.private_talk import Rows, hear, languages, say
from handlers.province import Province
from handlers.turn import Private

MOST_BEFORE_CONSENT = 60


def greet(turn: Private) -> None:
    """Who we are, who sees what, how long, which rights; and the question for consent."""
    name = turn.province.catalogue.province_name(turn.who.language or "vi")
    words = (Words("greeting", {"province": name}), *privacy(turn.province), Words("consent-question"))
    turn.talk.awaits(Step.CONSENT)
    say(turn, Lines(words, "\n\n"), _consent_choices(turn))


def privacy(province: Province) -> tuple[Words, Words]:
    """The notice: who answers for the data, who sees it, how long, which rights; what a messenger keeps."""
    found = province.catalogue.privacy
    facts: dict[str, Value] = {
        "version": notice.VERSION,
        "controller": Translated(found.controller) if found.controller else Words("task-group"),
        "phone": found.telephone or province.catalogue.task_group_phone or "–",
        "days": province.backup_days,
    }
    return Words("privacy", facts), Words("privacy-abroad")


def ask_anew(turn: Private) -> None:
    """The notice says something else than what this person agreed to: they read it, once, and are asked again."""
    turn.talk.noticed = notice.VERSION
    words = (Words("privacy-anew"), *privacy(turn.province), Words("consent-question"))
    say(turn, Lines(words, "\n\n"), _consent_choices(turn))


def remind_of_notice(turn: Private) -> None:
    """Once a version, beside whatever was done: a new notice is in force."""
    if turn.talk.noticed != notice.VERSION:
        turn.talk.noticed = notice.VERSION
        words = (Words("privacy-anew"), *privacy(turn.province), Words("consent-question"))
        say(turn, Lines(words, "\n\n"), _consent_choices(turn), keep_choices=True)


def _consent_choices(turn: Private) -> Rows:
    agree = (_personal("agree"), _personal("refuse"))
    return (agree, languages(turn))


def _personal(reply: str) -> Choice:
    return Choice(Words(f"button-{reply}"), Button(Side.PERSON, reply).data)


def hold_until_consent(turn: Private) -> None:
    """What is sent before the consent waits in the conversation alone, nothing downloaded; refusing forgets it."""
    talk, incoming = turn.talk, turn.incoming
    hear(turn.who, talk, incoming.text)
    is_album_going_on = bool(incoming.album and talk.before and talk.before[-1].album == incoming.album)
    # a greeting, or a word that answers nothing, is no matter to keep: it would become the text of a case
    says_something = bool(incoming.text.strip()) and not meanings.is_mere_answer(incoming.text)
    if (says_something or incoming.uploads) and len(talk.before) < MOST_BEFORE_CONSENT:
        talk.before.append(Early(incoming.message_id, incoming.text, list(incoming.uploads), incoming.album))
    talk.since = talk.since or turn.tx.now
    if talk.step is not Step.CONSENT:
        greet(turn)
    elif not is_album_going_on:
        say(turn, Words("consent-question"), _consent_choices(turn))


def edit_early(talk: Conversation, incoming: Incoming) -> bool:
    """A message that waits for the consent was edited; False when it is none of those."""
    for each in talk.before:
        if each.id == incoming.message_id:
            each.text = incoming.text
            return True
    return False


def consent(turn: Private) -> None:
    """From now on what is written counts, what waited first."""
    who, talk = turn.who, turn.talk
    if who.consented_at is None or notice.is_outdated(who.notice):
        who.consented_at = turn.tx.now
    who.notice = notice.VERSION
    early = talk.before
    talk.forget("step", "since", "before")
    for each in early:
        drafts.begin(turn, Sent(each.id, each.text, announce(turn, each.files), each.album))
    if talk.draft:
        drafts.go_on(turn)
    else:
        say(turn, Words("welcome"))


def refuse(turn: Private) -> None:
    """Nothing of what was written is kept, and nothing more taken in; cases that were sent go on."""
    turn.talk.forget()
    turn.who.consented_at, turn.who.notice = None, 0
    unkept.forget_from(turn.tx, turn.who.chat, "")
    say(turn, Words("refused-consent"))


def choose_language(turn: Private, wanted: str) -> None:
    """Speak this language from now on, and ask again what was being asked; without one, ask which."""
    if not wanted:
        say(turn, Words("language-question"), (languages(turn),))
        return
    if wanted not in LANGUAGES:
        raise Refusal("refused-language")
    turn.who.language = wanted
    turn.talk.language_guessed = False
    if turn.who.consented_at is None:
        greet(turn)
        return
    say(turn, Words("language-set"), keep_choices=bool(turn.talk.step))
    if turn.talk.draft:
        drafts.go_on(turn)
    elif turn.talk.step is Step.BUSINESS:
        drafts.ask_business(turn)
