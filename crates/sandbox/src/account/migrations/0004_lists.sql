-- What lists of the directory and of the help center need: ids of memberships, external ids of users, positions, and
-- an index for every way in which a list is cut out or ordered.

-- The numbers are those that a new account gets from the fixture.
CREATE TABLE new_group_memberships (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    group_id INTEGER NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    UNIQUE (user_id, group_id)
) STRICT;

INSERT INTO new_group_memberships (id, user_id, group_id)
SELECT 36207450000000 + 7919 * row_number() OVER (ORDER BY user_id, group_id), user_id, group_id
FROM group_memberships;

DROP TABLE group_memberships;
ALTER TABLE new_group_memberships RENAME TO group_memberships;
CREATE INDEX group_memberships_by_group ON group_memberships (group_id, user_id);

CREATE TABLE new_organization_memberships (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    organization_id INTEGER NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    UNIQUE (user_id, organization_id)
) STRICT;

INSERT INTO new_organization_memberships (id, user_id, organization_id)
SELECT 39118640000000 + 7919 * row_number() OVER (ORDER BY user_id, organization_id), user_id, organization_id
FROM organization_memberships;

DROP TABLE organization_memberships;
ALTER TABLE new_organization_memberships RENAME TO organization_memberships;
CREATE INDEX organization_memberships_by_organization ON organization_memberships (organization_id, user_id);

-- Every fifth end user came from the company's shop.
ALTER TABLE users ADD COLUMN external_id TEXT;
UPDATE users SET external_id = 'shop-' || id WHERE role = 'end-user' AND id % 5 = 0;

CREATE INDEX users_by_external_id ON users (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX users_by_role ON users (role, id);
CREATE INDEX organizations_by_external_id ON organizations (external_id) WHERE external_id IS NOT NULL;

-- Within the brand: as Zendesk does it, what is new is at the end.
ALTER TABLE sections ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
UPDATE sections SET position = ranked.position
FROM (SELECT id, row_number() OVER (PARTITION BY brand_id ORDER BY id) AS position FROM sections) AS ranked
WHERE sections.id = ranked.id;

ALTER TABLE topics ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
UPDATE topics SET position = ranked.position
FROM (SELECT id, row_number() OVER (PARTITION BY brand_id ORDER BY id) AS position FROM topics) AS ranked
WHERE topics.id = ranked.id;

CREATE INDEX sections_by_brand ON sections (brand_id, id);
CREATE INDEX topics_by_brand ON topics (brand_id, id);

-- The orders that a help center's articles are listed in, in all locales and in one: few are in most of them.
CREATE INDEX articles_by_position ON articles (brand_id, position, id);
CREATE INDEX articles_by_title ON articles (brand_id, title COLLATE NOCASE, id);
CREATE INDEX articles_by_creation ON articles (brand_id, created_at, id);
CREATE INDEX articles_by_update ON articles (brand_id, updated_at, id);
CREATE INDEX articles_by_edit ON articles (brand_id, edited_at, id);
CREATE INDEX articles_of_locale_by_position ON articles (brand_id, locale, position, id);
CREATE INDEX articles_of_locale_by_title ON articles (brand_id, locale, title COLLATE NOCASE, id);
CREATE INDEX articles_of_locale_by_creation ON articles (brand_id, locale, created_at, id);
CREATE INDEX articles_of_locale_by_update ON articles (brand_id, locale, updated_at, id);
CREATE INDEX articles_of_locale_by_edit ON articles (brand_id, locale, edited_at, id);

-- Everything that decides whether somebody sees an article in a list: counting them reads no article itself.
CREATE INDEX articles_by_audience
    ON articles (brand_id, locale, draft, user_segment_id, permission_group_id, user_segment_ids, label_names);
