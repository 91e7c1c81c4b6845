"""CSV for maintainers: safe in a spreadsheet, and without the person."""

import csv
import io
import json

from bot.store.sheets import feedback_csv, gaps_csv, person_json
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


async def test_what_a_terminal_obeys_is_not_in_a_sheet_nor_in_a_persons_file(store: Store) -> None:
    typed = "\x1b[2J\x00seen\x9b31m \u202ein\u2066 the\ufeff Monitor"
    await store.add_feedback(given(5, text=typed), NOW)
    await store.note_gap(unanswered(f"\x08=1+1{typed}"), NOW)
    for sheet in (feedback_csv(await store.all_feedback()), gaps_csv(await store.all_gaps())):
        assert sheet.replace("\r\n", "").isprintable()
    _, row = csv.reader(io.StringIO(gaps_csv(await store.all_gaps())))
    assert row[1].startswith("'=1+1")  # what was in front of it would have hidden the formula
    exported = person_json(await store.export_person(5))
    assert exported.replace("\n", "").isprintable()
    assert typed in json.loads(exported)["feedback"][0]["text"]
