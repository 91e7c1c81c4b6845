"""Choice: by which reading a question is answered, and whether it is.

- ``deciding``: the four outcomes in their order, as a ``decision``; ``refusing``: what is declined
- ``choosing``, ``elsewhere``: the kind of question, if one is sure; ``unheld``: what the documents do not answer;
  ``pairing``: two FAQ entries together; ``own_words``: what a State's statements tell
- ``clauses``, ``framing``: a question among words on the asker; ``halves``: two questions in one; ``excepting``: a list
  that leaves somebody out; ``what_about``: one State, then another
"""
