import type { Day } from '@tuntas/contract';

const DAY_MS = 86_400_000;

/** The last days of the weeks up to `latest`, which is one of them, back to the one before a round `opens`; the newest first. */
export function weeksBetween(opens: Day, latest: Day): readonly Day[] {
  const weeks: Day[] = [];
  for (let end = Date.parse(latest); end > Date.parse(opens) - 7 * DAY_MS; end -= 7 * DAY_MS)
    weeks.push(new Date(end).toISOString().slice(0, 10));
  return weeks;
}
