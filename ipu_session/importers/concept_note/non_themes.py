"""Recognition of list items that are not themes: people, agenda items, instructions.

A list is classified by the heading above it ("Panellists", "Practical information"), and by its items.
"""

import re
from collections.abc import Iterator, Sequence

from ipu_session.importers.concept_note.theme_vocabulary import ANNOUNCEMENT_SIGNS
from ipu_session.importers.files.document_line import LineStyle
from ipu_session.importers.files.paragraph_reconstruction import MarkerKind, SourceParagraph, is_sentence_end

_SECTION_LENGTH = 70
_SECTION_WORDS = 9
_LABEL_WORDS = 5
"""Maximum number of words in a section label with a colon; a longer text is a sentence that announces something."""
_OTHER_SECTION = re.compile(
    r"(?:(?:further |other |some |draft |provisional |proposed |preliminary |general |the )*(?:"
    r"practical|logistic|modalit|format\b|participa(?!tion (?:of|by|des|de la|du|politique)\b|ción (?:de|"
    r"del|política)\b)|"
    r"registration(?! of (?!participants|delegat))|languages?\b|interpretation|panell?ists?\b|"
    r"speakers?\b|moderators?\b|discussants?\b|resource persons|keynote|members? of|membership|"
    r"drafting committee|bureau\b|contacts?\b|document|references?\b|reading|resources|bibliograph|"
    r"objectives?\b|aims?\b|purpose|goals?\b|expected|outcomes?\b|results?\b|outputs?\b|next steps|"
    r"follow-up|making a|submissions?\b|submitting|written (?:contributions|submissions|evidence)|"
    r"how to|guidelines|deadlines?\b|accommodation|hotel|visa|venue|dress|agenda\b(?! 20\d\d)|"
    r"(?:security|media|transport|travel|fees?|costs?)"
    r"(?: (?:information|arrangements|accreditation|measures|and (?!\w+ (?:of|in|for)\b)\w+))?$|"
    r"order of business|working methods?|methodology|timetable|requirements?\b|organi[sz]ers?\b|partners\b|"
    r"sponsors?\b|time limits?|rules\b|conduct of|annex|target (?:group|audience|participants)|trainers?\b|"
    r"facilitators?\b|who (?:should|can|may)|audience\b|staff\b|calendar\b|"
    r"schedule\b|duration\b|badges?\b|mandate\b|learning (?:objectives|outcomes)|social events?|side events?|"
    r"excursions?\b|useful|list of (?:participants|documents|speakers)|steering|secretariat\b|hosts?\b)|"
    r"(?:informations? |quelques |projet d['’e] ?|renseignements )*(?:"
    r"pratiques?\b|modalités|format\b|participa(?!tion (?:des|de la|du|politique))|inscription|"
    r"langues?\b|interprétation|intervenante?s?\b|"
    r"orateurs|oratrices|panélistes|modérat|membres d|composition|bureau\b|contacts?\b|document|références|"
    r"public(?: cible|s? visés?)|cibles?\b|bénéficiaires|format(?:eurs|rices)|facilita(?:teurs|trices)|"
    r"encadrement|"
    r"anima(?:teurs|trices)|calendrier|chronogramme|aspects logistiques|logistique|déroulement|durée|"
    r"transports?$|"
    r"visas?\b|frais$|organisateurs|partenaires|personnes[- ]ressources|mandat\b|liste d|"
    r"objectifs?\b|buts?\b|finalité|résultats|suites?\b|suivi\b|prochaines étapes|hébergement|lieu\b|"
    r"ordre du jour|contributions écrites|délais?\b|méthode|règles\b|annexe)|"
    r"(?:la |los |las |el |proyecto de )*(?:"
    r"información(?! y )|formato\b|participación(?! (?:de|política))|participantes|participarán|"
    r"inscripci|idiomas?\b|interpretación|"
    r"destinatari|público|dirigido a|facilitador|capacitador|calendario|cronograma|requisitos|logística|"
    r"aspectos "
    r"logísticos|organizador|visad|transporte$|costos?$|metodología|duración|mandato\b|lista de|"
    r"panelistas|ponentes|oradores|moderador|miembros|mesa\b|contactos?\b|documentación|documentos|"
    r"referencias|objetivos?\b|finalidad|resultados|próximos pasos|seguimiento|alojamiento|sede\b|"
    r"orden del día|plazos?\b|métodos?\b|reglas\b|anexos?\b))",
    re.IGNORECASE,
)
_ANNOUNCEMENT_LENGTH = 200
_THEME_WORD = re.compile(
    r"\b(?:themes?|topics?|issues?|questions?|thèmes?|sujets?|axes|temas?|ejes|cuestiones|preguntas)\b", re.IGNORECASE
)
_PERSON = re.compile(
    r"(?:(?:H\.? ?E\.?|S\.? ?E\.?|The|Rt\.?|Right|Su Excelencia|l['’])\s*)?"
    r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame|Lord|Lady|Baroness|Hon(?:ou?rable)?|Senator|Sen|Amb|"
    r"Ambassador|MM?|Mmes?|Mlle|Pr|Sr|Sra|Dra|Dip|Diputad[oa]|Senador|Senadora|Sénateur|Sénatrice)\b\.?\s+)+"
    r"(?=[A-ZÀ-Þ])"
)
_OFFICE = re.compile(
    r"^[A-ZÀ-Þ][\w’'.-]+(?:\s+[A-ZÀ-Þ][\w’'.-]*){1,4}\s*[,(–-]\s*(?:\w+\s){0,3}?(?:MP|Chair|President|"
    r"Speaker|"
    r"Director|Minister|Deputy|Secretary|Professor|Member|Senator|Founder|Député|Présiden|Directeur|"
    r"Directrice|Ministre|Sénat|Diputad|Director|Ministr|Senador)"
)
_AGENDA = re.compile(
    r"(?:(?:adoption|approval) (?:of|and)\b.{0,40}\b(?:agenda|drafts?|reports?|resolutions?|outcome|"
    r"declaration|minutes|"
    r"recommendations|conclusions|statement|communiqué|programme|rules|decisions?|records?)|"
    r"(?:opening|closing|closure|clôture|ouverture|clausura|apertura|inauguración)"
    r"(?:\s*(?:$|[,:;.(–-])|\s+(?:(?:of|de|del?|du|des)\s+(?:the |la |l['’]|el |los )?(?:\w+ )?"
    r"(?:meeting|session|sitting|conference|seminar|forum|workshop|debate|hearing|assembly|event|proceedings|"
    r"list|séance|réunion|conférence|séminaire|travaux|débats?|rencontre|atelier|"
    r"reunión|sesión|conferencia|seminario|foro|encuentro|evento|trabajos|debate|acto)|"
    r"session|ceremony|remarks|address|statements?|plenary|words|speech|by|and|officielle|solennelle|"
    r"oficial|solemne|y|et)\b)|"
    r"closed|registration(?! of (?!participants|delegat|speakers))|any other business|"
    r"date and place|coffee|tea\b|lunch|dinner|reception\b(?! of)|group photo|family photo|welcom(?:e|"
    r"ing) (?:by|remarks|address|"
    r"words|and|speech|of (?:participants|delegat)|statement|reception|dinner)|welcome$|introductory remarks|"
    r"organi[sz]ation of (?:the )?work|reports? (?:by|of) the|minutes\b|preparations? for|"
    r"elections? (?:of (?:the |a |new )?(?:president|vice|officers|bureau|chair|rapporteur|members|"
    r"committee)|"
    r"to (?:the |fill )|du|de la|des|au|aux)|break$|"
    r"morning tea|arrival (?:of|and)|arrivals?$|departure|field visit|keynote|concluding|conclusions?\b|"
    r"wrap-up|"
    r"accueil(?: (?:des (?:participant|délég|invité)|et)|$)|inscription|allocution|déjeuner|pause\b|"
    r"(?:adoption|approbation) (?:d['’]|de|du|des).{0,40}\b(?:ordre du jour|rapports?|projets?|"
    r"résolution|déclaration|"
    r"procès|comptes? rendus?|recommandations|conclusions|document|programme)|"
    r"questions diverses|divers\b|photo de|préparation d|synthèse|fin des travaux|"
    r"ceremonia|almuerzo|aprobación (?:de|del)\b.{0,40}\b(?:orden|acta|informe|declaración|proyecto|"
    r"documento|"
    r"conclusiones|programa)|inscripción|"
    r"elección (?:de|del) (?:la |los |las )?(?:mesa|president|vice|autoridades|miembros|relator)|"
    r"otros asuntos|"
    r"asuntos varios|receso|café\b|foto\b|palabras de|bienvenida|lectura del)",
    re.IGNORECASE,
)
_INSTRUCTED = (
    r"(?:(?:all|each|written|the|any|every|toutes? les|chaque|les|los|las|todas las|el|la|l['’])\s*)*(?:"
    r"submissions?|contributions?|paragraphs?|amendments?|participants?|delegat\w+|statements?|papers?|"
    r"speakers?|presentations?|evidence|interpretation|registration|time limit|page limit|"
    r"speaking time|deadline|font|personal data|text|"
    r"amendements?|temps de parole|interprétation|inscription|langue|orateurs|délégations|textes?|"
    r"contribuciones|idiomas?|inscripción|tiempo|intervenciones|textos?|enmiendas|delegaciones)\b"
)
_INSTRUCTION_VERB = (
    r"\b(?:should|must|shall|will|may|can(?:not)?|is|are|needs? to|close|doi(?:t|vent)|devr(?:a|ont)|sera|"
    r"seront|est|sont|peu(?:t|vent)|deber?[áa]n?|será|serán|es|son|podrán)\b"
)
_INSTRUCTION = re.compile(
    rf"{_INSTRUCTED}[^?]{{0,120}}?{_INSTRUCTION_VERB}[^?]*$|(?:please|kindly|se ruega|veuillez|merci de|prière de)\b|"
    r"(?:parliaments|members|countries)\b.{0,40}\b(?:are|is)\s+(?:kindly\s+)?(?:invited|requested|asked|"
    r"encouraged)\b|"
    r"(?:speak|address the chair|keep to|hand (?:in )?your|do not|don['’]t|fill in|send (?:a|your|the)|"
    r"bring (?:a|your)|wait for|press the|parlez|remettez|respectez|complete el|envíe|presente su)\b|"
    r"(?:be (?:in|submitted|sent|saved|written)|not (?:be|exceed)|state the|use a)\b|"
    r".{0,80}(?:https?://|www\.|\S@\S+\.\w)|"
    r".{0,60}\b(?:Word (?:format|document)|PDF|font size|curriculum vitae|A4)\b",
    re.IGNORECASE,
)
_AND_SO_ON = re.compile(
    r"(?:amongst? (?:many )?others?(?: things)?|and (?:many )?(?:others|more)|inter alia|etc\.?|entre autres|"
    r"parmi d['’]autres|entre otr[ao]s(?: cosas)?|where no country\b.*)[.;]?",
    re.IGNORECASE,
)


