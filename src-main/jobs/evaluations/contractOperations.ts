import { z } from 'zod'
import { evidenceStateSchema } from '../../contract/evidence'
import {
  closeStepSchema,
  declineStepSchema,
  evaluationMarkSchema,
  evaluationOverviewSchema,
  evaluationPageSchema,
  evaluationQuerySchema,
  evaluationRefSchema,
  evaluationStateSchema,
  evaluationTimelineQuerySchema,
  evaluationTimelineSchema,
  openStepSchema,
  releaseStepSchema,
  revealStepSchema
} from '../../contract/evaluations'
import {
  flagAnswerSchema,
  flagPageSchema,
  flagQuerySchema,
  flagQuestionSchema,
  flagReplySchema,
  flagSchema,
  newFlagSchema
} from '../../contract/flags'
import {
  newNoticeSchema,
  noticeLetterSchema,
  noticesSchema,
  postponementSchema
} from '../../contract/notices'
import {
  handoverDecisionSchema,
  handoverRefSchema,
  handoverStateSchema,
  handoverStepResultSchema,
  handoverStepSchema
} from '../../contract/handovers'
import { nothing, type Operation, savedSchema, signedIn } from '../../contract/operation'
import {
  enteredSourceSchema,
  logSourcesSchema,
  sourcePreviewSchema,
  sourceTrialSchema,
  newOrderSchema,
  orderPageSchema,
  orderPreparationSchema,
  orderQuerySchema,
  orderSchema,
  orderWithdrawalSchema
} from '../../contract/orders'
import { checkedSourceSchema } from '../../contract/sourceChecks'
import {
  newStandingOrderSchema,
  standingOrderSchema,
  standingOrdersSchema,
  standingOrderWithdrawalSchema,
  standingPreparationSchema
} from '../../contract/standingOrders'

