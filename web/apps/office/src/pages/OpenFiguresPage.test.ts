import type { OpenFigures } from '@tuntas/contract';
import { beforeEach, expect, it } from 'vitest';
import { TestServer, show, signedIn } from '../testing/office.ts';
import OpenFiguresPage from './OpenFiguresPage.vue';

const FIGURES = 'GET /terbuka/angka.json';
const regency = {
  code: '51.08',
  name: 'Kabupaten Buleleng',
  level: 'regency',
  parent: null,
  asOf: '2023-10-15',
  counts: { extremelyPoor: 346, poor: 4364, notPoor: 496, gone: 105, helped: 3, open: 0, total: 5314, remaining: 346 },
} as const;
const none = { extremelyPoor: null, poor: null, notPoor: null, gone: null, helped: null, open: null, remaining: null };
const banjar = { code: '51.08.04', name: 'Banjar', level: 'district', parent: '51.08' } as const;
const untold: OpenFigures = {
  round: 'BLL-2023-1',
  name: 'Putaran verval Februari 2023',
  opens: '2023-02-01',
  deadline: '2023-02-25',
  zeroDate: '2023-08-25',
  asOf: '2023-10-15',
  unit: 'family',
  leastShown: 5,
  toldOn: null,
  sinceTold: null,
  rows: [regency, { ...banjar, asOf: '2023-10-15', counts: { ...none, total: 812 } }],
};
const told: OpenFigures = {
  ...untold,
  toldOn: '2023-04-02',
  sinceTold: { extremelyPoor: -3, poor: 0, notPoor: 0, gone: 0, helped: 3, open: 0, total: 0, remaining: -3 },
  rows: [
    regency,
    { ...banjar, asOf: '2023-04-02', counts: { ...none, extremelyPoor: 100, poor: 650, open: 0, total: 812, remaining: 100 } },
  ],
};

const table = async (figures: OpenFigures, path = '/terbuka') => {
  new TestServer().on(FIGURES, figures);
  const page = await show(OpenFiguresPage, {}, path);
  return { text: page.text(), rows: page.findAll('tbody tr').map((row) => row.findAll('th, td').map((cell) => cell.text())) };
};

beforeEach(() => {
  signedIn();
});

it('tells of the regency how many were helped, and of places only their families before the decree', async () => {
  const { text, rows } = await table(untold);
  expect(text).toContain('3 keluarga lain keluar karena sudah dibantu (graduasi).');
  expect(text).toContain('dibuka satu kali, setelah SK Bupati berlaku');
  expect(rows).toEqual([
    ['Kabupaten Buleleng', '5.314'],
    ['Banjar', '812'],
  ]);
});

it('tells of places what was found in the week of the decree, and by how much the regency has moved on', async () => {
  const { text, rows } = await table(told);
  expect(text).toContain('Kecamatan dan desa: keadaan akhir 2 April 2023');
  expect(rows).toEqual([
    ['Kabupaten Buleleng', '5.314', '346', '0', '4.364', '496', '105', '3'],
    ['Banjar', '812', '100', '0', '650', '•disembunyikan', '•disembunyikan', '–hanya untuk kabupaten'],
    ['Berubah sejak 2 April 2023, tidak menurut wilayah', '0', '-3', '0', '0', '0', '0', '+3'],
  ]);
});

it('leaves that line out where one district is looked at', async () => {
  const { rows } = await table(told, '/terbuka?kecamatan=51.08.04');
  expect(rows.map(([name]) => name)).toEqual(['Banjar']);
});
