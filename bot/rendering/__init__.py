"""Rendering: one :class:`~bot.answering.answer.Answer` as text that people and programs read.

- ``characters``: what may be shown at all (no control characters, no half characters)
- ``citations``: a citation in words, the same for every face
- ``layout``: an answer as blocks of lines, in the order shown; both text renderers go through it
- ``plain``: the blocks as plain text (console, ``text`` of the JSON)
- ``markdown``, ``paging``, ``messages``: the blocks as Discord messages: escaped, cut into pages, put together
- ``contract``: the answer as the JSON of ``treatybot ask --json``

Nothing here decides what an answer says, and nothing here imports discord.
"""
