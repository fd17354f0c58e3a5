import { basename, resolve } from 'node:path'
import type { Command } from 'commander'
import type { Answer, Context } from '../../../commandLine/context'
import { table } from '../../../commandLine/output'
import type { WordsParts } from '../../../commandLine/words'
import { fill } from '../../../contract/language'
import { succeed, type Failure, type Result } from '../../../contract/result'
import { checkRules, mostRuleFileBytes, ruleProblemTexts, type RuleFileReport } from '../rules'
import { rulesTexts as texts } from './rulesTexts'

/** `logs rules`. */
export function addRulesWord(
  logs: Command,
  { says, choose }: Pick<WordsParts<object>, 'says' | 'choose'>
): void {
  logs
    .command('rules')
    .description(says(texts.rules))
    .argument('[file...]', says(texts.files))
    .action((files: string[]) => choose((context) => tryRuleFiles(context, files)))
}

/** A file that could be read, or why not. */
type Looked = { readonly file: string } & (RuleFileReport | { readonly failure: Failure })

async function tryRuleFiles(context: Context, asked: readonly string[]): Promise<Result<Answer>> {
  const { files, rulesFolder } = context.surroundings
  const pack = asked.length === 0 ? await files.list(rulesFolder) : succeed([])
  if (!pack.ok) return pack
  const isPack = asked.length === 0
  const paths = isPack
    ? pack.value.filter((path) => path.endsWith('.yml'))
    : asked.map((file) => resolve(file))
  const looked: Looked[] = []
  for (const path of paths) {
    const bytes = await files.read(path, mostRuleFileBytes)
    const file = isPack ? basename(path) : context.shown(path)
    looked.push(bytes.ok ? { file, ...checkRules(bytes.value) } : { file, failure: bytes.failure })
  }
  const documents = looked.map((one) => documentOf(context, one))
  const refused = documents.filter(({ sound }) => !sound).length
  const tests = documents.flatMap(({ rules }) => rules.flatMap((rule) => rule.tests))
  const failed = tests.filter(({ passed }) => !passed).length
  const rules = documents.reduce((sum, document) => sum + document.rules.length, 0)
  const complete = refused + failed === 0
  const summary = complete
    ? context.words(texts.allSound, { files: documents.length, rules, tests: tests.length })
    : context.words(texts.notSound, { refused, failed })
  const text = [...documents.map((document) => textOf(context, document)), summary].join('\n\n')
  return succeed({ document: documents, text, complete })
}

type RuleFileDocument = ReturnType<typeof documentOf>

function documentOf(context: Context, looked: Looked) {
  const { language } = context
  const report: RuleFileReport = 'failure' in looked ? { problems: [], rules: [] } : looked
  const problems = report.problems.map(({ line, severity, code, parameters }) => ({
    line,
    severity,
    code,
    message: fill(ruleProblemTexts[code], language, parameters)
  }))
  const rules = report.rules.map(({ rule, tests }) => ({
    id: rule.id,
    name: rule.name,
    kind: rule.kind,
    title: rule.own?.title[language] ?? rule.title,
    policy: rule.own?.policy ?? [],
    innocent: (rule.own?.innocent ?? []).map((reason) => reason[language]),
    tests: tests.map(({ name, ...outcome }) => ({ name: name[language], ...outcome }))
  }))
  const sound = !('failure' in looked) && problems.every(({ severity }) => severity !== 'refused')
  const error =
    'failure' in looked
      ? { error: { code: looked.failure.code, message: context.sentence(looked.failure) } }
      : {}
  return { file: looked.file, sound, ...error, rules, problems }
}

function textOf(context: Context, { file, rules, problems, error }: RuleFileDocument): string {
  const rows = rules.map(({ policy, title, tests }) => [
    `  ${policy.join(' ')}`,
    title,
    tests.length > 0
      ? context.words(texts.testsPassed, {
          passed: tests.filter(({ passed }) => passed).length,
          all: tests.length
        })
      : context.words(policy.length === 0 ? texts.partOfOthers : texts.withoutTests)
  ])
  const failed = rules.flatMap(({ tests }) => tests.filter(({ passed }) => !passed))
  return [
    file,
    ...(error === undefined ? [] : [`  ${error.message}`]),
    ...(rows.length === 0 ? [] : [table(rows)]),
    ...failed.map(
      ({ name, expected, hits }) =>
        `  ${context.words(texts.testFailed, { name, expected: context.words(texts[expected]), hits })}`
    ),
    ...problems.map(({ line, severity, message }) => `  ${context.words(texts[severity], { line, message })}`)
  ].join('\n')
}
