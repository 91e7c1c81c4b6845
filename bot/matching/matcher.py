"""The matcher: a question becomes a Reading. Pure and deterministic."""

import weakref
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import ParamSpec, TypeVar

from bot.knowledge.model import FaqEntry, Knowledge
from bot.knowledge.names import all_names
from bot.matching.channels import channels_in
from bot.matching.conversation import carried_on, picked
from bot.matching.foreign import ForeignReader, Parts
from bot.matching.gates import DECLINES, OPEN, Gate, factors, gate_of
from bot.matching.gazetteer import Gazetteer, NamesFound
from bot.matching.meeting_names import MEETING_WORDS, YEAR
from bot.matching.phrasing import Phrasing, PhrasingIndex
from bot.matching.reading import Candidate, Entities, Mention, Reading
from bot.matching.thresholds import confidence
from bot.matching.times import Times, times_in
from bot.matching.tokens import Token, tokenise
from bot.matching.words import CUES, FORM_WORDS, FUNCTION_WORDS, Vocabulary, content_words, stem

ArgumentsT = ParamSpec("ArgumentsT")
ResultT = TypeVar("ResultT")
FAQ_PREFIX = "faq:"
TREATY_WORD = "convention"
"""what every name of the treaty becomes, so that all of them match alike"""
_PLACEHOLDERS = {"state": "{state}", "meeting": "{meeting}", "source": "{source}", "treaty": TREATY_WORD}
SPEAKING = frozenset({"statement", "position", "topic-state"})
"""kinds answered with a State's own statements, whose words they therefore explain"""
ON_TOPICS = SPEAKING | {"topic-states", "compare"}
"""kinds that name a topic, whose names they therefore explain"""
_ASKING: tuple[frozenset[str], ...] = tuple(
    frozenset(words.split())
    for words in (
        "when year date day month",
        "where place city",
        "who whom whose name director president head",
        "which",
        "many number much",
        "long",
    )
)
UNASKED = 0.7
"""factor on the coverage of an FAQ entry for each thing asked for (a time, a place ...) that its phrasings never ask"""
_ABOUT = frozenset({"about", "regarding", "concerning", "against"})
_LETTER_WORDS = frozenset("letter letters write wrote written reply replied replies answer answered response".split())
_VOTE_WORDS = {
    "in_favour": frozenset({"favour", "favor", "yes", "supported"}),
    "abstained": frozenset({"abstain", "abstained", "abstention", "abstentions", "abstaining", "abstains"}),
    "not_present": frozenset({"absent", "present", "absence", "missing", "missed"}),
    "against": frozenset({"against", "opposed", "oppose"}),
}


