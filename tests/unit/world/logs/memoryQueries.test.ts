import { describe } from 'vitest'
import { logQueriesSuite, suiteEntries } from '../../support/logQueriesSuite'
import { memoryLogQueries } from '../../support/memoryLogQueries'

describe('the server of logs that other unit tests ask', () => {
  logQueriesSuite(() => ({
    queries: memoryLogQueries(suiteEntries),
    query: { address: 'https://logs.schule.example:19531', caCertificate: null, fields: {} }
  }))
})
