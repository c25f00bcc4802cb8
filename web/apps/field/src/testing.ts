import type { FieldDelivery } from '@tuntas/contract';

/** A delivery that waits for the officer's word. */
export const roof: FieldDelivery = {
  id: 'i-1',
  version: 4,
  caseId: 'c-1',
  caseNumber: '000123-4',
  name: 'Ni Luh Contoh',
  address: 'Jalan Contoh 1',
  villageName: 'Pedawa',
  programme: 'Perbaikan rumah',
  persons: null,
  agency: 'Dinas Perkimta',
  deliveredOn: '2023-02-08',
  amount: 20_000_000,
};

/** A BroadcastChannel between the windows of one phone that delivers at once; Node's own cannot carry keys. */
export class Channel extends EventTarget {
  private static all: Channel[] = [];
  private readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
    Channel.all.push(this);
  }

  static closeAll(): void {
    Channel.all = [];
  }

  postMessage(data: unknown): void {
    for (const other of Channel.all) {
      if (other !== this && other.name === this.name) other.dispatchEvent(new MessageEvent('message', { data }));
    }
  }

  close(): void {
    Channel.all = Channel.all.filter((one) => one !== this);
  }
}