class Matcher:
    """Understands questions about one snapshot of the knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._document_words = frozenset(_document_words(knowledge))
        raw = {record.id: record.phrasings for record in knowledge.questions.values()}
        raw |= {
            FAQ_PREFIX + entry.id: (entry.record.question, *entry.record.phrasings) for entry in knowledge.faq.values()
        }
        tokens = {kind: [tokenise(phrasing) for phrasing in phrasings] for kind, phrasings in raw.items()}
        typed = {token.key for lists in tokens.values() for words in lists for token in words}
        # A misspelling is mended to a word, never to a State's name: only the gazetteer decides on States.
        names = frozenset(
            name_tokens[0].key
            for state in knowledge.states.values()
            for _, name in all_names(state.names)
            if len(name_tokens := tokenise(name)) == 1
        )
        self._vocabulary = Vocabulary(
            {word for word in typed - names if not word.startswith("{")}
            | MEETING_WORDS
            | FORM_WORDS
            | FUNCTION_WORDS
            | CUES
        )
        self._name_words = names
        self._document_vocabulary = Vocabulary(word for word in self._document_words - names if word.isalpha())
        self._gazetteer = Gazetteer(knowledge, self._document_words | typed, self._vocabulary)
        parts = Parts(self._gazetteer, _weakly(self._entities), _weakly(self._words))
        self._foreign = ForeignReader(knowledge, parts)
        phrasings: list[Phrasing] = []
        self._gates: dict[str, Gate] = {}
        for kind, lists in tokens.items():
            found = [(words, self._gazetteer.find(words, misspelt=False)) for words in lists]
            worded = [self._words(words, named)[0] for words, named in found]
            phrasings += [Phrasing(kind, tuple(words)) for words in worded]
            if kind.startswith(FAQ_PREFIX):
                entry = knowledge.faq[kind.removeprefix(FAQ_PREFIX)]
                self._gates[kind] = self._faq_gate(entry, found)
            else:
                self._gates[kind] = OPEN if kind.startswith(DECLINES) else gate_of(worded)
        self._index = PhrasingIndex(phrasings)
        self._topic_words = _stems(name for topic in knowledge.topics.values() for name in (topic.name, *topic.aliases))
        self._knowledge = knowledge
        self._explained: dict[str, frozenset[str]] = {}

    def read(self, question: str, before: Reading | None = None) -> Reading:
        """What the question asks; ``before`` is the reading of the previous question, if any."""
        tokens = tokenise(question)
        if before is not None and (offered := picked(before, [token.key for token in tokens])):
            return replace(self.read(offered), question=question)
        read = self._foreign.read(question, tokens, before)
        if isinstance(read, Reading):
            return read
        tokens = read
        names = self._gazetteer.find(tokens)
        if (mended := self._mend(tokens, names)) != tokens:
            # A mended word may be part of a name: "intersesional meetings 2017".
            tokens = mended
            names = self._gazetteer.find(tokens)
        times = times_in(tokens, frozenset(_positions(names)))
        entities = self._entities(tokens, names, times)
        words, unknown = self._words(tokens, names)
        if before is not None:
            entities, words = carried_on(before, entities, words)
        candidates = self._candidates(words, names, entities)
        best = candidates[0] if candidates else Candidate("", 0.0)
        name_score = min((mention.score for mention in names.mentions), default=1.0)
        return Reading(
            question=question,
            intent=best.intent,
            entities=entities,
            score=round(best.score * name_score, 4),
            mentions=names.mentions,
            candidates=tuple(candidates),
            near_names=names.unclear,
            content_words=content_words(words),
            unknown_words=tuple(unknown),
            words=tuple(words),
            years_range=times.bounds,
            wants_latest=times.latest,
            wants_first=times.first,
            asks_present=times.present,
        )

    def _mend(self, tokens: tuple[Token, ...], names: NamesFound) -> tuple[Token, ...]:
        """The tokens with each word that nobody knows as its nearest known word, names left alone."""
        taken = {place for mention in names.mentions for place in range(mention.start, mention.end)}
        return tuple(
            replace(token, key=self._mended(token.key) or token.key)
            if token.position not in taken and self._is_unknown(token.key)
            else token
            for token in tokens
        )

    def _candidates(self, words: Sequence[str], names: NamesFound, entities: Entities) -> list[Candidate]:
        allowed = factors(self._gates, entities)
        candidates = [self._covered(item, words, entities) for item in self._index.rank(words, allowed)]
        with_topics = _topics_replaced(words, names)
        if with_topics != list(words):
            best = {candidate.intent: candidate for candidate in candidates}
            for candidate in (self._covered(item, words, entities) for item in self._index.rank(with_topics, allowed)):
                if candidate.intent not in best or candidate.score > best[candidate.intent].score:
                    best[candidate.intent] = candidate
            candidates = sorted(best.values(), key=lambda candidate: (-candidate.score, candidate.intent))
        return _with_confidence(candidates, names_state=bool(entities.states), bare=not content_words(words))

    def _explained_by(self, kind: str) -> frozenset[str]:
        """The stems that a kind of question explains: of its phrasings, and of its answer where that is fixed."""
        # Gathered when the kind is first looked at: stemming every answer would slow the start of a process.
        if kind not in self._explained:
            told: list[str] = []
            if kind.startswith(FAQ_PREFIX):
                told += _texts_of(self._knowledge.faq[kind.removeprefix(FAQ_PREFIX)])
            elif count := self._knowledge.counts.get(kind.removeprefix("count-")):
                told += [count.name, *(figure.says for figure in count.figures)]
            self._explained[kind] = self._index.words_of(kind) | _stems(told)
        return self._explained[kind]

    def _said_by(self, state: str) -> frozenset[str]:
        """The stems of a State's statements."""
        key = f"state:{state}"
        if key not in self._explained:
            statements = self._knowledge.states[state].statements
            quotes = [citation.quote or "" for item in statements for citation in item.citations]
            self._explained[key] = _stems(quotes)
        return self._explained[key]

    def _covered(self, candidate: Candidate, words: Sequence[str], entities: Entities) -> Candidate:
        """The candidate with the share of content words that it explains, weighted by how much they tell."""
        known = self._explained_by(candidate.intent)
        if candidate.intent in ON_TOPICS:
            known = known | self._topic_words
        if candidate.intent in SPEAKING:
            for state in entities.states:
                known = known | self._said_by(state)
        weights = {word: self._index.idf(word) for word in map(stem, content_words(words))}
        total = sum(weights.values())
        covered = sum(weight for word, weight in weights.items() if word in known)
        coverage = covered / total if total else 1.0
        if candidate.intent.startswith(FAQ_PREFIX):
            asked_for = [group for group in _ASKING if group & set(words)]
            coverage *= UNASKED ** sum(all(stem(word) not in known for word in group) for group in asked_for)
        return replace(candidate, coverage=round(coverage, 4))

    def _words(self, tokens: Sequence[Token], names: NamesFound) -> tuple[list[str], list[str]]:
        """The words that are compared, names replaced by their kind; and the words nobody knows."""
        series = {name.start: name for name in names.series}
        starts = {mention.start: mention for mention in names.mentions if mention.kind in _PLACEHOLDERS}
        words: list[str] = []
        unknown: list[str] = []
        position = 0
        last: Mention | None = None
        while position < len(tokens):
            if mention := starts.get(position):
                # "the Third Review Conference in Maputo" names one meeting, not two.
                if not (last and last.id == mention.id and last.end == mention.start):
                    words.append(_PLACEHOLDERS[mention.kind])
                last = mention
                position = mention.end
                continue
            if (name := series.get(position)) is not None:
                words += [name.kind.replace("_", ""), *(["{year}"] if name.year else [])]
                position = name.end
                continue
            key = tokens[position].key
            position += 1
            if YEAR.match(key):
                words.append("{year}")
            else:
                words.append(key)
                if self._is_unknown(key) and not key.isdigit():
                    unknown.append(key)
        return words, unknown

    def _is_unknown(self, word: str) -> bool:
        return word not in self._vocabulary and word not in self._document_words and word not in self._name_words

    def _mended(self, key: str) -> str | None:
        return self._vocabulary.mend(key) or self._document_vocabulary.mend(key)

    def _entities(self, tokens: Sequence[Token], names: NamesFound, times: Times) -> Entities:
        def ids(kind: str) -> tuple[str, ...]:
            return tuple(dict.fromkeys(mention.id for mention in names.mentions if mention.kind == kind))

        meetings = list(ids("meeting"))
        # "the intersessionals ... in 2016": a series and the only year make a meeting.
        years = times.years
        for name in names.series:
            undated = name.number is None and name.year is None and len(years) == 1 and times.bounds is None
            if undated and (meeting := self._gazetteer.dated_meeting(name.kind, years[0])):
                meetings.append(meeting)
                years = ()
                break
        keys = {token.key for token in tokens}
        channels = list(channels_in(tokens, names.series))
        if "questionnaire" in channels or ({"president", "presidents"} & keys and _LETTER_WORDS & keys):
            # "the 16MSP President's letter" is a letter that names a meeting, not words spoken there.
            meetings = [meeting for meeting in meetings if not meeting.endswith("msp")]
            if "questionnaire" not in channels and "letter" not in channels:
                channels.append("letter")
        unmet = tuple(name.year for name in names.series if name.year is not None)
        about = _spoken_about(names, tokens)
        return Entities(
            states=tuple(state for state in ids("state") if state not in about),
            about=about,
            meetings=tuple(dict.fromkeys(meetings)),
            years=tuple(dict.fromkeys((*years, *unmet))),
            topics=ids("topic"),
            sources=ids("source"),
            other_treaties=ids("other_treaty"),
            channels=tuple(channels),
            unknown_meetings=tuple(
                " ".join(token.text for token in tokens[name.start : name.end])
                for name in names.series
                if name.number is not None and name.meeting is None
            ),
            votes=tuple(vote for vote, words in _VOTE_WORDS.items() if words & keys or _voted_for(vote, tokens)),
        )

    def _faq_gate(self, entry: FaqEntry, found: Sequence[tuple[Sequence[Token], NamesFound]]) -> Gate:
        text = tokenise("; ".join(_texts_of(entry)))
        seen = [*found, (text, self._gazetteer.find(text, misspelt=False))]
        mentions = [mention for _, names in seen for mention in names.mentions]
        years = {int(token.key) for tokens, _ in seen for token in tokens if YEAR.match(token.key)}
        years |= {int(claim.source.date[:4]) for item in entry.claims for claim in item.citations if claim.source.date}
        gate = gate_of([])
        return replace(
            gate,
            states=frozenset(mention.id for mention in mentions if mention.kind == "state"),
            asked_states=frozenset(
                mention.id for _, names in found for mention in names.mentions if mention.kind == "state"
            ),
            meetings=frozenset(mention.id for mention in mentions if mention.kind == "meeting"),
            years=frozenset(years),
            others=frozenset(mention.id for mention in mentions if mention.kind == "other_treaty"),
            sources=frozenset(item.source.id for claim in entry.claims for item in claim.citations),
        )


