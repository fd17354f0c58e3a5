import { watch } from 'vue'
import { useSession } from './session'

/**
 * Calls `wipe` when what was typed belongs to somebody else than who sits here now. A window that only locked keeps
 * it, since the same person comes back.
 */
export function whenAnotherSignsIn(wipe: () => void): void {
  const session = useSession()
  watch(() => session.lastPerson, wipe)
}
