"""The report checks itself before it is written (product.md, R2): nothing left out, every sum right."""

from ipu_session.domain.figures import speeches, spoken_seconds
from ipu_session.domain.rules import Kind
from ipu_session.domain.state import Session
from ipu_session.report.model import Report
from ipu_session.report.wording import Wording


def faults_of(report: Report, session: Session, now_ms: int, words: Wording) -> tuple[str, ...]:
    """Return what in a report does not agree with its session; nothing if all does."""
    held = speeches(session)
    others = [each for each in session.interventions.values() if each.kind is not Kind.SPEECH]
    seconds = sum(spoken_seconds(each, now_ms) for each in held)
    expected = {
        "speakers": len(held) + 1 if held else 0,
        "procedure": len(others),
        "contributions": len(session.contributions),
    }
    faults = [
        f"{name}: {_rows(report, name)} rows for {count}"
        for name, count in expected.items()
        if _rows(report, name) != count
    ]
    for name in ("speakers", "people", "delegations", "categories"):
        table = report.table(name)
        if table is not None and words.duration(seconds) not in table.rows[-1]:
            faults.append(f"{name}: the total is not {words.duration(seconds)}")
    return tuple(faults)


def _rows(report: Report, name: str) -> int:
    table = report.table(name)
    return 0 if table is None else len(table.rows)
