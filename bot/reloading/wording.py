"""What a person at the console is told of a reload, in one line."""

from collections.abc import Sequence

from bot.knowledge.problems import Problem

RELOADED = "(The knowledge was reloaded.)"


def refused(problems: Sequence[Problem]) -> str:
    """The line for a broken edit."""
    more = f"; and {len(problems) - 1} more: treatybot check lists them" if len(problems) > 1 else ""
    return f"(A broken edit was not taken: {problems[0]}{more})"
