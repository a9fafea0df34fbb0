import type { Fetch } from '../../quirks/quirk.js';

/** The text of a refusal in another language; parameters stay as they are. */
export const withLocalMessages =
  (next: Fetch, disturbed: () => void): Fetch =>
  async request => {
    const answer = await next(request);
    const isJson = answer.headers.get('content-type')?.startsWith('application/json') ?? false;
    if (answer.status < 400 || !isJson) return answer;
    disturbed();
    const body = (await answer.json()) as object;
    const message = 'Die Anfrage kann nicht ausgeführt werden.';
    return new Response(JSON.stringify({ ...body, message }), { status: answer.status, headers: answer.headers });
  };
