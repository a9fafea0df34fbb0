const headers = { 'content-type': 'application/json' };
const bytesOf = new TextEncoder();

export const json = (value: unknown, status = 200): Response => Response.json(value, { status });

/** JSON in UTF-8, as it is. */
export const jsonBytes = (bytes: Uint8Array<ArrayBuffer>): Response => new Response(bytes, { headers });

/** What stands before and behind the JSON of one value, so that it becomes that of an object of this name and the others. */
export const around = (name: string, others: object): readonly [before: string, behind: string] => [
  `{${JSON.stringify(name)}:`,
  `,${JSON.stringify(others).slice(1)}`,
];

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
  return jsonBytes(Buffer.concat(pieces));
}
