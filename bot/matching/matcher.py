"""The matcher: a question becomes a Reading. Pure and deterministic."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial

from bot.knowledge.model import Knowledge
from bot.knowledge.names import all_names
from bot.matching.compared import TOPIC, ComparedWords, topics_named, with_topics
from bot.matching.conversation import carried_on, picked
from bot.matching.coverage import Coverage, with_confidence
from bot.matching.entities import entities_of
from bot.matching.entry_gates import Gates
from bot.matching.foreign import ForeignReader, Parts
from bot.matching.gates import ALWAYS_OPEN, OPEN, Fitting, gate_of
from bot.matching.gazetteer import Gazetteer, NamesFound
from bot.matching.meeting_names import MEETING_WORDS
from bot.matching.mending import CHAT_SPELLINGS, Vocabulary
from bot.matching.phrasing import Phrasing, PhrasingIndex
from bot.matching.reading import FAQ_PREFIX, Candidate, Entities, Reading
from bot.matching.times import NO_TIMES, Times, may_name_times, times_in
from bot.matching.tokens import Token, Tokens, keys_of, plain_keys, plain_tokens, tokenise
from bot.matching.turning import narrows, other_time, points_nowhere
from bot.matching.words import CUES, FORM_WORDS, FUNCTION_WORDS, KEPT_WORDS, SUBJECT_WORDS, content_words

_BESIDE_PART = frozenset({"the", "one"})
"""words beside the part of a name that tells one State from another"""
_HEADLINE = 0.6
"""share of capitalised words from which capitals tell nothing"""


class Matcher:
    """Understands questions about one snapshot of the knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        document_words = frozenset(_document_words(knowledge))
        raw = {record.id: record.phrasings for record in knowledge.questions.values()}
        raw |= {
            FAQ_PREFIX + entry.id: (entry.record.question, *entry.record.phrasings) for entry in knowledge.faq.values()
        }
        texts = [text for phrasings in raw.values() for text in phrasings]
        plain = {text: keys for text in texts if (keys := plain_keys(text)) is not None}
        typed = frozenset().union(*plain.values(), *(keys_of(text) for text in texts if text not in plain))
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
            | KEPT_WORDS
            | SUBJECT_WORDS
        )
        self._known = frozenset((*self._vocabulary, *document_words, *names))
        self._document_vocabulary = Vocabulary(word for word in document_words - names if word.isalpha())
        self._gazetteer = Gazetteer(knowledge, document_words | typed, self._vocabulary)
        terms = {term.id: keys_of(term.name) for term in knowledge.terms}
        self._compared = ComparedWords(self._known, self._gazetteer.knows_form, terms)
        parts = Parts(self._gazetteer, partial(entities_of, gazetteer=self._gazetteer), self._compared.of)
        self._foreign = ForeignReader(knowledge, parts)
        self._gates = Gates(knowledge, self._gazetteer)
        self._index = PhrasingIndex(self._phrasings(raw, plain))
        self._on_topics = self._index.kinds_with(TOPIC)
        """the kinds of question whose phrasings name a topic"""
        self._coverage = Coverage(knowledge, self._index)

    def _phrasings(
        self, of_kind: Mapping[str, Sequence[str]], plain: Mapping[str, tuple[str, ...]]
    ) -> Iterator[Phrasing]:
        """Every phrasing as it is compared, kind by kind: the tokens of all at once would take six megabytes.

        ``plain`` has the keys of the phrasings without figures and codes: where these name nothing, as most
        of them, they are compared as they stand.
        """
        for kind, phrasings in of_kind.items():
            worded: list[Sequence[str]] = []
            found: list[tuple[Tokens, NamesFound]] = []
            for text in phrasings:
                if (keys := plain.get(text)) is not None and not self._gazetteer.may_name(keys):
                    worded.append(keys)
                else:
                    tokens = tokenise(text) if keys is None else plain_tokens(keys)
                    found.append((tokens, self._gazetteer.find(tokens, misspelt=False)))
                    worded.append(self._compared.of(*found[-1])[0])
            if kind.startswith(FAQ_PREFIX):
                self._gates.add_entry(kind, found, worded)
            else:
                self._gates[kind] = OPEN if kind.startswith(ALWAYS_OPEN) else gate_of(worded)
            yield from (Phrasing(kind, tuple(words)) for words in worded)

    def read(self, question: str, before: Reading | None = None) -> Reading:
        """What the question asks; ``before`` is the reading of the previous question, if any."""
        tokens = tokenise(question)
        if before is not None and (offered := picked(before, tokens.keys) or self._of_part(before, tokens.key_set)):
            return self.read(offered)._replace(question=question)
        if before is not None and (of_time := self._at_other_time(before, tokens.keys)):
            return self.read(of_time)._replace(question=question)
        if before is not None and points_nowhere(before, tokens.keys):
            return Reading(question, "", Entities(), 0.0, words=tokens.keys)
        read = self._foreign.read(question, tokens, before)
        if isinstance(read, Reading):
            return read
        tokens = read
        names = self._gazetteer.find(tokens)
        if (mended := self._mend(tokens, names)) is not tokens:
            # A mended word may be part of a name: "intersesional meetings 2017".
            tokens = mended
            names = self._gazetteer.find(tokens)
        times = times_in(tokens, names.positions()) if may_name_times(tokens) else NO_TIMES
        entities = entities_of(tokens, names, times, self._gazetteer)
        words, unknown = self._compared.of(tokens, names)
        topics = topics_named(names, tokens)
        if before is not None and narrows(before, entities, words):
            return self.read(f"{before.question.rstrip(' ?!.')} {question}")
        if before is not None:
            entities, words = carried_on(before, self._edition_meant(before, entities), words)
            # A follow-up may turn to a topic by its id: "and on use?".
            known = tuple(topic for topic in entities.topics if topic in self._knowledge.topics)
            entities = entities._replace(topics=known) if known != entities.topics else entities
            topics += [keys_of(mention.words) for mention in before.mentions if mention.kind == "topic"]
        content = content_words(words)
        candidates = self._candidates(words, with_topics(words, topics), content, entities)
        best = candidates[0] if candidates else Candidate("", 0.0)
        name_score = min([mention.score for mention in names.mentions], default=1.0)
        return Reading(
            question=question,
            intent=best.intent,
            entities=entities,
            score=best.score * name_score,
            mentions=names.mentions,
            candidates=tuple(candidates),
            near_names=names.unclear,
            content_words=content,
            unknown_words=tuple(unknown),
            unknown_names=tuple(_written_as_names(tokens, unknown)) if unknown else (),
            words=tuple(words),
            years_range=_bounds(before, entities, times),
            wants_latest=times.latest,
            wants_first=times.first,
            asks_present=times.present,
            month=times.month,
        )

    def _of_part(self, before: Reading, words: AbstractSet[str]) -> str | None:
        """The question offered for the one State whose name has some words, after several were: "the south"."""
        own = words - _BESIDE_PART
        states = before.near_names[0][1] if before.near_names and not before.entities.states else ()
        names = [[set(keys_of(name)) for _, name in all_names(self._knowledge.states[state].names)] for state in states]
        meant = [place for place, forms in enumerate(names) if own and any(own <= form for form in forms)]
        return before.offered[meant[0]] if len(meant) == 1 and meant[0] < len(before.offered) else None

    def _at_other_time(self, before: Reading, words: Sequence[str]) -> str | None:
        """What the State before said before or after the meeting or year of that question, asked in full."""
        named = before.entities
        years = [*named.years, *(self._knowledge.meetings[meeting].year for meeting in named.meetings)]
        time = other_time(words)
        of_one = before.intent == "statement" and len(named.states) == 1
        if not of_one or not time or len(years) != 1 or years[0] is None or before.years_range:
            return None
        return f"what did {self._knowledge.states[named.states[0]].name} say {time} {years[0]}"

    def _edition_meant(self, before: Reading, entities: Entities) -> Entities:
        """The edition of the year named, after a question on another: "and the 2018 one?"."""
        editions = {source.year: source.id for source in self._knowledge.editions if source.year}
        of_edition = not set(before.entities.sources).isdisjoint(editions.values())
        if not of_edition or entities.sources or len(entities.years) != 1 or entities.years[0] not in editions:
            return entities
        return entities._replace(sources=(editions[entities.years[0]],), years=())

    def _mend(self, tokens: Tokens, names: NamesFound) -> Tokens:
        """The tokens with each word that nobody knows as its nearest known word, names left alone."""
        known = self._known
        if tokens.key_set <= known:
            return tokens
        unknown = [token for token in tokens if token.key not in known]
        taken = frozenset(place for mention in names.mentions for place in range(mention.start, mention.end))
        left = [(token, self._mended(token.key)) for token in unknown if token.position not in taken]
        mended = {token.position: key for token, key in left if key}
        if not mended:
            return tokens
        return Tokens([token._replace(key=key) if (key := mended.get(token.position)) else token for token in tokens])

    def _candidates(
        self, words: Sequence[str], topical: Sequence[str] | None, content: Sequence[str], entities: Entities
    ) -> list[Candidate]:
        fitting = Fitting(words, entities, self._gates)
        share_of = self._coverage.share_of(words, content, entities)
        asked = self._index.vector(words)
        ranked = self._index.rank(asked, fitting.factor, fitting.most_factor)
        covered = [(kind, score, share_of(kind)) for kind, score in ranked]
        if topical is not None:
            best = {kind: (score, share) for kind, score, share in covered}
            on_topics = self._index.rank(self._index.vector(topical), fitting.factor, among=self._on_topics)
            for kind, score in on_topics:
                known, share = best.get(kind) or (0.0, share_of(kind))
                if kind not in best and share < 1 and not self._index.speaks_for(kind, asked):
                    continue  # "stock tips": nothing but the topic speaks for it, and that is not all that is asked
                best[kind] = (max(score, known), share)
            covered = [(kind, score, share) for kind, (score, share) in best.items()]
            covered.sort(key=lambda item: (-item[1], item[0]))
        return with_confidence(covered, words=len(words), names_state=bool(entities.states), bare=not content)

    def evidence(self, kind: str, words: Sequence[str]) -> tuple[tuple[str, float], ...]:
        """The words of a reading (``Reading.words``) that spoke for a kind of question, with their shares."""
        return self._index.evidence(kind, words)

    def factor(self, kind: str, words: Sequence[str], entities: Entities) -> float:
        """How well the names and cues of a question fit a kind of question: 1 wholly, 0 not at all."""
        return Fitting(words, entities, self._gates).factor(kind)

    def _mended(self, key: str) -> str | None:
        return CHAT_SPELLINGS.get(key) or self._vocabulary.mend(key) or self._document_vocabulary.mend(key)


def _bounds(before: Reading | None, entities: Entities, times: Times) -> tuple[int | None, int | None] | None:
    """The range of years asked for; that of the question before where its years are carried on."""
    carried = (
        before is not None and not times.years and bool(entities.years) and entities.years == before.entities.years
    )
    return before.years_range if before is not None and carried else times.bounds


def _written_as_names(tokens: Sequence[Token], unknown: Sequence[str]) -> Iterable[str]:
    """Unknown words with a capital letter, where capitals tell names from words: not the first, not in a headline."""
    capital = sum(token.text[:1].isupper() for token in tokens)
    if capital <= len(tokens) * _HEADLINE:
        yield from (
            token.text
            for token in tokens[1:]
            if token.key in unknown and token.text[:1].isupper() and not token.text.isupper()
        )


def _document_words(knowledge: Knowledge) -> Iterable[str]:
    for document in knowledge.documents.values():
        for text in document.texts:
            yield from keys_of(text.folded)