def _spoken_about(names: NamesFound, tokens: Sequence[Token]) -> tuple[str, ...]:
    """States that stand after "about" or the like, when another State stands before."""
    states = [mention for mention in names.mentions if mention.kind == "state"]
    return tuple(
        dict.fromkeys(
            mention.id
            for mention in states[1:]
            if tokens[mention.start - (2 if tokens[mention.start - 1].key == "the" else 1)].key in _ABOUT
            and mention.id != states[0].id
        )
    )


def _voted_for(vote: str, tokens: Sequence[Token]) -> bool:
    """Whether a vote is named by "voted for"; a lone "for" tells nothing."""
    pairs = {(first.key, second.key) for first, second in pairwise(tokens)}
    return vote == "in_favour" and bool({("voted", "for"), ("vote", "for"), ("votes", "for")} & pairs)


def _with_confidence(candidates: Sequence[Candidate], *, names_state: bool, bare: bool) -> list[Candidate]:
    """Candidates with how sure each is beside the best other one."""
    found: list[Candidate] = []
    for candidate in candidates:
        rival = max((other.score for other in candidates if other is not candidate), default=0.0)
        sure = confidence(
            candidate.score, candidate.coverage, candidate.score - rival, names_state=names_state, bare=bare
        )
        found.append(replace(candidate, confidence=round(sure, 4)))
    return found


