"""Alerts: rules over what the ledger says moved, and their way to whoever must know.

ledger up to the last look, and now --moves--> Moved       pure: standings, flips, answers, figures, origins
  --rules--> Alert, with the pin of the words              pure
    --outbox--> Letter                                     one transaction with how far the rules were asked
      --deliver--> webhook, e-mail, stdout, desktop        tried again until taken; the key is the same each time
"""

from reportedly.alert.alerts import Alert, alerts
from reportedly.alert.moves import Moved, When, moves
from reportedly.alert.rules import Rule, Rules, load
from reportedly.alert.runner import Runner
from reportedly.alert.targets import Desktop, Email, Stdout, Target, Webhook

__all__ = [
    "Alert",
    "Desktop",
    "Email",
    "Moved",
    "Rule",
    "Rules",
    "Runner",
    "Stdout",
    "Target",
    "Webhook",
    "When",
    "alerts",
    "load",
    "moves",
]
