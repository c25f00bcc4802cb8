import type { FieldFamily } from '@tuntas/contract';
import { plain } from './names.ts';

/** From this length on a typed word may hold one typing error; shorter ones would fit everything. */
const FORGIVING_FROM = 4;

/**
 * Families in which every typed word occurs: in a name, the address, the hamlet, the village or the case's number. Marks, capitals and
 * apostrophes do not matter; a longer word may be wrong in one letter. Where something fits to the letter, only that is shown.
 */
export function searchFamilies(families: readonly FieldFamily[], typed: string): FieldFamily[] {
  const words = wordsOf(typed);
  if (words.length === 0) return [...families];
  const texts = families.map(textOf);
  const exact = families.filter((_, index) => words.every((word) => texts[index]!.includes(word)));
  if (exact.length > 0) return exact;
  return families.filter((_, index) => words.every((word) => occurs(word, texts[index]!)));
}

function textOf(family: FieldFamily): string {
  const members = family.members.map((member) => member.name);
  return wordsOf([family.name, family.number, family.address, family.hamlet, family.villageName, ...members].join(' ')).join(' ');
}

const wordsOf = (text: string): string[] => plain(text).replace(/['’`]/g, '').split(/\s+/).filter(Boolean);

function occurs(word: string, text: string): boolean {
  if (text.includes(word)) return true;
  return word.length >= FORGIVING_FROM && !/\d/.test(word) && text.split(' ').some((other) => beginsLike(other, word));
}

/** Whether `text` begins with `word` but for one letter that is wrong, missing, too many or swapped with its neighbour. */
function beginsLike(text: string, word: string): boolean {
  let same = 0;
  while (same < word.length && text[same] === word[same]) same++;
  const typed = word.slice(same);
  const there = text.slice(same);
  return (
    there.slice(1).startsWith(typed.slice(1)) ||
    there.startsWith(typed.slice(1)) ||
    there.slice(1).startsWith(typed) ||
    (there[0] === typed[1] && there[1] === typed[0] && there.slice(2).startsWith(typed.slice(2)))
  );
}
