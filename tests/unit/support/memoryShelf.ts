import { succeed } from '../../../src-main/contract/result'
import type { DocumentShelf } from '../../../src-main/world/store/port'

/** Documents in memory. */
export class MemoryShelf implements DocumentShelf {
  readonly documents = new Map<string, unknown>()
  async readDocument(name: string) {
    return succeed(this.documents.get(name))
  }
  async writeDocument(name: string, value: unknown): Promise<void> {
    this.documents.set(name, structuredClone(value))
  }
  async deleteDocument(name: string): Promise<void> {
    this.documents.delete(name)
  }
}
