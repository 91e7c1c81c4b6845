"""``treatybot explain``: how a question was read."""

import shutil
import textwrap
from pathlib import Path

from bot.knowledge.loading import load_knowledge
from bot.maintaining.explaining import Explainer
from bot.rendering.characters import visible_line, whole_characters

_INDENT = 2
_WIDEST = 120


def show_explanation(folder: Path, question: str) -> None:
    """Print each step. Raises ``KnowledgeError`` or :class:`~bot.maintaining.refusing.RefusedError`."""
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    for section in Explainer(load_knowledge(folder)).explain(whole_characters(question)):
        print(f"{section.title}:")
        for line in section.lines:
            text = visible_line(line) if not line.startswith((" ", "*")) else line[0] + " " + visible_line(line[2:])
            pad = " " * _INDENT
            print("\n".join(textwrap.wrap(text, width, initial_indent=pad, subsequent_indent=pad * 3)))
