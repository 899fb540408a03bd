"""Detection of the field of a column by its heading, in English, French, Spanish or Arabic, or in two of them.

Fields: ``delegation``, ``organization``, ``name``, ``full`` (the whole name), ``first``, ``middle``,
``family``, ``second`` (a second family name),
``title``, ``gender``, ``function``, ``category``, ``young``, ``born``, ``language``, ``theme``.
"""

import re
from collections.abc import Iterable

from ipu_session.domain.text.text_folding import fold

FIELDS = (
    *("delegation", "name", "full", "first", "middle", "family", "title", "gender", "function", "category"),
    *("young", "born", "language", "theme", "organization", "second"),
)
NAME_PARTS = frozenset({"name", "full", "first", "middle", "family", "second"})

_WORDS = {
    "delegation": "delegation,delegations,country,countries,country name,state,member state,parliament,"
    "member parliament,national parliament,nation,nationality,represented country,representing,"
    "representative of,on behalf of,speaking for,speaking on behalf of,au nom de,en nombre de,representant,"
    "pays,nom du pays,parlement,parlement membre,etat,etat membre,nationalite,"
    "delegacion,delegaciones,pais,parlamento,parlamento miembro,estado,estado miembro,nacionalidad,"
    "الوفد,وفد,الدوله,دوله,البلد,بلد,البرلمان,برلمان,الوفود,الدول,iso,iso code,country code,code pays",
    "organization": "organization,organisation,institution,observer organization,organizacion,institucion,"
    "المنظمه,منظمه,المؤسسه",
    "full": "full name,name in full,complete name,first and last name,first name and last name,"
    "first and family name,name and surname,name surname,surname and name,surname and first name,"
    "family and first name,last and first name,family name and first name,name and first name,"
    "names and surnames,nom complet,nom et prenom,nom et prenoms,prenom et nom,prenom nom,nom prenom,"
    "noms et prenoms,nombre completo,nombre y apellidos,nombre y apellido,nombres y apellidos,"
    "apellidos y nombre,apellidos y nombres,الاسم الكامل,الاسم بالكامل,الاسم الثلاثي",
    "name": "head of delegation,heads of delegation,chef de delegation,jefe de delegacion,رييس الوفد,"
    "name,names,speaker,speakers,delegate,delegates,participant,participants,parliamentarian,"
    "parliamentarians,member,members,mp,mps,person,requested by,representative,representatives,nom,noms,"
    "orateur,oratrice,"
    "orateurs,intervenant,intervenante,intervenants,delegue,deleguee,delegues,parlementaire,"
    "parlementaires,nombre,nombres,orador,oradora,oradores,delegado,delegada,delegados,participante,"
    "participantes,ponente,parlamentario,الاسم,اسم,المتحدث,المتكلم,المتحدثون,المندوب,المشارك,المتحدثين,"
    "الاسماء,النائب,title and name,name and title,titre et nom,nom et titre",
    "first": "first,given,first name,firstname,first names,given name,given names,givenname,forename,"
    "forenames,"
    "christian name,"
    "prenom,prenoms,nombre de pila,nombres de pila,primer nombre,الاسم الاول,الاسم الشخصي",
    "middle": "middle,middle name,middlename,second name,second first name,middle initial,m i,initial,"
    "initials,"
    "initiales,iniciales,deuxieme nom,autres prenoms,other names,other name,middle names,"
    "deuxieme prenom,segundo nombre,"
    "اسم الاب,الاسم الاوسط",
    "second": "segundo apellido,apellido materno,second surname,second last name,second family name,"
    "apellido 2,"
    "deuxieme nom de famille",
    "family": "family,last,sur name,primer apellido,apellido paterno,apellido 1,first surname,"
    "nom patronymique,"
    "family name,familyname,last name,lastname,surname,surnames,family names,last names,"
    "nom de famille,"
    "patronyme,apellido,apellidos,اللقب,اسم العائله,لقب,العائله,الاسم العائلي,الكنيه",
    "title": "civ,anrede,title,titles,honorific,salutation,form of address,prefix,titre,civilite,"
    "appellation,"
    "titulo,tratamiento,mr ms,ms mr,mr mrs,mr mrs ms,m mme,mme m,sr sra,صفه المخاطبه,التحيه,المخاطبه",
    "gender": "gender,sex,sexe,genre,sexo,genero,m f,f m,h f,f h,الجنس,النوع,جنس,نوع الجنس",
    "function": "function,functions,functional title,position,positions,post,office,job title,role,"
    "occupation,"
    "official title,professional title,designation,rank,fonction,fonctions,poste,qualite,profession,"
    "titre fonctionnel,cargo,funcion,puesto,ocupacion,المنصب,الوظيفه,منصب,وظيفه,المسمي الوظيفي,الصفه",
    "category": "category,capacity,status,type of participant,participant type,type,categorie,statut,"
    "qualite de,"
    "categoria,calidad,estatus,tipo,الفئه,فئه,التصنيف",
    "young": "young,young mp,young parliamentarian,youth,young member,jeune,jeune parlementaire,jeunes,"
    "joven,"
    "joven parlamentario,شاب,الشباب,برلماني شاب",
    "born": "born,birth,date of birth,dob,birthdate,birth date,birthday,year of birth,birth year,"
    "born on,naissance,"
    "date de naissance,annee de naissance,ne le,nee le,ne e le,nacimiento,fecha de nacimiento,"
    "ano de nacimiento,"
    "تاريخ الميلاد,الميلاد,تاريخ الولاده,سنه الميلاد",
    "language": "language of intervention,language of speech,language of statement,spoken language,"
    "language spoken,langue d intervention,langue de l intervention,idioma de intervencion,language,"
    "languages,working language,speaking language,langue,langues,idioma,idiomas,"
    "lengua,"
    "اللغه,لغه,اللغات",
    "theme": "theme,themes,topic,topics,theme number,tema,temas,sujet,sujets,الموضوع,المحور,المواضيع",
}
_FIELD_OF = {fold(word): field for field, words in _WORDS.items() for word in words.split(",")}
_PARTS = re.compile(r"\s*[/|\n\r()\[\]:;,&*+]\s*|\s+(?:and|et|y|و|or|ou|o|أو)\s+|\s+[-–—]\s+|\s*·\s*")
_MARKS = re.compile(r"[*†‡§¹²³⁰⁴-⁹]")
_ARABIC = re.compile(r"[\u0600-\u06ff][\u0600-\u06ff\s]*")
_OF_WHOM = re.compile(
    r"(?:(?:full )?names? of (?:the )?|noms? (?:de la |de l |du |des |de |d )"
    r"|nombres? (?:de la |de los |del |de )|اسم )(.+)"
)
_POSSESSED = re.compile(r"(.+?) s? ?(?:full )?names?")
_BELONGS = re.compile(r"(.+) (?:of (?:the |each )?|du |des |de la |de l |de los |de |del |d )(.+)")
_QUALIFIERS = re.compile(
    r"\b(?:legal|official|preferred|registered|participating|represented|representee?|que representa"
    r"|complete|courtesy|officiel(?:le)?|participant[es]?(?= )|s)\b"
)
"""Words in a heading that do not change its meaning."""
_GENERAL = frozenset({"name", "delegation"})
_JUST_NAME = frozenset({"name", "names", "nom", "noms", "nombre", "nombres", "الاسم", "اسم"})
_STANDALONE_PARTS = frozenset({"first", "last", "given", "middle", "family", "mi", "initial"})
"""Words for a part of a name only if they are the whole heading: "last speaker" is not one."""
_NAME_PART = re.compile(
    r"\b(?:(?:first|given|last|family|middle|second|fore|sur) ?names?|pr[e]noms?|apellidos?"
    r"|nom de famille|surname"
    r"|vornamen?|nachname|cognome|sobrenome|apelido)\b|\b(?:ال)?لقب\b|اسم العائله|الاسم الاول"
)

