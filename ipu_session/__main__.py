"""`python -m ipu_session`."""

import sys

from ipu_session.app.main import main

sys.exit(main())
