"""From the first words to a filed case: hold, guess, sum up, change, send."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime

from domain.case import confidentiality, moves
from domain.case import draft as intake
from domain.case.case import UNKNOWN, Case, Matter, Tier
from domain.case.draft import Draft, Guess, Speaker
from domain.case.moves import Filing
from domain.language import LANGUAGES
from domain.messages import Choice, Incoming, Name, Network, Upload, Value, Words, to_chat
from domain.province.catalogue import TASK_GROUP, Step
from domain.refusals import Missing, Refusal
from domain.routing.conduct import is_denunciation
from handlers import recording, typed
from handlers.business import anonymous, suggestions
from handlers.province import Province
from handlers.telling import actor, hear, offer, say
from storage import claims, files, messages, outbox, people
from storage.database import Tx
from storage.people import Individual

ENOUGH_WORDS = 3
_KINDS = (Matter.OBSTACLE, Matter.PROPOSAL, Matter.FEEDBACK, Matter.COMPLAINT)


def draft_of(person: Individual) -> Draft | None:
    """The person's unfinished filing, or None."""
    return intake.load(person.conversation.get("draft"))


def _keep(person: Individual, draft: Draft) -> None:
    person.conversation["draft"] = intake.dump(draft)


@dataclass(frozen=True, slots=True)
class Sent:
    """One message of a business, its files announced."""

    message_id: str = ""
    text: str = ""
    files: tuple[int, ...] = ()
    album: str = ""


def uploads(tx: Tx, province: Province, incoming: Incoming, person: Individual) -> tuple[int, ...]:
    """Announce what came with a message."""
    return announced(tx, province, incoming.chat.network, incoming.uploads, person)


def announced(
    tx: Tx, province: Province, network: Network, attached: tuple[Upload, ...], person: Individual
) -> tuple[int, ...]:
    """Announce what was attached; a file over the limit is refused by name, the rest goes on."""
    taken: list[int] = []
    for upload in attached:
        if upload.size > province.largest_file:
            size = province.largest_file // 1_000_000
            say(tx, person, Words("refused-file-size", {"name": upload.name or "?", "size": size}), keep_choices=True)
            continue
        taken.append(files.announce(tx, network, upload, person.id))
    return tuple(taken)


def take(tx: Tx, province: Province, incoming: Incoming, person: Individual) -> None:
    """Add what was sent to the draft, beginning one if there is none, and say what comes next."""
    taken = uploads(tx, province, incoming, person)
    if taken or incoming.text.strip():
        begin(tx, province, person, Sent(incoming.message_id, incoming.text, taken, incoming.album))
        go_on(tx, province, person, album=incoming.album)


def begin(tx: Tx, province: Province, person: Individual, sent: Sent) -> None:
    """Add a message to the draft, beginning one if there is none."""
    draft = draft_of(person) or Draft(begun_at=tx.now.isoformat())
    if intake.is_cut(draft, sent.text, sent.files) and not (sent.album and sent.album == draft.album):
        facts: dict[str, Value] = {"files": intake.MOST_FILES, "letters": intake.LONGEST_TEXT}
        say(tx, person, Words("draft-full", facts), keep_choices=True)
    draft = intake.with_message(draft, sent.message_id or f"{len(draft.texts)}", sent.text, sent.files, sent.album)
    if sent.text:
        hear(person, sent.text)
        draft = intake.guessed(draft, _guess(province, draft.text))
        if typed.is_data_request(draft.text):
            draft = replace(draft, department="", topic="", kind=Matter.FEEDBACK, corrected=True)
    _keep(person, draft)


def _guess(province: Province, text: str) -> Guess:
    """Routing's guess with the province's thresholds; the task group's own key means that nobody else is likely."""
    ranked = province.router().rank(text)
    triage = province.catalogue.triage
    best = [
        (key, chance) for key, chance in ranked.departments if key != TASK_GROUP and chance >= triage.task_group_below
    ]
    first = ranked.departments[0][0]
    return Guess(
        kind=ranked.kind,
        departments=tuple(key for key, _ in best),
        topic=ranked.topic,
        reason=tuple(ranked.reason),
        is_sure=bool(best) and best[0][1] >= triage.propose_alone_above and _says_enough(text),
        is_conduct=ranked.conduct,
        conduct_to="" if first == TASK_GROUP else first,
        together=ranked.together,
    )


