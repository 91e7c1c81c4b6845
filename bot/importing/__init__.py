"""Reading a "Status of Universalization" document into State records.

The way of a document, each step a module, all but the last pure::

    Document -> reading (tables -> cells -> attributions) -> ImportedEdition
             -> merging -> StateRecords, with what differs (differences) and what a person must look at
             -> writing -> YAML text
             -> command: files

- ``editions``: what an edition says, as read: the records that the steps hand on.
- ``meetings``: which meeting a heading, a cell or an attribution names.
- ``attributions``: channel, dates and meeting of "Third Review Conference, 2014".
- ``cells``: a statements cell split into passages under their attributions.
- ``reading``: the whole document.

What cannot be read comes back as a :class:`bot.knowledge.problems.Problem`, never dropped.
"""
