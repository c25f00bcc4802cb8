import type { UnmatchedSheet } from '@tuntas/contract';

/** The column chosen for each field; a suggestion is taken only by the first column that offers it. */
export function suggestedColumns(sheet: UnmatchedSheet): Record<string, string> {
  const chosen: Record<string, string> = {};
  for (const header of sheet.headers) {
    const field = header.suggestions.find((one) => !(one in chosen));
    if (field !== undefined) chosen[field] = header.column;
  }
  return chosen;
}
