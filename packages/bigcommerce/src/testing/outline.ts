/** Each resource of a client by its name (`orders.shipments`), with its methods in their order. */
export function outlineOf(client: object, prefix = ''): Map<string, readonly string[]> {
  const outline = new Map<string, readonly string[]>();
  const entries = Object.entries(client);
  const methods = entries.flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));
  if (methods.length > 0) outline.set(prefix === '' ? 'client' : prefix, methods);
  for (const [name, value] of entries) {
    if (typeof value !== 'object' || value === null) continue;
    for (const [path, inner] of outlineOf(value, prefix === '' ? name : `${prefix}.${name}`)) outline.set(path, inner);
  }
  return outline;
}
