const ID = 'tuntas.device';

/** What this phone is called towards the office and in what it sends; made once, and anew after it was wiped. */
export function phoneId(): string {
  const known = localStorage.getItem(ID);
  if (known) return known;
  const made = `tuntas:${crypto.randomUUID()}`;
  localStorage.setItem(ID, made);
  return made;
}

export function forgetPhoneId(): void {
  localStorage.removeItem(ID);
}

/** Both are sent with every request: the office measures how wrong the phone's clock is. */
export function phoneHeaders(): Record<string, string> {
  return { 'X-Tuntas-Device': phoneId(), 'X-Tuntas-Phone-Time': new Date().toISOString() };
}

/** What a coordinator recognises the phone by. */
export function phoneName(agent = navigator.userAgent): string {
  const model = /\(Linux; Android ([\d.]+); ([^;)]+)/.exec(agent);
  if (model) return model[2] === 'K' ? `Android ${model[1]}` : `${model[2]}, Android ${model[1]}`;
  return /\(([^;)]+)/.exec(agent)?.[1] ?? 'Web';
}
