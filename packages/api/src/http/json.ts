const headers = { 'content-type': 'application/json' };
const bytesOf = new TextEncoder();

export const json = (value: unknown, status = 200): Response => Response.json(value, { status });

/** An object of which some values are JSON already: their bytes pass through as they are. */
export function jsonOf(parts: Readonly<Record<string, unknown>>): Response {
  const pieces: Uint8Array[] = [];
  let separator = '{';
  for (const [name, value] of Object.entries(parts)) {
    const key = `${separator}${JSON.stringify(name)}:`;
    if (value instanceof Uint8Array) pieces.push(bytesOf.encode(key), value);
    else pieces.push(bytesOf.encode(`${key}${JSON.stringify(value)}`));
    separator = ',';
  }
  pieces.push(bytesOf.encode('}'));
  return new Response(Buffer.concat(pieces), { headers });
}
