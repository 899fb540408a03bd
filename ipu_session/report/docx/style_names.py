"""Names of the report's styles in Word and LibreOffice in English, French, Spanish and Arabic.

Word stores the names of built-in styles in English in every language; other programs often do not, and users define
styles of their own.
"""

from ipu_session.domain.text.text_folding import fold

_HEADING_NAMES = ("heading {}", "titre {}", "título {}", "العنوان {}", "عنوان {}")
_TOC_NAMES = ("toc {}", "contents {}", "tm {}", "table des matières {}", "tdc {}", "جدول المحتويات {}", "فهرس {}")

STYLE_NAMES = {
    "BodyText": ("body text", "text body", "corps de texte", "texto independiente", "cuerpo de texto",
                 "نص أساسي", "النص الأساسي", "نص المتن"),
    **{f"Heading{n}": tuple(name.format(n) for name in _HEADING_NAMES) for n in (1, 2, 3)},
    "Title": ("title", "titre", "titre principal", "título", "puesto", "العنوان", "عنوان"),
    "Subtitle": ("subtitle", "sous-titre", "subtítulo", "العنوان الفرعي", "عنوان فرعي"),
    "Committee": ("committee", "commission", "comisión", "اللجنة"),
    "Masthead": ("masthead",),
    "ContentsHeading": ("contents heading", "toc heading", "en-tête de table des matières",
                        "titre de table des matières", "título de tdc", "título tdc",
                        "عنوان جدول المحتويات", "عنوان المحتويات"),
    **{f"TOC{n}": tuple(name.format(n) for name in _TOC_NAMES) for n in (1, 2)},
    "Lead": ("lead",),
    "Remark": ("remark",),
    "ListBullet": ("list bullet", "liste à puces", "lista con viñetas", "قائمة ذات تعداد نقطي", "تعداد نقطي"),
    "Caption": ("caption", "légende", "descripción", "epígrafe", "leyenda", "تسمية توضيحية"),
    "TableText": ("table text", "texte de tableau", "texto de tabla", "نص الجدول"),
    "Header": ("header", "en-tête", "encabezado", "رأس الصفحة", "رأس"),
    "Footer": ("footer", "pied de page", "pie de página", "تذييل الصفحة", "تذييل"),
    "Stamp": ("stamp",),
    "ReportTable": ("report table",),
}  # fmt: skip
"""By the style id in our own template; the first name is Word's, or ours."""


def normalize_style_name(name: str) -> str:
    """Return the name of a style for comparison; LibreOffice writes ``Heading_20_1`` for ``Heading 1``."""
    return "".join(fold(name.replace("_20_", " ")).split())


STYLE_ROLES = {normalize_style_name(name): role for role, names in STYLE_NAMES.items() for name in names}
"""Our style id by normalized name."""
