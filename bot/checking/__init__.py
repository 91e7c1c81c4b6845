"""Checking: the rules that loading does not need, for people who edit the knowledge (``treatybot check``).

What keeps knowledge from being served is found by ``bot.knowledge`` when it loads. The rules here look for what
loads and is wrong all the same. Each is a module with functions that take the files, or the snapshot, and yield
:class:`~bot.knowledge.problems.Problem`:

- ``plain_words``: words that other programs would take for something else
- ``documents``, ``meetings``, ``figures``, ``dates``: claims beside the words that they rest on
- ``statements``, ``participation``: State records beside their attributions and tables
- ``names``: names that two records claim
- ``phrasings``, ``suspects``, ``untold``, ``kinds``: what the matcher makes of them, and whether something answers
- ``relied_on``: ids that the program's own rules go by
- ``lengths``: texts beside what an answer has room for
- ``accepted``: findings that have a note saying why they stand
- ``check``: all of it, on a folder; ``all_files``: the files of one that could be read
"""

from bot.checking.check import check

__all__ = ["check"]
