"""Full-text search over cases and published answers: what is like this text, or holds these words.

One row of `searched` an entry, its terms joined by spaces (domain/similar.py says which); a published answer stands
under minus its number. SQLite keeps an FTS5 index over the rows, PostgreSQL a tsvector column with a GIN index; both
follow the table by themselves.

No question may cost more with a million cases than with ten thousand. So every sixteenth entry counts its terms, and
only terms expected in few entries are looked up through the index, the rarest first, no more than RARE entries
together. Terms in more entries than that are looked for among the newest entries, where they soon turn up.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Integer, String, bindparam, column, select, text

from domain.cases import Case, Entry, Move
from domain.similar import PUBLISHED, Query, shelf, terms, words_of
from storage.statements import Statement, put_or_change, table
from storage.tables import Searched
from storage.transaction import Tx

#: entries looked at through the index for one question, and the most terms that are looked up
RARE = 3000
MOST_TERMS = 24
#: entries whose words are compared with the whole question
CANDIDATES = 200
#: how far back common terms are looked for
REACH = 5000
#: every entry counts its terms up to this number, then each sixteenth for sixteen
COUNTED_ALL = 1024
COUNTED = 16
#: what each of the best terms is asked for together, and how many may stand alone, where all terms are common
TOGETHER, APART = 3, 6
#: the moves that may change what a case is found by
_CHANGES = frozenset(
    {
        Move.FILED,
        Move.ASSIGNED,
        Move.TRANSFERRED,
        Move.ANSWERED,
        Move.DECLINED,
        Move.CORRECTED,
        Move.AMENDED,
        Move.REOPENED,
    }
)
_ROWS = table(Searched)


def _number(sqlite: str, postgresql: str) -> Statement:
    return Statement(
        text(sqlite).columns(column("id", Integer)), lambda: text(postgresql).columns(column("id", Integer))
    )


_SAVE = put_or_change(Searched, "id", "shelf", "words")
_WORDS = Statement(select(_ROWS.c.words).where(_ROWS.c.id == bindparam("entry")))
_GONE = Statement(_ROWS.delete().where(_ROWS.c.id == bindparam("entry")))
_COUNT = Statement(
    text(
        "insert into search_terms (term, entries) select value, :many from json_each(:terms) where true "
        "on conflict (term) do update set entries = search_terms.entries + excluded.entries"
    ),
    lambda: text(
        "insert into search_terms (term, entries) "
        "select term, :many from json_array_elements_text(cast(:terms as json)) as given (term) order by term "
        "on conflict (term) do update set entries = search_terms.entries + excluded.entries"
    ),
)
_COUNTED = Statement(
    text(
        "select term, entries from search_terms where term in (select value from json_each(:terms))"
    ).columns(column("term", String), column("entries", Integer)),
    lambda: text(
        "select term, entries from search_terms "
        "where term = any (array(select json_array_elements_text(cast(:terms as json))))"
    ).columns(column("term", String), column("entries", Integer)),
)
#: PostgreSQL writes ' for ", & for AND and | for OR; a term has neither quotes nor spaces
_ASKED = "cast(replace(replace(replace(:asked, '\"', ''''), ' AND ', ' & '), ' OR ', ' | ') as tsquery)"
_FOUND = _number(
    "select rowid as id from search_index where search_index match :asked",
    f"select id from searched where lexemes @@ {_ASKED}",
)
_LAST = _number("select max(id) as id from searched", "select max(id) as id from searched")
_NEWEST = _number(
    "select rowid as id from search_index where search_index match :asked and rowid > :after "
    "order by rowid desc limit :most",
    "select id from (select id, lexemes from searched where id > :after order by id desc) as newest "
    f"where lexemes @@ {_ASKED} order by id desc limit :most",
)
_NEWEST_ON_SHELF = _number(
    "select rowid as id from search_index where search_index match '\"' || :shelf || '\" AND (' || :asked || ')' "
    "order by rowid desc limit :most",
    "select id from (select id, lexemes from searched where shelf = :shelf order by id desc limit 5000) as newest "
    f"where lexemes @@ {_ASKED} order by id desc limit :most",
)
_SOME = Statement(
    text("select id, words from searched where id in (select value from json_each(:ids))").columns(
        column("id", Integer), column("words", String)
    ),
    lambda: text(
        "select id, words from searched "
        "where id = any (array(select cast(json_array_elements_text(cast(:ids as json)) as bigint)))"
    ).columns(column("id", Integer), column("words", String)),
)


def keep(tx: Tx, case: Case, entries: Iterable[Entry]) -> None:
    """Let the case be found by what it now says, where these entries may have changed that."""
    if any(entry.move in _CHANGES for entry in entries):
        _put(tx, case.id, shelf(case.department), words_of(case))


def publish(tx: Tx, number: int, question: str) -> None:
    """Let a published answer be found by its question, from now on or again."""
    _put(tx, -number, PUBLISHED, " ".join([*terms(question), PUBLISHED]))


def withdraw(tx: Tx, number: int) -> None:
    """A published answer is found no more."""
    tx.run(_GONE, entry=-number)


def _put(tx: Tx, number: int, on_shelf: str, words: str) -> None:
    before = tx.first(_WORDS, entry=number)
    if before is not None and before.words == words:
        return
    tx.run(_SAVE, id=number, shelf=on_shelf, words=words)
    if 0 < number <= COUNTED_ALL or number % COUNTED == 0:
        new = set(words.split()) - set(before.words.split() if before else ())
        tx.run(_COUNT, many=1 if 0 < number <= COUNTED_ALL else COUNTED, terms=json.dumps(sorted(new)))


def find(tx: Tx, query: Query, shelves: Sequence[str] = (), mark: str = "", most: int = 50) -> list[int]:
    """The entries that hold most of the query, the best first, of equally good ones the newest.

    On one of these shelves (none named: all cases), bearing the mark where one is given. Published answers have their
    own shelf and come as numbers below zero.
    """
    weights = dict(list(query.weights.items())[:MOST_TERMS * 8])
    if not weights:
        return []
    rare, common = _by_frequency(tx, weights)
    found = _through_index(tx, rare, weights, shelves, mark)
    if len(found) < most and common:
        found += _among_newest(tx, common, shelves, mark, most)
    return _best(tx, query, dict.fromkeys(found), most)


def _by_frequency(tx: Tx, weights: dict[str, float]) -> tuple[list[str], list[str]]:
    """The terms to look up through the index, and the others, in either list those that say most first."""
    counted = {row.term: row.entries for row in tx.rows(_COUNTED, terms=json.dumps(list(weights)))}
    rare: list[str] = []
    room = RARE
    for term in sorted(weights, key=lambda each: (counted.get(each, 0), -weights[each])):
        room -= counted.get(term, 0)
        if room < 0 or len(rare) == MOST_TERMS:
            break
        rare.append(term)
    common = sorted(set(weights) - set(rare), key=lambda each: (-weights[each], counted.get(each, 0)))
    return rare, common


def _asked(one_of: Iterable[str], shelves: Iterable[str], mark: str, together: str = "OR") -> str:
    """A condition in the words of FTS5."""
    groups = [
        " OR ".join(f'"{each}"' for each in shelves),
        f'"{mark}"' if mark else "",
        f" {together} ".join(f'"{each}"' for each in one_of),
    ]
    return " AND ".join(f"({group})" for group in groups if group)


def _through_index(
    tx: Tx, rare: Iterable[str], weights: dict[str, float], shelves: Sequence[str], mark: str
) -> list[int]:
    """The entries that hold most of these terms."""
    scores: Counter[int] = Counter()
    for term in rare:
        for row in tx.rows(_FOUND, asked=_asked([term], shelves, mark)):
            if row.id > 0 or PUBLISHED in shelves:
                scores[row.id] += weights[term]  # type: ignore[assignment]
    return sorted(scores, key=lambda each: (-scores[each], -each))[:CANDIDATES]


def _among_newest(tx: Tx, common: Sequence[str], shelves: Sequence[str], mark: str, most: int) -> list[int]:
    """The newest entries that hold the best of these terms together, then those that hold any of them."""
    last = tx.first(_LAST)
    found: list[int] = []
    for asked in (
        _asked(common[:TOGETHER], (), mark, "AND"),
        _asked(common[:APART], (), mark),
    ):
        for each in shelves:
            found += [row.id for row in tx.rows(_NEWEST_ON_SHELF, shelf=each, asked=asked, most=most)]
        if not shelves:
            after = max(0, (last.id or 0) - REACH)
            found += [row.id for row in tx.rows(_NEWEST, asked=asked, after=after, most=most)]
    return found


def _best(tx: Tx, query: Query, candidates: Iterable[int], most: int) -> list[int]:
    rows = tx.rows(_SOME, ids=json.dumps(list(candidates)))
    scores = {row.id: query.score(set(row.words.split())) for row in rows}
    return sorted((each for each in scores if scores[each] > 0), key=lambda each: (-scores[each], -each))[:most]
