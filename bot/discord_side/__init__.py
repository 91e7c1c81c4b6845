"""The Discord side: it only translates between Discord and the engine.

- ``client``: the bot, its intents, its commands and its handlers (``create_bot``)
- ``commands``: ``/ask``
- ``free_text``: what a mention or a direct message asks
- ``delivery``: an answer as the messages that go out
- ``errors``: what a person is told, and what the log has, when something goes wrong
- ``addresses``: Discord behind a proxy, or a test server instead of it
- ``shards``: how many connections, where Discord's answers leave it open
- ``running``: ``treatybot run``; ``preview``: ``treatybot preview``
"""
