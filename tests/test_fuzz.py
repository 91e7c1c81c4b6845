"""A few cases of every kind of bad input; ``python -m tests.benchmarks.fuzz`` runs a hundred thousand.

Time is measured there: nothing here fails because the machine is busy.
"""

from collections.abc import Iterator

import pytest

from tests.fuzzing import bots, commands, files, presses, questions
from tests.fuzzing.kinds import Kind, run

SEED = 1
KINDS = (
    *((kind, 4) for kind in questions.kinds()),
    *((kind, 25) for kind in (*commands.kinds(), *presses.kinds())),
    *((kind, 40) for kind in files.kinds() if kind.limit is not None),
)


@pytest.fixture(scope="module", autouse=True)
def closed_bots() -> Iterator[None]:
    yield
    bots.close()


@pytest.mark.parametrize(("kind", "cases"), KINDS, ids=[kind.name for kind, _ in KINDS])
def test_bad_input_does_no_harm(kind: Kind, cases: int) -> None:
    ran = run(kind, range(cases), SEED, timed=False)
    assert [(each.number, each.problems, each.given) for each in ran if each.problems] == []
