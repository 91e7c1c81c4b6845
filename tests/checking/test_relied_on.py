"""Ids that rules go by: each that code names is looked after, and a renamed one is told."""

import ast
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from pathlib import Path

import pytest

import bot
from bot.checking.relied_on import COUNTS, FAQ, LISTS, TOPICS, relied_on_problems
from bot.knowledge.files import read_folder
from bot.knowledge.loading import default_folder
from bot.matching.reading import COUNT_PREFIX
from tests.question_files import engine

_READ = ("answering", "matching")
"""packages whose rules may name an id"""


def _named_in_code() -> Iterator[str]:
    for package in _READ:
        for file in (Path(bot.__file__).parent / package).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield node.value.removeprefix(COUNT_PREFIX)


@pytest.mark.parametrize("wanted", [TOPICS, COUNTS, LISTS, FAQ], ids=["topics", "counts", "lists", "faq"])
def test_ids_that_code_names_are_looked_after(wanted: AbstractSet[str]) -> None:
    knowledge = engine().knowledge
    there: Mapping[AbstractSet[str], AbstractSet[str]] = {
        TOPICS: knowledge.topics.keys(),
        COUNTS: knowledge.counts.keys(),
        LISTS: knowledge.lists.keys(),
        FAQ: knowledge.faq.keys() - knowledge.counts.keys(),  # one id is that of a count and of an entry
    }
    assert there[wanted] & set(_named_in_code()) == wanted


def test_a_renamed_id_is_told() -> None:
    knowledge = engine().knowledge
    topics = {f"{key}-x" if key == "war-remnants" else key: topic for key, topic in knowledge.topics.items()}
    found = relied_on_problems(read_folder(default_folder()), replace(knowledge, topics=topics))
    assert [str(problem) for problem in found] == [
        'knowledge/topics.yaml:1:1: relied-on: answers go by the topic "war-remnants", and there is none '
        "(give it its id back; its name and aliases may be others)"
    ]


def test_small_knowledge_of_its_own_need_not_have_them() -> None:
    knowledge = replace(engine().knowledge, topics={}, counts={}, lists={})
    assert list(relied_on_problems(read_folder(default_folder()), knowledge)) == []
