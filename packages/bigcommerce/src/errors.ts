import { type HttpFailure, isLoose } from '@cartograph/connector-kit';
import { AuthError, type CommerceError, RequestError } from '@cartograph/core';

/** What the token needs to read a path. */
const scopes: readonly (readonly [RegExp, string])[] = [
  [/\/transactions/, 'store_v2_transactions_read_only'],
  [/\/v[23]\/orders/, 'store_v2_orders_read_only'],
  [/\/v3\/catalog/, 'store_v2_products_read_only'],
  [/\/customer/, 'store_v2_customers_read_only'],
  [/\/v2\/payments\/methods/, 'store_payments_methods_read'],
  [/\/v2\/store|\/tax/, 'store_v2_information_read_only'],
  [/\/inventory\/locations/, 'store_locations_read_only'],
  [/\/v3\/inventory/, 'store_inventory_read_only'],
  [/\/v3\/channels/, 'store_channel_settings_read_only'],
];

const texts = (values: readonly unknown[]): string[] =>
  values.filter(value => typeof value === 'string').filter(value => value.trim() !== '');

/** V2 answers `[{status, message}]`, V3 problem JSON whose `errors` name fields, some endpoints `{code, message}`, an edge text. */
export function messageOf(body: unknown): string | null {
  if (typeof body === 'string') return body.slice(0, 200) || null;
  if (Array.isArray(body)) return texts(body.map(messageOf)).join('; ') || null;
  if (!isLoose(body)) return null;
  const { message, title, detail, error_description, error, errors } = body;
  const fields = isLoose(errors)
    ? Object.entries(errors).map(([field, problem]) => `${field}: ${String(problem)}`)
    : [];
  return texts([message ?? title, detail, error_description ?? error, ...fields]).join('; ') || null;
}

/** The platform's refusals that it takes its words, or its scopes, to explain; undefined leaves the rest to the status. */
export function toBigCommerceError({ method, url, status, body }: HttpFailure): CommerceError | undefined {
  if (status < 400 || status >= 500 || status === 429) return undefined;
  const path = new URL(url).pathname.replace(/^.*(?=\/v[23]\/)/, '');
  const why = messageOf(body) ?? String(status);
  const context = { connector: 'bigcommerce', status, method, path };
  if (status === 401) {
    return new AuthError(
      `BigCommerce refuses the access token (${why}): check storeHash and accessToken, or make a new API account and connect again`,
      context,
    );
  }
  if (status === 403) {
    const scope = scopes.find(([pattern]) => pattern.test(path))?.[1];
    const fix = scope ? `its API account needs the scope ${scope}` : 'its API account lacks a scope';
    return new AuthError(`BigCommerce: the access token may not read ${path} (${why}); ${fix}`, context);
  }
  return new RequestError(`BigCommerce refuses ${method} ${path} with ${status}: ${why}`, context);
}
