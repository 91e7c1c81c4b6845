"""The lists that maintainers review, one message a page, and what they export."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

import yaml

from bot.discord_side.limits import OPTION_TEXT, cut
from bot.rendering.characters import visible_line
from bot.rendering.markdown import escape, size
from bot.rendering.messages import MESSAGE_LIMIT
from bot.store.records import Feedback, Gap
from bot.store.sheets import feedback_csv, gaps_csv
from bot.store.store import Store

ReviewList = Literal["gaps", "feedback"]
PAGE_SIZE: Final = 5
_LONGEST: Final = (110, 60, 30)
"""characters shown of a question or a remark; fewer where five entries, each with its escapes, would fill a message"""
_LAST_LINE: Final = 40
"""units kept for the line that tells the page"""


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """One page as shown."""

    text: str
    number: int
    pages: int
    entries: tuple[tuple[int, str], ...]
    """id and label of what can be resolved"""


async def review_page(store: Store, what: ReviewList, number: int) -> ReviewPage:
    """A page of the open entries; pages count from 1."""
    if what == "gaps":
        gaps = await store.list_gaps(number, size=PAGE_SIZE)
        heading = f"**Questions not answered well**: {gaps.total} open"
        text = _fitting(heading, lambda longest: [_gap(gap, longest) for gap in gaps.items])
        entries = tuple((gap.id, _label(gap.id, gap.question)) for gap in gaps.items)
        return ReviewPage(text, gaps.number, gaps.pages, entries)
    feedback = await store.list_feedback(number, size=PAGE_SIZE)
    heading = f"**Feedback**: {feedback.total} open"
    text = _fitting(heading, lambda longest: [_feedback(entry, longest) for entry in feedback.items])
    labels = tuple((entry.id, _label(entry.id, entry.question)) for entry in feedback.items)
    return ReviewPage(text, feedback.number, feedback.pages, labels)


def _fitting(heading: str, entries: Callable[[int], list[str]]) -> str:
    """The heading and the entries, with as much of each as a message takes."""
    texts = ("\n".join((heading, *entries(longest))) for longest in _LONGEST)
    text = next(texts)
    while size(text) > MESSAGE_LIMIT - _LAST_LINE and (shorter := next(texts, "")):
        text = shorter
    return text


def _gap(gap: Gap, longest: int) -> str:
    read = f"read as {gap.intent} ({', '.join(gap.entities) or 'nothing named'})" if gap.intent else "not understood"
    times = "once" if gap.repeats == 1 else f"{gap.repeats} times"
    return (
        f"- {gap.id}: {_shown(gap.question, longest)}\n"
        f"  {gap.outcome}; {escape(cut(read, 80))}, score {gap.score:.2f}; "
        f"asked {times}, last on {gap.last_seen.isoformat()}"
    )


def _feedback(entry: Feedback, longest: int) -> str:
    remark = f"\n  {_shown(entry.text, longest)}" if entry.text else ""
    return (
        f"- {entry.id}: {entry.kind}: {_shown(entry.question, longest)}\n"
        f"  answer: {_shown(entry.title, longest)} ({entry.outcome}), {entry.created.date().isoformat()}{remark}"
    )


def _shown(text: str, longest: int) -> str:
    return escape(cut(visible_line(text), longest))


def _label(identifier: int, question: str) -> str:
    return cut(f"{identifier}: {visible_line(question)}", OPTION_TEXT)


async def as_csv(store: Store, what: ReviewList) -> str:
    """All entries, resolved ones too, for a spreadsheet."""
    if what == "gaps":
        return gaps_csv(await store.all_gaps())
    return feedback_csv(await store.all_feedback())


async def as_yaml_stub(store: Store, what: ReviewList) -> str:
    """Open entries as a beginning of phrasings or FAQ entries, to be finished by hand; it does not load as it is."""
    if what == "gaps":
        gaps = [gap for gap in await store.all_gaps() if gap.resolved is None]
        questions = [(gap.question, gap.intent) for gap in gaps]
    else:
        open_ = [entry for entry in await store.all_feedback() if entry.resolved is None and entry.kind == "wrong"]
        questions = [(entry.question, "") for entry in open_]
    by_kind: dict[str, list[str]] = {}
    for question, intent in questions:
        by_kind.setdefault(intent or "a new FAQ entry, or a kind of question", []).append(visible_line(question))
    lines = [
        "# For each question: a phrasing in knowledge/questions/<kind>.yaml (names as {state}, {meeting}, {year}),",
        "# or a FAQ entry: copy the lines of `entry` to knowledge/faq/<id>.yaml. Then run: treatybot check",
    ]
    for kind, texts in sorted(by_kind.items()):
        lines += [f"# {kind}", _yaml({"phrasings": texts})]
    first = next(iter(by_kind.values()), ["..."])[0]
    entry = {"id": "a-new-entry", "question": first, "phrasings": [first], "claims": [_CLAIM]}
    return "\n".join([*lines, "# a FAQ entry", _yaml({"entry": entry})])


_CLAIM: Final = {"says": "Our answer in plain words.", "evidence": [{"source": "treaty-faq", "quote": "verbatim"}]}


def _yaml(data: dict[str, object]) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=120)
