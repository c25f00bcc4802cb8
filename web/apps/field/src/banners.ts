/** What may stand above a screen. */
export type Banner = 'phone' | 'failure' | 'session' | 'offline' | 'version' | 'pin';

export interface Standings {
  readonly phone: 'lose' | 'know' | null;
  readonly online: boolean;
  readonly sessionEnded: boolean;
  readonly failed: boolean;
  readonly newVersion: boolean;
  readonly noPin: boolean;
}

/** The most urgent first: what may cost a visit before what hinders sending, and that before what can wait. */
export function bannersOf({ phone, online, sessionEnded, failed, newVersion, noPin }: Standings): Banner[] {
  const reach = !online ? 'offline' : sessionEnded ? 'session' : failed ? 'failure' : null;
  return [phone === 'lose' && 'phone', reach, phone === 'know' && 'phone', newVersion && 'version', noPin && 'pin'].filter(
    (banner): banner is Banner => Boolean(banner),
  );
}
