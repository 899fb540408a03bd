"""Runs one command of the program; run under strace by test_export_faults, which must know the names of its
files in the making."""

import os
import sys

from ipu_session.app.main import main

os.getpid = lambda: 4242
sys.argv[0] = "ipu-session"
main()
