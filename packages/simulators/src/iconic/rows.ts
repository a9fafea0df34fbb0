/** A row of a file that was sent, by the names of its columns. */
export type Row = Readonly<Record<string, string>>;

/** Columns are separated by semicolons or by commas; the first line names them. */
export function readRows(text: string): Row[] {
  const [head = '', ...lines] = text.split(/\r?\n/).filter(line => line.trim() !== '');
  const separator = head.includes(';') ? ';' : ',';
  const columns = head.split(separator).map(name => name.trim());
  return lines.map(line => {
    const cells = line.split(separator);
    return Object.fromEntries(columns.map((name, index) => [name, cells[index]?.trim() ?? '']));
  });
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&').trim();

/** The elements of that name in an XML text, each with the texts in it. */
export function recordsIn(text: string, name: string): Row[] {
  return [...text.matchAll(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, 'g'))].map(([, inner = '']) => {
    const fields = inner.matchAll(/<(\w+)>(?:<!\[CDATA\[([\s\S]*?)\]\]>|([^<]*))<\/\1>/g);
    return Object.fromEntries(
      [...fields].map(([, field = '', data, plain]) => [field, data ?? unescaped(plain ?? '')]),
    );
  });
}