def is_not_theme(text: str) -> bool:
    """Return whether a list item is a person, an agenda item, an instruction or "etc."."""
    return is_person(text) or bool(
        _AGENDA.match(text) or _INSTRUCTION.match(text) or _AND_SO_ON.fullmatch(text.strip())
    )


def is_person(text: str) -> bool:
    """Return whether a text begins with the name of a person, by a title before it or an office behind it."""
    return bool(_PERSON.match(text) or _OFFICE.match(text))


def are_mostly_themes(items: Sequence[str]) -> bool:
    """Return whether at most a quarter of the items of a list are no themes (`is_not_theme`)."""
    return 4 * sum(map(is_not_theme, items)) <= len(items)


def is_other_section(paragraph: SourceParagraph) -> bool:
    """Return whether a paragraph is the heading of a section without themes."""
    text = paragraph.text.rstrip(" :.")
    if not is_heading_like(paragraph) or _THEME_WORD.search(text) or ":" in text:
        return False
    too_long = paragraph.text.endswith(":") and len(text.split()) > _LABEL_WORDS
    return not too_long and bool(_OTHER_SECTION.match(text))


def is_other_label(text: str) -> bool:
    """Return whether a line is a label of another subject with its value: "Hotels: …"."""
    label, colon, content = text.partition(":")
    return (
        bool(colon and content.strip())
        and len(label.split()) <= _LABEL_WORDS
        and bool(_OTHER_SECTION.match(label.strip()))
    )


