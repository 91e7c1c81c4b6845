"""The files of a folder that could be read, of every kind."""

from collections.abc import Iterator

from bot.knowledge.files import Folder
from bot.knowledge.yaml_files import YamlFile


def all_files(folder: Folder) -> Iterator[YamlFile]:
    """Each file that holds a valid record."""
    for single in (folder.sources, folder.meetings, folder.topics, folder.treaty, folder.names):
        if single is not None:
            yield single.file
    for many in (folder.states, folder.faq, folder.questions):
        for loaded in many:
            yield loaded.file
