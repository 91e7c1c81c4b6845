"""The commands of maintainers: ``schema``, ``new``, ``import``, ``source``, ``explain`` and ``stats``.

Each takes the arguments and the knowledge folder. What cannot be done raises ``RefusedError`` or ``KnowledgeError``.
"""

from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final


def _schema(_arguments: Namespace, folder: Path) -> None:
    from bot.console.schema import write_schemas

    write_schemas(folder)


def _new(arguments: Namespace, folder: Path) -> None:
    from bot.console.new import new

    identifier = [] if arguments.id is None else [f"id={arguments.id}"]
    new(folder, arguments.what, [*identifier, *arguments.set])


def _import(arguments: Namespace, folder: Path) -> None:
    from bot.console.importing import import_document

    import_document(folder, arguments.file, arguments.source, arguments.into)


def _source(arguments: Namespace, folder: Path) -> None:
    from bot.console.source import show_sources

    show_sources(folder, arguments.places, arguments.context)


def _explain(arguments: Namespace, folder: Path) -> None:
    from bot.console.explain import show_explanation

    show_explanation(folder, " ".join(arguments.words))


def _stats(_arguments: Namespace, folder: Path) -> None:
    from bot.console.stats import show_statistics

    show_statistics(folder)


MAINTAINING: Final[Mapping[str, Callable[[Namespace, Path], None]]] = {
    "schema": _schema,
    "new": _new,
    "import": _import,
    "source": _source,
    "explain": _explain,
    "stats": _stats,
}
