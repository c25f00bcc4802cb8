/** A signed paper as its form holds it. */
export interface DecreePaper {
  number: string;
  decidedOn: string;
  scan: File | null;
}

export function emptyPaper(): DecreePaper {
  return { number: '', decidedOn: '', scan: null };
}

export function isWhole(paper: DecreePaper): boolean {
  return paper.number.trim() !== '' && paper.decidedOn !== '' && paper.scan !== null;
}

export function paperForm(paper: DecreePaper): FormData {
  const form = new FormData();
  form.append('number', paper.number.trim());
  form.append('decidedOn', paper.decidedOn);
  if (paper.scan) form.append('scan', paper.scan, paper.scan.name);
  return form;
}

/** A family that an amendment adds or strikes, and why. */
export interface ChosenFamily {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  /** Whose meeting and visit hold it extremely poor, although it is to be struck; empty otherwise. */
  readonly upheldBy: string;
  reason: string;
}
