"""Write a Windows DLL for 64 bits that has no code: each function it exports is forwarded to another DLL.

Wine 8 has no ``bcryptprimitives.dll``, which everything written in Rust asks for one function of
(``ProcessPrng``); ``advapi32.SystemFunction036`` takes the same two arguments. No compiler is needed for
that.

    usage: make_forwarder_dll.py OUT.dll NAME=DLL.FUNCTION
"""

import struct
import sys
from pathlib import Path

_BASE = 0x180000000
_SECTION_AT = 0x1000
"""Where the one section is in memory; on disk it begins at ``_FILE_ALIGNMENT``."""
_FILE_ALIGNMENT = 0x200
_MACHINE_AMD64 = 0x8664
_EXECUTABLE_LARGE_ADDRESS_DLL = 0x2022
_INITIALIZED_READABLE = 0x40000040


def forwarder(dll: str, function: str, target: str) -> bytes:
    """Return the bytes of a DLL called ``dll`` whose ``function`` is ``target``, written as DLL.FUNCTION."""
    exports = _exports(dll, function, target)
    raw = exports.ljust(-(-len(exports) // _FILE_ALIGNMENT) * _FILE_ALIGNMENT, b"\0")
    dos = b"MZ".ljust(60, b"\0") + struct.pack("<I", 64)
    coff = struct.pack(
        "<4sHHIIIHH", b"PE\0\0", _MACHINE_AMD64, 1, 0, 0, 0, 240, _EXECUTABLE_LARGE_ADDRESS_DLL
    )
    optional = struct.pack("<HBBIIIII", 0x20B, 14, 0, 0, len(raw), 0, 0, _SECTION_AT)
    optional += struct.pack("<QIIHHHHHHI", _BASE, 0x1000, _FILE_ALIGNMENT, 6, 0, 0, 0, 6, 0, 0)
    # 3 is the console; the memory asked for stack and heap is not used by a DLL.
    optional += struct.pack(
        "<IIIHHQQQQII", 0x2000, _FILE_ALIGNMENT, 0, 3, 0x100, 1 << 20, 1 << 12, 1 << 20, 1 << 12, 0, 16
    )
    optional += struct.pack("<II", _SECTION_AT, len(exports)) + bytes(15 * 8)
    section = struct.pack(
        "<8sIIIIIIHHI",
        b".edata",
        len(exports),
        _SECTION_AT,
        len(raw),
        _FILE_ALIGNMENT,
        0,
        0,
        0,
        0,
        _INITIALIZED_READABLE,
    )
    return (dos + coff + optional + section).ljust(_FILE_ALIGNMENT, b"\0") + raw


def _exports(dll: str, function: str, target: str) -> bytes:
    """Return the export directory: its 40 bytes, one address, one name, one ordinal, then the texts."""
    texts = [f"{text}\0".encode("ascii") for text in (dll, function, target)]
    first = _SECTION_AT + 40 + 4 + 4 + 2
    dll_at, function_at, target_at = first, first + len(texts[0]), first + len(texts[0]) + len(texts[1])
    tables = [_SECTION_AT + 40 + offset for offset in (0, 4, 8)]
    directory = struct.pack("<IIHHIIIIIII", 0, 0, 0, 0, dll_at, 1, 1, 1, *tables)
    # An address that lies within the export directory itself is read as the text of a forwarder.
    return directory + struct.pack("<IIH", target_at, function_at, 0) + b"".join(texts)


if __name__ == "__main__":
    out = Path(sys.argv[1])
    function, _, target = sys.argv[2].partition("=")
    out.write_bytes(forwarder(out.name, function, target))
