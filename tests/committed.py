"""What the check finds in the knowledge that comes with the program, found once."""

from functools import cache

from bot.checking import check
from bot.knowledge.loading import default_folder
from bot.knowledge.problems import Problem


@cache
def problems() -> tuple[Problem, ...]:
    return tuple(check(default_folder().resolve()))
