"""The docstring of a package names every module of it: the map that a reader begins with."""

import importlib
import pkgutil

import pytest


@pytest.mark.parametrize(
    "name", ["bot.answering", "bot.answering.choice", "bot.answering.families", "bot.answering.rules", "bot.matching"]
)
def test_the_map_of_a_package_has_every_module(name: str) -> None:
    package = importlib.import_module(name)
    modules = {module.name for module in pkgutil.iter_modules(package.__path__)}
    assert {module for module in modules if f"``{module}``" not in (package.__doc__ or "")} == set()
