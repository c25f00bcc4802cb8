/** Where a family lives, on one line. Many addresses name hamlet and village already. */
export function place(address: string, ...around: readonly string[]): string {
  return [address, ...around.filter((one) => !address.includes(one))].filter((one) => one !== '').join(', ');
}
