"""Texts that nobody should type: every kind of bad question, each case made from its own seeded chance."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Final

from bot.answering.engine import LONGEST_QUESTION
from bot.knowledge.names import all_names
from tests.question_files import blind_files, engine, question_files, read_questions
from tests.typos import with_typos

Chance = random.Random

LONGEST: Final = 100_000
BIDI: Final = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Unicode's bidirectional formatting characters, https://www.unicode.org/reports/tr9/#Directional_Formatting_Codes"""
_SPANS: Final = (
    *((0x20, 0x7E), (0xA0, 0x2FF), (0x300, 0x2FFF), (0x3000, 0xD7FF), (0xE000, 0xFFFF)),
    *((plane << 16, (plane << 16) + 0xFFFF) for plane in range(1, 17)),
)
_ESCAPES: Final = (
    "\x1b[31m \x1b[0m \x1b[2J \x1b[1;1H \x1b]0;owned\x07 \x1b]8;;http://x.test\x1b\\ \x1b]52;c;b3du\x07 \x1bc \x9b31m "
    "\x9d0;owned\x9c \x1b(0 \x1b[?1049h \x08\x08\x08 \r \x1b[6n \x1bP1$r\x1b\\"
).split(" ")
_MARKUP: Final = (
    "**bold**¦*it*¦__u__¦_i_¦~~gone~~¦||spoiler||¦`code`¦```¦```ansi\n\x1b[31mred```¦[click](http://x.test)¦"
    "<http://x.test>¦\n# head\n¦\n## h¦\n-# small\n¦\n> quote¦\n>>> all¦\n- item¦\n1. item¦\n* star¦\n+ plus¦# ¦> ¦-# ¦"
    "@everyone¦@here¦@HERE¦<@7>¦<@!7>¦<@&9>¦<#70>¦<:a:1>¦<a:b:2>¦</ask:5>¦<t:0:R>¦<id:customize>¦\\¦\\*¦"
    "\\@everyone¦<<@7>¦@everyone\u200b¦<@\u200b7>¦\\\\*x*¦*\\*¦_\\_¦](http://x.test)¦\\](x)¦[bold]red[/bold]¦"
    "{state}¦{}¦%s¦{0.__class__}¦${HOME}¦\x00¦'¦\"¦--¦;¦⏎"
).split("¦")
_LANGUAGES: Final = (
    "qu'a dit l'Inde à la 16MSP ?",
    "¿qué dijo la India en la 16MSP?",
    "что сказала Индия на 16MSP?",
    "ماذا قالت الهند في 16MSP؟",
    "印度在16MSP说了什么?",
    "インドは16MSPで何と言いましたか",
    "인도는 16MSP에서 뭐라고 했나요?",
    "מה אמרה הודו ב-16MSP?",
    "भारत ने 16MSP में क्या कहा?",
    "was hat Indien bei 16MSP gesagt?",
    "o que disse a Índia na 16MSP?",
    "อินเดียพูดอะไรใน 16MSP",
)
_SCRIPTS: Final = ("аеорсху", "αβειοκ", "ａｂｃｄｅ", "𝐚𝐛𝐜𝐝", "ıİŉǰßﬁ", "دهو", "אבג", "๑๒๓", "①②③", "½¾²", "Ⅷⅳ")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words that the program knows, to build bad input from."""

    questions: tuple[str, ...]
    names: tuple[str, ...]
    """of States, meetings and topics"""
    is_name: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of the knowledge that comes with the program."""
    knowledge = engine().knowledge
    asked = chain.from_iterable(read_questions(path) for path in (*question_files(), *blind_files()[::8]))
    names = [name for state in knowledge.states.values() for _, name in all_names(state.names)]
    names += [form for one in knowledge.meetings.values() for form in (one.short, one.name, *one.aliases)]
    names += [form for topic in knowledge.topics.values() for form in (topic.name, *topic.aliases)]
    questions = dict.fromkeys(expected.question for expected in asked)
    return Vocabulary(tuple(questions), tuple(names), frozenset(name.casefold() for name in names))


def question(chance: Chance) -> str:
    """A question as people ask it."""
    return chance.choice(vocabulary().questions)


def name(chance: Chance) -> str:
    return chance.choice(vocabulary().names)


def _character(chance: Chance) -> str:
    first, last = chance.choice(_SPANS)
    return chr(chance.randint(first, last))


def _scattered(chance: Chance, pieces: Callable[[], str], most: int = 8) -> str:
    """A question with pieces put in anywhere, within its words too."""
    text = question(chance)
    for _ in range(chance.randint(1, most)):
        at = chance.randint(0, len(text))
        text = text[:at] + pieces() + text[at:]
    return text


def _planes(chance: Chance) -> str:
    if chance.random() < 0.5:
        return _scattered(chance, lambda: _character(chance), 12)
    return "".join(_character(chance) for _ in range(chance.randint(0, LONGEST_QUESTION)))


