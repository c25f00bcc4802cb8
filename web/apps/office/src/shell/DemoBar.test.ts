import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { TestServer, show, signedIn } from '../testing/office.ts';
import { session } from '../session.ts';
import DemoBar from './DemoBar.vue';

const PLAY = 'POST /api/v1/demo/day';
const JOB = 'GET /api/v1/jobs/j-1';
const job = { id: 'j-1', kind: 'demo-play', stage: 'play', done: 1, total: 4, result: null, problem: null };
let server: TestServer;

beforeEach(() => {
  sessionStorage.clear();
  signedIn('demo.play');
  server = new TestServer().on(PLAY, { jobId: 'j-1' }, 202);
});

describe('The bar of the demo', () => {
  it('goes on watching a day that is being played when its page is loaded again', async () => {
    server.on(JOB, { ...job, state: 'running' });
    const first = await show(DemoBar);
    await first.find('form').trigger('submit');
    await flushPromises();
    first.unmount();

    const second = await show(DemoBar);

    expect(second.text()).toContain('8 Maret 2023');
    expect(second.find('[role=progressbar], progress').exists()).toBe(true);
    expect(second.find('form').exists()).toBe(false);
  });

  it('shows the day that the play has reached', async () => {
    server.on('GET /api/v1/app', { ...session.app, demo: true, today: '2023-02-21' }).on(JOB, { ...job, state: 'running' });
    const bar = await show(DemoBar);
    expect(bar.text()).toContain('hari ini 6 Februari 2023');
    await bar.find('form').trigger('submit');
    await flushPromises();
    expect(bar.text()).toContain('hari ini 21 Februari 2023');
  });

  it('says to whom may play that the play leaves families of his own alone', async () => {
    expect((await show(DemoBar)).text()).toContain('tidak mengunjungi keluarga yang Anda impor');
    signedIn('case.read');
    expect((await show(DemoBar)).text()).not.toContain('impor');
  });

  it('offers the next day once the one before is played', async () => {
    server.on(JOB, { ...job, state: 'done' });
    sessionStorage.setItem('tuntas.demo', 'j-1 2023-02-06');
    const bar = await show(DemoBar);
    expect(bar.find('form').exists()).toBe(true);
  });
});
