import { clockAhead, clockBehind } from './clock.js';
import { html503 } from './pages.js';
import type { Quirk } from './quirk.js';

/** What any platform may do, for it comes of what stands in front of it: proxies, firewalls, networks, clocks. */
export const sharedQuirks: readonly Quirk[] = [html503, clockAhead, clockBehind];
