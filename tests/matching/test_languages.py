"""Questions that are not in English: their language, their names, their kind, and what the answer begins with."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from bot.answering.answer import Text
from bot.answering.languages import REFUSALS, SENTENCES
from bot.knowledge.schema import QuestionsRecord
from bot.matching.foreign_names import LANGUAGES, territories
from bot.matching.languages import ENGLISH, SPOKEN, languages_of
from bot.matching.reading import Reading
from bot.matching.tokens import tokenise
from tests.question_files import FOLDER, blind_files, engine, question_files, read_questions

KINDS = (
    *("statement", "position", "vote", "attendance", "last-participation", "membership", "count-states-parties"),
    *("count-states-not-party", "states-not-party", "vote-list", "attendees"),
)
LAST_LATIN = 0x24F
IN_FRENCH_OR_SPANISH = (FOLDER / "french.yaml", FOLDER / "spanish.yaml")


def is_foreign(question: str) -> bool:
    return any(char.isalpha() and ord(char) > LAST_LATIN for char in question)


def read(question: str) -> Reading:
    return engine().answer(question).reading


@pytest.mark.parametrize("language", LANGUAGES)
def test_listed_states_are_known_by_their_cldr_name(language: str) -> None:
    missed = {
        name: read(f"{name} 16MSP").entities.states
        for state in engine().knowledge.listed
        for name in (territories(language)[state.names.iso[0]].partition(" (")[0],)
        if read(f"{name} 16MSP").entities.states != (state.id,)
    }
    assert missed == {}


@pytest.mark.parametrize(
    ("question", "states"),
    [
        ("Comment a voté le Niger ?", ("niger",)),
        ("Comment a voté le Nigéria ?", ("nigeria",)),
        ("La Guinée est-elle partie ?", ("guinea",)),
        ("La Guinée-Bissau est-elle partie ?", ("guinea-bissau",)),
        ("La Papouasie-Nouvelle-Guinée est-elle partie ?", ("papua-new-guinea",)),
        ("¿Es parte Guinea Ecuatorial?", ("equatorial-guinea",)),
        ("¿Es parte Malí?", ("mali",)),
        ("¿Es parte la República Democrática del Congo?", ("dr-congo",)),
        ("¿Es parte el Congo?", ("congo",)),
        ("Нигерия 16MSP", ("nigeria",)),
        ("Нигер 16MSP", ("niger",)),
        ("позиция Китая", ("china",)),
        ("نيجيريا 16MSP", ("nigeria",)),
        ("هل الكويت وللهند", ("kuwait", "india")),
        ("what did Россия say", ("russia",)),
        ("what did Allemagne say", ("germany",)),
        ("grenade and suede shoes for Maurice", ()),
    ],
)
def test_names_are_not_confused(question: str, states: tuple[str, ...]) -> None:
    assert read(question).entities.states == states


@pytest.mark.parametrize(
    ("question", "meeting"),
    [
        ("Inde 16 REP", "16msp"),
        ("Inde 16e REP", "16msp"),
        ("Inde 16ème Réunion des États parties", "16msp"),
        ("la Première Réunion des États parties et l'Inde", "1msp"),
        ("Inde, dix-septième Réunion des États parties", "17msp"),
        ("Qu'a dit l'Inde à la troisième Conférence d'examen ?", "3rc"),
        ("Qu'a dit l'Inde à la Conférence d'examen de Maputo ?", "3rc"),
        ("Qu'a dit l'Inde aux réunions intersessions de juin 2017 ?", "intersessional-2017"),
        ("Comment a voté l'Inde à la Première Commission de 2017 ?", "first-committee-2017"),
        ("India, Decimosexta Reunión de los Estados Partes", "16msp"),
        ("India, décima sexta Reunión de los Estados Partes", "16msp"),
        ("India 16.ª Reunión de los Estados Partes", "16msp"),
        ("¿Qué dijo la India en la Tercera Conferencia de Examen?", "3rc"),
        ("¿Qué dijo la India en las reuniones entre períodos de sesiones de 2017?", "intersessional-2017"),
        ("¿Cómo votó la India en la Primera Comisión en 2017?", "first-committee-2017"),
        ("Индия, шестнадцатое совещание государств-участников", "16msp"),
        ("на 16-м Совещании государств-участников", "16msp"),
        ("третья Конференция по рассмотрению действия Конвенции", "3rc"),
        ("الاجتماع السادس عشر للدول الأطراف", "16msp"),
        ("المؤتمر الاستعراضي الثالث", "3rc"),
        ("第十六次缔约国会议", "16msp"),
        ("印度在第16届缔约国会议上说了什么", "16msp"),
        ("第三次审议会议", "3rc"),
    ],
)
def test_meetings(question: str, meeting: str) -> None:
    assert read(question).entities.meetings == (meeting,)


def test_questions_in_english_stay_english() -> None:
    paths = [path for path in (*question_files(), *blind_files()[::5]) if path not in IN_FRENCH_OR_SPANISH]
    questions = [item.question for path in paths for item in read_questions(path) if not is_foreign(item.question)]
    taken = [text for text in questions if languages_of(text, tokenise(text)) != (ENGLISH,)]
    assert len(questions) > 900
    assert taken == []


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Qu'a dit l'Inde ?", "fr"),
        ("comment a vote la chine", "fr"),
        ("¿Qué dijo Cuba?", "es"),
        ("posicion de vietnam", "es"),
        ("Côte d'Ivoire vote", "en"),
        ("El Salvador position", "en"),
        ("What is the position de la Chine", "en"),
        ("Was hat Indien bei der 16MSP gesagt?", "de"),
        ("Qual é a posição da Índia?", "pt"),
        ("Chi ha votato contro la risoluzione?", "it"),
        ("Как голосовал Китай?", "ru"),
        ("Як голосувала Індія?", "uk"),
        ("كيف صوتت الصين؟", "ar"),
        ("هند چه گفت؟", "fa"),
        ("中国的立场是什么", "zh"),
        ("インドは何と言いましたか", "ja"),
        ("인도는 무엇을 말했습니까", "ko"),
        ("भारत ने क्या कहा", "hi"),
        ("Индия 16MSP", "en"),
    ],
)
def test_language(question: str, language: str) -> None:
    answer = engine().answer(question)
    assert answer.reading.language == language
    if language not in (*SPOKEN, ENGLISH):
        assert answer.outcome == "declined"
        assert answer.parts[0] == Text(REFUSALS[language])


def test_a_refusal_offers_the_question_in_english() -> None:
    answer = engine().answer("印度在第十六次缔约国会议上说了什么？")
    assert "what did India say at 16MSP (2017)?" in answer.suggestions
    assert all(engine().answer(ask).outcome == "answered" for ask in answer.suggestions)


def _phrasings() -> Iterator[tuple[QuestionsRecord, str]]:
    for kind in KINDS:
        record = engine().knowledge.questions[kind]
        for phrasing in (*record.phrasings_fr, *record.phrasings_es):
            filled = phrasing.replace("{state}", "Cuba").replace("{meeting}", "16MSP").replace("{year}", "2017")
            yield record, filled


def test_every_kind_has_phrasings_and_these_lead_to_it() -> None:
    few = [
        kind
        for kind in KINDS
        for record in (engine().knowledge.questions[kind],)
        if min(len(record.phrasings_fr), len(record.phrasings_es)) < 8
    ]
    elsewhere = [
        (record.id, text, reading.intent)
        for record, text in _phrasings()
        for reading in (read(text),)
        if reading.language in SPOKEN and reading.intent != record.id
    ]
    assert few == []
    assert elsewhere == []


@pytest.mark.parametrize("path", IN_FRENCH_OR_SPANISH, ids=lambda path: path.stem)
def test_an_answer_is_the_english_one_led_by_a_sentence(path: object) -> None:
    language = "fr" if path == IN_FRENCH_OR_SPANISH[0] else "es"
    led = 0
    for expected in read_questions(FOLDER / f"{'french' if language == 'fr' else 'spanish'}.yaml"):
        answer = engine().answer(expected.question)
        if answer.outcome != "answered":
            continue
        assert isinstance(answer.parts[0], Text)
        assert answer.parts[0].text.endswith(SENTENCES[language]["note"])
        assert len(answer.parts) > 1
        assert answer.citations
        led += 1
    assert led > 15


@pytest.mark.parametrize(
    "question",
    [
        "Qui n'a pas participé à la 16MSP ?",
        "Combien de pays ont signé la Convention ?",
        "¿Quién no votó?",
        "Que dit l'Inde du Pakistan ?",
        "Comment l'Inde a-t-elle voté sur la Palestine ?",
        "Quelle est la position de Cuba sur l'embargo ?",
        "¿Cuántas minas tiene Rusia?",
        "¿Qué dijo Cuba sobre las víctimas?",
    ],
)
def test_what_merely_resembles_a_known_form_is_not_answered(question: str) -> None:
    assert engine().answer(question).outcome in ("no_record", "declined")


@pytest.mark.parametrize(
    ("first", "second", "state"),
    [
        ("Comment a voté l'Inde ?", "et le Pakistan ?", "pakistan"),
        ("Comment a voté l'Inde ?", "Pakistan ?", "pakistan"),
        ("¿Cómo votó la India?", "¿y China?", "china"),
    ],
)
def test_a_follow_up_keeps_kind_and_language(first: str, second: str, state: str) -> None:
    before = engine().answer(first).reading
    answer = engine().answer(second, before)
    assert (answer.reading.intent, answer.reading.entities.states) == ("vote", (state,))
    assert answer.reading.language == before.language
    assert answer.outcome == "answered"


def test_a_plain_english_question_loads_no_names_in_other_languages() -> None:
    program = (
        "import sys; from bot.answering.engine import Engine; "
        "from bot.knowledge.loading import default_folder, load_knowledge; "
        "Engine(load_knowledge(default_folder())).answer('what did india say in 16MSP?'); "
        "sys.exit('babel' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
