-- The articles of a section, and those of an author.
CREATE INDEX articles_by_section ON articles (brand_id, section_id, locale, id);
CREATE INDEX articles_by_author ON articles (brand_id, author_id, id);
