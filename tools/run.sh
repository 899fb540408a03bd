#!/bin/sh
# Opens the program on the example debate; where no window can be opened, says so and plays the example off screen.
set -eu
cd "$(dirname "$0")/.."

can_open_a_window() {
    [ "${QT_QPA_PLATFORM:-}" != offscreen ] || return 1
    [ "$(uname)" = Darwin ] && return 0
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || return 1
    # Qt aborts where the display does not answer, so it is tried in a process of its own.
    (
        # shellcheck disable=SC3045 # every sh at hand knows it: no core file of the trial
        ulimit -c 0 2>/dev/null || :
        .venv/bin/python -c 'from PySide6.QtGui import QGuiApplication; QGuiApplication([])'
        exit $?
    ) >/dev/null 2>&1
}

if can_open_a_window; then
    exec .venv/bin/ipu-session example
fi
echo "No display: the example debate is played off screen instead."
QT_QPA_PLATFORM=offscreen .venv/bin/python -m ipu_session.app.demo.showcase build/example
echo "The report and pictures of the window are in build/example/:"
ls build/example
