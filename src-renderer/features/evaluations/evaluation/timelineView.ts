/** The part of the order's time that is shown, milliseconds. */
export interface View {
  readonly from: number
  readonly until: number
}

/** Nothing narrower is shown. */
const narrowest = 60_000

/** Keeps a view within the whole, at least a minute wide. */
export function within(whole: View, { from, until }: View): View {
  const width = Math.min(whole.until - whole.from, Math.max(narrowest, until - from))
  const middle = (from + until) / 2
  const start = Math.min(whole.until - width, Math.max(whole.from, middle - width / 2))
  return { from: Math.round(start), until: Math.round(start + width) }
}

/** By a factor around the middle: below 1 closer, above 1 farther. */
export function zoomed(whole: View, { from, until }: View, factor: number): View {
  const middle = (from + until) / 2
  const half = ((until - from) / 2) * factor
  return within(whole, { from: middle - half, until: middle + half })
}

/** By a share of its width, to the left (below 0) or to the right. */
export function moved(whole: View, { from, until }: View, share: number): View {
  const way = (until - from) * share
  return within(whole, { from: from + way, until: until + way })
}

export function isWhole(whole: View, { from, until }: View): boolean {
  return from <= whole.from && until >= whole.until
}

/** What a key does to the view; null: nothing. */
export function byKey(whole: View, view: View, key: string): View | null {
  switch (key) {
    case '+':
      return zoomed(whole, view, 0.5)
    case '-':
      return zoomed(whole, view, 2)
    case 'ArrowLeft':
      return moved(whole, view, -0.25)
    case 'ArrowRight':
      return moved(whole, view, 0.25)
    case '0':
    case 'Home':
      return whole
    default:
      return null
  }
}
