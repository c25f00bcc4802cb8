import { describe, expect, it } from 'vitest';
import { photoPath, returnChoices } from './return-choices.ts';

const t = (key: string, values: Record<string, string>) => `${key}(${Object.values(values).join()})`;

describe('What a reviewer can ask for again', () => {
  it('names photos by their place in the form', () => {
    expect(photoPath('houseFront')).toBe('/data/photos/house_front');
    expect(photoPath('roof')).toBe('/data/photos/roof');
    expect(photoPath('/data/well[1]/photo')).toBe('/data/well[1]/photo');
  });

  it('puts what is missing first and leaves out answers that agree with the roster', () => {
    const label = { id: 'Atap', en: 'Roof' };
    const choices = returnChoices(
      {
        missingPhotos: ['kkCard'],
        photos: [{ kind: 'roof', name: 'a.jpg', label, sha256: '', width: null, height: null, url: '', thumbUrl: '' }],
        comparison: [
          { question: '/data/house/roof', label, roster: 'a', visit: 'b', change: 'worse' },
          { question: '/data/house/wall', label, roster: 'a', visit: 'a', change: 'same' },
        ],
      },
      'en',
      t,
    );
    expect(choices.map((one) => one.path)).toEqual(['/data/photos/kk_card', '/data/photos/roof', '/data/house/roof']);
    expect(choices[1]?.text).toBe('decision.retakePhoto(Roof)');
  });

  it('names a question once, however many rows of the roster speak of it', () => {
    const label = { id: 'Bantuan', en: 'Aid' };
    const row = { question: '/data/aid', label, roster: 'a', visit: 'b', change: 'changed' } as const;
    expect(returnChoices({ missingPhotos: [], photos: [], comparison: [row, row] }, 'id', t)).toHaveLength(1);
  });
});
