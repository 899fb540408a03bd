"""Search for a delegation by code or name, whole or in part, in four languages (docs/rules.md#p2)."""

from collections.abc import Iterable, Iterator

from ipu_session.delegation_aliases import OtherNames, load_other_names
from ipu_session.domain.model.ids import DelegationId
from ipu_session.domain.model.session import NO_DELEGATION, Delegation
from ipu_session.domain.model.value import Value
from ipu_session.domain.text.delegation_names import (
    Words,
    drop_formal_words,
    edit_distance,
    is_chamber,
    is_filler,
    name_variants,
    names_beside_chamber,
    significant_words,
    split_brackets,
    split_names,
    strip_decorations,
)
from ipu_session.domain.text.text_folding import fold

_SHORTEST_NAME = 4
"""Shortest name in ASCII letters that is searched for in a text; shorter ones may be words or initials."""
_LONGEST_NAME = 200
_GROUPS = {
    *("African", "Arab", "Asia-Pacific", "Eurasia", "GRULAC", "Twelve Plus", "12 Plus", "Douze Plus"),
    *("africain", "africano", "arabe", "Asie-Pacifique", "Asia-Pacífico", "Eurasie"),
}
"""Geopolitical groups: beside the name of a delegation they do not name another one."""
_NO_MATCH: frozenset[DelegationId] = frozenset()


class _SearchEntry(Value, frozen=True):
    """A delegation with its folded codes and names."""

    delegation: Delegation
    codes: frozenset[str]
    forms: tuple[str, ...]
    sort_key: str

    def rank(self, query: str, words: tuple[str, ...]) -> int:
        """Return the rank of a match: 0 is best, 6 is no match."""
        if query in self.codes:
            return 0
        return min((_rank_form(form, query, words) for form in self.forms), default=6)


def _rank_form(form: str, query: str, words: tuple[str, ...]) -> int:
    if form == query:
        return 1
    if form.startswith(query):
        return 2
    padded = " " + form
    if " " + query in padded:
        return 3
    if len(words) > 1 and all(" " + word in padded for word in words):
        return 4
    return 5 if query in form else 6


