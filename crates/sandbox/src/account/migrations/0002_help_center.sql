-- Who may see what: user segments, and the content they restrict.

CREATE TABLE user_segments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    built_in INTEGER NOT NULL DEFAULT 0 CHECK (built_in IN (0, 1)),
    name TEXT NOT NULL,
    user_type TEXT NOT NULL CHECK (user_type IN ('signed_in_users', 'staff')),
    -- Ids are JSON and not rows: a segment goes on naming a group that was deleted, and a list of
    -- segments is read in one pass.
    group_ids TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(group_ids)),
    organization_ids TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(organization_ids)),
    tags TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tags)),
    or_tags TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(or_tags)),
    added_user_ids TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(added_user_ids)),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    -- Built-in segments first, then the newest: one number to sort by and to continue from.
    position INTEGER NOT NULL GENERATED ALWAYS AS (id + (built_in << 60)) STORED
) STRICT;

CREATE UNIQUE INDEX user_segments_in_order ON user_segments (position);
CREATE INDEX user_segments_by_origin ON user_segments (built_in, position);

CREATE TABLE brands (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    subdomain TEXT NOT NULL UNIQUE,
    is_default INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

-- When a segment goes, what it restricted becomes visible to everyone: Zendesk help, "Managing user
-- segments", as it reads now.
CREATE TABLE sections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    brand_id INTEGER NOT NULL REFERENCES brands (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    locale TEXT NOT NULL DEFAULT 'en-us',
    user_segment_id INTEGER REFERENCES user_segments (id) ON DELETE SET NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE INDEX sections_by_user_segment ON sections (user_segment_id, id);

CREATE TABLE topics (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    brand_id INTEGER NOT NULL REFERENCES brands (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    user_segment_id INTEGER REFERENCES user_segments (id) ON DELETE SET NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE INDEX topics_by_user_segment ON topics (user_segment_id, id);
