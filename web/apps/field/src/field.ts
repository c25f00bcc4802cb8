import { Intercepted, Problem, Unreachable } from '@tuntas/contract';
import type { FieldConflict, FieldFamily, FieldWork, RegisteredDevice } from '@tuntas/contract';
import { NoRoom, Outbox, applyDifference, isRefused, isSigned, sha256 } from '@tuntas/field-data';
import type { Draft, FieldStore, OutboxItem } from '@tuntas/field-data';
import type { FilledForm } from '@tuntas/forms';
import { computed, ref, shallowRef } from 'vue';
import { tellActs } from './acts.ts';
import { askDeliveries, forgetDeliveries, readDeliveries, words } from './deliveries.ts';
import { exportAddress, forgetArrived, sealWaiting } from './for-office.ts';
import { contacted, holdLockFor, noteWaiting, officer, store } from './guard.ts';
import { heard, newsOf } from './heard.ts';
import { keepForms, keepMedia } from './kept-forms.ts';
import * as office from './office.ts';
import { askNominations, forgetProposals, readProposals } from './proposals.ts';
import { full, lookAtRoom } from './room.ts';

/** What the screens of one officer show; filled by {@link load}. */
export const work = shallowRef<FieldWork | null>(null);
export const outbox = shallowRef<readonly OutboxItem[]>([]);
export const drafts = shallowRef<readonly Draft[]>([]);
export const online = ref(navigator.onLine);
/** There is a network, and another than the office answers in it. */
export const intercepted = ref(false);
export const failure = shallowRef<Problem | null>(null);

/** Where a family stands for its officer, seen with what is still on this phone. */
export type Standing = 'todo' | 'begun' | 'returned' | 'onPhone' | 'received' | 'approved';

export const onPhone = computed(() => outbox.value.filter((item) => item.state !== 'received'));
/** How many visits and words about deliveries the office does not have. */
export const unsent = computed(() => onPhone.value.length + words.value.length);

export function standing(family: FieldFamily): Standing {
  if (onPhone.value.some((item) => item.familyId === family.id)) return 'onPhone';
  if (family.state === 'approved') return 'approved';
  if (family.returned && !receivedSince(family)) return 'returned';
  if (family.state === 'visited' || receivedSince(family)) return 'received';
  return drafts.value.some((draft) => draft.familyId === family.id) ? 'begun' : 'todo';
}

/** A visit to this family can be begun, continued or corrected now. */
export const isOpen = (family: FieldFamily): boolean => ['todo', 'begun', 'returned'].includes(standing(family));

function receivedSince(family: FieldFamily): boolean {
  const since = Date.parse(family.returned?.at ?? family.revisit?.at ?? '') || 0;
  return outbox.value.some(
    (item) => item.familyId === family.id && item.state === 'received' && Date.parse(item.receipt?.receivedAt ?? '') > since,
  );
}

/** Conflicts of this officer's visits, by instance; also of those that were sent by another phone or by ODK Collect. */
export const conflicts = computed(() => {
  const byInstance = new Map<string, FieldConflict[]>();
  for (const one of work.value?.conflicts ?? []) byInstance.set(one.instanceId, [...(byInstance.get(one.instanceId) ?? []), one]);
  return byInstance;
});

/** Other windows of this phone show the same visits; whichever changes them says so. */
const windows = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('tuntas.outbox');
windows?.addEventListener('message', async () => {
  const open = store();
  if (!open) return;
  await readOutbox(open);
  const now = await open.work();
  if (store() === open) work.value = now;
});

async function changed(from: FieldStore): Promise<void> {
  windows?.postMessage(null);
  await readOutbox(from);
}

async function readOutbox(from: FieldStore): Promise<void> {
  const [items, begun] = await Promise.all([from.outbox(), from.drafts()]);
  if (store() !== from) return;
  heard.value = newsOf(outbox.value, items) ?? heard.value;
  outbox.value = items;
  drafts.value = begun;
  // Told while the phone is locked; a full phone has more to tell.
  void noteWaiting(onPhone.value.length).catch(() => undefined);
}

/** Shows what the phone holds. */
export async function show(): Promise<void> {
  const open = store();
  if (!open) return;
  await Promise.all([readOutbox(open), readProposals(open), readDeliveries(open)]);
  work.value ??= await open.work();
}

let loading: Promise<void> | null = null;
/** The office was reached last, and let nobody in. */
let refused = false;

/** Shows what the phone holds, then what the office has; without signal the first must do. */
export function load(): Promise<void> {
  return (loading ??= loadOnce().finally(() => (loading = null)));
}

