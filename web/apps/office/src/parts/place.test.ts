import { expect, it } from 'vitest';
import { place } from './place.ts';

it.each([
  [place('Jl. Mawar 3', 'Banjar Kaja', 'Musi'), 'Jl. Mawar 3, Banjar Kaja, Musi'],
  [place('Banjar Kaja, Musi', 'Banjar Kaja', 'Musi'), 'Banjar Kaja, Musi'],
  [place('', 'Banjar Kaja', ''), 'Banjar Kaja'],
])('says where a family lives without saying it twice: %s', (said, wanted) => {
  expect(said).toBe(wanted);
});
