"""CSV for maintainers: safe in a spreadsheet, and without the person."""

import csv
import io

from bot.store.sheets import feedback_csv, gaps_csv
from bot.store.store import Store

from .conftest import NOW, given, unanswered

FORMULA = '=HYPERLINK("https://example.org"),\nsecond line'


async def test_feedback_as_csv(store: Store) -> None:
    await store.add_feedback(given(123456789012345678, text=FORMULA), NOW)
    sheet = feedback_csv(await store.all_feedback())
    assert "123456789012345678" not in sheet
    heading, row = csv.reader(io.StringIO(sheet))
    assert dict(zip(heading, row, strict=True)) == {
        "id": "1",
        "kind": "wrong",
        "question": "what did India say?",
        "answer": "India",
        "outcome": "answered",
        "text": f"'{FORMULA}",
        "created": "2018-08-21T12:30:00+00:00",
        "resolved": "",
    }


async def test_gaps_as_csv(store: Store) -> None:
    await store.note_gap(unanswered("-1 mines"), NOW)
    heading, row = csv.reader(io.StringIO(gaps_csv(await store.all_gaps())))
    assert dict(zip(heading, row, strict=True)) == {
        "id": "1",
        "question": "'-1 mines",
        "repeats": "1",
        "outcome": "no_record",
        "intent": "statement",
        "entities": "india 16msp",
        "score": "0.5",
        "first_seen": "2018-08-21",
        "last_seen": "2018-08-21",
        "resolved": "",
    }
