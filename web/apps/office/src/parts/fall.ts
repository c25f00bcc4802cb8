/** One column of a fall: it stands on `from` and ends at `to`. */
export interface FallColumn {
  readonly key: string;
  readonly label: string;
  readonly note?: string | undefined;
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly colour: string;
  /** Takes its count away from what was there. */
  readonly leaves: boolean;
}
