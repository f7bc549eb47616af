// User segments, as node-zendesk reads and writes them.

import assert from "node:assert/strict";
import { test } from "node:test";

import { address, clients, ids, records, thrown, unique } from "./support.mjs";

const { helpCenter, support } = clients();
const { usersegments: segments } = helpCenter;

async function created(fields) {
  const { result } = await segments.create({
    user_segment: { name: unique("Segment"), ...fields },
  });
  return result.user_segment;
}

test("every segment comes once when the library walks the pages", async () => {
  const pages = await segments.list();
  assert.ok(pages.length > 1, "more than a page");
  assert.equal(ids(records(pages, "user_segments")).length, pages[0].count);
});

test("a segment that the library creates is what it reads", async () => {
  const [group] = await support.groups.assignable();
  const fields = {
    name: unique("Created"),
    user_type: "staff",
    group_ids: [group.id],
    tags: ["vip"],
    or_tags: ["a", "b"],
  };
  const { response, result } = await segments.create({ user_segment: fields });
  assert.equal(response.status, 201);
  const { result: shown } = await segments.show(result.user_segment.id);
  assert.deepEqual(shown, result);
  for (const [name, value] of Object.entries(fields))
    assert.deepEqual(shown.user_segment[name], value);
});

test("a segment changes in what the library sends and in nothing else", async () => {
  const segment = await created({ user_type: "signed_in_users", tags: ["vip"] });
  const name = unique("Renamed");
  await segments.update(segment.id, { user_segment: { name } });
  const { result } = await segments.show(segment.id);
  assert.deepEqual(result.user_segment, {
    ...segment,
    name,
    updated_at: result.user_segment.updated_at,
  });
});

test("a segment that the library deletes is gone", async () => {
  const { id } = await created({ user_type: "staff" });
  const { response } = await segments.delete(id);
  assert.equal(response.status, 204);
  const error = await thrown(segments.show(id));
  assert.deepEqual([error.statusCode, error.result.error], [404, "RecordNotFound"]);
});

test("what is wrong with a segment is told by field", async () => {
  const error = await thrown(
    segments.create({ user_segment: { name: "Wrong", user_type: "robots" } }),
  );
  assert.equal(error.statusCode, 400);
  assert.match(error.result.errors.user_type[0], /`robots` invalid/);
});

test("the segments of a user are among all segments", async () => {
  const { result: agent } = await clients({ who: "agent" }).support.users.me();
  const mine = ids(records(await segments.listByUser(agent.id), "user_segments"));
  const all = ids(records(await segments.list(), "user_segments"));
  assert.ok(mine.length > 1 && mine.length < all.length);
  assert.ok(mine.every((id) => all.includes(id)));
});

test("what a segment is used in is listed", async () => {
  const [builtIn] = records(await segments.list(), "user_segments");
  assert.ok(records(await segments.listSections(builtIn.id), "sections").every(({ id }) => id > 0));
  const topics = records(await segments.listTopics(builtIn.id), "topics");
  assert.ok(topics.length > 0 && topics.every(({ name }) => name));
});

test("on Lite the segment of agents and admins is there and cannot be applied", async () => {
  const { usersegments } = clients({ at: address("GUIDEPOST_SANDBOX_LITE") }).helpCenter;
  const staff = records(await usersegments.list(), "user_segments").find(
    (segment) => segment.built_in && segment.user_type === "staff",
  );
  const applicable = ids(records(await usersegments.listApplicable(), "user_segments"));
  assert.ok(applicable.length > 0 && !applicable.includes(staff.id));
});
