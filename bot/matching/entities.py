"""What a question names, from the names and times found in it."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from bot.matching.channels import channels_in
from bot.matching.gazetteer import Gazetteer, NamesFound
from bot.matching.reading import Entities
from bot.matching.times import Times
from bot.matching.tokens import Tokens
from bot.matching.words import ABSTAINING

_ABOUT = frozenset(
    """
    about regarding concerning against mention mentions mentioned name names named criticise criticised blame blamed
    """.split()
)
_REFERRING = {(refer, "to") for refer in ("refer", "refers", "referred")}
_PAIR = 2
_BETWEEN_STATES = frozenset(
    "conflict conflicts war wars border borders dispute disputes relations relationship ties tension tensions".split()
)
"""what one State has "with" another, and speaks of"""
_LETTER_WORDS = frozenset(
    "letter letters write wrote written reply replied replies answer answered response update updated info".split()
)
_PRESIDENTS = frozenset({"president", "presidents"})
_AT = frozenset({"at", "during"})
_AFTER_TELLING = {"tell": 3, "told": 6}
"""words in which the President stands who is told: "told the 16MSP President", not "tell me about the President" """
_VOTING = ("voted", "vote", "votes")
_VOTED_FOR = {(voted, "for") for voted in _VOTING}
"""a lone "for" tells nothing"""
_VOTED_NO = {(voted, "no") for voted in _VOTING}
_VOTE_WORDS = {
    "in_favour": frozenset({"favour", "favor", "yes", "supported"}),
    "abstained": ABSTAINING,
    "not_present": frozenset({"absent", "absence", "missing", "missed"}),
    "against": frozenset({"against", "opposed", "oppose"}),
}
_ANY_VOTE = frozenset().union(*_VOTE_WORDS.values())


def entities_of(tokens: Tokens, names: NamesFound, times: Times, gazetteer: Gazetteer) -> Entities:
    """The States, meetings, years, channels and so on that a question names."""
    of_kind: dict[str, dict[str, None]] = {}
    for mention in names.mentions:
        of_kind.setdefault(mention.kind, {})[mention.id] = None
    ids = {kind: tuple(named) for kind, named in of_kind.items()}
    meetings = list(ids.get("meeting", ()))
    # "the intersessionals ... in 2016": a series and the only year make a meeting.
    years = times.years
    for name in names.series:
        undated = name.number is None and name.year is None and len(years) == 1 and times.bounds is None
        if undated and (meeting := gazetteer.dated_meeting(name.kind, years[0])):
            meetings.append(meeting)
            years = ()
            break
    keys = tokens.key_set
    channels = list(channels_in(tokens, names.series))
    to_president = bool(_PRESIDENTS & keys) and (bool(_LETTER_WORDS & keys) or _tells_the_president(tokens.keys))
    to_president = to_president and not _said_there(names, tokens.keys)
    if "questionnaire" in channels or to_president:
        # "the 16MSP President's letter" is a letter that names a meeting, not words spoken there.
        meetings = [meeting for meeting in meetings if gazetteer.kind_of_meeting(meeting) != "msp"]
        if "questionnaire" not in channels and "letter" not in channels:
            channels.append("letter")
    states: tuple[str, ...] = ids.get("state", ())
    about: tuple[str, ...] = ()
    if len(states) > 1:
        states, about = _spoken_of(states, names, tokens, gazetteer)
    unmet = [name.year for name in names.series if name.year is not None]
    return Entities(
        states=states,
        about=about,
        meetings=tuple(dict.fromkeys(meetings)),
        years=tuple(dict.fromkeys((*years, *unmet))) if unmet else years,
        topics=ids.get("topic", ()),
        sources=ids.get("source", ()),
        other_treaties=ids.get("other_treaty", ()),
        channels=tuple(channels),
        unknown_meetings=tuple(
            [
                " ".join([token.text for token in tokens[name.start : name.end]])
                for name in names.series
                if name.number is not None and name.meeting is None
            ]
        ),
        votes=_votes(tokens),
    )


def _spoken_of(
    named: tuple[str, ...], names: NamesFound, tokens: Tokens, gazetteer: Gazetteer
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Of several States those that are asked of, and those that these are asked about."""
    about = _standing_after(_is_about, names, tokens)
    # A conflict with another State is the speaker's own subject, whether or not it names that State.
    beside = _standing_after(_is_beside, names, tokens) if len(named) == _PAIR else ()
    left = tuple([state for state in named if state not in about and state not in beside])
    # "Morocco on Western Sahara" is a question about Morocco.
    return tuple([state for state in left if state not in gazetteer.only_recognised]) or left, about


def _tells_the_president(words: Sequence[str]) -> bool:
    return any(
        word in _AFTER_TELLING and not _PRESIDENTS.isdisjoint(words[place + 1 : place + 1 + _AFTER_TELLING[word]])
        for place, word in enumerate(words)
    )


def _said_there(names: NamesFound, words: Sequence[str]) -> bool:
    """Whether a meeting is named as the place: "its update at 16MSP for the President"."""
    starts = [mention.start for mention in names.mentions if mention.kind == "meeting"]
    return any(start and words[start - 1] in _AT for start in starts)


def _votes(tokens: Tokens) -> tuple[str, ...]:
    """The votes named by their words, "for" among them after "voted"."""
    keys = tokens.key_set
    if keys.isdisjoint(("for", "present", "no")) and _ANY_VOTE.isdisjoint(keys):
        return ()
    pairs = frozenset(pairwise(tokens.keys))
    return tuple(
        vote
        for vote, words in _VOTE_WORDS.items()
        if not words.isdisjoint(keys)
        or (vote == "in_favour" and not pairs.isdisjoint(_VOTED_FOR))
        or (vote == "not_present" and ("not", "present") in pairs)
        or (vote == "against" and not pairs.isdisjoint(_VOTED_NO))
    )


def _standing_after(ends: Callable[[Sequence[str]], bool], names: NamesFound, tokens: Tokens) -> tuple[str, ...]:
    """States that stand nowhere but after words that end in some way, "the" behind them or not, and not first."""
    keys = tokens.keys
    first, *states = [mention for mention in names.mentions if mention.kind == "state"]
    before = {mention: keys[: mention.start - (keys[mention.start - 1] == "the")] for mention in states}
    after = dict.fromkeys(mention.id for mention in states if ends(before[mention]))
    elsewhere = {first.id, *(mention.id for mention in states if not ends(before[mention]))}
    return tuple(state for state in after if state not in elsewhere)


def _is_about(words: Sequence[str]) -> bool:
    """Whether words end on "about" or the like."""
    return words[-1] in _ABOUT or tuple(words[-2:]) in _REFERRING


def _is_beside(words: Sequence[str]) -> bool:
    """Whether words end on "conflict with" or the like."""
    return words[-1] == "with" and words[-2] in _BETWEEN_STATES