_PAIRS = {
    frozenset({"name", "title"}): "name",
    frozenset({"delegation", "organization"}): "delegation",
    frozenset({"title", "function"}): "function",
}


def detect_field(heading: str) -> str:
    """Return the field of a heading; "" if it is unknown or ambiguous."""
    heading = _MARKS.sub(" ", heading)
    folded = fold(heading)
    if not folded:
        return ""
    if known_field := _look_up(folded):
        return known_field
    parts = [part for part in _split_heading(heading) if part]
    fields = [field for field in map(_look_up, parts) if field]
    if not fields or len(parts) == 1:
        return ""
    return _combine_fields(fields)


def is_name_part(heading: str) -> bool:
    """Return whether a heading contains a word for a part of a name, such as "surname"."""
    return bool(_NAME_PART.search(fold(heading)))


def detect_fields(row: Iterable[str]) -> list[str]:
    """Return the field of each cell of a row, taken as a heading; "" for unknown ones."""
    return [detect_field(cell) for cell in row]


def _split_heading(heading: str) -> list[str]:
    """Return the folded parts of a bilingual heading, split at separators and where the script changes."""
    parts = [fold(part) for part in _PARTS.split(heading)]
    if len([part for part in parts if part]) > 1:
        return parts
    arabic = _ARABIC.findall(heading)
    return [fold(_ARABIC.sub(" ", heading)), *map(fold, arabic)] if arabic else parts


def _combine_fields(fields: list[str]) -> str:
    """Return the field of a heading whose parts have these fields; "" if they do not go together.

    Parts of a name that make a whole name give ``full``.
    """
    kinds = set(fields)
    if len(kinds) == 1:
        return fields[0]
    parts = kinds <= NAME_PARTS
    if parts and ("full" in kinds or {"first", "family"} <= kinds or kinds == {"name", "first"}):
        return "full"
    if parts:
        return next(field for field in fields if field != "name")
    return _PAIRS.get(frozenset(kinds), "")


def _look_up(folded: str) -> str:
    if folded in _FIELD_OF:
        return _FIELD_OF[folded]
    for pattern in (_OF_WHOM, _POSSESSED):
        if match := pattern.fullmatch(folded):
            whose = _FIELD_OF.get(match[1].strip(), "")
            if whose in {"name", "delegation", "organization"}:
                return whose
    if field := _look_up_possessive(folded):
        return field
    unqualified = " ".join(_QUALIFIERS.sub(" ", folded).split())
    return _look_up(unqualified) if unqualified and unqualified != folded else ""


def _look_up_possessive(folded: str) -> str:
    """Return the field of a possessive heading: "first name of the speaker", "delegate gender"; else ""."""
    if match := _BELONGS.fullmatch(folded):
        what, whose = _FIELD_OF.get(match[1], ""), _FIELD_OF.get(match[2], "")
        return what if whose in _GENERAL else ""
    words = folded.split()
    for index in range(1, len(words)):
        one, other = " ".join(words[:index]), " ".join(words[index:])
        pair = (_FIELD_OF.get(one, ""), _FIELD_OF.get(other, ""))
        if (
            all(pair)
            and "organization" not in pair
            and _GENERAL & set(pair)
            and not (_JUST_NAME | _STANDALONE_PARTS) & {one, other}
        ):
            return next((field for field in pair if field not in _GENERAL), pair[1])
    return ""
