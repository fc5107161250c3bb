"""Every sentence the code says exists in three languages, takes what the code gives it, and fits where it is shown."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast as ftl
from fluent.syntax import parse
from fluent.syntax.visitor import Visitor

from bot.watch.alarms import ALARMS
from domain.case import cards
from domain.case.case import Actor, Entry, Matter, Move, Outcome, Role, State, Tier
from domain.deadline.promises import Look
from domain.deadline.public_holidays import Occasion
from domain.foreign import NAMED
from domain.language import HAN, LANGUAGES, MARK
from domain.messages import Words
from domain.oversight.directives import Standing, Subject
from domain.oversight.disputes import Risk
from domain.oversight.terms import Watch
from domain.province.catalogue import Unit
from domain.rights.requests import NEEDS_WORDS
from domain.rights.requests import Standing as DataStanding
from domain.rights.requests import Wish as DataWish
from domain.statistics.counting import Dimension
from domain.statistics.definitions import DEFINITIONS, Basis, Measure
from domain.statistics.proposals import Wish
from domain.statistics.reports import Delay
from domain.statistics.shares import AGE_BANDS
from domain.statistics.signals import Aspect
from handlers import commands, typed
from handlers.admin import chats
from handlers.business import dispatch
from handlers.business.draft import changes
from handlers.business.filed import guests
from handlers.business.filed import told as told_own
from handlers.clock import mornings
from handlers.commands import COMMANDS, IN_GROUP, For
from handlers.officer import cards as officer
from handlers.queue import View
from handlers.rights.accesses import What
from handlers.rights.erasing import Kind
from handlers.task_group import reporting

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "locales"
LONGEST_LABEL = 30
LONGEST_TOAST = 200
LONGEST_INTRODUCTION = 900

HELD = ("wanted", "send", "answer", "note")
_ROWS = (*cards._BUTTONS.values(), cards._FOR_TASK_GROUP, cards._FOR_PART, (("publish",),))
CARD_VERBS = {verb for rows in _ROWS for row in rows for verb in row}
PROPOSED = ("transfer", "extend")
VERDICTS = (Outcome.SOLVED, Outcome.PARTLY, Outcome.NOT_SOLVED, Outcome.EXPLAINED)
CHANGES = ("department", "kind", "business", "text")
TASK_GROUPS_OWN = [f"{each.verb}-task-group" for each in COMMANDS if each.whose & IN_GROUP == For.TASK_GROUP]

FIGURES = [each.key for each in DEFINITIONS]

#: every key the code puts together → the parts it may be put together from
EXPANSIONS = {
    "about-{kind}": Aspect,
    "access-{line.what}": What,
    "button-change-{what}": CHANGES,
    "button-held-{what}": HELD,
    "button-held-{verb}": ("report", "return", "word", "cancel"),
    "button-directive-{verb}": ("report", "accept", "return", "give", "who", "days", "drop"),
    "button-send-{tier}": Tier,
    "button-{outcome}": VERDICTS,
    "button-{verb}": CARD_VERBS,
    "button-{wish}": ("add", "withdraw", "withdraw-yes", "keep", "print", "not-solved"),
    "button-link-{each}": ("yes", "no"),
    "button-{reply}": ("agree", "refuse"),
    "basis-{each.basis}": Basis,
    "button-data-{verb}": ("accept", "carry", "refuse"),
    "button-data-{wish}": DataWish,
    "data-card-means-{request.wish}": DataWish,
    "data-done-{request.wish}": [each for each in DataWish if each is not DataWish.COPY],
    "data-gone-{kind}": Kind,
    "data-is-{request.standing}": DataStanding,
    "data-sure-{wish}": ("withdraw", "restrict", "delete"),
    "data-told-{entry.step}": ("accepted", "extended", "refused", "dropped"),
    "data-wish-{request.wish}": DataWish,
    "data-words-{wish}": NEEDS_WORDS,
    "delay-{case.delay}": Delay,
    "delay-{delay}": Delay,
    "risk-{risk}": Risk,
    "stake-{band}": "1234",
    "directive-by-{'leadership' if actor.role is Role.LEADERSHIP else 'task-group'}": ("leadership", "task-group"),
    "directive-held-{pressed.verb}": ("report", "return", "word", "cancel"),
    "directive-is-{directive.standing}": Standing,
    "directive-is-{each.standing}": Standing,
    "dispute-is-{each.dispute}": ("yes", "suspected"),
    "pci-{place}": [f"{number:02d}" for number in range(1, 11)],
    "alarm-{alarm.name}-over": [f"{each.name}-over" for each in ALARMS],
    "directive-on-{directive.subject}": Subject,
    "directive-told-{entry.step}": ("returned", "word", "accepted", "cancelled"),
    "figure-{band}": AGE_BANDS,
    "figure-{each}": AGE_BANDS,
    "figure-{key}": FIGURES,
    "figure-{self.key}": FIGURES,
    "figure-{self.key}-means": [f"{key}-means" for key in FIGURES],
    "language-{key}": LANGUAGES,
    "language-{language}": LANGUAGES,
    "language-{case.language}": LANGUAGES,
    "language-{tongue}": LANGUAGES,
    "measure-{each.measure}": Measure,
    "pci-{each}": [f"{number:02d}" for number in range(1, 11)],
    "pci-{key}": [f"{number:02d}" for number in range(1, 11)],
    "report-by-{dimension}": Dimension,
    "state-{each}": State,
    "state-{each.state}": State,
    "wish-{task.wish}": Wish,
    "card-proposed-{proposed.verb}": PROPOSED,
    "card-{what}": ("transfers", "followers", "reopened"),
    "queue-{view}": View,
    "card-want-{verb}": officer.NEEDS_WORDS,
    "held-{what}": HELD,
    "kind-{case.kind}": Matter,
    "kind-{draft.kind or Matter.OBSTACLE}": Matter,
    "kind-{each}": Matter,
    "kind-{key}": Matter,
    "kind-{kind}": Matter,
    "language-{each}": LANGUAGES,
    "outcome-{each}": Outcome,
    "outcome-{case.outcome}": Outcome,
    "outcome-{entry.facts['outcome']}": Outcome,
    "outcome-{outcome}": Outcome,
    "refused-{given.verb}-task-group": TASK_GROUPS_OWN,
    "role-{entry.actor.role}": Role,
    "role-{told.role}": Role,
    "look-{what.partition(':')[0]}": Look,
    "morning-{what}": mornings._ORDER,
    "morning-{line.what}": Watch,
    "proposed-{proposed.verb}": PROPOSED,
    "state-{case.state}": State,
    "state-{lead.state}": State,
    "state-{other.state}": State,
    "toast-held-{what}": HELD,
    "tongue-{code}": NAMED,
    "told-{entry.move}": Move,
    "told-{move}": Move,
    "mine-{move}": told_own._MINE,
    "{words.key}-own": [f"{each}-own" for each in dispatch._TOLD_OTHERWISE],
    "counting-{why['unit']}": (Unit.WORKING_DAYS, Unit.WORKING_HOURS, Unit.CALENDAR_DAYS),
    "occasion-{each}": Occasion,
    "weekday-{day}": "0123456",
    "weekday-{day.weekday()}": "0123456",
    "weekday-{local.weekday()}": "0123456",
}
#: keys in a variable whose values are listed elsewhere in the code
LISTED = {"role": chats.ROLES[1:], "_CHOOSE": officer._CHOOSE.values(), "_SAID": guests._SAID.values()}
#: what makes sentences out of keys it is given, and so names none itself
PASSED_ON = {"storage/outgoing/notices.py", "domain/refusals.py"}
#: said for failures at the edge; each stands here until the code says it
FOR_THE_EDGE = {"part-continued", "channel-choices"}
REFUSALS = {"Refusal", "NotNow", "Missing", "NotYours"}
SENTENCES = {"Words", "_sentence"}

#: long but likely values
SAMPLES: dict[str, str | int] = {
    "code": "LS26-00123",
    "name": "Nguyễn Thị Phương Thảo",
    "state": "Đã trả lời, chờ xác nhận",
    "text": "12345678901234567",
    "extra": "3",
    "hidden": "yes",
    "number": 12,
    "count": 2,
    "files": 2,
    "days": 10,
    "longest": 20,
    "size": 20,
    "stars": 4,
    "share": 75,
    "day": 9,
    "firstday": 2,
    "lastday": 9,
    "month": 11,
}
NUMBERS = {
    "hours",
    "minutes",
    "usual",
    "free",
    "seconds",
    "cases",
    "received",
    "answered",
    "ontime",
    "solved",
    "partly",
    "notsolved",
    "silent",
    "overdue",
    "open",
    "waiting",
    "more",
}
#: Vietnamese names that stand in every language
EVERYWHERE = re.compile(r"Gỡ Vướng|Ngôn ngữ|Tiếng Việt|中文|语言")
#: `$code` is a tax code here
TAX_CODES = {"business-with-code", "business-code-only", "refused-tax-code"}


# ---------------------------------------------------------------- what the code says


@dataclass(frozen=True, slots=True)
class Said:
    """One place in the code that says a sentence: `args` are the variables it gives, None where that cannot be read."""

    key: str
    args: frozenset[str] | None
    is_refusal: bool
    where: str
    pattern: str = ""


class Sayings(ast.NodeVisitor):
    """Collects what a module says."""

    def __init__(self, module: ast.Module, file: str) -> None:
        self.module = module
        self.file = file
        self.functions: list[ast.FunctionDef | ast.AsyncFunctionDef] = []
        self.found: list[Said] = []

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._function(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self._function(node)

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        self.functions.append(node)
        self.generic_visit(node)
        self.functions.pop()

    def visit_Call(self, node: ast.Call) -> None:
        name = _called(node)
        if name in REFUSALS | SENTENCES and node.args:
            where = f"{self.file}:{node.lineno}"
            args, pattern = self._args(node), _pattern(node.args[0])
            for key in self._keys(node.args[0], where):
                self.found.append(Said(key, args, name in REFUSALS, where, pattern))
        self.generic_visit(node)

    def _keys(self, node: ast.expr, where: str) -> Iterator[str]:
        match node:
            case ast.Constant(value=str(key)):
                yield key
            case ast.IfExp(body=body, orelse=orelse):
                yield from self._keys(body, where)
                yield from self._keys(orelse, where)
            case ast.JoinedStr():
                pattern = _pattern(node)
                assert pattern in EXPANSIONS, f"{where}: add “{pattern}” to EXPANSIONS with what it may become"
                prefix = pattern.partition("{")[0]
                yield from (f"{prefix}{part}" for part in EXPANSIONS[pattern])
            case ast.Name(id=name) | ast.Subscript(value=ast.Name(id=name)) if name in LISTED:
                yield from LISTED[name]
            case ast.Name(id=name):
                yield from self._keys_named(name, where)
            case ast.Attribute(attr="key"):
                return  # the sentence of a notice already made, said at delivery
            case _:
                pytest.fail(f"{where}: cannot tell which key {ast.unparse(node)} is")

    def _keys_named(self, name: str, where: str) -> Iterator[str]:
        """The keys a variable may hold: assigned in the function, or given to it by its callers in the module."""
        if not self.functions:
            pytest.fail(f"{where}: a key in the module-wide variable {name}")
        function = self.functions[-1]
        parameters = [each.arg for each in function.args.args if each.arg != "self"]
        if name in parameters:
            place = parameters.index(name)
            for call in ast.walk(self.module):
                if isinstance(call, ast.Call) and _called(call) == function.name and len(call.args) > place:
                    yield from self._keys(call.args[place], where)
            return
        for value in _assigned(function, name):
            yield from self._keys(value, where)

    def _args(self, call: ast.Call) -> frozenset[str] | None:
        if _called(call) in REFUSALS:
            return frozenset(each.arg for each in call.keywords if each.arg)
        return self._names(call.args[1]) if len(call.args) > 1 else frozenset()

    def _names(self, node: ast.expr) -> frozenset[str] | None:
        """The keys of a dict written out, held in a variable of the function, or returned by one of the module's."""
        match node:
            case ast.Dict(keys=keys, values=values):
                parts = [
                    self._names(value) if key is None else frozenset({str(ast.literal_eval(key))})
                    for key, value in zip(keys, values, strict=True)
                ]
                return _union(parts)
            case ast.Name(id=name) if self.functions:
                return self._filled(self.functions[-1], name)
            case ast.Call(func=ast.Name(id=name)):
                functions = [
                    each for each in ast.walk(self.module) if isinstance(each, ast.FunctionDef) and each.name == name
                ]
                returned = [
                    self._filled(each, value.id) if isinstance(value, ast.Name) else self._names(value)
                    for each in functions
                    for value in _returned(each)
                ]
                return _union(returned) if returned else None
        return None

    def _filled(self, function: ast.FunctionDef | ast.AsyncFunctionDef, name: str) -> frozenset[str] | None:
        """The keys of a dict in a local variable, with those set on it later."""
        assigned = [self._names(value) for value in _assigned(function, name)]
        later = [
            frozenset({str(target.slice.value)})
            for each in ast.walk(function)
            if isinstance(each, ast.Assign)
            for target in each.targets
            if isinstance(target, ast.Subscript) and isinstance(target.slice, ast.Constant)
            if ast.unparse(target.value) == name
        ]
        return _union([*assigned, *later]) if assigned else None


