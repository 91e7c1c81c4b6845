"""The Discord side: it only translates between Discord and the engine.

The bot and what it shares:

- ``client``: the bot, its intents, its commands and its handlers (``create_bot``); ``service``: what they share
- ``desk``: where questions are asked, whatever snapshot is served; ``conversation``: what was answered last
- ``fair_use``: how much may be asked in a minute; ``limits``: Discord's limits; ``errors``: what goes wrong
- ``keeping``: the store while the bot runs; ``syncing``: commands told to Discord when they changed
- ``tally``: what the bot has done since it started, in numbers
- ``under_way``: what was begun for people, so that it is finished before the bot stops

Commands, a module for each family, and their ``tree``; ``options`` has what they share:

- ``asking``, ``states``, ``subjects``, ``checking_message``: questions
- ``following``, ``changes``, ``notifying``: direct messages when something changes
- ``privacy``, ``server_settings``: what is kept of whom, and what a server sets
- ``maintaining``, ``reviewing``, ``review_lists``, ``status``: for maintainers
- ``free_text``, ``mentions``: what a mention, a reply or a direct message asks

An answer on its way out:

- ``answer_keys``, ``custom_ids``: what finds an answer again, carried by the buttons under it
- ``cards``, ``evidence_shown``, ``delivery``: a page of an answer with its buttons, and the messages that go out
- ``first_response``: a response that Discord takes once, whatever REST answers to it
- ``buttons``, ``pressing``, ``modals``, ``feedback``: what is done when something is pressed or typed

Beside these:

- ``addresses``: Discord behind a proxy, or a test server instead of it
- ``patience``: trying again when Discord cannot be reached; ``connecting``: what a connection is like
- ``shards``: how many connections, where Discord's answers leave it open; events that cannot be read
- ``collecting``: garbage collection when nobody waits
- ``running``: ``treatybot run``; ``preview``: ``treatybot preview``
"""
