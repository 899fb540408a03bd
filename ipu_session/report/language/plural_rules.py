"""Plural rules and ordinals of the report's languages."""

from collections.abc import Mapping


def select_form(n: int, forms: Mapping[str, str], plural: str) -> str:
    """Return the text in ``forms`` for a number, by the rule ``plural`` (``one-many`` or ``arabic``).

    If its form is missing, the form ``other`` is returned; "" if that is missing, too.
    """
    return forms.get(_PLURAL_RULES[plural](n), forms.get("other", ""))


def format_ordinal(n: int, language: str) -> str:
    """Return the ordinal of an Assembly, which is feminine in French and Spanish: 145th, 145e, 145.ª."""
    if language == "fr":
        return "1re" if n == 1 else f"{n}e"
    if language == "es":
        return f"{n}.ª"
    if language == "ar":
        return f"الـ{n}"
    last = "th" if n % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{last}"


def _one_many_form(n: int) -> str:
    return "zero" if n == 0 else "one" if n == 1 else "many"


def _arabic_form(n: int) -> str:
    """Return the CLDR plural category: zero, one, two; by n % 100 few (3 to 10), many (11 to 99), else other."""
    if n < 3:
        return ("zero", "one", "two")[n]
    last = n % 100
    return "few" if 3 <= last <= 10 else "many" if last >= 11 else "other"


_PLURAL_RULES = {"one-many": _one_many_form, "arabic": _arabic_form}
