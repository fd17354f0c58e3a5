import { spawn } from 'node:child_process'
import { Stop } from './messages.mjs'

/** Whether windows can be shown to somebody here. */
export function hasDisplay(environment = process.env, platform = process.platform) {
  if (platform !== 'linux') return true
  return Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY)
}

/**
 * Starts a display that exists in memory only. Xvfb itself looks for a free number and says which.
 *
 * @returns {Promise<{ name: string, stop: () => void }>} `name` is what DISPLAY means
 */
export function startDisplay() {
  return new Promise((resolve, reject) => {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '2560x1440x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe']
    })
    const stop = () => server.kill('SIGTERM')
    const refused = new Stop('Xvfb ließ sich nicht starten.', 'Xvfb could not be started.')
    const limit = setTimeout(() => {
      stop()
      reject(refused)
    }, 15_000)
    let said = ''
    server.on('error', () => reject(refused))
    server.on('exit', () => reject(refused))
    server.stdio[3].on('data', (data) => {
      said += data
      if (!said.includes('\n')) return
      clearTimeout(limit)
      server.unref()
      server.stdio[3].unref?.()
      resolve({ name: `:${said.trim()}`, stop })
    })
  })
}
