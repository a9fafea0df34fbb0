import { json, type Route } from '../../http.js';
import { type Body, readBody } from '../body.js';
import { plainText } from '../dates.js';
import { countedPage, sorted } from '../pages.js';
import { found } from '../problems.js';
import { readQuery } from '../query.js';
import { uuid } from '../seeded.js';
import { seller } from '../seller.js';
import type { World } from '../world.js';

interface OauthApp {
  readonly identifier: number;
  readonly uuid: string;
  readonly appId: string;
  readonly secret: string;
  readonly name: string;
  website: string;
  redirectUri: string;
  readonly createdAt: number;
  updatedAt: number;
}

const sorts = {
  createdAt: (app: OauthApp) => app.createdAt,
  updatedAt: (app: OauthApp) => app.updatedAt,
  name: (app: OauthApp) => app.name,
};

function readUri(body: Body): string {
  const uri = body.required('redirectUri', body.text('redirectUri'), '');
  if (uri !== '' && !URL.canParse(uri)) body.refuse('redirectUri', 'This value is not a valid URL.');
  return uri;
}

const shared = ({ uuid, appId, name, website, redirectUri }: OauthApp) => ({ uuid, appId, name, website, redirectUri });

/** Further credentials of the seller: tokens are given for them as for the first. */
export function oauthAppRoutes(world: World): Route[] {
  const apps: OauthApp[] = [];
  const one = (id: string | undefined) => found(apps.find(app => app.uuid === id));
  return [
    [
      'GET /v2/oauth/apps',
      ({ query }) => {
        const read = readQuery(query);
        const page = read.page({ max: 100, fallback: 100 });
        const words = read.text('query') ?? '';
        const sort = read.choice('sort', ['createdAt', 'updatedAt', 'name']) ?? 'createdAt';
        const direction = read.choice('sortDir', ['asc', 'desc']) ?? 'asc';
        read.check();
        const rows = sorted(
          apps.filter(({ name }) => name.includes(words)),
          sorts[sort],
          ({ identifier }) => identifier,
          direction,
        );
        return countedPage(rows, page, app => ({
          uuid: app.uuid,
          name: app.name,
          appId: app.appId,
          identifier: app.identifier,
          createdAt: plainText(app.createdAt),
          updatedAt: plainText(app.updatedAt),
          userId: seller.userId,
        }));
      },
    ],
    [
      'POST /v2/oauth/apps',
      async ({ request }) => {
        const body = await readBody(request, 400);
        const name = body.required('name', body.text('name'), '');
        const redirectUri = readUri(body);
        const website = body.text('website') ?? '';
        body.check();
        const identifier = apps.length + 1;
        const random = world.shop.seeded('token', -40_000 - identifier);
        const at = world.act();
        const keys = { uuid: uuid(random), appId: uuid(random), secret: random.hex(40) };
        apps.push({ ...keys, identifier, name, website, redirectUri, createdAt: at, updatedAt: at });
        world.admitClient({ clientId: keys.appId, clientSecret: keys.secret });
        return json(keys, 201);
      },
    ],
    [
      'GET /v2/oauth/apps/:uuid',
      ({ params }) => {
        const app = one(params.uuid);
        return json({ ...shared(app), secret: app.secret });
      },
    ],
    [
      'PUT /v2/oauth/apps/:uuid',
      async ({ request, params }) => {
        const app = one(params.uuid);
        const body = await readBody(request, 400);
        const redirectUri = readUri(body);
        const website = body.text('website') ?? app.website;
        body.check();
        Object.assign(app, { redirectUri, website, updatedAt: world.act() });
        return json(shared(app));
      },
    ],
  ];
}
