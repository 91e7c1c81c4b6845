"""``treatybot stats``: what the knowledge holds, and where it is thin."""

from datetime import UTC, datetime
from pathlib import Path

from bot.knowledge.loading import load_knowledge
from bot.maintaining.statistics import Table, statistics


def show_statistics(folder: Path) -> None:
    """Print the tables, the thinnest row of each first. Raises ``KnowledgeError``."""
    for index, table in enumerate(statistics(load_knowledge(folder), datetime.now(UTC).date())):
        if index:
            print()
        print(f"{table.title}:")
        _print_rows(table)


def _print_rows(table: Table) -> None:
    if not table.rows:
        print(f"  {table.nothing}")
        return
    widths = [max(len(row[column]) for row in table.rows) for column in range(len(table.rows[0]))]
    for row in table.rows:
        number, *others = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        print(f"  {number.strip().rjust(widths[0])}  {'  '.join(others)}".rstrip())
