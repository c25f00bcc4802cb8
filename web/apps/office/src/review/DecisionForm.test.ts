import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { TestServer, show, signedIn, visitShow } from '../testing/office.ts';
import DecisionForm from './DecisionForm.vue';

let server: TestServer;
beforeEach(() => {
  server = new TestServer();
  signedIn('visit.review');
});

const DECISION = 'POST /api/v1/visits/v-1/decision';

describe('Deciding on a visit', () => {
  it('sends the decision with the version that was looked at', async () => {
    server.on(DECISION, visitShow({ state: 'approved' }));
    const form = await show(DecisionForm, { visit: visitShow() });
    await form.find('input[value=approve]').setValue();
    await form.find('form').trigger('submit');
    await flushPromises();
    expect(server.last(DECISION)?.headers.get('If-Match')).toBe('"7"');
    expect(server.last(DECISION)?.body).toEqual({ decision: 'approve', reason: '', fields: [] });
    expect(form.emitted('decided')).toHaveLength(1);
  });

  it.each([
    ['', 'Tambahkan foto: Kartu Keluarga'],
    [' Bagian yang sobek juga ', 'Bagian yang sobek juga; Tambahkan foto: Kartu Keluarga'],
  ])('returns with what is written and what is ticked as its reason', async (written, reason) => {
    server.on(DECISION, visitShow({ state: 'returned' }));
    const form = await show(DecisionForm, { visit: visitShow() });
    await form.find('input[value=return]').setValue();
    await form.find('input[value="/data/photos/kk_card"]').setValue(true);
    await form.find('#pesan').setValue(written);
    await form.find('form').trigger('submit');
    await flushPromises();
    expect(server.last(DECISION)?.body).toEqual({
      decision: 'return',
      reason,
      fields: ['/data/photos/kk_card'],
    });
  });

  it('does not reject without a reason', async () => {
    const form = await show(DecisionForm, { visit: visitShow() });
    await form.find('input[value=reject]').setValue();
    expect(form.find('button[type=submit]').attributes('disabled')).toBeDefined();
    await form.find('form').trigger('submit');
    expect(server.asked).toEqual([]);
    await form.find('textarea').setValue('Alamat keliru');
    expect(form.find('button[type=submit]').attributes('disabled')).toBeUndefined();
  });

  it('asks for a reason when the finding is overruled', async () => {
    server.on(DECISION, visitShow({ state: 'approved' }));
    const form = await show(DecisionForm, { visit: visitShow() });
    await form.find('input[value=approve]').setValue();
    await form.find('select').setValue('poor');
    expect(form.find('button[type=submit]').attributes('disabled')).toBeDefined();
    await form.find('textarea').setValue('Penghasilan lain belum dihitung');
    await form.find('form').trigger('submit');
    await flushPromises();
    expect(server.last(DECISION)?.body).toMatchObject({ finding: 'poor', reason: 'Penghasilan lain belum dihitung' });
  });

  it('does not approve a family that was met without a finding', async () => {
    const form = await show(DecisionForm, { visit: visitShow({ proposal: null, withoutProposal: 'expenditureMissing' }) });
    await form.find('input[value=approve]').setValue();
    expect(form.find('button[type=submit]').attributes('disabled')).toBeDefined();
  });

  it('says that somebody was faster instead of showing an error', async () => {
    server.on(DECISION, { code: 'decided-meanwhile-approve' }, 412);
    const form = await show(DecisionForm, { visit: visitShow() });
    await form.find('input[value=approve]').setValue();
    await form.find('form').trigger('submit');
    await flushPromises();
    expect(form.emitted('stale')).toHaveLength(1);
    expect(form.emitted('decided')).toBeUndefined();
    expect(form.find('[role=alert]').exists()).toBe(false);
  });

  it('keeps its buttons locked, with the reason, on a visit of one’s own', async () => {
    const form = await show(DecisionForm, { visit: visitShow({ officer: { id: 'u-budi', name: 'Budi Contoh' } }) });
    expect(form.text()).toContain('Ini kunjungan Anda sendiri');
    expect(form.findAll('input[type=radio]').every((one) => one.attributes('disabled') !== undefined)).toBe(true);
  });

  it('decides on a visit in conflict like on any other', async () => {
    server.on(DECISION, visitShow({ state: 'approved' }));
    const form = await show(DecisionForm, { visit: visitShow({ state: 'conflict' }) });
    await form.find('input[value=approve]').setValue();
    await form.find('form').trigger('submit');
    await flushPromises();
    expect(form.emitted('decided')).toHaveLength(1);
  });

  it('only rejects a visit that has no family', async () => {
    const form = await show(DecisionForm, { visit: visitShow({ state: 'conflict', caseId: null, household: null }) });
    expect(form.find('input[value=approve]').attributes('disabled')).toBeDefined();
    expect(form.find('input[value=return]').attributes('disabled')).toBeDefined();
    expect(form.find('input[value=reject]').attributes('disabled')).toBeUndefined();
  });

  it('keeps what was typed when the line is cut', async () => {
    const form = await show(DecisionForm, { visit: visitShow() });
    await form.find('input[value=reject]').setValue();
    await form.find('textarea').setValue('Alamat keliru');
    await form.find('form').trigger('submit');
    await flushPromises();
    expect(form.find('[role=alert]').text()).toContain('Tidak tersambung ke server');
    expect(form.find('textarea').element.value).toBe('Alamat keliru');
  });
});
