// What the tests of node-zendesk share. Where the sandbox listens is told by GUIDEPOST_SANDBOX; the library is found as node
// finds any, or below NODE_PATH.

import { createRequire } from "node:module";

const { createClient } = createRequire(import.meta.url)("node-zendesk");

export const sandbox = address("GUIDEPOST_SANDBOX");

/** The address in an environment variable. */
export function address(variable) {
  const address = process.env[variable];
  if (!address)
    throw new Error(`${variable} must be a sandbox's address, such as http://127.0.0.1:8080`);
  return address;
}

/** The e-mail address and API token of one of the sandbox's users. */
export function credentials(who) {
  return { username: `${who}@sandbox.test`, token: `${who}-token` };
}

/**
 * The library's clients of both APIs: `endpointUri` names one of them, so a program has a client for each. An error that
 * they throw has the answer's status and body.
 */
export function clients({ who = "manager", at = sandbox, ...options } = {}) {
  const client = (path) =>
    createClient({
      ...credentials(who),
      endpointUri: at + path,
      throwOriginalException: true,
      ...options,
    });
  const { helpcenter } = client("/api/v2/help_center");
  return { support: client("/api/v2"), helpCenter: helpcenter };
}

/** The records of a list that the library leaves in their pages. */
export function records(pages, key) {
  return pages.flatMap((page) => page[key]);
}

/** The ids of records, none of which comes twice. */
export function ids(records) {
  const ids = records.map((record) => record.id);
  if (new Set(ids).size !== ids.length) throw new Error("a record comes twice");
  return ids;
}

/** The error that the library throws. */
export async function thrown(call) {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

/** A name that no other test uses. */
export function unique(name) {
  return `${name} ${crypto.randomUUID()}`;
}

/** Makes the next request with this tag in `X-Sandbox-Tag` answer otherwise. */
export async function fault(tag, path, action) {
  const { username, token } = credentials("manager");
  const answer = await fetch(`${sandbox}/sandbox/faults`, {
    method: "POST",
    headers: {
      Authorization: `Basic ${btoa(`${username}/token:${token}`)}`,
      "Content-Type": "application/json",
    },
    body: JSON.stringify({ path, tag, action }),
  });
  if (answer.status !== 201) throw new Error(`no fault: ${answer.status} ${await answer.text()}`);
}
