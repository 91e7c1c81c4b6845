"""Matching: a question becomes a reading. Names first, then the phrasing (DESIGN, principle 7).

- ``tokens``, ``words``: a question as words, stemmed and mended; ``english``: the words that are left as they are
- ``gazetteer``, ``meeting_names``, ``channels``, ``times``: States, meetings, channels and years; ``near_names``:
  misspelt States
- ``compared``: the words that are compared, names replaced by their kind
- ``phrasing``, ``gates``: the kind of question that the words speak for and the names allow; ``sparse``: the inner
  products behind it
- ``languages``, ``foreign``, ``foreign_names``, ``foreign_terms``: questions and names in other languages
- ``entities``, ``coverage``: what a question names, and how much of it a kind of question explains; ``telling``:
  the number, time or thing that it asks for, and whether a text tells it
- ``matcher``: all of it, one ``reading`` (:class:`~bot.matching.reading.Reading`); ``conversation``: follow-ups
- ``completing``: names as one types them
- ``search``: full text, for questions that no kind explains; ``thresholds``: when to refuse
"""
