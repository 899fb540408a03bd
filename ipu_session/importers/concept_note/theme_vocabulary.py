"""Vocabulary of theme lists in English, French and Spanish: announcements, numbering, ends of lists."""

import re

ANNOUNCEMENT_SIGNS = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"debate|discussion|members|participants|delegat|committee|parliament|meeting|hearing|forum|panel|"
        r"session|conference|round ?table|speakers|débat|délégu|membres|commission|parlement|conférence|"
        r"table ronde|réunion|travaux|orateurs|delegad|miembros|participantes|comisión|encuentro|reunión|"
        r"cumbre|oradores",
        r"consider|address|discuss|focus|cover|explore|examine|concentrat|touch|reflect|revolve|guid|answer|"
        r"structured|organi[sz]ed around|devoted|dedicated|inquire|report on|evidence on|share experience|"
        r"divided|consists? of|comprise|made up of|split into|deal|listed|cluster|"
        r"s['’]exprimer|orienter|consacr|dedicad|compos|divis|divid|comport|compr[ie]nd|organis|organiz|"
        r"porter|porteront|portera|aborde|examine|traite|se pencher|réfléchir|discute|articul|structur|"
        r"répond|abord|tratar|centr|gira|analiz|debatir|respond|reflexion|orientar",
        r"\b(?:issues?|themes?|topics?|questions?|points?|subjects?|areas?|aspects?|matters?|headings?|"
        r"clusters?|segments?|"
        r"strands?|pillars?|thèmes?|sujets?|volets?|piliers?|thématiques|bloques?|pilares|"
        r"sous-thèmes?|axes?|enjeux|problématiques|temas?|subtemas?|cuestiones|cuestión|preguntas?|puntos?|"
        r"asuntos?|ejes?|aspectos?|ámbitos?)\b",
        r"such as|following|as follows|includ|below|namely|notamment|suivant|ci-après|ci-dessous|à savoir|"
        r"tel(?:le)?s? que|comme|siguiente|a continuación|a saber|tales como|como|entre otr[ao]s",
    )
)
"""Signs of an announcement: participants, verb, noun for themes, and phrase that introduces a list."""

