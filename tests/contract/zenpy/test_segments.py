"""User segments, as zenpy reads and writes them."""

from zenpy.lib.api_objects.help_centre_objects import UserSegment
from zenpy.lib.exception import APIException, RecordNotFoundException

from support import Case, ids, unique, zenpy


class Segments(Case):
    def setUp(self):
        super().setUp()
        self.segments = self.help_center.user_segments

    def test_every_segment_comes_once_however_the_library_walks_the_pages(self):
        numbered = self.segments(cursor_pagination=False)
        count = len(numbered)
        numbered = ids(self.all_once(numbered))
        self.assertEqual(len(numbered), count)
        for size in (True, 7):
            self.assertEqual(ids(self.segments(cursor_pagination=size)), numbered, size)

    def test_a_segment_that_the_library_creates_is_what_it_reads(self):
        group = next(iter(self.zenpy.groups.assignable()))
        fields = {
            "name": unique("Created"),
            "user_type": "staff",
            "group_ids": [group.id],
            "tags": ["vip"],
            "or_tags": ["a", "b"],
        }
        created = self.segments.create(UserSegment(**fields))
        shown = self.segments(id=created.id).to_dict()
        self.assertEqual(shown, created.to_dict())
        self.assertEqual({name: shown[name] for name in fields}, fields)

    def test_a_segment_changes_in_what_was_changed_and_in_nothing_else(self):
        segment = self.segment(tags=["vip"])
        before = segment.to_dict()
        segment.tags.append("gold")
        self.segments.update(segment)
        after = self.segments(id=segment.id).to_dict()
        changed = {"tags": ["vip", "gold"], "updated_at": after["updated_at"]}
        self.assertEqual(after, before | changed)

    def test_a_segment_that_the_library_deletes_is_gone(self):
        segment = self.segment()
        self.segments.delete(segment)
        with self.assertRaises(RecordNotFoundException):
            self.segments(id=segment.id)

    def test_what_is_wrong_with_a_segment_is_told_by_field(self):
        with self.assertRaises(APIException) as raised:
            self.segments.create(UserSegment(name="Wrong", user_type="robots"))
        self.assertEqual(raised.exception.response.status_code, 400)
        self.assertIn("user_type", raised.exception.response.json()["errors"])

    def test_applicable_segments_are_all_of_them_on_enterprise(self):
        self.assertEqual(ids(self.segments.applicable()), ids(self.segments()))

    def test_what_a_segment_is_used_in_is_listed(self):
        built_in = next(segment for segment in self.segments() if segment.built_in)
        topics = self.all_once(self.segments.topics(built_in.id))
        self.assertTrue(all(topic.name for topic in topics) and topics)
        # Those of all brands, where the topics that the library lists are those of one.
        of_brand = [topic for topic in self.help_center.topics() if topic.user_segment_id]
        self.assertEqual(of_brand[0].user_segment.id, of_brand[0].user_segment_id)
        of_segment = [topic.id for topic in of_brand if topic.user_segment_id == built_in.id]
        self.assertLessEqual(set(of_segment), set(ids(topics)))
        self.all_once(self.segments.sections(built_in.id))

    def test_an_agent_who_does_not_manage_the_help_center_is_refused(self):
        with self.assertRaises(APIException) as raised:
            zenpy("agent").help_center.user_segments()
        self.assertEqual(raised.exception.response.status_code, 403)
