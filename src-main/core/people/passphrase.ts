import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'

/** Argon2id: passes over the memory, and the memory in bytes. */
export interface PassphraseCost {
  readonly operations: number
  readonly memory: number
}

/** About half a second on a school's PC; a guess costs an attacker as much. RFC 9106 asks for at least 64 MiB. */
export const usualCost: PassphraseCost = { operations: 3, memory: 134_217_728 }

const keyBytes = 32

/**
 * [Note: passphrases in a thread of their own]
 *
 * Argon2id is meant to be slow. In the main process it would hold up every answer to the window for half a second, so
 * it runs in a thread that lives for one derivation and takes its 128 MiB with it. The thread's few lines are handed
 * over as text: a file of its own would have to be found in a checkout, in a test and inside the packed app alike.
 */
const threadSource = `
const { parentPort, workerData } = require('node:worker_threads')
const sodium = require(workerData.library)
sodium.ready.then(() => {
  const { bytes, passphrase, salt, operations, memory } = workerData
  parentPort.postMessage(
    sodium.crypto_pwhash(bytes, passphrase, salt, operations, memory, sodium.crypto_pwhash_ALG_ARGON2ID13)
  )
})
`

/** So many derivations at once, each with its 128 MiB; the rest waits. */
const mostAtOnce = 2
let underWay = 0
const waiting: (() => void)[] = []

async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  if (underWay >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else underWay += 1
  try {
    return await work()
  } finally {
    // The place is handed on, so that nobody slips in between.
    const next = waiting.shift()
    if (next === undefined) underWay -= 1
    else next()
  }
}

/** 32 bytes from a passphrase. The passphrase is compared as typed, in Unicode's composed form (NFC). */
export async function deriveKey(
  passphrase: string,
  salt: Uint8Array,
  cost: PassphraseCost
): Promise<Uint8Array> {
  return inTurn(() => derive(passphrase, salt, cost))
}

async function derive(passphrase: string, salt: Uint8Array, cost: PassphraseCost): Promise<Uint8Array> {
  const library = createRequire(import.meta.url).resolve('libsodium-wrappers-sumo')
  const worker = new Worker(threadSource, {
    eval: true,
    workerData: { library, bytes: keyBytes, passphrase: passphrase.normalize('NFC'), salt, ...cost }
  })
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', (code) => {
        reject(new Error(`the derivation ended with ${String(code)}`))
      })
    })
  } finally {
    await worker.terminate()
  }
}
