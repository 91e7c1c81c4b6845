"""What the words of a question ask for: a number, a date, a vote, attendance, words."""

from collections.abc import Sequence
from itertools import pairwise

from bot.answering.draft import Asked
from bot.matching.denial import COMING, DENYING, VOTING_SO, absent, denied
from bot.matching.telling import counted
from bot.matching.words import ABSTAINING, OF_DATES

OF_REASONS = frozenset(
    "why reason reasons justify justified justification explain explains explained motive motives".split()
)
OF_WORDS = frozenset(
    "said say says saying tell tells told quote quoted statement statements wording intervention".split()
)
"""words that ask what was said, whoever attended"""
OF_VOTES = frozenset({*"vote voted votes voting ballot favour".split(), *ABSTAINING})
OF_EXPLANATIONS = frozenset("explanation explanations eov".split())
"""words for what a State says of its vote"""
_OF_WORDS_OR_REASONS = OF_WORDS | OF_REASONS | OF_EXPLANATIONS
OF_PRESENCE = frozenset("attend attended attends attending attendance present participate participated".split())
_RETURNING = frozenset("back again seen returned reappeared".split())
_VOTED_ON = frozenset("the it this that resolution convention treaty banning {meeting}".split())
"""what may follow "in favour of" where a vote is meant"""
_BESIDE_AGAINST = _VOTED_ON | {"or", "and", "in", "abstain", "abstained", "abstaining"}
_ABSTAINING_FROM = {(abstain, "from") for abstain in ("abstain", "abstains", "abstaining")}
_VOTING = frozenset("vote voted votes voting ballot resolution committee".split())
_NO_VOTES = {("no", "vote"), ("no", "votes")}
"""votes against, and none that is missing"""
_THE_OTHERS = {
    (): ("not_present",),
    ("in_favour",): ("abstained", "not_present"),
    ("abstained",): ("in_favour", "not_present"),
}
"""by the vote denied, the votes of all others: absent is not abstaining"""
PUBLISHING = frozenset("published publish written appear appeared printed updated ran issued dated".split())
_EXPLAINING = frozenset("explain justify describe defend".split())
WHETHER = frozenset(
    "did does do is are was were has have had will isnt arent wasnt werent hasnt havent didnt doesnt dont wont".split()
)
"""first words of a question for a yes or a no"""
LATELY = frozenset((which, when) for which in ("last", "this", "past") for when in ("year", "month", "week"))
"""times after the documents, whenever it is asked"""
WHICH_YEAR = {(which, when) for which in ("what", "which") for when in ("year", "date", "month", "day")}
WHICH_DAY = {("which", "day"), ("what", "day")}
"""asks for a day; "could it join one day" does not"""
BEGINNING = frozenset("began begin begun start started starting".split())
AROUND = frozenset("since after before until between prior".split())
"""words before a meeting that only bounds the time asked for"""
_BESIDE_MEETING = frozenset("the to last".split())
"""words between these and the meeting"""
_SPOKEN_TO = frozenset({"first_committee", "standing_committee", "signing_conference"})
"""kinds of meeting before which States speak"""
_GROUPS = frozenset("groups companies armies militaries militias".split())
_OF_NUMBERS = frozenset(
    "count figure figures percent quantity quantities amount number numbers millions thousands total".split()
)
_NUMBER_PAIRS = {("how", "many"), ("how", "much"), ("how", "big"), ("how", "large"), ("size", "of"), ("size", "in")} | {
    (stock, "size") for stock in ("stockpile", "stock", "arsenal", "inventory")
}


def asks_number(asked: Asked) -> bool:
    """Whether a question asks how many or how much."""
    of_pairs = not asked.pairs.isdisjoint(_NUMBER_PAIRS)
    return asked.asks_any(_OF_NUMBERS) or of_pairs or bool(counted(asked.reading.words))


def asks_whether(asked: Asked) -> bool:
    """Whether a question asks for a yes or a no."""
    return not WHETHER.isdisjoint(asked.reading.words[:1])


def asks_for_groups(asked: Asked) -> bool:
    """Whether a question asks which groups or companies they were, which no document names."""
    return asked.asks("who", "which", "names", "name", "list") and asked.asks_any(_GROUPS)


