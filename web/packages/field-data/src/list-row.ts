/** A line of a list, also one with line breaks between quotation marks. */
const RECORD = /(?:"(?:[^"]|"")*"|[^"\r\n])+/g;

/** A list that a form reads (RFC 4180), with rows that it does not have yet; each is a value by column, and a column that is not named stays empty. */
export function withRows(csv: string, rows: readonly Readonly<Record<string, string | number | null | undefined>>[]): string {
  const columns = cellsOf(csv.split(/\r?\n/, 1)[0] ?? '');
  const lines = rows.map((row) => columns.map((column) => cell(String(row[column] ?? ''))).join(','));
  return [csv.replace(/(?:\r?\n)+$/, ''), ...lines, ''].join('\r\n');
}

/** The first row of a list by its columns; null when it has none. A cell with a line break in it is not understood. */
export function firstRow(csv: string): Record<string, string> | null {
  const [head, row] = csv.split(/\r?\n/, 2);
  if (!head || !row) return null;
  const cells = cellsOf(row);
  return Object.fromEntries(cellsOf(head).map((column, index) => [column, cells[index] ?? '']));
}

/** The list with only those rows whose `column` says `value`; all of it where there is no such column. */
export function onlyRows(csv: string, column: string, value: string): string {
  const [head = '', ...records] = csv.match(RECORD) ?? [];
  const at = cellsOf(head).indexOf(column);
  if (at < 0) return csv;
  return [head, ...records.filter((record) => cellsOf(record)[at] === value), ''].join('\r\n');
}

function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '');
}

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
