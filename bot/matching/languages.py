"""Which language a question is in: by its script, else by its commonest words.

English unless another language clearly speaks: a State's foreign name alone is no foreign question.
"""

import re
from collections.abc import Mapping
from typing import Final

from bot.matching.tokens import Token, Tokens
from bot.matching.words import FORM_WORDS, FUNCTION_WORDS

ENGLISH: Final = "en"
SPOKEN: Final = ("fr", "es")
"""languages besides English in which questions are understood"""
OTHER_LANGUAGE: Final = "decline-language"
"""the kind of a question in a language that is not understood"""

_SCRIPTS: Final[tuple[tuple[str, str], ...]] = (
    ("ja", "\u3040-\u30ff"),
    ("ko", "\uac00-\ud7a3"),
    ("zh", "\u4e00-\u9fff"),
    ("ru", "\u0400-\u04ff"),
    ("ar", "\u0600-\u06ff"),
    ("hi", "\u0900-\u097f"),
)
"""languages by the letters that they are written in; Japanese before Chinese, whose letters it uses too"""
_IN_SCRIPT: Final = tuple((language, re.compile(f"[{letters}]")) for language, letters in _SCRIPTS)
_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f]")
_LETTERS_OF: Final[tuple[tuple[str, str, str], ...]] = (("uk", "ru", "іїєґ"), ("fa", "ar", "پچژگ"))
"""languages that share a script, by letters that the other does not have"""

# Words in the form of ``Token.key``, hardly any an English one too. One of the second list is enough by itself.
_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "fr": (
        """
        que qu qui le la les l d de des du au aux et est sont dit dite ete ont en une ne n pas dans par avec
        lors elle elles ils il un cette ces ce sur soumis rapport aupres comme vers entre depuis avant etait
        etaient quel fait reunion comment svp
        """,
        """
        quelle quels quelles combien pourquoi quand etats pays abstenu abstenus abstenue abstenues quoi declare parlez
        bonjour merci francais adhere assiste faveur etat contre dernier derniere adherer ratifie ratifier
        """,
    ),
    "es": (
        """
        que el la los las del de en y es fue por para una su se al ha han lo sobre son como entre desde antes contra
        reunion esta cuando pais minas usa
        """,
        """
        gracias hola dijo dijeron cual cuales cuantos cuantas quien quienes estados paises posicion declaracion voto
        votaron votacion partes asistio asistieron abstuvo abstuvieron abstencion participo participaron espanol
        ultima vez adherirse adherido ratificado ratifico firmado firmo
        """,
    ),
    "pt": (
        """
        que de o os uma em na nas nos dos da das e ao pela pelo para por como sobre foi quem quando
        """,
        """
        nao disse qual quais votou votaram quantos paises posicao declaracao reuniao sao estados
        """,
    ),
    "it": (
        """
        il lo la le gli di che chi contro e del della dello dei delle nel nella al alla un una quando come sono ha
        """,
        """
        cosa detto votato quali quanti perche paesi posizione dichiarazione quale stati
        """,
    ),
    "de": (
        """
        der das und ist wie hat haben dem den des auf von zu beim bei ein eine mit sich wer
        """,
        """
        gesagt nicht welche welcher welches uber fur sind wann warum staaten abgestimmt vertragsstaaten landminen
        wieviele viele
        """,
    ),
}
_STRONG: Final = {language: frozenset(strong.split()) for language, (_, strong) in _WORDS.items()}
_COMMON: Final = {language: frozenset(common.split()) | _STRONG[language] for language, (common, _) in _WORDS.items()}
_ANY: Final = frozenset().union(*_COMMON.values())
_ENGLISH: Final = (FUNCTION_WORDS | FORM_WORDS) - {"a", "es", "on", "no", "me", "u", "r", "w", "y", "das", "un"}
_ELISION: Final = re.compile(r"\b(?:[ldnsjmtc]|qu|jusqu|lorsqu)['’](?=\w)", re.IGNORECASE)
_MARKS: Final = (
    ("es", re.compile("[ñáíóú]")),
    ("es", re.compile("[¿¡]")),
    ("es", re.compile("¿.*\\?")),
    ("fr", re.compile("[éèêëàâçîôûùœ]")),
    ("pt", re.compile("[ãõáâêçéíóú]")),
    ("de", re.compile("[äöüß]")),
)
_ENGLISH_NAMES: Final = re.compile(r"c[oô]te d['’]ivoire|s[aã]o tom[eé]|pr[ií]ncipe", re.IGNORECASE)
"""names that are written so in English too"""
_ENOUGH: Final = 2
"""common words of a language from which a question is in it, when fewer words are English"""


def languages_of(text: str, tokens: Tokens, before: str = ENGLISH) -> tuple[str, ...]:
    """The language of a question as an ISO 639-1 code; several when French and Spanish words speak alike.

    ``before`` is the language of the question before it in a conversation: it stays unless another one speaks.
    """
    if not text.isascii() and (language := _by_script(text)):
        return (language,)
    keys = tokens.key_set
    if "why" in keys:
        keys = frozenset(map(own_key, tokens))
    if text.isascii() and keys.isdisjoint(_ANY) and "'" not in text and before not in SPOKEN:
        return (ENGLISH,)  # so are most questions
    text = _ENGLISH_NAMES.sub(" ", text)
    english = len(keys & _ENGLISH)
    found = {language: len(keys & words) for language, words in _COMMON.items()}
    found["fr"] += len(_ELISION.findall(text))
    if not text.isascii():
        for language, mark in _MARKS:
            found[language] += bool(mark.search(text.casefold()))
    most = max(found.values())
    if most > english:
        best = tuple(language for language, number in found.items() if number == most)
        strong = tuple(language for language in best if keys & _STRONG[language])
        if most >= _ENOUGH:
            return strong or best
        if strong and not english:
            return strong
    return (before,) if before in SPOKEN and not english else (ENGLISH,)


def own_key(token: Token) -> str:
    """The key of a word that is not English: "y" is Spanish, or French, where English slang means "why"."""
    return "y" if token.text in {"y", "Y"} else token.key


def elided(text: str, language: str) -> str:
    """The text with elided words apart: "l'Inde" is "l Inde"."""
    return _ELISION.sub(lambda found: f"{found[0][:-1]} ", text) if language == "fr" else text


def _by_script(text: str) -> str | None:
    latin = len(_LATIN.findall(text))
    for language, letters in _IN_SCRIPT:
        if len(letters.findall(text)) > (0 if language == "ja" else latin):
            folded = text.casefold()
            return next(
                (other for other, of, own in _LETTERS_OF if of == language and set(own) & set(folded)), language
            )
    return None
