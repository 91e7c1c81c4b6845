"""``treatybot import``: a status document read into State records."""

from pathlib import Path

from bot.importing.command import ImportRefusedError, run_import
from bot.maintaining.refusing import RefusedError


def import_document(folder: Path, file: Path, source: str, into: Path | None) -> None:
    """Import a document and print what changed. Raises :class:`RefusedError` or ``KnowledgeError``."""
    try:
        print(run_import(file, source, folder, into))
    except ImportRefusedError as error:
        raise RefusedError(str(error)) from error
    except OSError as error:
        place = into or folder / "states"
        raise RefusedError(f"the records in {place} cannot be written: {error.strerror}") from error
    print("Now run treatybot check.")
