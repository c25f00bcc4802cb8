import type { GraduationCandidate, GraduationRule, GraduationStep } from '@tuntas/contract';
import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { TestServer, show, signedIn, takenFor } from '../testing/office.ts';
import GraduationPage from './GraduationPage.vue';

const ROUND = '/api/v1/rounds/BLL-2023-1';
const PREPARED = {
  id: 'w-1',
  opensOn: '2023-02-06',
  perStratum: 5,
  seedHash: 'ab12',
  seed: null,
  drawnAt: null,
  calledOffAt: null,
  calledOffReason: null,
  families: 0,
  drawn: 0,
  visited: 0,
  calledOff: 0,
  unsent: 0,
  estimate: null,
};
const RULE: GraduationRule = {
  version: 1,
  line: 'extreme',
  agreedBy: 'meeting',
  sampleMonths: [6, 12],
  samplePercent: 10,
  source: 'Perbup contoh 1/2023',
};
const COUNTS: Record<GraduationStep, number> = { ask: 1, visit: 0, propose: 1, village: 1, decide: 1, graduated: 0 };
let server: TestServer;

function aCandidate(change: Partial<GraduationCandidate> = {}): GraduationCandidate {
  return {
    caseId: 'k-1',
    number: 'BLL-000017-4',
    name: 'I Made Contoh',
    villageName: 'Pedawa',
    officerId: 'u-ani',
    finding: 'extremelyPoor',
    received: 2,
    receivedOn: '2023-02-01',
    step: 'ask',
    lacks: ['revisit'],
    revisit: null,
    reassessment: null,
    graduation: null,
    ...change,
  };
}

const SEEN = { visitId: 'v-2', day: '2023-02-05', perPerson: 1_000_000, line: 322_170, finding: 'notPoor', photos: 7 } as const;
const GRADUATION = {
  id: 'g-1',
  version: 3,
  state: 'proposed',
  perPerson: 1_000_000,
  line: 322_170,
  villageOn: null,
  villageReason: null,
  villageMeeting: null,
  decidedOn: null,
  decidedReason: null,
  endedOn: null,
  endedReason: null,
} as const;

beforeEach(() => {
  server = new TestServer();
});

async function page(candidate: GraduationCandidate, rule = RULE, ...others: readonly GraduationCandidate[]) {
  server
    .on(`GET ${ROUND}/graduation-rule`, rule)
    .on(`GET ${ROUND}/graduations`, { items: [candidate, ...others], next: null, counts: COUNTS })
    .on('GET /api/v1/officers', { items: [{ id: 'u-ani', name: 'Ani Contoh' }], next: null });
  return show(GraduationPage, {}, '/graduasi');
}

