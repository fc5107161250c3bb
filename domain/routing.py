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

from domain.cases import Matter
from domain.catalogue import TASK_GROUP, Catalogue, Department, DepartmentKind
from domain.classifier import Classifier, counted, learn, probabilities
from domain.conduct import is_about_conduct, is_denunciation
from domain.language import fold
from domain.phrases import Hit, Phrases, Place, Places, Rank

#: How much one of the catalogue's phrases weighs against one example, how sharp the probabilities are, what naming a
#: department adds to its score, how far rare kinds are brought level with obstacles; chosen by cross-validation.
EVENING = 0.4
CATALOGUE_WEIGHT = 2.0
SHARPNESS = 6.0
NAMED = 0.3
#: The part of the matter's probability that goes to the formal way rather than to the task group.
FORMAL_WAY = 0.9
#: How likely a place named in this way is the commune itself; the rest stays with “a commune, not known which”.
IS_THE_COMMUNE = {Rank.COMMUNE: 1.0, Rank.BARE: 0.9, Rank.DISTRICT: 0.0}
IS_THE_COMMUNE_OF_A_DISTRICT_NAME = 0.6
KEYWORD = 0.5
MOST_REASONS = 4
#: Departments below this probability are left out of a ranking, but never the best few.
LEAST_SHARE = 0.001
LEAST_OFFERED = 3
#: A complaint whose words point at a department this surely is about its people even if it does not name them.
AS_GOOD_AS_NAMED = 0.5
#: Letters a department's name must have to count as naming it, if it could be anything in another language.
TELLING_NAME = 4

COMPLAINT = re.compile(r"\b(?:khiếu nại|don khieu nai|khieu nai|formal complaint)\b|投诉|申诉")
NO_COMPLAINT = re.compile(r"\b(?:không|khong|chưa|chua|luật|luat|bị) (?:phải |phai )?(?:khiếu nại|khieu nai)\b")


Ranking = tuple[tuple[str, float], ...]
Asked = Counter[int]


@dataclass(frozen=True, slots=True)
class Example:
    """A text and the department that answers it; kind and style are optional."""

    text: str
    department: str
    kind: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class Ranked:
    """Departments with probabilities, best first and never none; the task group may stand among them by its own key.

    conduct: it is about how officials behave, so only the formal way and the task group are offered, and accused says
    whose they seem to be. denunciation: it is to be guided to the formal way and not stored. places: the communes it
    names. reason: the words that led to the first department, as the catalogue or else the text writes them.
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
            found.append(Example(each["text"], each["department"], each.get("kind", ""), each.get("style", "")))
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
        """Learn now, so that the first question does not wait."""
        self.rank("")

    def rank(self, text: str) -> Ranked:
        """Where a text should go; an empty or foreign one goes to the task group."""
        plain = unicodedata.normalize("NFC", text)
        asked = counted(plain)
        places, names, keywords = self._places.find(plain), self._aliases.find(plain), self._keywords.find(plain)
        named = tuple(dict.fromkeys(hit.owner for hit in names))
        conduct, denunciation = is_about_conduct(plain), is_denunciation(plain)
        usual = self._with_places(self._usual(asked, named), places)
        kind = self._kind(plain, asked, conduct=conduct or denunciation)
        accused: tuple[str, ...] = ()
        departments = usual
        if conduct or denunciation:
            accused = self._accused(plain, named, usual)
            departments = self._formal_way(accused, denunciation=denunciation)
        topic = self._topic(departments[0][0], asked, keywords)
        found = tuple(each.key for each in places if each.rank is not Rank.DISTRICT)
        reason = self._reason(departments[0][0], topic, keywords, names) or self._telling_words(
            departments[0][0], plain
        )
        return Ranked(departments, topic, reason, conduct, denunciation, kind, found, accused)

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
    def _keywords(self) -> Phrases:
        return Phrases((each.key, phrase) for each in self.catalogue.topics for phrase in each.keywords)

    @cached_property
    def _aliases(self) -> Phrases:
        """Names of departments; a single short word says too little, and could be anything in another language."""
        spoken = ((each, alias) for each in self._classes for alias in (*each.names.values(), *each.aliases))
        telling = (each for each in spoken if len(each[1]) >= TELLING_NAME or not each[1].isascii())
        return Phrases((each.key, alias) for each, alias in telling)

    @cached_property
    def _places(self) -> Places:
        communes = filter(_is_place, self.catalogue.departments)
        return Places((each.key, name) for each in communes for name in each.aliases[1:])

    # How it decides

    def _usual(self, asked: Asked, named: Sequence[str]) -> Ranking:
        """All departments by what the words say, best first."""
        scores = self._classifier.scores(asked)
        if not any(scores):
            return ((TASK_GROUP, 1.0),)
        raised = [
            score + (NAMED if key in named else 0.0)
            for key, score in zip(self._classifier.classes, scores, strict=True)
        ]
        ranked = zip(self._classifier.classes, probabilities(raised, SHARPNESS), strict=True)
        return tuple(sorted(ranked, key=lambda each: -each[1]))

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
        itself = bool(name and re.search(rf"\b{people} {re.escape(name)}\b", fold(text)))
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

    def _topic(self, department: str, asked: Asked, keywords: Sequence[Hit]) -> str:
        """The likeliest topic of the department, keywords in the text weighing most; "" when nothing speaks for one."""
        own = self.class_of(department)
        scores = dict(zip(self._topics.classes, self._topics.scores(asked), strict=True))
        for hit in keywords:
            scores[hit.owner] = scores.get(hit.owner, 0.0) + KEYWORD * hit.size
        fitting = [(scores.get(each.key, 0.0), each.key) for each in self.catalogue.topics_of(own)]
        best = max(fitting, default=(0.0, ""))
        return best[1] if best[0] > min(fitting, default=(0.0, ""))[0] else ""

    def _reason(self, department: str, topic: str, keywords: Sequence[Hit], names: Sequence[Hit]) -> tuple[str, ...]:
        """The phrases of the department found in the text, those of the topic first; none lies within another."""
        own = self.class_of(department)
        topics = {each.key for each in self.catalogue.topics_of(own)}
        hits = [hit for hit in keywords if hit.owner in topics]
        hits.sort(key=lambda hit: (hit.owner != topic, -hit.size))
        hits += [hit for hit in names if hit.owner in {own, department}]
        kept: list[str] = []
        for hit in hits:
            if not any(fold(hit.phrase) in fold(each) for each in kept):
                kept.append(hit.phrase)
        return tuple(kept[:MOST_REASONS])

    def _telling_words(self, department: str, text: str) -> tuple[str, ...]:
        """The two words of the text that speak most for a department, when no phrase of the catalogue is found."""
        own = self.class_of(department)
        if own not in self._classifier.classes:
            return ()
        place = self._classifier.classes.index(own)
        words = {fold(word): word for word in re.findall(r"[^\W\d_]{3,}", text.lower())}
        weights = {word: self._classifier.weight(f"w:{folded}", place) for folded, word in words.items()}
        telling = sorted((each for each in weights if weights[each] > 0), key=lambda each: -weights[each])
        return tuple(telling[:2])


def _is_place(department: Department) -> bool:
    return department.kind is DepartmentKind.COMMUNE and bool(department.former_district)
