"""Treatybot: cited answers about the Anti-Personnel Mine Ban Convention.

The packages stand in the order in which a question travels:

- ``bot.knowledge``: YAML records and source documents become one verified, immutable snapshot
- ``bot.matching``: a question becomes a :class:`~bot.matching.reading.Reading`
- ``bot.answering``: a reading becomes an :class:`~bot.answering.answer.Answer`
- ``bot.rendering``: an answer becomes plain text, Discord messages or JSON
- ``bot.reloading``: an edited knowledge folder is served at once, a broken edit never
- ``bot.checking``: what loads and is wrong all the same, for people who edit the knowledge
- ``bot.importing``: a new edition of the status document read into State records
- ``bot.maintaining``: what else people who look after the knowledge do with it
- ``bot.console``, ``bot.discord_side``: the faces; they touch the world, the packages above do not
- ``bot.store``: what users create (aiosqlite)
- ``bot.settings``, ``bot.env_file``, ``bot.log_lines``: what the environment tells the program, and what the bot logs
- ``bot.similarity``: how like two words are, for all of them
"""

__version__ = "0.1.0"