def _says_enough(text: str) -> bool:
    """A greeting or a word or two may look certain to a sum of words; it is not."""
    return len(text.split()) >= ENOUGH_WORDS or sum("\u3400" <= letter <= "\u9fff" for letter in text) >= ENOUGH_WORDS


def go_on(tx: Tx, province: Province, person: Individual, *, album: str = "") -> None:
    """The next thing to say about the draft: a denunciation's way, for whom it speaks, or the summary."""
    draft = draft_of(person)
    if draft is None:
        raise Refusal("refused-no-draft")
    again = bool(album) and person.conversation.get("album") == [album, 0]
    person.conversation["album"] = [album, 0]
    if _turned_away(tx, person, draft):
        return
    if person.business == 0 and not person.conversation.get("no_business"):
        if not again:
            ask_business(tx, person)
    else:
        _sum_up(tx, province, person, draft, edit=again)


def ask_business(tx: Tx, person: Individual) -> None:
    """For whom do you speak? Known businesses as buttons; no code is needed."""
    person.conversation["step"] = "business"
    firms = people.firms_of(tx, person.id)
    rows = [(Choice(firm.name or firm.tax_code, f"d:firm:{firm.id}"),) for firm in firms]
    rows.append((Choice(Words("button-no-business"), "d:skip"),))
    say(tx, person, Words("business-question"), tuple(rows))


def _sum_up(tx: Tx, province: Province, person: Individual, draft: Draft, *, edit: bool) -> None:
    firm = people.firm(tx, person.business)
    speaker = Speaker(firm.name, firm.tax_code) if firm else None
    to = to_chat(person.chat, person.language or "vi")
    name, code = (firm.name, firm.tax_code) if firm else ("", "")
    masked = confidentiality.preview(draft.text, name, code, person.name)
    notice = intake.summary(draft, speaker, to, _due(tx, province, draft), edit=edit, masked=masked)
    more = suggestions.make(tx, province, person, draft)
    outbox.post(tx, notice)
    offer(person, (*notice.choices, *more))
    person.conversation["step"] = "draft"


def _due(tx: Tx, province: Province, draft: Draft) -> datetime:
    """When an answer would be due if the draft were sent now."""
    promise = province.terms.promise(_step(draft), draft.kind, draft.topic, draft.department)
    return province.terms.deadline(promise, tx.now).due_at


def _step(draft: Draft) -> Step:
    """The law gives a request about personal data a time of its own."""
    return Step.DATA_REQUEST if typed.is_data_request(draft.text) else Step.RESOLVE


# ---------------------------------------------------------------- taps


def tapped(tx: Tx, province: Province, person: Individual, data: str) -> None:
    """A choice on the draft."""
    draft = draft_of(person)
    verb, _, value = data.partition(":")
    if verb in {"firm", "skip"}:
        _speaks_for(tx, province, person, value)
        return
    if draft is None:
        raise Refusal("refused-no-draft")
    match verb:
        case "send" | "anonymous" if (value or verb) in set(Tier):
            _send(tx, province, person, draft, Tier(value or verb), is_explained=verb == "anonymous")
        case "drop":
            drop(tx, person)
        case "change":
            _offer_changes(tx, person)
        case "pick":
            _offer(tx, province, person, draft, value)
        case "dept":
            _choose_department(tx, province, person, draft, value)
        case "kind" if value in set(Matter):
            _change(tx, province, person, replace(draft, kind=value, kind_chosen=True))
        case "back":
            go_on(tx, province, person)
        case _:
            raise Refusal("refused-button")


def _speaks_for(tx: Tx, province: Province, person: Individual, value: str) -> None:
    if value:
        known = {str(firm.id): firm for firm in people.firms_of(tx, person.id)}
        if value not in known:
            raise Refusal("refused-button")
        person.business = known[value].id
    else:
        person.business = 0
        person.conversation["no_business"] = True
    person.conversation.pop("step", None)
    business_known(tx, province, person)


