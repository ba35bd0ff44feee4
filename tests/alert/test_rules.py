"""Files of rules, and what is said of those that are wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.alert import Email, Webhook, When, load
from reportedly.alert.targets import Security
from reportedly.settings import SettingsError
from reportedly.types import Standing

GOOD = """
[target.desk]
kind = "webhook"
url = "https://desk.example/hook"
secret_env = "HOOK"

[target.night]
kind = "email"
to = ["night@example.org", "day@example.org"]
from = "reportedly@example.org"
server = "mail.example.org"

[target.here]
kind = "stdout"

[[rule]]
name = "disputed or backed"
when = "standing"
to = ["disputed", "corroborated"]
send = ["desk", "night"]

[[rule]]
name = "dead"
when = "number"
item = "dead"
high = 50
send = "here"
"""


def load_text(folder: Path, text: str) -> object:
    path = folder / "rules.toml"
    path.write_text(text, "utf-8")
    return load(path)


def test_a_file_of_rules(tmp_path: Path) -> None:
    (tmp_path / "night.toml").write_text(GOOD, "utf-8")
    rules = load(tmp_path / "night.toml")
    assert rules.name == "night"
    assert rules.targets["desk"] == Webhook("https://desk.example/hook", "HOOK")
    night = rules.targets["night"]
    assert isinstance(night, Email)
    assert (night.host, night.port, night.security) == ("mail.example.org", 587, Security.STARTTLS)
    assert (rules.rules[0].when, rules.rules[0].to) == (When.STANDING, (Standing.DISPUTED, Standing.CORROBORATED))
    assert (rules.rules[1].send, rules.rules[1].low, rules.rules[1].high) == (("here",), None, 50)


@pytest.mark.parametrize(
    ("change", "line", "words"),
    [
        (('when = "standing"', 'when = "standings"'), 18, "when: 'standings' is none of standing, flip"),
        (('when = "number"', 'when = "numbr"'), 24, "did you mean number?"),
        (('to = ["disputed", ', 'to = ["dispute", '), 19, "to: 'dispute' is none of"),
        (('send = "here"', 'send = "heer"'), 27, "send: there is no [target.heer]; did you mean here?"),
        (('send = "here"', ""), 22, "send: it is missing"),
        (("high = 50", 'high = "fifty"'), 26, "high: a number is expected"),
        (("high = 50", "high = 5\nlow = 9"), 26, "the band ends below its beginning"),
        (("high = 50", "hihg = 50"), 26, "hihg: there is no such setting; did you mean high?"),
        (('when = "standing"', 'when = "standing"\nhigh = 3'), 19, "high: there is no such setting"),
        (('name = "dead"', 'name = "disputed or backed"'), 23, "two rules are called"),
        (("desk.example", "10.0.0.1"), 4, "url: 10.0.0.1"),
        (('"https://desk.example/hook"', '"ftp://desk.example"'), 4, "only http and https"),
        (('secret_env = "HOOK"', ""), 2, "secret_env: it is missing"),
        (("night@example.org", "night at example.org"), 9, "is no e-mail address"),
        (("mail.example.org", "mail.example.org:no"), 11, "server: write it as"),
        (('server = "mail', 'user = "me"\nserver = "mail'), 11, "user: user and password_env go together"),
        (('server = "mail', 'password_env = "P"\nserver = "mail'), 11, "user and password_env go together"),
        (
            ('server = "mail', 'user = "me"\npassword_env = "P"\nsecurity = "none"\nserver = "mail'),
            13,
            "security: a password is sent through starttls or tls only",
        ),
        (('kind = "stdout"', 'kind = "stdout'), 14, "no TOML"),
        (('kind = "stdout"', 'kind = "stdout"\nurl = "x"'), 15, "url: there is no such setting"),
        (("[[rule]]", "[[rules]]"), 16, "rules: there is no such setting"),
    ],
)
def test_what_is_wrong_is_said_with_line_and_key(
    tmp_path: Path, change: tuple[str, str], line: int, words: str
) -> None:
    assert change[0] in GOOD
    with pytest.raises(SettingsError) as caught:
        load_text(tmp_path, GOOD.replace(*change))
    assert f"rules.toml:{line}: " in str(caught.value)
    assert words in str(caught.value)


def test_a_file_without_rules_and_one_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="there is none"):
        load_text(tmp_path, GOOD[: GOOD.index("[[rule]]")])
    with pytest.raises(SettingsError, match="No such file"):
        load(tmp_path / "nothing.toml")
