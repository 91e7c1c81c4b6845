"""What changed of something that is followed: its lines then and now."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from bot.answering.answer import Answer
from bot.discord_side.answer_keys import StaleKeyError
from bot.discord_side.desk import Desk
from bot.matching.reading import Entities
from bot.rendering.layout import layout
from bot.rendering.markdown import escape, size
from bot.rendering.messages import MESSAGE_LIMIT
from bot.store.records import FollowKind

_KINDS: Final[dict[FollowKind, tuple[str, ...]]] = {
    "state": ("overview", "statement"),
    "topic": ("topic-states",),
    "meeting": ("meeting-info", "meeting-statements", "attendees"),
}
"""the kinds of question whose answers are what is followed"""
_LEFT_OUT: Final = frozenset({"source", "evidence", "suggestion"})
"""lines that say where something stands, which shifts when anything is added to a document"""
_LONGEST: Final = 320
_BEFORE_THE_CHANGE: Final = 60


def followed_text(desk: Desk, kind: FollowKind, target: str) -> str | None:
    """All that the knowledge of now says of it, each line once; None when it knows no such thing."""
    lines: dict[str, None] = {}
    for intent in _KINDS.get(kind, ()):
        try:
            answer = desk.typed(intent, _entities(kind, target)).answer
        except StaleKeyError:
            return None
        lines.update(dict.fromkeys(_lines(answer)))
    return "\n".join(lines)


def followed_name(desk: Desk, kind: FollowKind, target: str) -> str:
    """How it is called; its id when it is known no more."""
    knowledge = desk.engine.knowledge
    if kind == "state" and target in knowledge.states:
        return knowledge.states[target].title
    if kind == "meeting" and target in knowledge.meetings:
        return knowledge.meetings[target].label
    if kind == "topic" and target in knowledge.topics:
        return knowledge.topics[target].name
    return target


def _entities(kind: FollowKind, target: str) -> Entities:
    match kind:
        case "state":
            return Entities(states=(target,))
        case "topic":
            return Entities(topics=(target,))
        case _:
            return Entities(meetings=(target,))


def _lines(answer: Answer) -> Iterator[str]:
    for block in layout(answer):
        for line in block.lines:
            if line.kind not in _LEFT_OUT:
                yield line.text


def told(name: str, old: str, new: str | None) -> str:
    """A message that says what changed, old and new, within Discord's limit."""
    if new is None:
        return f"**What you follow changed: {escape(name)}**\nThe documents that I answer from hold it no more."
    lines = [f"**What you follow changed: {escape(name)}**"]
    end = "There is more: ask me about it to see all."
    for before, after in _changed(old.split("\n"), new.split("\n")):
        part = [f"Old: {escape(before)}" if before else "", f"New: {escape(after)}" if after else "New: (gone)"]
        added = [line for line in part if line]
        if size("\n".join([*lines, *added, end])) > MESSAGE_LIMIT:
            lines.append(end)
            break
        lines += added
    return "\n".join(lines)


def _changed(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    for tag, first, last, start, end in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        before, after = old[first:last], new[start:end]
        for index in range(max(len(before), len(after))):
            yield _around_the_change(
                before[index] if index < len(before) else "", after[index] if index < len(after) else ""
            )


def _around_the_change(old: str, new: str) -> tuple[str, str]:
    """Both lines from a little before where they begin to differ."""
    same = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    start = max(0, same - _BEFORE_THE_CHANGE) if max(len(old), len(new)) > _LONGEST and old and new else 0
    return _cut(old, start), _cut(new, start)


def _cut(text: str, start: int) -> str:
    shown = text[start : start + _LONGEST]
    return f"{'[...] ' if start and shown else ''}{shown}{' [...]' if start + _LONGEST < len(text) else ''}"
