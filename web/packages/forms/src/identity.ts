/** Under which id a visit is sent, and which earlier one it corrects. */
export interface Identity {
  readonly instanceId: string;
  readonly deprecatedId: string | null;
}

/** Throws when the form has no `instanceID`: such a form cannot be sent safely. */
export function identityOf(instanceXml: string): Identity {
  const meta = nodesOf(parse(instanceXml));
  const instanceId = meta.instanceID?.textContent?.trim();
  if (!instanceId) throw new Error('the filled form has no instanceID');
  return { instanceId, deprecatedId: meta.deprecatedID?.textContent?.trim() || null };
}

/**
 * The same answers under another identity. The engine opens answers only to edit them, which makes each a correction of itself; a draft
 * that is opened again stays the visit that it was.
 */
export function withIdentity(instanceXml: string, identity: Identity): string {
  const document = parse(instanceXml);
  const { instanceID, deprecatedID } = nodesOf(document);
  if (!instanceID) throw new Error('the filled form has no instanceID');
  instanceID.textContent = identity.instanceId;
  if (identity.deprecatedId === null) {
    deprecatedID?.remove();
  } else {
    if (!deprecatedID) throw new Error('the answers do not say which visit they correct');
    deprecatedID.textContent = identity.deprecatedId;
  }
  return new XMLSerializer().serializeToString(document);
}

function parse(xml: string): Document {
  return new DOMParser().parseFromString(xml, 'application/xml');
}

function nodesOf(document: Document): { instanceID: Element | undefined; deprecatedID: Element | undefined } {
  const inMeta = Array.from(document.getElementsByTagName('*')).filter((node) => node.parentElement?.localName === 'meta');
  const named = (name: string) => inMeta.find((node) => node.localName === name);
  return { instanceID: named('instanceID'), deprecatedID: named('deprecatedID') };
}
