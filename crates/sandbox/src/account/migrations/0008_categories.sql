-- Categories of sections. An account from before gets those of the fixture.

CREATE TABLE categories (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    brand_id INTEGER NOT NULL REFERENCES brands (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    locale TEXT NOT NULL DEFAULT 'en-us',
    -- Within the brand.
    position INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE INDEX categories_by_brand ON categories (brand_id, id);

ALTER TABLE sections ADD COLUMN category_id INTEGER REFERENCES categories (id) ON DELETE SET NULL;
CREATE INDEX sections_by_category ON sections (category_id, user_segment_id);
