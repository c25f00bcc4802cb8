import { mount } from '@vue/test-utils';
import { expect, it } from 'vitest';
import JobBar from './JobBar.vue';
import { createTexts } from './preferences.ts';

it('The days of the demo that are played are counted in words, not by the server’s name for them', () => {
  const job = { id: 'j-1', kind: 'demo', state: 'running', stage: 'play', done: 6, total: 10_064, result: null, problem: null } as const;
  const bar = mount(JobBar, { props: { job, label: 'Memainkan' }, global: { plugins: [createTexts({ id: {}, en: {} })] } });
  expect(bar.text()).toBe('Memainkan: langkah 6 dari 10.064');
});
