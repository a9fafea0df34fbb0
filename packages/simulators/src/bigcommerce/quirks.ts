import type { Quirk } from '../quirks/quirk.js';
import { profilesOf } from '../quirks/quirks.js';

/** What this platform does beside what every platform may do. */
export const own = [] as const satisfies readonly Quirk[];

export const bigcommerceProfiles = profilesOf(own);
