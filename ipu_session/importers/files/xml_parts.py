"""Safe parsing of XML parts, with access by local names: Strict files have other namespaces."""

from typing import TYPE_CHECKING

from ipu_session.importers.files.errors import InputErrorCode, InputFileError

if TYPE_CHECKING:
    from lxml.etree import _Element


def parse_xml(part: bytes, name: str) -> "_Element":
    """Return the root element of a part; no entity is resolved and nothing is fetched. InputFileError if malformed."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(part, parser)
    except (etree.LxmlError, ValueError) as error:
        raise InputFileError(InputErrorCode.DAMAGED, name, str(error)[:80]) from error


def local_name(element: "_Element") -> str:
    """Return the local name of an element."""
    return str(element.tag).rpartition("}")[2]


def get_attribute(element: "_Element", local: str) -> str:
    """Return the attribute with this local name, in any namespace; "" if there is none."""
    for key, value in element.items():
        if str(key).rpartition("}")[2] == local:
            return str(value)
    return ""
