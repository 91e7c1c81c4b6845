"""Two damaged copies of a file of each kind; ``python -m tests.benchmarks.mutations`` does it to all files."""

import random
from pathlib import Path

import pytest

from bot.knowledge.loading import default_folder
from tests.benchmarks.mutations import KINDS, SEED, Laboratory, mutated


@pytest.fixture(scope="module")
def laboratory(tmp_path_factory: pytest.TempPathFactory) -> Laboratory:
    return Laboratory(default_folder().resolve(), tmp_path_factory.mktemp("scratch"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_file_is_refused_or_nothing_quoted_has_changed(laboratory: Laboratory, kind: str) -> None:
    loaded = laboratory.files(kind)[-1]
    text = laboratory.text_of(loaded)
    for number in range(2):
        damaged = mutated(text, random.Random(f"{SEED} {kind} {number}"))  # noqa: S311 - no secret
        assert damaged != text
        assert laboratory.outcome(kind, loaded, damaged).what in ("refused", "taken", "shortened")


@pytest.mark.parametrize(
    ("kind", "name", "old", "new", "what"),
    [
        ("states", "india", "India supports", "India supported", "refused"),
        ("states", "india", "dates: [2017]", "dates: [2016]", "refused"),
        ("states", "india", "vote: abstained", "vote: in_favour", "refused"),
        ("states", "india", "aliases: [", "aliases: [Hindia, ", "taken"),
        ("faq", "land-cleared", "quote: ", "quote: not ", "refused"),
        ("treaty", "treaty", "value: 164", "value: 165", "refused"),
        ("sources", "sources", "date: 2018-08-21", "date: 2018-08-12", "refused"),
    ],
)
def test_the_laboratory_sees_what_it_should(
    laboratory: Laboratory, kind: str, name: str, old: str, new: str, what: str
) -> None:
    loaded = next(item for item in laboratory.files(kind) if Path(item.file.name).stem == name)
    text = laboratory.text_of(loaded)
    assert old in text
    assert laboratory.outcome(kind, loaded, text.replace(old, new, 1)).what == what


def test_a_quotation_that_was_shortened_is_counted_apart(laboratory: Laboratory) -> None:
    (loaded,) = (item for item in laboratory.files("faq") if item.record.id == "land-cleared")
    text = laboratory.text_of(loaded)
    whole = "quote: Vast tracts of land have been cleared and put back into productive use;"
    assert whole in text
    for kept, what in (("quote: Vast tracts of land have been cleared", "shortened"), ("quote: Vast tra", "refused")):
        assert laboratory.outcome("faq", loaded, text.replace(whole, kept, 1)).what == what