def _combining(chance: Chance) -> str:
    def run() -> str:
        marks = "\u0300\u0301\u0336\u0489\u20dd\u0e47\u0f71\u1ab0\U0001d165\u3099\ufe0f\u200d\u034f"
        return chance.choice(marks) * chance.choice((1, 3, 50, 400))

    return _scattered(chance, run)


def _bidi(chance: Chance) -> str:
    return _scattered(chance, lambda: chance.choice(BIDI) * chance.choice((1, 1, 20)), 30)


def _long(chance: Chance) -> str:
    length = chance.choice((999, 1_000, 1_001, 5_000, LONGEST))
    unit = chance.choice((question(chance) + " ", name(chance) + " ", "a", "𝒜", "\u0301", " ", "\n", "(", "1", "<@7>"))
    return (unit * (length // len(unit) + 1))[:length]


def _escapes(chance: Chance) -> str:
    return _scattered(chance, lambda: chance.choice(_ESCAPES))


def _surrogates(chance: Chance) -> str:
    return _scattered(chance, lambda: chr(chance.randint(0xD800, 0xDFFF)))


def _controls(chance: Chance) -> str:
    return _scattered(chance, lambda: chr(chance.choice((0, 0, chance.randint(1, 31), chance.randint(127, 159)))), 20)


def _huge_words(chance: Chance) -> str:
    def word() -> str:
        length = chance.choice((30, 100, 300, 900))
        match chance.randrange(4):
            case 0:
                return "".join(chance.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(length))
            case 1:
                return (name(chance).replace(" ", "") * length)[:length]
            case 2:
                return "".join(chance.choice("0123456789") for _ in range(length))
            case _:
                return ("-".join(name(chance) for _ in range(length // 6)))[:length]

    return _scattered(chance, lambda: f" {word()} ", 2)[: LONGEST_QUESTION if chance.random() < 0.9 else LONGEST]


def _many_names(chance: Chance) -> str:
    between = chance.choice((" ", ", ", " and ", " or ", "; ", " at ", "\n"))
    named = between.join(name(chance) for _ in range(chance.randint(5, 120)))
    return f"{chance.choice(('', 'what did ', 'compare ', 'votes of '))}{named}"[:LONGEST_QUESTION]


def _many_typos(chance: Chance) -> str:
    text = question(chance) if chance.random() < 0.5 else _many_names(chance)
    number = chance.choice((3, 6, 12, 40))
    return with_typos(text, number, chance.getrandbits(32), lambda word: word.casefold() in vocabulary().is_name)


def _nonsense(chance: Chance) -> str:
    """Words that nearly are some: what costs most to mend."""
    known = " ".join(chance.choice(vocabulary().questions) for _ in range(chance.randint(2, 20))).split()
    chance.shuffle(known)
    words = [with_typos(word, 1, chance.getrandbits(32), lambda _: False) for word in known]
    return " ".join(words)[:LONGEST_QUESTION]


def _scripts(chance: Chance) -> str:
    return _scattered(chance, lambda: chance.choice(chance.choice(_SCRIPTS)), 20)


def _markup(chance: Chance) -> str:
    if chance.random() < 0.5:
        return _scattered(chance, lambda: chance.choice(_MARKUP), 12)
    # At the place of a name, where an answer repeats what was typed.
    odd = "".join(chance.choice(_MARKUP) for _ in range(chance.randint(1, 3)))
    return chance.choice(
        ("what did {} say?", "{}", "who spoke at {}MSP?", "what did Nigeri{} say?", "{} Nigeri")
    ).format(odd)


def _languages(chance: Chance) -> str:
    text = chance.choice(_LANGUAGES)
    return text.replace("16MSP", name(chance)) if chance.random() < 0.5 else f"{text} {_planes(chance)[:50]}"


def _unclear(chance: Chance) -> str:
    """A name that could be several, between anything: the answer offers the question with each name put in."""
    odd = anything(chance, without="unclear names")[:200]
    return f"{odd} what did {chance.choice(('Nigeri', 'Guine', 'Kore', 'Austrai', 'Irak', 'Congi'))} say? {odd}"


TEXTS: Final[Mapping[str, Callable[[Chance], str]]] = {
    "all planes": _planes,
    "combining runs": _combining,
    "bidi marks": _bidi,
    "up to 100,000": _long,
    "ANSI escapes": _escapes,
    "lone surrogates": _surrogates,
    "NUL and controls": _controls,
    "huge words": _huge_words,
    "many names": _many_names,
    "many typos": _many_typos,
    "nearly words": _nonsense,
    "mixed scripts": _scripts,
    "Markdown, mentions": _markup,
    "other languages": _languages,
    "unclear names": _unclear,
}
"""by what is bad about them"""


def anything(chance: Chance, without: str = "") -> str:
    """A bad text of any kind, or a good question now and then."""
    if chance.random() < 0.1:
        return question(chance)
    return TEXTS[chance.choice([kind for kind in TEXTS if kind != without])](chance)


def typed(chance: Chance) -> str:
    """As :func:`anything`, without lone surrogates: nothing that comes over a network as JSON has one."""
    return anything(chance).encode("utf-8", "replace").decode("utf-8")
