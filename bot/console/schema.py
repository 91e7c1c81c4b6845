"""``treatybot schema``: the JSON Schemas that editors read, written into a knowledge folder."""

from pathlib import Path

from bot.maintaining.schemas import write


def write_schemas(folder: Path) -> None:
    """Write the schemas, name them in each YAML file, and tell what changed."""
    changed = write(folder)
    for name in changed:
        print(f"{folder.name}/{name}")
    print("1 file written" if len(changed) == 1 else f"{len(changed)} files written")