class DelegationFinder:
    """Finds delegations in a fixed set; names are folded once, in the constructor."""

    def __init__(self, delegations: Iterable[Delegation]) -> None:
        self._entries = tuple(_build_entry(delegation) for delegation in delegations)
        self._by_id = {entry.delegation.id: entry.delegation for entry in self._entries}
        self._by_code: dict[str, set[DelegationId]] = {}
        self._by_name: dict[str, set[DelegationId]] = {}
        self._by_words: dict[Words, set[DelegationId]] = {}
        self._by_compact_name: dict[str, set[DelegationId]] = {}
        """Keys are names without spaces: "Vietnam" for "Viet Nam"."""
        self._by_name_in_text: dict[str, dict[DelegationId, Delegation]] = {}
        """Delegations by the folded names that `find_in_text` searches for."""
        for entry in self._entries:
            self._index(entry)
        self._name_lengths = sorted({form.count(" ") + 1 for form in self._by_name_in_text}, reverse=True)
        """Lengths of the names in words, longest first."""
        self._listed_only = {each for each in self._by_id if _other_names(self._by_id[each]).is_formal_listed_only}
        self._folded_groups = frozenset(_group_names(self._by_id.values()))

    def find(self, query: str, limit: int = 8) -> tuple[Delegation, ...]:
        """Return the best matches first: by ISO code, whole name, start of the name, start of words, part of a word."""
        folded = fold(query)
        if not folded:
            return ()
        words = tuple(folded.split())
        ranked = sorted(
            (rank, entry.sort_key, index)
            for index, entry in enumerate(self._entries)
            if (rank := entry.rank(folded, words)) < 6
        )
        return tuple(self._entries[index].delegation for _, _, index in ranked[:limit])

    def find_exact(self, text: str) -> Delegation | None:
        """Return the only delegation that ``text`` names; None if it names none, or several.

        ``text`` may be a code, or a formal or usual name in any word order, with a list number or footnote marks.
        """
        called = self.find_named(text)
        return self._by_id[next(iter(called))] if len(called) == 1 else None

    def find_named(self, text: str) -> frozenset[DelegationId]:
        """Return the delegations that ``text`` names: several if it is ambiguous, such as Congo."""
        if len(text) > _LONGEST_NAME:
            return _NO_MATCH
        return self._find_in_forms(text) or self._find_in_forms(strip_decorations(text))

    def suggest(self, text: str, limit: int = 3) -> tuple[Delegation, ...]:
        """Return delegations that a misspelt or ambiguous name may mean, to be proposed to the user, best first."""
        if exact := self.find_named(text):
            return tuple(self._by_id[each] for each in sorted(exact))[:limit]
        folded = fold(strip_decorations(text))[:_LONGEST_NAME]
        allowed = 1 if len(folded) < 6 else 2
        if len(folded) < _SHORTEST_NAME:
            return ()
        best: dict[DelegationId, int] = {}
        for form, claimants in self._by_name_in_text.items():
            if (distance := edit_distance(folded, form, allowed)) <= allowed:
                for claimant in claimants:
                    best[claimant] = min(distance, best.get(claimant, distance))
        ranked = sorted(best, key=lambda each: (best[each], each))
        return tuple(self._by_id[each] for each in ranked[:limit])

    def find_in_text(self, text: str) -> tuple[Delegation, ...]:
        """Return the delegations whose names occur in a text as whole words; the longest match at each place.

        Codes are not searched: *in*, *is* and *de* are also words.
        """
        words = fold(text).split()
        delegations: dict[str, Delegation] = {}
        start = 0
        while start < len(words):
            length = next(
                (
                    count
                    for count in self._name_lengths
                    if " ".join(words[start : start + count]) in self._by_name_in_text
                ),
                0,
            )
            if length:
                for delegation in self._by_name_in_text[" ".join(words[start : start + length])].values():
                    delegations[delegation.id] = delegation
            start += max(1, length)
        return tuple(delegations.values())

    def _find_in_forms(self, text: str) -> frozenset[DelegationId]:
        folded = fold(text)
        if not folded:
            return _NO_MATCH
        ids = self._look_up(folded)
        if not ids and (parts := split_brackets(text)):
            ids = self._intersect_parts(parts)
        if not ids:
            ids = next(filter(None, map(self._intersect_parts, split_names(text))), _NO_MATCH)
        if not ids:
            ids = next(filter(None, map(self._look_up, names_beside_chamber(folded))), _NO_MATCH)
        return ids

    def _look_up(self, folded: str) -> frozenset[DelegationId]:
        """Return the delegations with this code or name.

        Comparisons are tried until one succeeds: exact, in any word order, without *Republic of* and the like, without
        spaces.
        """
        words = significant_words(folded)
        ids = self._by_code.get(folded) or self._by_name.get(folded) or self._by_words.get(words, set())
        if not ids and len(informal := drop_formal_words(words)) < len(words):
            ids = self._by_words.get(informal, set()) - self._listed_only
        return frozenset(ids or self._by_compact_name.get(folded.replace(" ", ""), set()))

    def _intersect_parts(self, parts: tuple[str, ...]) -> frozenset[DelegationId]:
        """Return the delegations named by every part; none if a part is not recognized or the parts disagree.

        Geopolitical groups, filler words (`is_filler`) and the name of a chamber after a match are skipped.
        """
        ids: frozenset[DelegationId] = _NO_MATCH
        for part in parts:
            folded = fold(strip_decorations(part))
            if is_filler(folded) or folded in self._folded_groups or (ids and is_chamber(folded)):
                continue
            called = self._look_up(folded) or next(
                filter(None, map(self._look_up, names_beside_chamber(folded))), _NO_MATCH
            )
            ids = called & ids if ids else called
            if not ids:
                return _NO_MATCH
        return ids

    def _index(self, entry: "_SearchEntry") -> None:
        """Index the codes and names of an entry; a name may belong to several delegations."""
        id_ = entry.delegation.id
        for code in (*entry.codes, fold(id_)):
            self._by_code.setdefault(code, set()).add(id_)
        for form in entry.forms:
            for table, key in ((self._by_name, form), (self._by_compact_name, form.replace(" ", ""))):
                table.setdefault(key, set()).add(id_)
            if words := significant_words(form):
                self._by_words.setdefault(words, set()).add(id_)
            if len(form) >= _SHORTEST_NAME or not form.isascii():
                self._by_name_in_text.setdefault(form, {})[id_] = entry.delegation


def _build_entry(delegation: Delegation) -> _SearchEntry:
    forms = dict.fromkeys(form for name in _all_names(delegation) for form in name_variants(name) if form)
    codes = frozenset(fold(code) for code in (delegation.iso2, delegation.iso3) if code)
    return _SearchEntry(delegation, codes, tuple(forms), fold(delegation.name_en))


def _other_names(delegation: Delegation) -> OtherNames:
    names = load_other_names()
    return names.get(delegation.iso2.upper() or delegation.id, OtherNames())


def _all_names(delegation: Delegation) -> tuple[str, ...]:
    names = (delegation.name_en, delegation.name_fr, delegation.name_es, delegation.name_ar)
    return (*filter(None, names), *_other_names(delegation).names)


def _group_names(delegations: Iterable[Delegation]) -> Iterator[str]:
    """Yield the folded names of geopolitical groups, which name no delegation."""
    own_groups = {group for delegation in delegations for group in delegation.groups}
    for group in own_groups | _GROUPS:
        for form in ("{}", "{} group", "groupe {}", "grupo {}"):
            yield fold(form.format(group))


def parse_sender(delegations: Iterable[Delegation], typed: str) -> tuple[DelegationId, str]:
    """Return the delegation and the person in "Kenya, Ms. S. Kihika"; "" for a part that is missing."""
    finder = DelegationFinder(delegations)
    parts = typed.strip().split(",")
    for length in range(len(parts), 0, -1):
        # Some names contain a comma: try the longest prefix first.
        delegation = finder.find_exact(",".join(parts[:length]))
        if delegation is not None:
            return delegation.id, ",".join(parts[length:]).strip()
    return NO_DELEGATION, typed.strip()
