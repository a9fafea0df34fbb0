import { html } from '../http.js';
import type { Quirk } from './quirk.js';

/** What stands in front of the shop answers some requests with a page for people. */
const page = (name: string, what: string, status: number, title: string, text: string): Quirk => ({
  name,
  description: `Some requests are answered ${status} with ${what}; asked again, they get through`,
  wrap: (next, { strikes }) => {
    const body = `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><p>${text}</p></body></html>\n`;
    return async request => (strikes(request) ? html(body, status) : next(request));
  },
});

export const html200 = page('html-200', 'a page instead of JSON', 200, 'Just a moment…', 'Checking your browser.');
export const html403 = page('html-403', 'the page of a firewall', 403, 'Attention required', 'You have been blocked.');
export const html503 = page('html-503', 'a maintenance page', 503, 'Under maintenance', 'We will be back shortly.');
