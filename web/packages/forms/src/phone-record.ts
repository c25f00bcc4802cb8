import type { Attempt } from '@tuntas/field-data';

/** Why a photo was told to be poor: too little light in it, or nothing sharp. */
export type PhotoFault = 'dark' | 'blurred';
/** Why a photo is asked about: what can be drawn nowhere cannot be kept. */
export type PhotoDoubted = PhotoFault | 'unreadable';

/** What the phone knows of a photo beyond its picture; the hash is of the bytes that are sent. */
export interface PhotoNote {
  readonly sha256: string;
  readonly takenAt: string | null;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly fault: PhotoFault | null;
  /** Why the officer kept it all the same. */
  readonly reason: string | null;
}

/** Why a place that the form requires lacks: one of the built-in form's reasons. */
export interface PlaceNote {
  /** From the second row of a repeat on with its number: `/data/well[2]/place`. */
  readonly path: string;
  readonly reason: string;
}

/**
 * What the phone tells the office beside the answers, whatever the form: it travels as JSON in `meta/phone`, where OpenRosa lets metadata
 * be that no form asks for.
 */
export interface PhoneRecord {
  readonly attempts: readonly Attempt[];
  readonly photos: readonly PhotoNote[];
  readonly places: readonly PlaceNote[];
}

export const NOTHING_RECORDED: PhoneRecord = { attempts: [], photos: [], places: [] };
const NODE = 'phone';

/** The record of an instance; an empty one where there is none. */
export function recordIn(instanceXml: string): PhoneRecord {
  const text = nodesOf(parse(instanceXml)).phone?.textContent;
  return text ? { ...NOTHING_RECORDED, ...(JSON.parse(text) as Partial<PhoneRecord>) } : NOTHING_RECORDED;
}

/** The instance with this record in place of any other; without a node when nothing is recorded, as the engine wants it. */
export function withRecord(instanceXml: string, record: PhoneRecord): string {
  const document = parse(instanceXml);
  const { meta, phone } = nodesOf(document);
  phone?.remove();
  if (meta && Object.values(record).some((notes: readonly unknown[]) => notes.length > 0)) {
    const node = document.createElementNS(meta.namespaceURI, meta.prefix ? `${meta.prefix}:${NODE}` : NODE);
    node.textContent = JSON.stringify(record);
    meta.append(node);
  }
  return new XMLSerializer().serializeToString(document);
}

/** The path of the question that each of these values answers, files' names among them; from the second of several on with its number. */
export function pathsOf(values: readonly string[], instanceXml: string): ReadonlyMap<string, string> {
  const nodes = Array.from(parse(instanceXml).getElementsByTagName('*')).filter((node) => values.includes(node.textContent ?? ''));
  return new Map(nodes.map((node) => [node.textContent ?? '', pathOf(node)]));
}

/** The node at a path that {@link pathOf} gave. */
export function pathTo(document: Document, path: string): Element | undefined {
  return Array.from(document.getElementsByTagName('*')).find((node) => pathOf(node) === path);
}

export function pathOf(node: Element): string {
  const parent = node.parentElement;
  const place = Array.from(parent?.children ?? [])
    .filter(({ localName }) => localName === node.localName)
    .indexOf(node);
  return `${parent ? pathOf(parent) : ''}/${node.localName}${place > 0 ? `[${place + 1}]` : ''}`;
}

function parse(xml: string): Document {
  return new DOMParser().parseFromString(xml, 'application/xml');
}

function nodesOf(document: Document): { meta: Element | undefined; phone: Element | undefined } {
  const meta = Array.from(document.documentElement.children).find((node) => node.localName === 'meta');
  return { meta, phone: Array.from(meta?.children ?? []).find((node) => node.localName === NODE) };
}
