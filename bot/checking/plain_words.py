"""Words that stand without quotation marks and that other YAML readers take for something else.

Our own reader keeps them as they are written; an editor, a formatter or a script may not, and would write ``false``
where a person wrote ``NO``.
"""

from collections.abc import Iterator

from bot.checking.all_files import all_files
from bot.knowledge.files import Folder
from bot.knowledge.problems import Problem


def misread_words(folder: Folder) -> Iterator[Problem]:
    """A warning for each such word."""
    for file in all_files(folder):
        for word, line, column in file.misread:
            message = f"other programs read {word} without quotation marks as {_read_as(word)}"
            hint = f'write "{word}"'
            yield Problem(file.name, line, column, "misread-word", message, hint, "warning")


def _read_as(word: str) -> str:
    lower = word.lower()
    if lower in ("y", "yes", "on", "true"):
        return "true"
    if lower in ("n", "no", "off", "false"):
        return "false"
    if lower in ("=", "<<"):
        return "an instruction"
    if ":" in word:
        return "a number of minutes or seconds"
    if lower.lstrip("+-").startswith("0") and "." not in word:
        return "a number of another base"
    return "a number written otherwise"
