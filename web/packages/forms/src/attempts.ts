import type { Attempt } from '@tuntas/field-data';

const PARTS_OF_DAY = [
  { from: 18, name: 'evening' },
  { from: 15, name: 'afternoon' },
  { from: 11, name: 'noon' },
  { from: 0, name: 'morning' },
];

/**
 * Writes into the form, or into answers to it, that there were these attempts before `now`: their number and the day and the part of the
 * day of each. The times are the phone's; what its clock is `ahead` of the office's, in milliseconds, is taken from them, for the office lets
 * no day be that has not come. One that is behind is left: the form itself, which goes by the phone, would refuse the right day. A form
 * without such nodes, and answers that count as many already, are given back as they are.
 */
export function presetAttempts(xml: string, attempts: readonly Attempt[], now: Date, ahead = 0): string {
  if (attempts.length === 0) return xml;
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const all = Array.from(document.getElementsByTagName('*'));
  const count = all.find((node) => node.localName === 'attempts' && node.parentElement?.localName === 'contact');
  if (!count || Number(count.textContent) > attempts.length) return xml;
  const times = [...attempts.map((attempt) => new Date(attempt.at)), now].map((time) => new Date(time.getTime() - Math.max(0, ahead)));
  count.textContent = String(times.length);
  const groups = Array.from(count.parentElement?.parentElement?.children ?? []).filter((node) => node.localName === 'attempt');
  const after = groups.at(-1)?.nextSibling ?? null;
  const blank = groups[0]?.cloneNode(true) as Element | undefined;
  blank?.getAttributeNames().forEach((name) => blank.removeAttribute(name));
  for (const group of groups) if (!isTemplate(group)) group.remove();
  for (const time of blank ? times : []) {
    const group = blank!.cloneNode(true) as Element;
    write(group, 'on', localDay(time));
    write(group, 'part_of_day', PARTS_OF_DAY.find(({ from }) => time.getHours() >= from)!.name);
    count.parentElement!.parentElement!.insertBefore(group, after);
  }
  return new XMLSerializer().serializeToString(document);
}

function isTemplate(group: Element): boolean {
  return group.getAttributeNames().some((name) => name.endsWith('template'));
}

function write(group: Element, name: string, value: string): void {
  const node = Array.from(group.children).find((child) => child.localName === name);
  if (node) node.textContent = value;
}

function localDay(time: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}
