"""Completion of names as one types: States, meetings, topics and FAQ entries, misspellings included."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from bot.knowledge.model import Knowledge
from bot.knowledge.names import all_names, name_key
from bot.similarity import nearest

Completed = Literal["state", "meeting", "topic", "faq"]

_NEAR = 0.6


@dataclass(frozen=True, slots=True)
class Choice:
    """One completion: the id of the record and the name shown."""

    id: str
    label: str


class Completer:
    """Completions of one snapshot, the likeliest first."""

    def __init__(self, knowledge: Knowledge) -> None:
        listed = {state.id for state in knowledge.listed}
        states = sorted(knowledge.states.values(), key=lambda state: (state.id not in listed, state.title))
        meetings = sorted(
            knowledge.meetings.values(), key=lambda meeting: (not meeting.citations, _newest_first(meeting.date))
        )
        self._forms: dict[Completed, list[tuple[str, Choice]]] = {
            "state": [
                (name_key(name), Choice(state.id, state.title))
                for state in states
                for _, name in all_names(state.names)
            ],
            "meeting": [
                (name_key(form), Choice(meeting.id, meeting.label))
                for meeting in meetings
                for form in (meeting.short, meeting.name, meeting.label, *meeting.aliases)
            ],
            "topic": [
                (name_key(form), Choice(topic.id, topic.name))
                for topic in knowledge.topics.values()
                for form in topic.names
            ],
            "faq": [
                (name_key(form), Choice(entry.id, entry.record.question))
                for entry in knowledge.faq.values()
                for form in (entry.record.question, *entry.record.phrasings)
            ],
        }
        self._exact = {kind: _of_one(forms) for kind, forms in self._forms.items()}

    def exact(self, kind: Completed, typed: str) -> str | None:
        """The id of the one thing that is called so, or has that id; None when there is none, or several."""
        named = self._exact[kind]
        return named.get(typed) or named.get(name_key(typed))

    def complete(self, kind: Completed, typed: str, limit: int) -> tuple[Choice, ...]:
        """At most ``limit`` records whose names begin with, hold, or are nearly what was typed."""
        key, forms = name_key(typed[:100]), self._forms[kind]
        found = _each_once(choice for form, choice in forms if form.startswith(key))
        if len(found) < limit:
            found = _each_once([*found, *(choice for form, choice in forms if f" {key}" in form)])
        if len(found) < limit and key:
            by_form = dict(reversed(forms))
            near = nearest(key, list(by_form), at_least=_NEAR, limit=limit)
            found = _each_once([*found, *(by_form[form] for form, _ in near)])
        return found[:limit]


def _of_one(forms: Iterable[tuple[str, Choice]]) -> dict[str, str]:
    """The ids by name and by id; a name of two things stands for neither."""
    owners: dict[str, set[str]] = {}
    for form, choice in forms:
        owners.setdefault(form, set()).add(choice.id)
        owners.setdefault(choice.id, set()).add(choice.id)
    return {name: ids.pop() for name, ids in owners.items() if len(ids) == 1}


def _newest_first(date: str | None) -> int:
    return -int(date[:4]) if date else 0


def _each_once(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    return tuple(dict.fromkeys(choices))
