import { type Meeting, type MeetingSheet, Problem, Unreachable } from '@tuntas/contract';
import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import { api, keepSession, reconnect, session } from '../session.ts';
import { keepOffice } from './keep-office.ts';
import { changeMeeting, onMeetingChanged, readMeeting } from './meeting-store.ts';
import {
  type Wish,
  type WorkingCopy,
  acknowledged,
  answered,
  asShown,
  clashSettled,
  decided,
  noted,
  refreshed,
  sheetClashed,
  sheetTaken,
  unsent,
} from './working-copy.ts';

const TRY_AGAIN_MS = 15_000;
/** The server takes so many at a time. */
const BATCH = 200;

/**
 * A meeting at work: what is done stands on this machine before anything else happens, and is sent when the server can be reached. A kept
 * meeting opens without it.
 */
export function useMeetingDesk(id: string) {
  const user = session.user?.id ?? '';
  const copy = shallowRef<WorkingCopy | null>(null);
  const failure = shallowRef<unknown>(null);
  const offline = ref(false);
  const sending = ref(false);
  /** Whether this page opens here without the server. */
  const ready = ref(session.offline);
  let again = false;
  let over = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function load(): Promise<void> {
    failure.value = null;
    copy.value = await readMeeting(user, id);
    try {
      await reconnect();
      await take(await api.meeting(id));
      offline.value = false;
    } catch (cause) {
      if (!(cause instanceof Unreachable)) failure.value = cause;
      else if (copy.value) offline.value = true;
      else failure.value = cause;
    }
    if (copy.value && unsent(copy.value) > 0) await send();
  }

  /** What the office says; kept only while there is something to do on it here. */
  async function take(meeting: Meeting): Promise<void> {
    const next = refreshed(await readMeeting(user, id), meeting, now());
    const keep = meeting.mayRecord || unsent(next) > 0 || next.lost.length > 0;
    await changeMeeting(user, id, (kept) => (keep ? refreshed(kept, meeting, now()) : null));
    copy.value = keep ? await readMeeting(user, id) : next;
    if (keep) {
      await keepSession();
      ready.value = await keepOffice();
    }
  }

  async function change(step: (kept: WorkingCopy) => WorkingCopy): Promise<void> {
    const here = copy.value;
    if (here) copy.value = await changeMeeting(user, id, (kept) => step(kept ?? here));
  }

  /** The same on each of them, as a decision of its own. */
  async function decide(subjectIds: readonly string[], wish: Wish): Promise<void> {
    await change((kept) => subjectIds.reduce((copy, subject) => decided(copy, subject, wish, crypto.randomUUID(), now()), kept));
    await send();
  }

  async function note(step: (sheet: MeetingSheet) => MeetingSheet): Promise<void> {
    await change((kept) => noted(kept, step, now()));
    await send();
  }

  async function settle(whose: 'mine' | 'theirs'): Promise<void> {
    await change((kept) => clashSettled(kept, whose));
    await send();
  }

  /** Sends what waits; whatever cannot be sent stays and is tried again. */
  async function send(): Promise<void> {
    again = true;
    if (sending.value) return;
    sending.value = true;
    clearTimeout(timer);
    try {
      while (again) {
        again = false;
        await reconnect();
        await sendDecisions();
        await sendSheet();
      }
      offline.value = false;
      failure.value = null;
    } catch (cause) {
      offline.value = cause instanceof Unreachable;
      failure.value = offline.value ? null : cause;
    } finally {
      sending.value = false;
    }
    if (offline.value && !over) timer = setTimeout(() => void send(), TRY_AGAIN_MS);
  }

  async function sendDecisions(): Promise<void> {
    while (copy.value && copy.value.pending.length > 0) {
      const answer = await api.decideInMeeting(id, copy.value.pending.slice(0, BATCH));
      await change((kept) => answered(kept, answer));
    }
  }

  async function sendSheet(): Promise<void> {
    const waiting = copy.value?.sheet;
    if (!waiting || waiting.clash) return;
    try {
      const meeting = await api.noteMeeting(id, waiting.changed, waiting.version);
      await change((kept) => sheetTaken(kept, waiting.changed, meeting));
    } catch (cause) {
      if (!(cause instanceof Problem) || cause.code !== 'stale') throw cause;
      const meeting = await api.meeting(id);
      await change((kept) => sheetClashed(kept, meeting));
    }
  }

  const wake = () => void send();
  window.addEventListener('online', wake);
  const deafen = onMeetingChanged(id, () => void readMeeting(user, id).then((kept) => kept && (copy.value = kept)));
  onScopeDispose(() => {
    over = true;
    clearTimeout(timer);
    window.removeEventListener('online', wake);
    deafen();
  });
  void load();

  return {
    meeting: computed(() => copy.value && asShown(copy.value, session.user?.name ?? '')),
    waiting: computed(() => (copy.value ? unsent(copy.value) : 0)),
    lost: computed(() => copy.value?.lost ?? []),
    clash: computed(() => copy.value?.sheet?.clash ?? false),
    keptAt: computed(() => copy.value?.keptAt ?? null),
    failure,
    offline,
    sending,
    ready,
    load,
    take,
    decide,
    note,
    settle,
    send,
    acknowledge: () => change(acknowledged),
  };
}

export type MeetingDesk = ReturnType<typeof useMeetingDesk>;

function now(): string {
  return new Date().toISOString();
}
