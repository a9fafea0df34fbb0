import { createHost, createHttp, shopBudget } from '@cartograph/connector-kit';
import { type Host, ResponseError } from '@cartograph/core';
import { z } from 'zod';
import type { AppCredentials } from './signed-payload-jwt.js';

/** What the platform brings to the auth callback, to be given back as it is. */
export interface AuthCallback {
  readonly code: string;
  /** Granted scopes, with a space between. */
  readonly scope: string;
  /** `stores/<hash>`. */
  readonly context: string;
  readonly accountUuid: string | null;
}

export interface App extends AppCredentials {
  /** The app's auth callback as it is registered, to the letter. */
  readonly redirectUri: string;
  /** Where codes are exchanged; the platform's own unless told. */
  readonly loginUrl?: string;
}

export interface AppGrant {
  readonly storeHash: string;
  /** Does not expire; a new grant for the same store ends it. */
  readonly accessToken: string;
  readonly scopes: readonly string[];
  readonly user: AppUser;
  readonly owner: AppUser | null;
  readonly accountUuid: string | null;
}

const userSchema = z.object({ id: z.number(), email: z.string(), username: z.string().nullish() });
export type AppUser = z.infer<typeof userSchema>;

const grantSchema = z.object({
  access_token: z.string().min(1),
  scope: z.string(),
  user: userSchema,
  owner: userSchema.nullish(),
  context: z.string().regex(/^stores\/[a-z0-9]+$/i),
  account_uuid: z.string().nullish(),
});

/** Reads the address at which the platform opened the auth callback. Throws a ResponseError when something is missing. */
export function readAuthCallback(address: string | URL): AuthCallback {
  const query = new URL(address).searchParams;
  const [code, scope, context] = [query.get('code'), query.get('scope'), query.get('context')];
  if (!code || !scope || !context) {
    const missing = Object.entries({ code, scope, context }).flatMap(([name, value]) => (value ? [] : [name]));
    throw new ResponseError(`BigCommerce: the auth callback lacks ${missing.join(' and ')}; install the app again`, {
      connector: 'bigcommerce',
    });
  }
  return { code, scope, context, accountUuid: query.get('account_uuid') };
}

/**
 * The access token of a store whose merchant installs the app. A code is good for one exchange, so that it is not repeated
 * where it may have worked: then the app is installed once more.
 */
export async function exchangeCode(app: App, callback: AuthCallback, host: Host = createHost()): Promise<AppGrant> {
  const baseUrl = app.loginUrl ?? 'https://login.bigcommerce.com';
  const http = createHttp({
    connector: 'BigCommerce',
    baseUrl,
    host,
    budget: shopBudget(host, `BigCommerce ${baseUrl}`),
    secrets: [app.clientSecret, callback.code],
  });
  const { body } = await http.request('POST', '/oauth2/token', {
    authorize: false,
    schema: grantSchema,
    json: {
      client_id: app.clientId,
      client_secret: app.clientSecret,
      redirect_uri: app.redirectUri,
      grant_type: 'authorization_code',
      code: callback.code,
      scope: callback.scope,
      context: callback.context,
    },
  });
  return {
    storeHash: body.context.slice('stores/'.length),
    accessToken: body.access_token,
    scopes: body.scope.split(' ').filter(scope => scope !== ''),
    user: body.user,
    owner: body.owner ?? null,
    accountUuid: body.account_uuid ?? null,
  };
}

/** What an app needs and was not granted; a scope that may modify also may read. */
export const missingScopes = (granted: readonly string[], needed: readonly string[]): string[] =>
  needed.filter(scope => !granted.includes(scope) && !granted.includes(scope.replace(/_read_only$/, '')));
