import { describe, expect, it } from 'vitest';
import { TestServer, show, signedIn } from '../testing/office.ts';
import HistoryProof from './HistoryProof.vue';

const whole = { entries: 41, waiting: 1, intact: true, last: `9f3c${'0'.repeat(56)}a1e7`, verifiedAt: '2023-02-06T00:00:00Z', whole: true };

async function band(state: unknown) {
  signedIn('case.read');
  new TestServer().on('GET /api/v1/cases/c-1/timeline/state', state);
  return show(HistoryProof, { caseId: 'c-1', number: '000123-4' });
}

describe('The proof of a timeline', () => {
  it('says what was computed again and hands out the file', async () => {
    const wrapper = await band(whole);
    expect(wrapper.text()).toContain('Riwayat ini utuh. 41 catatan');
    expect(wrapper.text()).toContain('9f3c…a1e7');
    expect(wrapper.text()).toContain('1 catatan menunggu disegel.');
    expect(wrapper.text()).toContain('blok demi blok, terakhir didapati utuh');
    expect(wrapper.text()).toContain('./tuntas audit proof riwayat-000123-4.json');
    expect(wrapper.find('a[download]').attributes('href')).toBe('/api/v1/cases/c-1/timeline/proof');
  });

  it('never says of what was changed that it is whole', async () => {
    const wrapper = await band({ ...whole, intact: false, whole: false });
    expect(wrapper.find('[role=alert]').text()).toContain('Riwayat ini tidak cocok dengan buku besar');
    expect(wrapper.text()).toContain('menemukan yang tidak cocok');
    expect(wrapper.text()).not.toContain('utuh.');
  });
});
