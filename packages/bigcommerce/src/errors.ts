import { type HttpFailure, isLoose } from '@cartograph/connector-kit';
import { AuthError, type CommerceError, RequestError } from '@cartograph/core';

/** What the token needs to read a path, and to write it where that takes another word than leaving out `_read_only`. */
const scopes: readonly (readonly [path: RegExp, read: string, write?: string])[] = [
  [/\/transactions|\/payment_actions/, 'store_v2_transactions_read_only'],
  [/\/orders\/pickups/, 'store_order_fulfillment_read_only', 'store_order_fulfillment_manage'],
  [/\/v[23]\/order/, 'store_v2_orders_read_only'],
  [/\/v3\/catalog|\/v3\/pricelists|\/v2\/(?:products|options|option_sets)/, 'store_v2_products_read_only'],
  [/\/stored-instruments/, 'store_stored_payment_instruments_read_only'],
  [/\/customer/, 'store_v2_customers_read_only'],
  [/\/payments\/methods/, 'store_payments_methods_read'],
  [/\/v2\/(?:coupons|gift_certificates|banners)/, 'store_v2_marketing_read_only'],
  [/\/v2\/(?:blog|pages)|\/v3\/content|\/redirects/, 'store_v2_content_read_only'],
  [/\/v2\/(?:store|currencies|countries)|\/tax|\/shipping|\/v3\/settings/, 'store_v2_information_read_only'],
  [/\/inventory\/locations/, 'store_locations_read_only'],
  [/\/v3\/inventory/, 'store_inventory_read_only'],
  [/\/pickup\/methods/, 'store_fulfillment_methods_read_only', 'store_fulfillment_methods_manage'],
  [/\/listings/, 'store_channel_listings_read_only'],
  [/\/site/, 'store_sites_read_only'],
  [/\/v3\/channels/, 'store_channel_settings_read_only'],
];

function scopeOf(method: string, path: string): string | undefined {
  const [, read, write] = scopes.find(([pattern]) => pattern.test(path)) ?? [];
  return method === 'GET' ? read : (write ?? read?.replace(/_read_only$/, ''));
}

const texts = (values: readonly unknown[]): string[] =>
  values.filter(value => typeof value === 'string').filter(value => value.trim() !== '');

/** V2 answers `[{status, message}]`, V3 problem JSON whose `errors` name fields, some endpoints `{code, message}`, an edge text. */
export function messageOf(body: unknown): string | null {
  if (typeof body === 'string') return body.slice(0, 200) || null;
  if (Array.isArray(body)) return texts(body.map(messageOf)).join('; ') || null;
  if (!isLoose(body)) return null;
  const { message, title, detail, details, error_description, error, errors, batch_errors, data } = body;
  const fields = isLoose(errors) && !('title' in errors) ? fieldsIn(errors).map(saying) : [];
  const inner = [batch_errors, data, errors].map(part =>
    Array.isArray(part) || isLoose(part) ? messageOf(part) : null,
  );
  const reasons = isLoose(details) ? Object.values(details) : [];
  const own = texts([message ?? title, detail, ...reasons, error_description ?? error, ...fields]);
  return (own.length > 0 ? own : texts(inner)).join('; ') || null;
}

/** What is wrong with one field of what was sent. */
export interface FieldError {
  /** As the platform names it: `email`, of a batch `0.email`. Blank where it names none. */
  readonly field: string;
  readonly message: string;
}

const saying = ({ field, message }: FieldError): string => `${field}: ${message}`;

const fieldsIn = (errors: Readonly<Record<string, unknown>>): FieldError[] =>
  Object.entries(errors).map(([field, problem]) => ({
    field,
    message: typeof problem === 'string' ? problem : JSON.stringify(problem),
  }));

/** V2 names the field in its sentence, and says why in `details`. */
function fieldOfV2({ message, details }: Readonly<Record<string, unknown>>): FieldError | null {
  const [, field] = (typeof message === 'string' && /field '([^']+)'/.exec(message)) || [];
  const [why = String(message)] = isLoose(details) ? texts(Object.values(details)) : [];
  return field === undefined ? null : { field, message: why };
}

/** What the platform says of single fields, in whichever of its many forms; empty where it says nothing of any. */
export function fieldErrorsOf(error: unknown): FieldError[] {
  return error instanceof Error && 'body' in error ? fieldErrorsIn(error.body) : [];
}

function fieldErrorsIn(body: unknown): FieldError[] {
  if (Array.isArray(body)) return body.flatMap(fieldErrorsIn);
  if (!isLoose(body)) return [];
  const { errors, field_errors, batch_errors, data } = body;
  const named = fieldOfV2(body);
  return [
    ...(named === null ? [] : [named]),
    ...[errors, field_errors].flatMap(part => {
      if (Array.isArray(part)) return fieldErrorsIn(part);
      return isLoose(part) ? ('title' in part ? fieldErrorsIn(part) : fieldsIn(part)) : [];
    }),
    ...[batch_errors, data].flatMap(part => (Array.isArray(part) ? fieldErrorsIn(part) : [])),
  ];
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
    const scope = scopeOf(method, path);
    const fix = scope ? `its API account needs the scope ${scope}` : 'its API account lacks a scope';
    const may = method === 'GET' ? 'read' : 'write';
    return new AuthError(`BigCommerce: the access token may not ${may} ${path} (${why}); ${fix}`, context);
  }
  return new RequestError(`BigCommerce refuses ${method} ${path} with ${status}: ${why}`, context);
}
