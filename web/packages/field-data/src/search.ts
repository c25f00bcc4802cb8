import type { FieldFamily } from '@tuntas/contract';

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('id');
}

/** Families in which every typed word occurs: in a name, the address, the hamlet, the village or the case's number. */
export function searchFamilies(families: readonly FieldFamily[], typed: string): FieldFamily[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return families.filter((family) => {
    const text = plain(
      [family.name, family.number, family.address, family.hamlet, family.villageName, ...family.members.map((member) => member.name)].join(
        ' ',
      ),
    );
    return words.every((word) => text.includes(word));
  });
}
