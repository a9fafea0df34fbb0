import { type Handler, html, json, type Route } from '../../http.js';
import type { CustomerBook } from '../shop/customer-book.js';
import { readJwt, signJwt } from './jwt.js';

export interface ApplicationOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the platform sends the merchant back to. */
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly storeHash: string;
  readonly now: () => number;
  readonly customers: CustomerBook;
  /** Makes the token of a new grant; the one before is dead from then on. */
  readonly grant: () => string;
}

/** What the platform opens the callback of an application with. */
export interface InstallQuery {
  readonly code: string;
  readonly scope: string;
  readonly context: string;
  readonly account_uuid: string;
}

export interface Application {
  /** A merchant installs the application: the query of its auth callback. The code works once. */
  install(): InstallQuery;
  /** A merchant opens the application: the `signed_payload_jwt` of its load callback. */
  load(path?: string): string;
  readonly routes: readonly Route[];
}

const accountUuid = '8d4d492f-17a1-4d95-b396-e1c5720815a5';
const owner = { id: 24_654, username: 'owner@lantern-loom.example', email: 'owner@lantern-loom.example' };
const day = 24 * 60 * 60;
/** So long after it was issued a customer's login token is good, in seconds. */
const loginFor = 30;

/** The platform's side of an application: its grants, its callbacks, and the login of customers in its name. */
export function createApplication(options: ApplicationOptions): Application {
  const { clientId, clientSecret, redirectUri, scopes, storeHash, now, customers, grant } = options;
  const context = `stores/${storeHash}`;
  const codes = new Set<string>();
  const logins = new Set<unknown>();
  let issued = 0;
  const seconds = () => Math.floor(now() / 1000);

  const refuse = (error: string, error_description: string, status = 400) => json({ error, error_description }, status);

  const exchange: Handler = async ({ request }) => {
    const text = await request.text();
    const isForm = request.headers.get('content-type')?.includes('x-www-form-urlencoded') ?? false;
    let sent: Readonly<Record<string, unknown>>;
    try {
      sent = isForm ? Object.fromEntries(new URLSearchParams(text)) : JSON.parse(text);
    } catch {
      return refuse('invalid_request', 'The body is neither JSON nor a form.');
    }
    if (sent.client_id !== clientId || sent.client_secret !== clientSecret)
      return refuse('invalid_client', 'The client credentials are not valid.', 401);
    if (sent.grant_type !== 'authorization_code')
      return refuse('unsupported_grant_type', 'The grant type must be authorization_code.');
    if (sent.redirect_uri !== redirectUri)
      return refuse('invalid_grant', 'The redirect_uri is not the registered one.');
    if (sent.context !== context || sent.scope !== scopes.join(' '))
      return refuse('invalid_grant', 'Context and scope must come back as they were received.');
    if (!codes.delete(String(sent.code))) return refuse('invalid_grant', 'The code is not known or was used before.');
    return json({
      access_token: grant(),
      scope: scopes.join(' '),
      user: owner,
      owner,
      context,
      account_uuid: accountUuid,
    });
  };

  const login: Handler = ({ params }) => {
    const claims = readJwt(String(params.token), clientSecret);
    const fits =
      claims !== null &&
      claims.iss === clientId &&
      claims.operation === 'customer_login' &&
      claims.store_hash === storeHash &&
      Math.abs(seconds() - Number(claims.iat)) <= loginFor &&
      customers.entry(Number(claims.customer_id)) !== undefined &&
      claims.jti !== undefined &&
      !logins.has(claims.jti);
    if (!fits) return html('<html><body><h1>401 Unauthorized</h1></body></html>', 401);
    logins.add(claims.jti);
    return new Response(null, {
      status: 302,
      headers: {
        location: String(claims.redirect_to ?? '/'),
        'set-cookie': `SHOP_TOKEN=${claims.customer_id}; Path=/; Secure; HttpOnly`,
      },
    });
  };

  return {
    install() {
      const code = `code${String(++issued).padStart(8, '0')}`;
      codes.add(code);
      return { code, scope: scopes.join(' '), context, account_uuid: accountUuid };
    },
    load(path = '/') {
      const iat = seconds();
      const { username, ...user } = owner;
      return signJwt(
        {
          aud: clientId,
          iss: 'bc',
          iat,
          nbf: iat - 5,
          exp: iat + day,
          jti: `jti-${++issued}`,
          sub: context,
          user: { ...user, locale: 'en-AU' },
          owner: user,
          url: path,
          channel_id: null,
        },
        clientSecret,
      );
    },
    routes: [
      ['POST /oauth2/token', exchange],
      ['GET /login/token/:token', login],
    ],
  };
}
