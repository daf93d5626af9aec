import { computed, onBeforeUnmount, reactive, ref } from 'vue'
import { answerOf, api } from '@/shared/api/client'
import { Problem } from '@/shared/api/problem'
import { keepWaiting, waitingScans } from './keptScans'
import { readCard } from './queries'
import { lastStanding, nextToSend, readTyped, totalsOf, type Condition, type Line, type Mode } from './scans'
import { sound } from '@/shared/scan/sound'

/** So many lines are remembered on the page; what counts is the server's. */
const LINES_MAX = 2_000
const RETRY_MS = 1_500

/** Who stands at the till, as far as anybody knows. */
export interface AtTill {
  code: string
  credits: number | undefined
  booksOut: number | undefined
  /** The card cannot be used. */
  problem?: Problem
}

/**
 * The till of a corner. Whatever is scanned is kept before it is sent and forgotten when it is answered, so that neither a
 * lost connection nor a closed page loses a scan; lines are sent one after the other in the order of their scanning.
 */
export function useTill(account: string) {
  const lines = reactive<Line[]>(waitingScans(account))
  const mode = ref<Mode>('GIVE')
  const condition = ref<Condition>('GOOD')
  const reader = ref<AtTill>()
  const isOffline = ref(false)
  const signal = ref<'good' | 'bad'>()
  const totals = computed(() => totalsOf(lines))
  const waiting = computed(() => lines.filter(({ state }) => state === 'waiting').length)
  const unknown = computed(() =>
    lines.find(({ state, problem }) => state === 'refused' && problem?.code === 'corner.unknown-title'),
  )
  let isSending = false
  let isLeft = false
  let timer: ReturnType<typeof setTimeout> | undefined

  onBeforeUnmount(() => {
    isLeft = true
    clearTimeout(timer)
    window.removeEventListener('online', resume)
  })
  window.addEventListener('online', resume)
  void send()

  /** What was scanned or typed, once Enter ends it. */
  function enter(text: string): void {
    const typed = readTyped(text)
    switch (typed.is) {
      case 'next-reader':
        reader.value = undefined
        return
      case 'undo':
        undo()
        return
      case 'mode':
        mode.value = typed.mode
        return
      case 'card':
        void call(typed.code)
        return
      case 'book':
        add(typed.book)
    }
  }

  /** Takes the last scan back. */
  function undo(): void {
    const line = lastStanding(lines)
    if (line === undefined) {
      beep('bad')
    } else if (line.state === 'waiting' && !isSending) {
      line.state = 'taken-back'
      keep()
    } else {
      line.state = 'taking-back'
      void send()
    }
  }

  /** Sends a refused line again, after what it was refused for is mended. */
  function sendAgain(line: Line): void {
    line.state = 'waiting'
    delete line.problem
    keep()
    void send()
  }

  /** Lets a refused line be. */
  function drop(line: Line): void {
    lines.splice(lines.indexOf(line), 1)
  }

  function add(book: string): void {
    lines.unshift({
      id: crypto.randomUUID(),
      mode: mode.value,
      card: reader.value?.code,
      book,
      condition: condition.value,
      state: 'waiting',
    })
    lines.splice(LINES_MAX)
    keep()
    void send()
  }

  async function call(code: string): Promise<void> {
    const called: AtTill = { code, credits: undefined, booksOut: undefined }
    reader.value = called
    try {
      const card = await readCard(code)
      // An answer to a scan knows better: it came later.
      if (reader.value.code === code && reader.value.credits === undefined) {
        reader.value = { code: card.code, credits: card.credits, booksOut: card.booksOut }
      }
      beep('good')
    } catch (error) {
      if (error instanceof Problem && !error.isPassing) {
        reader.value = { ...called, problem: error }
        beep('bad')
      }
    }
  }

  function resume(): void {
    clearTimeout(timer)
    void send()
  }

  async function send(): Promise<void> {
    if (isSending || isLeft) {
      return
    }
    isSending = true
    for (let line = nextToSend(lines); line !== undefined; line = nextToSend(lines)) {
      if (!(await settle(line))) {
        timer = setTimeout(resume, RETRY_MS)
        break
      }
    }
    isSending = false
  }

  /** False where there was no answer, and it has to be sent again. */
  async function settle(line: Line): Promise<boolean> {
    const isTakingBack = line.state === 'taking-back'
    try {
      const answer = await (isTakingBack ? takeBack(line) : record(line))
      line.answer = answer
      // It may have been taken back on the page while it was on its way.
      line.state = answer.undone ? 'taken-back' : isTakingBackNow(line) ? 'taking-back' : 'done'
      show(line)
    } catch (error) {
      if (!(error instanceof Problem) || error.isPassing) {
        isOffline.value = true
        return false
      }
      fail(line, error, isTakingBack)
    }
    isOffline.value = false
    keep()
    return true
  }

  function fail(line: Line, problem: Problem, isTakingBack: boolean): void {
    if (isTakingBack && problem.code === 'corner.no-such-scan') {
      // It was taken back before it had arrived.
      line.state = 'taken-back'
      return
    }
    line.problem = problem
    line.state = isTakingBack ? 'done' : 'refused'
    beep('bad')
  }

  function show({ answer, state }: Line): void {
    const standing = answer?.reader
    if (standing && standing.cardCode.replaceAll('-', '') === reader.value?.code.replaceAll('-', '')) {
      reader.value = { code: standing.cardCode, credits: standing.credits, booksOut: standing.booksOut }
    }
    beep(state === 'done' || state === 'taken-back' ? 'good' : 'bad')
  }

  function beep(kind: 'good' | 'bad'): void {
    signal.value = kind
    sound(kind)
  }

  function keep(): void {
    keepWaiting(
      account,
      lines.filter(({ state }) => state === 'waiting' || state === 'taking-back'),
    )
  }

  return {
    lines,
    mode,
    condition,
    reader,
    totals,
    waiting,
    isOffline,
    signal,
    unknown,
    enter,
    undo,
    sendAgain,
    drop,
  }
}

function isTakingBackNow({ state }: Line): boolean {
  return state === 'taking-back'
}

function record({ id, mode, card, book, condition }: Line) {
  return answerOf(
    api.PUT('/api/v1/my/book-corner/scans/{id}', {
      params: { path: { id } },
      body: { kind: mode, book, condition, ...(card === undefined ? {} : { card }) },
    }),
  )
}

function takeBack({ id }: Line) {
  return answerOf(api.DELETE('/api/v1/my/book-corner/scans/{id}', { params: { path: { id } } }))
}
