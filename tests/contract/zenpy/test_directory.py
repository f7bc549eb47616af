"""Users, groups, organizations, tags, brands and locales, as zenpy reads them."""

from itertools import islice

from zenpy.lib.exception import RecordNotFoundException, TooManyValuesException

from support import Case, ids


class Users(Case):
    def test_every_user_comes_once_however_the_library_walks_the_pages(self):
        users = ids(self.all_once(self.zenpy.users()))
        self.assertGreater(len(users), 1000, "many pages")
        numbered = self.zenpy.users(cursor_pagination=False)
        self.assertEqual(len(numbered), len(users))
        self.assertEqual(ids(numbered), users)

    def test_a_slice_of_the_users_is_that_part_of_the_list(self):
        users = ids(islice(self.zenpy.users(), 260))
        self.assertEqual(ids(self.zenpy.users(cursor_pagination=False)[150:260]), users[150:])

    def test_users_of_several_roles_are_those_of_each(self):
        both = self.all_once(self.zenpy.users(role=["agent", "admin"]))
        each = [user.id for role in ("agent", "admin") for user in self.zenpy.users(role=role)]
        self.assertEqual(set(ids(both)), set(each))
        self.assertEqual({user.role for user in both}, {"agent", "admin"})

    def test_a_user_is_found_by_their_e_mail_address_and_their_ids(self):
        user = next(user for user in self.zenpy.users(role="end-user") if user.external_id)
        for found in (
            self.zenpy.users.search(query=user.email),
            self.zenpy.users.search(external_id=user.external_id),
            self.zenpy.users(external_id=user.external_id),
            self.zenpy.users(ids=[user.id, 7]),
        ):
            self.assertEqual(ids(found), [user.id])

    def test_too_many_ids_are_refused_as_the_library_knows_it(self):
        with self.assertRaises(TooManyValuesException):
            self.zenpy.users(ids=range(1, 102))

    def test_a_user_leads_to_what_they_are_in_and_to_their_tags(self):
        user = next(user for user in self.zenpy.users(role="end-user") if user.organization_id)
        self.assertIn(user.organization.id, ids(self.zenpy.users.organizations(user)))
        memberships = self.zenpy.users.organization_memberships(user)
        self.assertEqual({one.user_id for one in memberships}, {user.id})
        self.assertEqual(list(self.zenpy.users.tags(user.id)), user.tags)

    def test_nobody_is_not_found(self):
        with self.assertRaises(RecordNotFoundException):
            self.zenpy.users(id=7)


class Groups(Case):
    def test_every_group_comes_once_and_deleted_ones_cannot_be_given_tickets(self):
        groups = self.all_once(self.zenpy.groups())
        live = [group.id for group in groups if not group.deleted]
        self.assertEqual(ids(self.zenpy.groups.assignable()), live)
        self.assertLess(len(live), len(groups))

    def test_a_groups_memberships_are_its_users(self):
        group = next(iter(self.zenpy.groups.assignable()))
        memberships = self.all_once(self.zenpy.groups.memberships(group))
        users = ids(self.zenpy.groups.users(group))
        self.assertEqual({one.user_id for one in memberships}, set(users))
        self.assertEqual(memberships[0].group.id, group.id)
        self.assertEqual(memberships[0].user.id, memberships[0].user_id)
        assignable = self.zenpy.groups.memberships_assignable(group)
        self.assertEqual(ids(assignable), ids(memberships))

    def test_every_membership_comes_once_and_those_in_live_groups_are_assignable(self):
        memberships = self.all_once(self.zenpy.group_memberships())
        live = set(ids(self.zenpy.groups.assignable()))
        assignable = {one.id for one in memberships if one.group_id in live}
        self.assertEqual(set(ids(self.zenpy.group_memberships.assignable())), assignable)
        shown = self.zenpy.group_memberships(id=memberships[0].id)
        self.assertEqual(shown.to_dict(), memberships[0].to_dict())


class Organizations(Case):
    def test_every_organization_comes_once_and_is_found_by_its_ids(self):
        organizations = self.all_once(self.zenpy.organizations())
        self.assertGreater(len(organizations), 100, "more than a page")
        one, other = [known for known in organizations if known.external_id][:2]
        wanted = [one.id, other.id]
        self.assertEqual(ids(self.zenpy.organizations(ids=wanted)), wanted)
        known = [one.external_id, other.external_id]
        self.assertEqual(ids(self.zenpy.organizations(external_ids=known)), wanted)
        self.assertEqual(self.zenpy.organizations(id=one.id).to_dict(), one.to_dict())
        self.assertEqual(list(self.zenpy.organizations.tags(one.id)), one.tags)

    def test_an_organizations_memberships_are_its_users(self):
        organization = next(iter(self.zenpy.organizations()))
        users = ids(self.zenpy.organizations.users(organization))
        memberships = self.all_once(self.zenpy.organizations.organization_memberships(organization))
        self.assertEqual({one.user_id for one in memberships}, set(users))
        self.assertEqual(memberships[0].organization.id, organization.id)

    def test_every_membership_comes_once(self):
        memberships = self.all_once(self.zenpy.organization_memberships())
        self.assertGreater(len(memberships), 100, "more than a page")
        shown = self.zenpy.organization_memberships(id=memberships[0].id)
        self.assertEqual(shown.to_dict(), memberships[0].to_dict())


class Account(Case):
    def test_every_tag_comes_once_the_most_used_first(self):
        tags = list(self.zenpy.tags())
        self.assertGreater(len(tags), 100, "more than a page")
        self.assertEqual(len({tag.name for tag in tags}), len(tags))
        counts = [tag.count for tag in tags]
        self.assertEqual(counts, sorted(counts, reverse=True))

    def test_brands_are_listed_and_shown(self):
        brands = self.all_once(self.zenpy.brands())
        self.assertIn("fernhollow", [brand.subdomain for brand in brands])
        self.assertEqual(self.zenpy.brands(id=brands[0].id).to_dict(), brands[0].to_dict())

    def test_a_user_has_one_of_the_accounts_locales(self):
        locales = {locale.id: locale.locale for locale in self.zenpy.locales()}
        me = self.zenpy.users.me()
        self.assertEqual(locales[me.locale_id], me.locale)
        self.assertEqual(self.zenpy.locales.current().id, me.locale_id)
