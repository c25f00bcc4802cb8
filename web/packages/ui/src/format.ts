import { useI18n } from 'vue-i18n';

export type Language = 'id' | 'en';

const LOCALES: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };
const NARROW_SPACE = '\u00a0';

/** Numbers, money, days and times as the reader's language writes them; times are the regency's own (WITA). */
export class Format {
  readonly language: Language;
  private readonly locale: string;
  private readonly timeZone: string;
  /** By their digits. Making one costs a slow phone more than writing a hundred numbers. */
  private readonly numbers: Intl.NumberFormat[] = [];
  private calendar: Intl.DateTimeFormat | null = null;
  private clock: Intl.DateTimeFormat | null = null;
  private readonly dates = new Map<string, Intl.DateTimeFormat>();

  constructor(language: Language, timeZone = 'Asia/Makassar') {
    this.language = language;
    this.locale = LOCALES[language];
    this.timeZone = timeZone;
  }

  number(value: number, digits = 0): string {
    this.numbers[digits] ??= new Intl.NumberFormat(this.locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    return this.numbers[digits].format(value);
  }

  /** `share` is a part of one: 0.205 is 20,5 %. */
  percent(share: number, digits = 1): string {
    const space = this.language === 'id' ? NARROW_SPACE : '';
    return `${this.number(share * 100, digits)}${space}%`;
  }

  rupiah(value: number): string {
    return `Rp${NARROW_SPACE}${this.number(Math.round(value))}`;
  }

  /** `2023-02-25` as 25 Februari 2023. */
  day(day: string): string {
    return this.date(day, { day: 'numeric', month: 'long', year: 'numeric' });
  }

  weekday(day: string): string {
    return this.date(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  }

  shortDay(day: string): string {
    return this.date(day, { day: 'numeric', month: 'short' });
  }

  longDayOfYear(day: string): string {
    return this.date(day, { day: 'numeric', month: 'long' });
  }

  /** A moment as its day and time: 4 Februari 2023 pukul 10.42 WITA. */
  moment(instant: string): string {
    const at = this.language === 'id' ? 'pukul' : 'at';
    return `${this.dayOf(instant)} ${at} ${this.time(instant)}`;
  }

  time(instant: string): string {
    const { locale, timeZone } = this;
    this.clock ??= new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
    return `${this.clock.format(new Date(instant))} WITA`;
  }

  dayOf(instant: string): string {
    return this.day(this.calendarDay(instant));
  }

  shortDayOf(instant: string): string {
    return this.shortDay(this.calendarDay(instant));
  }

  /** The regency's calendar day of a moment, `YYYY-MM-DD`; a day stays as it is. */
  calendarDay(instant: string): string {
    if (instant.length === 10) return instant;
    this.calendar ??= new Intl.DateTimeFormat('en-CA', { timeZone: this.timeZone });
    return this.calendar.format(new Date(instant));
  }

  distance(metres: number): string {
    return metres < 1000 ? `${this.number(metres)} m` : `${this.number(metres / 1000, 1)} km`;
  }

  bytes(size: number): string {
    if (size < 1_000_000) return `${this.number(Math.max(1, Math.round(size / 1000)))} KB`;
    if (size < 1_000_000_000) return `${this.number(size / 1_000_000, 1)} MB`;
    return `${this.number(size / 1_000_000_000, 1)} GB`;
  }

  private date(day: string, options: Intl.DateTimeFormatOptions): string {
    const parts = Object.entries(options).join();
    const written = this.dates.get(parts) ?? new Intl.DateTimeFormat(this.locale, { ...options, timeZone: 'UTC' });
    this.dates.set(parts, written);
    return written.format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
  }
}

/** Whole days from one `YYYY-MM-DD` to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

const FORMATS: Record<Language, Format> = { id: new Format('id'), en: new Format('en') };

/** The {@link Format} of the current language, asked anew at each use so that a switch of language redraws. */
export function useFormat(): { readonly current: Format } {
  const { locale } = useI18n();
  return {
    get current() {
      return FORMATS[locale.value === 'en' ? 'en' : 'id'];
    },
  };
}