def _union(parts: list[frozenset[str] | None]) -> frozenset[str] | None:
    known = [each for each in parts if each is not None]
    return frozenset().union(*known) if len(known) == len(parts) else None


def _pattern(node: ast.expr) -> str:
    """What stands between the quotes of an f-string; "" for anything else."""
    if not isinstance(node, ast.JoinedStr):
        return ""
    return "".join(
        f"{{{ast.unparse(part.value)}}}" if isinstance(part, ast.FormattedValue) else str(ast.literal_eval(part))
        for part in node.values
    )


def _called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def _assigned(function: ast.AST, name: str) -> Iterator[ast.expr]:
    for each in ast.walk(function):
        targets = (
            each.targets if isinstance(each, ast.Assign) else [each.target] if isinstance(each, ast.AnnAssign) else []
        )
        value = getattr(each, "value", None)
        for target in targets:
            if isinstance(target, ast.Name) and target.id == name and value is not None:
                yield value
            if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
                pairs = zip(target.elts, value.elts, strict=True)
                yield from (part for one, part in pairs if isinstance(one, ast.Name) and one.id == name)


def _returned(function: ast.AST) -> Iterator[ast.expr]:
    return (each.value for each in ast.walk(function) if isinstance(each, ast.Return) and each.value)


@cache
def said() -> tuple[Said, ...]:
    """Everything the program says, from its sources."""
    found: list[Said] = []
    for folder in ("domain", "handlers", "storage", "bot", "web", "reports"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            file = path.relative_to(ROOT).as_posix()
            if file in PASSED_ON or "phrases" in file:
                continue
            sayings = Sayings(ast.parse(path.read_text("utf-8")), file)
            sayings.visit(sayings.module)
            found += sayings.found
    return tuple(found)


# ---------------------------------------------------------------- what the locales hold


class Variables(Visitor):
    """Collects the variables of a message."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802  Fluent calls it so
        self.names.add(node.id.name)


def text_in(language: str) -> str:
    return "\n".join(file.read_text("utf-8") for file in sorted((FOLDER / language).glob("*.ftl")))


@cache
def messages(language: str) -> dict[str, frozenset[str]]:
    """Each message of a language with its variables; anything that is not a message or a comment fails."""
    found: dict[str, frozenset[str]] = {}
    for entry in parse(text_in(language)).body:
        if isinstance(entry, ftl.Message):
            variables = Variables()
            variables.visit(entry)
            assert entry.id.name not in found, f"{language}: {entry.id.name} stands there twice"
            found[entry.id.name] = frozenset(variables.names)
        else:
            assert isinstance(entry, ftl.BaseComment), f"{language}: cannot be read: {getattr(entry, 'content', entry)}"
    return found


@cache
def bundle(language: str) -> FluentBundle:
    made = FluentBundle([language], use_isolating=False)
    made.add_resource(FluentResource(text_in(language)))
    return made


def sample(variable: str) -> str | int:
    return SAMPLES.get(variable, 2 if variable in NUMBERS else f"«{variable}»")


def say(language: str, key: str, **given: str | int) -> str:
    """The sentence with sample values; any error of Fluent fails."""
    pattern = bundle(language).get_message(key).value
    assert pattern is not None
    args = {name: given.get(name, sample(name)) for name in messages(language)[key]}
    text, errors = bundle(language).format_pattern(pattern, args)
    assert not errors, f"{language}: {key}: {errors}"
    return str(text)


def everything() -> Iterator[tuple[str, str]]:
    return ((language, key) for language in LANGUAGES for key in messages(language))


# ---------------------------------------------------------------- the rules


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_the_code_says_exists(language: str) -> None:
    missing = {f"{each.key} ({each.where})" for each in said() if each.key not in messages(language)}
    assert not missing


def test_no_sentence_is_left_over() -> None:
    spoken = {each.key for each in said()} | FOR_THE_EDGE
    assert sorted(set(messages("vi")) - spoken) == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_languages_have_the_same_sentences_with_the_same_variables(language: str) -> None:
    vietnamese, other = messages("vi"), messages(language)
    assert sorted(vietnamese.keys() ^ other.keys()) == []
    assert {key: other[key] for key in vietnamese if vietnamese[key] != other[key]} == {}


def test_a_sentence_uses_only_what_the_code_gives_it() -> None:
    """Where the arguments depend on the move (told-…) the next test looks at what is really given."""
    wrong = {
        f"{each.where}: {each.key} wants {sorted(messages('vi')[each.key] - each.args)}"
        for each in said()
        if each.args is not None and not each.key.startswith("told-") and messages("vi")[each.key] - each.args
    }
    assert not wrong


@pytest.mark.parametrize("move", Move)
def test_a_timeline_can_tell_every_move(move: Move) -> None:
    facts: dict[str, object] = {"department": "so-xay-dung", "outcome": "solved", "text": "…"}
    entry = Entry(1, 1, datetime(2026, 3, 2, tzinfo=UTC), Actor(Role.OFFICER, 1, "Minh"), move, facts)
    told = [Words(f"told-{move}", reporting._facts(entry))]
    if move in told_own._TOLD:
        told.append(told_own._told(move, facts))
    for words in told:
        assert messages("vi")[words.key] <= words.args.keys()


def test_most_of_the_code_could_be_read() -> None:
    """Guards the tests above: they would pass if nothing were found."""
    assert len({each.key for each in said()}) > 250
    assert [each for each in said() if each.args is None] == []


def test_every_sentence_can_be_said() -> None:
    for language, key in everything():
        for number in (0, 1, 2, 5):
            text = say(language, key, count=number, files=number, days=number, stars=number, hidden="no")
            assert text.strip() or key == "nothing", f"{language}: {key} is empty"
            assert "{" not in text, f"{language}: {key}"
            assert "  " not in text.strip(), f"{language}: {key} has two spaces in a row"


def test_labels_fit_a_phone() -> None:
    long = {
        f"{language}: {key}": text
        for language, key in everything()
        if key.startswith(("button-", "kind-", "language-"))
        and key not in {"kind-question", "language-question", "language-set"}
        if len(text := say(language, key)) > LONGEST_LABEL
    }
    assert not long


def test_answers_to_a_tap_fit_a_toast() -> None:
    """A refusal answers a tap as often as a message."""
    toasts = {each.key for each in said() if each.is_refusal} | {"refused-error", "refused-tax-code"}
    toasts |= {key for key in messages("vi") if key.startswith("toast-")}
    long = {
        f"{language}: {key}": len(text)
        for language in LANGUAGES
        for key in toasts
        if len(text := say(language, key, text="một cơ quan nào đó", state="…" * 30)) > LONGEST_TOAST
    }
    assert not long


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_introduction_is_short_and_says_what_the_law_wants(language: str) -> None:
    assert len(say(language, "greeting")) < LONGEST_INTRODUCTION
    assert len(say(language, "privacy")) < LONGEST_INTRODUCTION
    assert "91/2025/QH15" in say(language, "privacy")


def test_no_language_borrows_from_another() -> None:
    def strange(language: str, key: str) -> bool:
        text = EVERYWHERE.sub("", say(language, key, name="Minh", state="…"))
        foreign = {"vi": [HAN], "en": [HAN, MARK], "zh": [MARK]}[language]
        return any(pattern.search(text.lower()) for pattern in foreign)

    assert [each for each in everything() if strange(*each)] == []


def test_nothing_was_left_in_vietnamese_or_english() -> None:
    """Equal texts in two languages are untranslated, unless they hold no words of their own."""

    def own_words(key: str) -> bool:
        text = say("vi", key, **dict.fromkeys(messages("vi")[key], 7))
        return not key.startswith("language-") and re.search(r"[^\W\d_]", text) is not None

    worded = [key for key in messages("vi") if own_words(key)]
    assert len(worded) > 200
    assert [key for key in worded if len({say(language, key) for language in LANGUAGES}) < len(LANGUAGES)] == []


def test_a_case_code_is_shown_with_its_sign() -> None:
    for language, key in everything():
        if "code" in messages(language)[key] and key not in TAX_CODES:
            text = say(language, key, code="LS26-00123")
            assert text.count("LS26-00123") == text.count("#LS26-00123"), f"{language}: {key}"


def test_every_command_that_is_recommended_exists() -> None:
    for language, key in everything():
        named = set(re.findall(r"(?<![\w}»])/([a-z]{2,})", say(language, key)))
        assert named <= commands.WORDS, f"{language}: {key}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        ("consent-question", ["p:agree", "p:refuse"]),
        ("business-question", ["d:skip"]),
        ("summary-question", ["d:send:open", "d:send:hidden", "d:send:anonymous", "d:change", "d:drop"]),
        ("summary-no-department", ["d:dept:?"]),
        ("summary-says-nothing", ["d:dept:?"]),
        ("refused-department-first", ["d:dept:?"]),
        ("where-question", ["b:new"]),
        ("where-like", ["b:new"]),
        ("settled", ["d:still", "d:still"]),
    ],
)
def test_the_words_people_are_told_to_type_are_understood(language: str, key: str, wanted: list[str]) -> None:
    words = re.findall("“([^”]+)”", say(language, key))
    offered = [(data, "") for data in wanted]
    assert [typed.choice(word, offered) for word in words] == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_buttons_quoted_in_a_sentence_carry_that_label(language: str) -> None:
    quoted = {
        "department-question": "button-unknown",
        "card-choose-department": "button-back",
        "card-choose-days": "button-back",
        "closed-in-silence": "button-not-solved",
        "settled": "button-still",
        "refused-task-group-only": "button-transfer",
    }
    for key, button in quoted.items():
        label = re.sub(r"^\W+", "", say(language, button))
        assert f"“{label}”" in say(language, key), key


def test_the_lists_above_are_those_of_the_code() -> None:
    """A pattern nobody uses any more, or a list that has grown elsewhere, shows here."""
    used = {each.pattern for each in said()}
    assert sorted(EXPANSIONS.keys() - used) == []
    assert {each.value for each in changes._KINDS} == {each.value for each in Matter}
    assert CARD_VERBS - {"accept", "explain", "details", "publish"} <= officer.NEEDS_WORDS