def business_known(tx: Tx, province: Province, person: Individual) -> None:
    """It has been said for whom this person speaks: on with the draft, or a word that it was noted."""
    if draft_of(person):
        go_on(tx, province, person)
        return
    firm = people.firm(tx, person.business)
    who = intake.named(firm.name, firm.tax_code) if firm else intake.named("", "")
    say(tx, person, Words("business-set", {"who": who}))


def drop(tx: Tx, person: Individual) -> None:
    """Forget the draft and whatever was being asked."""
    draft, held = draft_of(person), person.conversation.get("held")
    files.forget(tx, (*(draft.files if draft else ()), *(held["files"] if held else ())))
    had = bool(person.conversation.pop("draft", None) or person.conversation.pop("held", None))
    for key in ("step", "case", "choices", "album"):
        person.conversation.pop(key, None)
    say(tx, person, Words("dropped" if had else "nothing-to-drop"))


def put_away(person: Individual) -> None:
    """The draft is no longer being written, and nothing is asked about it."""
    for key in ("draft", "step", "choices", "album", "passed"):
        person.conversation.pop(key, None)


def _offer_changes(tx: Tx, person: Individual) -> None:
    rows = tuple(
        (Choice(Words(f"button-change-{what}"), f"d:pick:{what}"),)
        for what in ("department", "kind", "business", "text")
    )
    say(tx, person, Words("change-question"), (*rows, (Choice(Words("button-back"), "d:back"),)))


def _offer(tx: Tx, province: Province, person: Individual, draft: Draft, what: str) -> None:
    back = (Choice(Words("button-back"), "d:back"),)
    match what:
        case "kind":
            rows = tuple((Choice(Words(f"kind-{kind}"), f"d:kind:{kind}"),) for kind in _KINDS)
            say(tx, person, Words("kind-question"), (*rows, back))
        case "department":
            unknown = (Choice(Words("button-unknown"), "d:dept:?"),)
            say(tx, person, Words("department-question"), (*_departments(province, draft), unknown, back))
        case "business":
            person.conversation.pop("step", None)
            person.conversation.pop("no_business", None)
            ask_business(tx, person)
        case "text":
            person.conversation["step"] = "rewrite"
            say(tx, person, Words("text-question"), (back,))
        case _:
            raise Refusal("refused-button")


def _departments(province: Province, draft: Draft) -> tuple[tuple[Choice, ...], ...]:
    """The best guesses first, then every department that takes cases (communes are named in the text instead)."""
    listed = [
        each.key
        for each in province.catalogue.departments
        if each.takes_cases and not each.successor and not each.former_district and each.kind != "commune"
    ]
    keys = dict.fromkeys([*draft.offered, *listed])
    return tuple((Choice(Name("department", key), f"d:dept:{key}"),) for key in keys)


def _choose_department(tx: Tx, province: Province, person: Individual, draft: Draft, value: str) -> None:
    if value == "?":
        changed = replace(draft, department="", topic="", together=(), corrected=True)
    else:
        department = province.catalogue.department(value)
        if department is None or not department.takes_cases or department.successor:
            raise Refusal("refused-button")
        topic = draft.topic if _topic_of(province, draft.topic) == value else ""
        together = draft.together if value in draft.offered[:1] else ()
        changed = replace(draft, department=value, topic=topic, together=together, corrected=True, is_conduct=False)
    _change(tx, province, person, changed)


def _topic_of(province: Province, topic: str) -> str:
    found = province.catalogue.topic(topic)
    return found.department if found else ""


def _turned_away(tx: Tx, person: Individual, draft: Draft) -> bool:
    """True for a denunciation: it is not kept, and its author is told the formal way."""
    if not is_denunciation(draft.text):
        return False
    files.forget(tx, draft.files)
    put_away(person)
    say(tx, person, Words("denunciation"))
    return True


def _change(tx: Tx, province: Province, person: Individual, draft: Draft) -> None:
    _keep(person, draft)
    _sum_up(tx, province, person, draft, edit=False)


