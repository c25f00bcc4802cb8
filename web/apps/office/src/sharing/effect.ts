import type { SharingEffect, SharingFigures } from '@tuntas/contract';

interface Writing {
  number(value: number): string;
  rupiah(value: number): string;
}

const FIGURES: readonly (keyof SharingFigures)[] = ['families', 'needs', 'weighted', 'pillars', 'inequality', 'cost', 'requests'];

/** What a change does to each figure that moves, in plain words; one line when none does. */
export function costs(
  { before, after }: SharingEffect,
  t: (key: string, named: Record<string, string>) => string,
  write: Writing,
): readonly string[] {
  const lines = FIGURES.filter((key) => before[key] !== after[key]).map((key) => {
    const said = (n: number) => (key === 'cost' ? write.rupiah(n) : write.number(n));
    return t(`sharing.effect.${key}`, { before: said(before[key]), after: said(after[key]) });
  });
  return lines.length > 0 ? lines : [t('sharing.effect.none', {})];
}
