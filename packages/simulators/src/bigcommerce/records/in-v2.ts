import { conflict, type Faults, invalid, notFound, Refusal, refuse } from '../refusal.js';
import { isDoc } from './fields.js';

/** What V3 refuses, refused in the words of V2: both versions write the same records. */
export function inV2<T>(write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (!(error instanceof Refusal) || !isDoc(error.body)) throw error;
    const { title, errors } = error.body as { title?: string; errors?: Faults };
    const [[field, reason] = ['', '']] = Object.entries(errors ?? {});
    if (error.status === 404) throw notFound('v2');
    if (error.status === 409) throw conflict('v2', field, reason || String(title));
    if (field === '') throw refuse('v2', 400, String(title));
    throw invalid('v2', errors ?? {});
  }
}
