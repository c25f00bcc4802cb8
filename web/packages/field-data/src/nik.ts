const SHOWN = 4;

/** A NIK as it stands on the screen until it is tapped: the first and the last four digits, as in the office. */
export function maskedNik(nik: string): string {
  const hidden = nik.length - 2 * SHOWN;
  return hidden <= 0 ? '•'.repeat(nik.length) : nik.slice(0, SHOWN) + '•'.repeat(hidden) + nik.slice(-SHOWN);
}

/** A NIK in groups of four, to be compared with the card in the hand. */
export function groupedNik(nik: string): string {
  return nik.replace(/(.{4})(?=.)/g, '$1 ');
}
