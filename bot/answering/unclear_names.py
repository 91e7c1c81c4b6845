"""A name that could be several States: the question once more with each of them in its place."""

import re
import unicodedata
from collections.abc import Iterable

_ARTICLE = "the "


def asked_with(question: str, words: str, names: Iterable[str]) -> tuple[str, ...]:
    """The question with each name instead of ``words``, on one line, ready to be asked and to be shown.

    A person's own question is repeated here, so nothing that a terminal or a screen obeys may stay in it; ``words``
    were found in a question that was read in the same way (``bot.matching.tokens``).
    """
    visible = "".join(" " if unicodedata.category(char)[0] == "C" else char for char in question)
    line = " ".join(unicodedata.normalize("NFC", visible).split())
    there = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", line)
    if there is None:
        return tuple(f"what do you know about {name}?" for name in names)
    before, after = line[: there.start()], line[there.end() :]
    # "the Korean delegation": a name with its own article takes the place of the one before it.
    bare = before[: -len(_ARTICLE)] if before.casefold().endswith(_ARTICLE) else before
    return tuple(f"{bare if name.startswith(_ARTICLE) else before}{name}{after}" for name in names)
