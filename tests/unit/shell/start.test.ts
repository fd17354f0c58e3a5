import { join, resolve } from 'node:path'
import { homedir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy, printedPagePolicy } from '../../../src-main/shell/contentSecurityPolicy'
import { findDataFolder } from '../../../src-main/shell/dataFolder'
import { isOwnAddress, isStartAddress } from '../../../src-main/shell/origin'
import { firstWindowState, fitToScreens } from '../../../src-main/shell/windowState'
import { refusedWord } from '../../../src-main/shell/startWords'
import { readWords } from '../../../src-main/shell/words'

describe('the words after the executable', () => {
  it('are read in any order and both spellings', () => {
    expect(readWords(['--demo', '--data', '/d', '--screenshot=/s.png', '--inspect=0'])).toEqual({
      data: '/d',
      demo: true,
      screenshot: '/s.png',
      commandLine: null
    })
    expect(readWords([])).toEqual({ data: null, demo: false, screenshot: null, commandLine: null })
  })

  it('belong to the command line after --headless', () => {
    const { commandLine, data } = readWords([
      '--no-sandbox',
      '--headless',
      '--data',
      '/d',
      'accounts',
      'list'
    ])
    expect(commandLine).toEqual(['--data', '/d', 'accounts', 'list'])
    expect(data).toBeNull()
  })
})

describe('the data folder', () => {
  it('is the one that was asked for, then NETZWART_DATA, then the system’s place', () => {
    expect(findDataFolder('/a', false, { NETZWART_DATA: '/b' }, 'linux')).toBe(resolve('/a'))
    expect(findDataFolder(null, false, { NETZWART_DATA: '/b' }, 'linux')).toBe(resolve('/b'))
    expect(findDataFolder(null, false, { XDG_CONFIG_HOME: '/c' }, 'linux')).toBe(join('/c', 'netzwart'))
    expect(findDataFolder(null, false, {}, 'linux')).toBe(join(homedir(), '.config', 'netzwart'))
    expect(findDataFolder(null, false, { APPDATA: '/w' }, 'win32')).toBe(join('/w', 'netzwart'))
  })

  it('of the demo school is never the one of a real school', () => {
    expect(findDataFolder(null, true, { XDG_CONFIG_HOME: '/c' }, 'linux')).toBe(join('/c', 'netzwart-demo'))
  })
})

describe('the origin', () => {
  it('is exactly one', () => {
    expect(isOwnAddress('app://netzwart/index.html#/a')).toBe(true)
    for (const address of ['app://netzwart2/', 'app://netzwart:1/', 'http://netzwart/', 'app:netzwart', '']) {
      expect(isOwnAddress(address)).toBe(false)
    }
    expect(isStartAddress('app://netzwart/index.html?a#/b')).toBe(true)
    expect(isStartAddress('app://netzwart/assets/index.js')).toBe(false)
  })
})

describe('the content security policy', () => {
  it('names no source outside the app', () => {
    const sources = contentSecurityPolicy(null)
      .split(/[; ]+/)
      .filter(
        (word) =>
          !word.endsWith('-src') && !/^(style-src-\w+|frame-ancestors|base-uri|form-action)$/.test(word)
      )
    expect(new Set(sources)).toEqual(new Set(["'none'", "'self'", "'unsafe-inline'", 'data:']))
  })

  it('allows no script from text, no styles in attributes and nothing by default', () => {
    const policy = contentSecurityPolicy(null)
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("style-src-attr 'none'")
    expect(policy).not.toContain('unsafe-eval')
    expect(printedPagePolicy).not.toContain('script')
  })

  it('lets development alone reach its own server', () => {
    expect(contentSecurityPolicy('127.0.0.1:5173')).toContain("connect-src 'self' ws://127.0.0.1:5173")
  })
})

describe('the place of the window', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 }
  const state = { ...firstWindowState, x: 100, y: 50 }

  it('is kept where its screen is still there', () => {
    expect(fitToScreens(state, [screen])).toEqual(state)
  })

  it('is forgotten where nobody could reach it', () => {
    expect(fitToScreens({ ...state, x: 2500 }, [screen])).toEqual(firstWindowState)
    expect(fitToScreens({ ...state, y: -400 }, [screen])).toEqual(firstWindowState)
    expect(fitToScreens(state, [])).toEqual(firstWindowState)
  })
})

describe('the packaged app', () => {
  it('starts with its own words and what a system needs for a window', () => {
    expect(
      refusedWord(['--no-sandbox', '--data', '/d', '--demo', '--ozone-platform=x11'], 'linux')
    ).toBeNull()
    expect(refusedWord(['-psn_0_1234', '--data=/d'], 'darwin')).toBeNull()
    expect(refusedWord(['--headless', 'accounts', 'list', '--json', '--state', 'active'], 'linux')).toBeNull()
  })

  it.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '-remote-debugging-port=0',
    '--inspect',
    '--inspect-brk=0',
    '--js-flags=--expose-gc',
    '--load-extension=/tmp/x',
    '--proxy-server=127.0.0.1:8080',
    '--renderer-cmd-prefix=/tmp/x',
    '--ssl-key-log-file=/tmp/keys',
    '--log-net-log=/tmp/net',
    '--something-that-a-later-chromium-knows'
  ])('does not start with %s', (word) => {
    expect(refusedWord(['--data', '/d', word], 'linux')).toBe(word.split('=')[0])
  })

  it('takes no orders for Chromium behind the command line’s words either', () => {
    expect(refusedWord(['--headless', 'accounts', 'list', '--remote-debugging-port=1'], 'linux')).toBe(
      '--remote-debugging-port'
    )
    expect(refusedWord(['--headless', 'accounts', 'apply', 'a', '--slips', '--inspect'], 'linux')).toBe(
      '--inspect'
    )
    // What stands behind two dashes Chromium does not read.
    expect(refusedWord(['--headless', 'accounts', '--', '--inspect'], 'linux')).toBeNull()
  })

  it('is not deceived by blanks around a word, which Chromium takes away', () => {
    expect(refusedWord(['--data', '/d', ' --remote-debugging-port=1'], 'linux')).toBe(
      '--remote-debugging-port'
    )
    expect(refusedWord(['\t-proxy-server=127.0.0.1:1'], 'linux')).toBe('-proxy-server')
    expect(refusedWord(['--headless', 'accounts', 'list', '\n--inspect'], 'linux')).toBe('--inspect')
    expect(refusedWord(['\u00a0/Remote-Debugging-Port=1'], 'win32')).toBe('/Remote-Debugging-Port')
  })

  it('knows how Windows writes them', () => {
    expect(refusedWord(['/Remote-Debugging-Port=1'], 'win32')).toBe('/Remote-Debugging-Port')
    expect(refusedWord(['--DATA', 'C:\\d'], 'win32')).toBeNull()
  })
})
