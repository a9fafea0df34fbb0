import { type HttpFailure, isLoose, text } from '@cartograph/connector-kit';
import { AuthError, type CommerceError, isCommerceError, RequestError } from '@cartograph/core';

const connector = 'Magento';

/** Where admin tokens are issued; its refusals speak of the admin user, all others of the rights. */
export const adminTokenPath = 'V1/integration/admin/token';

/** Magento’s refusals as our errors. Texts are translated to the shop’s language, so only status and parameters decide. */
export function toError(failure: HttpFailure): CommerceError | undefined {
  const { status, method, url, body } = failure;
  const { host, pathname: path } = new URL(url);
  const parameters = isLoose(body) ? body.parameters : undefined;
  const context = { connector, host, method, path, status };
  if (path.endsWith(adminTokenPath) && status >= 400 && status < 500 && status !== 429)
    return signInError(host, parameters, body, context);
  if (status === 401 || status === 403) return rightsError(host, parameters, body, context);
  if (status < 400 || status >= 500 || status === 429) return undefined;
  if (!isLoose(body)) {
    return new RequestError(
      `${connector}: ${host} has no REST API at ${path} (${status}); check the base URL and the store code`,
      context,
    );
  }
  const maxPageSize = isLoose(parameters) ? Number(parameters.max) : Number.NaN;
  return new RequestError(
    `${connector}: ${host} refuses ${method} ${path} (${status}: ${renderMessage(body)})`,
    Number.isInteger(maxPageSize) ? { ...context, maxPageSize } : context,
  );
}

type Context = Readonly<Record<string, string | number>>;

function signInError(host: string, parameters: unknown, body: unknown, context: Context): AuthError {
  if (isLoose(parameters) && 'active_providers' in parameters) {
    return new AuthError(
      `${connector}: the admin user of ${host} has two-factor authentication; use an integration with OAuth 1.0a instead`,
      context,
    );
  }
  return new AuthError(
    `${connector}: ${host} refuses the admin user (${renderMessage(body)}); check the name and password, and wait half an hour if the account is locked`,
    context,
  );
}

/** A dead token and a missing right give the very same answer. */
function rightsError(host: string, parameters: unknown, body: unknown, context: Context): AuthError {
  const resources = isLoose(parameters) ? text(parameters.resources) : null;
  const right = resources === null ? '' : `, or they lack the right ${resources}`;
  return new AuthError(
    `${connector}: ${host} refuses the credentials${right} (${context.status}: ${renderMessage(body)}); check them and the API resources under System › Integrations`,
    resources === null ? context : { ...context, resources },
  );
}

/** Fills `%1` and `%name` with the parameters. */
export function renderMessage(body: unknown): string {
  if (!isLoose(body) || typeof body.message !== 'string') return 'no reason given';
  const { parameters } = body;
  const entries: [string, unknown][] = Array.isArray(parameters)
    ? parameters.map((value, index) => [String(index + 1), value])
    : Object.entries(isLoose(parameters) ? parameters : {});
  return entries
    .reduce((message, [name, value]) => message.replaceAll(`%${name}`, String(value)), body.message)
    .slice(0, 300);
}

const statusOf = (error: unknown): unknown =>
  error instanceof AuthError || error instanceof RequestError ? error.context.status : undefined;

/** What a shop does not have (404) or does not show to these credentials (401, 403) is null. */
export async function optional<Value>(
  reading: Promise<Value>,
  absent: readonly number[] = [401, 403, 404],
): Promise<Value | null> {
  try {
    return await reading;
  } catch (error) {
    if (absent.includes(statusOf(error) as number)) return null;
    throw error;
  }
}

/** The largest page that the shop allows, when a request was refused for it. */
export const largestPage = (error: unknown): number | null =>
  error instanceof RequestError && typeof error.context.maxPageSize === 'number' ? error.context.maxPageSize : null;

export interface FieldError {
  /** As the shop names it; empty where it names none. */
  readonly field: string;
  readonly message: string;
}

/** What the shop said is wrong, one for each fault; empty where the error came of no answer of the API. */
export function fieldErrorsOf(error: unknown): FieldError[] {
  const body = isCommerceError(error) ? error.body : undefined;
  if (!isLoose(body)) return [];
  const faults = Array.isArray(body.errors) && body.errors.length > 0 ? body.errors : [body];
  return faults.filter(isLoose).map(fault => ({ field: fieldIn(fault.parameters), message: renderMessage(fault) }));
}

const fieldIn = (parameters: unknown): string => {
  const { fieldName } = isLoose(parameters) ? parameters : { fieldName: '' };
  return typeof fieldName === 'string' ? fieldName : '';
};
