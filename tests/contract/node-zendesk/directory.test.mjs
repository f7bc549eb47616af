// Users, groups, organizations, tags, brands and settings, as node-zendesk reads them.

import assert from "node:assert/strict";
import { test } from "node:test";

import { clients, ids } from "./support.mjs";

const {
  brand,
  groupmemberships,
  groups,
  locales,
  organizationmemberships,
  organizations,
  tags,
  users,
  accountsettings,
} = clients().support;

test("every user comes once when the library walks the pages, and has one role", async () => {
  const all = await users.list();
  const byRole = await Promise.all(
    ["end-user", "agent", "admin"].map((role) => users.listWithFilter("role", role)),
  );
  assert.ok(all.length > 1000, "many pages");
  assert.deepEqual(ids(byRole.flat()).sort(), ids(all).sort());
});

test("a user is found by their e-mail address and their ids", async () => {
  const all = await users.listWithFilter("role", "end-user");
  const user = all.find(({ external_id: id }) => id);
  assert.deepEqual((await users.show(user.id)).result, user);
  assert.deepEqual(await users.search({ query: user.email }), [user]);
  assert.deepEqual(await users.search({ external_id: user.external_id }), [user]);
  assert.deepEqual((await users.showMany([user.id, 7])).result, [user]);
});

test("the tags of a user are those that the user has", async () => {
  const user = (await users.listWithFilter("role", "end-user")).find(({ tags }) => tags.length > 1);
  const [{ tags }] = await users.listTags(user.id);
  assert.deepEqual(tags, user.tags);
});

test("every group comes once, counted, and deleted ones cannot be given tickets", async () => {
  const all = await groups.list();
  const { result } = await groups.count();
  assert.equal(ids(all).length, result.count.value);
  const live = all.filter((group) => !group.deleted);
  assert.deepEqual(await groups.assignable(), live);
  assert.deepEqual((await groups.show(live[0].id)).result, live[0]);
});

test("a group's memberships are its users'", async () => {
  const [group] = await groups.assignable();
  const memberships = await groupmemberships.listByGroup(group.id);
  const members = ids(await users.listByGroup(group.id));
  assert.deepEqual(memberships.map(({ user_id: user }) => user).sort(), members.sort());
  const [{ id, user_id: user }] = memberships;
  const { result: shown } = await groupmemberships.show(id);
  assert.deepEqual(shown, memberships[0]);
  assert.deepEqual((await groupmemberships.showByUser(user, id)).result, shown);
  assert.ok(ids(await groupmemberships.listByUser(user)).includes(id));
  const { result } = await groups.countByUser(user);
  assert.equal(result.count.value, (await groupmemberships.listByUser(user)).length);
});

test("memberships in groups that were not deleted are assignable", async () => {
  const assignable = await groupmemberships.listAssignable();
  const byGroup = await Promise.all(
    (await groups.assignable()).map(({ id }) => groupmemberships.listAssignableByGroup(id)),
  );
  assert.deepEqual(ids(byGroup.flat()).sort(), ids(assignable).sort());
  assert.ok(ids(await groupmemberships.list()).length >= assignable.length);
});

test("every organization comes once, and is found by its name and its ids", async () => {
  const all = await organizations.list();
  assert.ok(ids(all).length > 100, "more than a page");
  const [one, other] = all.filter(({ external_id: id }) => id);
  assert.deepEqual((await organizations.show(one.id)).result, one);
  assert.deepEqual(await organizations.showMany([one.id, other.id]), [one, other]);
  assert.deepEqual(
    await organizations.showManyByExternalIds([one.external_id, other.external_id]),
    [one, other],
  );
  assert.deepEqual(await organizations.search(one.external_id), [one]);
  assert.ok(ids(await organizations.autocomplete({ name: one.name.slice(0, 4) })).includes(one.id));
});

test("an organization's memberships are its users'", async () => {
  const memberships = await organizationmemberships.list();
  assert.ok(ids(memberships).length > 100, "more than a page");
  const [{ id, user_id: user, organization_id: organization }] = memberships;
  const members = ids(await users.listByOrganization(organization));
  const of = await organizationmemberships.listByOrganization(organization);
  assert.deepEqual(of.map(({ user_id: user }) => user).sort(), members.sort());
  assert.deepEqual((await organizationmemberships.show(id)).result, memberships[0]);
  assert.deepEqual((await organizationmemberships.showByUser(user, id)).result, memberships[0]);
  const theirs = ids(await organizations.listByUser(user));
  assert.ok(theirs.includes(organization));
  assert.equal(
    await organizations.countByUser(user),
    undefined,
    "the library looks for the number in the wrong place",
  );
});

test("every tag comes once, the most used first", async () => {
  const all = await tags.list();
  assert.ok(
    new Set(all.map(({ name }) => name)).size === all.length && all.length > 100,
    "more than a page",
  );
  assert.deepEqual(
    all.map(({ count }) => count),
    all.map(({ count }) => count).sort((one, other) => other - one),
  );
});

test("brands, settings and locales are read", async () => {
  const { result: brands } = await brand.list();
  const { result } = await accountsettings.show();
  const standard = brands.find((brand) => brand.default);
  assert.equal(result.brands.default_brand_id, standard.id);
  assert.deepEqual((await brand.show(standard.id)).result.brand, standard);
  const [english] = await locales.list();
  assert.deepEqual((await locales.current()).result, english);
  assert.deepEqual((await locales.show(result.localization.locale_ids[0])).result, english);
});
