import { Problem, Unreachable } from '@tuntas/contract';
import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import ProblemNote from './ProblemNote.vue';
import { createTexts } from './preferences.ts';

const note = (failure: unknown, fields?: Record<string, string>) =>
  mount(ProblemNote, {
    props: { failure, retry: true, ...(fields && { fields }) },
    global: { plugins: [createTexts({ id: {}, en: {} })] },
  });

describe('A problem on the screen', () => {
  it('says in the server’s words what happened, and the code for help', () => {
    const text = note(
      new Problem(500, { title: 'Terjadi gangguan', detail: 'Tidak ada yang tersimpan setengah.', correlationId: '0189-x' }),
    ).text();
    expect(text).toContain('Terjadi gangguan');
    expect(text).toContain('Tidak ada yang tersimpan setengah.');
    expect(text).toContain('0189-x');
  });

  it('lists every field that needs mending', () => {
    const errors = [{ pointer: '/name', code: 'required', detail: 'Wajib diisi' }];
    expect(note(new Problem(422, { title: 'Isian perlu diperbaiki', errors })).text()).toContain('Wajib diisi');
  });

  it('calls a field what its form calls it', () => {
    const errors = [{ pointer: '/name', code: 'required', detail: 'Wajib diisi' }];
    expect(note(new Problem(422, { errors }), { name: 'Nama lengkap' }).get('.errors').text()).toBe('Nama lengkap: Wajib diisi');
  });

  it('treats being offline as a state: what is safe and what to do', () => {
    const shown = note(new Unreachable(null));
    expect(shown.text()).toContain('Tidak tersambung ke server');
    expect(shown.text()).toContain('Yang sudah tersimpan tetap aman');
    expect(shown.classes()).toContain('warn');
  });

  it('offers to try again', async () => {
    const shown = note(new Unreachable(null));
    await shown.find('button').trigger('click');
    expect(shown.emitted('retry')).toHaveLength(1);
  });
});
