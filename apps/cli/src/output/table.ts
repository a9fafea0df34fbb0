/** Lines of text columns, the numeric ones aligned to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(widthOf(title), ...rows.map(row => widthOf(row[column] ?? ''))));
  const numeric = head.map((_, column) => rows.length > 0 && rows.every(row => isFigure(row[column] ?? '')));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => {
        const gap = ' '.repeat((widths[column] ?? 0) - widthOf(cell));
        return numeric[column] ? gap + cell : cell + gap;
      })
      .join('  ')
      .trimEnd();
  return [line(head), line(widths.map(width => '─'.repeat(width))), ...rows.map(line)].join('\n');
}

/** Columns on a terminal: a combined character counts once. */
const widthOf = (text: string): number => [...new Intl.Segmenter().segment(text)].length;

const isFigure = (cell: string): boolean => /^(?:-?[\d,.]+%?|–)?$/.test(cell);

/** `1234567.5` as `1,234,567.50`: at least two decimals where there are any. */
export function figure(value: string | number, decimals = 0): string {
  const [whole = '', fraction = ''] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const padded = fraction.padEnd(decimals, '0');
  return padded === '' ? grouped : `${grouped}.${padded}`;
}