async function loadOnce(): Promise<void> {
  const open = store();
  if (!open) return;
  await show();
  sealWaiting(open);
  try {
    await office.speakFor(open.officerId);
    const known = await phoneAtOffice(open);
    const kept = await open.work();
    const asked = Date.now();
    const { bytes, signature, work: news } = await office.fetchWork(kept?.sequence ?? null);
    const answered = Date.now();
    if (known && !(await isSigned(bytes, signature, known.officeKey))) {
      await open.forget('office', '');
      throw new Unreachable(new Error('the work list does not bear the signature of the office'));
    }
    const now = applyDifference(kept, news);
    await open.keepWork(now);
    if (store() === open) work.value = now;
    const backInReach = !online.value || refused;
    refused = false;
    online.value = true;
    intercepted.value = false;
    failure.value = null;
    await contacted({
      ...(known && { wipeAfterDays: known.wipeAfterDays }),
      ...(news.serverTime && { clockAhead: (asked + answered) / 2 - Date.parse(news.serverTime) }),
    });
    await tellActs(open);
    await askNominations(open);
    await askDeliveries(open);
    await forgetArrived(open);
    await keepForms(open, now);
    await changed(open);
    await nameRegions();
    if (backInReach) void send(true);
    void keepMedia(open, now);
  } catch (problem) {
    refused = problem instanceof Problem;
    intercepted.value = problem instanceof Intercepted;
    if (problem instanceof Unreachable) online.value = false;
    else if (problem instanceof NoRoom) full.value = true;
    else if (problem instanceof Problem) {
      online.value = true;
      failure.value = problem.status === 401 ? null : problem;
    }
    // What the office told is asked for again; answers that the phone refuses are told of where they are given.
    else if (!isRefused(problem)) throw problem;
  }
}

/** A session names regions by their codes alone; their names are asked for once. */
async function nameRegions(): Promise<void> {
  const user = officer.value;
  if (!user || user.roles.every((role) => role.regionName)) return;
  const names = await office.regionNames();
  await contacted({ user: { ...user, roles: user.roles.map((role) => ({ ...role, regionName: names.get(role.region) ?? role.region })) } });
}

/** Makes this phone known to the office once, and remembers the office's keys. An office that does not register phones is worked with too. */
async function phoneAtOffice(open: FieldStore): Promise<RegisteredDevice | null> {
  const known = await exportAddress(open);
  if (known) return known;
  try {
    const registered = await office.registerPhone();
    await open.write('office', '', registered);
    return registered;
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 404) return null;
    throw problem;
  }
}

/** Puts a filled visit into the outbox in place of its draft. */
export async function hand(draft: Draft, form: FilledForm): Promise<void> {
  const open = store();
  if (!open) throw new Error('the phone is locked');
  const files = await Promise.all(form.files.map((file) => open.keepFile(form.instanceId, file)));
  await open.forgetFiles(
    form.instanceId,
    files.map((file) => file.name),
  );
  await open.finish(draft, {
    instanceId: form.instanceId,
    familyId: draft.familyId,
    familyName: draft.familyName,
    instanceXml: form.instanceXml,
    contentHash: await sha256(new TextEncoder().encode(form.instanceXml)),
    files,
    sent: 0,
    savedAt: new Date().toISOString(),
    state: 'waiting',
    misses: 0,
    nextTry: 0,
  });
  heard.value = { what: 'queued', names: draft.familyName };
  await changed(open);
  await lookAtRoom(open);
  sealWaiting(open);
}

const LOOK_AGAIN_MS = 1_800_000;
let sender: { readonly store: FieldStore; readonly outbox: Outbox } | null = null;
let again: ReturnType<typeof setTimeout> | undefined;

/** Sends what is due, with `now` all that waits; safe to call at any time. `refusedToo` when the officer asks for it. */
export async function send(now = false, refusedToo = false): Promise<void> {
  const open = store();
  if (!open) return;
  if (sender?.store !== open) sender = { store: open, outbox: new Outbox(open, office.doorOf(open.officerId)) };
  const before = onPhone.value.length;
  await sender.outbox.flush({ now, refusedToo, changed: () => void changed(open) });
  await readOutbox(open);
  if (onPhone.value.length < before) await load();
  sendLater();
}

holdLockFor(async () => {
  await sender?.outbox.idle();
});

/** Tries again when the next visit is due, and asks the browser to wake the app when there is signal. */
function sendLater(): void {
  clearTimeout(again);
  const due = onPhone.value.filter((item) => item.state === 'waiting').map((item) => item.nextTry);
  if (due.length === 0) return;
  again = setTimeout(() => void send(), Math.min(LOOK_AGAIN_MS, Math.max(1_000, Math.min(...due) - Date.now())));
  void navigator.serviceWorker
    ?.getRegistration()
    .then((registration) => (registration as { sync?: { register(tag: string): Promise<void> } } | undefined)?.sync?.register('send'))
    .catch(() => undefined);
}

export function forgetScreens(): void {
  clearTimeout(again);
  work.value = null;
  outbox.value = [];
  drafts.value = [];
  forgetProposals();
  forgetDeliveries();
  failure.value = null;
  heard.value = null;
}
