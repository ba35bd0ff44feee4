"""Statements -> origins and claims, articles -> stories and copies: decisions with reasons, and folds over them."""

from reportedly.link.decide import link
from reportedly.link.fold import Folded, fold
from reportedly.link.index import Index
from reportedly.link.origins import chain
from reportedly.link.signature import version

__all__ = ["Folded", "Index", "chain", "fold", "link", "version"]
