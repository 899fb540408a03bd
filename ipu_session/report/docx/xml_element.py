"""The type of an XML element, for annotations, and what lxml's own methods leave to the caller.

lxml is imported only where a document is read or written.
"""

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from lxml.etree import _Element

XmlElement: TypeAlias = "_Element"


def find_required(element: XmlElement, path: str) -> XmlElement:
    """Return the first descendant at ``path``; ValueError if there is none."""
    descendant = element.find(path)
    if descendant is None:
        raise ValueError(f"no {path} in {element.tag}")
    return descendant


def remove_element(element: XmlElement) -> None:
    """Remove an element, with its tail text, from its parent; the root of a document stays."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
