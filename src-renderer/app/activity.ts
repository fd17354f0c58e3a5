import { call } from '../shared/api'
import type { useSession } from '../shared/session'

/** Main hears of somebody's activity at most this often, milliseconds. */
const interval = 20_000

const signs = ['pointerdown', 'pointermove', 'wheel', 'keydown'] as const

/** Tells main that somebody is there, so that the window does not lock under their hands. */
export function watchActivity(session: ReturnType<typeof useSession>): void {
  let toldAt: number | null = null
  const tell = (): void => {
    if (session.person === null) {
      toldAt = null
      return
    }
    const now = Date.now()
    if (toldAt !== null && now >= toldAt && now - toldAt < interval) return
    toldAt = now
    void call('session.active')
  }
  for (const sign of signs) window.addEventListener(sign, tell, { capture: true, passive: true })
}