# ---------------------------------------------------------------- sending and editing


def _send(tx: Tx, province: Province, person: Individual, draft: Draft, tier: Tier, *, is_explained: bool) -> None:
    """The tap that sends; the first one for anonymous tells what that means."""
    if _turned_away(tx, person, draft):
        return
    if not draft.text and not draft.files:
        raise Missing("refused-empty")
    if not draft.is_decided:
        raise Missing("refused-department-first")
    if tier is Tier.ANONYMOUS and not is_explained:
        anonymous.explain(tx, person, draft)
    else:
        _file(tx, province, person, draft, tier)


def _file(tx: Tx, province: Province, person: Individual, draft: Draft, tier: Tier) -> None:
    """The case exists from here on."""
    firm = people.firm(tx, person.business)
    code = _code(tx, province)
    filing = Filing(
        id=claims.take_number(tx, "cases"),
        code=code,
        kind=Matter(draft.kind or Matter.OBSTACLE),
        department=draft.department,
        topic=draft.topic,
        tier=tier,
        language=person.language if person.language in LANGUAGES else "vi",
        business=firm.id if firm else 0,
        business_name=firm.name if firm else "",
        tax_code=firm.tax_code if firm else "",
        text=draft.text,
        files=draft.files,
        together=draft.together,
        accused=_accused(province, draft, tier),
        term=province.terms.filed(tx.now, draft.kind, draft.topic, draft.department, _step(draft)),
    )
    if tier is Tier.ANONYMOUS:
        anonymous.file(tx, person, draft, filing)
        return
    decision = moves.file(filing, actor(person), tx.now)
    recording.record(tx, decision)
    for message_id, part in draft.texts.items():
        messages.remember(
            tx, person.chat, messages.Known(message_id, decision.case.id, "", "", {"own": True, "part": part})
        )
    put_away(person)


def _accused(province: Province, draft: Draft, tier: Tier) -> tuple[str, ...]:
    """Whose officials a text complains of; whoever names themselves to a department of their choice knows to whom."""
    if tier is Tier.OPEN and not draft.is_conduct:
        return ()
    ranked = province.router().rank(draft.text)
    return (ranked.accused or (UNKNOWN,)) if ranked.conduct else ()


def _code(tx: Tx, province: Province) -> str:
    year = tx.now.astimezone(province.catalogue.timezone).year
    number = claims.take_number(tx, f"code-{year}")
    return f"{province.catalogue.code_prefix}{year % 100:02d}-{number:05d}"


def rewrite(tx: Tx, province: Province, incoming: Incoming, person: Individual) -> None:
    """The words of the draft are replaced by these; its files stay."""
    draft = draft_of(person)
    if draft is None:
        raise Refusal("refused-no-draft")
    if incoming.text.strip():
        _keep(person, replace(draft, texts={}))
    take(tx, province, incoming, person)


def edit(tx: Tx, province: Province, person: Individual, incoming: Incoming) -> bool:
    """An edited message that is part of the draft changes it; False when it is not."""
    draft = draft_of(person)
    if draft is None or incoming.message_id not in draft.texts:
        return False
    draft = replace(draft, texts={**draft.texts, incoming.message_id: incoming.text})
    draft = intake.guessed(draft, _guess(province, draft.text))
    _keep(person, draft)
    if not _turned_away(tx, person, draft) and person.conversation.get("step") == "draft":
        _sum_up(tx, province, person, draft, edit=True)
    return True


def whole_text(tx: Tx, case: Case, incoming: Incoming) -> str:
    """The text of a filed case with one of its messages changed."""
    known = messages.find(tx, incoming.chat, incoming.message_id)
    old = known.note.get("part", "") if known else ""
    messages.remember(
        tx, incoming.chat, messages.Known(incoming.message_id, case.id, "", "", {"own": True, "part": incoming.text})
    )
    if not old:
        return f"{case.text}\n{incoming.text}"
    # a message is a whole paragraph of the text: "A" must not be found inside another one
    return re.sub(rf"(?:^|(?<=\n)){re.escape(old)}(?=\n|$)", lambda _: incoming.text, case.text, count=1)
