import type { FieldWork } from '@tuntas/contract';
import type { OutboxItem } from '@tuntas/field-data';
import { createTexts } from '@tuntas/ui';
import { mount } from '@vue/test-utils';
import { afterEach, expect, it } from 'vitest';
import ReceiptShow from './ReceiptShow.vue';
import { work } from './field.ts';
import en from './locales/en.json';
import id from './locales/id.json';

const item = {
  ...{ instanceId: 'uuid:1', familyId: 'f', familyName: 'Ni Luh Contoh', files: [], savedAt: '2023-02-27T01:00:00Z' },
  receipt: { receivedAt: '2023-02-27T01:00:00Z', number: 'T-0428-719-553' },
} as unknown as OutboxItem;
const remark = (instanceId: string) => ({
  ...{ visitId: 'v', instanceId, caseId: 'f', code: 'after-deadline', detail: '2023-02-25', at: '2023-02-27T01:00:00Z' },
  message: 'Datang setelah batas waktu 25 Februari 2023.',
});

afterEach(() => (work.value = null));

it.each([
  ['uuid:1', true],
  ['uuid:2', false],
])('A receipt tells what the office noted beside its own visit: %s', (instanceId, told) => {
  work.value = { sequence: 1, round: null, families: [], remarks: [remark(instanceId)] } satisfies FieldWork;
  const receipt = mount(ReceiptShow, { props: { item }, global: { plugins: [createTexts({ id, en })] } });
  expect(receipt.get('summary').text().includes('Datang setelah batas waktu 25 Februari 2023.')).toBe(told);
  expect(receipt.text()).toContain('T-0428-719-553');
});
