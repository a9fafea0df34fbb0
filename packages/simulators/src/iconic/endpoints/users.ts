import { empty, json, type Route } from '../../http.js';
import { type Body, readBody } from '../body.js';
import { csv } from '../jobs.js';
import { countedPage } from '../pages.js';
import { found, problem } from '../problems.js';
import { readQuery } from '../query.js';
import { uuid } from '../seeded.js';
import { seller } from '../seller.js';
import type { World } from '../world.js';
import { startedBody } from './exports.js';

interface User {
  readonly id: number;
  email: string;
  name: string;
  readonly apiKey: string;
  aclRoleId: number;
  status: 'active' | 'inactive';
  enablePassword: boolean;
  switchableSellerIds: readonly number[];
}

const statuses = ['active', 'inactive'] as const;
const shortestPassword = 8;

const userBody = (user: User) => ({
  id: user.id,
  email: user.email,
  name: user.name,
  apiKey: user.apiKey,
  aclRoleId: user.aclRoleId,
  sellerId: seller.id,
  status: user.status,
  enablePassword: user.enablePassword,
  switchableSellers: user.switchableSellerIds.map(id => ({
    id: String(id),
    name: id === seller.id ? seller.name : '',
  })),
});

/** Creating and changing name the role differently. */
function readUser(users: readonly User[], body: Body, role: 'aclRoleId' | 'roleId', own?: User) {
  const email = body.required('email', body.text('email'), '');
  if (users.some(other => other !== own && other.email === email)) body.refuse('email', 'This value is already used.');
  return {
    email,
    name: body.required('name', body.text('name'), ''),
    aclRoleId: body.required(role, body.integer(role), 0),
    status: body.required('status', body.choice('status', statuses), 'active'),
    enablePassword: body.flag('enablePassword') ?? own?.enablePassword ?? true,
    switchableSellerIds: body.integers('switchableSellerIds') ?? own?.switchableSellerIds ?? [],
  };
}

/** Those who may work for the seller; the first of them made the credentials. */
export function userRoutes(world: World): Route[] {
  const keyOf = (id: number) => uuid(world.shop.seeded('token', -30_000 - id)).replaceAll('-', '');
  const owner: User = {
    id: seller.userId,
    email: seller.email,
    name: 'Robin Cedar',
    apiKey: keyOf(seller.userId),
    aclRoleId: 2,
    status: 'active',
    enablePassword: true,
    switchableSellerIds: [],
  };
  let users: readonly User[] = [owner];
  let lastId = seller.userId;
  let password: string | null = null;
  const one = (id: string | undefined) => found(users.find(user => String(user.id) === id));
  const usersFile = () =>
    csv(
      ['Id', 'Email', 'Name', 'Status'],
      users.map(({ id, email, name, status }) => [id, email, name, status]),
    );
  const sellersFile = () => csv(['Id', 'Name'], [[seller.id, seller.name]]);
  return [
    [
      'GET /v2/users',
      ({ query }) => {
        const read = readQuery(query);
        const page = read.page({ max: 100 });
        const words = (read.text('query') ?? '').toLowerCase();
        const ids = read.integers('ids');
        const sellerId = read.integer('sellerId');
        const activeOnly = read.flag('excludeInactive') ?? false;
        read.check();
        const matches = users.filter(
          ({ id, name, email, status }) =>
            `${name} ${email}`.toLowerCase().includes(words) &&
            (ids?.includes(id) ?? true) &&
            (sellerId === undefined || sellerId === seller.id) &&
            (!activeOnly || status === 'active'),
        );
        return countedPage(matches, page, userBody);
      },
    ],
    // A list of one.
    ['GET /v2/user/:id', ({ params }) => countedPage([one(params.id)], { limit: 1, offset: 0 }, userBody)],
    [
      'POST /v2/user',
      async ({ request }) => {
        const body = await readBody(request, 400);
        for (const name of ['languageId', 'sellerId']) body.required(name, body.integer(name), 0);
        const user = readUser(users, body, 'aclRoleId');
        body.check();
        world.act();
        lastId += 1;
        const added = { ...user, id: lastId, apiKey: body.text('apiKey') ?? keyOf(lastId) };
        users = [...users, added];
        return json(userBody(added), 201);
      },
    ],
    [
      'PATCH /v2/user/change-password',
      async ({ request }) => {
        const body = await readBody(request, 400);
        const current = body.required('currentPassword', body.text('currentPassword'), '');
        const next = body.required('newPassword', body.text('newPassword'), '');
        body.check();
        if (password !== null && current !== password) {
          return problem(422, 'Password not changed', 'The current password is wrong.');
        }
        if (next === current || next.length < shortestPassword) {
          return problem(
            422,
            'Password not changed',
            `The new password must be another, of ${shortestPassword} characters.`,
          );
        }
        password = next;
        return empty(200);
      },
    ],
    [
      'PATCH /v2/user/:id',
      async ({ request, params }) => {
        const user = one(params.id);
        const body = await readBody(request, 400);
        const changes = readUser(users, body, 'roleId', user);
        body.check();
        world.act();
        Object.assign(user, changes);
        return json(userBody(user));
      },
    ],
    [
      'DELETE /v2/user/:id',
      ({ params }) => {
        const user = one(params.id);
        if (user === owner) return problem(422, 'User not deleted', 'Nobody deletes himself.');
        world.act();
        users = users.filter(other => other !== user);
        return json({ success: true });
      },
    ],
    ['POST /v2/export-users', () => json(startedBody(world.jobs.start('users', 'csv', usersFile)), 201)],
    [
      'POST /v2/export-switchable-sellers',
      () => json(startedBody(world.jobs.start('switchable_sellers', 'csv', sellersFile)), 201),
    ],
  ];
}
