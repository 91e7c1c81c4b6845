"""Who did not come: States not party without a tick at a meeting.

An absence is shown as what it is, an empty cell of the participation table of one edition (DESIGN, principles 1 and 5).
"""

from bot.answering.answer import Item, Listing, Part
from bot.answering.asking import asks_of_parties
from bot.answering.attendance import empty_cell, meetings_of_years
from bot.answering.attendees import attendees, no_table
from bot.answering.draft import Asked, Draft
from bot.answering.wording import and_list, as_of, questions_on, the
from bot.knowledge.model import Knowledge, Meeting, Source


def absentees(asked: Asked) -> Draft:
    """The States not party that the newest edition with a column for a meeting shows without a tick there."""
    meetings = asked.meetings or meetings_of_years(asked)
    if not meetings or asked.states or asks_of_parties(asked):
        return attendees(asked)
    parts: list[Part] = []
    for meeting in meetings:
        source = next((item for item in asked.editions if item.id in meeting.columns), None)
        if source is not None:
            parts.append(_without_tick(asked.knowledge, meeting, source))
            parts += _besides(asked, meeting, source)
    if not parts:
        return no_table(asked, meetings)
    title = f"States not party without a tick for {and_list(meeting.label for meeting in meetings)}"
    return Draft("answered", title, tuple(parts), (), questions_on(meetings[0], asked.knowledge))


def _besides(asked: Asked, meeting: Meeting, newest: Source) -> list[Part]:
    """States without a tick that only an older edition lists, since they are States not party no more."""
    found: list[Part] = []
    for source in asked.editions:
        if source is newest or source.id not in meeting.columns:
            continue
        items = tuple(
            Item(state.title, (empty_cell(asked.knowledge, edition, meeting),))
            for state, edition in asked.knowledge.not_party(source.id).items()
            if meeting.id not in edition.attended and state.edition(newest.id) is None
        )
        if items:
            found.append(Listing(f"The {source.short} lists besides, as States not party then:", items))
    return found


def _without_tick(knowledge: Knowledge, meeting: Meeting, source: Source) -> Listing:
    items = tuple(
        Item(state.title, (empty_cell(knowledge, edition, meeting),))
        for state, edition in knowledge.not_party(source.id).items()
        if meeting.id not in edition.attended
    )
    have = f"{len(items)} States not party have no tick" if len(items) != 1 else "1 State not party has no tick"
    return Listing(
        f"{have} for {the(meeting)} in the participation table of the {source.short} ({as_of(source)}):", items
    )
