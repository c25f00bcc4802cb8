import type { ExportPurpose, SignedInUser, Verb, VisitShow } from '@tuntas/contract';
import { createTexts } from '@tuntas/ui';
import { DOMWrapper, type VueWrapper, flushPromises, mount } from '@vue/test-utils';
import { vi } from 'vitest';
import type { Component } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import en from '../locales/en.json';
import id from '../locales/id.json';
import { routes } from '../router.ts';
import { session } from '../session.ts';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly headers: Headers;
}

/** The server of a screen's test: what it answers is said before, what it was asked can be read after. */
export class TestServer {
  readonly asked: Asked[] = [];
  private readonly answers = new Map<string, Answer[]>();

  constructor() {
    vi.stubGlobal('fetch', (input: RequestInfo | URL, init?: RequestInit) => this.take(String(input), init));
  }

  /** Several answers to one question are given in turn; the last one stays. */
  on(question: string, body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): this {
    this.answers.set(question, [...(this.answers.get(question) ?? []), { status, headers, body }]);
    return this;
  }

  last(question: string): Asked | undefined {
    return this.asked.filter((one) => `${one.method} ${one.path}` === question).at(-1);
  }

  private take(input: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(input, 'http://tuntas.test');
    const method = init.method ?? 'GET';
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : init.body;
    this.asked.push({ method, path: url.pathname, query: url.searchParams, body, headers: new Headers(init.headers) });
    const answers = this.answers.get(`${method} ${url.pathname}`);
    const answer = answers && answers.length > 1 ? answers.shift() : answers?.[0];
    if (!answer) return Promise.reject(new TypeError(`nothing answers ${method} ${url.pathname}`));
    const nothing = answer.status === 204;
    const { status, headers } = answer;
    return Promise.resolve(new Response(nothing ? null : JSON.stringify(answer.body), { status, headers }));
  }
}

export function signedIn(...can: Verb[]): SignedInUser {
  const user: SignedInUser = {
    id: 'u-budi',
    username: 'budi',
    name: 'Budi Contoh',
    locale: 'id',
    roles: [{ role: 'districtCoordinator', region: '51.08.04', regionName: 'Banjar' }],
    can,
  };
  session.user = user;
  session.app = {
    today: '2023-02-06',
    demo: false,
    regency: { code: '51.08', name: 'Kabupaten Buleleng' },
    timezone: 'Asia/Makassar',
    languages: ['id', 'en'],
    round: {
      id: 'r-1',
      code: 'BLL-2023-1',
      name: 'Putaran verval Februari 2023',
      opens: '2023-02-01',
      deadline: '2023-02-25',
      zeroDate: '2024-12-31',
      formId: 'verval',
      formVersion: '2023.1',
      povertyLines: [{ from: '2023-01-01', extreme: 322170, poor: 500000 }],
      evidence: { found: ['houseFront', 'inside', 'kkCard'] },
      attemptsBeforeNotFound: 2,
      answerDays: 30,
      phoneDays: 30,
      state: 'open',
      version: 1,
    },
  };
  return user;
}

/** A component on a page at `path`, among the office's addresses without their pages, after everything it asked at its start was answered. */
export async function show(component: Component, props: Record<string, unknown> = {}, path = '/'): Promise<VueWrapper> {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: routes.map(({ path, meta }) => ({ path, meta: { ...meta, title: '' }, component: { render: () => null } })),
  });
  await router.push(path);
  const wrapper = mount(component, {
    props,
    attachTo: document.body,
    global: { plugins: [createTexts({ id, en }), router] },
  });
  await flushPromises();
  return wrapper;
}

/** Asks for a paper by its button, the first one inside, for a purpose. Returns where its dialog leads to. */
export async function takenFor(button: DOMWrapper<Element>, purpose: ExportPurpose): Promise<string | undefined> {
  await (button.element.tagName === 'BUTTON' ? button : button.find('button')).trigger('click');
  const dialog = new DOMWrapper(document.querySelector('dialog'));
  await dialog.find('select').setValue(purpose);
  return dialog.find('a').attributes('href');
}

export function press(key: string, target: EventTarget = document.body): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

export function visitShow(change: Partial<VisitShow> = {}): VisitShow {
  const label = (text: string) => ({ id: text, en: text });
  return {
    id: 'v-1',
    instanceId: 'uuid:1',
    caseId: 'c-1',
    caseNumber: '000123-4',
    household: {
      name: 'Ni Luh Contoh',
      nik: '5108••••••••0001',
      kk: '5108••••••••0417',
      address: 'Jalan Contoh 1',
      hamlet: 'Banjar Dinas Contoh',
      village: '51.08.04.2001',
      villageName: 'Pedawa',
      districtName: 'Banjar',
    },
    version: 1,
    etag: '"7"',
    state: 'received',
    officer: { id: 'u-ani', name: 'Ani Contoh' },
    visitedAt: '2023-02-04T02:42:00Z',
    receivedAt: '2023-02-04T03:00:00Z',
    durationMinutes: 16,
    contact: 'found',
    attempts: [],
    proposal: {
      finding: 'extremelyPoor',
      perCapita: 286_000,
      expenditure: 1_430_000,
      people: 5,
      line: 322_170,
      lines: { extreme: 322_170, poor: 500_000 },
      steps: [{ code: 'belowExtremeLine' }],
    },
    withoutProposal: null,
    confirmed: null,
    answers: [],
    members: [],
    comparison: [
      { question: '/data/housing/floor', label: label('Lantai terluas'), roster: 'Semen', visit: 'Tanah', change: 'worse' },
      { question: '/data/housing/light', label: label('Penerangan'), roster: 'PLN', visit: 'PLN', change: 'same' },
    ],
    photos: [],
    signature: null,
    missingPhotos: ['kkCard'],
    outstandingFiles: [],
    location: null,
    findings: [],
    conflicts: [],
    resolvedConflicts: [],
    flags: [],
    decisions: [],
    corrects: null,
    sample: null,
    ...change,
  };
}
