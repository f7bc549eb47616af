-- Who may edit and publish what: management permission groups, and the articles they are applied to.

CREATE TABLE permission_groups (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    built_in INTEGER NOT NULL DEFAULT 0 CHECK (built_in IN (0, 1)),
    name TEXT NOT NULL,
    -- Ids of segments, as JSON like the lists of segments: the matrix reads all groups in one pass.
    edit TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(edit)),
    publish TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(publish)),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    -- Built-in groups first, then the newest: one number to sort by and to continue from.
    position INTEGER NOT NULL GENERATED ALWAYS AS (id + (built_in << 60)) STORED
) STRICT;

CREATE UNIQUE INDEX permission_groups_in_order ON permission_groups (position);

-- Without its segments an article is visible to everyone; without its permission group only help center managers
-- can edit it, which is assumed.
CREATE TABLE articles (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    brand_id INTEGER NOT NULL REFERENCES brands (id) ON DELETE CASCADE,
    section_id INTEGER REFERENCES sections (id) ON DELETE SET NULL,
    author_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL DEFAULT '',
    locale TEXT NOT NULL DEFAULT 'en-us',
    draft INTEGER NOT NULL DEFAULT 0 CHECK (draft IN (0, 1)),
    promoted INTEGER NOT NULL DEFAULT 0 CHECK (promoted IN (0, 1)),
    -- Within its section.
    position INTEGER NOT NULL DEFAULT 0,
    label_names TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(label_names)),
    -- The first of `user_segment_ids`: articles had one segment before they could have several.
    user_segment_id INTEGER REFERENCES user_segments (id) ON DELETE SET NULL,
    user_segment_ids TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(user_segment_ids)),
    permission_group_id INTEGER REFERENCES permission_groups (id) ON DELETE SET NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    edited_at INTEGER NOT NULL
) STRICT;

CREATE INDEX articles_by_brand ON articles (brand_id, id);
CREATE INDEX articles_by_permission_group ON articles (permission_group_id, id);
CREATE INDEX articles_by_user_segment ON articles (user_segment_id, id);

-- A segment that goes takes along what it granted: Zendesk help, "Managing user segments". Nobody edited the groups
-- and articles that named it, so their times stay. What becomes of an article with several segments is not
-- documented; that the others stay is assumed.
CREATE TRIGGER user_segments_deleted BEFORE DELETE ON user_segments BEGIN
    UPDATE permission_groups
    SET edit =
            (SELECT json_group_array(value)
             FROM (SELECT value FROM json_each(edit) WHERE value <> old.id ORDER BY key)),
        publish =
            (SELECT json_group_array(value)
             FROM (SELECT value FROM json_each(publish) WHERE value <> old.id ORDER BY key))
    WHERE old.id IN (SELECT value FROM json_each(edit)) OR old.id IN (SELECT value FROM json_each(publish));

    UPDATE articles
    SET user_segment_ids =
            (SELECT json_group_array(value)
             FROM (SELECT value FROM json_each(user_segment_ids) WHERE value <> old.id ORDER BY key)),
        user_segment_id =
            (SELECT value FROM json_each(user_segment_ids) WHERE value <> old.id ORDER BY key LIMIT 1)
    WHERE user_segment_id IS NOT NULL AND old.id IN (SELECT value FROM json_each(user_segment_ids));
END;
