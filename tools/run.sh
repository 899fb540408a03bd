#!/bin/sh
# Opens the program with the example session. Without a display it prints a message and runs the example off screen.
set -eu
cd "$(dirname "$0")/.."

can_open_a_window() {
    [ "${QT_QPA_PLATFORM:-}" != offscreen ] || return 1
    [ "$(uname)" = Darwin ] && return 0
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || return 1
    # Qt aborts if the display does not respond, so this is tried in a separate process.
    (
        # shellcheck disable=SC3045 # supported by every sh in use: no core dump of the trial
        ulimit -c 0 2>/dev/null || :
        .venv/bin/python -c 'from PySide6.QtGui import QGuiApplication; QGuiApplication([])'
        exit $?
    ) >/dev/null 2>&1
}

if can_open_a_window; then
    exec .venv/bin/ipu-session example
fi
echo "No display: the example debate is played off screen instead."
QT_QPA_PLATFORM=offscreen .venv/bin/python -m ipu_session.app.gui.showcase build/example
echo "The report and pictures of the window are in build/example/:"
ls build/example
