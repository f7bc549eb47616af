-- Users by every word of their names and e-mail addresses, also by those within an address, and by their tags.

DROP TRIGGER users_words_inserted;
DROP TRIGGER users_words_updated;
DROP TRIGGER users_words_deleted;
DROP TABLE user_words;

CREATE VIRTUAL TABLE user_words USING fts5 (
    name, email,
    content = 'users', content_rowid = 'id',
    tokenize = "unicode61 remove_diacritics 2",
    -- Beginnings of one to three letters are what a picker asks for first, and each stands for thousands of words.
    prefix = '1 2 3'
);

INSERT INTO user_words (user_words) VALUES ('rebuild');

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

CREATE TABLE user_tags (
    tag TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    PRIMARY KEY (tag, user_id)
) STRICT, WITHOUT ROWID;

INSERT OR IGNORE INTO user_tags (tag, user_id)
SELECT one.value, users.id FROM users, json_each(users.tags) AS one;

CREATE TRIGGER users_tags_inserted AFTER INSERT ON users BEGIN
    INSERT OR IGNORE INTO user_tags (tag, user_id) SELECT value, new.id FROM json_each(new.tags);
END;

CREATE TRIGGER users_tags_updated AFTER UPDATE OF tags ON users BEGIN
    DELETE FROM user_tags WHERE user_id = old.id AND tag IN (SELECT value FROM json_each(old.tags));
    INSERT OR IGNORE INTO user_tags (tag, user_id) SELECT value, new.id FROM json_each(new.tags);
END;

CREATE TRIGGER users_tags_deleted AFTER DELETE ON users BEGIN
    DELETE FROM user_tags WHERE user_id = old.id AND tag IN (SELECT value FROM json_each(old.tags));
END;
