import { computed, ref, shallowRef, triggerRef, type Ref } from 'vue'
import type { Failure, Result } from '../../src-main/contract/result'

/** Rows that main is asked for at a time. */
export const pageSize = 200

/** Rows beyond the visible ones that are fetched before somebody scrolls there. */
const reach = pageSize / 2

/** The pages (from 0) that hold the rows `first` to `last`. */
export function pagesOf(first: number, last: number): number[] {
  const pages: number[] = []
  for (let page = Math.floor(first / pageSize); page <= Math.floor(last / pageSize); page++) pages.push(page)
  return pages
}

/** One answer: the rows of a page and how many there are in all. */
export interface RowPage<Row> {
  readonly total: number
  readonly rows: readonly Row[]
}

/** What a table needs of such a list. */
export interface WindowedRows<Row> {
  readonly total: Readonly<Ref<number>>
  readonly loading: Readonly<Ref<boolean>>
  readonly failure: Readonly<Ref<Failure | null>>
  /** null: nothing was answered yet. */
  readonly newest: Readonly<Ref<RowPage<Row> | null>>
  readonly reload: (keepPlace?: boolean) => Promise<void>
  readonly show: (first: number, last: number) => void
  readonly rowAt: (index: number) => Row | undefined
}

/**
 * A long list of which only the visible part is fetched. `reload` starts over (new filter or changed data)
 * and keeps showing the old rows until the new ones are there, so that nothing flickers. Answers that a
 * newer `reload` has overtaken are dropped.
 *
 * @param fetchPage asks main for `limit` rows from `offset`.
 */
export function useWindowedRows<Row, Page extends RowPage<Row>>(
  fetchPage: (offset: number, limit: number) => Promise<Result<Page>>
) {
  const pages = shallowRef(new Map<number, readonly Row[]>())
  const total = ref(0)
  const loading = ref(true)
  const failure = ref<Failure | null>(null)
  /** The newest first answer, for what it holds besides the rows. */
  const newest = shallowRef<Page | null>(null) as Ref<Page | null>
  const underWay = new Set<number>()
  let generation = 0
  let visible = { first: 0, last: 0 }

  async function fetch(page: number, startedIn: number): Promise<boolean> {
    const answer = await fetchPage(page * pageSize, pageSize)
    if (startedIn !== generation) return false
    underWay.delete(page)
    if (!answer.ok) {
      failure.value = answer.failure
      return false
    }
    failure.value = null
    total.value = answer.value.total
    pages.value.set(page, answer.value.rows)
    triggerRef(pages)
    return true
  }

  async function reload(keepPlace = false): Promise<void> {
    generation += 1
    const startedIn = generation
    underWay.clear()
    loading.value = true
    if (!keepPlace) visible = { first: 0, last: 0 }
    const wanted = pagesOf(visible.first, visible.last)
    const answers = await Promise.all(
      wanted.map(async (page) => ({ page, answer: await fetchPage(page * pageSize, pageSize) }))
    )
    if (startedIn !== generation) return
    loading.value = false
    const fresh = new Map<number, readonly Row[]>()
    for (const { page, answer } of answers) {
      if (!answer.ok) {
        failure.value = answer.failure
        return
      }
      fresh.set(page, answer.value.rows)
      newest.value = answer.value
      total.value = answer.value.total
    }
    failure.value = null
    pages.value = fresh
  }

  /** Called by the list while scrolling; fetches what is missing. */
  function show(first: number, last: number): void {
    visible = { first, last }
    if (loading.value) return
    for (const page of pagesOf(Math.max(0, first - reach), Math.max(first, last) + reach)) {
      if (pages.value.has(page) || underWay.has(page) || page * pageSize >= total.value) continue
      underWay.add(page)
      void fetch(page, generation)
    }
  }

  /** undefined: not fetched yet. */
  function rowAt(index: number): Row | undefined {
    return pages.value.get(Math.floor(index / pageSize))?.[index % pageSize]
  }

  return {
    total: computed(() => total.value),
    loading: computed(() => loading.value),
    failure: computed(() => failure.value),
    newest: computed(() => newest.value),
    reload,
    show,
    rowAt
  }
}
