// Articles, sections and locales, as node-zendesk reads and changes them.

import assert from "node:assert/strict";
import { test } from "node:test";

import { clients, ids, records, thrown, unique } from "./support.mjs";

const { helpCenter, support } = clients();
const { articles, sections, translations, usersegments } = helpCenter;

async function segment() {
  const fields = { name: unique("Readers"), user_type: "signed_in_users" };
  const { result } = await usersegments.create({ user_segment: fields });
  return result.user_segment.id;
}

test("every article comes once when the library walks the pages", async () => {
  const list = await articles.list();
  assert.equal(new Set(ids(list)).size, list.length);
  assert.ok(list.length > 100, "more than a page");
});

test("the articles of all locales are all articles", async () => {
  const { result } = await translations.listLocales();
  const byLocale = await Promise.all(result.locales.map((locale) => articles.listByLocale(locale)));
  assert.deepEqual(ids(byLocale.flat()).sort(), ids(await articles.list()).sort());
});

test("the articles of all sections are all articles", async () => {
  const bySection = await Promise.all(
    (await sections.list()).map(({ id }) => articles.listBySection(id)),
  );
  assert.deepEqual(ids(bySection.flat()).sort(), ids(await articles.list()).sort());
});

test("the articles of an author are theirs", async () => {
  const [{ author_id: author }] = await articles.list();
  const theirs = await articles.listByUser(author);
  assert.ok(theirs.length > 0 && theirs.every((article) => article.author_id === author));
});

test("an article is shown, in its locale and without", async () => {
  const [article] = await articles.list();
  const { result } = await articles.show(article.id);
  assert.deepEqual(result, article);
  assert.deepEqual((await articles.showWithLocale(article.locale, article.id)).result, article);
});

test("the library puts authors and sections into their articles", async () => {
  const { articles } = clients().helpCenter;
  articles.setSideLoad(["users", "sections"]);
  const list = await articles.list();
  assert.ok(list.length > 100, "more than a page");
  for (const article of list) {
    assert.equal(article.user.id, article.author_id);
    assert.equal(article.section.id, article.section_id);
  }
});

test("who sees an article is what the library says, and a visitor no longer reads it", async () => {
  const visitor = clients({ who: "user" }).helpCenter.articles;
  const [{ id, locale }] = await visitor.list();
  const { result: hidden } = await usersegments.create({
    user_segment: { name: unique("Staff"), user_type: "staff" },
  });
  for (const [readers, update] of [
    [[await segment(), await segment()], (article) => articles.update(id, { article })],
    [[hidden.user_segment.id], (article) => articles.updateWithLocale(locale, id, { article })],
  ]) {
    const { result } = await update({ user_segment_ids: readers });
    assert.deepEqual([result.user_segment_id, result.user_segment_ids], [readers[0], readers]);
  }
  assert.equal((await thrown(visitor.show(id))).statusCode, 404);
  await articles.update(id, { article: { user_segment_id: null } });
  assert.equal((await visitor.show(id)).result.id, id);
});

test("a segment in use that the library deletes leaves its article to everyone", async () => {
  const readers = await segment();
  const [article] = await articles.list();
  await articles.update(article.id, { article: { user_segment_id: readers } });
  assert.equal((await articles.show(article.id)).result.user_segment_id, readers);
  await usersegments.delete(readers);
  const { result } = await articles.show(article.id);
  assert.equal(result.user_segment_id, null);
});

test("a permission group's id is no segment's, and the error says so", async () => {
  const [article] = await articles.list();
  const [group] = await support.permissiongroups.list();
  const error = await thrown(
    articles.update(article.id, { article: { user_segment_id: group.id } }),
  );
  assert.deepEqual([error.statusCode, error.result.title], [400, "Invalid attribute"]);
  assert.match(error.result.message, /user_segment_id/);
});

test("an article that was changed is among those changed since", async () => {
  const list = await articles.list();
  const { id } = list.at(-1);
  const { result } = await articles.update(id, { article: { user_segment_id: await segment() } });
  const since = Date.parse(result.updated_at) / 1000;
  const changed = await articles.listSinceStartTime(since);
  assert.ok(ids(changed).includes(id) && changed.length < list.length);
});

test("every section comes once, and is shown in its locale and without", async () => {
  const list = await sections.list();
  const [section] = list;
  assert.ok(new Set(ids(list)).size > 1);
  assert.deepEqual((await sections.show(section.id)).result, section);
  assert.deepEqual((await sections.showWithLocale(section.locale, section.id)).result, section);
  assert.ok(ids(await sections.listWithLocale(section.locale)).includes(section.id));
});

test("applicable segments are those that an article takes", async () => {
  const [article] = await articles.list();
  const applicable = records(await usersegments.listApplicable(), "user_segments");
  const { id } = applicable.at(-1);
  const { result } = await articles.update(article.id, { article: { user_segment_id: id } });
  assert.equal(result.user_segment_id, id);
});
