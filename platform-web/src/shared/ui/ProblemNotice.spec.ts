// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { Problem } from '@/shared/api/problem'
import { mountInApp } from '@/shared/testing/mounting'
import ProblemNotice from './ProblemNotice.vue'

function noticeOf(error: unknown, retryable = false) {
  return mountInApp(ProblemNotice, { props: { error, retryable } }).wrapper
}

describe('the notice of a problem', () => {
  it('says what the server says', () => {
    const notice = noticeOf(new Problem(409, 'order.wrong-state', '现在不能这样操作', '请刷新查看当前状态。'))
    expect(notice.attributes('role')).toBe('alert')
    expect(notice.text()).toContain('现在不能这样操作')
    expect(notice.text()).toContain('请刷新查看当前状态。')
  })

  it('says that there is no connection, and keeps calm about what was entered', () => {
    expect(noticeOf(Problem.unreachable()).text()).toContain('连接不上循市')
  })

  it('has words for what nobody explains', () => {
    expect(noticeOf(Problem.of(502, '<html>')).text()).toContain('出了点问题')
  })

  it('offers to try again only where that was asked for', async () => {
    expect(noticeOf(Problem.unreachable()).find('button').exists()).toBe(false)
    const notice = noticeOf(Problem.unreachable(), true)
    await notice.get('button').trigger('click')
    expect(notice.emitted('retry')).toHaveLength(1)
  })
})
