"""What leaves the store as a file: CSV for maintainers, JSON for a person."""

import csv
import io
import json
from collections.abc import Iterable
from datetime import date
from typing import Final

from bot.rendering.characters import escaped, visible
from bot.store.records import Feedback, Gap, PersonRecords

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet computes a cell that begins so: https://owasp.org/www-community/attacks/CSV_Injection"""

Cell = str | int | float | date | None


def feedback_csv(items: Iterable[Feedback]) -> str:
    """One row each; without the person's id, which helps nobody to mend an answer."""
    return _csv(
        ("id", "kind", "question", "answer", "outcome", "text", "created", "resolved"),
        (
            (one.id, one.kind, one.question, one.title, one.outcome, one.text, one.created, one.resolved)
            for one in items
        ),
    )


def gaps_csv(items: Iterable[Gap]) -> str:
    """One row each."""
    return _csv(
        ("id", "question", "repeats", "outcome", "intent", "entities", "score", "first_seen", "last_seen", "resolved"),
        (
            (
                *(one.id, one.question, one.repeats, one.outcome, one.intent, " ".join(one.entities), one.score),
                *(one.first_seen, one.last_seen, one.resolved),
            )
            for one in items
        ),
    )


def person_json(records: PersonRecords) -> str:
    """All that is kept under a person's id. Ids are text, as Discord writes them: many programs round numbers."""
    kept = {
        "user_id": str(records.user_id),
        "feedback": [
            {
                "guild_id": None if one.guild_id is None else str(one.guild_id),
                "kind": one.kind,
                "question": one.question,
                "answer": one.title,
                "outcome": one.outcome,
                "text": one.text,
                "created": _plain(one.created),
                "resolved": _plain(one.resolved),
            }
            for one in records.feedback
        ],
        "follows": [
            {"kind": one.kind, "target": one.target, "created": _plain(one.created)} for one in records.follows
        ],
        "messages_owed": [
            {"kind": one.kind, "target": one.target, "text": one.text, "created": _plain(one.created)}
            for one in records.notices
        ],
        "maintainer_in": [str(guild_id) for guild_id in records.maintains],
    }
    return escaped(json.dumps(kept, ensure_ascii=False, indent=2)) + "\n"


def _csv(heading: Iterable[str], rows: Iterable[Iterable[Cell]]) -> str:
    sheet = io.StringIO()
    writer = csv.writer(sheet)
    writer.writerow(heading)
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return sheet.getvalue()


def _plain(cell: Cell) -> str | int | float | None:
    if isinstance(cell, date):
        return cell.isoformat()
    if not isinstance(cell, str):
        return cell
    text = visible(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text
