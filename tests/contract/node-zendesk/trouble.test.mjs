// What node-zendesk makes of an account that does not answer as one wishes.

import assert from "node:assert/strict";
import { test } from "node:test";

import { address, clients, fault, thrown, unique } from "./support.mjs";

const ME = "/api/v2/users/me";

/** The library's users, with a tag of their own for faults. */
function tagged() {
  const tag = unique("test");
  const { support } = clients({ customHeaders: { "X-Sandbox-Tag": tag } });
  return { tag, users: support.users };
}

test("told to wait by 429 the library hands on for how long, and goes on when asked again", async () => {
  const { tag, users } = tagged();
  await fault(tag, ME, { status: 429, retry_after: 7, body: "Too many requests" });
  const { response, result } = await users.me();
  assert.equal(response.headers.get("retry-after"), "7");
  assert.deepEqual([result.statusCode, result instanceof Error], [429, true]);
  assert.equal((await users.me()).result.email, "manager@sandbox.test");
});

test("over the account's own limit the library is told to wait until the minute ends", async () => {
  const { users } = clients({ at: address("GUIDEPOST_SANDBOX_LIMITED") }).support;
  // Twice the limit and one more: a minute may end in between.
  for (let request = 0; request < 11; request += 1) {
    const { response, result } = await users.me();
    if (result instanceof Error) {
      assert.equal(result.statusCode, 429);
      const seconds = Number(response.headers.get("retry-after"));
      assert.ok(seconds > 0 && seconds <= 60, `${seconds}`);
      return;
    }
  }
  assert.fail("there is no limit");
});

test("an answer of a server that fails is an error with its status", async () => {
  for (const status of [500, 503]) {
    const { tag, users } = tagged();
    await fault(tag, ME, { status, body: { error: "InternalError" } });
    assert.equal((await thrown(users.me())).statusCode, status);
  }
});

test("a connection that closes without an answer is an error, and the next request is answered", async () => {
  const { tag, users } = tagged();
  await fault(tag, ME, { drop: true });
  const error = await thrown(users.me());
  assert.equal(error.statusCode, undefined, "no answer came");
  assert.equal((await users.me()).response.status, 200);
});
