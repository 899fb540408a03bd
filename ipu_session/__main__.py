"""`python -m ipu_session`."""

from ipu_session.app.main import main

main()
