# What each target does: make help
PYTHON ?= python3
PIP_ARGS ?=
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --constraint constraints.txt $(PIP_ARGS)

.DEFAULT_GOAL := help
.PHONY: help chat index test lint check eval eval-check eval-baseline bench train-reader clean

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

chat: .venv/base ## Chat with the releases in corpus/ at http://127.0.0.1:7860
	@$(BIN)/python app.py || [ $$? -eq 130 ]  # Ctrl-C is how it ends

index: .venv/base ## Bring index/ up to date with corpus/
	@$(BIN)/pr-assistant index

test: .venv/dev ## Run the tests (those of the page need Chromium: apt-get install chromium)
	@$(BIN)/python -m pytest --numprocesses auto --dist loadfile -m 'not browser'
	@$(BIN)/python -m pytest -m browser

lint: .venv/dev ## Look for faults without running anything: ruff, mypy --strict, import-linter
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

check: lint test ## All that must hold before a change lands

eval: .venv/base ## Measure answers on the cases in evals/; writes evals/output/report.html
	@$(BIN)/pr-assistant eval

eval-check: .venv/base ## The same, and fail if answers got worse than the baseline
	@$(BIN)/pr-assistant eval --gate

eval-baseline: .venv/base ## Make evals/baseline/ anew (say in the commit why it moved)
	@$(BIN)/pr-assistant eval --output evals/output
	@cp evals/output/results.json evals/baseline/cases.json

bench: .venv/dev ## Measure against what a user would otherwise use (an hour or so)
	@$(BIN)/python -m benchmarks

DATA ?=
MADE := training/output
RUN ?= --questions 250000 --pieces 16384 --rate 3e-4 --dropout 0.1
FURTHER ?= --questions 24000 --rate 1e-4 --dropout 0.1
PUBLIC = $(DATA)/reader.jsonl.gz $(DATA)/multi-span.jsonl.gz
train-reader: .venv/dev ## Make the reader's weights anew: make train-reader DATA=FOLDER (see training/README.md)
	@test -f "$(DATA)/reader.jsonl.gz" \
	  || { echo "Name the folder of the question sets: make train-reader DATA=FOLDER (training/README.md)"; exit 2; }
	@mkdir -p $(MADE)
	@test -f $(MADE)/domain.jsonl.gz \
	  || $(BIN)/python -m training.domain --releases 3000 --seed 1 --output $(MADE)/domain.jsonl.gz
	@$(BIN)/python -m training.reader.train --data $(PUBLIC) $(MADE)/domain.jsonl.gz training/releases \
	  --output $(MADE)/reader --seed 61 --bfloat16 $(RUN)
	@for seed in 71 72; do $(BIN)/python -m training.reader.train \
	  --data $(PUBLIC) $(MADE)/domain.jsonl.gz training/releases --start $(MADE)/reader/weights.pt \
	  --output $(MADE)/reader-$$seed --seed $$seed --bfloat16 $(FURTHER) || exit 1; done
	@$(BIN)/python -m training.reader.averaging $(MADE)/reader $(MADE)/reader $(MADE)/reader-71 \
	  $(MADE)/reader-72 --output $(MADE)/mean
	@$(BIN)/python -m training.question_kinds --domain $(MADE)/domain.jsonl.gz --data $(PUBLIC)
	@$(BIN)/python -m training.reader.export $(MADE)/mean \
	  --data $(PUBLIC) $(MADE)/domain.jsonl.gz training/releases
	@$(BIN)/python -m training.reader_weights

clean: ## Remove the virtual environment and the index
	rm -rf .venv index/catalog.db index/vectors-*

.venv/python: # a virtual environment with nothing in it
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or later is needed; name it: make chat PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv .venv \
	  || { rm -rf .venv; echo "Python's venv is not complete. On Debian: apt-get install python3-venv"; exit 1; }
	@touch $@

.venv/base: pyproject.toml constraints.txt | .venv/python
	@echo "Installing what is pinned (about 2 GB, some minutes the first time) …"
	$(PIP) --quiet --editable .
	@touch $@

.venv/dev: .venv/base
	$(PIP) --quiet --editable '.[dev,bench]'
	@touch $@
