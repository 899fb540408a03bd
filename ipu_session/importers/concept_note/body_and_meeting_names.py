"""Recognition of names of bodies, meetings and document types, which stand above the title of a debate."""

import re
from collections.abc import Sequence

from ipu_session.importers.concept_note.note_fields import NoteSentence

_EVENT = (
    r"(?:conference|seminar|meeting|workshop|hearing|summit|round ?table|forum|symposium|session|dialogue|"
    r"consultation|congress|edition|conférence|séminaire|réunion|atelier|sommet|table ronde|rencontre|"
    r"colloque|séance|"
    r"journée|audition|édition|conferencia|seminario|reunión|taller|cumbre|mesa redonda|encuentro|foro|"
    r"jornada|"
    r"audiencia|sesión|edición)"
)
_BODY = re.compile(
    r"\b(?:council|committee|network|partnership|parliament|congress|assembly|forum|dialogue|group|"
    r"commission|"
    r"senate|house|chamber|ministry|office|secretariat|association|union|organi[sz]ation|institute|society|"
    r"league|federation|alliance|initiative|programme|conseil|comité|réseau|parlement|assemblée|sénat|"
    r"chambre|"
    r"ministère|institut|ligue|fédération|groupe|consejo|congreso|parlamento|asamblea|comisión|comité|"
    r"red|grupo|"
    r"senado|cámara|ministerio|unión|asociación|organización)\b",
    re.IGNORECASE,
)
_BODY_ON = re.compile(
    r"(?:\w+\s+){0,4}(?:committee|commission|council|group|comité|conseil|comisión|consejo|grupo)\s+"
    r"(?:on|for|sur|pour|de|des|du|sobre|para)\b",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"[:«“\"]|\s[–—-]\s|\b(?:on|sur|sobre|against|contre|contra|about|towards?|vers|hacia|"
    r"(?:for|pour|para)(?!\s+(?:the\s+|les\s+|los\s+|las\s+)?(?:\w+\s+)?(?:parliament\w*|members|women|young|"
    r"speakers|staff|participants|parlement\w*|membres|femmes|jeunes|miembros|mujeres|jóvenes)\b))(?=\s)",
    re.IGNORECASE,
)
_NAME_OF_MEETING = re.compile(rf"(?:[\w’'-]+\s+){{0,4}}{_EVENT}\b", re.IGNORECASE)
_SMALL = re.compile(r"\b(?:of|the|and|for|de|des|du|la|le|les|et|pour|del|los|las|el|y|para|d['’]|l['’]|on|in)\b")
DOCUMENT_TYPE = re.compile(
    r"(?:(?:draft|revised|provisional|preliminary|annotated|tentative|open|projet (?:de|d['’])|"
    r"proyecto de)\s*)*"
    r"(?:(?:agenda|programm?e?|programa|temario|ordre du jour|orden del día|concept (?:note|paper)|"
    r"terms of reference|termes de référence|términos de referencia|mandat|invitation|invitación|"
    r"letters? of invitation|lettre d['’]invitation|carta de invitación|convocation|convocatoria|"
    r"(?:background|information|discussion|briefing|concept|issues|explanatory) (?:note|paper|document)|"
    r"note (?:d['’]information|de cadrage|de présentation|conceptuelle|d['’]orientation|de synthèse)|"
    r"nota (?:conceptual|informativa|de concepto|de antecedentes|verbal)|documento (?:conceptual|de trabajo)|"
    r"note verbale|circular|circulaire|call for (?:evidence|papers|contributions)|appel à contributions?|"
    r"guidelines|practical information|informations pratiques|información práctica|guiding questions|"
    r"questions directrices|preguntas orientadoras|summary records?|minutes|list of \w+)"
    r"(?:\s+(?:and|et|y|de|of|du|del|pour|for|para)\s+(?:the\s+|la\s+|le\s+|el\s+|l['’])?(?:\w+\s+)?"
    r"(?:concept (?:note|paper)|programme|agenda|debate|débat|debate|meeting|séance|session|panel|"
    r"note conceptuelle|nota conceptual))*|"
    r"(?:preparatory debate|débat préparatoire|debate preparatorio)(?:\s+(?:on|for|à|de|pour|para|sobre)\s+"
    r"(?:the |la |le |el )?(?:next |draft |projet de |proyecto de )?(?:resolution|résolution|resolución))?|"
    r"(?:about|à propos d\w+|acerca de\w*) (?:the|la|le|el|l['’])\s?\w+|"
    rf"(?:[\w-]+(?:st|nd|rd|th|ème|ième|ª)|[XVI]+|primera?|segund[oa]|tercera?|cuart[oa])\s+(?:annual\s+|"
    rf"ordinary\s+)?{_EVENT})\s*[.:]?",
    re.IGNORECASE,
)
"""Names of document types, such as "Concept note", which say nothing about the subject."""
_FEW_WORDS = 3
_LONGEST_SENTENCE = 600
"""Maximum length of an invitation sentence, in characters; the patterns take quadratic time on longer ones."""
_INVITES = re.compile(
    r"\b(?:invit\w*|pleasure|honou?r|pleased|plaisir|honneur|complac\w*|grat[oa]|announce|convened?)\b", re.IGNORECASE
)
_QUOTED = re.compile(r"[“«\"]\s*(?P<t>[^”»\"]{8,160}?)\s*[”»\"]")
_MEETING_ON = re.compile(
    rf"(?P<t>(?:(?:[A-ZÀ-Þ][\w’'-]*|joint|annual|regional|international|"
    rf"parliamentary)\s+)*{_EVENT}\b[^,.;]{{0,60}}?"
    r"\b(?:on|sur|sobre|against|contre|contra)\s+[^,.;]{3,120}?)"
    r"(?=[,.;]|\s+(?:in|at|à|au|en|to|which|qui|que|that|du|from|del)\s+(?:[A-ZÀ-Þ\d]|be\b|will|se\b|"
    r"aura)|$)",
    re.IGNORECASE,
)


def is_body_or_meeting(text: str) -> bool:
    """Return whether a line names a body or a meeting, without a subject."""
    if _BODY_ON.match(text) and ":" not in text:
        return True
    parts = re.split(r"\s+[–—-]\s+", text)
    if len(parts) > 1:
        return all(map(is_body_or_meeting, parts))
    if _TOPIC.search(text):
        return False
    if _NAME_OF_MEETING.match(text):
        return True
    if len(text.split()) <= _FEW_WORDS and _BODY.match(text):
        return True
    capitals = all(word[:1].isupper() or not word[:1].isalpha() for word in _SMALL.sub(" ", text).split())
    return capitals and bool(_BODY.search(text))


def find_invitation(text: Sequence[NoteSentence]) -> tuple[str, NoteSentence] | None:
    """Return the subject of an invitation, in quotation marks or after "on", and its sentence; else None."""
    for sentence in text:
        if len(sentence.text) > _LONGEST_SENTENCE or not _INVITES.search(sentence.text):
            continue
        for pattern in (_QUOTED, _MEETING_ON):
            if match := pattern.search(sentence.text):
                return match["t"].strip(), sentence
    return None
