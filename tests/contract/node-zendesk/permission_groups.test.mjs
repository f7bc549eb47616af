// Management permission groups, as node-zendesk reads and writes them.

import assert from "node:assert/strict";
import { test } from "node:test";

import { clients, ids, thrown, unique } from "./support.mjs";

const { helpCenter, support } = clients();
const groups = support.permissiongroups;

/** A segment of agents. */
async function staff() {
  const fields = { name: unique("Editors"), user_type: "staff" };
  const { result } = await helpCenter.usersegments.create({ user_segment: fields });
  return result.user_segment.id;
}

test("every permission group comes once", async () => {
  const list = await groups.list();
  assert.equal(new Set(ids(list)).size, list.length);
  assert.ok(list.some((group) => group.built_in && group.name === "Admins"));
});

test("a permission group that the library creates is what it reads", async () => {
  const segment = await staff();
  const fields = { name: unique("Permissions"), edit: [segment], publish: [segment] };
  const { response, result } = await groups.create({ permission_group: fields });
  assert.equal(response.status, 201);
  const { result: shown } = await groups.show(result.permission_group.id);
  assert.deepEqual(shown, result);
  for (const [name, value] of Object.entries(fields))
    assert.deepEqual(shown.permission_group[name], value);
});

test("a permission group changes under either name that the documentation gives it, and goes", async () => {
  const { result } = await groups.create({ permission_group: { name: unique("Permissions") } });
  const { id } = result.permission_group;
  for (const wrapper of ["permission_group", "user_segment"]) {
    const name = unique(wrapper);
    await groups.update(id, { [wrapper]: { name } });
    assert.equal((await groups.show(id)).result.permission_group.name, name);
  }
  assert.equal((await groups.delete(id)).response.status, 204);
  assert.equal((await thrown(groups.show(id))).statusCode, 404);
});

test("an agent who does not manage the help center reads in the error what is wrong", async () => {
  const agent = clients({ who: "agent", throwOriginalException: false }).support;
  const error = await thrown(agent.permissiongroups.list());
  // Of a list the library tells the status alone, of one object the answer's words too.
  assert.match(error.message, /403/);
  const [{ id }] = await groups.list();
  const { message } = await thrown(agent.permissiongroups.show(id));
  assert.match(message, /Forbidden: You do not have access to this page/);
});
