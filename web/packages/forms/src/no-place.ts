import type { PlaceNote } from './phone-record.ts';
import { pathOf, pathTo } from './phone-record.ts';

/** Reasons as the built-in form knows them, in the order in which they are offered. */
export const REASONS = ['no_signal', 'device', 'not_allowed'] as const;
/** Most forms have none, and reading a form takes a slow phone its time. */
const REQUIRED_PLACE = /["']geopoint["'][^>]*\srequired=|\srequired=[^>]*["']geopoint["']/;
const ENDING = '_no_place_here';

/**
 * The form with a way out of each place that it requires: where the phone gives none, it asks why, as the built-in form does, and goes on
 * without. The reason is no answer of the form: {@link takeReasons} takes it out of the answers.
 */
export function withWayOut(xml: string, words: { readonly why: string } & Record<(typeof REASONS)[number], string>): string {
  if (!REQUIRED_PLACE.test(xml)) return xml;
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const all = Array.from(document.getElementsByTagName('*'));
  const model = all.find((node) => node.localName === 'model');
  const primary = all.find((node) => node.localName === 'instance')?.firstElementChild;
  const required = all.filter(
    (node) =>
      node.localName === 'bind' && node.getAttribute('type') === 'geopoint' && !/^(false\(\))?$/.test(node.getAttribute('required') ?? ''),
  );
  if (!model || !primary || required.length === 0) return xml;
  const element = (parent: Element, name: string, attributes: Record<string, string> = {}, text = ''): Element => {
    const made = document.createElementNS(parent.namespaceURI, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.textContent = text;
    return made;
  };
  for (const bind of required) {
    const path = bind.getAttribute('nodeset') ?? '';
    const input = all.find((node) => node.localName === 'input' && node.getAttribute('ref') === path);
    if (!input) continue;
    const asked = [bind.getAttribute('relevant'), bind.getAttribute('required'), `../${path.split('/').pop() ?? ''} = ''`];
    bind.removeAttribute('required');
    for (const place of Array.from(primary.getElementsByTagName('*')).filter((node) => plainPath(node, primary) === path)) {
      place.after(element(place, `${place.localName}${ENDING}`));
    }
    const relevant = asked.flatMap((one) => (one ? [`(${one})`] : [])).join(' and ');
    bind.after(element(bind, 'bind', { nodeset: path + ENDING, type: 'string', relevant, required: 'true()' }));
    const why = element(input, 'select1', { ref: path + ENDING });
    why.append(element(input, 'label', {}, words.why));
    for (const reason of REASONS) {
      const item = element(input, 'item');
      item.append(element(input, 'label', {}, words[reason]), element(input, 'value', {}, reason));
      why.append(item);
    }
    input.after(why);
  }
  return new XMLSerializer().serializeToString(document);
}

/** As binds name a node: from the root of the answers on, without the numbers of rows. */
function plainPath(node: Element, root: Element): string {
  return pathOf(node)
    .slice(pathOf(root).length - root.localName.length - 1)
    .replaceAll(/\[\d+\]/g, '');
}

/** The answers as the form knows them, and why places lack in them. */
export function takeReasons(instanceXml: string): { readonly instanceXml: string; readonly places: readonly PlaceNote[] } {
  if (!instanceXml.includes(ENDING)) return { instanceXml, places: [] };
  const document = new DOMParser().parseFromString(instanceXml, 'application/xml');
  const nodes = Array.from(document.getElementsByTagName('*')).filter((node) => node.localName.endsWith(ENDING));
  const places = nodes
    .map((node) => ({ path: pathOf(node).replace(ENDING, ''), reason: node.textContent?.trim() ?? '' }))
    .filter(({ reason }) => reason !== '');
  for (const node of nodes) node.remove();
  return { instanceXml: new XMLSerializer().serializeToString(document), places };
}

/** The answers with the reasons where the open form has them. */
export function giveReasons(instanceXml: string, places: readonly PlaceNote[]): string {
  if (places.length === 0) return instanceXml;
  const document = new DOMParser().parseFromString(instanceXml, 'application/xml');
  for (const { path, reason } of places) {
    const place = pathTo(document, path);
    if (!place) continue;
    const why = document.createElementNS(place.namespaceURI, `${place.localName}${ENDING}`);
    why.textContent = reason;
    place.after(why);
  }
  return new XMLSerializer().serializeToString(document);
}
