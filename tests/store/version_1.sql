-- A database as version 1 left it. Never edit this file: it is what some computer out there still has.
CREATE TABLE feedback (
    id INTEGER PRIMARY KEY AUTOINCREMENT, user_id INTEGER NOT NULL, guild_id INTEGER, question TEXT NOT NULL,
    title TEXT NOT NULL, outcome TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('helpful', 'wrong')),
    text TEXT NOT NULL, created TEXT NOT NULL, resolved TEXT
) STRICT;
CREATE INDEX feedback_of_person ON feedback (user_id);
CREATE TABLE gaps (
    id INTEGER PRIMARY KEY AUTOINCREMENT, words TEXT NOT NULL UNIQUE, question TEXT NOT NULL, outcome TEXT NOT NULL,
    intent TEXT NOT NULL, score REAL NOT NULL, repeats INTEGER NOT NULL CHECK (repeats > 0), first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL, resolved TEXT
) STRICT;
CREATE TABLE follows (
    user_id INTEGER NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('state', 'topic', 'meeting', 'all')),
    target TEXT NOT NULL CHECK ((kind = 'all') = (target = '')), created TEXT NOT NULL,
    PRIMARY KEY (user_id, kind, target)
) STRICT;
CREATE INDEX followers ON follows (kind, target);
CREATE TABLE guilds (
    guild_id INTEGER PRIMARY KEY, visibility TEXT NOT NULL CHECK (visibility IN ('public', 'private')),
    notices_channel INTEGER
) STRICT;
CREATE TABLE guild_members (
    guild_id INTEGER NOT NULL REFERENCES guilds ON DELETE CASCADE,
    part TEXT NOT NULL CHECK (part IN ('mention_channel', 'maintainer_role', 'maintainer_user')),
    id INTEGER NOT NULL, PRIMARY KEY (guild_id, part, id)
) STRICT;
CREATE TABLE remembered (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
PRAGMA application_id = 1416782452;
PRAGMA user_version = 1;
PRAGMA journal_mode = WAL;
INSERT INTO feedback VALUES
    (4, 1, NULL, 'what did India say?', 'India', 'answered', 'wrong', 'it said', '2018-08-21T12:30:00+00:00', NULL);
INSERT INTO gaps VALUES
    (5, 'why', 'Why?', 'declined', '', 0.25, 3, '2018-08-20', '2018-08-21', NULL);
INSERT INTO follows VALUES (1, 'state', 'india', '2018-08-21T12:30:00+00:00');
INSERT INTO guilds VALUES (7, 'private', 6);
INSERT INTO guild_members VALUES (7, 'maintainer_role', 3);
INSERT INTO remembered VALUES ('commands', 'abc');
