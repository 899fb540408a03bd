# The two commands are `make run` and `make test`; each first installs what is missing (tools/setup.sh).
.PHONY: help run test test-windows lint check coverage soak fuzz bench words format clean
.NOTPARALLEL:

BIN := .venv/bin

help:
	@echo "make run     open the program on the example debate (without a display: play it, leave report and pictures in build/example/)"
	@echo "make test    the whole check: style, types, import rules, tests"
	@echo "make test-windows  the tests of everything but the window as Windows code, under Wine (installs it)"
	@echo "make lint    the check without the tests"
	@echo "make coverage  the tests once more, with the share of the code that they run"
	@echo "make soak    the long sweeps: kills, disk faults, a whole day's updates"
	@echo "make fuzz    spoilt files for every reader, ten minutes each"
	@echo "make bench   measure what docs/performance.md says"
	@echo "make words   take the texts of the screen out of the code, and compile the French ones"
	@echo "make format  lay the code out as the check wants it"
	@echo "make clean   remove what these commands made, .venv too"

run:
	@sh tools/setup.sh run
	@sh tools/run.sh

# Two at a time: on two cores the check takes little more than half as long.
test check: lint
	$(BIN)/python -m pytest -q -n 2

lint:
	@sh tools/setup.sh test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

coverage:
	@sh tools/setup.sh test
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -q -n 2 --timeout 1800
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

# Not part of `make test`: Wine is installed when it is asked for (docs/decisions/0042).
test-windows:
	@sh tools/test_windows.sh

soak:
	@sh tools/setup.sh soak
	$(BIN)/python -m pytest -q -n 2 --dist worksteal -m soak --timeout 3600 -o faulthandler_timeout=0

# atheris is 35 MB and for this alone: it is installed when it is asked for (docs/decisions/0026).
fuzz:
	@sh tools/setup.sh test
	@$(BIN)/python -c 'import atheris' 2>/dev/null || $(BIN)/python -m pip install --quiet atheris==3.0.0
	$(BIN)/python -m tests.fuzz 600

bench:
	@sh tools/setup.sh run
	$(BIN)/python -m benchmarks.run

WORDS := resources/i18n/ipu_session_fr
words:
	@sh tools/setup.sh run
	$(BIN)/pyside6-lupdate -locations none -no-obsolete -source-language en_GB -target-language fr_FR \
		$$(find ipu_session/ui ipu_session/app -name '*.py' | sort) -ts $(WORDS).ts
	$(BIN)/pyside6-lrelease $(WORDS).ts -qm $(WORDS).qm

format:
	@sh tools/setup.sh run
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage
