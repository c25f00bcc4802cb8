import type { PaceRow } from '@tuntas/contract';
import { daysBetween } from '@tuntas/ui';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Burndown {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly yTicks: readonly { readonly value: number; readonly y: number }[];
  readonly xTicks: readonly { readonly day: string; readonly x: number }[];
  readonly line: readonly Point[];
  readonly today: Point & { readonly left: number };
  readonly deadline: number;
  readonly needed: readonly [Point, Point] | null;
  readonly expected: readonly [Point, Point] | null;
  readonly band: readonly [Point, Point, Point] | null;
  readonly finish: Point | null;
  readonly atDeadline: Point | null;
  /** Where the present pace is written: right above its line. */
  readonly pace: Point | null;
}

/** What a picture's writing is as wide as, about: letters at its size, the bold ones. */
const LETTER = 7.5;
const LINE = 16;

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Steps of 1, 2 or 5 times a power of ten that cut `top` into three to seven parts. */
export function ticksUpTo(top: number): readonly number[] {
  if (top <= 0) return [0];
  const rough = top / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? rough);
  const ticks = [];
  for (let value = 0; value <= top; value += step) ticks.push(value);
  return ticks;
}

/** The day of the last visit, while families are left for whom nothing is forecast. */
export function restingSince(row: PaceRow, asOf: string): string | null {
  return row.forecast ? null : (row.days.findLast((one) => one.visited > 0 && one.day <= asOf)?.day ?? null);
}

/** The last day that the picture shows: today, or the deadline once everything is done by then. */
function lastDay(row: PaceRow, deadline: string, asOf: string): string {
  const known = row.days.filter((one) => one.day <= asOf);
  const left = row.total - known.reduce((sum, one) => sum + one.visited, 0);
  const done = known.reduce((latest, one) => (one.day > latest ? one.day : latest), deadline);
  return left === 0 && done < asOf ? done : asOf;
}

/**
 * Where everything of the burn-down stands, in pixels of a picture `width` wide: what is left per day so far, the straight way to zero at
 * the present rate with its band of likely ends, and the steeper one that would keep the deadline.
 *
 * The picture reaches to the latest likely end, but at most to twice the round's length, so that a slow start does not flatten the days
 * that are already known.
 */
export function burndown(row: PaceRow, opens: string, deadline: string, today: string, width: number): Burndown {
  const asOf = lastDay(row, deadline, today);
  const height = width < 520 ? 300 : 392;
  const left = 46;
  const right = width - 16;
  const top = 26;
  const bottom = height - 40;
  const roundDays = Math.max(1, daysBetween(opens, deadline));
  const furthest = Math.max(roundDays, daysBetween(opens, asOf), row.forecast ? daysBetween(opens, row.forecast.high) : 0);
  const span = Math.ceil(Math.min(furthest, Math.max(roundDays * 2, daysBetween(opens, asOf))) * 1.06) || 1;
  const x = (day: string) => left + (daysBetween(opens, day) / span) * (right - left);
  const y = (value: number) => bottom - (value / Math.max(1, row.total)) * (bottom - top);

  let remaining = row.total;
  const line: Point[] = [{ x: left, y: y(row.total) }];
  for (const one of [...row.days].sort((a, b) => a.day.localeCompare(b.day))) {
    if (one.day > asOf) break;
    remaining -= one.visited;
    line.push({ x: x(one.day), y: y(remaining) });
  }
  const now: Point = { x: x(asOf), y: y(remaining) };
  if (line[line.length - 1]?.x !== now.x) line.push(now);

  const leftAtDeadline = row.leftAtDeadline ?? 0;
  const late = leftAtDeadline > 0 && asOf < deadline;
  const forecast = remaining > 0 ? row.forecast : null;
  const finish = forecast && { x: x(forecast.finish), y: bottom };
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    yTicks: ticksUpTo(row.total).map((value) => ({ value, y: y(value) })),
    xTicks: xTicks(opens, span, width, x),
    line,
    today: { ...now, left: remaining },
    deadline: x(deadline),
    needed: remaining > 0 && asOf < deadline ? [now, { x: x(deadline), y: bottom }] : null,
    expected: finish && [now, finish],
    band: forecast && [now, { x: x(forecast.low), y: bottom }, { x: x(forecast.high), y: bottom }],
    finish: finish && finish.x <= right ? finish : null,
    atDeadline: late ? { x: x(deadline), y: y(leftAtDeadline) } : null,
    pace: finish && paceAt(now, finish, x(deadline), right),
  };
}

/** Half-way on the part of the pace's line that lies behind the deadline; nowhere if that part is too short or too flat to write above it. */
function paceAt(from: Point, to: Point, deadline: number, right: number): Point | null {
  const start = Math.max(from.x, deadline);
  const x = (start + Math.min(to.x, right)) / 2;
  const slope = (to.y - from.y) / (to.x - from.x);
  return slope * (x - start) > 2 * LINE ? { x, y: from.y + slope * (x - from.x) } : null;
}

/** The first of these words that fits beside a point of the picture, to its right or else to its left, without crossing the deadline; else the last one. */
export function beside(
  at: Point,
  words: readonly string[],
  { left, width, deadline }: Burndown,
): { text: string; anchor: 'start' | 'end' } {
  const gap = 13;
  const free = (from: number, to: number) => from >= left && to <= width && (to < deadline || from > deadline + 6);
  for (const text of words) {
    const length = text.length * LETTER;
    if (free(at.x + gap, at.x + gap + length)) return { text, anchor: 'start' };
    if (free(at.x - gap - length, at.x - gap)) return { text, anchor: 'end' };
  }
  return { text: words.at(-1) ?? '', anchor: 'start' };
}

function xTicks(opens: string, span: number, width: number, x: (day: string) => number): Burndown['xTicks'] {
  const room = Math.max(2, Math.floor(width / 110));
  const every = Math.max(1, Math.ceil(span / room / 7) * 7);
  const ticks = [];
  for (let days = 0; days <= span; days += every) {
    const day = addDays(opens, days);
    ticks.push({ day, x: x(day) });
  }
  return ticks;
}

export function path(points: readonly Point[]): string {
  return points.map((point, index) => `${index === 0 ? 'M' : 'L'}${point.x.toFixed(1)} ${point.y.toFixed(1)}`).join('');
}
