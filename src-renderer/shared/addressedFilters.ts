import { onBeforeUnmount, ref, watch, type Ref } from 'vue'
import { useRoute, useRouter, type LocationQuery } from 'vue-router'

/**
 * Filters of a list that stand in the address, so that links and going back find the same list again.
 *
 * @param options.screen name of the list's route; other screens' addresses are not its filters
 * @param options.keyPause milliseconds in which keys that come together ask once; other filters ask at once
 * @param options.onChange called after the filters have changed and the address follows
 */
export function useAddressedFilters<Filters extends { readonly text: string }>(options: {
  readonly screen: string
  readonly read: (query: LocationQuery) => Filters
  readonly write: (filters: Filters) => Record<string, string>
  readonly keyPause: number
  readonly onChange: () => void
}) {
  const { screen, read, write, keyPause, onChange } = options
  const route = useRoute()
  const router = useRouter()
  const filters = ref(read(route.query)) as Ref<Filters>
  let timer: ReturnType<typeof setTimeout> | undefined

  watch(filters, (now, before) => {
    clearTimeout(timer)
    timer = setTimeout(
      () => {
        void router.replace({ query: write(filters.value) })
        onChange()
      },
      now.text === before.text ? 0 : keyPause
    )
  })
  watch(
    () => route.query,
    (query) => {
      const asked = read(query)
      if (route.name === screen && JSON.stringify(asked) !== JSON.stringify(filters.value)) {
        filters.value = asked
      }
    }
  )
  onBeforeUnmount(() => {
    clearTimeout(timer)
  })

  function change(next: Partial<Filters>): void {
    filters.value = { ...filters.value, ...next }
  }

  return { filters, change }
}
