const mask = '[secret]';

/** Takes secrets out of whatever a person might read. */
export interface Redactor {
  text(value: string): string;
  /** The same JSON, its texts redacted. */
  json(text: string): unknown;
  /** The error itself when it holds no secret, otherwise one like it without them, down its chain of causes. */
  cause(error: unknown): unknown;
}

export function createRedactor(secrets: Iterable<string>): Redactor {
  const forms = [...secrets].filter(secret => secret !== '').flatMap(secret => [secret, encodeURIComponent(secret)]);
  const longestFirst = [...new Set(forms)].sort((left, right) => right.length - left.length);
  const text = (value: string) => longestFirst.reduce((redacted, secret) => redacted.replaceAll(secret, mask), value);

  const cause = (error: unknown): unknown => {
    if (!(error instanceof Error)) return typeof error === 'string' ? text(error) : undefined;
    const inner = error.cause === undefined ? undefined : cause(error.cause);
    const shown = `${error.message}\n${error.stack ?? ''}`;
    if (inner === error.cause && text(shown) === shown) return error;
    const safe = new Error(text(error.message), inner === undefined ? undefined : { cause: inner });
    safe.name = error.name;
    safe.stack = text(error.stack ?? '');
    return safe;
  };

  return {
    text,
    json: source => JSON.parse(source, (_key, value) => (typeof value === 'string' ? text(value) : value)),
    cause,
  };
}

/** Shorter parts are words such as a version or a scheme, and masking them would only garble messages. */
const shortestSecret = 8;

const valuesOf = (headers: Headers, url: URL): string[] => [...headers.values(), ...url.searchParams.values()];

/** What signing put into a request's headers and query, whole and in parts. */
export function addedSecrets(plain: { readonly headers: Headers; readonly url: URL }, signed: Request): string[] {
  const known = new Set(valuesOf(plain.headers, plain.url));
  const added = valuesOf(signed.headers, new URL(signed.url)).filter(value => !known.has(value));
  return added.flatMap(value => [value, ...partsOf(value)]).filter(value => value.length >= shortestSecret);
}

/** `Scheme credentials`, or `Scheme name="value", …`. */
function partsOf(value: string): string[] {
  const quoted = [...value.matchAll(/"([^"]+)"/g)].map(match => match[1] ?? '');
  return quoted.length > 0 ? quoted : [value.replace(/^\S+\s+/, '')];
}
