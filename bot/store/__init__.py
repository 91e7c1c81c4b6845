"""What users create, and nothing else: one SQLite file that loses nothing.

``open_store`` (module ``opening``) gives a ``Store``, or ``Unavailable`` with the reason in one line: the bot then
goes on without the features it names. Handlers call the methods of ``Store`` and see the records of ``records``,
never SQL: another database can take SQLite's place without touching a handler. A method that has returned has
its change on disk; one that could not raises ``StoreError``, whose text is a line for people. Times are aware
datetimes, passed in.

- ``store``: ``Store``, all that handlers may call
- ``records``: what goes in and comes out
- ``opening``: ``open_store``; ``inspecting`` looks at the file before the first byte is written
- ``versions``: the tables, and how an older file becomes a newer one
- ``database``: the one owner of the connection; ``reasons`` says in words what SQLite reports
- ``tables``: the SQL of each subject
- ``questions``: what is kept of a question, without the person
- ``sheets``: CSV for maintainers and JSON for a person
- ``copying``: a consistent copy of a running database
"""
