import type { Convergence, OpenFamily } from '@tuntas/contract';
import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { TestServer, show, signedIn } from '../testing/office.ts';
import WhyNotZero from './WhyNotZero.vue';

const SUMMARY = 'GET /api/v1/convergence';
const FAMILIES = 'GET /api/v1/convergence/families';
const counts = { needs: 3, lacks: { nothing: 1, answer: 2 }, longest: 41 };
const summary: Convergence = {
  asOf: '2023-06-30',
  families: 2,
  converged: 1,
  needs: 3,
  met: 1,
  byNeed: [{ key: 'housing', name: null, ...counts }],
  byVillage: [{ key: '51.08.04.2001', name: 'Pedawa', ...counts }],
  byAgency: [
    { key: 'a-1', name: 'Dinas Perkimta', ...counts },
    { key: 'none', name: null, needs: 1, lacks: { request: 1 }, longest: 90 },
  ],
};
const family: OpenFamily = {
  caseId: 'c-1',
  number: '000123-4',
  name: 'Ni Luh Contoh',
  villageName: 'Pedawa',
  gaps: [
    { need: 'housing', lack: 'answer', agency: 'Dinas Perkimta', programme: 'Perbaikan rumah', since: '2023-05-20', days: 41, quotas: [] },
    {
      need: 'water',
      lack: 'request',
      agency: null,
      programme: null,
      since: '2023-03-01',
      days: 121,
      quotas: [
        { programme: 'Air bersih', left: 0 },
        { programme: 'Pamsimas', left: 12 },
      ],
    },
  ],
};
let server: TestServer;

beforeEach(() => {
  server = new TestServer().on(SUMMARY, summary).on(FAMILIES, { items: [family], next: null });
  signedIn('progress.read', 'case.read');
});

describe('Why a regency is not at zero yet', () => {
  it('is said in families and needs, and only what was received counts', async () => {
    const wrapper = await show(WhyNotZero);
    expect(wrapper.text()).toContain('1 dari 2 keluarga sudah menerima bantuan untuk setiap kebutuhannya; 1 dari 3 kebutuhan terpenuhi.');
    expect(wrapper.find('.open').text()).toContain('Rumah layak huniMenunggu jawaban OPDDinas Perkimta41 hari');
  });

  it('says what is left of the quotas where somebody has to ask', async () => {
    const text = (await show(WhyNotZero)).find('.open').text();
    expect(text).toContain('Air bersih: kuota tahun ini habis');
    expect(text).toContain('Pamsimas: sisa kuota tahun ini 12');
  });

  it('leads from every number to its families', async () => {
    const wrapper = await show(WhyNotZero);
    await wrapper
      .findAll('.seg button')
      .find((one) => one.text() === 'OPD')
      ?.trigger('click');
    await wrapper.find('button[aria-label="2 kebutuhan, Menunggu jawaban OPD, Dinas Perkimta"]').trigger('click');
    await flushPromises();
    expect(Object.fromEntries(server.last(FAMILIES)?.query ?? [])).toEqual({ agency: 'a-1', lack: 'answer', limit: '50' });
    expect(document.activeElement?.id).toBe('h-belum');
    expect(wrapper.find('.sec').text()).toContain('Dinas Perkimta: Menunggu jawaban OPD');
  });

  it('tells what no agency was asked for', async () => {
    const wrapper = await show(WhyNotZero);
    await wrapper
      .findAll('.seg button')
      .find((one) => one.text() === 'OPD')
      ?.trigger('click');
    expect(wrapper.findAll('tbody tr')[1]?.text()).toContain('Belum diminta ke OPD mana pun');
  });

  it('names no family to whom may not read one', async () => {
    signedIn('progress.read');
    const wrapper = await show(WhyNotZero);
    expect(wrapper.find('.open').exists()).toBe(false);
    expect(wrapper.findAll('table button')).toEqual([]);
    expect(server.last(FAMILIES)).toBeUndefined();
  });
});