def _weakly(method: Callable[ArgumentsT, ResultT]) -> Callable[ArgumentsT, ResultT]:
    """A method that does not keep its object: an old matcher must go without the garbage collector's help."""
    reference = weakref.WeakMethod(method)

    def call(*arguments: ArgumentsT.args, **named: ArgumentsT.kwargs) -> ResultT:
        alive = reference()
        if alive is None:
            raise ReferenceError("the matcher is gone")
        return alive(*arguments, **named)

    return call


def _positions(names: NamesFound) -> Iterable[int]:
    spans: list[Mention] = [mention for mention in names.mentions if mention.kind != "topic"]
    for mention in spans:
        yield from range(mention.start, mention.end)
    for name in names.series:
        yield from range(name.start, name.end)


def _topics_replaced(words: Sequence[str], names: NamesFound) -> list[str]:
    """The words with each topic's name as ``{topic}``."""
    result = list(words)
    for mention in names.mentions:
        if mention.kind != "topic":
            continue
        named = [token.key for token in tokenise(mention.words)]
        for start in range(len(result) - len(named) + 1):
            if result[start : start + len(named)] == named:
                result[start : start + len(named)] = ["{topic}"]
                break
    return result


def _texts_of(entry: FaqEntry) -> Iterable[str]:
    for claim in entry.claims:
        yield claim.says
        yield from (citation.quote or "" for citation in claim.citations)


def _stems(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(stem(token.key) for text in texts for token in tokenise(text))


def _document_words(knowledge: Knowledge) -> Iterable[str]:
    for document in knowledge.documents.values():
        for text in document.texts:
            yield from (token.key for token in tokenise(text.folded))
