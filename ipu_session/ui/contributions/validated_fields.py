"""Form fields validated against the session: delegation by any name, themes by number."""

from ipu_session.domain.model.ids import DelegationId, ThemeId
from ipu_session.domain.model.session import NO_DELEGATION, Delegation
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.validated_line_edit import ValidatedLineEdit

_MAX_MATCHES = 4


class DelegationLineEdit(ValidatedLineEdit):
    """Line for a delegation's name in any language, or its code; other delegations that match are named beside it."""

    announces_meaning = True

    def __init__(self, bridge: SessionBridge) -> None:
        self._lookup = _DelegationLookup(bridge)
        super().__init__(self.tr("Delegation"), self._lookup.find_name, self.tr("no such delegation"))

    @property
    def delegation(self) -> DelegationId:
        """The delegation recognised; NO_DELEGATION if there is none."""
        matches = self._lookup.find(self.line.text())
        return matches[0].id if matches else NO_DELEGATION

    def set_delegation(self, delegation: DelegationId) -> None:
        """Put the name of a delegation into the line."""
        self.set_value(self._lookup.display_name(delegation))

    def describe_value(self, value: str) -> str:
        """Return the recognised name and those of other matches; "" if the text is the recognised name itself."""
        text = self.line.text()
        others = [] if text == value else [self._lookup.screen_name(match) for match in self._lookup.find(text)[1:]]
        if not others:
            return "" if text == value else value
        return self.tr("{name}; not {others}").format(name=value, others=", ".join(others))


class ThemesLineEdit(ValidatedLineEdit):
    """Line for numbers of themes; their titles are shown beside it."""

    def __init__(self, bridge: SessionBridge) -> None:
        self._themes = _ThemeNumbers(bridge)
        super().__init__(self.tr("Themes"), self._themes.parse, self.tr("there is no theme of that number"))

    @property
    def themes(self) -> tuple[ThemeId, ...]:
        """The themes recognised; empty if a number is unknown."""
        return self._themes.ids(self.value or "")

    def describe_value(self, value: str) -> str:
        """Return the titles of the themes with the numbers in ``value``."""
        return " · ".join(self._themes.titles(value))


class _DelegationLookup:
    """Search among the delegations of the session."""

    def __init__(self, bridge: SessionBridge) -> None:
        self._bridge = bridge

    def find(self, text: str) -> tuple[Delegation, ...]:
        if not text.strip():
            return ()
        exact = self._bridge.notes_projection.finder.find_exact(text)
        return (exact,) if exact else self._bridge.notes_projection.finder.find(text, _MAX_MATCHES)

    def find_name(self, text: str) -> str | None:
        if not text.strip():
            return ""
        matches = self.find(text)
        return self.screen_name(matches[0]) if matches else None

    def display_name(self, delegation: DelegationId) -> str:
        found_delegation = self._bridge.session.delegations.get(delegation)
        return self.screen_name(found_delegation) if found_delegation else ""

    def screen_name(self, delegation: Delegation) -> str:
        return delegation.name(labels.screen_language())


class _ThemeNumbers:
    def __init__(self, bridge: SessionBridge) -> None:
        self._bridge = bridge

    def parse(self, text: str) -> str | None:
        """Return the numbers in ``text`` (``2, 4``, ``#2 #4`` …) as ``2 4``; None if no theme has one of them."""
        numbers = text.replace("#", " ").replace(",", " ").replace(";", " ").split()
        existing = {str(theme.number) for theme in self._bridge.session.themes}
        return " ".join(dict.fromkeys(numbers)) if existing.issuperset(numbers) else None

    def ids(self, numbers: str) -> tuple[ThemeId, ...]:
        by_number = {str(theme.number): theme.id for theme in self._bridge.session.themes}
        return tuple(by_number[number] for number in numbers.split() if number in by_number)

    def titles(self, numbers: str) -> list[str]:
        return [theme.title for theme in self._bridge.session.themes if str(theme.number) in numbers.split()]
