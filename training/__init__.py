"""Corpus -> weights. torch is needed here only (requirements/train.txt)."""

FOLDS = 2  # parts of the training stories, each left out once by an encoder that training.link judges by
