import 'fake-indexeddb/auto';
import { createTexts } from '@tuntas/ui';
import { flushPromises, mount } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import ProposalEdit from './ProposalEdit.vue';
import { work } from './field.ts';
import en from './locales/en.json';
import id from './locales/id.json';
import { keepTyped } from './proposals.ts';

vi.mock('./proposals.ts', async (original) => ({
  ...(await original<typeof import('./proposals.ts')>()),
  keepTyped: vi.fn(),
  readTyped: () => Promise.resolve(null),
}));
const kept = vi.mocked(keepTyped);
const village = { code: '51.08.01.2001', name: 'Pejarakan', district: 'Gerokgak', lat: null, lng: null };

describe('What is typed of a family that nobody lists', () => {
  beforeEach(() => {
    kept.mockReset().mockResolvedValue();
    work.value = { sequence: 1, round: { code: 'UJI-1' }, families: [{ village: village.code }], villages: [village] } as never;
  });

  it('is kept again after a failure, of which the officer is told', async () => {
    const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', name: 'proposals', component: ProposalEdit }] });
    const page = mount(ProposalEdit, { global: { plugins: [createTexts({ id, en }), router] } });
    await flushPromises();
    kept.mockRejectedValueOnce(new DOMException('closed', 'InvalidStateError'));
    await page.get('#nama').setValue('Ni Luh');
    await flushPromises();
    expect(page.get('[role=alert]').text()).toContain('belum tersimpan');

    await page.get('#nama').setValue('Ni Luh Contoh');
    await flushPromises();
    expect(kept).toHaveBeenLastCalledWith(expect.objectContaining({ name: 'Ni Luh Contoh' }));
    expect(page.find('[role=alert]').exists()).toBe(false);
  });
});
