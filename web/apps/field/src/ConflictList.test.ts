import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FieldConflict, FieldWork } from '@tuntas/contract';
import { createTexts } from '@tuntas/ui';
import { mount } from '@vue/test-utils';
import { afterEach, expect, it } from 'vitest';
import ConflictList from './ConflictList.vue';
import { work } from './field.ts';
import en from './locales/en.json';
import id from './locales/id.json';

const late = {
  ...{ visitId: 'v', instanceId: 'uuid:1', caseId: null, at: '2023-02-04T01:00:00Z' },
  ...{ code: 'after-deadline', detail: '2023-02-25', message: 'Datang setelah batas waktu 25 Februari 2023.' },
};

function shown(conflict: FieldConflict, language: 'id' | 'en') {
  work.value = { sequence: 1, round: null, families: [], conflicts: [conflict] } satisfies FieldWork;
  localStorage.setItem('tuntas.language', language);
  return mount(ConflictList, { global: { plugins: [createTexts({ id, en })] } }).text();
}

afterEach(() => {
  work.value = null;
  localStorage.clear();
});

it('A conflict is told in the language of now, whatever it was fetched in', () => {
  expect(shown(late, 'en')).toContain('Came after the deadline 25 February 2023.');
  expect(shown(late, 'id')).toContain('Datang setelah batas waktu 25 Februari 2023.');
});

it('A broken rule is told by the question that it is about', () => {
  const broken = { ...late, code: 'constraint', detail: '/data/well[2]/distance', question: { id: 'Jarak (m)', en: 'Distance (m)' } };
  expect(shown(broken, 'id')).toContain('mulai dari Jarak (m).');
  expect(shown(broken, 'en')).toContain('Distance (m)');
});

it('A rule that no single answer breaks is told without a place', () => {
  expect(shown({ ...late, code: 'constraint', detail: '' }, 'id')).toContain('Kiriman tidak memenuhi aturan formulirnya');
});

it('A reason that this version does not know comes in the office’s words', () => {
  expect(shown({ ...late, code: 'new-reason', message: 'Alasan baru.' }, 'en')).toContain('Alasan baru.');
});

it('The phone has words for every conflict that the office knows', () => {
  const file = join(import.meta.dirname, '../../../../server/src/main/resources/messages/visits.properties');
  const codes = [...readFileSync(file, 'utf8').matchAll(/^conflict\.([a-z-]+)=/gm)].map((match) => match[1]);
  expect(Object.keys(id.conflictCode).sort()).toEqual(codes.sort());
});
