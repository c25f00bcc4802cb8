/** The address on one line; hamlet and village follow only where the address does not name them already. */
export function addressLine(family: {
  readonly address: string | null;
  readonly hamlet: string | null;
  readonly villageName: string;
}): string {
  const address = family.address ?? '';
  const named = (part: string) => address.toLowerCase().includes(part.toLowerCase());
  const rest = [family.hamlet ?? '', family.villageName].filter((part) => part !== '' && !named(part));
  return [address, ...rest].filter((part) => part !== '').join(', ');
}
