# Everything runs in .venv, made on first use from the hashed lock. Needs Python 3.11 or newer, pip and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RAW ?= raw
CLEAN ?= clean

.PHONY: run install test lint types unit test-cluster programs lock rules wheel clean-venv

run: $(VENV)/.runtime
	@$(BIN)/ingest run $(RAW) $(CLEAN) || test $$? -eq 1  # 1: done, but something waits for a person

install: $(VENV)/.runtime

test: $(VENV)/.dev lint types unit

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

unit: $(VENV)/.dev
	$(BIN)/python -m pytest

# On real clusters of Dask and Ray; their packages stay in .venv.
test-cluster: $(VENV)/.cluster
	$(BIN)/python -m pytest tests/test_cluster.py -m 'slow or not slow'

# Programs that some tests open the report and try completion in; without them those are skipped (Debian and its kin).
programs:
	@{ { command -v chromium || command -v google-chrome; } && command -v zsh && command -v fish; } >/dev/null \
	  || { apt-get update -qq \
	    && apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core zsh fish >/dev/null; }

# The locks are complete (so pip need not resolve anything), hold hashes and no host; `make lock` makes them anew from pyproject.toml.
COMPILE := uv pip compile -q --universal --generate-hashes --no-header --no-annotate --python-version 3.11 pyproject.toml
lock: | $(BIN)/python
	$(BIN)/python -m pip install -q --disable-pip-version-check uv
	$(BIN)/$(COMPILE) --group build -o requirements.lock
	$(BIN)/$(COMPILE) --group build --group dev -c requirements.lock -o requirements-dev.lock
	$(BIN)/$(COMPILE) --group build --extra dask --extra ray -c requirements-dev.lock -o requirements-cluster.lock

rules: $(VENV)/.runtime
	$(BIN)/ingest rules --markdown --counts docs/rule-counts.json > docs/rules.md

wheel: $(VENV)/.dev
	$(BIN)/python -m hatchling build -t wheel

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "ingest needs Python 3.11 or newer; name one with: make PYTHON=python3.12 …"; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements.lock pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.runtime
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes --no-deps -r requirements-dev.lock
	@touch $@

$(VENV)/.cluster: requirements-cluster.lock $(VENV)/.dev
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes --no-deps -r requirements-cluster.lock
	@touch $@

clean-venv:
	rm -rf $(VENV)
