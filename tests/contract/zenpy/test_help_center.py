"""Articles, sections and topics, as zenpy reads and changes them."""

from datetime import datetime, timezone

from zenpy.lib.exception import APIException, RecordNotFoundException

from support import Case, ids, zenpy


class HelpCenter(Case):
    def setUp(self):
        super().setUp()
        self.articles = self.help_center.articles

    def allow(self, article, segment):
        """Says who sees an article: those in a segment, or everyone."""
        article.user_segment_id = segment and segment.id
        return self.articles.update(article)

    def test_every_article_comes_once_however_the_library_walks_the_pages(self):
        numbered = ids(self.all_once(self.articles(cursor_pagination=False)))
        self.assertGreater(len(numbered), 100, "more than a page")
        self.assertEqual(ids(self.articles()), numbered)

    def test_articles_come_in_the_order_that_was_asked_for(self):
        ordered = self.all_once(self.articles(sort_by="created_at", sort_order="desc"))
        created = [article.created for article in ordered]
        self.assertEqual(created, sorted(created, reverse=True))
        self.assertEqual(set(ids(ordered)), set(ids(self.articles())))

    def test_the_articles_of_all_sections_are_all_articles(self):
        sections = self.help_center.sections
        of_sections = [article for section in sections() for article in sections.articles(section)]
        self.assertEqual(set(ids(self.all_once(of_sections))), set(ids(self.articles())))

    def test_the_articles_of_an_author_are_theirs(self):
        author = next(iter(self.articles())).author
        theirs = self.all_once(self.articles.user_articles(author))
        self.assertEqual({article.author_id for article in theirs}, {author.id})

    def test_an_article_leads_to_its_author_its_section_and_its_segment(self):
        article = next(article for article in self.articles() if article.user_segment_id)
        self.assertEqual(article.author.id, article.author_id)
        self.assertEqual(article.section.id, article.section_id)
        self.assertEqual(article.user_segment.id, article.user_segment_id)

    def test_who_sees_an_article_is_what_the_library_says(self):
        visitor = zenpy("user").help_center.articles
        article = next(iter(visitor()))
        segment = self.segment()
        self.assertEqual(self.allow(article, segment).user_segment_ids, [segment.id])
        with self.assertRaises(RecordNotFoundException):
            visitor(id=article.id)
        self.assertIsNone(self.allow(article, None).user_segment_id)
        self.assertEqual(visitor(id=article.id).id, article.id)

    def test_a_segment_in_use_that_the_library_deletes_leaves_its_article_to_everyone(self):
        article, segment = next(iter(self.articles())), self.segment()
        self.allow(article, segment)
        self.help_center.user_segments.delete(segment)
        self.assertIsNone(self.articles(id=article.id).user_segment_id)

    def test_a_permission_groups_id_is_no_segments(self):
        article = next(iter(self.articles()))
        group = next(iter(self.help_center.permission_groups()))
        with self.assertRaises(APIException) as raised:
            self.allow(article, group)
        self.assertEqual(raised.exception.response.json()["title"], "Invalid attribute")

    def test_the_library_walks_all_changes_since_the_beginning(self):
        beginning = datetime(2020, 1, 1, tzinfo=timezone.utc)
        changed = ids(self.articles.incremental(start_time=beginning))
        # Pages are asked for until the last change is five minutes old, and no further.
        self.assertEqual(len(set(changed)), len(changed))
        self.assertLessEqual(set(changed), set(ids(self.articles())))
        self.assertGreater(len(changed), 30, "more than a page")

    def test_an_article_that_was_changed_is_among_those_changed_since(self):
        article = self.allow(next(iter(self.articles())), self.segment())
        self.assertIn(article.id, ids(self.articles.incremental(start_time=article.updated)))

    def test_sections_and_topics_come_once_and_are_shown(self):
        for api in (self.help_center.sections, self.help_center.topics):
            records = self.all_once(api())
            self.assertTrue(records)
            self.assertEqual(api(id=records[0].id).to_dict(), records[0].to_dict())

    def test_a_visitor_reads_what_everyone_may(self):
        visitor = zenpy(email=None, token=None, anonymous=True)
        articles = self.all_once(visitor.help_center.articles())
        self.assertTrue(articles)
        self.assertLess(set(ids(articles)), set(ids(self.articles())))