def is_heading_like(paragraph: SourceParagraph) -> bool:
    """Return whether a paragraph looks like a heading: short, capitalized, and not a sentence."""
    text = paragraph.text.strip("[ ")
    if (
        paragraph.marker_kind not in {MarkerKind.NONE, MarkerKind.NUMBER, MarkerKind.ROMAN}
        or len(text) > _SECTION_LENGTH
    ):
        return paragraph.style is LineStyle.HEADING
    ended = is_sentence_end(text) and not text.endswith(":")
    return not ended and len(text.split()) <= _SECTION_WORDS and text[:1].isupper()


def exclude_other_sections(text: Sequence[SourceParagraph]) -> list[SourceParagraph]:
    """Return the paragraphs, those of sections without themes changed to ``LineStyle.MARGIN``.

    Such a section ends at the next heading of the same form as its own (by style, numbered, or plain after a blank
    line), at a heading with a word for themes, or at a sentence that announces themes.
    """
    return list(_mark_other_sections(text))


def _mark_other_sections(text: Sequence[SourceParagraph]) -> Iterator[SourceParagraph]:
    heading: SourceParagraph | None = None
    for index, paragraph in enumerate(text):
        if is_other_section(paragraph) and not _is_in_list(text, index):
            heading = paragraph
        elif heading is not None and _ends_section(heading, paragraph):
            heading = None
        yield paragraph if heading is None else _as_margin(paragraph)


