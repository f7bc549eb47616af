"""Management permission groups, as zenpy reads and writes them."""

from zenpy.lib.exception import APIException, RecordNotFoundException

from support import Case, ids, unique


class PermissionGroups(Case):
    def setUp(self):
        super().setUp()
        self.groups = self.help_center.permission_groups

    def test_every_permission_group_comes_once(self):
        listed = self.groups()
        count = len(listed)
        groups = self.all_once(listed)
        self.assertEqual(len(groups), count)
        self.assertIn("Admins", [group.name for group in groups if group.built_in])

    def test_a_permission_group_that_the_library_creates_is_what_it_reads(self):
        segment = self.segment()
        group = self.permission_group(edit=[segment.id], publish=[segment.id])
        shown = self.groups(id=group.id)
        self.assertEqual(shown.to_dict(), group.to_dict())
        self.assertEqual((shown.edit, shown.publish), ([segment.id], [segment.id]))

    def test_a_permission_group_changes_in_what_was_changed_and_goes(self):
        segment = self.segment()
        group = self.permission_group(edit=[segment.id], publish=[segment.id])
        group.name = unique("Renamed")
        self.groups.update(group)
        shown = self.groups(id=group.id)
        self.assertEqual((shown.name, shown.edit), (group.name, [segment.id]))
        self.groups.delete(group)
        with self.assertRaises(RecordNotFoundException):
            self.groups(id=group.id)

    def test_a_segment_of_everybody_signed_in_cannot_edit(self):
        segment = self.segment(user_type="signed_in_users")
        with self.assertRaises(APIException) as raised:
            self.permission_group(edit=[segment.id])
        self.assertEqual(raised.exception.response.status_code, 400)

    def test_an_article_leads_to_its_permission_group(self):
        groups = ids(self.groups())
        article = next(iter(self.help_center.articles()))
        self.assertIn(article.permission_group.id, groups)
