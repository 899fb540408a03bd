"""Extraction of fields from a concept note: Assemblies, committee, contribution rules, document symbol."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from ipu_session.domain.text.text_folding import fold
from ipu_session.importers.files.dates import find_days, find_month
from ipu_session.importers.files.document_line import LABEL
from ipu_session.importers.files.paragraph_reconstruction import SourceParagraph, split_sentences


class NoteField(Struct, frozen=True):
    """A field with its value, its source sentence, and the index of its paragraph, used for sorting."""

    field: str
    value: str
    source: str
    paragraph_index: int
    is_doubtful: bool = False


class NoteSentence(Struct, frozen=True):
    """A sentence and the index of its paragraph."""

    text: str
    paragraph_index: int


def note_sentences(text: Sequence[SourceParagraph]) -> tuple[NoteSentence, ...]:
    """Return the sentences of a note; a label and its value in the next paragraph are joined."""
    sentences: list[NoteSentence] = []
    for index, paragraph in enumerate(text):
        if LABEL.fullmatch(paragraph.text) and index + 1 < len(text):
            # Label and value in two cells of a table.
            sentences.append(NoteSentence(f"{paragraph.text.rstrip(' :')}: {text[index + 1].text}", index))
        else:
            sentences += (NoteSentence(sentence, index) for sentence in split_sentences(paragraph.source))
    return tuple(sentences)


ASSEMBLY = re.compile(
    r"\b(?P<n>\d{2,3})\s?(?P<s>st|nd|rd|th|e|è?me|ème|ᵉ|ᵗʰ|\.?\s?[ªa])?[\"'’]?\s+(?:IPU\s+)?"
    r"(?P<w>Assembl(?:y|[ée]e)|Asamblea)",
    re.IGNORECASE,
)
_ADOPTING = re.compile(r"adopt|aprob|finali[sz]|examin|approv|\bvot|mis aux voix|soumis|somet", re.IGNORECASE)
_FUTURE = re.compile(
    r"\b(?:will|shall|should|to be|is to|are to|expected|sera|seront|doit|devra|devrait|appelée?s?|en vue|"
    r"\w+rán?|\w{3,}er(?:a|ont)|sea|sean|debería|se prevé|ha de|han de)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:decided|agreed|chosen|selected) (?:at|by|during|in)\b|\b(?:décidée?|choisie?) (?:à|par|lors|en)\b|"
    r"\b(?:decidid|acordad|elegid)[oa] (?:en|por|durante)\b|"
    r"\badopted (?:at|by|during|in)\b|\badoptée? (?:à|par|lors|en)\b|previous|précédent|\bw(?:as|ere)\b|été|"
    r"\b(?:meeting|session|réunion|reunión)\b.{0,20}\b(?:held|tenue|celebrada)\b|"
    r"\b(?:aprobada|adoptada) (?:en|por|durante)\b|\bfue(?:ron)?\b|anterior",
    re.IGNORECASE,
)
_NEAR = 400
"""Number of characters around the name of an Assembly that are searched for what happens there."""
_NAMES = {"assemblee": "{n}e Assemblée de l'UIP", "asamblea": "{n}.ª Asamblea de la UIP"}
"""Format of an Assembly's name in the report, by the folded word for it in the note."""


class _AssemblyMention(Struct, frozen=True):
    number: int
    word: str
    sentence: NoteSentence
    start: int
    end: int

    @property
    def name(self) -> str:
        """Name of the Assembly as the report writes it."""
        if (word := fold(self.word)) in _NAMES:
            return _NAMES[word].format(n=self.number)
        teen = self.number % 100 in {11, 12, 13}
        suffix = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(self.number % 10, "th")
        return f"{self.number}{suffix} IPU Assembly"

    @property
    def is_adopting(self) -> bool:
        """Whether the resolution is to be adopted at this Assembly."""
        before = self.sentence.text[max(0, self.start - _NEAR) : self.start]
        return bool(_ADOPTING.search(before) and _FUTURE.search(before))

    @property
    def is_past(self) -> bool:
        """Whether the text around the name speaks of an earlier Assembly."""
        return bool(_PAST.search(self.sentence.text, max(0, self.start - _NEAR), self.end + _NEAR))