describe('The way to zero', () => {
  it('asks the family’s own officer for a further visit, with a reason', async () => {
    signedIn('case.read', 'case.assign');
    server.on('POST /api/v1/cases/k-1/revisits', aCandidate({ step: 'visit' }));
    const wrapper = await page(aCandidate());
    expect(wrapper.text()).toContain('Diterima 2 program, terakhir 1 Februari 2023');
    await wrapper.find('li button').trigger('click');
    expect(wrapper.find('form button[type=submit]').attributes('disabled')).toBeDefined();
    await wrapper.find('textarea').setValue('Rumah sudah diperbaiki');
    await wrapper.find('form').trigger('submit');
    await flushPromises();
    expect(server.last('POST /api/v1/cases/k-1/revisits')?.body).toEqual({ officerId: 'u-ani', reason: 'Rumah sudah diperbaiki' });
    expect(wrapper.find('[role=status]').text()).toBe('I Made Contoh: tersimpan, sekarang di “Sedang dikunjungi”.');
  });

  it('asks for visits to all chosen families at once', async () => {
    signedIn('case.read', 'case.assign');
    server.on('POST /api/v1/revisits', undefined, 204);
    const wrapper = await page(aCandidate(), RULE, aCandidate({ caseId: 'k-2', name: 'Ni Luh Contoh' }));
    const many = () => wrapper.findAll('button').find((one) => one.text().startsWith('Minta kunjungan ulang ke'));
    expect(many()?.attributes('disabled')).toBeDefined();
    await wrapper.find('input[aria-label="Pilih Ni Luh Contoh"]').setValue(true);
    expect(many()?.text()).toBe('Minta kunjungan ulang ke 1 keluarga');
    await wrapper.find('.check input').setValue(true);
    await many()?.trigger('click');
    expect(wrapper.text()).toContain('Setiap keluarga dikunjungi petugasnya sendiri');
    await wrapper.find('textarea').setValue('Bantuan sudah tiba');
    await wrapper.find('form').trigger('submit');
    await flushPromises();
    expect(server.last('POST /api/v1/revisits')?.body).toEqual({ caseIds: ['k-1', 'k-2'], reason: 'Bantuan sudah tiba' });
    expect(wrapper.find('[role=status]').text()).toBe('Kunjungan ulang ke 2 keluarga diminta.');
    expect(many()?.attributes('disabled')).toBeDefined();
  });

  it('calls off what nobody has visited yet, and one of a watch only for whoever draws watches', async () => {
    const asked = (state: string | null) => {
      server = new TestServer().on('POST /api/v1/cases/k-1/revisits/call-off', aCandidate());
      return page(aCandidate({ step: 'visit', revisit: { kind: 'watch', officer: 'Iwan Contoh', state } }));
    };
    signedIn('case.read', 'case.assign');
    expect((await asked(null)).findAll('li button')).toHaveLength(0);
    signedIn('case.read', 'case.assign', 'visit.sample');
    expect((await asked('received')).findAll('li button')).toHaveLength(0);
    const wrapper = await asked(null);
    expect(wrapper.text()).toContain('Pemantauan sesudah nol, diminta dari Iwan Contoh: belum dikunjungi');
    await wrapper.find('li button').trigger('click');
    expect(wrapper.find('label[for=g-k-1-alasan]').text()).toBe('Mengapa dibatalkan');
    await wrapper.find('textarea').setValue('Jalan terputus');
    await wrapper.find('form').trigger('submit');
    await flushPromises();
    expect(server.last('POST /api/v1/cases/k-1/revisits/call-off')?.body).toEqual({ reason: 'Jalan terputus' });
  });

  it('shows both findings and the sum against its line, and proposes only what lacks nothing', async () => {
    signedIn('case.read', 'visit.review');
    server.on('POST /api/v1/cases/k-1/graduations', aCandidate({ step: 'village' }));
    const wrapper = await page(aCandidate({ step: 'propose', lacks: [], reassessment: SEEN }));
    expect(wrapper.find('li').text()).toContain('Rp\u00a01.000.000 per orang, garis Rp\u00a0322.170');
    await wrapper.find('li button').trigger('click');
    await flushPromises();
    expect(server.last('POST /api/v1/cases/k-1/graduations')).toBeDefined();
  });

  it('names what is missing and offers no proposal', async () => {
    signedIn('case.read', 'visit.review');
    const wrapper = await page(aCandidate({ step: 'propose', lacks: ['aboveLine', 'rule'], reassessment: SEEN }));
    expect(wrapper.findAll('.lacks li').map((one) => one.text())).toEqual([
      'Pengeluaran per orang di bawah garis yang berlaku hari itu',
      'Aturan graduasi putaran ini belum ditetapkan',
    ]);
    expect(wrapper.find('li button').exists()).toBe(false);
  });

  it('takes the village’s word with its paper, naming the version that was seen', async () => {
    signedIn('case.read', 'deliberation.record');
    server.on('POST /api/v1/graduations/g-1/village', aCandidate({ step: 'decide' }));
    const wrapper = await page(aCandidate({ step: 'village', lacks: [], reassessment: SEEN, graduation: GRADUATION }));
    await wrapper.find('li button').trigger('click');
    await wrapper.find('textarea').setValue('Warga melihat sendiri');
    expect(wrapper.find('form button[type=submit]').attributes('disabled')).toBeDefined();
    const input = wrapper.find('input[type=file]');
    Object.defineProperty(input.element, 'files', { value: [new File(['%PDF'], 'ba.pdf', { type: 'application/pdf' })] });
    await input.trigger('change');
    await wrapper.find('form').trigger('submit');
    await flushPromises();
    const asked = server.last('POST /api/v1/graduations/g-1/village');
    expect(asked?.headers.get('If-Match')).toBe('"3"');
    const form = asked?.body as FormData;
    expect([form.get('agreed'), form.get('on'), form.get('reason')]).toEqual(['true', '2023-02-06', 'Warga melihat sendiri']);
  });

  it('opens the village’s paper for a purpose', async () => {
    signedIn('case.read');
    const heard = { ...GRADUATION, state: 'agreed', villageOn: '2023-02-06', villageReason: 'Warga melihat sendiri' } as const;
    const wrapper = await page(aCandidate({ step: 'decide', lacks: [], reassessment: SEEN, graduation: heard }));
    expect(wrapper.find('li a[href^="/api/"]').exists()).toBe(false);
    expect(await takenFor(wrapper.find('li .soft'), 'audit')).toBe('/api/v1/graduations/g-1/paper?purpose=audit');
  });

  it('names the meeting that agreed, and asks for no paper', async () => {
    signedIn('case.read');
    const heard = { ...GRADUATION, state: 'agreed', villageOn: '2023-02-06', villageReason: '', villageMeeting: 'm-7' } as const;
    const wrapper = await page(aCandidate({ step: 'decide', lacks: [], reassessment: SEEN, graduation: heard }));
    expect(wrapper.find('li .soft').text()).toContain('Disepakati dalam musyawarah 6 Februari 2023');
    expect(wrapper.find('li .soft a').attributes('href')).toBe('/musyawarah/m-7');
    expect(wrapper.find('li .soft button').exists()).toBe(false);
  });

  it('lets the regency decide, and nobody else', async () => {
    const agreed = aCandidate({ step: 'decide', lacks: [], reassessment: SEEN, graduation: { ...GRADUATION, state: 'agreed' } });
    signedIn('case.read', 'deliberation.record');
    expect((await page(agreed)).find('li button').exists()).toBe(false);
    signedIn('case.read', 'graduation.decide');
    server.on('POST /api/v1/graduations/g-1/decision', aCandidate({ step: 'graduated' }));
    const wrapper = await page(agreed);
    await wrapper.find('li button').trigger('click');
    await wrapper.find('textarea').setValue('Disepakati desa');
    await wrapper.find('form').trigger('submit');
    await flushPromises();
    expect(server.last('POST /api/v1/graduations/g-1/decision')?.body).toEqual({ graduate: true, reason: 'Disepakati desa' });
  });

  it('says that nothing can be proposed without rules, and sets them with their law', async () => {
    signedIn('case.read', 'round.manage');
    server.on(`PUT ${ROUND}/graduation-rule`, { ...RULE, version: 1 });
    const wrapper = await page(aCandidate(), { ...RULE, version: 0, source: '' });
    expect(wrapper.find('section[aria-labelledby=h-aturan]').text()).toContain('Belum ditetapkan.');
    await wrapper.find('section[aria-labelledby=h-aturan] button').trigger('click');
    await wrapper.find('#g-dasar').setValue('Perbup contoh 1/2023');
    await wrapper.find('section[aria-labelledby=h-aturan] form').trigger('submit');
    await flushPromises();
    const asked = server.last(`PUT ${ROUND}/graduation-rule`);
    expect(asked?.headers.get('If-Match')).toBe('"0"');
    expect(asked?.body).toEqual({
      line: 'extreme',
      agreedBy: 'meeting',
      sampleMonths: [6, 12],
      samplePercent: 10,
      source: 'Perbup contoh 1/2023',
    });
    expect(wrapper.find('section[aria-labelledby=h-aturan]').text()).toContain('sesudah 6 dan 12 bulan. Dasar: Perbup contoh 1/2023');
  });

  it('calls off a watch that is not drawn, with a reason that stays beside it, and lets another be prepared', async () => {
    const watch = { ...PREPARED, opensOn: '2032-10-19' };
    signedIn('case.read', 'progress.read', 'visit.sample');
    server
      .on(`GET ${ROUND}/watches`, { items: [watch], next: null })
      .on(`POST ${ROUND}/watches/w-1/call-off`, {
        items: [{ ...watch, calledOffAt: '2023-02-06T01:00:00Z', calledOffReason: 'Salah tahun' }],
        next: null,
      })
      .on(`GET ${ROUND}/draws/unsent`, { items: [], next: null })
      .on(`GET ${ROUND}/poor-again`, { items: [], next: null })
      .on(`GET ${ROUND}/graduation-samples`, { items: [], next: null, dueOn: '2024-04-11' });
    const panel = (await page(aCandidate())).find('section[aria-labelledby=h-pantau]');
    const press = (words: string) =>
      panel
        .findAll('button')
        .find((one) => one.text() === words)
        ?.trigger('click');
    expect(panel.text()).toContain('Keluarga graduasi berikutnya baru dapat diundi mulai 11 April 2024.');
    expect(panel.find('#p-hari').exists()).toBe(false);
    await press('Batalkan pemantauan ini');
    await panel.find('#p-batal').setValue(' Salah tahun ');
    await panel.find('form').trigger('submit');
    await flushPromises();
    expect(server.last(`POST ${ROUND}/watches/w-1/call-off`)?.body).toEqual({ reason: 'Salah tahun' });
    expect(panel.text()).toMatch(/Dibatalkan .*: Salah tahun/);
    expect(panel.find('#p-hari').exists()).toBe(true);
  });

  it('draws the watch on its day, and shows what it found with its interval', async () => {
    const estimate = { measured: 40, poor: 2, absent: 3, covered: 800, share: 0.05, low: 0.0138, high: 0.165 };
    const drawn = {
      ...PREPARED,
      seed: 'rahasia',
      drawnAt: '2023-02-06T01:00:00Z',
      families: 900,
      drawn: 45,
      visited: 41,
      calledOff: 2,
      unsent: 1,
      estimate,
    };
    signedIn('case.read', 'progress.read', 'visit.sample');
    server
      .on(`GET ${ROUND}/watches`, { items: [PREPARED], next: null })
      .on(`GET ${ROUND}/watches`, { items: [drawn], next: null })
      .on(`POST ${ROUND}/watches/draw`, { drawn: 45 })
      .on(`GET ${ROUND}/poor-again`, {
        items: [
          { caseId: 'c-7', number: 'BLL-7', name: 'I Gede Contoh', village: 'Pedawa', graduated: true, visitedOn: '2023-02-05' },
          { caseId: 'c-8', number: 'BLL-8', name: 'I Made Contoh', village: 'Sidatapa', graduated: false, visitedOn: '2023-02-05' },
        ],
        next: null,
      })
      .on(`GET ${ROUND}/draws/unsent`, { items: [], next: null })
      .on(`GET ${ROUND}/draws/unsent`, {
        items: [{ caseId: 'c-9', number: 'BLL-000009-1', name: 'Ni Wayan Contoh', district: 'Sukasada', watch: true }],
        next: null,
      })
      .on(`GET ${ROUND}/draws/unsent`, { items: [], next: null })
      .on(`POST ${ROUND}/draws/send`, { sent: 1 })
      .on(`GET ${ROUND}/graduation-samples`, {
        items: [
          {
            ...drawn,
            ...{ id: 's-1', months: 6, through: '2023-08-10', seed: 'sampel', drawnAt: '2024-02-10T01:00:00Z', unsent: 0, calledOff: 0 },
            ...{ families: 30, drawn: 3, visited: 3, estimate: { ...estimate, measured: 3, covered: 30 } },
          },
        ],
        next: null,
      });
    const wrapper = await page(aCandidate());
    const panel = wrapper.find('section[aria-labelledby=h-pantau]');
    expect(
      wrapper
        .find('section[aria-labelledby=h-kembali]')
        .findAll('li p')
        .map((one) => one.text()),
    ).toEqual([
      'Akhiri graduasinya pada langkah Graduasi.',
      'Buka kembali musyawarah desanya supaya desa memutuskan lagi, lalu masukkan lewat perubahan SK.',
    ]);
    expect(panel.text()).toContain('Sidik benih ab12');
    expect(panel.find('form').exists()).toBe(false);
    await panel.find('li button').trigger('click');
    await flushPromises();
    expect(panel.find('[role=status]').text()).toBe('45 keluarga diundi.');
    expect(panel.text()).toContain('5,0\u00a0% miskin ekstrem (95 %: 1,4\u00a0% sampai 16,5\u00a0%), dari 40 kunjungan');
    expect(panel.text()).toContain('41 kunjungan disetujui. 2 kunjungan dibatalkan.1 keluarga terundi belum dapat dikunjungi');
    expect(panel.text()).toContain('. 4 keluarga terundi belum dikunjungi atau dibatalkan dan tidak ikut dalam angka ini');
    expect(panel.text()).toContain('Sesudah 6 bulan, diundi 10 Februari 2024 pukul 09.00 WITA, graduasi sampai 10 Agustus 2023');
    expect(panel.text()).toContain('3 dari 30 keluarga diundi; 3 kunjungan disetujui.');
    expect(panel.text()).toContain('Ni Wayan Contoh · BLL-000009-1 · Sukasada · perlu petugas kecamatan lain');
    const send = panel.findAll('button').find((one) => one.text() === 'Minta lagi');
    await send?.trigger('click');
    await flushPromises();
    expect(panel.text()).toContain('1 kunjungan diminta.');
    expect(panel.text()).not.toContain('Ni Wayan Contoh');
    expect(panel.text()).toContain('Benih: rahasia');
  });
});
