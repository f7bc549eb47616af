-- What articles are searched by, and the labels that they have.

CREATE VIRTUAL TABLE article_words USING fts5 (
    title, body, label_names,
    content = 'articles', content_rowid = 'id',
    tokenize = "unicode61 remove_diacritics 2"
);

INSERT INTO article_words (article_words) VALUES ('rebuild');

CREATE TRIGGER articles_words_inserted AFTER INSERT ON articles BEGIN
    INSERT INTO article_words (rowid, title, body, label_names)
    VALUES (new.id, new.title, new.body, new.label_names);
END;

CREATE TRIGGER articles_words_updated AFTER UPDATE OF title, body, label_names ON articles BEGIN
    INSERT INTO article_words (article_words, rowid, title, body, label_names)
    VALUES ('delete', old.id, old.title, old.body, old.label_names);
    INSERT INTO article_words (rowid, title, body, label_names)
    VALUES (new.id, new.title, new.body, new.label_names);
END;

CREATE TRIGGER articles_words_deleted AFTER DELETE ON articles BEGIN
    INSERT INTO article_words (article_words, rowid, title, body, label_names)
    VALUES ('delete', old.id, old.title, old.body, old.label_names);
END;

-- A label has an id of its own. It is as old as the first article that has it.
CREATE TABLE labels (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    brand_id INTEGER NOT NULL REFERENCES brands (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    UNIQUE (brand_id, name)
) STRICT;

CREATE INDEX labels_by_brand ON labels (brand_id, id);

INSERT OR IGNORE INTO labels (brand_id, name, created_at)
SELECT brand_id, label.value, created_at
FROM articles, json_each(label_names) AS label
ORDER BY articles.id, label.key;

CREATE TRIGGER articles_labels_inserted AFTER INSERT ON articles BEGIN
    INSERT OR IGNORE INTO labels (brand_id, name, created_at)
    SELECT new.brand_id, value, new.created_at FROM json_each(new.label_names) ORDER BY key;
END;
