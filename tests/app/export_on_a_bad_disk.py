"""Runs one command of the program; run under strace by test_exports_whole, which must know the names of its
files in the making."""

import os
import sys
import tempfile

from ipu_session.app.main import main

tempfile._name_sequence = iter(f"making{number}" for number in range(9))
os.getpid = lambda: 4242
sys.argv[0] = "ipu-session"
main()
