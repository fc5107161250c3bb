"""Which department should answer: a ranking, the words that led to it, and what must not go the usual way.

Taught by the catalogue's own words and by labelled examples; built at first use, in plain Python.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from domain.case.case import Matter
from domain.language import fold
from domain.province.catalogue import TASK_GROUP, Catalogue, Department, DepartmentKind
from domain.routing.classifier import Classifier, counted, learn, probabilities
from domain.routing.conduct import Judge, conduct_words, is_about_conduct, is_denunciation, learn_conduct
from domain.routing.phrases import PAUSE, Phrases, Place, Places, Rank, outermost
from domain.routing.terms import Rarity

#: How much one of the catalogue's phrases weighs against one example, how sharp the probabilities are, which part of
#: each ranking is spread over all departments because words are never quite sure, what naming a department adds to its
#: score, how far rare kinds are brought level with obstacles; chosen by cross-validation (docs/routing.md).
EVENING = 0.4
CATALOGUE_WEIGHT = 2.0
SHARPNESS = 8.0
DOUBT = 0.02
NAMED = 0.3
#: The part of the matter's probability that goes to the formal way rather than to the task group.
FORMAL_WAY = 0.9
#: How likely a place named in this way is the commune itself; the rest stays with “a commune, not known which”.
IS_THE_COMMUNE = {Rank.COMMUNE: 1.0, Rank.BARE: 0.9, Rank.DISTRICT: 0.0}
IS_THE_COMMUNE_OF_A_DISTRICT_NAME = 0.6
KEYWORD = 0.5
MOST_REASONS = 4
#: The least a word or a pair of words must speak for a department to be shown as the reason.
TELLING = 1.0
TELLING_WORD = 5
#: Letters of a text that are read: what a business wants stands at the beginning, and a ranking must stay quick.
READ = 6_000
#: How likely a department must be to be asked along: where the topic names it, and where its own words stand there.
CO_DEPARTMENT = 0.05
BESIDE = 0.15
MOST_TOGETHER = 2
#: Departments below this probability are left out of a ranking, but never the best few.
LEAST_SHARE = 0.001
LEAST_OFFERED = 3
#: A complaint whose words point at a department this surely is about its people even if it does not name them.
AS_GOOD_AS_NAMED = 0.5
#: Letters a department's name must have to count as naming it, if it could be anything in another language.
TELLING_NAME = 4
#: Words that join others and say nothing themselves, without their diacritics.
FUNCTION_WORDS = frozenset(
    """
    ai anh ban bang bi boi ca cac cai can chi cho chua chung co con cua cung da dang de den di do duoc e em gi hay hon
    khi khong ko la lai lam len luc luon ma mai moi mot nao nay nen neu ngay nhieu nhu nhung o phai qua ra rat roi sao
    se sau tai tat thi them theo thuoc toi tren trong truoc tu va van vao vi voi vua xin xong xuong a an and are at be
    by for from has have in is it not of on or our that the this to was we were with you your my
    """.split()  # noqa: SIM905 (a list of words reads best as one)
)

COMPLAINT = re.compile(r"\b(?:khiếu nại|don khieu nai|khieu nai|formal complaint)\b|投诉|申诉")
NO_COMPLAINT = re.compile(r"\b(?:không|khong|chưa|chua|luật|luat|bị) (?:phải |phai )?(?:khiếu nại|khieu nai)\b")


Ranking = tuple[tuple[str, float], ...]
Asked = Counter[int]


@dataclass(frozen=True, slots=True)
class Example:
    """A text and the department that answers it; kind, style and being about officials' conduct are optional."""

    text: str
    department: str
    kind: str = ""
    style: str = ""
    conduct: bool = False


@dataclass(frozen=True, slots=True)
class Ranked:
    """Departments with probabilities, best first and never none; the task group may stand among them by its own key.

    conduct: it is about how officials behave, so only the formal way and the task group are offered, and accused says
    whose they seem to be. denunciation: it is to be guided to the formal way and not stored. places: the communes it
    names. reason: the words that led to the first department, as the catalogue or else the text writes them.
    together: departments the first one has to work with on this matter.
    """

    departments: Ranking
    topic: str
    reason: tuple[str, ...]
    conduct: bool
    denunciation: bool
    kind: Matter
    places: tuple[str, ...] = ()
    accused: tuple[str, ...] = ()
    together: tuple[str, ...] = ()

    @property
    def best(self) -> str:
        return self.departments[0][0]


