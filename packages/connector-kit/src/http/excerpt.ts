const longest = 120;

const shorten = (text: string) => {
  const oneLine = text.replace(/\s+/g, ' ').trim();
  return oneLine.length > longest ? `${oneLine.slice(0, longest)}…` : oneLine;
};

/** What a person would recognize a page by: its title, or its first words. */
export function excerpt(text: string): string {
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(text)?.[1]?.trim();
  if (title) return shorten(title);
  return shorten(text.replace(/<(script|style)[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]*>/g, ' '));
}

const messageKeys = ['message', 'error_description', 'detail', 'title', 'error', 'errors'];

/** The platform's own words in an error's body, wherever it puts them; null when there are none. */
export function messageIn(body: unknown): string | null {
  if (typeof body === 'string') return excerpt(body) || null;
  if (typeof body !== 'object' || body === null) return null;
  const fields = new Map(Object.entries(body));
  const inner = Array.isArray(body) ? body.slice(0, 1) : messageKeys.map(key => fields.get(key));
  for (const value of inner) {
    const message = messageIn(value);
    if (message !== null) return message;
  }
  return null;
}
