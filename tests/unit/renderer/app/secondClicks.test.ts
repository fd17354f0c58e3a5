import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ignoreSecondClicks } from '../../../../src-renderer/app/secondClicks'

/** As much of a button, or of what lies in it, as a click is told by. */
class Thing {
  readonly form: object | null

  constructor(
    readonly type: 'button' | 'submit',
    public textContent: string,
    form?: object
  ) {
    this.form = form ?? null
  }

  closest(): this {
    return this
  }
}

let hear: (event: object) => void

beforeEach(() => {
  vi.stubGlobal('Element', Thing)
  vi.stubGlobal('window', {
    addEventListener: (_name: string, listener: typeof hear) => {
      hear = listener
    }
  })
  ignoreSecondClicks()
})

afterEach(() => {
  vi.unstubAllGlobals()
})

/** Whether the page hears the click. `inRow`: 1 for the first, 2 for the second of a double click, 0 for a key. */
function click(target: object, inRow: number): boolean {
  const preventDefault = vi.fn()
  const stopImmediatePropagation = vi.fn()
  hear({ target, detail: inRow, preventDefault, stopImmediatePropagation })
  expect(preventDefault.mock.calls.length).toBe(stopImmediatePropagation.mock.calls.length)
  return preventDefault.mock.calls.length === 0
}

describe('the second click of a double click', () => {
  it('does not sign on the step that the first one has led to (P21)', () => {
    const button = new Thing('submit', 'Weiter', {})
    expect(click(button, 1)).toBe(true)
    button.textContent = 'Unterschreiben und gründen'
    expect(click(button, 2)).toBe(false)
    expect(click(button, 1)).toBe(true)
  })

  it('sends no form twice', () => {
    const button = new Thing('submit', 'Unterschreiben', {})
    expect([1, 2, 3].map((inRow) => click(button, inRow))).toEqual([true, false, false])
  })

  it('presses nothing that has come to lie under the pointer, or says something else by now', () => {
    const begin = new Thing('button', 'Ausführen')
    expect(click(begin, 1)).toBe(true)
    expect(click(new Thing('button', 'Abbrechen'), 2)).toBe(false)
    expect(click(begin, 1)).toBe(true)
    begin.textContent = 'Anhalten'
    expect(click(begin, 2)).toBe(false)
  })

  it('opens no row that has moved up to where the button was', () => {
    expect(click(new Thing('submit', 'Schritte ausführen', {}), 1)).toBe(true)
    const row = {}
    expect(click(row, 2)).toBe(false)
    expect([1, 2].map((inRow) => click(row, inRow))).toEqual([true, true])
  })

  it('presses again what repeats itself', () => {
    const next = new Thing('button', 'Nächster Monat')
    expect([1, 2, 3, 4].map((inRow) => click(next, inRow))).toEqual([true, true, true, true])
  })
})

it('leaves keys and whatever is no button alone', () => {
  const button = new Thing('submit', 'Weiter', {})
  expect([0, 0].map((inRow) => click(button, inRow))).toEqual([true, true])
  expect([1, 2].map((inRow) => click({}, inRow))).toEqual([true, true])
})
