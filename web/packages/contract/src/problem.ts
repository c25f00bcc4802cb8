/** One thing wrong in a request: where (JSON pointer), which code, and words for a person. */
export interface FieldProblem {
  readonly pointer: string;
  readonly code: string;
  readonly detail?: string;
}

export interface ProblemBody {
  readonly type?: string;
  readonly title?: string;
  readonly status?: number;
  readonly detail?: string;
  readonly code?: string;
  readonly errors?: readonly FieldProblem[];
  readonly correlationId?: string;
}

/** A refusal of the server (RFC 9457). Screens branch by `code`; `detail` is already in the reader's language. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly FieldProblem[];
  readonly correlationId: string | null;

  constructor(status: number, body: ProblemBody) {
    super(body.detail ?? body.title ?? `HTTP ${String(status)}`);
    this.name = 'Problem';
    this.status = status;
    this.code = body.code ?? 'unexpected';
    this.title = body.title ?? '';
    this.detail = body.detail ?? '';
    this.errors = body.errors ?? [];
    this.correlationId = body.correlationId ?? null;
  }
}

/** The request never reached the server, or its answer never reached us. Offline is a state, not an error. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('unreachable', { cause });
    this.name = 'Unreachable';
  }
}

/** Another than the server answered, with a page: a network that wants its users to sign in first, or a gateway that does not reach it either. */
export class Intercepted extends Unreachable {
  constructor(status: number) {
    super(new Error(`${String(status)} with a page instead of an answer`));
    this.name = 'Intercepted';
  }
}
