/** What waits for its place in time: the earliest first, and of one instant what came in first. A binary heap. */
export class Waiting<Item extends { readonly at: number; readonly order: number }> {
  private readonly heap: Item[] = []

  get size(): number {
    return this.heap.length
  }

  get first(): Item | undefined {
    return this.heap[0]
  }

  add(item: Item): void {
    const { heap } = this
    let place = heap.length
    heap.push(item)
    while (place > 0) {
      const above = (place - 1) >> 1
      const parent = heap[above]
      if (parent === undefined || !isBefore(item, parent)) break
      heap[place] = parent
      place = above
    }
    heap[place] = item
  }

  removeFirst(): void {
    const { heap } = this
    const last = heap.pop()
    if (last === undefined || heap.length === 0) return
    let place = 0
    for (;;) {
      let below = place * 2 + 1
      const left = heap[below]
      const right = heap[below + 1]
      if (left === undefined) break
      if (right !== undefined && isBefore(right, left)) below++
      const child = heap[below] ?? left
      if (!isBefore(child, last)) break
      heap[place] = child
      place = below
    }
    heap[place] = last
  }
}

function isBefore(
  left: { readonly at: number; readonly order: number },
  right: { readonly at: number; readonly order: number }
): boolean {
  return left.at < right.at || (left.at === right.at && left.order < right.order)
}
