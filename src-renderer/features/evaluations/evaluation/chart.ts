import { BarChart } from 'echarts/charts'
import { BrushComponent, GridComponent, ToolboxComponent } from 'echarts/components'
import { init, use, type ECharts } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { actGroups, type ActGroup, type EvaluationTimeline } from '../../../../src-main/contract/evaluations'
import type { View } from './timelineView'

use([BarChart, BrushComponent, CanvasRenderer, GridComponent, ToolboxComponent])

/** One of each kind of act, apart also for eyes that confuse red and green; enough contrast in both themes. */
export const groupColors: Readonly<Record<ActGroup, string>> = {
  signIn: '#2f8098',
  network: '#7b6fb0',
  web: '#8aa0a8',
  files: '#c08a3e',
  programs: '#9a8f1f',
  mail: '#4f9a6b',
  print: '#a0677f',
  directory: '#5f6f7a'
}
export const foundColor = '#c2410c'

/** The picture of a timeline: bars by kind of act, below them what a rule has found. A part of it can be drawn out. */
export class TimelineChart {
  private readonly chart: ECharts
  private readonly resizing: ResizeObserver
  private shown: EvaluationTimeline | null = null

  constructor(
    private readonly element: HTMLElement,
    private readonly clock: (milliseconds: number) => string,
    onChoose: (view: View) => void
  ) {
    this.chart = init(element)
    this.resizing = new ResizeObserver(() => this.chart.resize())
    this.resizing.observe(element)
    this.chart.on('brushEnd', (event) => {
      const chosen = rangeOf(event)
      this.chart.dispatchAction({ type: 'brush', areas: [] })
      const { shown } = this
      if (chosen === null || shown === null || chosen[0] === chosen[1]) return
      const [first, last] = chosen
      onChoose({ from: shown.from + first * shown.width, until: shown.from + (last + 1) * shown.width })
    })
  }

  show(timeline: EvaluationTimeline): void {
    this.shown = timeline
    const style = getComputedStyle(this.element)
    const text = style.getPropertyValue('--ui-text-muted')
    const line = style.getPropertyValue('--ui-border')
    const starts = timeline.found.map((_, part) => timeline.from + part * timeline.width)
    const axis = {
      type: 'category' as const,
      data: starts.map((at) => this.clock(at)),
      axisLine: { lineStyle: { color: line } },
      axisTick: { show: false },
      axisLabel: { color: text, hideOverlap: true }
    }
    this.chart.setOption({
      animation: false,
      grid: [
        { left: 44, right: 8, top: 8, bottom: 40 },
        { left: 44, right: 8, height: 8, bottom: 28 }
      ],
      xAxis: [
        { ...axis, gridIndex: 0, axisLabel: { show: false } },
        { ...axis, gridIndex: 1 }
      ],
      yAxis: [
        {
          gridIndex: 0,
          minInterval: 1,
          splitNumber: 2,
          axisLabel: { color: text },
          splitLine: { lineStyle: { color: line } }
        },
        { gridIndex: 1, show: false, max: 1 }
      ],
      brush: {
        xAxisIndex: 0,
        brushMode: 'single',
        brushStyle: { color: '#2f809833', borderColor: '#2f8098' }
      },
      toolbox: { show: false },
      series: [
        ...actGroups.map((group) => ({
          type: 'bar' as const,
          stack: 'acts',
          xAxisIndex: 0,
          yAxisIndex: 0,
          barCategoryGap: '8%',
          itemStyle: { color: groupColors[group] },
          data: timeline.counts[group]
        })),
        {
          type: 'bar' as const,
          xAxisIndex: 1,
          yAxisIndex: 1,
          barCategoryGap: '0%',
          itemStyle: { color: foundColor },
          data: timeline.found.map((count) => (count > 0 ? 1 : 0))
        }
      ]
    })
    // Drawing out a part is what dragging does, without choosing a tool first.
    this.chart.dispatchAction({
      type: 'takeGlobalCursor',
      key: 'brush',
      brushOption: { brushType: 'lineX', brushMode: 'single' }
    })
  }

  close(): void {
    this.resizing.disconnect()
    this.chart.dispose()
  }
}

/** First and last column of what was drawn out; null: nothing was. */
function rangeOf(event: unknown): readonly [number, number] | null {
  const { areas } = event as { areas?: readonly { coordRange?: unknown }[] }
  const range = areas?.[0]?.coordRange
  if (!Array.isArray(range)) return null
  const [first, last] = range as unknown[]
  return typeof first === 'number' && typeof last === 'number' ? [first, last] : null
}
