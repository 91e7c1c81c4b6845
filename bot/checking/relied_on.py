"""Ids that the program's own rules go by: renamed in every file, they would leave rules that apply to nothing.

The phrase "an id does not change" is the guide's; here it is looked after. Names and aliases may be changed at will.
"""

from collections.abc import Iterator

from bot.knowledge.files import Folder
from bot.knowledge.model import Knowledge
from bot.knowledge.problems import Problem

TOPICS = frozenset(
    """
    accession alternatives borders casualties ccw conflict neighbours own-territory production retained-mines security
    sovereignty stockpile stockpile-destruction transfer use victim-assistance war-remnants withdrawal
    """.split()
)
COUNTS = frozenset(
    """
    bilateral-meetings-2017 countries-withdrawing signatories states-not-party states-parties stockpiled-mines-destroyed
    """.split()
)
LISTS = frozenset({"announced-withdrawal", "never-participated"})
FAQ = frozenset({"states-not-yet-joined"})
_LEAST_SHARE = 0.5
"""share of all these ids that a folder has when it is this knowledge, and not a small one of its own"""


def relied_on_problems(folder: Folder, knowledge: Knowledge) -> Iterator[Problem]:
    """Ids that are no longer there, in a folder that has most of them."""
    wanted = (
        ("topic", "topics.yaml", TOPICS, knowledge.topics.keys()),
        ("count", "treaty.yaml", COUNTS, knowledge.counts.keys()),
        ("list", "treaty.yaml", LISTS, knowledge.lists.keys()),
        ("FAQ entry", "faq", FAQ, knowledge.faq.keys()),
    )
    number = sum(len(ids) for _, _, ids, _ in wanted)
    missing = [(what, name, key) for what, name, ids, there in wanted for key in sorted(ids - there)]
    if folder.broken or number - len(missing) < _LEAST_SHARE * number:
        return
    for what, name, key in missing:
        file = f"{folder.path.name}/{name}" if name.endswith(".yaml") else f"{folder.path.name}/{name}/{key}.yaml"
        message = f'answers go by the {what} "{key}", and there is none'
        yield Problem(file, 1, 1, "relied-on", message, "give it its id back; its name and aliases may be others")
