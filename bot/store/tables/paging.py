"""Lists in pages."""

from collections.abc import Callable
from typing import TypeVar

from bot.store.database import Database, Row, Value
from bot.store.records import Page

T = TypeVar("T")


async def listed(
    database: Database, select: str, values: tuple[Value, ...], of_row: Callable[[Row], T], place: tuple[int, int]
) -> Page[T]:
    """One page of what ``select`` yields in its order; ``place`` is number and size of the page."""
    number, size = place
    ((total,),) = await database.run(f"SELECT count(*) FROM ({select})", *values)
    pages = max(1, -(-total // size))
    number = min(max(number, 1), pages)
    rows = await database.run(f"{select} LIMIT {int(size)} OFFSET {int(number - 1) * int(size)}", *values)
    return Page(tuple(map(of_row, rows)), number, pages, total)
