"""A tiny knowledge folder that has all kinds of files and no problem: ``tests/tiny``, copied for a test to break."""

import shutil
from pathlib import Path

from bot.answering.answerers import ANSWERERS, NEEDS_STATE

TINY = Path(__file__).parent / "tiny"


def copy_tiny(root: Path) -> Path:
    """Copy it; ``root`` will hold ``knowledge`` and ``seeds``.

    Kinds of questions that it lacks are added, so that a new answer in the program breaks no test here.
    """
    shutil.copytree(TINY, root)
    for number, kind in enumerate(ANSWERERS, start=100):
        file = root / "knowledge" / "questions" / f"{kind}.yaml"
        if not file.exists():
            named = " of {state}" if kind in NEEDS_STATE else ""
            text = f"id: {kind}\nabout: {kind}\nphrasings:\n  - page number {number}{named}\n"
            file.write_text(text, encoding="utf-8")
    return root
