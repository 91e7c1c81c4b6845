"""A question behind words on the asker."""

import pytest

from bot.answering.engine import Engine


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("The Indian delegation asks who attended 16MSP", "States not party at 16MSP (2017)"),
        ("Our office in Cambodia needs the list of states not party", "States not party as of 21 August 2018"),
        ("A journalist from France asks what China said at 3RC", "China at 3RC (2014)"),
        ("what did the Indian delegation say at 16MSP", "India at 16MSP (2017)"),
        ("did the Indian delegation attend 16MSP", "India at 16MSP (2017): attendance"),
    ],
)
def test_who_asks_is_not_asked_about(engine: Engine, question: str, title: str) -> None:
    assert engine.answer(question).title == title