def asks_for_publication(asked: Asked) -> bool:
    """Whether a question asks when a text appeared."""
    begins = asked.reading.words[:1] == ("when",)
    return asked.asks_any(PUBLISHING) and (begins or not asked.words.isdisjoint(OF_DATES - {"when"}))


def asks_for_votes(asked: Asked) -> bool:
    """Whether a question asks how States voted, not what they said of it."""
    # "in favour" is a vote; to favour something is none.
    votes = asked.words.intersection(OF_VOTES)
    in_favour = ("in", "favour") in asked.pairs and not _favours_a_thing(asked.reading.words)
    return bool(votes - {"favour"} or in_favour) and not asked.asks_any(_OF_WORDS_OR_REASONS)


def _favours_a_thing(words: Sequence[str]) -> bool:
    """Whether "in favour of" is followed by what no vote was on: "in favour of looking for substitutes"."""
    return any(
        words[place : place + 2] == ("favour", "of") and not _VOTED_ON.issuperset(words[place + 2 : place + 3])
        for place in range(len(words) - 2)
    )


def asks_how_voted(asked: Asked) -> bool:
    """Whether the vote itself is asked for beside its explanation: "... but how did it vote", "yes, no or abstain"."""
    words = asked.reading.words
    explained = "explained" in asked.words or asked.asks_any(OF_EXPLANATIONS)
    how = explained and any(
        word == "did" and "vote" in words[place + 2 : place + 4] and words[place + 2] not in _EXPLAINING
        for place, word in enumerate(words[:-2])
    )
    return how or ("yes" in asked.words and asked.asks("abstain", "abstained"))


def on_a_thing(asked: Asked) -> bool:
    """Whether the words of a vote are on a thing: "in favour of landmines", "abstain from using", "against rebels"."""
    if asked.asks_any(_VOTING) or asked.at_committee or "first_committee" in asked.reading.entities.channels:
        return False
    words = asked.reading.words
    things = _favours_a_thing(words) or not asked.pairs.isdisjoint(_ABSTAINING_FROM)
    return things or any(
        word == "against" and place + 1 < len(words) and words[place + 1] not in _BESIDE_AGAINST
        for place, word in enumerate(words)
    )


def denied_votes(asked: Asked) -> tuple[str, ...]:
    """The votes of those who did not vote, or not so, when these are asked for."""
    votes = asked.reading.entities.votes
    if votes == ("not_present",):
        there = "absent" in asked.words and not absent(asked.acts)
        return ("in_favour", "abstained") if there else ()
    if not votes and denied(asked.acts, COMING):
        return ("not_present",)
    if not denied(asked.acts, VOTING_SO) or not asked.pairs.isdisjoint(_NO_VOTES):
        return ()
    return _THE_OTHERS.get(votes, ())


def asks_around_meeting(asked: Asked) -> bool:
    """Whether a meeting only bounds the time asked for: "since the Third Review Conference"."""
    words = [word for word in asked.reading.words if word not in _BESIDE_MEETING]
    spoken_to = any(meeting.kind in _SPOKEN_TO for meeting in asked.meetings)
    around = AROUND - {"before"} if spoken_to else AROUND
    return any(first in around and second == "{meeting}" for first, second in pairwise(words))


def asks_of_parties(asked: Asked) -> bool:
    """Whether States Parties are asked of, which no table of the documents has."""
    return "parties" in asked.acts or ("state", "party") in pairwise(asked.acts)


def asks_who_never_returned(asked: Asked) -> bool:
    """Whether a question asks who came to a meeting and not again: "who has not been back since 3RC"."""
    if "vanished" in asked.words or ("never", "since") in asked.pairs:
        return True
    words = asked.reading.words
    denied_at = next((place for place, word in enumerate(words) if word in DENYING), None)
    if denied_at is None or not asked.asks_any(_RETURNING):
        return False
    after_meeting = "{meeting}" in words[:denied_at] and not _RETURNING.isdisjoint(words[denied_at:])
    return after_meeting or (asked.asks("since", "after") and asks_around_meeting(asked))


def asks_for_absence(asked: Asked) -> bool:
    """Whether a question asks who was not there."""
    return absent(asked.acts)


def asks_for_presence(asked: Asked) -> bool:
    """Whether a question asks who was there, not what was said there."""
    return asked.asks_any(OF_PRESENCE) and not asked.asks(*OF_WORDS, *OF_VOTES, "words")
