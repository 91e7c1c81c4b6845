"""Who did not come: States not party without a tick at a meeting.

An absence is shown as what it is, an empty cell of the participation table of one edition (DESIGN, principles 1 and 5).
"""

from bot.answering.answer import Part
from bot.answering.asking import asks_of_parties
from bot.answering.draft import Asked, Draft
from bot.answering.families.attendance import meetings_of_years
from bot.answering.families.attendees import attendees
from bot.answering.families.tabled import listings, newest_with, no_table, not_tabled
from bot.answering.wording import and_list, as_of, questions_on, the


def absentees(asked: Asked) -> Draft:
    """The States not party that the newest edition with a column for a meeting shows without a tick there."""
    meetings = asked.meetings or meetings_of_years(asked)
    if not meetings or asked.states or asks_of_parties(asked):
        return attendees(asked)
    found: list[Part] = []
    for meeting in meetings:
        if source := newest_with(asked, meeting):
            table = f"the participation table of the {source.short} ({as_of(source)})"
            found += listings(asked, meeting, source, f"without a tick for {the(meeting)} in {table}:", ticked=False)
    if not found:
        return no_table(asked, meetings)
    missing, evidence = not_tabled(asked, meetings)
    title = f"States not party without a tick for {and_list(meeting.label for meeting in meetings)}"
    return Draft("answered", title, (*found, *missing), evidence, questions_on(meetings[0], asked.knowledge))
