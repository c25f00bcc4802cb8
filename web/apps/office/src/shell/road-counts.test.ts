import type { ProgressRow } from '@tuntas/contract';
import { beforeEach, describe, expect, it } from 'vitest';
import { session } from '../session.ts';
import { TestServer, signedIn } from '../testing/office.ts';
import { navigation } from './navigation.ts';
import { refreshRoadCounts, roadCounts } from './road-counts.ts';

let server: TestServer;
beforeEach(() => {
  server = new TestServer().on('GET /api/v1/rounds/BLL-2023-1/progress', {
    rows: [{ total: 5, visited: 5, waiting: 0 } as ProgressRow],
    decreed: { families: 4, unasked: 1, underWay: 2, graduated: 1 },
  });
});

describe('The counts beside the road', () => {
  it('count at the review what its queue shows, re-visits too', async () => {
    signedIn('progress.read', 'visit.review');
    server.on('GET /api/v1/reviews', { items: [], next: null, counts: { flagged: 0, all: 1, sample: 0 } });
    await refreshRoadCounts();
    expect(roadCounts.value).toMatchObject({ visited: 5, waiting: 1 });
  });

  it('go on after the review by whom the decree names', async () => {
    signedIn('progress.read');
    await refreshRoadCounts();
    const road = navigation.find((group) => group.road)?.items ?? [];
    const counts = road.map((item) => [item.to, roadCounts.value && item.waiting?.(roadCounts.value)]);
    expect(Object.fromEntries(counts)).toMatchObject({
      '/sk': 4,
      '/program': 1,
      '/intervensi': 2,
      '/graduasi': 1,
      '/musyawarah': undefined,
    });
  });

  it('end at the review until a decree names a family', async () => {
    signedIn('progress.read');
    server.on('GET /api/v1/rounds/EARLY/progress', {
      rows: [{ total: 5 } as ProgressRow],
      decreed: { families: 0, unasked: 0, underWay: 0, graduated: 0 },
    });
    session.app = { ...session.app!, round: { ...session.app!.round!, code: 'EARLY' } };
    await refreshRoadCounts();
    expect(roadCounts.value).toMatchObject({ total: 5, decreed: null });
  });

  it('ask for no queue of whoever reviews nothing', async () => {
    signedIn('progress.read');
    await refreshRoadCounts();
    expect(roadCounts.value).toMatchObject({ visited: 5, waiting: 0 });
    expect(server.last('GET /api/v1/reviews')).toBeUndefined();
  });
});
