import type { OutboxItem } from '@tuntas/field-data';
import { describe, expect, it } from 'vitest';
import { newsOf } from './heard.ts';

const visit = (instanceId: string, state: OutboxItem['state']) =>
  ({ instanceId, familyName: `Keluarga ${instanceId}`, state }) as OutboxItem;

describe('What is heard of visits on their way', () => {
  it('is that the office has received them, all by name', () => {
    const before = [visit('1', 'sending'), visit('2', 'waiting'), visit('3', 'waiting')];
    const now = [visit('1', 'received'), visit('2', 'received'), visit('3', 'sending')];
    expect(newsOf(before, now)).toEqual({ what: 'received', names: 'Keluarga 1, Keluarga 2' });
  });

  it('is first of all that it refused one', () => {
    const before = [visit('1', 'sending'), visit('2', 'sending')];
    expect(newsOf(before, [visit('1', 'received'), visit('2', 'refused')])).toEqual({ what: 'refused', names: 'Keluarga 2' });
  });

  it('is nothing when the phone is opened and shows what it holds', () => {
    expect(newsOf([], [visit('1', 'received'), visit('2', 'waiting')])).toBeNull();
    expect(newsOf([visit('1', 'received')], [visit('1', 'received')])).toBeNull();
  });
});