def find_assemblies(text: Sequence[NoteSentence]) -> Iterator[NoteField]:
    """Yield the Assembly of the debate, and the Assembly that will adopt the resolution, with its month."""
    mentions = [mention for sentence in text for mention in _find_mentions(sentence)]
    adopting = next((mention for mention in mentions if mention.is_adopting), None)
    now = [m for m in mentions if not m.is_adopting and (adopting is None or m.number < adopting.number)]
    current = next((m for m in now if not m.is_past), None)
    if adopting is None and current is not None:
        adopting = next((m for m in now if not m.is_past and 0 < m.number - current.number <= 2), None)
        if adopting is None and (
            earlier := next((m for m in now if current.number - m.number == 1 and not m.is_past), None)
        ):
            current, adopting = earlier, current
    if current is not None:
        yield NoteField("assembly", current.name, current.sentence.text, current.sentence.paragraph_index)
    if adopting is not None:
        yield NoteField("adopting_assembly", adopting.name, adopting.sentence.text, adopting.sentence.paragraph_index)
        if month := find_month(adopting.sentence.text[adopting.end :]):
            yield NoteField("adopting_date", month, adopting.sentence.text, adopting.sentence.paragraph_index)


def _find_mentions(sentence: NoteSentence) -> Iterator[_AssemblyMention]:
    for match in ASSEMBLY.finditer(sentence.text):
        yield _AssemblyMention(int(match["n"]), match["w"].lower(), sentence, match.start(), match.end())


_DEADLINE_CUE = re.compile(
    r"\b(?:by|before|until|no later than|not later than|deadline|at the latest|due|closing date|"
    r"closes? on|prior to|"
    r"avant le|"
    r"au plus tard|date limite|date de clôture|fecha de cierre|"
    r"échéance|délai|hasta el|antes del|a más tardar|fecha límite|plazo)\b|jusqu['’ ]au|d['’ ]ici",
    re.IGNORECASE,
)
_AT_THE_LATEST = re.compile(r"\b(?:at the latest|au plus tard|a más tardar|como máximo)\b", re.IGNORECASE)
"""Phrase of a deadline that can stand after the date."""
_DEADLINE = re.compile(r"deadline|date limite|fecha límite", re.IGNORECASE)
_CONTRIBUTION = re.compile(
    r"contribu(?:t|ci[óo]n|ir\b)|\b(?:written|writing|par écrit|por escrito|submissions?|soumissions?|"
    r"page limit)\b|"
    r"\b(?:papers?|evidence|inputs?|texts?)\b(?=.{0,80}\b(?:received|submitted|sent in|reach|arrive)\b)|"
    r"\b(?:papers?|evidence|inputs?|texts?|statements?|communications?|documents?|textes?|textos?|"
    r"ponencias?)\b"
    r"(?=.{0,80}\b(?:p(?:age|ágina)s?|words?|mots?|palabras?)\b)|"
    r"\b(?:soumettre|submit|presentar|send in|faire parvenir|transmettre)\b(?=.{0,60}\bp(?:age|ágina)s?\b)",
    re.IGNORECASE,
)
_PAGES = re.compile(
    r"\b(?P<n>\d{1,2}|one|two|three|four|five|six|seven|eight|ten|une|deux|trois|quatre|cinq|sept|huit|dix|"
    r"una|dos|tres|cuatro|cinco|seis|siete|ocho|diez)(?:\s*\(\d{1,2}\))?"
    r"[\s-]*(?:(?:A4|double-spaced|typed|single-spaced)\s+)?p(?:age|[áa]gina)s?\b",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"no (?:longer|more) than|not (?:be longer than|exceed)|maximum|at most|limit|up to|au plus|dépass|"
    r"como máximo|exced",
    re.IGNORECASE,
)
_PAGE_WORDS = {"one": "1", "une": "1", "two": "2", "deux": "2", "three": "3", "trois": "3", "four": "4",
               "quatre": "4", "five": "5", "cinq": "5", "six": "6", "una": "1", "dos": "2", "tres": "3",
               "cuatro": "4", "cinco": "5", "seis": "6", "seven": "7", "sept": "7", "siete": "7",
               "eight": "8", "huit": "8", "ocho": "8", "ten": "10", "dix": "10", "diez": "10"}  # fmt: skip