def _is_in_list(text: Sequence[SourceParagraph], index: int) -> bool:
    """Return whether a numbered line is next to another one; a heading, in contrast, is followed by its section."""
    family = text[index].marker_kind
    neighbours = (*text[max(0, index - 1) : index], *text[index + 1 : index + 2])
    return family is not MarkerKind.NONE and any(each.marker_kind is family for each in neighbours)


def _ends_section(heading: SourceParagraph, paragraph: SourceParagraph) -> bool:
    if paragraph.text.endswith(":") and all(
        pattern.search(paragraph.text[-_ANNOUNCEMENT_LENGTH:]) for pattern in ANNOUNCEMENT_SIGNS[:3]
    ):
        return True
    if not is_heading_like(paragraph) or is_not_theme(paragraph.text):
        return False
    if paragraph.style is LineStyle.HEADING or heading.style is LineStyle.HEADING:
        return paragraph.style is heading.style and paragraph.level <= heading.level
    if _THEME_WORD.search(paragraph.text):
        return True
    if heading.is_list_item or paragraph.is_list_item:
        return heading.marker_kind is paragraph.marker_kind and heading.marker[-1:] == paragraph.marker[-1:]
    return paragraph.is_after_blank


def _as_margin(paragraph: SourceParagraph) -> SourceParagraph:
    return SourceParagraph(paragraph.text, paragraph.number, style=LineStyle.MARGIN)
