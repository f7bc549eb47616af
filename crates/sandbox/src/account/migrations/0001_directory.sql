-- Who there is: the account itself, its groups, organizations and users, and their tags.
-- Lists that are only ever read whole with their owner (tags, domain names) are JSON in the row;
-- what is looked up from both sides (memberships) is a table.
-- AUTOINCREMENT: the id of something deleted is never given again, as in Zendesk.

CREATE TABLE account (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    name TEXT NOT NULL,
    size TEXT NOT NULL,
    subdomain TEXT NOT NULL
) STRICT;

CREATE TABLE groups (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    description TEXT NOT NULL DEFAULT '',
    is_default INTEGER NOT NULL DEFAULT 0,
    deleted INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE organizations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    -- The name in lower case: SQLite's own NOCASE knows only ASCII letters.
    search_key TEXT NOT NULL,
    domain_names TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(domain_names)),
    tags TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tags)),
    external_id TEXT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE INDEX organizations_by_search_key ON organizations (search_key, id);

CREATE TABLE users (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    email TEXT NOT NULL UNIQUE COLLATE NOCASE,
    role TEXT NOT NULL CHECK (role IN ('end-user', 'agent', 'admin')),
    -- May manage the help center (Zendesk: Guide admin). No endpoint shows it.
    manager INTEGER NOT NULL DEFAULT 0,
    organization_id INTEGER REFERENCES organizations (id) ON DELETE SET NULL,
    default_group_id INTEGER REFERENCES groups (id) ON DELETE SET NULL,
    locale TEXT NOT NULL DEFAULT 'en-US',
    tags TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tags)),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE group_memberships (
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    group_id INTEGER NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    PRIMARY KEY (user_id, group_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX group_memberships_by_group ON group_memberships (group_id, user_id);

CREATE TABLE organization_memberships (
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    organization_id INTEGER NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    PRIMARY KEY (user_id, organization_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX organization_memberships_by_organization
    ON organization_memberships (organization_id, user_id);

-- The words of names and whole e-mail addresses, by their beginnings.
CREATE VIRTUAL TABLE user_words USING fts5 (
    name, email,
    content = 'users', content_rowid = 'id',
    tokenize = "unicode61 remove_diacritics 2 tokenchars '.@_'",
    -- Beginnings of one to three letters are what a picker asks for first, and each stands for thousands of words.
    prefix = '1 2 3'
);

CREATE TRIGGER users_words_inserted AFTER INSERT ON users BEGIN
    INSERT INTO user_words (rowid, name, email) VALUES (new.id, new.name, new.email);
END;

CREATE TRIGGER users_words_updated AFTER UPDATE OF name, email ON users BEGIN
    INSERT INTO user_words (user_words, rowid, name, email) VALUES ('delete', old.id, old.name, old.email);
    INSERT INTO user_words (rowid, name, email) VALUES (new.id, new.name, new.email);
END;

CREATE TRIGGER users_words_deleted AFTER DELETE ON users BEGIN
    INSERT INTO user_words (user_words, rowid, name, email) VALUES ('delete', old.id, old.name, old.email);
END;

-- Tags as tickets use them: the only ones that Zendesk's autocomplete suggests.
CREATE TABLE ticket_tags (
    tag TEXT PRIMARY KEY,
    uses INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
