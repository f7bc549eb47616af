// Zendesk's help center API as react-admin asks for it. The API neither sorts nor searches these lists, so a list is read to
// its end each time that react-admin asks, and sorted, filtered and cut here.
import { fetchUtils } from "react-admin";

/** Items on a page: the most that the API gives. */
export const PAGE = 100;

const RESOURCES = {
  user_segments: { path: "/api/v2/help_center/user_segments", key: "user_segment" },
  permission_groups: { path: "/api/v2/guide/permission_groups", key: "permission_group" },
  groups: { path: "/api/v2/groups", key: "group" },
  organizations: { path: "/api/v2/organizations", key: "organization" },
};

async function ask(address, method = "GET", body = undefined) {
  const { json } = await fetchUtils.fetchJson(address, { method, body: body && JSON.stringify(body) });
  return json;
}

async function readAll(resource) {
  const items = [];
  let address = `${RESOURCES[resource].path}?page[size]=${PAGE}`;
  while (address) {
    const page = await ask(address);
    items.push(...page[resource]);
    address = page.meta.has_more ? page.links.next : null;
  }
  return items;
}

async function readOne(resource, id) {
  const { path, key } = RESOURCES[resource];
  return (await ask(`${path}/${id}`))[key];
}

async function write(resource, method, id, data) {
  const { path, key } = RESOURCES[resource];
  return (await ask(id ? `${path}/${id}` : path, method, { [key]: data }))[key];
}

async function remove(resource, id) {
  await ask(`${RESOURCES[resource].path}/${id}`, "DELETE");
}

function compare(field, order) {
  const sign = order === "ASC" ? 1 : -1;
  return (a, b) => (a[field] > b[field] ? sign : a[field] < b[field] ? -sign : 0);
}

/** Both searches that react-admin has: of a list, and of what an input chooses from. */
function matches({ q = "" }) {
  const wanted = q.toLowerCase();
  return ({ name }) => name.toLowerCase().includes(wanted);
}

/** Without what no page here asks for: lists of what refers to an item, and the same change to several. */
export const dataProvider = {
  async getList(resource, { pagination: { page, perPage }, sort: { field, order }, filter }) {
    const found = (await readAll(resource)).filter(matches(filter)).sort(compare(field, order));
    return { data: found.slice((page - 1) * perPage, page * perPage), total: found.length };
  },

  async getOne(resource, { id }) {
    return { data: await readOne(resource, id) };
  },

  async getMany(resource, { ids }) {
    const wanted = new Set(ids.map(String));
    return { data: (await readAll(resource)).filter(({ id }) => wanted.has(String(id))) };
  },

  async create(resource, { data }) {
    return { data: await write(resource, "POST", null, data) };
  },

  async update(resource, { id, data }) {
    return { data: await write(resource, "PUT", id, data) };
  },

  async delete(resource, { id, previousData }) {
    await remove(resource, id);
    return { data: previousData };
  },

  async deleteMany(resource, { ids }) {
    for (const id of ids) await remove(resource, id);
    return { data: ids };
  },
};
