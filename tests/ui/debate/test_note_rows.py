"""Order of the notes under the headings of a list."""

from ipu_session.domain import commands as c
from ipu_session.ui.debate.notes.note_rows import SortBy, sort_into_keys
from tests.builders import a_session, person


def test_the_notes_of_a_speaker_stand_in_the_order_of_the_speeches() -> None:
    service = a_session()
    service.execute(c.OpenSitting())
    for speech in range(6):
        service.execute(c.AddRequest(person("KE", "A. Speaker")))
        service.execute(c.GiveFloor())
        for note in range(9):
            service.execute(c.TakeNote(f"speech {speech}, note {note}"))
        service.execute(c.EndIntervention())
    session, notebook = service.session, service.notes_projection
    assert list(session.interventions) != sorted(session.interventions)
    heading, *notes = sort_into_keys(session, notebook, notebook.all_notes, SortBy.SPEAKER)
    assert isinstance(heading, str)
    assert notes == list(notebook.all_notes)
    assert notes == sorted(session.notes)
