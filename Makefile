# Everything a developer or an operator types. `make help` lists it.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup dev run test check format soak year retention advisories bench wheel lock clean

# Not .venv's own python3 when .venv is active: it has no pip.
PYTHON ?= $(shell PATH="$${PATH//"$$PWD/.venv/bin:"}" command -v python3 || echo python3)
BIN := .venv/bin
# --without-pip: Debian's python3 has no ensurepip, and pip installs into another interpreter anyway.
PIP := $(PYTHON) -m pip --disable-pip-version-check --python $(BIN)/python install --quiet --no-build-isolation --use-pep517 --no-deps
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--custom-compile-command "make lock" $(UPGRADE)

# A stamp is named after what it stands for: nothing runs twice; a new lock, folder or Python is noticed.
stamp = .venv/$(1)-$(shell (pwd; readlink -f $(PYTHON); cat $(2)) | sha256sum | cut -c1-16)
RUNTIME := $(call stamp,runtime,requirements-build.txt requirements.txt)
DEV := $(call stamp,dev,requirements-build.txt requirements.txt requirements-dev.txt)

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

setup: $(RUNTIME) ## create .venv with the command .venv/bin/govuong

dev: $(DEV) ## setup, and the tools for checks and tests

# No settings at all: to be tried. With a token or an address it is meant in earnest, wherever these were set.
TRIED := $(if $(or $(wildcard .env),$(TELEGRAM_TOKEN),$(TELEGRAM_TOKEN_FILE),$(PUBLIC_URL)),,DEMO=$(or $(DEMO),true))

run: setup ## start the product on this machine; without a .env to be tried, every desk open
	@$(TRIED) $(BIN)/govuong run

test: check ## check, then run every test
	@$(BIN)/pytest --numprocesses logical --dist loadfile

check: dev ## style, types and import rules
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

format: dev ## put the code into the shape `make check` wants
	@$(BIN)/ruff check --fix --quiet || true
	@$(BIN)/ruff format

soak: dev ## a million strange inputs to every door (SECONDS=600 for ten minutes of them, INPUTS=, SEED=)
	@$(BIN)/python -W ignore -m tests.fuzz --inputs $(or $(INPUTS),1000000) --seconds $(or $(SECONDS),1000000) --seed $(or $(SEED),1)

year: dev ## a year of everybody's days pushed through the program (WEEKS=52, CASES=50000)
	@$(BIN)/python -m tests.year --weeks $(or $(WEEKS),52) --cases $(or $(CASES),50000)

retention: dev ## two years of nights over cases of every tier: what is erased, and what stays (CASES=5000)
	@$(BIN)/python -m tests.handlers.rights --cases $(or $(CASES),5000)

advisories: dev ## ask the OSV database whether a pinned package has a known flaw
	@$(BIN)/python -m tests.advisories

bench: dev ## measure the road of a message beside a relay and echo bots on other libraries
	@$(BIN)/python -m benchmarks.road

wheel: dev ## build the wheel that runs without this folder, in dist/
	@$(BIN)/uv build --quiet --wheel --no-build-isolation --python $(BIN)/python --out-dir dist

lock: dev ## pin the requirements again (UPGRADE=--upgrade takes newer versions)
	@$(LOCK) requirements-build.in --output-file requirements-build.txt
	@$(LOCK) requirements-dev.in --output-file requirements-dev.txt
	@$(LOCK) requirements.in --constraint requirements-dev.txt --output-file requirements.txt

clean: ## remove .venv and every cache
	@rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis *.egg-info build dist

$(RUNTIME):
	@echo "Setting up .venv (once) ..."
	@$(PYTHON) -m venv --without-pip .venv
	@$(PIP) --require-hashes -r requirements-build.txt
	@$(PIP) --require-hashes -r requirements.txt
	@$(PIP) --editable .
	@rm -f .venv/runtime-* && touch $@

$(DEV): $(RUNTIME)
	@echo "Adding the tools for checks and tests (once) ..."
	@$(PIP) --require-hashes -r requirements-dev.txt
	@rm -f .venv/dev-* && touch $@
