"""Live reload: an edited knowledge folder is served within two seconds, a broken edit never.

In the order of the work:

- ``serving``: the engine that answers now; the program's one changing reference, swapped whole
- ``watching``: the thread that watches the folder and the seeds beside it (``watchfiles``)
- ``folder_state``: what the files say, as one value, so that a change is known from a mere touch
- ``reloader``: waits until the folder is quiet, has it checked and built, swaps or reports
- ``check_process``: the check, in a process of its own
- ``building``: the new engine, built in a thread that lets the event loop go first
"""

import logging

logging.getLogger(__name__).addHandler(logging.NullHandler())  # the console shows a reload in its own way
