"""Questions in French and Spanish: their names read as English ones, their phrasings by their own index.

Other languages are recognised and their names found, so that the refusal can offer the question in English.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Final

import Stemmer

from bot.knowledge.model import Knowledge
from bot.matching.foreign_names import Translator, is_foreign
from bot.matching.gates import gate_of
from bot.matching.gazetteer import Gazetteer, NamesFound
from bot.matching.languages import ENGLISH, OTHER_LANGUAGE, SPOKEN, languages_of
from bot.matching.phrasing import Phrasing, PhrasingIndex
from bot.matching.reading import DANGEROUS_KIND, NOT_PARTY_COUNT, PARTIES_COUNT, Candidate, Entities, Reading
from bot.matching.times import Times, times_in
from bot.matching.tokens import Tokens
from bot.matching.words import stem
from bot.similarity import nearest

_UNKNOWN_WORD: Final = 0.5
"""factor on the coverage for a content word that no phrasing of the language has"""
_UNDERSTOOD: Final = ((0.45, 0.60), (0.36, 0.90))
"""(score, coverage) from which a kind of question is understood: tests/questions/french.yaml and spanish.yaml"""
_MEND_FROM, _MEND_AT_LEAST = 6, 0.82
_OUTSIDE: Final = frozenset({"not", "dehors", "fuera"})
_NEVER_DENIED: Final = frozenset({"statement", "vote-list", "attendees", "last-participation"})
"""kinds that would be answered with the opposite"""
_LEFT_OUT: Final = frozenset("the t il ils elle elles".split())
_JOINING: Final = frozenset({"et", "ou", "ni", "y", "e", "o", "u"})
"""what stands between States of which the same is asked"""
_STEMMERS: Final = {"fr": "french", "es": "spanish"}
_NO_CONTENT: Final[Mapping[str, frozenset[str]]] = {
    "fr": frozenset(
        """
        que qu quoi quel quelle quels quelles qui ce cet cette ces c s se il elle ils elles on nous vous je j me m tu te
        t un une et ou y ne n est sont etait etaient a ont avait avaient etre avoir ete fait faire faites
        dit dite dites dire peux peut pouvez pourriez veux voudrais voulez svp plait bonjour salut merci donc alors est
        moi toi leur leurs son sa ses notre votre nos vos par pour sur avec aupres comme the of in at jusqu bien savoir
        convention mine mines antipersonnel terrestres msp etat etats pays gouvernement monde total actuellement now
        still first latest since before after until between ainsi aussi rien chose quelque tout tous toutes toute il y
        """.split()
    ),
    "es": frozenset(
        """
        que quien quienes cual cuales como cuanto cuantos cuantas un una unos unas y e o u es son era eran fue fueron
        ser ha han he haber hay habia esta estan se su sus me nos te le les lo por para con sobre segun dime diga digame
        puedes puede podria quiero quisiera favor gracias hola buenos dias buenas tardes saber decir dice the of in at a
        convention mina minas antipersonal antipersonales terrestres msp estado estados pais paises gobierno mundo total
        now still first latest since before after until between tambien todo todos todas eso ese esa este algo nada
        alguna usted
        """.split()
    ),
}
"""words that carry no subject, in the form of ``Token.key`` after names, times and joining words are English"""


@dataclass(frozen=True, slots=True)
class Parts:
    """What the matcher does for questions of every language."""

    gazetteer: Gazetteer
    entities: Callable[[Tokens, NamesFound, Times], Entities]
    words: Callable[[Tokens, NamesFound], tuple[list[str], list[str]]]


def understood_in_other_language(candidate: Candidate) -> bool:
    """Whether a kind of question in French or Spanish is good enough to answer by it."""
    return any(candidate.score >= score and candidate.coverage >= share for score, share in _UNDERSTOOD)


class ForeignReader:
    """Reads what is not English. Nothing is built before the first such question."""

    def __init__(self, knowledge: Knowledge, parts: Parts) -> None:
        self._knowledge = knowledge
        self._parts = parts
        self._translator = Translator(knowledge)
        self._languages: dict[str, _Language] = {}

    def read(self, question: str, tokens: Tokens, before: Reading | None) -> Reading | Tokens:
        """The reading of a question in another language; of an English one its words, all names in English."""
        languages = languages_of(question, tokens, before.language if before else ENGLISH)
        if spoken := [language for language in languages if language in SPOKEN]:
            readings = [self._reading(question, language, before) for language in spoken]
            return max(readings, key=lambda reading: (-len(reading.unknown_words), reading.score))
        gazetteer = self._parts.gazetteer
        named = tokens if gazetteer.knows_all(tokens) else self._translator.names_in(tokens, gazetteer.knows)
        if languages == (ENGLISH,) or (any(map(is_foreign, tokens)) and not any(map(is_foreign, named))):
            return named
        return self._not_understood(question, languages[0], named)

    def _reading(self, question: str, language: str, before: Reading | None) -> Reading:
        tokens = self._translator.translated(question, language)
        names = self._parts.gazetteer.find(tokens, misspelt=False)
        times = times_in(tokens, names.positions())
        entities = self._parts.entities(tokens, names, times)
        words: Sequence[str] = self._language(language).mended(self._compared(tokens, names))
        candidates, unknown = self._language(language).candidates(words, entities)
        if before is not None and (carried := _carried(before, entities, words, language)):
            entities, words = carried
            candidates, unknown = [Candidate(before.intent, 1.0)], ()
        best = candidates[0] if candidates else Candidate("", 0.0)
        if unknown and not entities.states and _DANGEROUS & set(words) and _EXPLOSIVES & set(words):
            best = Candidate(DANGEROUS_KIND, best.score)
        return Reading(
            question=question,
            intent=best.intent,
            entities=entities,
            score=best.score,
            mentions=names.mentions,
            candidates=tuple(candidates),
            near_names=names.unclear,
            content_words=unknown,
            unknown_words=unknown,
            words=tuple(words),
            years_range=times.bounds,
            wants_latest=times.latest,
            wants_first=times.first,
            asks_present=times.present,
            language=language,
        )

    def _not_understood(self, question: str, language: str, tokens: Tokens) -> Reading:
        names = self._parts.gazetteer.find(tokens, misspelt=False)
        times = times_in(tokens, names.positions())
        entities = self._parts.entities(tokens, names, times)
        return Reading(question, OTHER_LANGUAGE, entities, 0.0, names.mentions, language=language)

    def _compared(self, tokens: Tokens, names: NamesFound) -> tuple[str, ...]:
        """The words that are compared: without articles ("la Chine", "Cuba") and pronouns ("a-t-elle")."""
        return tuple(word for word in self._parts.words(tokens, names)[0] if word not in _LEFT_OUT)

    def _language(self, language: str) -> "_Language":
        if language not in self._languages:
            self._languages[language] = _Language(language, self._worded(language))
        return self._languages[language]

    def _worded(self, language: str) -> dict[str, list[tuple[str, ...]]]:
        """The phrasings of each kind in one language, as the words that are compared."""
        worded: dict[str, list[tuple[str, ...]]] = {}
        for record in self._knowledge.questions.values():
            for phrasing in record.phrasings_fr if language == "fr" else record.phrasings_es:
                tokens = self._translator.translated(phrasing, language)
                names = self._parts.gazetteer.find(tokens, misspelt=False)
                worded.setdefault(record.id, []).append(self._compared(tokens, names))
        return worded


_DANGEROUS: Final = frozenset(
    """
    fabriquer fabrique construire desamorcer desactiver neutraliser poser explosif explosifs
    fabricar construir desactivar desarmar colocar sembrar explosivo explosivos
    """.split()
)
"""words of asks for making, laying or disarming"""
_EXPLOSIVES: Final = frozenset(
    "mine mines mina minas explosif explosifs explosivo explosivos bombe bombes bomba bombas piege pieges engin engins "
    "munition munitions municion municiones detonateur detonateurs detonador artefacto artefactos".split()
)
"""words for what nobody is told to make; a question is "posed" in French too"""


class _Language:
    """The phrasings of one language."""

    def __init__(self, language: str, worded: Mapping[str, Sequence[Sequence[str]]]) -> None:
        self._no_content = _NO_CONTENT[language]
        self._stem = _stemmer(language)
        self._gates = {kind: gate_of(phrasings) for kind, phrasings in worded.items()}
        phrasings = [Phrasing(kind, self._stemmed(words)) for kind, lists in worded.items() for words in lists]
        self._index = PhrasingIndex(phrasings)
        self._of_kind = {kind: self._index.words_of(kind) for kind in self._index.kinds}
        self._vocabulary = sorted({word for lists in worded.values() for words in lists for word in words})

    def _stemmed(self, words: Sequence[str]) -> tuple[str, ...]:
        return tuple(map(self._stem, words))

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset().union(*self._of_kind.values())

    def mended(self, words: Sequence[str]) -> list[str]:
        """Long words that are one typing error away from a known one as that one."""
        return [self._mended(word) for word in words]

    def _mended(self, word: str) -> str:
        if len(word) < _MEND_FROM or word.startswith("{") or not word.isalpha() or self._stem(word) in self._stems:
            return word
        near = nearest(word, self._vocabulary, at_least=_MEND_AT_LEAST, limit=1)
        return near[0][0] if near else word

    def candidates(self, words: Sequence[str], entities: Entities) -> tuple[list[Candidate], tuple[str, ...]]:
        """Kinds of question, best first, and the content words that no phrasing of the language has."""
        content = [word for word in words if word not in self._no_content and word[0].isalpha() and len(word) > 1]
        unknown = tuple(word for word in content if self._stem(word) not in self._stems)
        if not _same_asked(words):
            return [], unknown
        asked = self._index.vector(self._stemmed(words))
        ranked = self._index.rank(asked, lambda kind: self._gates[kind].factor(entities))
        fitting = [(kind, score) for kind, score in ranked if _denied_alike(kind, words)]
        return [Candidate(kind, score, self._covered(kind, content, unknown)) for kind, score in fitting], unknown

    def _covered(self, kind: str, content: Sequence[str], unknown: Sequence[str]) -> float:
        """The share of the content words that a kind of question explains."""
        weights = {word: self._index.idf(word) for word in self._stemmed(content)}
        total = sum(weights.values())
        known = self._of_kind[kind]
        covered = sum(weight for word, weight in weights.items() if word in known)
        return (covered / total if total else 1.0) * (_UNKNOWN_WORD if unknown else 1.0)


def _denied_alike(kind: str, words: Sequence[str]) -> bool:
    """Whether the kind and the question deny alike: who is not a party, who did not attend."""
    outside = bool(_OUTSIDE & set(words))
    if kind in (PARTIES_COUNT, NOT_PARTY_COUNT):
        return outside == (kind == NOT_PARTY_COUNT)
    if kind == "states-not-party":
        # Without a denial it asks for the States Parties, and is answered that there is no such list.
        return outside or "parties" in words
    denies = any(word == "not" and after != "parties" for word, after in pairwise((*words, "")))
    return not denies or kind not in _NEVER_DENIED


def _same_asked(words: Sequence[str]) -> bool:
    """Whether States are only listed: "Que dit l'Inde du Pakistan ?" asks for something else."""
    places = [place for place, word in enumerate(words) if word == "{state}"]
    between = [words[first + 1 : second] for first, second in pairwise(places)]
    return all(not words_between or words_between[0] in _JOINING for words_between in between)


def _stemmer(language: str) -> Callable[[str], str]:
    stemmer = Stemmer.Stemmer(_STEMMERS[language])

    @lru_cache(maxsize=20_000)
    def stemmed(word: str) -> str:
        # The index stems what it is given as English; here and there it is the same.
        return word if word.startswith("{") else stem(str(stemmer.stemWord(word)))

    return stemmed


_SAID: Final = frozenset("dit disait declare dijo dice dicho declaro".split())
"""what States do that is no subject by itself"""


def _carried(
    before: Reading, entities: Entities, words: Sequence[str], language: str
) -> tuple[Entities, tuple[str, ...]] | None:
    """A follow-up that is names only ("et le Pakistan ?") keeps the rest of the question before it."""
    content = [word for word in words if word not in _NO_CONTENT[language] and word != "latest"]
    if not before.intent or not content or not all(word.startswith("{") for word in content) or len(words) > 6:
        return None
    if not _SAID.isdisjoint(words):
        return None  # a whole question, though its other words carry no subject: "qu'a dit la Chine ?"
    when = bool(entities.meetings or entities.years)
    kept = before.entities
    merged = kept._replace(
        states=entities.states or kept.states,
        meetings=entities.meetings if when else kept.meetings,
        years=entities.years if when else kept.years,
    )
    return merged, before.words
