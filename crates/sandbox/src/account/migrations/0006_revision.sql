-- What is worked out of all segments and permission groups is kept until they change: any connection, in any process, sees
-- by this number whether they did. It is drawn and not counted, so a change that is taken back leaves a number that no
-- other state of them ever had.

CREATE TABLE rules_revision (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    value INTEGER NOT NULL
) STRICT;

INSERT INTO rules_revision (one, value) VALUES (1, random());

CREATE TRIGGER user_segments_revised_by_insert AFTER INSERT ON user_segments BEGIN
    UPDATE rules_revision SET value = random();
END;

CREATE TRIGGER user_segments_revised_by_update AFTER UPDATE ON user_segments BEGIN
    UPDATE rules_revision SET value = random();
END;

CREATE TRIGGER user_segments_revised_by_delete AFTER DELETE ON user_segments BEGIN
    UPDATE rules_revision SET value = random();
END;

CREATE TRIGGER permission_groups_revised_by_insert AFTER INSERT ON permission_groups BEGIN
    UPDATE rules_revision SET value = random();
END;

CREATE TRIGGER permission_groups_revised_by_update AFTER UPDATE ON permission_groups BEGIN
    UPDATE rules_revision SET value = random();
END;

CREATE TRIGGER permission_groups_revised_by_delete AFTER DELETE ON permission_groups BEGIN
    UPDATE rules_revision SET value = random();
END;
