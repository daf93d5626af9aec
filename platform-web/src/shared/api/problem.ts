/** The code of a problem without an answer: offline, or the server is down. */
export const UNREACHABLE = 'client.unreachable'

/** The code of a refusal that is none of ours, from a proxy for example. */
const UNEXPLAINED = 'client.unexplained'

/** What is wrong with one field of a request, in the reader's language. */
export interface FieldError {
  field: string
  code: string
  message: string
}

/** A refusal of the server (RFC 9457), or that it could not be reached; its texts are in the reader's language. */
export class Problem extends Error {
  override readonly name = 'Problem'

  constructor(
    /** HTTP's; 0 where no answer came. */
    readonly status: number,
    /** A stable word for the kind of refusal, such as `order.wrong-state`. */
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly errors: readonly FieldError[] = [],
    /** What the refusal carries beside the standard members. */
    readonly extensions: Readonly<Record<string, unknown>> = {},
  ) {
    super(title)
  }

  /** Whether asking again may help. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500
  }

  messageOf(field: string): string | undefined {
    return this.errors.find((error) => error.field === field)?.message
  }

  static unreachable(): Problem {
    return new Problem(0, UNREACHABLE, '', '')
  }

  static of(status: number, body: unknown): Problem {
    const { code, title, detail, errors, ...extensions } = isRecord(body) ? body : {}
    return new Problem(
      status,
      textOr(code, UNEXPLAINED),
      textOr(title, ''),
      textOr(detail, ''),
      Array.isArray(errors) ? (errors as FieldError[]) : [],
      extensions,
    )
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise
}
