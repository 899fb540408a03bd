#!/bin/sh
# Installs the missing dependencies of `make run` or `make test`: Debian packages by apt-get, Python packages from
# requirements.lock into .venv. It checks each time (0.1 s) and installs only what is missing.
#   usage: tools/setup.sh run|test|soak
set -eu
cd "$(dirname "$0")/.."
purpose=${1:?usage: tools/setup.sh run|test}
here=$(pwd -P)
stamp=.venv/.installed
missing='' # Debian packages to install
reasons='' # the purpose of each, one line per package

say() { printf '%s\n' "setup: $*"; }
give_up() {
    printf '%s\n' "setup: $*" >&2
    exit 1
}

lack() { # package, what is missing, purpose
    missing="$missing $1"
    reasons="$reasons  $1: no $2 ($3)
"
}

need_library() { # soname, package, purpose
    case $libraries in *"$1 "*) ;; *) lack "$2" "$1" "$3" ;; esac
}

need_command() { # command, package, purpose
    command -v "$1" >/dev/null 2>&1 || lack "$2" "$1" "$3"
}

need_file() { # path or glob pattern, package, purpose
    # shellcheck disable=SC2086 # the pattern must be expanded
    for found in $1; do
        [ -e "$found" ] && return 0
    done
    lack "$2" "$1" "$3"
}

need_font() { # beginning of the font's file name, package, purpose
    find /usr/share/fonts /usr/local/share/fonts "$HOME/.fonts" "$HOME/.local/share/fonts" -iname "$1*" 2>/dev/null |
        grep -q . || lack "$2" "font $1" "$3"
}

install_missing() {
    [ -n "$missing" ] || return 0
    say "this machine lacks:"
    printf '%s' "$reasons"
    command -v apt-get >/dev/null 2>&1 ||
        give_up "these are Debian's names, and there is no apt-get here; please install the like of them and try again."
    as_root=''
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null 2>&1 ||
            give_up "please run as root: apt-get install --no-install-recommends$missing"
        as_root=sudo
    fi
    say "installing:$missing"
    $as_root apt-get -qq update || say "the lists of packages could not all be renewed; trying with those at hand."
    # shellcheck disable=SC2086 # the list must be split
    $as_root env DEBIAN_FRONTEND=noninteractive PATH="$PATH:/usr/sbin:/sbin" apt-get -qq -y --no-install-recommends install $missing >/dev/null ||
        give_up "apt-get could not install:$missing"
    missing=''
    reasons=''
}

look_for_libraries() {
    ldconfig=$(command -v ldconfig) || ldconfig=/sbin/ldconfig
    libraries=$("$ldconfig" -p 2>/dev/null) || libraries=''
    why='Qt starts with it'
    need_library libGL.so.1 libgl1 "$why"
    need_library libEGL.so.1 libegl1 "$why"
    need_library libglib-2.0.so.0 libglib2.0-0 "$why"
    need_library libfontconfig.so.1 libfontconfig1 "$why"
    need_library libdbus-1.so.3 libdbus-1-3 "$why"
    need_library libxkbcommon.so.0 libxkbcommon0 "$why"
}

look_for_window_libraries() {
    why='Qt opens windows with it'
    need_library libxcb-cursor.so.0 libxcb-cursor0 "$why"
    need_library libxcb-icccm.so.4 libxcb-icccm4 "$why"
    need_library libxcb-keysyms.so.1 libxcb-keysyms1 "$why"
    need_library libxcb-shape.so.0 libxcb-shape0 "$why"
    need_library libxkbcommon-x11.so.0 libxkbcommon-x11-0 "$why"
}

look_for_test_tools() {
    need_command Xvfb xvfb 'the virtual screen of the window tests'
    need_command Xorg xserver-xorg-core 'the screens that are plugged in and mirrored in the window tests'
    [ -e /usr/lib/xorg/modules/drivers/dummy_drv.so ] ||
        lack xserver-xorg-video-dummy 'driver dummy of Xorg' 'a card without hardware for the same'
    need_command openbox openbox 'the window manager of the window tests'
    need_command dbus-daemon dbus 'the bus over which the window tests hear what a screen reader hears'
    need_file /usr/libexec/at-spi-bus-launcher at-spi2-core 'the accessibility bus of the window tests'
    need_file /usr/lib/python3/dist-packages/pyatspi/__init__.py python3-pyatspi 'listens there as a screen reader does'
    need_file '/usr/lib/*/girepository-1.0/Atspi-2.0.typelib' gir1.2-atspi-2.0 'python3-pyatspi speaks through it'
    need_command xdotool xdotool 'presses the keys in the window tests'
    need_command setxkbmap x11-xkb-utils 'changes the layout of the keyboard in the window tests'
    need_command xrandr x11-xserver-utils 'plugs screens in and out, and puts é on a key, in the window tests'
    need_command import imagemagick 'takes the pictures in the window tests'
    need_command soffice libreoffice-writer-nogui 'opens the reports in the tests'
    need_command pdftotext poppler-utils 'reads the pages of the reports in the tests'
    need_command strace strace 'makes the disk fail in the tests'
    need_font Carlito fonts-crosextra-carlito 'the letters of the report'
    need_font Caladea fonts-crosextra-caladea 'the letters of the report'
}

sound_python() { # whether this Python is 3.11 or later and can create a virtual environment
    "$1" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    for name in python3 python3.13 python3.12 python3.11; do
        if sound_python "$name"; then
            python=$name
            return 0
        fi
    done
    return 1
}

look_for_python() {
    find_python || lack python3-venv 'Python from 3.11 on with venv and ensurepip' 'the program runs in .venv'
}

sound_environment() { # whether .venv was created at this path by a Python that still exists
    head -n 2 .venv/bin/pip 2>/dev/null | grep -qF "$here/.venv/bin/python" &&
        .venv/bin/python -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

make_environment() {
    find_python || give_up "no Python from 3.11 on was found, and $(python3 -V 2>&1) will not do."
    if [ -e .venv ]; then
        say ".venv was made elsewhere or by a Python that has gone; making it anew."
        rm -rf .venv
    fi
    say "making .venv with $("$python" -V)"
    "$python" -m venv "$here/.venv"
}

fill_environment() {
    wanted=$(cat requirements.lock pyproject.toml ipu_session/__init__.py tools/setup.sh | cksum)
    [ "$wanted" = "$(cat "$stamp" 2>/dev/null)" ] && return 0
    say "installing the Python packages of requirements.lock into .venv"
    pip='.venv/bin/python -m pip --disable-pip-version-check --quiet install'
    $pip --require-hashes -r requirements.lock || give_up "pip could not install what requirements.lock asks for."
    $pip --no-deps --no-build-isolation -e . || give_up "pip could not install the program into .venv."
    printf '%s\n' "$wanted" >"$stamp"
}

look_for_libraries
case $purpose in
run) [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || look_for_window_libraries ;;
test | soak)
    look_for_window_libraries
    look_for_test_tools
    [ "$purpose" = test ] || need_command metacity metacity 'another window manager, in the long sweeps'
    ;;
*) give_up "usage: tools/setup.sh run|test|soak" ;;
esac
sound_environment || look_for_python
install_missing
sound_environment || make_environment
fill_environment
