"""The lines of the form that know the session: a delegation by any name, themes by number."""

from ipu_session.domain.model.ids import DelegationId, ThemeId
from ipu_session.domain.model.session import NO_DELEGATION, Delegation
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.validated_line_edit import CheckedLine

_ALSO = 4


class DelegationLine(CheckedLine):
    """A name in any language, or a code; who else might be meant stands beside it."""

    announces_words = True

    def __init__(self, bridge: Bridge) -> None:
        self._known = _Known(bridge)
        super().__init__(self.tr("Delegation"), self._known.name_of, self.tr("no such delegation"))

    @property
    def delegation(self) -> DelegationId:
        """The delegation that is meant, NO_DELEGATION if there is none."""
        found = self._known.find(self.line.text())
        return found[0].id if found else NO_DELEGATION

    def show_delegation(self, delegation: DelegationId) -> None:
        """Put a delegation into the line."""
        self.set_value(self._known.called(delegation))

    def words(self, value: str) -> str:
        """Return the name, and the others that fit what was typed."""
        typed = self.line.text()
        others = [] if typed == value else [self._known.shown(d) for d in self._known.find(typed)[1:]]
        if not others:
            return "" if typed == value else value
        return self.tr("{name}; not {others}").format(name=value, others=", ".join(others))


class ThemesLine(CheckedLine):
    """Numbers of themes; their titles stand beside them."""

    def __init__(self, bridge: Bridge) -> None:
        self._themes = _Themes(bridge)
        super().__init__(self.tr("Themes"), self._themes.read, self.tr("there is no theme of that number"))

    @property
    def themes(self) -> tuple[ThemeId, ...]:
        """The themes that are meant; none if a number is none."""
        return self._themes.ids(self.value or "")

    def words(self, value: str) -> str:
        """Return the titles."""
        return " · ".join(self._themes.titles(value))


class _Known:
    """The directory as it stands, to be found in."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge

    def find(self, text: str) -> tuple[Delegation, ...]:
        if not text.strip():
            return ()
        exact = self._bridge.notebook.finder.exact(text)
        return (exact,) if exact else self._bridge.notebook.finder.find(text, _ALSO)

    def name_of(self, text: str) -> str | None:
        if not text.strip():
            return ""
        found = self.find(text)
        return self.shown(found[0]) if found else None

    def called(self, delegation: DelegationId) -> str:
        known = self._bridge.session.delegations.get(delegation)
        return self.shown(known) if known else ""

    def shown(self, delegation: Delegation) -> str:
        return delegation.name(labels.screen_language())


class _Themes:
    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge

    def read(self, text: str) -> str | None:
        """Return the numbers in ``text``, None if one of them is no theme's."""
        words = text.replace("#", " ").replace(",", " ").replace(";", " ").split()
        known = {str(theme.number) for theme in self._bridge.session.themes}
        return " ".join(dict.fromkeys(words)) if known.issuperset(words) else None

    def ids(self, numbers: str) -> tuple[ThemeId, ...]:
        by_number = {str(theme.number): theme.id for theme in self._bridge.session.themes}
        return tuple(by_number[number] for number in numbers.split() if number in by_number)

    def titles(self, numbers: str) -> list[str]:
        return [theme.title for theme in self._bridge.session.themes if str(theme.number) in numbers.split()]