OTHER_LISTS = re.compile(
    r"objecti[vf]|objetiv|\baims?\b|\bpurpose|programme|programa|agenda|ordre du jour|orden del día|"
    r"experts?\b|panel|documents?\b|documentos?\b|was adopted|adopté|recall|rappel|recuerd|annex|anexo|"
    r"contact|deadline|délai|plazo|requirements?|contributions?\b|contribuciones\b|co-?rapporteurs?\s*:|"
    r"registr|"
    r"inscri|sponsor|resolutions\b|résolutions\b|resoluciones\b",
    re.IGNORECASE,
)
FUTURE_CUE = re.compile(
    r"(?:debate|discussion|members|participants|delegat\w+|débat|délégués) (?:\w+ )?(?:can|could|might)\b|"
    r"\b(?:will|shall|should|may|to be|expected|likely|invited|encouraged|aims? to|"
    r"sera|seront|pourr\w+|devr\w+|peuvent|invité\w*|portera|porteront|abordera|aborderont|"
    r"podrán?|deberán?|será|serán|invita\w*|abordará\w*|tratará\w*|se espera|se prevé)\b",
    re.IGNORECASE,
)
PAST_CUE = re.compile(
    r"\b(?:previous|earlier|dealt with|discussed|addressed|considered|explored|held in|were|was|"
    r"précédent\w*|avaient|avait|ont|anterior\w*|abordó|trató|trataron|celebrad[oa]s?)\b",
    re.IGNORECASE,
)
TERMS_OF_REFERENCE = re.compile(
    r"(?:terms of reference|call for evidence|scope of the inquiry|mandat|términos de referencia)\s*:?", re.IGNORECASE
)
ENDS_WITH_THEMES = re.compile(
    r"\b(?:issues|themes?|topics|questions|subjects|areas|matters|headings|points|clusters|segments|"
    r"strands|pillars|"
    r"puntos|thèmes?|sujets|axes|volets|piliers|thématiques|temas?|ejes|bloques|pilares|"
    r"cuestiones|preguntas)(?:\s+(?:suivant\w*|siguientes?|thématiques|temáticos))?\s*$",
    re.IGNORECASE,
)
"""The last noun of a clause is what its colon announces."""
COMMITTEE_SUFFIX = re.compile(
    r"\s*\((?:(?:first|second|third|\w+ième|première)\s+)?(?:standing committee|commission|comisión)\b"
    r"[^()]*\)\s*$",
    re.IGNORECASE,
)
THEME_HEADING = re.compile(
    r"(?:(?:proposed|main|key|overarching|sub-|discussion|thematic|core|"
    r"possible|suggested|guiding|the|les|los|las|principaux|posibles|principales)\s+)*(?:sub-?)?"
    r"(?:themes?|issues?|topics?|questions?|points?(?= (?:for|of|to be) )|matters(?= (?:for|to) )|"
    r"areas?(?= (?:of|for|to) )|(?<=thematic )(?:areas?|clusters?|sessions|focus|axes|segments)|"
    r"(?:focus|key|discussion|main) (?:areas|points)|(?:areas|points) (?:of|for) (?:focus|discussion|debate)|"
    r"thèmes?|sujets?|axes|sous-thèmes?|thématiques|pistes de (?:réflexion|discussion)|"
    r"points(?= (?:à|de) )|temas?|subtemas?|cuestiones|áreas temáticas|líneas temáticas|"
    r"bloques temáticos|preguntas|ejes)"
    r"(?:\s+(?:(?:and|et|y) (?:sub-?|sous-)?(?:themes|topics|questions|thèmes|subtemas|preguntas)\b|"
    r"(?:for|to|of|pour|à|a|du|de|des|proposés|principaux|directrices|para|del|orientador[ae]s|principales|"
    r"covered|addressed|discussed|proposed|thématiques|temáticos|abordés|traités|retenus|centrales|clave|"
    r"propuest[ao]s)\b.{0,50}))?\s*:?",
    re.IGNORECASE,
)
OPEN_END = re.compile(
    r"(?:such as|including|notamment|suivante?s|following|as follows|below|ci-dessous|ci-après|"
    r"a continuación|siguientes?|tales como)\s*[.;]?$",
    re.IGNORECASE,
)
ANNOUNCING_COLON = re.compile(
    r":(?=\s|$)|,?\s\(?(?:namely|viz\.|à savoir|a saber|es decir)\b(?!\s*:)[,:]?", re.IGNORECASE
)
"""Colon or phrase in front of the announced themes."""

AFTER_LIST = re.compile(
    r"^(?:in addition|additional(?:ly)?\b|furthermore|moreover|en outre|de plus|par ailleurs|outre |además|"
    r"asimismo|background|contexte|contexto|introduction|introducción|conclusion|conclusión|annexe?\b|"
    r"anexo\b|"
    r"next steps|prochaines étapes|próximos pasos|deadline|date limite|fecha límite|plazo|contact|rationale|"
    r"for (?:more|further) |(?:anyone|those|all) (?:wishing|interested)|interested |les (?:personnes|"
    r"participants) "
    r"(?:intéressée?s|souhaitant|désireux)|(?:los|las|quienes) (?:interesad[oa]s|personas interesadas|"
    r"deseen)|pour (?:plus|de plus)|para (?:más|mayor) |members (?:are|may|have|will|wish)|"
    r"all members|les membres|tous les membres|(?:todos )?los miembros|"
    r"(?:the |les |los |las )?co-?(?:rapporteur|r?relator)\w*\b|note ?:|nota ?:|nb ?:|source ?:|fuente ?:|"
    r"format ?:|formato ?:|"
    r"(?:the|this|le|la|ce|cette|les|el|los|las|est[ae]) (?:\w+ ){0,3}"
    r"(?:will|is|are|shall|should|sera|seront|est|sont|devra|doit|será|serán|es|son|deberá|debe)\b)|"
    r"written contributions?|contributions écrites|contribuciones (?:escritas|por escrito)|"
    r"\d+ ?(?:st|nd|rd|th|e|è?me|\.?ª)? (?:ipu )?(?:assembl|asamblea)|"
    r"\b(?:invited|invités|invitad[oa]s|submit|submitted|soumettre|transmettre|presentar|enviar)\b",
    re.IGNORECASE,
)
LABELLED_THEME = re.compile(
    r"(?:(?:sub-?)?(?:theme|issue|topic|question|cluster|thematic (?:area|cluster|axis)|area|pillar|"
    r"track|strand|"
    r"(?:sous-)?thème|(?:sous-)?thématique|axe(?: thématique)?|volet|pilier|chantier|"
    r"(?:sub)?tema|eje(?: temático)?|línea|pregunta|bloque(?: temático)?|pilar)\s+"
    r"(?:n[o°º]\.?\s*)?(?:\d{1,2}|[A-H]|[IVX]{1,4})\s*[.:)–—-]+|Q\s?\d{1,2}\s*[.:)–—-]*\s)\s*(?P<theme>\S.*)",
    re.IGNORECASE,
)
"""Theme with a label of its own: "Theme 1: …"."""
SUCH_AS = re.compile(
    r"\b(?:issues?|themes?|topics?|questions?|points?|subjects?|areas?|thèmes?|sujets?|axes|temas?|"
    r"cuestiones|asuntos),?\s+(?:such as|including|notably|notamment|comme|"
    r"tel(?:le)?s? que|tales como|como|incluid[oa]s)\s+(?=[^\W\d])",
    re.IGNORECASE,
)
"""Phrase in front of themes separated by commas."""
FIRST_STEP = re.compile(r"\s(?=\(?(?:a|i|1)\)\s)")
"""End of the clause that announces "(a) …, (b) …"."""
TRAILING_CONJUNCTION = re.compile(r"[;,]\s+(?:and/or|and|or|et|ou|y/o|y|e|o)$", re.IGNORECASE)

