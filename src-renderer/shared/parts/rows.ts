/** The row that a key leads to from `active`; null: the key does not move. `page` is rows per screen. */
export function moveActive(key: string, active: number, total: number, page: number): number | null {
  const last = Math.max(0, total - 1)
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: last
  }
  const target = targets[key]
  return target === undefined ? null : Math.max(0, Math.min(target, last))
}
