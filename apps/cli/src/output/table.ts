/** Lines of text columns, the numeric ones aligned to the right. */
export function table(head: readonly string[], given: readonly (readonly string[])[]): string {
  const rows = given.map(row => row.map(onOneLine));
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

/** A shop's words are anybody's: line breaks and escape sequences must not reach the terminal. */
const onOneLine = (cell: string): string => cell.replace(/\p{Cc}+/gu, ' ');

const segmenter = new Intl.Segmenter();

/** Emoji, and what Unicode calls wide or fullwidth: https://www.unicode.org/reports/tr11 */
const twoColumns =
  /\p{Emoji_Presentation}|\uFE0F|[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u;

/** Columns on a terminal: a combined character counts once. */
const widthOf = (text: string): number =>
  [...segmenter.segment(text)].reduce((width, { segment }) => width + (twoColumns.test(segment) ? 2 : 1), 0);

const isFigure = (cell: string): boolean => /^(?:-?[\d,.]+%?|–|not provided)?$/.test(cell);

/** `1234567.5` as `1,234,567.50`: at least two decimals where there are any. */
export function figure(value: string | number, decimals = 0): string {
  const [whole = '', fraction = ''] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const padded = fraction.padEnd(decimals, '0');
  return padded === '' ? grouped : `${grouped}.${padded}`;
}