NUMBER_WORDS = {
    word: number
    for number, words in enumerate(
        (
            "two deux dos", "three trois tres", "four quatre cuatro", "five cinq cinco", "six seis",
            "seven sept siete", "eight huit ocho", "nine neuf nueve", "ten dix diez",
        ),
        2,
    )
    for word in words.split()
}  # fmt: skip
"""Number of themes by its word."""

_ANYWHERE = r"(?:^|(?<=\s))"
_AT_A_STOP = r"(?:^|(?<=[.;:,!?]\s))(?:(?:and|et|y)\s+)?"
ORDINALS = tuple(
    re.compile(rf"(?:{_ANYWHERE}(?:{adverbs})|{_AT_A_STOP}(?:{words}))(?![\w-])", re.IGNORECASE)
    for adverbs, words in (
        (
            "firstly|premièrement|en premier lieu|en primer lugar",
            r"first|the first|(?:tout )?d['’]abord|l[ea] premi(?:er|ère)|primero|(?:el|la) primer[oa]?",
        ),
        (
            "secondly|deuxièmement|en (?:second|deuxième) lieu|en segundo lugar",
            "second|the second|ensuite|l[ea] (?:seconde?|deuxième)|segundo|(?:el|la) segund[oa]",
        ),
        (
            "thirdly|troisièmement|en troisième lieu|en tercer lugar",
            "third|the third|l[ea] troisième|tercero|(?:el|la) tercer[oa]?",
        ),
        (
            "fourthly|quatrièmement|en quatrième lieu|en cuarto lugar",
            "fourth|the fourth|l[ea] quatrième|cuarto|(?:el|la) cuart[oa]",
        ),
        ("fifthly|cinquièmement|en quinto lugar", "fifth|the fifth|l[ea] cinquième|quinto|(?:el|la) quint[oa]"),
    )
)
_LAST_WORDS = (
    r"finally|lastly|the last|enfin|pour finir|l[ea] derni(?:er|ère)|finalmente|por último|en último lugar|"
    r"(?:el|la) últim[oa]"
)
LAST_ORDINAL = re.compile(
    rf"(?:{_ANYWHERE}(?:and|et|y)\s+(?:{_LAST_WORDS})|{_AT_A_STOP}(?:{_LAST_WORDS}))(?![\w-])", re.IGNORECASE
)
AFTER_ORDINAL = re.compile(
    r"^\s*(?:(?:of these|one|theme|issue|topic|question|point|area|thème|axe|sujet|tema|eje|"
    r"asunto|punto)\s*)?"
    r"(?:(?:is|concerns|relates to|deals with|will be|est|concerne|porte sur|portera sur|traite de|sera|"
    r"es|se refiere a|trata de|será|concierne a)\s+)?[,:]?\s*",
    re.IGNORECASE,
)
"""Words between an ordinal ("the second") and the theme."""