def examples(lines: str) -> tuple[Example, ...]:
    """The labelled examples of a JSON-lines text; raises ValueError naming the line that cannot be read."""
    found = []
    for number, line in enumerate(lines.splitlines(), 1):
        if not line.strip():
            continue
        try:
            each = json.loads(line)
            optional = each.get("kind", ""), each.get("style", ""), each.get("conduct", False)
            found.append(Example(each["text"], each["department"], *optional))
        except (ValueError, KeyError, TypeError) as error:
            mend = '{"text": "…", "department": "thue-tinh", "kind": "obstacle", "style": "plain"}'
            raise ValueError(f"examples, line {number}: {error!r} → write it like {mend}") from error
    return tuple(found)


class Router:
    """Routes texts by one catalogue; cheap to make, it learns when it is first asked (some 0.3 s) or when prepared."""

    def __init__(self, catalogue: Catalogue, examples: Iterable[Example] = ()) -> None:
        self.catalogue = catalogue
        self.examples = tuple(examples)

    def prepare(self) -> None:
        """Learn everything now, so that the first question does not wait; the examples are kept no longer."""
        self.rank("giấy phép")
        _ = self._classifier, self._judge, self._kinds, self.rarity
        self.examples = ()

    @cached_property
    def rarity(self) -> Rarity:
        """How much each term says, by the labelled examples."""
        return Rarity(each.text for each in self.examples)

    def rank(self, text: str) -> Ranked:
        """Where a text should go; an empty or foreign one goes to the task group."""
        plain = unicodedata.normalize("NFC", text)
        denunciation = is_denunciation(plain)
        said = _Said(plain[:READ], self)
        usual = self._usual(said)
        conduct = is_about_conduct(plain, self._judge, said.features)
        kind = self._kind(plain, said.features, conduct=conduct or denunciation)
        ranked = self._with_places(usual, said.places)
        places = tuple(each.key for each in said.places if each.rank is not Rank.DISTRICT)
        if conduct or denunciation:
            accused = self._accused(plain, said.named, ranked)
            formal = self._formal_way(accused, denunciation=denunciation)
            topic = self._topic(formal[0][0], said)
            reason = conduct_words(plain)[:MOST_REASONS] or self._reason(formal[0][0], topic, said)
            return Ranked(formal, topic, reason, conduct, denunciation, kind, places, accused)
        best = ranked[0][0]
        topic = self._topic(best, said)
        reason = self._reason(best, topic, said)
        together = self._together(ranked, topic, said)
        return Ranked(ranked, topic, reason, conduct, denunciation, kind, places, together=together)

    # What it learns from

    @cached_property
    def _classes(self) -> tuple[Department, ...]:
        """The departments a text can be routed to by its words; communes are told apart by their names instead."""
        return tuple(
            each
            for each in self.catalogue.departments
            if each.takes_cases and not each.successor and not _is_place(each)
        )

    def class_of(self, key: str) -> str:
        """The class a label stands for today: successors for closed departments, one class for all communes."""
        found = self.catalogue.successor(key)
        if found is None or not found.takes_cases:
            return ""
        return self.catalogue.triage.commune_unnamed if _is_place(found) else found.key

    @cached_property
    def _classifier(self) -> Classifier:
        taught = [(self.class_of(each.department), each.text, 1.0) for each in self.examples]
        return learn([each for each in taught if each[0]] + [(*each, CATALOGUE_WEIGHT) for each in self._own_words()])

    @cached_property
    def _judge(self) -> Judge:
        return learn_conduct((each.text, each.conduct) for each in self.examples)

    def _own_words(self) -> Iterator[tuple[str, str]]:
        """The catalogue's phrases, each with the department it speaks for."""
        for each in self._classes:
            old = (body.name for body in each.predecessors)
            yield from (
                (each.key, phrase) for phrase in (*each.names.values(), *each.aliases, *each.responsibilities, *old)
            )
        for topic in self.catalogue.topics:
            if own := self.class_of(topic.department):
                yield from ((own, phrase) for phrase in (*topic.names.values(), *topic.keywords))

    @cached_property
    def _kinds(self) -> Classifier:
        """Kinds are learnt with equal weight, because obstacles are many times the rest."""
        known = [each for each in self.examples if each.kind in set(Matter)]
        many = Counter(each.kind for each in known)
        return learn((each.kind, each.text, (len(known) / many[each.kind]) ** EVENING) for each in known)

    @cached_property
    def _topics(self) -> Classifier:
        topics = self.catalogue.topics
        return learn((each.key, phrase, 1.0) for each in topics for phrase in (*each.names.values(), *each.keywords))

    @cached_property
    def keywords(self) -> Phrases:
        return Phrases((each.key, phrase) for each in self.catalogue.topics for phrase in each.keywords)

    @cached_property
    def aliases(self) -> Phrases:
        """Names of departments; a single short word says too little, and could be anything in another language."""
        spoken = ((each, alias) for each in self._classes for alias in (*each.names.values(), *each.aliases))
        telling = (each for each in spoken if len(each[1]) >= TELLING_NAME or not each[1].isascii())
        return Phrases((each.key, alias) for each, alias in telling)

    @cached_property
    def places(self) -> Places:
        communes = filter(_is_place, self.catalogue.departments)
        return Places((each.key, name) for each in communes for name in each.aliases[1:])

    # How it decides

    def _usual(self, said: _Said) -> Ranking:
        """All departments by what the words say, best first."""
        scores = self._classifier.scores(said.features)
        if not any(scores):
            return ((TASK_GROUP, 1.0),)
        raised = [
            score + (NAMED if key in said.named else 0.0)
            for key, score in zip(self._classifier.classes, scores, strict=True)
        ]
        even = DOUBT / len(scores)
        shares = [(1 - DOUBT) * chance + even for chance in probabilities(raised, SHARPNESS)]
        ranked = zip(self._classifier.classes, shares, strict=True)
        return tuple(sorted(ranked, key=lambda each: -each[1]))

    def _together(self, ranked: Ranking, topic: str, said: _Said) -> tuple[str, ...]:
        """Who has to work with the first department: those its topic names or that name it, and others as likely.

        Only those the text speaks of by their name or in two words of their own, or that are likely by all of it.
        """
        best, chances = self.class_of(ranked[0][0]), dict(ranked)
        spoken = [self.catalogue.topic(hit.owner) for hit in said.keywords if hit.size > 1 or not hit.phrase.isascii()]
        topics = [each for each in spoken if each is not None]
        own = {*said.named, *(each.department for each in topics)}
        lead = self.catalogue.topic(topic)
        linked = {
            *(lead.co_departments if lead else ()),
            *(one.department for one in topics if best in one.co_departments),
        }
        likely = [
            key
            for key in sorted({*chances, *own}, key=lambda each: (-chances.get(each, 0.0), each))
            if self.class_of(key) not in {"", best}
            and (
                (key in linked and (key in own or chances.get(key, 0.0) >= CO_DEPARTMENT))
                or (self.class_of(key) in own and chances.get(key, 0.0) >= BESIDE)
            )
        ]
        return tuple(likely[:MOST_TOGETHER])

    def _with_places(self, ranked: Ranking, places: Sequence[Place]) -> Ranking:
        """The ranking with the commune that was named in place of “a commune”."""
        unnamed = self.catalogue.triage.commune_unnamed
        share = dict(ranked)
        whole = share.get(unnamed, 0.0)
        place = next((each for each in places if each.rank is not Rank.DISTRICT), None)
        if place is not None and whole:
            part = IS_THE_COMMUNE[place.rank]
            if place.rank is Rank.BARE and self._is_district_name(place.key):
                part = IS_THE_COMMUNE_OF_A_DISTRICT_NAME
            share |= {place.key: whole * part, unnamed: whole * (1 - part)}
        ordered = sorted(share.items(), key=lambda each: -each[1])
        likely = sum(each[1] >= LEAST_SHARE for each in ordered)
        return tuple(each for each in ordered[: max(likely, LEAST_OFFERED)] if each[1] > 0)

    def _is_district_name(self, key: str) -> bool:
        found = self.catalogue.department(key)
        districts = {each.former_district for each in self.catalogue.departments}
        return found is not None and any(alias in districts for alias in found.aliases)

    def _accused(self, text: str, named: Sequence[str], usual: Ranking) -> tuple[str, ...]:
        """Whose officials it seems to be about: those named, else the likeliest; the formal way's only if so named."""
        formal = self.catalogue.triage.conduct
        likely = [key for key, chance in usual[:1] if chance >= AS_GOOD_AS_NAMED and key not in {formal, TASK_GROUP}]
        others = [each for each in named if each != formal] or likely
        found = self.catalogue.department(formal)
        name = fold(found.names.get("vi", "")) if found else ""
        people = r"(?:can bo|chuyen vien|nhan vien|cong chuc|thanh tra vien|lanh dao|doan)(?: \w+){0,2}"
        asks = r"(?: \w+){0,3} (?:voi|doi|vi vinh|nhan tien|goi y|nhung nhieu|hach sach|gay kho|lam kho|bat nop)"
        body = re.escape(name)
        itself = bool(name and re.search(rf"\b(?:{people} {body}|{body}{asks}|thanh tra vien)\b", fold(text)))
        return (formal, *others) if itself else tuple(others)

    def _formal_way(self, accused: Sequence[str], *, denunciation: bool) -> Ranking:
        """The Inspectorate, then the task group; never the department whose people it is about."""
        triage = self.catalogue.triage
        key = triage.denunciation if denunciation else triage.conduct
        if key in accused or key == TASK_GROUP:
            return ((TASK_GROUP, 1.0),)
        return ((key, FORMAL_WAY), (TASK_GROUP, round(1 - FORMAL_WAY, 6)))

    def _kind(self, text: str, asked: Asked, *, conduct: bool) -> Matter:
        lower = text.lower()
        if conduct or (COMPLAINT.search(lower) and not NO_COMPLAINT.search(lower)):
            return Matter.COMPLAINT
        classes = self._kinds.classes
        scores = self._kinds.scores(asked)
        usual = [each for each in zip(scores, classes, strict=True) if each[1] != Matter.COMPLAINT]
        return Matter(max(usual)[1]) if any(scores) and usual else Matter.OBSTACLE

    def _topic(self, department: str, said: _Said) -> str:
        """The likeliest topic of the department, keywords in the text weighing most; "" when nothing speaks for one."""
        own = self.class_of(department)
        scores = dict(zip(self._topics.classes, self._topics.scores(said.features), strict=True))
        for hit in said.keywords:
            scores[hit.owner] = scores.get(hit.owner, 0.0) + KEYWORD * hit.size
        fitting = [(scores.get(each.key, 0.0), each.key) for each in self.catalogue.topics_of(own)]
        best = max(fitting, default=(0.0, ""))
        return best[1] if best[0] > min(scores.values(), default=0.0) else ""

    def _reason(self, department: str, topic: str, said: _Said) -> tuple[str, ...]:
        """The phrases of the department found in the text, those of the topic first; else its most telling words."""
        own = self.class_of(department)
        topics = {each.key for each in self.catalogue.topics_of(own)}
        hits = [hit for hit in said.keywords if hit.owner in topics]
        hits.sort(key=lambda hit: (hit.owner != topic, -hit.size))
        hits += [hit for hit in said.names if hit.owner in {own, department}]
        kept: list[str] = []
        for hit in hits:
            if not any(fold(hit.phrase) in fold(each) for each in kept):
                kept.append(hit.phrase)
        return tuple(kept[:MOST_REASONS]) or self._telling_words(own, said.text)

    def _telling_words(self, own: str, text: str) -> tuple[str, ...]:
        """The pair of words of the text that speaks most for a department, or the longer word that does."""
        if own not in self._classifier.classes:
            return ()
        place = self._classifier.classes.index(own)
        weigh = self._classifier.weight
        weights: dict[str, float] = {}
        for part in PAUSE.split(text.lower()):
            words = re.findall(r"[^\W\d_]+", part)
            pairs = (pair for pair in pairwise(words) if not FUNCTION_WORDS & {fold(each) for each in pair})
            weights |= {f"{one} {two}": weigh(fold(f"{one} {two}"), place) for one, two in pairs}
            weights |= {word: weigh(f"w:{fold(word)}", place) for word in words if len(word) >= TELLING_WORD}
        best = max(weights, key=lambda each: (weights[each], each), default="")
        return (best,) if best and weights[best] >= TELLING else ()


class _Said:
    """What a text says in the terms of one catalogue."""

    def __init__(self, text: str, router: Router) -> None:
        self.text = text
        self.features = counted(text)
        self.names, self.keywords = outermost(router.aliases.spans(text), router.keywords.spans(text))
        self.named = tuple(dict.fromkeys(hit.owner for hit in self.names))
        self.places = router.places.find(text)


def _is_place(department: Department) -> bool:
    return department.kind is DepartmentKind.COMMUNE and bool(department.former_district)
