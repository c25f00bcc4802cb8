import type { Attempt } from '@tuntas/field-data';
import type { Identity } from './identity.ts';

/**
 * A form as the field app opens it: the XForm, where its lists come from, and, for a visit that came back, the former answers.
 */
export interface FormSource {
  readonly xml: string;
  /** Gives an external file of the form (`families.csv`) by its name. */
  readonly file: (name: string) => Promise<Response>;
  /** Gives a picture, sound or film that a text of the form is shown with. */
  readonly media: (name: string) => Promise<Response>;
  readonly deviceId: string;
  /** When one came before and met nobody. */
  readonly attempts: readonly Attempt[];
  readonly former?: FormerAnswers;
  /** Paths of the questions that are to be mended, for a visit that came back. */
  readonly toMend?: readonly string[];
  /** A visit that was begun before and goes on; it was a correction itself when its identity says so. */
  readonly draft?: FormerAnswers & { readonly identity: Identity; readonly place: string | null };
}

/** What was sent before, to be corrected. */
export interface FormerAnswers {
  readonly instanceXml: string;
  readonly fileNames: readonly string[];
  readonly file: (name: string) => Promise<Response>;
}

/** What has been answered so far. */
export interface GivenAnswers extends FilledForm {
  readonly deprecatedId: string | null;
  /** The question that was touched last. */
  readonly place: string | null;
}

/** A form that was filled to the end. The instance keeps its own id, so sending it twice is harmless. */
export interface FilledForm {
  readonly instanceId: string;
  readonly instanceXml: string;
  readonly files: readonly File[];
}

/**
 * Fixes the family before the form opens: writes the case's number into `case` and `preset` of the primary instance, which makes the
 * question read-only. A form without these nodes is given back as it is.
 */
export function presetCase(xml: string, caseNumber: string): string {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const primary = Array.from(document.getElementsByTagName('*')).find((node) => node.localName === 'instance')?.firstElementChild;
  if (!primary) return xml;
  for (const child of Array.from(primary.children)) {
    if (child.localName === 'case' || child.localName === 'preset') child.textContent = caseNumber;
  }
  return new XMLSerializer().serializeToString(document);
}

/** The answers to a form without the files that are nowhere: the engine opens none of which it finds no file. */
export function withoutLostFiles(instanceXml: string, formXml: string, fileNames: readonly string[]): string {
  const parse = (xml: string) => new DOMParser().parseFromString(xml, 'application/xml');
  const form = Array.from(parse(formXml).getElementsByTagName('*'));
  const asked = new Set(form.filter((node) => node.localName === 'upload').map((node) => node.getAttribute('ref')));
  const document = parse(instanceXml);
  for (const node of Array.from(document.getElementsByTagName('*'))) {
    if (asked.has(pathOf(node)) && !fileNames.includes(node.textContent?.trim() ?? '')) node.textContent = '';
  }
  return new XMLSerializer().serializeToString(document);
}

function pathOf(node: Element): string {
  return `${node.parentElement ? pathOf(node.parentElement) : ''}/${node.localName}`;
}

/** Makes the translation of `language` (`id`, `en`) the one the form opens in; a form that does not have it opens as its author chose. */
export function inLanguage(xml: string, language: string): string {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const translations = Array.from(document.getElementsByTagName('*')).filter((node) => node.localName === 'translation');
  const wanted = translations.find((node) => {
    const lang = node.getAttribute('lang') ?? '';
    return lang === language || lang.endsWith(`(${language})`);
  });
  if (!wanted) return xml;
  for (const translation of translations) translation.removeAttribute('default');
  wanted.setAttribute('default', 'true()');
  return new XMLSerializer().serializeToString(document);
}

/** The form without texts of a kind that the engine would write beside the label as they are: addresses of larger pictures, guidance. */
export function withKnownTexts(xml: string): string {
  if (!/<value form=["'](?!image|audio|video)/.test(xml)) return xml;
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  for (const value of Array.from(document.getElementsByTagName('value'))) {
    if (value.hasAttribute('form') && !['image', 'audio', 'video'].includes(value.getAttribute('form') ?? '')) value.remove();
  }
  return new XMLSerializer().serializeToString(document);
}

/**
 * Lets the engine draw every place in the same way, by our own part: it asks for a place otherwise when answers are corrected than when they
 * are new, and for a map where the form wants one.
 */
export function askPlaces(xml: string): string {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const all = Array.from(document.getElementsByTagName('*'));
  const places = new Set(
    all.filter((node) => node.localName === 'bind' && node.getAttribute('type') === 'geopoint').map((node) => node.getAttribute('nodeset')),
  );
  const inputs = all.filter((node) => node.localName === 'input' && places.has(node.getAttribute('ref')));
  if (inputs.length === 0) return xml;
  for (const input of inputs) input.setAttribute('appearance', 'maps');
  return new XMLSerializer().serializeToString(document);
}
