"""``treatybot backup``: a copy of the database, while the bot runs."""

from pathlib import Path

from bot.maintaining.refusing import RefusedError
from bot.store.copying import copy_database
from bot.store.records import StoreError


def back_up(database: Path, file: Path) -> None:
    """Copy the database to a new file. Raises ``RefusedError``; then nothing was written."""
    try:
        copy_database(database, file)
    except StoreError as error:
        raise RefusedError(str(error)) from error
    print(f"{file} is a copy of {database}, checked: {file.stat().st_size:,} bytes")
