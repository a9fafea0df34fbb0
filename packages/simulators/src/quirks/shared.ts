import { resetMidBody, slowDrip, truncatedJson } from './bodies.js';
import { clockAhead, clockBehind } from './clock.js';
import { concurrencyCap, rateLimited, rateLimitedSilent, serverErrors } from './limits.js';
import { html200, html403, html503 } from './pages.js';
import type { Quirk } from './quirk.js';

/** What any platform may do, for it comes of what stands in front of it: proxies, firewalls, networks, clocks. */
export const sharedQuirks: readonly Quirk[] = [
  html200,
  html403,
  html503,
  rateLimited,
  rateLimitedSilent,
  concurrencyCap,
  serverErrors,
  resetMidBody,
  truncatedJson,
  slowDrip,
  clockAhead,
  clockBehind,
];
