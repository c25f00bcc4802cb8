import type { ProgressRow } from '@tuntas/contract';
import { beforeEach, describe, expect, it } from 'vitest';
import { TestServer, signedIn } from '../testing/office.ts';
import { refreshRoadCounts, roadCounts } from './road-counts.ts';

let server: TestServer;
beforeEach(() => {
  server = new TestServer().on('GET /api/v1/rounds/BLL-2023-1/progress', { rows: [{ total: 5, visited: 5, waiting: 0 } as ProgressRow] });
});

describe('The counts beside the road', () => {
  it('count at the review what its queue shows, re-visits too', async () => {
    signedIn('progress.read', 'visit.review');
    server.on('GET /api/v1/reviews', { items: [], next: null, counts: { flagged: 0, all: 1, sample: 0 } });
    await refreshRoadCounts();
    expect(roadCounts.value).toMatchObject({ visited: 5, waiting: 1 });
  });

  it('ask for no queue of whoever reviews nothing', async () => {
    signedIn('progress.read');
    await refreshRoadCounts();
    expect(roadCounts.value).toMatchObject({ visited: 5, waiting: 0 });
    expect(server.last('GET /api/v1/reviews')).toBeUndefined();
  });
});
