"""A command in a namespace of its own: no network, mounts that nobody else sees."""

import os
import subprocess


def apart(*spaces: str) -> list[str]:
    """What to begin a command with so that it runs apart; where that is not permitted it fails and says so.

    Whoever is root already needs no namespace of users, and gets none within a chroot.
    """
    return ["unshare", *([] if os.geteuid() == 0 else ["--map-root-user"]), *spaces]


def own_mounts() -> list[str]:
    """What to begin a command with that mounts something; within a chroot others may see it while it runs."""
    private = apart("--mount")
    possible = subprocess.run([*private, "true"], capture_output=True, check=False).returncode == 0
    return private if possible else apart("--mount", "--propagation", "unchanged")
