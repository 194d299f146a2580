# The front door. `make demo` and `make test` are all a newcomer needs.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: demo test check format lint types layers hostile slow fuzz bench stale clean

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.tools: $(VENV)/.installed requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt
	touch $@

# Findings on the screen are its success: a flawed contract, checked.
demo: $(VENV)/.installed
	$(BIN)/scopelint check --fail-on never fixtures/demo

test: $(VENV)/.tools
	$(BIN)/python -m pytest -n auto -m "not slow"

check: format lint types layers test

format: $(VENV)/.tools
	$(BIN)/ruff format --check .

lint: $(VENV)/.tools
	$(BIN)/ruff check .

types: $(VENV)/.tools
	$(BIN)/mypy

layers: $(VENV)/.tools
	$(BIN)/lint-imports

# What scopelint holds against those who write to break it; a minute and a half on two cores.
hostile: $(VENV)/.tools
	$(BIN)/python -m pytest -n auto --dist worksteal tests/hostile

slow: $(VENV)/.tools
	$(BIN)/python -m pytest -n auto --dist worksteal -m slow

# A guided search for input that breaks something: FUZZ_SECONDS for each target.
FUZZ_SECONDS ?= 60
fuzz: $(VENV)/.tools
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements-fuzz.txt
	for target in markdown yaml config scope record; do \
		$(BIN)/python -m tests.fuzz.run $$target $(FUZZ_SECONDS) || exit 1; \
	done

# Takes minutes; the peers it compares with are installed for it, the one in JavaScript where npm is there.
bench: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements-bench.txt
	if command -v npm > /dev/null; then npm install --silent --global --prefix $(VENV) markdownlint-cli2; fi
	$(BIN)/python bench/run.py --write

# Platform facts that nobody checked for a year; for a scheduled job.
stale: $(VENV)/.installed
	$(BIN)/python -P -m scopelint.config.platform.stale

clean:
	rm -rf $(VENV) build dist
