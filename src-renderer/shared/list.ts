import { computed, onBeforeUnmount, onMounted, useTemplateRef } from 'vue'
import type { LocationQuery } from 'vue-router'
import type { EventName } from '../../src-main/contract/events'
import type { Result } from '../../src-main/contract/result'
import { useAddressedFilters } from './addressedFilters'
import { on } from './api'
import { useWindowedRows, type RowPage } from './windowed'

/**
 * A long list on a screen of its own: its filters stand in the address, its rows are fetched as far as they are seen and
 * anew when main has changed them. The screen's template has `ListSearch` and, as `ref="rows"`, `ListRows`.
 */
export function useList<Filters extends { readonly text: string }, Row, Page extends RowPage<Row>>(options: {
  /** Name of the list's route. */
  readonly screen: string
  readonly read: (query: LocationQuery) => Filters
  readonly write: (filters: Filters) => Record<string, string>
  /** Nothing is filtered away. */
  readonly all: Filters
  readonly isFiltered: (filters: Filters) => boolean
  /** Milliseconds in which keys that come together ask once. */
  readonly keyPause: number
  readonly ask: (filters: Filters, offset: number, limit: number) => Promise<Result<Page>>
  readonly changedBy: EventName
  /** Whether there is anything to ask for; without it, always. */
  readonly ready?: (filters: Filters) => boolean
}) {
  const rows = useTemplateRef<{ scrollToTop: () => void }>('rows')
  const { filters, change } = useAddressedFilters({
    screen: options.screen,
    read: options.read,
    write: options.write,
    keyPause: options.keyPause,
    onChange: () => {
      rows.value?.scrollToTop()
      read()
    }
  })
  const list = useWindowedRows<Row, Page>((offset, limit) => options.ask(filters.value, offset, limit))

  function read(keepPlace = false): void {
    if (options.ready?.(filters.value) !== false) void list.reload(keepPlace)
  }

  const stopListening = on(options.changedBy, () => {
    read(true)
  })
  onMounted(() => {
    read()
  })
  onBeforeUnmount(() => {
    stopListening()
  })

  return {
    filters,
    change,
    reset: () => {
      filters.value = options.all
    },
    filtered: computed(() => options.isFiltered(filters.value)),
    list,
    newest: list.newest
  }
}
