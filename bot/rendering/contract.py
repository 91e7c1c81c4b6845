"""An answer as the JSON object of ``treatybot ask --json`` (DESIGN, "Contracts")."""

import json

from bot.answering.answer import Answer
from bot.knowledge.model import Citation
from bot.rendering.characters import escaped, whole_characters
from bot.rendering.plain import plain


def json_line(answer: Answer, took_ms: float) -> str:
    """The object on one line, without its end.

    What a terminal would obey, and what some readers take for the end of a line, is written as JSON escapes it.
    """
    return escaped(json.dumps(as_contract(answer, took_ms), ensure_ascii=False))


def as_contract(answer: Answer, took_ms: float) -> dict[str, object]:
    """The object that ``json.dumps`` writes for ``answer``; ``took_ms`` is the time it took, in milliseconds."""
    entities = answer.reading.entities
    return {
        "question": whole_characters(answer.question),
        "outcome": answer.outcome,
        "intent": answer.reading.intent,
        "entities": {
            "states": list(entities.states),
            "meetings": list(entities.meetings),
            "years": list(entities.years),
            "topics": list(entities.topics),
        },
        "score": round(answer.reading.score, 4),
        "title": answer.title,
        "text": plain(answer),
        "citations": [_citation(citation) for citation in answer.citations],
        "suggestions": list(answer.suggestions),
        "took_ms": round(took_ms, 3),
    }


def _citation(citation: Citation) -> dict[str, object]:
    source = citation.source
    shown: dict[str, object] = {
        "source": source.id,
        "title": source.title,
        "issuer": source.issuer,
        "date": source.date,
        "file": source.file,
        "lines": list(citation.lines),
        "attribution": citation.attribution,
    }
    if citation.cell is not None:
        cell = citation.cell
        shown["cell"] = {"row": cell.row, "column": cell.column, "value": cell.value}
    elif citation.absence is not None:
        shown["absent"] = {"row": citation.absence.row, "table": citation.absence.table}
    else:
        shown["quote"] = citation.quote
    return shown