/** What the window may ask of evaluations; see `contract.ts`. */
export const operations = {
  /** Reports what was seen. Nothing is searched because of it (P19). */
  'flags.report': { input: newFlagSchema, output: flagSchema, role: signedIn },
  /** Flags that the asker may read: own ones; of others only the leadership, and what it has handed to who proposes. */
  'flags.query': { input: flagQuerySchema, output: flagPageSchema, role: signedIn },
  'flags.flag': { input: z.object({ flag: z.uuid() }), output: flagSchema, role: signedIn },
  /** The reporter answers what the leadership has asked. */
  'flags.reply': { input: flagReplySchema, output: flagSchema, role: signedIn },
  'flags.ask': { input: flagQuestionSchema, output: flagSchema, role: 'leadership' },
  'flags.answer': { input: flagAnswerSchema, output: flagSchema, role: 'leadership' },
  /** Orders that the asker may read: the leadership all, evaluators those that name them; never whom one is about. */
  'orders.query': { input: orderQuerySchema, output: orderPageSchema, role: ['leadership', 'evaluator'] },
  'orders.order': {
    input: z.object({ order: z.uuid() }),
    output: orderSchema,
    role: ['leadership', 'evaluator']
  },
  /** What there is to choose from for a new order, and what a flag already says. Nothing is read for it but rules and settings. */
  'orders.prepare': {
    input: z.object({ flag: z.uuid().nullable() }),
    output: orderPreparationSchema,
    role: 'leadership'
  },
  /** Orders an evaluation of logs. Nothing is read by it yet. */
  'orders.give': { input: newOrderSchema, output: orderSchema, role: 'leadership' },
  'orders.withdraw': { input: orderWithdrawalSchema, output: orderSchema, role: 'leadership' },
  /** The order as a printed document (P22). */
  'orders.saveDocument': {
    input: z.object({ order: z.uuid() }),
    output: savedSchema,
    role: ['leadership', 'evaluator']
  },
  /** Who is to be told that contents were read under an order (P24), and who was. */
  'notices.state': { input: z.object({ order: z.uuid() }), output: noticesSchema, role: 'leadership' },
  'notices.give': { input: newNoticeSchema, output: noticesSchema, role: 'leadership' },
  'notices.postpone': { input: postponementSchema, output: noticesSchema, role: 'leadership' },
  /** What is given to them on paper. */
  'notices.saveLetter': { input: noticeLetterSchema, output: savedSchema, role: 'leadership' },
  /** Rules that the leadership lets run over named sources, with pseudonyms alone. */
  'standingOrders.list': { input: nothing, output: standingOrdersSchema, role: 'leadership' },
  'standingOrders.order': {
    input: z.object({ standingOrder: z.uuid() }),
    output: standingOrderSchema,
    role: 'leadership'
  },
  /** What there is to choose from. Nothing is read for it but rules and settings. */
  'standingOrders.prepare': { input: nothing, output: standingPreparationSchema, role: 'leadership' },
  /** Switches rules on, from now on. */
  'standingOrders.give': { input: newStandingOrderSchema, output: standingOrderSchema, role: 'leadership' },
  'standingOrders.withdraw': {
    input: standingOrderWithdrawalSchema,
    output: standingOrderSchema,
    role: 'leadership'
  },
  /** Where logs of the school's services lie. */
  'logSources.read': { input: nothing, output: logSourcesSchema, role: 'administrator' },
  'logSources.save': { input: enteredSourceSchema, output: logSourcesSchema, role: 'administrator' },
  'logSources.remove': { input: z.object({ id: z.uuid() }), output: logSourcesSchema, role: 'administrator' },
  /** Looks whether a part of a source can be read. It is counted; nothing of it is shown or evaluated (P19). */
  'logSources.check': {
    input: z.object({ id: z.uuid() }),
    output: checkedSourceSchema,
    role: 'administrator'
  },
  'logSources.cancelCheck': { input: z.object({ id: z.uuid() }), output: nothing, role: 'administrator' },
  /** Looks at the beginning of a file and says its structure, so that a format can be described; nothing of its content is answered (P19). */
  'logSources.preview': { input: sourceTrialSchema, output: sourcePreviewSchema, role: 'administrator' },
  /** Asks for a file or a folder with the dialog of this PC; null: the person closed it. */
  'logSources.choose': {
    input: z.object({ folder: z.boolean() }),
    output: z.object({ path: z.string() }).nullable(),
    role: 'administrator'
  },
  /** What lies sealed for an order. */
  'evidence.state': {
    input: z.object({ order: z.uuid() }),
    output: evidenceStateSchema,
    role: ['leadership', 'evaluator']
  },
  /** Reads what the order covers and seals it at once; nobody sees anything of it by that. */
  'evidence.gather': { input: z.object({ order: z.uuid() }), output: evidenceStateSchema, role: 'evaluator' },
  /** Breaks off what is being gathered; nothing of it is kept. */
  'evidence.cancel': { input: z.object({ order: z.uuid() }), output: evidenceStateSchema, role: 'evaluator' },
  /** What is known of the evaluation under an order, for the evaluators whom it names. */
  'evaluations.state': { input: evaluationRefSchema, output: evaluationStateSchema, role: 'evaluator' },
  /** One of the two opens the evidence; done when the other one has, too (P21). */
  'evaluations.open': { input: openStepSchema, output: evaluationStateSchema, role: 'evaluator' },
  /** The same for one pseudonym. */
  'evaluations.reveal': { input: revealStepSchema, output: evaluationStateSchema, role: 'evaluator' },
  /** The same for the conclusion (P22). */
  'evaluations.close': { input: closeStepSchema, output: evaluationStateSchema, role: 'evaluator' },
  /** What was ordered, read, asked, found and concluded, as a printed document (P22). Only of a concluded evaluation. */
  'evaluations.saveProtocol': {
    input: evaluationRefSchema,
    output: savedSchema,
    role: ['leadership', 'evaluator']
  },
  /** Whoever has done their part does not wait any longer. */
  'evaluations.cancel': { input: evaluationRefSchema, output: evaluationStateSchema, role: 'evaluator' },
  /** Whoever is asked at another PC releases their half, or signs what was shown (P21). */
  'evaluations.release': { input: releaseStepSchema, output: evaluationStateSchema, role: 'evaluator' },
  /** They do not. */
  'evaluations.decline': { input: declineStepSchema, output: evaluationStateSchema, role: 'evaluator' },
  /** Whoever has released their half takes it back: the other PC closes what it has opened. */
  'evaluations.takeBack': { input: evaluationRefSchema, output: evaluationStateSchema, role: 'evaluator' },
  /** Ends the open session. */
  'evaluations.leave': { input: evaluationRefSchema, output: evaluationStateSchema, role: 'evaluator' },
  /** Of an open session alone: findings, stays, sources and gaps, all by pseudonyms. */
  'evaluations.overview': { input: evaluationRefSchema, output: evaluationOverviewSchema, role: 'evaluator' },
  'evaluations.events': { input: evaluationQuerySchema, output: evaluationPageSchema, role: 'evaluator' },
  'evaluations.timeline': {
    input: evaluationTimelineQuerySchema,
    output: evaluationTimelineSchema,
    role: 'evaluator'
  },
  'evaluations.mark': { input: evaluationMarkSchema, output: nothing, role: 'evaluator' },
  /** Whether evidence is handed over to law enforcement, to whom, and what was made for that (P23). */
  'handovers.state': {
    input: handoverRefSchema,
    output: handoverStateSchema,
    role: ['leadership', 'evaluator']
  },
  /** The leadership decides to whom it is handed over, at its discretion (P23, P26). Nothing is opened by it. */
  'handovers.decide': { input: handoverDecisionSchema, output: handoverStateSchema, role: 'leadership' },
  /** One of the two makes the encrypted bundle; done when the other one has, too (P21). */
  'handovers.make': { input: handoverStepSchema, output: handoverStepResultSchema, role: 'evaluator' },
  /** Whoever has done their part does not wait any longer. */
  'handovers.cancel': { input: handoverRefSchema, output: handoverStateSchema, role: 'evaluator' }
} as const satisfies Record<string, Operation>
