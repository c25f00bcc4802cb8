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
}

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
  const ahead = remaining > 0 && row.forecast !== null;
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
    expected: ahead && row.forecast ? clipped(now, { x: x(row.forecast.finish), y: bottom }, right) : null,
    band:
      ahead && row.forecast
        ? [now, { x: Math.min(right, x(row.forecast.low)), y: bottom }, { x: Math.min(right, x(row.forecast.high)), y: bottom }]
        : null,
    finish: ahead && row.forecast && x(row.forecast.finish) <= right ? { x: x(row.forecast.finish), y: bottom } : null,
    atDeadline: late ? { x: x(deadline), y: y(leftAtDeadline) } : null,
  };
}

function clipped(from: Point, to: Point, right: number): readonly [Point, Point] {
  if (to.x <= right) return [from, to];
  const share = (right - from.x) / (to.x - from.x);
  return [from, { x: right, y: from.y + (to.y - from.y) * share }];
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