def find_contribution_rules(text: Sequence[NoteSentence]) -> Iterator[NoteField]:
    """Yield the deadline (ISO 8601) and the maximum length (pages) of written contributions, if they are stated."""
    places = {sentence.paragraph_index for sentence in text if _CONTRIBUTION.search(sentence.text)}
    about = [
        each
        for each in text
        if each.paragraph_index in places or (_DEADLINE.search(each.text) and (places or _DEADLINE.match(each.text)))
    ]
    for sentence in about:
        days = [day for cue in _DEADLINE_CUE.finditer(sentence.text) for day in find_days(sentence.text[cue.end() :])]
        if not days and (latest := _AT_THE_LATEST.search(sentence.text)):
            days = list(find_days(sentence.text[: latest.start()])[-1:])
        if days:
            yield NoteField("contributions_deadline", days[0].iso, sentence.text, sentence.paragraph_index)
            break
    limits = [each for each in text if _LIMIT.search(each.text)] if places else []
    for sentence in (*about, *limits):
        if match := _PAGES.search(sentence.text):
            number = match["n"].lower()
            yield NoteField(
                "contributions_pages", _PAGE_WORDS.get(number, number), sentence.text, sentence.paragraph_index
            )
            break


_NOT_A_NAME = r"(?!(?:Mr|Mrs|Ms|Miss|Dr|Mme|Mlle|The|This|It|In|At|On|Is|Will|Its)\b)"
_CAPITAL = rf"{_NOT_A_NAME}[A-ZÀ-Þ][\w’'-]*"
_COMMITTEE = re.compile(
    rf"Standing\s+Committee\s+on\s+(?:the\s+)?{_CAPITAL}"
    rf"(?:(?:,\s+|\s+)(?:(?:and|of|for|on|&)\s+(?:the\s+)?)?{_CAPITAL})*"
)
_COMMISSION = re.compile(
    r"Commission\s+permanente\s+(?:de\s+la\s+paix\s+et\s+de\s+la\s+sécurité\s+internationale|"
    r"du\s+développement\s+durable(?:,\s+du\s+financement\s+et\s+du\s+commerce)?|"
    r"de\s+la\s+démocratie\s+et\s+des\s+droits\s+de\s+l['’]homme|des\s+Affaires\s+des\s+Nations\s+Unies)",
    re.IGNORECASE,
)
_COMISION = re.compile(
    r"Comisión\s+Permanente\s+de\s+(?:(?:la\s+)?Paz\s+y\s+(?:la\s+)?Seguridad\s+Internacional|"
    r"Desarrollo\s+Sostenible(?:,\s+Finanzas\s+y\s+Comercio)?|"
    r"(?:la\s+)?Democracia\s+y\s+(?:los\s+)?Derechos\s+Humanos|"
    r"(?:los\s+)?Asuntos\s+de\s+las\s+Naciones\s+Unidas)",
    re.IGNORECASE,
)


def find_committee(text: Sequence[NoteSentence]) -> Iterator[NoteField]:
    """Yield the Standing Committee that holds the debate, if its full name is given."""
    for sentence in text:
        matches = (pattern.search(sentence.text) for pattern in (_COMMITTEE, _COMMISSION, _COMISION))
        if match := next(filter(None, matches), None):
            yield NoteField("committee", match[0].rstrip("-'’ "), sentence.text, sentence.paragraph_index)
            return


_SYMBOL = re.compile(r"(?<![\w/(])[A-Z]{1,4}(?:-[IVX]{1,4})?/(?:[A-Z][\w.]*/){0,3}\d{2,3}/[\w.()/-]*\w")
_CITATION = re.compile(
    r"resoluti|résoluti|resoluci|decision|décision|decisión|document|\bsee\b|\bvoir\b|véase|\bcf\b|submitted|"
    r"report|rapport|informe|https?:|\bitem\b|pursuant|\bin its\b|through",
    re.IGNORECASE,
)
_SYMBOL_LINE = 90
"""Maximum length, in characters, of a line that holds the document's own symbol, perhaps with committee or date."""


_TOP, _FOOT = 12, 6
"""Number of sentences at the beginning and at the end of the note in which the symbol is searched."""


def find_symbol(text: Sequence[NoteSentence]) -> Iterator[NoteField]:
    """Yield the symbol of the document, such as "C-III/144/DR-cn", if it has one."""
    for sentence in (*text[:_TOP], *text[-_FOOT:]):
        match = _SYMBOL.search(sentence.text)
        if match and len(sentence.text) <= _SYMBOL_LINE and not _CITATION.search(sentence.text):
            yield NoteField("symbol", match[0], sentence.text, sentence.paragraph_index)
            return
