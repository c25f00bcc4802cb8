import { describe, expect, it } from 'vitest';
import { TestServer, show, signedIn } from '../testing/office.ts';
import CaseTimeline from './CaseTimeline.vue';

const entry = (minute: number, verb: string, visitId: string | null = null, detail: string | null = null) => ({
  ...{ at: `2023-02-03T07:0${minute}:00Z`, actor: null, verb, detail, visitId, entryId: `e-${minute}`, hash: `${minute}`.repeat(64) },
});

async function history(...items: readonly unknown[]) {
  signedIn('case.read');
  new TestServer().on('GET /api/v1/cases/c-1/timeline', { items, next: null });
  return show(CaseTimeline, { caseId: 'c-1' });
}

describe('The history of a family', () => {
  it('joins the files of one visit that follow each other', async () => {
    const wrapper = await history(
      entry(1, 'visit.sent', 'v-1'),
      entry(2, 'visit.files-added', 'v-1'),
      entry(3, 'visit.files-added', 'v-1'),
      entry(4, 'visit.files-added', 'v-2'),
      entry(5, 'visit.approved', 'v-1'),
      entry(6, 'visit.files-added', 'v-1'),
    );
    expect(wrapper.findAll('.tl b').map((one) => one.text())).toEqual([
      'Berkas susulan diterima',
      'Disetujui',
      'Berkas susulan diterima',
      'Berkas susulan diterima',
      'Dikirim petugas',
    ]);
    expect(wrapper.findAll('.tl li')[3]?.text()).toContain('2 kali');
    expect(wrapper.findAll('.tl li')[3]?.findAll('.hash')).toHaveLength(2);
    expect(wrapper.text()).toContain('6 catatan');
  });

  it('says which programme was given, and keeps the hash behind a detail', async () => {
    const wrapper = await history(entry(1, 'intervention.delivered', null, 'Perbaikan rumah'));
    expect(wrapper.get('.tl li').text()).toContain('Diserahkan OPDPerbaikan rumah');
    expect(wrapper.get<HTMLDetailsElement>('.tl details').element.open).toBe(false);
    expect(wrapper.get('.tl details .hash').text()).toBe('1'.repeat(64));
  });
});
