import { ConfigError } from '@cartograph/core';
import type { HttpOptions, SendOptions } from './types.js';

/** Headers of a call: JSON is asked for, then the platform's, then the call's own. */
export function headersOf({ connector, headers }: HttpOptions, call: SendOptions): Headers {
  const all = { ...headers, ...call.headers };
  const built = new Headers({ accept: 'application/json' });
  if (call.json !== undefined) built.set('content-type', 'application/json');
  for (const [name, value] of Object.entries(all)) {
    try {
      built.set(name, value);
    } catch {
      // The original message quotes the value, which may be a credential.
      throw new ConfigError(`${connector}: the value for header ${name} holds a character that no header may have`, {
        connector,
        header: name,
      });
    }
  }
  return built;
}

export function bodyOf({
  json,
  form,
  body,
}: SendOptions): string | Uint8Array<ArrayBuffer> | URLSearchParams | undefined {
  if (json !== undefined) return JSON.stringify(json);
  if (form !== undefined) return new URLSearchParams(form);
  return body;
}
