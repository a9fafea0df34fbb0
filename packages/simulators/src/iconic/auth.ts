import { json } from '../http.js';
import { type Seeded, uuid } from './seeded.js';

export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

const lifetimeSeconds = 3600;

const failure = (status: 400 | 401, error: string, description: string) =>
  json(
    { error, error_description: description },
    status,
    status === 401 ? { 'www-authenticate': 'Basic realm="OAuth"', 'cache-control': 'no-store' } : {},
  );

function fromBasic(header: string): Credentials | undefined {
  const encoded = /^Basic (\S+)$/i.exec(header)?.[1];
  if (encoded === undefined) return undefined;
  const decoded = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  return { clientId: decoded.slice(0, colon), clientSecret: decoded.slice(colon + 1) };
}

const isSame = (left: Credentials, right: Credentials) =>
  left.clientId === right.clientId && left.clientSecret === right.clientSecret;

const formField = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/**
 * OAuth 2 client credentials: hands out opaque tokens that live an hour of the shop's clock, or until they were used
 * `mostUses` times.
 */
export function createAuth(first: Credentials, seeded: Seeded, now: () => number, mostUses = Number.POSITIVE_INFINITY) {
  const expiries = new Map<string, number>();
  const clients = [first];
  let issued = 0;
  const uses = new Map<string, number>();
  return {
    /** `POST /oauth/client-credentials`, as url-encoded or multipart form, the client in Basic auth or in the form. */
    async issue(request: Request): Promise<Response> {
      const form = await request.formData().catch(() => undefined);
      if (!form) return failure(400, 'invalid_request', 'The request body must be a form.');
      const client = fromBasic(request.headers.get('authorization') ?? '') ?? {
        clientId: formField(form, 'client_id'),
        clientSecret: formField(form, 'client_secret'),
      };
      if (!clients.some(known => isSame(known, client))) {
        return failure(401, 'invalid_client', 'Client authentication failed.');
      }
      const grant = formField(form, 'grant_type');
      if (grant === '') return failure(400, 'invalid_request', 'The parameter "grant_type" is missing.');
      if (grant !== 'client_credentials') {
        return failure(400, 'unsupported_grant_type', 'Only client_credentials is supported here.');
      }
      const random = seeded('token', issued);
      issued += 1;
      const token = `${uuid(random)}${uuid(random)}`.replaceAll('-', '');
      expiries.set(token, now() + lifetimeSeconds * 1000);
      const body = { token_type: 'Bearer', expires_in: lifetimeSeconds, access_token: token };
      return json(body, 200, { 'cache-control': 'no-store' });
    },

    /** Gives tokens to another client from now on. */
    admitClient: (client: Credentials) => void clients.push(client),

    revokeAll: () => expiries.clear(),

    admits(request: Request): boolean {
      const token = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
      const expiresAt = token === undefined ? undefined : expiries.get(token);
      if (token === undefined || expiresAt === undefined || now() >= expiresAt) return false;
      const used = (uses.get(token) ?? 0) + 1;
      uses.set(token, used);
      return used <= mostUses;
    },
  };
}
