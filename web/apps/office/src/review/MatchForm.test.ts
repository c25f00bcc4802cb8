import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { TestServer, show, signedIn, visitShow } from '../testing/office.ts';
import MatchForm from './MatchForm.vue';

let server: TestServer;
beforeEach(() => {
  server = new TestServer();
  signedIn('visit.review');
});

const MATCH = 'POST /api/v1/visits/v-1/case';
const unmatched = () => visitShow({ state: 'conflict', caseId: null, household: null });

describe('Matching a visit to its family', () => {
  it('sends the case number with the version that was looked at', async () => {
    server.on(MATCH, visitShow());
    const form = await show(MatchForm, { visit: unmatched() });
    await form.find('input').setValue(' 000123-4 ');
    await form.find('form').trigger('submit');
    await flushPromises();
    expect(server.last(MATCH)?.headers.get('If-Match')).toBe('"7"');
    expect(server.last(MATCH)?.body).toEqual({ caseNumber: '000123-4' });
    expect(form.emitted('matched')).toHaveLength(1);
  });

  it('says that the visit has changed meanwhile', async () => {
    server.on(MATCH, { code: 'stale' }, 412);
    const form = await show(MatchForm, { visit: unmatched() });
    await form.find('input').setValue('000123-4');
    await form.find('form').trigger('submit');
    await flushPromises();
    expect(form.emitted('stale')).toHaveLength(1);
    expect(form.find('[role=alert]').exists()).toBe(false);
  });

  it('keeps the number that is not known', async () => {
    server.on(MATCH, { code: 'invalid', title: 'Periksa isian', errors: [] }, 422);
    const form = await show(MatchForm, { visit: unmatched() });
    await form.find('input').setValue('999999-9');
    await form.find('form').trigger('submit');
    await flushPromises();
    expect(form.find('[role=alert]').exists()).toBe(true);
    expect(form.find('input').element.value).toBe('999999-9');
  });
});
