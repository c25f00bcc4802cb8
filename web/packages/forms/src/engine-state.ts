import type { MonolithicInstancePayload } from '@getodk/web-forms';
import type { ComponentPublicInstance, VNode, VNodeArrayChildren } from 'vue';

/** A part of an open form: a question, or a group of them. */
export interface EngineNode {
  readonly nodeId: string;
  readonly nodeType: string;
  /** How the form wishes it to look, in ODK's words; null for parts of which it cannot say so. */
  readonly appearances: Readonly<Record<string, boolean>> | null;
  readonly currentState: {
    /** Its path in the answers; that of a person among others with a number: `/data/members/member[2]/name`. */
    readonly reference: string;
    readonly children: readonly EngineNode[] | null;
  };
}

/** The engine's own state of an open form, as much as we read of it. */
export interface EngineRoot extends EngineNode {
  readonly instanceState: { readonly instanceXML: string };
  prepareInstancePayload(wish: { payloadType: 'monolithic' }): Promise<MonolithicInstancePayload>;
}

/**
 * The state behind an open form; null while it loads. The engine (0.22) gives it out only when the form is sent, but hands it to the parts
 * that it draws: it is found there.
 */
export function engineRoot(form: ComponentPublicInstance | null): EngineRoot | null {
  return form ? find(form.$.subTree) : null;
}

function find(node: VNode): EngineRoot | null {
  const given = (node.props as { form?: Partial<EngineRoot> } | null)?.form;
  if (given?.prepareInstancePayload && given.instanceState) return given as EngineRoot;
  if (node.component) return find(node.component.subTree);
  return Array.isArray(node.children) ? findIn(node.children) : null;
}

function findIn(nodes: VNodeArrayChildren): EngineRoot | null {
  for (const node of nodes) {
    if (!node || typeof node !== 'object') continue;
    const found = Array.isArray(node) ? findIn(node) : find(node);
    if (found) return found;
  }
  return null;
}

/** The parts at these paths that are asked for now, in the form's order; a path without numbers is that of every person. */
export function partsAt(node: EngineNode, paths: ReadonlySet<string>): readonly EngineNode[] {
  const { reference, children } = node.currentState;
  const isMeant = paths.has(reference) || paths.has(reference.replaceAll(/\[\d+\]/g, ''));
  return [...(isMeant ? [node] : []), ...(children ?? []).flatMap((child) => partsAt(child, paths))];
}

/** The id in the page of the question that the engine draws for a part. */
export const idInPage = ({ nodeId }: EngineNode): string => `${nodeId}_container`;

/** The part that the engine draws as the question with this id in the page. */
export function partDrawnAs(id: string, node: EngineNode): EngineNode | null {
  if (idInPage(node) === id) return node;
  for (const child of node.currentState.children ?? []) {
    const part = partDrawnAs(id, child);
    if (part) return part;
  }
  return null;
}

/** The ids in the page by the parts' paths, those in the first person among others without its number. */
export function idsByPath(node: EngineNode): ReadonlyMap<string, string> {
  const { reference, children } = node.currentState;
  return new Map([[reference.replaceAll('[1]', ''), idInPage(node)], ...(children ?? []).flatMap((child) => [...idsByPath(child)])]);
}

/** The answers and the files of a payload. */
export async function partsOf(payload: MonolithicInstancePayload): Promise<{ instanceXml: string; files: File[] }> {
  const files: File[] = [];
  let instanceXml = '';
  for (const [name, value] of payload.data[0].entries()) {
    if (!(value instanceof File)) continue;
    if (name === 'xml_submission_file') instanceXml = await value.text();
    else files.push(value);
  }
  return { instanceXml, files };
}
