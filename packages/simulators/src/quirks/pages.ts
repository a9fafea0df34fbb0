import { html } from '../http.js';
import type { Quirk } from './quirk.js';

/** Something in front of the shop answers some requests with a page for people, and lets their repeats through. */
const page = (name: string, what: string, status: number, title: string, text: string): Quirk => ({
  name,
  description: `Some requests are answered ${status} with ${what}; the same request asked again gets through`,
  wrap:
    (next, { strikes }) =>
    async request =>
      strikes(request)
        ? html(
            `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><p>${text}</p></body></html>\n`,
            status,
          )
        : next(request),
});

export const html503 = page('html-503', 'a maintenance page', 503, 'Under maintenance', 'We will be back shortly.');
