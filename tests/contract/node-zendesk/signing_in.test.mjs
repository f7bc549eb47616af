// Who node-zendesk is taken for.

import assert from "node:assert/strict";
import { test } from "node:test";

import { clients, credentials, sandbox, thrown } from "./support.mjs";

// The pair of RFC 7636, appendix B.
const VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
const CALLBACK = "http://localhost:3000/oauth/callback";

/** A token that this user gives to a program which asks for these scopes. */
async function granted(who, scope) {
  const asked = {
    response_type: "code",
    client_id: "guidepost",
    redirect_uri: CALLBACK,
    scope,
    state: "state",
    code_challenge: CHALLENGE,
    code_challenge_method: "S256",
  };
  const form = new URLSearchParams({
    ...asked,
    user: credentials(who).username,
    decision: "allow",
  });
  const sent = await fetch(`${sandbox}/oauth/authorizations`, {
    method: "POST",
    body: form,
    redirect: "manual",
  });
  const answer = await fetch(`${sandbox}/oauth/tokens`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      grant_type: "authorization_code",
      code: new URL(sent.headers.get("location")).searchParams.get("code"),
      client_id: "guidepost",
      redirect_uri: CALLBACK,
      code_verifier: VERIFIER,
    }),
  });
  assert.equal(answer.status, 201);
  return (await answer.json()).access_token;
}

test("an API token and a bearer token are the same user", async () => {
  for (const who of ["manager", "agent", "user"]) {
    const { result } = await clients({ who }).support.users.me();
    assert.equal(result.email, `${who}@sandbox.test`);
    const { result: same } = await clients({ who, oauth: true }).support.users.me();
    assert.deepEqual(same, result);
  }
});

test("with a wrong API token one is nobody, and is refused", async () => {
  const { support } = clients({ token: "wrong" });
  const { result } = await support.users.me();
  assert.deepEqual([result.id, result.name], [null, "Anonymous user"]);
  assert.equal((await thrown(support.groups.list())).statusCode, 401);
});

test("with a wrong bearer token the error says what is wrong", async () => {
  const { support } = clients({ oauth: true, token: "wrong" });
  const error = await thrown(support.users.me());
  assert.deepEqual([error.statusCode, error.result.error], [401, "invalid_token"]);
});

test("a token that a user granted opens what its scopes say until the library revokes it", async () => {
  const token = await granted("manager", "read hc:write write");
  const { helpCenter, support } = clients({ oauth: true, token });
  assert.equal((await support.users.me()).result.email, "manager@sandbox.test");
  assert.ok((await helpCenter.usersegments.list()).length > 0);
  const { result: current } = await support.oauthtokens.current();
  assert.ok(token.startsWith(current.token) && current.scopes.includes("hc:write"));
  const lists = await support.oauthtokens.list();
  assert.ok(lists.flatMap(({ tokens }) => tokens).some(({ id }) => id === current.id));
  assert.equal((await support.oauthtokens.revoke(current.id)).response.status, 204);
  assert.equal((await thrown(support.users.me())).statusCode, 401);
});

test("a token that may only read is told which scope is missing", async () => {
  const { helpCenter } = clients({ oauth: true, token: await granted("manager", "read") });
  const error = await thrown(
    helpCenter.usersegments.create({ user_segment: { name: "No", user_type: "staff" } }),
  );
  assert.equal(error.statusCode, 403);
  assert.match(error.result.description, /missing the following required scopes/);
});
